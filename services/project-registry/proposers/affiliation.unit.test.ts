import { expect, test } from 'vitest';
import { officer } from '../projects/actors.fixture.ts';
import { decide, type Event, evolve, initial, type State } from './affiliation.ts';

const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const { person, organisation } = officer;
const affiliated = { type: 'PersonAffiliated', person, organisation } satisfies Event;
const refused = (rejection: object) => ({ ok: false, rejection });

test('the first act binds a person to its organisation, and the next ones change nothing', () => {
  expect(decide({ type: 'Affiliate', by: officer }, initial)).toEqual({ ok: true, events: [affiliated] });
  expect(decide({ type: 'Affiliate', by: officer }, given(affiliated))).toEqual({ ok: true, events: [] });
});

test('nobody acts for a second organisation, nor for one that is none of an installation', () => {
  for (const other of ['org_osaka', 'spo_fund', 'secretariat'])
    expect(decide({ type: 'Affiliate', by: { ...officer, organisation: other } }, given(affiliated))).toEqual(
      refused({ type: 'PersonActsForAnother', person }),
    );
  expect(decide({ type: 'Affiliate', by: { ...officer, organisation: 'nowhere' } }, initial)).toEqual(
    refused({ type: 'OrganisationIsUnknown', organisation: 'nowhere' }),
  );
});
