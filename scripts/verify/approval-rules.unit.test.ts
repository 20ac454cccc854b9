import { describe, expect, test } from 'vitest';
import { limitsAreKept } from './approval-rules.ts';
import type { Recorded, Stored } from './facts.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const RULES = 'apr_a';
const AGREEMENT = 'agr_a';
type Short = readonly [stream: string, type: Recorded['type'], person: string, data?: object];
const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`;

const proposed: Short = [
  RULES,
  'LimitsProposed',
  'officer',
  { organisation: 'secretariat', proposal: 1, limits: [usd('100')], at: day(1) },
];
const approved: Short = [RULES, 'LimitsApproved', 'approver', { proposal: 1, at: day(2) }];
const requested: Short = [AGREEMENT, 'PaymentRequested', 'maker', { payment: 'pay_a', amount: usd('150'), at: day(3) }];
const once: Short = [AGREEMENT, 'PaymentApprovedOnce', 'one', { payment: 'pay_a', rules: 1, limit: usd('100'), at: day(4) }];
const final: Short = [AGREEMENT, 'PaymentApproved', 'two', { payment: 'pay_a', rules: 1, at: day(5) }];
const ALL = [proposed, approved, requested, once, final];

function faultsOf(...given: readonly Short[]): readonly string[] {
  const events = given.map(
    ([stream, type, person, data], index): Recorded => ({
      stream,
      type,
      person,
      version: index + 1,
      at: '',
      data: { by: person, ...data },
    }),
  );
  const byStream = Map.groupBy(events, ({ stream }) => stream);
  return limitsAreKept({ disbursement: { byStream }, matching: { byStream } } as unknown as Stored).broken;
}
const changed = (which: Short, person: string, data: object = {}): readonly Short[] =>
  ALL.map((each) => (each === which ? [each[0], each[1], person, { ...each[3], ...data }] : each));

test('limits of two persons, and a payment above them that two others approved, are as they should be', () => {
  expect(faultsOf(...ALL)).toEqual([]);
  expect(faultsOf(requested, [AGREEMENT, 'PaymentApproved', 'two', { payment: 'pay_a', at: day(5) }])).toEqual([]);
});

test('one person behind a limit is found, and a limit that nobody proposed', () => {
  expect(faultsOf(...changed(approved, 'officer'))).toEqual([expect.stringContaining('approved by officer')]);
  expect(faultsOf(approved, ...ALL.slice(2))).not.toEqual([]);
});

describe('a payment above the limit', () => {
  test('that one person approved alone is found', () => {
    expect(faultsOf(...ALL.filter((each) => each !== once))).toEqual([expect.stringContaining('approved by two alone')]);
  });

  test('that the same person approved twice is found', () => {
    expect(faultsOf(...changed(final, 'one'))).toEqual([expect.stringContaining('approved twice by one')]);
  });

  test('whose first approval is of an order that came to nothing is found', () => {
    const again: Short = [AGREEMENT, 'PaymentRequested', 'maker', { payment: 'pay_a', amount: usd('150'), at: day(5) }];
    expect(faultsOf(...ALL.slice(0, -1), again, final)).toEqual([expect.stringContaining('approved by two alone')]);
  });

  test('that names limits which were not in force is found', () => {
    expect(faultsOf(...changed(final, 'two', { rules: 0 }))).toEqual([expect.stringContaining('by limits 0')]);
    expect(faultsOf(...changed(approved, 'approver', { at: day(9) })).length).toBeGreaterThan(0);
  });
});

test('a first approval that no limit asks for is found', () => {
  expect(faultsOf(...changed(requested, 'maker', { amount: usd('100') }))).toEqual([expect.stringContaining('no limit asks for')]);
});

describe('an offer above the limit of its sponsor', () => {
  const FUNDING = 'fnd_a';
  const limits: readonly Short[] = [
    [RULES, 'LimitsProposed', 'officer', { organisation: 'spo_a', proposal: 1, limits: [usd('100')], at: day(1) }],
    approved,
  ];
  const offered: Short = [FUNDING, 'OfferProposed', 'officer', { offer: 'off_a', sponsor: 'spo_a', terms: 1, amount: usd('150') }];
  const accepted: Short = [FUNDING, 'OfferAccepted', 'city', { offer: 'off_a', terms: 1 }];
  const one: Short = [FUNDING, 'OfferApprovedOnce', 'one', { offer: 'off_a', rules: 1, limit: usd('100'), at: day(4) }];
  const two: Short = [FUNDING, 'OfferApproved', 'two', { offer: 'off_a', rules: 1, at: day(5) }];

  test('is approved by two persons', () => {
    expect(faultsOf(...limits, offered, accepted, one, two)).toEqual([]);
  });

  test('that one person approved alone, or twice, is found', () => {
    expect(faultsOf(...limits, offered, accepted, two)).toEqual([expect.stringContaining('approved by two alone')]);
    const twice: Short = [FUNDING, 'OfferApproved', 'one', { offer: 'off_a', rules: 1, at: day(5) }];
    expect(faultsOf(...limits, offered, accepted, one, twice)).toEqual([expect.stringContaining('approved twice by one')]);
  });
});

describe('what is given up above the limit of the person who confirms it', () => {
  const limits: readonly Short[] = [
    [RULES, 'LimitsProposed', 'officer', { organisation: 'spo_a', proposal: 1, limits: [usd('100')], at: day(1) }],
    approved,
  ];
  const of = { recovery: 1, resolution: 1 };
  const writtenOff: Short = [
    AGREEMENT,
    'ResolutionProposed',
    'officer',
    { ...of, kind: 'written-off', sponsor: 'spo_a', amount: usd('150') },
  ];
  const one: Short = [AGREEMENT, 'ResolutionConfirmedOnce', 'one', { ...of, rules: 1, limit: usd('100'), at: day(4) }];
  const by = (person: string, rules?: number): Short => [AGREEMENT, 'ResolutionConfirmed', person, { ...of, rules, at: day(5) }];

  test('is confirmed by two persons; by one where there were no limits for it yet', () => {
    expect(faultsOf(...limits, writtenOff, one, by('two', 1))).toEqual([]);
    expect(faultsOf(...limits, writtenOff, by('two'))).toEqual([]);
  });

  test('that one person confirmed alone, or twice, or by limits which were not in force, is found', () => {
    expect(faultsOf(...limits, writtenOff, by('two', 1))).toEqual([expect.stringContaining('approved by two alone')]);
    expect(faultsOf(...limits, writtenOff, one, by('one', 1))).toEqual([expect.stringContaining('approved twice by one')]);
    expect(faultsOf(...limits, writtenOff, by('two', 0))).toEqual([expect.stringContaining('by limits 0')]);
  });
});
