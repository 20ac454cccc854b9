import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { periodsAreClosed } from './periods.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const hashOf = (through: string, lines: readonly (readonly string[])[]) =>
  createHash('sha256')
    .update(JSON.stringify(['junkan.trial-balance.1', through, lines]))
    .digest('hex');
const LINES = [
  ['payable', 'USD', '5'],
  ['undisbursed', 'USD', '-5'],
];
const BALANCES = [
  { kind: 'payable', closing: usd('5') },
  { kind: 'undisbursed', closing: usd('-5') },
];
const event = (stream: string, type: Recorded['type'], data: object, more: Partial<Recorded> = {}): Recorded => ({
  stream,
  version: 1,
  type,
  person: 'checker',
  at: '2026-11-02T10:00:00.000Z',
  data,
  ...more,
});
const approved = event(
  'agr_a',
  'PaymentApproved',
  {
    entry: {
      postings: [
        { account: 'agreement/agr_a/undisbursed/spo_a', money: usd('-5') },
        { account: 'agreement/agr_a/payable/spo_a', money: usd('5') },
      ],
    },
  },
  { at: '2026-10-15T10:00:00.000Z' },
);
const OCTOBER = { through: '2026-10-31', balanceHash: hashOf('2026-10-31', LINES) };
const proposed = (more: object = {}, of: Partial<Recorded> = {}) =>
  event('prd_a', 'PeriodProposed', { ...OCTOBER, proposal: 1, balances: BALANCES, ...more }, { person: 'maker', ...of });
const closed = (more: object = {}, of: Partial<Recorded> = {}) => event('prd_a', 'PeriodClosed', { ...OCTOBER, proposal: 1, ...more }, of);
const entered = (at: string) => event('rts_a', 'RatesEntered', { day: '2026-10-20', edition: 1 }, { at, person: 'maker' });
const faultsOf = (...events: readonly Recorded[]) =>
  periodsAreClosed({
    disbursement: { events, byStream: Map.groupBy(events, ({ stream }) => stream) },
  } as unknown as Stored).broken;

test('finds nothing wrong with rates of a closed month that are entered or corrected later, by whomever', () => {
  const later = entered('2026-11-03T10:00:00.000Z');
  expect(faultsOf(approved, proposed(), closed(), later, { ...later, person: 'checker' })).toEqual([]);
});

test('finds nothing wrong with a month that was refused and proposed again, closed by another person, and the month behind it', () => {
  const refused = event('prd_a', 'PeriodRefused', { proposal: 1 });
  const november = { from: '2026-11-01', through: '2026-11-30', balanceHash: hashOf('2026-11-30', LINES) };
  const of = { stream: 'prd_b', at: '2026-12-02T10:00:00.000Z' };
  expect(
    faultsOf(
      ...[approved, entered('2026-10-20T10:00:00.000Z'), proposed(), refused, proposed({ proposal: 2 }), closed({ proposal: 2 })],
      ...[proposed(november, of), closed(november, of)],
    ),
  ).toEqual([]);
});

test('finds nothing wrong with a month that was over where the books are kept, and not in UTC', () => {
  expect(faultsOf(approved, proposed({}, { at: '2026-10-31T15:30:00.000Z' }), closed())).toEqual([]);
  const report = { ...entered('2026-10-31T15:30:00.000Z'), person: 'checker' };
  expect(faultsOf(approved, report, proposed(), closed())).toEqual([]);
});

test.each<[string, readonly Recorded[]]>([
  ['was proposed and confirmed by maker', [approved, proposed(), closed({}, { person: 'maker' })]],
  ['was confirmed as another one', [approved, proposed({ through: '2026-10-30' }), closed()]],
  ['did not wait', [approved, closed()]],
  ['is the 1. of them', [approved, proposed({ proposal: 2 })]],
  ['after its period was closed', [approved, proposed(), closed(), event('prd_a', 'PeriodRefused', { proposal: 1 })]],
  ['was proposed at 2026-10-31', [approved, proposed({}, { at: '2026-10-31T09:00:00.000Z' }), closed()]],
  ['begins with 2026-10-05', [approved, proposed({ from: '2026-10-05' }), closed()]],
  ['and its entries come to', [proposed(), closed()]],
  ['reports [["payable"', [approved, proposed({ balances: BALANCES.slice(0, 1) }), closed()]],
  [
    'was closed by checker, who had a part in it (RatesEntered of rts_a)',
    [approved, { ...entered('2026-10-20T10:00:00.000Z'), person: 'checker' }, proposed(), closed()],
  ],
])('names what %s', (fault, events) => {
  expect(faultsOf(...events)).toContainEqual(expect.stringContaining(fault));
});

const named = event('acc_a', 'BankAccountProposed', { organisation: 'spo_a', currency: 'USD', lastFour: '4567' });
const told = (from: string, to: string, more: object = {}) =>
  event('csb_a', 'StatementEntered', { account: 'acc_a', statement: `stm_${to}`, from, to, ...more }, { at: '2026-11-01T10:00:00.000Z' });
