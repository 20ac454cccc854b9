import { expect, test } from 'vitest';
import { type Command, decide, type Event, evolve, initial, type State } from './affiliation.ts';
import { approver, officer, screener } from './cast.fixture.ts';

const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const { person, organisation } = officer;
const affiliated = { type: 'PersonAffiliated', person, organisation } satisfies Event;
const move = { type: 'MovePerson', person, organisation: 'org_osaka', isRegistered: true, by: approver } satisfies Command;
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

test('who goes over is moved by an approver of the secretariat, and acts for the first organisation no more', () => {
  const moved = { type: 'PersonMoved', person, organisation: 'org_osaka', by: approver.person } satisfies Event;
  expect(decide(move, given(affiliated))).toEqual({ ok: true, events: [moved] });
  expect(decide(move, given(affiliated, moved))).toEqual({ ok: true, events: [] });
  expect(decide({ type: 'Affiliate', by: officer }, given(affiliated, moved))).toEqual(refused({ type: 'PersonActsForAnother', person }));
});

test('nobody is moved by somebody without the right, by the person alone, to an unknown organisation, or before a first act', () => {
  expect(decide({ ...move, by: screener }, given(affiliated))).toMatchObject(refused({ type: 'RoleIsMissing' }));
  const self = { ...move, person: approver.person };
  const own = { type: 'PersonAffiliated', person: approver.person, organisation: 'secretariat' } satisfies Event;
  expect(decide(self, given(own))).toEqual(refused({ type: 'PreparedByTheSamePerson', person: approver.person }));
  expect(decide({ ...move, isRegistered: false }, given(affiliated))).toEqual(
    refused({ type: 'OrganisationIsUnknown', organisation: 'org_osaka' }),
  );
  expect(decide(move, initial)).toEqual(refused({ type: 'PersonIsUnknown', person }));
});
