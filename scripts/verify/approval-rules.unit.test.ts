import { describe, expect, test } from 'vitest';
import { limitsAreKept } from './approval-rules.ts';
import type { Recorded, Stored } from './facts.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const RULES = 'apr_a';
const AGREEMENT = 'agr_a';
type Told = readonly [stream: string, type: Recorded['type'], person: string, data?: object];
const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T12:00:00.000Z`;

const proposed: Told = [RULES, 'LimitsProposed', 'officer', { organisation: 'secretariat', proposal: 1, limits: [usd('100')], at: day(1) }];
const approved: Told = [RULES, 'LimitsApproved', 'approver', { proposal: 1, at: day(2) }];
const requested: Told = [AGREEMENT, 'PaymentRequested', 'maker', { payment: 'pay_a', amount: usd('150'), at: day(3) }];
const once: Told = [AGREEMENT, 'PaymentApprovedOnce', 'one', { payment: 'pay_a', rules: 1, limit: usd('100'), at: day(4) }];
const final: Told = [AGREEMENT, 'PaymentApproved', 'two', { payment: 'pay_a', rules: 1, at: day(5) }];
const ALL = [proposed, approved, requested, once, final];

function faultsOf(...told: readonly Told[]): readonly string[] {
  const events = told.map(
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
const changed = (which: Told, person: string, data: object = {}): readonly Told[] =>
  ALL.map((told) => (told === which ? [told[0], told[1], person, { ...told[3], ...data }] : told));

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
    expect(faultsOf(...ALL.filter((told) => told !== once))).toEqual([expect.stringContaining('approved by two alone')]);
  });

  test('that the same person approved twice is found', () => {
    expect(faultsOf(...changed(final, 'one'))).toEqual([expect.stringContaining('approved twice by one')]);
  });

  test('whose first approval is of an order that came to nothing is found', () => {
    const again: Told = [AGREEMENT, 'PaymentRequested', 'maker', { payment: 'pay_a', amount: usd('150'), at: day(5) }];
    expect(faultsOf(...ALL.slice(0, -1), again, final)).toEqual([expect.stringContaining('approved by two alone')]);
  });

  test('that names limits which did not stand is found', () => {
    expect(faultsOf(...changed(final, 'two', { rules: 0 }))).toEqual([expect.stringContaining('by limits 0')]);
    expect(faultsOf(...changed(approved, 'approver', { at: day(9) })).length).toBeGreaterThan(0);
  });
});

test('a first approval that no limit asks for is found', () => {
  expect(faultsOf(...changed(requested, 'maker', { amount: usd('100') }))).toEqual([expect.stringContaining('no limit asks for')]);
});

describe('an offer above the limit of its sponsor', () => {
  const FUNDING = 'fnd_a';
  const limits: readonly Told[] = [
    [RULES, 'LimitsProposed', 'officer', { organisation: 'spo_a', proposal: 1, limits: [usd('100')], at: day(1) }],
    approved,
  ];
  const offered: Told = [FUNDING, 'OfferProposed', 'officer', { offer: 'off_a', sponsor: 'spo_a', terms: 1, amount: usd('150') }];
  const accepted: Told = [FUNDING, 'OfferAccepted', 'city', { offer: 'off_a', terms: 1 }];
  const one: Told = [FUNDING, 'OfferApprovedOnce', 'one', { offer: 'off_a', rules: 1, limit: usd('100'), at: day(4) }];
  const two: Told = [FUNDING, 'OfferApproved', 'two', { offer: 'off_a', rules: 1, at: day(5) }];

  test('is approved by two persons', () => {
    expect(faultsOf(...limits, offered, accepted, one, two)).toEqual([]);
  });

  test('that one person approved alone, or twice, is found', () => {
    expect(faultsOf(...limits, offered, accepted, two)).toEqual([expect.stringContaining('approved by two alone')]);
    const twice: Told = [FUNDING, 'OfferApproved', 'one', { offer: 'off_a', rules: 1, at: day(5) }];
    expect(faultsOf(...limits, offered, accepted, one, twice)).toEqual([expect.stringContaining('approved twice by one')]);
  });
});

describe('what is given up above the limit of whoever confirms it', () => {
  const limits: readonly Told[] = [
    [RULES, 'LimitsProposed', 'officer', { organisation: 'spo_a', proposal: 1, limits: [usd('100')], at: day(1) }],
    approved,
  ];
  const of = { recovery: 1, resolution: 1 };
  const writtenOff: Told = [
    AGREEMENT,
    'ResolutionProposed',
    'officer',
    { ...of, kind: 'written-off', sponsor: 'spo_a', amount: usd('150') },
  ];
  const one: Told = [AGREEMENT, 'ResolutionConfirmedOnce', 'one', { ...of, rules: 1, limit: usd('100'), at: day(4) }];
  const by = (person: string, rules?: number): Told => [AGREEMENT, 'ResolutionConfirmed', person, { ...of, rules, at: day(5) }];

  test('is confirmed by two persons; by one where there were no limits for it yet', () => {
    expect(faultsOf(...limits, writtenOff, one, by('two', 1))).toEqual([]);
    expect(faultsOf(...limits, writtenOff, by('two'))).toEqual([]);
  });

  test('that one person confirmed alone, or twice, or by limits which did not stand, is found', () => {
    expect(faultsOf(...limits, writtenOff, by('two', 1))).toEqual([expect.stringContaining('approved by two alone')]);
    expect(faultsOf(...limits, writtenOff, one, by('one', 1))).toEqual([expect.stringContaining('approved twice by one')]);
    expect(faultsOf(...limits, writtenOff, by('two', 0))).toEqual([expect.stringContaining('by limits 0')]);
  });
});
