import { describe, expect, test } from 'vitest';
import { example } from './examples.fixture.ts';
import { answered, type Fact } from './facts.fixture.ts';
import { figuresOf as ladderOf, reachedBy } from './ladder.fixture.ts';
import { figuresOf as resultsOf } from './results.fixture.ts';

const LADDER = example('ladder');
const RESULTS = example('rollup');

test('the worked examples come to their published figures', () => {
  expect(ladderOf(LADDER.facts)).toEqual(LADDER.expected);
  expect(resultsOf(RESULTS.facts)).toEqual(RESULTS.expected);
});

test('the order of facts and repeats of them change no result', () => {
  expect(resultsOf(RESULTS.facts.toReversed())).toEqual(RESULTS.expected);
  expect(resultsOf([...RESULTS.facts, ...RESULTS.facts])).toEqual(RESULTS.expected);
});

describe('it is refused', () => {
  const { facts } = RESULTS;
  const own = {
    fact: 'result',
    action: 'act-own',
    source: 'own-1',
    indicator: 'tonnes-recycled',
    place: 'c1',
    certainty: 'reported',
    from: '2027-01-01',
    to: '2027-12-31',
  };
  const foreign = { ...own, action: 'act-p1', value: '5' };
  const takenBack = { ...foreign, edition: 2, value: undefined, not_available: true };
  test.each<[string, readonly Fact[]]>([
    ['ProjectIsAnActionAlready', [...facts, { fact: 'action', id: 'act-again', city: 'c1', commitments: ['C3'], project: 'p1' }]],
    ['ResultsComeFromTheProject', [...facts, foreign]],
    ['ResultsComeFromTheProject', [...facts, foreign, takenBack]],
    ['PeriodsOverlap', [...facts, { ...own, source: 'own-9', from: '2027-12-31', to: '2028-05-31', value: '5' }]],
    ['PartsExceedTheWhole', [...facts, { ...own, edition: 2, value: '100' }]],
  ])('by the name %s: results', (refused, all) => {
    expect(answered(() => resultsOf(all))).toEqual({ refused });
  });

  test.each<[string, Fact]>([
    ['NoticeIsTooEarly', { fact: 'notice', obligation: 'report-2', on: '2032-05-30' }],
    ['SuspensionIsTooEarly', { fact: 'suspended', obligation: 'report-2', on: '2032-06-30' }],
    ['ExtensionIsTooLong', { fact: 'extension', obligation: 'report-2', on: '2032-03-01', days: 91 }],
  ])('by the name %s: the ladder', (refused, fact) => {
    expect(answered(() => ladderOf([...LADDER.facts, fact]))).toEqual({ refused });
  });

  test('and nothing else is taken for a refusal', () => {
    expect(() => answered(() => ladderOf([]))).toThrow('there is no policy');
  });
});

const RULE: Fact = {
  fact: 'policy',
  plan_months: 24,
  first_report_months: 36,
  report_every_months: 0,
  align: ['03-31', '09-30'],
  opened_days: 180,
  reminders: [30],
  help_days: 14,
  second_days: 30,
  notice_days: 60,
  last_days: 90,
  suspension_days: 120,
  after_notice_days: 60,
  after_return_days: 30,
  extension_days: 90,
  review_days: 45,
  settle_days: 180,
  lapse_months: 24,
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
  // Nor does what is handed in on that day, and sent back, have it fall overdue once more.
  expect(reachedBy(city('2029-05-20', plan('submitted', '2029-04-01'), plan('returned', '2029-05-02')))).toEqual([
    ...overdue,
    '2029-05-17 plan help-offered',
  ]);
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
