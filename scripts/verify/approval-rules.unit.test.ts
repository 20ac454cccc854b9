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

test('limits of an earlier version that were removed just after a first approval asked for it all the same', () => {
  const measured = { rules: 1, limit: usd('100'), measured: usd('150') };
  const at = (second: number) => `2026-11-04T12:00:0${second}.000Z`;
  const removed: readonly Short[] = [
    [RULES, 'LimitsProposed', 'officer', { organisation: 'secretariat', proposal: 2, at: at(4) }],
    [RULES, 'LimitsApproved', 'approver', { proposal: 2, at: at(5) }],
  ];
  const first: Short = [AGREEMENT, 'PaymentApprovedOnce', 'one', { payment: 'pay_a', ...measured, at: at(1) }];
  const second: Short = [AGREEMENT, 'PaymentApproved', 'two', { payment: 'pay_a', ...measured, at: at(2) }];
  expect(faultsOf(proposed, approved, ...removed, requested, first, second)).toEqual([]);
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

/** A limit of 100 that two persons have set, of the secretariat or of a sponsor. */
const limitsOf = (organisation: string): readonly Short[] => [
  [RULES, 'LimitsProposed', 'officer', { organisation, proposal: 1, limits: [usd('100')], at: day(1) }],
  approved,
];
/** The same approvals as an earlier version recorded them, which compared the piece at hand alone, and named nothing else. */
const unmeasured = ([stream, type, person, data]: Short): Short => {
  const { measured: _, ...rest } = (data ?? {}) as { readonly measured?: object };
  return [stream, type, person, rest];
};

describe('a cell that is paid in pieces is above the limit as a whole', () => {
  const cells = [{ tranche: 1, sponsor: 'spo_a', amount: usd('150'), payment: 'pay_rest' }];
  const effective: Short = [AGREEMENT, 'AgreementDrafted', 'system', { cells }];
  const of = (payment: string, amount: string, more: object = {}): Short => [
    AGREEMENT,
    'PaymentRequested',
    'maker',
    { payment, tranche: 1, sponsor: 'spo_a', amount: usd(amount), at: day(3), ...more },
  ];
  const approval = (payment: string, person: string, measured = '150', type: Recorded['type'] = 'PaymentApproved'): Short => [
    AGREEMENT,
    type,
    person,
    { payment, rules: 1, measured: usd(measured), at: day(4) },
  ];
  const byOne = [
    of('pay_ahead', '60', { advance: 1 }),
    approval('pay_ahead', 'x'),
    of('pay_rest', '60', { retained: usd('30') }),
    approval('pay_rest', 'x'),
  ];
  const released = [of('pay_release', '30', { tranche: 0 }), approval('pay_release', 'x')];
  const found = (...given: readonly Short[]) => faultsOf(...limitsOf('secretariat'), effective, ...given);

  test('an advance, what is left of it and the release of what was retained that one person approved are found', () => {
    const alone = (payment: string) => expect.stringMatching(`${payment} of ${AGREEMENT} is above the limit, and was approved by x alone`);
    expect(found(...byOne, ...released)).toEqual([alone('pay_ahead'), alone('pay_rest'), alone('pay_release')]);
  });

  test('two persons for each piece are as it should be', () => {
    const byTwo = [...byOne, ...released].flatMap((each) =>
      each[1] === 'PaymentApproved'
        ? [approval(String((each[3] as { payment: string }).payment), 'y', '150', 'PaymentApprovedOnce'), each]
        : [each],
    );
    expect(found(...byTwo)).toEqual([]);
  });

  test('a sum that is not that of the cell is found, also of one that is cut after it was ordered', () => {
    const cut: Short = [AGREEMENT, 'AgreementTerminated', 'system', { cells: [{ ...cells[0], amount: usd('60') }] }];
    const wrong = [of('pay_ahead', '60', { advance: 1 }), approval('pay_ahead', 'x', '60')];
    expect(found(...wrong)).toContainEqual(expect.stringContaining('measured by USD 60, and the whole is 150'));
    expect(found(cut, of('pay_ahead', '60', { advance: 1 }), approval('pay_ahead', 'x', '60'))).toEqual([]);
  });

  test('what an earlier version approved piece by piece is as it was', () => {
    expect(found(...[...byOne, ...released].map(unmeasured))).toEqual([]);
  });
});

describe('what one side gives up of a recovery in pieces is above its limit as a whole', () => {
  const piece = (resolution: number, kind: string, measured: string, sponsor = ''): readonly Short[] => [
    [AGREEMENT, 'ResolutionProposed', 'officer', { recovery: 1, resolution, kind, sponsor, amount: usd('60') }],
    [AGREEMENT, 'ResolutionConfirmed', 'x', { recovery: 1, resolution, rules: 1, measured: usd(measured), at: day(4) }],
  ];
  test.each([
    ['secretariat', [...piece(1, 'justified', '60'), ...piece(2, 'documented', '120')]],
    ['spo_a', [...piece(1, 'written-off', '60', 'spo_a'), ...piece(2, 'written-off', '120', 'spo_a')]],
  ])('the piece that takes it above the limit of %s is found where one person confirmed it', (side, pieces) => {
    expect(faultsOf(...limitsOf(side), ...pieces)).toEqual([
      expect.stringContaining('resolution 2 of recovery 1 of agr_a is above the limit'),
    ]);
    expect(faultsOf(...limitsOf(side), ...pieces.map(unmeasured))).toEqual([]);
  });

  test('a refused piece, and what is refunded, are none of it', () => {
    const refused: Short = [AGREEMENT, 'ResolutionRefused', 'x', { recovery: 1, resolution: 2 }];
    const proposals = [...piece(2, 'justified', ''), ...piece(3, 'refunded', '')].filter(([, type]) => type === 'ResolutionProposed');
    expect(faultsOf(...limitsOf('secretariat'), ...proposals, refused, ...piece(4, 'justified', '60'))).toEqual([]);
  });
});

describe('the offers of one sponsor in a round are above its limit together', () => {
  const FUNDING = 'fnd_a';
  const offer = (id: string, sponsor = 'spo_a', ends: readonly Short[] = []): readonly Short[] => [
    [FUNDING, 'OfferProposed', 'officer', { offer: id, sponsor, terms: 1, amount: usd('60') }],
    [FUNDING, 'OfferAccepted', 'city', { offer: id, terms: 1 }],
    ...ends,
  ];
  const approval = (id: string, measured: string): Short => [
    FUNDING,
    'OfferApproved',
    'x',
    { offer: id, rules: 1, measured: usd(measured), at: day(5) },
  ];
  const two = [...offer('off_a'), ...offer('off_b'), approval('off_a', '120'), approval('off_b', '120')];

  test('each of two that one person approved is found', () => {
    expect(faultsOf(...limitsOf('spo_a'), ...two)).toEqual(
      ['off_a', 'off_b'].map((id) => expect.stringContaining(`${id} of ${FUNDING} is above the limit`)),
    );
    expect(faultsOf(...limitsOf('spo_a'), ...two.map(unmeasured))).toEqual([]);
  });

  test('those of others, and what was withdrawn, are none of them', () => {
    const others = [...offer('off_b', 'spo_b'), ...offer('off_c', 'spo_a', [[FUNDING, 'OfferWithdrawn', 'officer', { offer: 'off_c' }]])];
    expect(faultsOf(...limitsOf('spo_a'), ...offer('off_a'), ...others, approval('off_a', '60'))).toEqual([]);
  });
});

describe('limits that changed', () => {
  const [eur, measured] = [{ amount: '150', currency: 'EUR' }, usd('150')];
  const next = (limits: readonly object[], data: object): readonly Short[] => [
    [RULES, 'LimitsProposed', 'officer', { organisation: 'secretariat', proposal: 2, limits, at: day(2) }],
    [RULES, 'LimitsApproved', 'approver', { proposal: 2, at: day(2), ...data }],
  ];
  const first: Short = [RULES, 'LimitsApproved', 'approver', { proposal: 1, at: day(1), effectiveFrom: day(1) }];
  const paid = (amount: object, rules: number): readonly Short[] => [
    [AGREEMENT, 'PaymentRequested', 'maker', { payment: 'pay_a', amount, at: day(3) }],
    [AGREEMENT, 'PaymentApproved', 'two', { payment: 'pay_a', rules, measured: amount, at: day(9) }],
  ];

  test('do not count for what was requested before looser ones applied, and count for what was requested then', () => {
    const cooled = next([usd('200')], { effectiveFrom: day(5) });
    expect(faultsOf(proposed, first, ...cooled, ...paid(measured, 2))).toEqual([expect.stringContaining('approved by two alone')]);
    const early = next([usd('200')], { effectiveFrom: day(3) });
    expect(faultsOf(proposed, first, ...early, ...paid(measured, 2))).toEqual([]);
  });

  test('that are looser and apply at once are found', () => {
    const fault = [expect.stringContaining('looser than those before')];
    for (const limits of [[usd('200')], [usd('100'), eur], []])
      expect(faultsOf(proposed, first, ...next(limits, { effectiveFrom: day(2) }))).toEqual(fault);
    expect(faultsOf(proposed, first, ...next([usd('50')], { effectiveFrom: day(2) }))).toEqual([]);
  });

  test('leave a currency with a limit of zero, once there are any', () => {
    expect(faultsOf(proposed, first, ...paid(eur, 1))).toEqual([expect.stringContaining('approved by two alone')]);
    const { measured: _, ...before } = { ...paid(eur, 1)[1]?.[3], measured };
    expect(
      faultsOf(proposed, first, paid(eur, 1)[0] ?? final, [AGREEMENT, 'PaymentApproved', 'two', { ...before, measured: undefined }]),
    ).toEqual([]);
  });
});
