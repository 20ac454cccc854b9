import { money } from '@junkan/kit/pure/money.ts';
import { driven, nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/junkan/sponsor/v1/commands.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mandates } from '../mapping.ts';
import * as mandate from './mandate.ts';

const officer: Actor = { person: 'olu', organisation: 'spo_a', roles: ['sponsor.officer'] };
const rival: Actor = { ...officer, organisation: 'spo_b' };
const usd = (amount: bigint) => money(amount, 'USD');
const refused = (rejection: object) => ({ ok: false, rejection });

const terms: mandate.Terms = {
  title: 'Waste in India',
  countries: ['IN'],
  themes: [],
  excludedThemes: [],
  instruments: [],
  preferredInstruments: [],
  ticketMinimum: usd(10n),
  ticketMaximum: usd(20n),
  usualTicketLow: undefined,
  usualTicketHigh: undefined,
  minimumReadiness: 0,
  requiredIndicators: [],
};
const publish: mandate.Command = {
  type: 'PublishMandate',
  sponsor: 'spo_a',
  sponsorIsRegistered: true,
  unknownCodes: [],
  terms,
  by: officer,
};
const published: mandate.Event = { type: 'MandatePublished', sponsor: 'spo_a', terms, by: 'olu' };
const given = (...events: readonly mandate.Event[]): mandate.State => events.reduce(mandate.evolve, mandate.initial);

describe('a mandate is published by its own sponsor', () => {
  const changed = (change: Partial<mandate.Terms>) => mandate.decide({ ...publish, terms: { ...terms, ...change } }, mandate.initial);

  test('once, for a sponsor that is registered', () => {
    expect(mandate.decide(publish, mandate.initial)).toEqual({ ok: true, events: [published] });
    expect(mandate.decide(publish, given(published))).toEqual(refused({ type: 'MandateIsPublished' }));
    expect(mandate.decide({ ...publish, sponsorIsRegistered: false }, mandate.initial)).toEqual(
      refused({ type: 'SponsorIsUnknown', sponsor: 'spo_a' }),
    );
    expect(mandate.decide({ ...publish, by: rival }, mandate.initial)).toEqual(
      refused({ type: 'WrongOrganisation', kind: 'sponsor', actual: 'spo_b' }),
    );
  });

  test('in codes that the lists of the installation have', () => {
    const codes = [{ field: 'terms.themes[0]', code: 'watter', list: 'themes', nearest: ['water-supply'] }];
    expect(mandate.decide({ ...publish, unknownCodes: codes }, mandate.initial)).toEqual(refused({ type: 'CodesAreUnknown', codes }));
  });

  test('with no theme both wanted and excluded', () => {
    expect(changed({ themes: ['reuse', 'water'], excludedThemes: ['water'] })).toEqual(
      refused({ type: 'ThemesAreExcluded', themes: ['water'] }),
    );
  });

  test('with countries and a ticket that can be: one currency, positive, the right way round', () => {
    expect(changed({ countries: [] })).toEqual(refused({ type: 'CountriesAreMissing' }));
    expect(changed({ usualTicketLow: money(1n, 'JPY') })).toEqual(refused({ type: 'CurrenciesDiffer', currencies: ['USD', 'JPY'] }));
    expect(changed({ ticketMinimum: usd(0n) })).toEqual(refused({ type: 'TicketIsNotPositive', minimum: 0n, currency: 'USD' }));
    expect(changed({ ticketMinimum: usd(21n) })).toEqual(
      refused({ type: 'TicketBoundsAreReversed', minimum: 21n, maximum: 20n, currency: 'USD' }),
    );
    expect(changed({ usualTicketLow: usd(15n), usualTicketHigh: usd(12n) })).toEqual(
      refused({ type: 'UsualTicketIsReversed', low: 15n, high: 12n, currency: 'USD' }),
    );
    const outside = { type: 'UsualTicketIsOutsideTheTicket', minimum: 10n, maximum: 20n, currency: 'USD' };
    expect(changed({ usualTicketLow: usd(9n) })).toEqual(refused({ ...outside, bound: 'low', usual: 9n }));
    expect(changed({ usualTicketHigh: usd(21n) })).toEqual(refused({ ...outside, bound: 'high', usual: 21n }));
    expect(changed({ usualTicketLow: usd(10n), usualTicketHigh: usd(20n) })).toMatchObject({ ok: true });
  });

  test('in terms that are not too long', () => {
    const long = { type: 'TermsAreTooLong', maximum: 16_000 };
    expect(changed({ preferredInstruments: Array.from({ length: 300 }, () => 'x'.repeat(100)) })).toEqual(refused(long));
  });
});

