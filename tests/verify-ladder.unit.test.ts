import { byChance } from '@junkan/programme/chance.fixture.ts';
import { factsOf, type History, historyByChance } from '@junkan/programme/declaration/obligations/history.fixture.ts';
import { obligationsOf } from '@junkan/programme/declaration/obligations/obligations.ts';
import { dueDay, type Moved, monthsOn, owedUntil, walked } from '@junkan/scripts/verify/ladder.ts';
import { expect, test } from 'vitest';

const WHAT = { notice: 'noticed', suspension: 'suspended' } as const;

const movesOf = ({ facts }: History): Moved[] =>
  facts.map((fact): Moved => {
    const { obligation, on } = fact;
    if (fact.type === 'extended') return { obligation, on, what: 'extended', days: fact.days };
    if (fact.type === 'decided') return { obligation, on, what: WHAT[fact.act as keyof typeof WHAT] };
    return { obligation, on, what: fact.type };
  });

/** By going from day to day, each obligation with its due day and its steps. */
function byDays(history: History): unknown[] {
  const owing = { rule: history.rule as never, admittedOn: history.admittedOn, moves: movesOf(history) };
  return owedUntil(owing, history.until).map((obligation) => {
    const { steps, isInReview } = walked(owing, obligation, history.until);
    const told = steps.map(({ rung, days, on, due }) => [on, days > 0 ? `${rung}-${days}` : rung, due].join(' '));
    return [obligation, dueDay(owing, obligation), told.toSorted(), isInReview];
  });
}

const byRules = (history: History): unknown[] =>
  obligationsOf(history, history.until).owed.map(({ obligation, firstDueOn, steps, turn }) => [
    obligation,
    firstDueOn,
    steps.map(({ name, on, dueOn }) => [on, name, dueOn].join(' ')).toSorted(),
    turn === 'other',
  ]);

test('300 histories by chance come to the same due days and steps as by the rules that the services decide by', () => {
  const histories = byChance(300, historyByChance);
  const names = new Set<string>();
  for (const history of histories) {
    const expected = byRules(history);
    expect(byDays(history), JSON.stringify(factsOf(history))).toEqual(expected);
    for (const { steps } of obligationsOf(history, history.until).owed) for (const { name } of steps) names.add(name);
  }
  for (const name of [
    'opened',
    'overdue',
    'last-reminder',
    'suspension-may-be-decided',
    'lapse-is-near',
    'review-is-late',
    'left-to-secretariat',
  ])
    expect([...names]).toContain(name);
});

test('a month later is the same day, or the last of that month', () => {
  expect(['2028-01-31', '2027-01-31', '2027-12-15'].map((day) => monthsOn(day, 1))).toEqual(['2028-02-29', '2027-02-28', '2028-01-15']);
});
