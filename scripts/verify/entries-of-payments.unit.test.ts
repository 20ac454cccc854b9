import { expect, test } from 'vitest';
import { checkEntriesOfPayments } from './entries-of-payments.ts';
import type { Recorded } from './facts.ts';
import { stated as event } from './recorded.fixture.ts';

const statement = (direction: string, payment = 'pay_a') => [
  event('EntriesRead', { entries: [{ direction }] }),
  event('EntriesMatched', { entries: [{ number: 1, standing: 'reported', payment }] }),
];
const linked = event('EntryLinked', { number: 1, payment: 'pay_b' });
const explained = event('EntryExplained', {
  number: 1,
  parts: [
    { as: 'payment', payment: 'pay_c' },
    { as: 'fee', payment: '' },
  ],
});
const confirmed = event('EntriesConfirmed', { numbers: [1] }, 'checker');
const settled = (payment: string) => event('PaymentSettled', { payment });

function faultsOf(statements: readonly (readonly Recorded[])[], ...agreement: readonly Recorded[]): string[] {
  const faults: string[] = [];
  const streams = new Map(statements.map((events, at) => [`stm_${at}`, events]));
  checkEntriesOfPayments(streams, [['agr_a', agreement]], (holds, fault) => (holds ? undefined : faults.push(fault())));
  return faults;
}

test('finds nothing wrong where each payment is settled and returned by an entry each, and what is not confirmed counts for nothing', () => {
  const out = [...statement('debit'), confirmed];
  const back = [...statement('credit'), confirmed];
  expect(faultsOf([out, back, statement('debit')], settled('pay_a'), event('PaymentReturned', { payment: 'pay_a' }))).toEqual([]);
  expect(faultsOf([[...statement('debit'), linked, explained, confirmed]], settled('pay_c'))).toEqual([]);
});

test('17: names a payment that two entries have settled once, or that one returns which was never returned', () => {
  const out = [...statement('debit'), confirmed];
  expect(faultsOf([out, out], settled('pay_a'))).toEqual(['2 entries are confirmed as PaymentSettled pay_a, which happened 1 times']);
  expect(faultsOf([[...statement('credit'), confirmed]], settled('pay_a'))).toEqual([
    '1 entries are confirmed as PaymentReturned pay_a, which happened 0 times',
  ]);
  expect(faultsOf([[...statement('debit'), linked, confirmed]], settled('pay_a'))).toEqual([
    '1 entries are confirmed as PaymentSettled pay_b, which happened 0 times',
  ]);
});

test('17: names a refund that two entries are confirmed as', () => {
  const refund = [
    event('EntriesRead', { entries: [{ direction: 'credit' }] }),
    event('EntryLinked', { number: 1, agreement: 'agr_a', payment: '', recovery: 2 }),
    confirmed,
  ];
  const proposed = (kind: string) => event('ResolutionProposed', { recovery: 2, resolution: 1, kind });
  const made = event('ResolutionConfirmed', { recovery: 2, resolution: 1 });
  expect(faultsOf([refund], proposed('refunded'), made)).toEqual([]);
  expect(faultsOf([refund], proposed('justified'), made)).toHaveLength(1);
  expect(faultsOf([refund, refund], proposed('refunded'), made)).toEqual([
    '2 entries are confirmed as refund of recovery 2 of agr_a, which happened 1 times',
  ]);
});