describe('a mandate is changed by its own sponsor', () => {
  const wider = { ...terms, ticketMaximum: usd(50n) };
  const revise: mandate.Command = { type: 'ReviseMandate', unknownCodes: [], terms: wider, by: officer };
  const revised: mandate.Event = { type: 'MandateRevised', revision: 2, terms: wider, by: 'olu' };
  const [pause, resume, retire] = (['PauseMandate', 'ResumeMandate', 'RetireMandate'] as const).map((type) => ({ type, by: officer }));
  const [paused, resumed, retired] = (['MandatePaused', 'MandateResumed', 'MandateRetired'] as const).map((type) => ({ type, by: 'olu' }));
  if (!pause || !resume || !retire || !paused || !resumed || !retired) throw new Error('three of each');

  test('its terms: the new ones are in force, the earlier ones are kept, the same again change nothing', () => {
    const state = given(published, revised);
    expect(mandate.decide(revise, given(published))).toEqual({ ok: true, events: [revised] });
    expect(mandate.decide(revise, state)).toEqual({ ok: true, events: [] });
    expect(state).toEqual({ status: 'published', sponsor: 'spo_a', revisions: [terms, wider] });
    expect(mandate.decide({ ...revise, terms }, state)).toEqual({ ok: true, events: [{ ...revised, revision: 3, terms }] });
  });

  test('to terms that can be, in codes that the lists have', () => {
    const codes = [{ field: 'terms.themes[0]', code: 'watter', list: 'themes', nearest: [] }];
    expect(mandate.decide({ ...revise, unknownCodes: codes }, given(published))).toEqual(refused({ type: 'CodesAreUnknown', codes }));
    expect(mandate.decide({ ...revise, terms: { ...terms, countries: [] } }, given(published))).toEqual(
      refused({ type: 'CountriesAreMissing' }),
    );
  });

  test('paused and resumed, as often as it likes; while it is paused its terms may change', () => {
    expect(mandate.decide(pause, given(published))).toEqual({ ok: true, events: [paused] });
    expect(mandate.decide(pause, given(published, paused))).toEqual({ ok: true, events: [] });
    expect(mandate.decide(revise, given(published, paused))).toEqual({ ok: true, events: [revised] });
    expect(given(published, paused, revised)).toMatchObject({ status: 'paused' });
    expect(mandate.decide(resume, given(published, paused))).toEqual({ ok: true, events: [resumed] });
    expect(mandate.decide(resume, given(published, paused, resumed))).toEqual({ ok: true, events: [] });
  });

  test('so often that all of them can be read together', () => {
    const often = Array.from(
      { length: 99 },
      (_, index): mandate.Event => ({
        type: 'MandateRevised',
        revision: index + 2,
        terms: { ...terms, minimumReadiness: index % 2 },
        by: 'olu',
      }),
    );
    expect(mandate.decide(revise, given(published, ...often.slice(1)))).toMatchObject({ ok: true });
    expect(mandate.decide(revise, given(published, ...often))).toEqual(refused({ type: 'RevisionsAreTooMany', maximum: 100 }));
  });

  test('retired for good', () => {
    const state = given(published, paused, retired);
    expect(mandate.decide(retire, given(published, paused))).toEqual({ ok: true, events: [retired] });
    expect(mandate.decide(retire, state)).toEqual({ ok: true, events: [] });
    for (const next of [revise, pause, resume]) expect(mandate.decide(next, state)).toEqual(refused({ type: 'MandateIsRetired' }));
  });

  test('by nobody else, and only where it is', () => {
    for (const next of [revise, pause, resume, retire]) {
      expect(mandate.decide({ ...next, by: rival }, given(published))).toEqual(
        refused({ type: 'WrongOrganisation', kind: 'sponsor', actual: 'spo_b' }),
      );
      expect(mandate.decide({ ...next, by: { ...officer, roles: ['sponsor.approver'] } }, given(published))).toEqual(
        refused({ type: 'RoleIsMissing', needed: ['sponsor.officer'] }),
      );
      expect(mandate.decide(next, mandate.initial)).toEqual(refused({ type: 'MandateIsUnknown' }));
    }
  });

  test('whatever is asked: a repeat changes nothing, revisions are counted, and what is retired stays so', () => {
    const command = sentOn<mandate.Command>(COMMANDS, 'mandate', {
      also: ['publishMandate'],
      persons: fc.constant(officer),
      system: officer,
      given: { spo: 'spo_a', terms: fc.constantFrom(terms, wider) },
      facts: { sponsorIsRegistered: true, unknownCodes: fc.constant([]) },
      seldom: ['retireMandate'],
    });
    const reached = new Set<string>();
    const { walk } = driven<mandate.State, mandate.Command, mandate.Event>(mandate);
    fc.assert(
      fc.property(fc.array(command, { minLength: 10, maxLength: 40, size: 'max' }), (commands) => {
        walk(commands, {
          again: (next, state) => {
            if (next.type !== 'PublishMandate') expect(mandate.decide(next, state)).toEqual(nothing);
          },
          each: ({ before, state, events }) => {
            if (before.status === 'retired') expect(state).toEqual(before);
            for (const event of events) {
              reached.add(event.type);
              if (event.type === 'MandateRevised') expect(state).toMatchObject({ revisions: { length: event.revision } });
            }
          },
        });
      }),
      { numRuns: 100, seed: 20261126 },
    );
    expect([...reached].sort()).toEqual([...mandates.codec.types].sort());
  });
});
