import { money } from '@junkan/kit/pure/money.ts';
import { describe, expect, test } from 'vitest';
import { proposal, usd, withoutTarget } from './actors.fixture.ts';
import { malformed, missing, type Proposal } from './proposal.ts';
import type { PlannedIndicator } from './proposal-parts.ts';

const fields = (faults: readonly { field: string; rule: string }[]) => faults.map(({ field, rule }) => `${field}: ${rule}`);
const composted: PlannedIndicator = { code: 'tonnes-recycled', unit: 't', baseline: '0', target: '120', method: '', milestones: [2] };
const planned = (...plannedIndicators: readonly PlannedIndicator[]): Proposal => ({ ...proposal, plannedIndicators });

describe('a draft may be half filled, but not contradict itself', () => {
  test.each([
    [
      'a stream twice and less than nothing of it',
      {
        wasteStreams: [
          { stream: 'glass', tonnesPerYear: '' },
          { stream: 'glass', tonnesPerYear: '-1' },
        ],
      },
      ['waste_streams[1].stream: must be named once', 'waste_streams[1].tonnes_per_year: must not be negative'],
    ],
    ['a negative capacity', { capacity: { quantity: '-2', unit: 't/d' } }, ['capacity.quantity: must not be negative']],
    [
      'negative sums',
      { ownContribution: usd(-1n), otherSources: [{ name: 'Ward', amount: usd(-1n) }], cost: money(1n, '') },
      [
        'own_contribution.amount: must not be negative',
        'other_sources[0].amount.amount: must not be negative',
        'cost.currency: must be an ISO 4217 code',
      ],
    ],
    [
      'an indicator twice for one milestone',
      { plannedIndicators: [composted, { ...composted, target: '7' }] },
      ['planned_indicators[1].code: must be planned once for each milestone'],
    ],
  ])('%s', (_case, change, faults) => {
    expect(fields(malformed({ ...proposal, ...change }))).toEqual(faults);
  });

  test('what is begun and not whole is kept', () => {
    const begun = { ...composted, unit: '', target: '', milestones: [9] };
    expect(malformed({ ...withoutTarget, language: 'zh-Hans', cost: usd(9n), plannedIndicators: [begun] })).toEqual([]);
  });
});

describe('the target is the cost less the own contribution and the other sources, to the minor unit', () => {
  const otherSources = [
    { name: 'Prefecture', amount: usd(40n) },
    { name: 'Cooperative', amount: usd(1n) },
  ];
  test('it may be written without any of them, or with all of them', () => {
    expect(missing(proposal)).toEqual([]);
    expect(missing({ ...proposal, cost: usd(300n) })).toEqual([]);
    expect(missing({ ...proposal, cost: usd(400n), ownContribution: usd(59n), otherSources })).toEqual([]);
    expect(missing({ ...withoutTarget, cost: usd(400n) })).toEqual([]);
  });

  test.each([
    [
      'one cent too few',
      { cost: usd(400n), ownContribution: usd(58n), otherSources },
      ['target: must be the cost less the own contribution and the other sources'],
    ],
    ['contributions without a cost', { otherSources }, ['cost: is required where there are contributions']],
    [
      'another currency',
      { cost: usd(400n), ownContribution: money(59n, 'JPY'), otherSources },
      ['own_contribution: must be in the currency of the cost'],
    ],
  ])('not with %s', (_case, change, faults) => {
    expect(fields(missing({ ...proposal, ...change }))).toEqual(faults);
  });
});

describe('an indicator has a row for each of its targets', () => {
  const steps = [1, 2, 3].map((number) => ({
    ...proposal.milestones[0],
    number,
    monthsAfterEffective: number,
  })) as typeof proposal.milestones;
  const rows = (...changes: readonly Partial<typeof composted>[]) => ({
    ...proposal,
    milestones: steps,
    plannedIndicators: changes.map((change) => ({ ...composted, ...change })),
  });
  test('each at milestones of its own', () => {
    const planned = rows({ milestones: [1], target: '30' }, { milestones: [2], target: '60' }, { milestones: [], target: '90' });
    expect([malformed(planned), missing(planned)]).toEqual([[], []]);
  });
  test.each([
    [
      'a milestone in two rows',
      rows({ milestones: [3] }, { milestones: [] }),
      ['planned_indicators[1].milestones: must not be planned twice for one milestone'],
    ],
    [
      'another unit or baseline',
      rows({ milestones: [1] }, { milestones: [2], unit: 'kg', baseline: '5' }),
      [
        'planned_indicators[1].unit: must be the unit of the other rows of this indicator',
        'planned_indicators[1].baseline: must be the baseline of the other rows of this indicator',
      ],
    ],
  ])('not with %s', (_case, planned, faults) => {
    expect(fields(missing(planned))).toEqual(faults);
  });
});

test('a place lies in one of the countries', () => {
  const place = { id: '1', name: 'Naka', country: 'JP', latitude: '35', longitude: '139' };
  expect(missing({ ...proposal, place })).toEqual([]);
  expect(fields(missing({ ...proposal, place: { ...place, country: 'ID' } }))).toEqual(['place.id: must lie in one of the countries']);
});

test('an indicator is planned with its unit, what is to be reached, and milestones of the plan', () => {
  expect(missing(planned(composted, { ...composted, code: 'jobs-created', milestones: [] }))).toEqual([]);
  expect(fields(missing(planned({ ...composted, code: 'tonnes-composted', unit: '', target: '', milestones: [1, 3] })))).toEqual([
    'planned_indicators[0].code: must not be among the indicators that every report tells',
    'planned_indicators[0].unit: is required',
    'planned_indicators[0].target: is required',
    'planned_indicators[0].milestones: must be numbers of the plan',
  ]);
});
