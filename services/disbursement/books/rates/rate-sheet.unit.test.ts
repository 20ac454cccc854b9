import { driven } from '@junkan/kit/testing/decider.fixture.ts';
import { type Actor, ROLES } from '@junkan/proto/actor.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, type CommandOf, type Event, evolve, initial, type State, standingIn } from './rate-sheet.ts';
import { decide } from './rate-sheet-decide.ts';

const now = '2026-11-26T12:00:00.000Z';
const who = (person: string, ...roles: Actor['roles']): Actor => ({ person, organisation: 'secretariat', roles });
const [maker, checker] = [who('maker', 'finance.maker'), who('checker', 'finance.checker')];
const both = (person: string): Actor => who(person, 'finance.maker', 'finance.checker');
const yen = (rate: string) => [{ currency: 'JPY', rate }];
const enter = (more: Partial<CommandOf<'EnterRates'>> = {}): Command => ({
  type: 'EnterRates',
  source: 'ECB',
  base: 'EUR',
  day: '2026-11-25',
  rates: yen('162.05'),
  corrects: false,
  file: '',
  unknown: [],
  current: [],
  tolerance: 25,
  deviation: undefined,
  now,
  by: maker,
  ...more,
});
const confirm = (by = checker): Command => ({ type: 'ConfirmRates', now, by });
const refuseThem = (note = 'txt_a'): Command => ({ type: 'RefuseRates', note, now, by: checker });

const { acceptedOn, answerTo, walk } = driven<State, Command, Event>({ decide, evolve, initial });
const given = (...commands: readonly Command[]): State => acceptedOn(initial, ...commands);
const refusalOf = (command: Command, state: State) => {
  const answer = answerTo(command, state);
  return 'type' in answer ? answer.type : answer.length;
};

test('a rate that differs much from the present one is entered with a reason and a second source', () => {
  const present = { currency: 'JPY', from: '2', to: '200', day: '2026-11-24', source: 'ECB' };
  const current = [present];
  for (const rate of ['125', '75', '100.0001']) expect(refusalOf(enter({ current, rates: yen(rate) }), initial)).toBe(1);
  for (const [rate, percent] of [
    ['126', 26],
    ['74', 26],
    ['0.0000001', 99],
    ['1000000', 999_900],
  ] as const)
    expect(answerTo(enter({ current, rates: yen(rate) }), initial)).toMatchObject({
      type: 'RateDeviates',
      currency: 'JPY',
      percent,
      presentOf: '2026-11-24',
    });
  const deviation = { reason: 'The currency was devalued.', secondSource: 'Central bank' };
  expect(decide(enter({ current, deviation, rates: yen('126') }), initial)).toMatchObject({ events: [{ ...deviation, tolerance: 25 }] });
  const usual = decide(enter({ current, deviation, rates: yen('100') }), initial);
  expect(usual.ok && usual.events).not.toMatchObject([{ reason: expect.anything() }]);
});

describe('rates are entered', () => {
  test('by a maker, each in its one spelling and in the order of the currencies', () => {
    const rates = [{ currency: 'USD', rate: '1.050' }, ...yen('0162.050')];
    expect(decide(enter({ rates }), initial)).toEqual({
      ok: true,
      events: [
        {
          type: 'RatesEntered',
          source: 'ECB',
          base: 'EUR',
          day: '2026-11-25',
          edition: 1,
          file: '',
          at: now,
          by: 'maker',
          tolerance: 25,
          rates: [...yen('162.05'), { currency: 'USD', rate: '1.05' }],
        },
      ],
    });
    expect(refusalOf(enter({ by: checker }), initial)).toBe('RoleIsMissing');
  });

  test('of a day that has begun anywhere', () => {
    expect(refusalOf(enter({ day: '2026-11-26', now: '2026-11-25T10:00:00.000Z' }), initial)).toBe(1);
    expect(refusalOf(enter({ day: '2026-11-26', now: '2026-11-25T09:59:59.999Z' }), initial)).toBe('RateDateIsInTheFuture');
  });

  test.each<[string, Partial<CommandOf<'EnterRates'>>]>([
    ['RateDateIsInTheFuture', { day: '2026-11-28' }],
    ['CurrencyIsUnknown', { unknown: ['XXQ'] }],
    ['RateIsNotPositive', { rates: yen('0.000') }],
    ['RateIsNotPositive', { rates: yen('-1') }],
    ['RateIsOfItsBase', { rates: [{ currency: 'EUR', rate: '1' }] }],
    ['CurrencyIsToldTwice', { rates: [...yen('1'), ...yen('1.0')] }],
  ])('and refused as %s', (type, more) => {
    expect(refusalOf(enter(more), initial)).toBe(type);
  });

  test('once: what differs from what waits or is valid is refused, and corrects it only where it says so', () => {
    const waiting = given(enter());
    expect(refusalOf(enter({ rates: yen('162.0500') }), waiting)).toBe(0);
    expect(refusalOf(enter({ rates: yen('163') }), waiting)).toBe('RatesArePending');
    const standing = given(enter(), confirm());
    expect(refusalOf(enter(), standing)).toBe(0);
    expect(refusalOf(enter({ rates: yen('163') }), standing)).toBe('RatesDiffer');
    expect(refusalOf(enter({ rates: yen('163'), corrects: true }), standing)).toBe(1);
    expect(refusalOf(enter({ rates: yen('163') }), given(enter(), refuseThem()))).toBe(1);
  });
});

