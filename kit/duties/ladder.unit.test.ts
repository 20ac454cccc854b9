import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plusCalendarDays } from '../pure/dates.ts';
import { alignedTo, beginningIn, endIn } from './days.ts';
import type { DutyFact, DutyPolicy } from './duty.ts';
import { extensionFault, ladder } from './ladder.ts';

const MILESTONE: DutyPolicy<'near' | 'due' | 'late' | 'may-be-ended' | 'verifier-is-late', 'ending'> = {
  rungs: [
    { name: 'near', by: 'days-before', days: 14 },
    { name: 'due', by: 'turn', days: 0 },
    { name: 'late', by: 'turn', days: 7 },
    { name: 'may-be-ended', by: 'turn', days: 30, daysSinceReturn: 10, opens: 'ending' },
  ],
  review: { days: 20, late: 'verifier-is-late' },
  extensionDays: 30,
};
const DUE = '2028-02-29';
const at = (facts: readonly DutyFact<'ending'>[], today: string) => ladder(MILESTONE, { dueOn: DUE, facts }, today);
const daysOf = (facts: readonly DutyFact<'ending'>[]) => at(facts, '2030-01-01').steps.map(({ name, on }) => `${on} ${name}`);

test.each([
  ['2029-03-31', ['03-31', '09-30'], '2029-03-31'],
  ['2029-04-01', ['03-31', '09-30'], '2029-09-30'],
  ['2029-10-01', ['09-30', '03-31'], '2030-03-31'],
  ['2027-02-10', ['02-29'], '2027-02-28'],
  ['2028-02-29', ['02-30'], '2028-02-29'],
  ['2027-05-05', [], '2027-05-05'],
])('the first reporting day from %s on, of %j, is %s', (on, days, expected) => {
  expect(alignedTo(on, days)).toBe(expected);
});

test('a day begins and ends by the clocks of its place', () => {
  expect([beginningIn('Asia/Dili', '2030-03-31'), endIn('Asia/Dili', '2030-03-31')]).toEqual([
    '2030-03-30T15:00:00.000Z',
    '2030-03-31T14:59:59.999Z',
  ]);
  expect(endIn('Asia/Kathmandu', '2030-03-31')).toBe('2030-03-31T18:14:59.999Z');
  // A day of 25 hours.
  expect(endIn('Asia/Jerusalem', '2026-10-25')).toBe('2026-10-25T21:59:59.999Z');
});

test('any table of rungs makes a ladder', () => {
  expect(daysOf([])).toEqual(['2028-02-15 near', '2028-03-01 due', '2028-03-08 late', '2028-03-31 may-be-ended']);
  expect(at([], '2028-03-08')).toMatchObject({
    turn: 'debtor',
    daysUsed: 7,
    next: '2028-03-31',
    may: { ending: { is: 'ahead', from: '2028-03-31' } },
  });
});

test('what is handed in and sent back on one day stops the clock for that day', () => {
  const within: DutyFact<'ending'>[] = [
    { type: 'submitted', on: '2028-03-05' },
    { type: 'returned', on: '2028-03-05' },
  ];
  expect(daysOf(within)).toEqual(['2028-02-15 near', '2028-03-01 due', '2028-03-09 late', '2028-04-01 may-be-ended']);
  // Sent back, and handed in again on the same day: it lies with the other side.
  const again: DutyFact<'ending'>[] = [
    { type: 'submitted', on: '2028-02-20' },
    { type: 'returned', on: '2028-02-25' },
    { type: 'submitted', on: '2028-02-25' },
  ];
  expect(at(again, '2028-02-26')).toMatchObject({ turn: 'other', next: '2028-03-17' });
});

test('an extension moves what is ahead; what came of the earlier due day came of that day', () => {
  const facts: DutyFact<'ending'>[] = [{ type: 'extended', on: '2028-03-05', days: 30 }];
  expect(at([], '2028-03-04').steps.at(-1)).toEqual({ name: 'due', on: '2028-03-01', dueOn: DUE });
  expect(at(facts, '2028-03-05')).toMatchObject({ firstDueOn: DUE, dueOn: '2028-03-30', daysUsed: 0, next: '2028-03-31' });
  expect(at(facts, '2028-03-31').steps.at(-1)).toEqual({ name: 'due', on: '2028-03-31', dueOn: '2028-03-30' });
});

test('a duty is extended once, by so much, before anything was decided and before it is done', () => {
  const fault = (days: number, ...facts: DutyFact<'ending'>[]) => extensionFault(MILESTONE, facts, days);
  expect(fault(30)).toBeUndefined();
  expect(fault(31)).toEqual({ type: 'ExtensionIsTooLong', days: 31, most: 30 });
  expect(fault(1, { type: 'extended', on: '2028-02-01', days: 5 })).toEqual({ type: 'ExtendedOnce', on: '2028-02-01' });
  expect(fault(1, { type: 'decided', on: '2028-04-01', act: 'ending' })).toEqual({ type: 'ActIsDecided', act: 'ending', on: '2028-04-01' });
  expect(fault(1, { type: 'accepted', on: '2028-02-01' })).toEqual({ type: 'DutyIsDone', on: '2028-02-01' });
});

test('what was decided is not decided again, and nothing is once the duty is done', () => {
  const decided: DutyFact<'ending'> = { type: 'decided', on: '2028-04-02', act: 'ending' };
  expect(at([decided], '2028-04-03').may.ending).toEqual({ is: 'decided', on: '2028-04-02' });
  expect(at([{ type: 'accepted', on: '2028-03-02' }], '2028-04-03')).toMatchObject({ may: { ending: { is: 'over' } }, ahead: [] });
});

const moves = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }).map(
  (gaps) =>
    gaps.reduce<{ on: string; facts: DutyFact<'ending'>[] }>(
      ({ on, facts }, gap, index) => {
        const day = plusCalendarDays(on, gap);
        return { on: day, facts: [...facts, { type: index % 2 === 0 ? 'submitted' : 'returned', on: day }] };
      },
      { on: '2028-02-01', facts: [] },
    ).facts,
);

test('whoever sleeps from one day so announced to the next misses no rung and meets none twice', () => {
  fc.assert(
    fc.property(moves, (facts) => {
      const wakes = new Set(facts.map(({ on }) => on));
      const seen = new Map<string, string>();
      for (let on = '2028-01-01'; on < '2029-12-31'; ) {
        const { steps, next } = at(facts, on);
        for (const step of steps) seen.set(`${step.name} ${step.on}`, seen.get(`${step.name} ${step.on}`) ?? on);
        on = [...wakes, ...(next === undefined ? [] : [next])].filter((day) => day > on).toSorted()[0] ?? '2029-12-31';
      }
      const all = at(facts, '2029-12-30').steps;
      expect([...seen.keys()].toSorted()).toEqual(all.map((step) => `${step.name} ${step.on}`).toSorted());
      // On its own day.
      for (const [step, on] of seen) expect(step.endsWith(on)).toBe(true);
    }),
  );
});

test('days used never exceed those since the due day, and stand still while it lies with the other side', () => {
  fc.assert(
    fc.property(moves, fc.integer({ min: 0, max: 300 }), (facts, days) => {
      const today = plusCalendarDays(DUE, days);
      const [now, then] = [at(facts, today), at(facts, plusCalendarDays(today, 1))];
      expect(now.daysUsed).toBeLessThanOrEqual(Math.max(0, days - 1));
      const isStill = now.turn === 'other' || facts.some(({ on }) => on === today) || days === 0;
      expect(then.daysUsed - now.daysUsed).toBe(isStill ? 0 : 1);
    }),
  );
});
