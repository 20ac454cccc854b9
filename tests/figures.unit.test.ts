import { figuresOf as byRules, factsOf, historyByChance, inOrder } from '@junkan/programme/declaration/obligations/history.fixture.ts';
import { byChance } from '@junkan/programme/oracle.fixture.ts';
import { figuresOf as byRollup, factsByChance, worldOf } from '@junkan/programme/results/rollup/facts.fixture.ts';
import { expect, test } from 'vitest';
import { type Fact, figuresOf as ladderOf, reachedBy } from './figures/ladder.ts';
import { figuresOf as resultsOf } from './figures/results.ts';

const answered = <Figures>(work: () => Figures) => {
  try {
    return { is: work() };
  } catch (error) {
    return { refused: (error as Error).message };
  }
};

test('300 histories come to the same days and refusals by the rules as by going from day to day', () => {
  for (const history of byChance(300, historyByChance)) {
    const facts = factsOf(history);
    const answer = answered(() => ladderOf(facts));
    const sorted = 'is' in answer ? Object.entries(answer.is).map(([name, { due, rungs }]) => [name, { due, rungs: inOrder(rungs) }]) : [];
    expect('is' in answer ? { is: Object.fromEntries(sorted) } : answer, JSON.stringify(facts)).toEqual(byRules(history));
  }
});

test('200 sets of results come to the same totals and refusals', () => {
  for (const facts of byChance(200, factsByChance)) {
    const [answer, rules] = [answered(() => resultsOf(facts)), byRollup(worldOf(facts))];
    // Several refusals may be due at once.
    if ('refused' in answer) expect(rules).toHaveProperty('refused');
    else expect(rules, JSON.stringify(facts)).toEqual(answer);
  }
});

const RULE: Fact = {
  fact: 'policy',
  ...{ plan_months: 24, first_report_months: 36, report_every_months: 0, align: ['03-31', '09-30'], opened_days: 180, reminders: [30] },
  ...{ help_days: 14, second_days: 30, notice_days: 60, last_days: 90, suspension_days: 120, after_notice_days: 60, after_return_days: 30 },
  ...{ extension_days: 90, review_days: 45, settle_days: 180, lapse_months: 24 },
};
const city = (until: string, ...facts: readonly Fact[]): Fact[] => [
  RULE,
  { fact: 'admitted', on: '2027-01-20' },
  ...facts,
  { fact: 'until', on: until },
];
const plan = (fact: string, on: string, more: object = {}): Fact => ({ fact, obligation: 'plan', on, ...more });

test('a step that was reached is on record, whatever happens later on that day or after it', () => {
  const overdue = ['2028-10-02 plan opened', '2029-03-01 plan reminded-30', '2029-04-01 plan overdue'];
  expect(reachedBy(city('2029-04-10'))).toEqual(overdue);
  expect(reachedBy(city('2029-04-10', plan('submitted', '2029-04-01')))).toEqual(overdue);
  // More time, granted late: it falls overdue once more.
  expect(reachedBy(city('2029-05-20', plan('extension', '2029-04-05', { days: 30 })))).toEqual([
    ...overdue,
    '2029-05-01 plan overdue',
    '2029-05-15 plan help-offered',
  ]);
});

test('what is handed in before it is asked for is not asked for', () => {
  expect(reachedBy(city('2029-09-30', plan('submitted', '2027-06-01'), plan('accepted', '2027-07-01')))).toEqual([]);
  const sentBack = [plan('submitted', '2027-06-01'), plan('returned', '2027-07-01')];
  expect(reachedBy(city('2029-03-01', ...sentBack))).toEqual(['2028-10-02 plan opened', '2029-03-01 plan reminded-30']);
});