const covered = (reached: string, note = '') => ({
  coverage: { accounts: [{ account: 'acc_a', ...(reached && { reached }), needed: '2026-10-30' }] },
  ...(note && { note }),
});
const paidFrom = (account: string) => [
  event('agr_a', 'PaymentInstructed', { payment: 'pay_a', payerAccount: account }, { at: '2026-10-10T10:00:00.000Z' }),
  event('agr_a', 'PaymentSettled', { payment: 'pay_a', valueDate: '2026-10-12' }, { at: '2026-10-13T10:00:00.000Z', person: 'other' }),
];

test('a month is closed over days without a statement only where its proposal names them and says why', () => {
  const closing = (more: object, ...events: readonly Recorded[]) => faultsOf(named, approved, ...events, proposed(more), closed());
  const fault = 'through 2026-10-30 of acc_a, of which there is no statement';
  const short = told('2026-10-01', '2026-10-28');
  expect(closing(covered('2026-10-30'), short, told('2026-10-29', '2026-10-30'))).toEqual([]);
  expect(closing(covered('2026-10-28', 'txt_why'), short)).toEqual([]);
  expect(closing(covered('2026-10-28'), short)).toEqual([expect.stringContaining(`the days from 2026-10-29 ${fault}`)]);
  expect(closing({ coverage: {}, note: 'txt_why' }, short)).toEqual([expect.stringContaining(fault)]);
  expect(closing(covered('2026-10-30', 'txt_why'), short).join()).toContain('reach to 2026-10-30: 2026-10-28');
  // A statement that was found to be another's before it was closed.
  const left = event('csb_a', 'StatementWithdrawn', { statement: 'stm_2026-10-28' }, { at: '2026-11-02T09:00:00.000Z' });
  expect(closing(covered('2026-10-05', 'txt_why'), told('2026-10-01', '2026-10-05'), short, left)).toEqual([]);
  expect(closing(covered('2026-10-28', 'txt_why'), told('2026-10-01', '2026-10-05'), short, left).join()).toContain(
    'the days from 2026-10-06',
  );
});

test('an account that never had a statement is asked for one where the bank paid from it, and one that was retired before is not', () => {
  const closing = (more: object, ...events: readonly Recorded[]) => faultsOf(named, approved, ...events, proposed(more), closed());
  expect(closing({ coverage: {} })).toEqual([]);
  expect(closing({ coverage: {} }, ...paidFrom('acc_a')).join()).toContain('over all days through 2026-10-30 of acc_a');
  expect(closing(covered('', 'txt_why'), ...paidFrom('acc_a'))).toEqual([]);
  // The same number, which was named again.
  const again = event('acc_b', 'BankAccountProposed', { organisation: 'spo_a', currency: 'USD', lastFour: '4567' });
  expect(closing(covered('2026-10-30'), again, told('2026-10-01', '2026-10-30'), ...paidFrom('acc_b'))).toEqual([]);
  const retired = event('acc_a', 'BankAccountRetired', {}, { at: '2026-09-20T10:00:00.000Z' });
  const before = [told('2026-09-01', '2026-09-18'), retired];
  const october = { from: '2026-10-01', coverage: {} };
  expect(closing(october, ...before).filter((each) => !each.includes('begins with'))).toEqual([]);
});

test('a month that somebody closed who confirmed a settlement of it is found, since closings name those who confirm', () => {
  const settled = (person: string) => event('agr_a', 'PaymentSettled', {}, { at: '2026-10-20T10:00:00.000Z', person });
  expect(faultsOf(approved, settled('checker'), proposed(), closed())).toEqual([]);
  const named = proposed({ reportedBy: ['other', 'checker'] });
  expect(faultsOf(approved, settled('other'), settled('checker'), named, closed())).toEqual([
    expect.stringContaining('who had a part in it (PaymentSettled of agr_a)'),
  ]);
  expect(faultsOf(approved, settled('other'), named, closed())).toEqual([]);
});

test('so is one of a month that somebody closed who had a part in a refund or a claim of it, since closings name them', () => {
  const of = (type: Recorded['type'], person: string) => event('agr_a', type, {}, { at: '2026-10-20T10:00:00.000Z', person });
  const types = ['ResolutionConfirmed', 'ClaimReportedPaid', 'ClaimMistakeReported', 'ClaimPaid', 'ClaimReversed'] as const;
  for (const type of types) {
    const named = proposed({ reportedBy: ['other', 'checker'] });
    expect(faultsOf(approved, of(type, 'checker'), proposed(), closed())).toEqual([]);
    expect(faultsOf(approved, of(type, 'other'), of(type, 'checker'), named, closed())).toEqual([
      expect.stringContaining(`who had a part in it (${type} of agr_a)`),
    ]);
  }
});

const allShown = { allShown: true, coverage: {} };
const kept = (sponsor: string, currency = 'USD', [from, to] = ['2026-10-01', '2026-10-31']) =>
  event('csb_a', 'StatementEntered', { account: 'acc_a', sponsor, currency, statement: 'stm_a', from, to });