describe('a second person', () => {
  test('confirms them, who is not the one that entered them', () => {
    expect(refusalOf(confirm(both('maker')), given(enter()))).toBe('PreparedByTheSamePerson');
    expect(given(enter(), confirm())).toMatchObject({ status: 'confirmed', editions: [{ standing: 'confirmed', decidedBy: 'checker' }] });
    expect(refusalOf(confirm(), given(enter(), confirm()))).toBe(0);
    expect(refusalOf(confirm(), initial)).toBe('RatesAreUnknown');
    expect(refusalOf(confirm(), given(enter(), refuseThem()))).toBe('RatesDoNotWait');
  });

  test('refuses them, with words; what was valid remains valid', () => {
    expect(refusalOf(refuseThem(''), given(enter()))).toBe('NoteIsMissing');
    const kept = given(enter(), confirm(), enter({ rates: yen('163'), corrects: true }), refuseThem());
    expect(kept).toMatchObject({ status: 'confirmed', editions: [{ standing: 'confirmed' }, { standing: 'refused', note: 'txt_a' }] });
  });

  test('confirms a correction: the earlier edition stays to be read', () => {
    const corrected = given(enter(), confirm(), enter({ rates: yen('163'), corrects: true }));
    expect(corrected).toMatchObject({ status: 'correcting', editions: [{ standing: 'confirmed' }, { standing: 'proposed' }] });
    const after = given(enter(), confirm(), enter({ rates: yen('163'), corrects: true }), confirm());
    expect(after).toMatchObject({
      status: 'confirmed',
      editions: [{ standing: 'replaced', rates: yen('162.05') }, { standing: 'confirmed' }],
    });
  });
});

const command: fc.Arbitrary<Command> = fc
  .record({ by: fc.constantFrom(both('per_a'), both('per_b'), { ...both('per_c'), roles: ROLES }) })
  .chain(({ by }) =>
    fc.oneof(
      fc
        .record({ rates: fc.constantFrom(yen('162.05'), yen('163'), yen('0')), corrects: fc.boolean() })
        .map((more) => enter({ ...more, by })),
      fc.constant({ ...confirm(), by }),
      fc.constantFrom('txt_a', 'txt_b', '').map((note): Command => ({ type: 'RefuseRates', note, now, by })),
    ),
  );

test('whatever is asked, a repeat changes nothing, at most one edition is valid, two persons have decided it, and no edition is ever changed', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 5, maxLength: 30, size: 'max' }), (commands) => {
      walk(commands, {
        each: ({ before, state, events }) => {
          for (const event of events) reached.add(event.type);
          const [was, is] = [before, state].map((each) => (each.status === 'absent' ? [] : each.editions));
          expect(was?.map(({ rates, file, enteredBy }) => [rates, file, enteredBy])).toEqual(
            is?.slice(0, was?.length).map(({ rates, file, enteredBy }) => [rates, file, enteredBy]),
          );
          const standing = (is ?? []).filter((edition) => edition.standing === 'confirmed');
          expect(standing.length).toBeLessThan(2);
          for (const edition of standing) expect('decidedBy' in edition && edition.decidedBy).not.toBe(edition.enteredBy);
          if (state.status === 'confirmed') expect(standingIn(state)).toBeDefined();
        },
      });
    }),
    { numRuns: 300, seed: 20261126 },
  );
  expect([...reached].sort()).toEqual(['RatesConfirmed', 'RatesEntered', 'RatesRefused']);
});
