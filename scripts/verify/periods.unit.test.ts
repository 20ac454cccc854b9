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

test.each<[string, readonly Recorded[]]>([
  ['was proposed and confirmed by maker', [approved, proposed(), closed({}, { person: 'maker' })]],
  ['was confirmed as another one', [approved, proposed({ through: '2026-10-30' }), closed()]],
  ['did not wait', [approved, closed()]],
  ['is the 1. of them', [approved, proposed({ proposal: 2 })]],
  ['after its period was closed', [approved, proposed(), closed(), event('prd_a', 'PeriodRefused', { proposal: 1 })]],
  ['was proposed at 2026-10-31', [approved, proposed({}, { at: '2026-10-31T23:00:00.000Z' }), closed()]],
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

test('a month that somebody closed who confirmed a settlement of it is found, since closings name those who confirm', () => {
  const settled = (person: string) => event('agr_a', 'PaymentSettled', {}, { at: '2026-10-20T10:00:00.000Z', person });
  expect(faultsOf(approved, settled('checker'), proposed(), closed())).toEqual([]);
  const named = proposed({ reportedBy: ['other', 'checker'] });
  expect(faultsOf(approved, settled('other'), settled('checker'), named, closed())).toEqual([
    expect.stringContaining('who had a part in it (PaymentSettled of agr_a)'),
  ]);
  expect(faultsOf(approved, settled('other'), named, closed())).toEqual([]);
});