const shows = (said: object, more: object = {}) => [
  event('stm_a', 'EntriesRead', { entries: [{ direction: 'credit', bankReference: 'back 1', ...more }] }),
  event('stm_a', 'EntryLinked', { number: 1, agreement: 'agr_a', payment: '', ...said }),
  event('stm_a', 'EntriesConfirmed', { numbers: [1] }),
];
const refund = { recovery: 1, resolution: 1, kind: 'refunded', bankReference: 'BACK 1', valueDate: '2026-10-12' };
const refunded = (more: object = {}) => [
  event('agr_a', 'ResolutionProposed', { ...refund, amount: usd('5'), portions: [{ sponsor: 'spo_a' }, { sponsor: 'spo_b' }], ...more }),
  event('agr_a', 'ResolutionConfirmed', { recovery: 1, resolution: 1 }),
];
const claimed = (more: object = {}) => [
  event('agr_a', 'GuaranteeCalled', { drawing: 1, sponsor: 'spo_a', amount: usd('5') }),
  event('agr_a', 'ClaimReportedPaid', { drawing: 1, bankReference: 'BACK 1', valueDate: '2026-10-12', ...more }),
  event('agr_a', 'ClaimPaid', { drawing: 1 }),
];
/** What is recorded a day before the closing. */
const byHand = (...events: readonly Recorded[]) =>
  faultsOf(approved, ...events.map((each) => ({ ...each, person: 'other', at: '2026-11-01T10:00:00.000Z' })), proposed(allShown), closed());

test.each<[string, readonly Recorded[], object, readonly Recorded[]]>([
  [
    'refund 1.1 of agr_a, received',
    refunded(),
    { recovery: 1 },
    [
      event('agr_a', 'ResolutionProposed', { recovery: 1, resolution: 2, kind: 'reversed', undoes: 1 }),
      event('agr_a', 'ResolutionConfirmed', { recovery: 1, resolution: 2 }),
    ],
  ],
  ['call 1 of agr_a, paid', claimed(), { drawing: 1 }, [event('agr_a', 'ClaimReversed', { drawing: 1 })]],
])(
  'what was said by hand (%s) is on a statement of an account of its sponsor in its currency, or was a mistake',
  (name, said, by, undone) => {
    const fault = [expect.stringContaining(`${name} on 2026-10-12 by hand, is on no statement`)];
    expect(byHand(...said, kept('spo_a'))).toEqual(fault);
    expect(byHand(...said, kept('spo_a'), ...shows(by).slice(0, 2))).toEqual(fault);
    expect(byHand(...said, kept('spo_a'), ...shows({ ...by, agreement: 'agr_b' }))).toEqual(fault);
    expect(byHand(...said, kept('spo_a'), ...shows(by))).toEqual([]);
    expect(byHand(...said, kept('spo_a'), ...undone)).toEqual([]);
    // The line is a charge after all.
    const charged = [event('stm_a', 'FeeRecorded', { number: 1 }), event('stm_a', 'EntriesConfirmed', { numbers: [1] })];
    expect(byHand(...said, kept('spo_a'), ...shows(by).slice(0, 2), ...charged)).toEqual(fault);
    // Of another, in another currency, or of other days: it cannot be there.
    for (const other of [kept('spo_c'), kept('spo_a', 'EUR'), kept('spo_a', 'USD', ['2026-10-13', '2026-10-31'])])
      expect(byHand(...said, other)).toEqual([]);
  },
);

test('what was said by hand of a day of the month before the first statement of its account is asked for, since closings say so', () => {
  const later = kept('spo_a', 'USD', ['2026-10-20', '2026-10-31']);
  const closing = (more: object) =>
    faultsOf(
      approved,
      ...[...refunded(), later].map((each) => ({ ...each, person: 'other', at: '2026-11-01T10:00:00.000Z' })),
      proposed({ ...allShown, ...more }),
      closed(),
    ).filter((each) => !each.includes('begins with'));
  expect(closing({})).toEqual([]);
  expect(closing({ allShownEarly: true })).toEqual([expect.stringContaining('refund 1.1 of agr_a')]);
  expect(closing({ allShownEarly: true, from: '2026-10-13' })).toEqual([]);
});

test('a refund is another than one of the same recovery by another reference, and what a line reported is no report by hand', () => {
  const fault = [expect.stringContaining('refund 1.1 of agr_a')];
  expect(byHand(...refunded(), kept('spo_b'), ...shows({ recovery: 1 }, { bankReference: 'BACK 2' }))).toEqual(fault);
  expect(byHand(...refunded({ credited: { amount: '5', currency: 'EUR' } }), kept('spo_b', 'EUR'))).toEqual(fault);
  const line = { statement: 'stm_b', statementEntry: 1 };
  expect(byHand(...refunded(line), ...claimed(line), kept('spo_a'))).toEqual([]);
});
