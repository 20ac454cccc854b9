import { money } from '@junkan/kit/pure/money.ts';
import { describe, expect, test } from 'vitest';
import { proposal, usd, withoutTarget } from './actors.fixture.ts';
import { isSameProposal, malformed, missing, type PlannedMilestone, type Proposal } from './proposal.ts';
import { check } from './proposal-check.ts';

const plan = (...milestones: readonly Partial<PlannedMilestone>[]): Proposal => ({
  ...proposal,
  milestones: milestones.map((milestone, index) => ({
    number: index + 1,
    title: '',
    monthsAfterEffective: 12 * (index + 1),
    amount: usd(150n),
    ...milestone,
  })),
});
const fields = (faults: readonly { field: string; rule: string }[]) => faults.map(({ field, rule }) => `${field}: ${rule}`);

describe('a proposal is complete', () => {
  test('with title, country, target, minimum close and a plan that sums to the target', () => {
    expect(missing(proposal)).toEqual([]);
  });

  test('as to its money also where target and plan are absent altogether', () => {
    expect(missing(withoutTarget)).toEqual([]);
    expect(missing({ ...withoutTarget, target: usd(0n), minimumCloseBasisPoints: 0 })).toEqual([]);
    expect(fields(missing({ ...withoutTarget, title: ' ', countries: [] }))).toEqual([
      'title: is required',
      'countries: at least one is required',
    ]);
  });

  test.each([
    ['no target but a plan', { ...proposal, target: undefined }, ['target: must be positive', 'milestones: must sum to the target']],
    ['no plan', { ...proposal, milestones: [] }, ['milestones: at least one is required']],
    ['a number left out', plan({}, { number: 3 }), ['milestones[1].number: must be 2']],
    [
      'a first step at once',
      plan({ monthsAfterEffective: 0 }, {}),
      ['milestones[0].months_after_effective: must be positive and later than the milestone before'],
    ],
    [
      'steps out of order',
      plan({}, { monthsAfterEffective: 12 }),
      ['milestones[1].months_after_effective: must be positive and later than the milestone before'],
    ],
    ['a step for nothing', plan({ amount: usd(300n) }, { amount: usd(0n) }), ['milestones[1].amount: must be positive']],
    [
      'a step without amount',
      plan({ amount: usd(300n) }, { amount: undefined }),
      ['milestones[1].amount: must be positive', 'milestones: must sum to the target'],
    ],
    [
      'another currency',
      plan({}, { amount: money(150n, 'JPY') }),
      ['milestones[1].amount: must be in the currency of the target', 'milestones: must sum to the target'],
    ],
    ['one cent too few', plan({}, { amount: usd(149n) }), ['milestones: must sum to the target']],
    ['no minimum close', { ...proposal, minimumCloseBasisPoints: 0 }, ['minimum_close_basis_points: must be from 1 to 10000']],
  ])('but not with %s', (_case, incomplete, faults) => {
    expect(fields(missing(incomplete))).toEqual(faults);
  });
});

test('no draft has malformed codes, negative money or figures out of their range', () => {
  expect(malformed({ ...withoutTarget, title: '', countries: [] })).toEqual([]);
  const bad = {
    ...plan({ amount: money(-1n, 'usd') }),
    countries: ['JP', 'jp'],
    target: usd(-1n),
    minimumCloseBasisPoints: 10_001,
    readiness: 5,
  };
  expect(fields(malformed(bad))).toEqual([
    'countries: jp is no ISO 3166-1 alpha-2 code',
    'target.amount: must not be negative',
    'minimum_close_basis_points: must be at most 10000',
    'readiness: must be at most 4',
    'milestones[0].amount.currency: must be an ISO 4217 code',
    'milestones[0].amount.amount: must not be negative',
  ]);
});

test('no proposal is larger than can be kept in every version and shown in every list', () => {
  // Two characters of JSON around each, and three bytes for each of these letters.
  const coded = (count: number): Proposal => ({ ...withoutTarget, indicators: Array.from({ length: count }, () => '循環'.repeat(8)) });
  expect(malformed(coded(300))).toEqual([]);
  expect(fields(malformed(coded(500)))).toEqual([': must not exceed 24000 bytes of JSON']);
});

test('two proposals are the same by what they say, not by the order in which their fields were set', () => {
  const { title, ...rest } = proposal;
  expect(isSameProposal(proposal, { ...rest, title })).toBe(true);
  expect(isSameProposal(proposal, { ...proposal, target: money(300n, 'JPY') })).toBe(false);
});

test('a proposal is checked for all that is against it at once, where a draft is refused for the first of it', () => {
  const strange = { codes: [{ field: 'themes[0]', code: 'reus', list: 'themes', nearest: ['reuse'] }], place: '1' };
  const checked = check({ ...proposal, title: '', countries: ['JP', 'VN'], readiness: 5 }, ['JP'], strange);
  expect({ ...checked, faults: fields(checked.faults), missing: fields(checked.missing) }).toEqual({
    faults: ['readiness: must be at most 4'],
    strange,
    countriesOfOthers: ['VN'],
    missing: ['title: is required'],
  });
});
