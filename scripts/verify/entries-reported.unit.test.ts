import { expect, test } from 'vitest';
import { checkReportsSaid } from './entries-reported.ts';
import type { Recorded } from './facts.ts';
import { stated } from './recorded.fixture.ts';

const read = stated('EntriesRead', { entries: [{ direction: 'debit' }] });
const matched = (standing: string, because = '') =>
  stated('EntriesMatched', { entries: [{ number: 1, standing, because, payment: 'pay_a' }] });
const explained = (...parts: readonly object[]) => stated('EntryExplained', { number: 1, parts });
const payment = (name: string) => ({ as: 'payment', agreement: 'agr_a', payment: name });
const refund = { as: 'refund', agreement: 'agr_a', payment: '', recovery: 2 };
const refused = stated('ExplanationRefused', { number: 1, by: 'checker' }, 'checker');

let version = 0;
const event = (type: Recorded['type'], data: object): Recorded => {
  version += 1;
  return { ...stated(type, data), version };
};
const line = { statement: 'stm_a', statementEntry: 1 };
const reported = (of = 'pay_a') => event('PaymentSettlementReported', { payment: of, report: 1, ...line });
const proposed = (resolution = 1) => event('ResolutionProposed', { recovery: 2, resolution, kind: 'refunded', ...line });

function faultsOf(statement: readonly Recorded[], ...agreement: readonly Recorded[]): string[] {
  const faults: string[] = [];
  checkReportsSaid(new Map([['stm_a', statement]]), [['agr_a', agreement]], (holds, fault) => (holds ? undefined : faults.push(fault())));
  return faults;
}
const waits = (of: string) => [`${of} in agr_a waits, and entry 1 of stm_a is not said to be it`];

test('finds nothing wrong with what an entry says, what nobody waits for any more, and what an import is about to say', () => {
  expect(faultsOf([read, matched('reported')], reported())).toEqual([]);
  expect(faultsOf([read], reported())).toEqual([]);
  expect(faultsOf([read, matched('held', 'other-account')], reported())).toEqual([]);
  expect(faultsOf([read, explained(payment('pay_a'), payment('pay_b'))], reported(), reported('pay_b'))).toEqual([]);
  expect(faultsOf([read, explained(refund)], proposed())).toEqual([]);
  const objected = event('PaymentObjectedTo', { payment: 'pay_a', report: 1 });
  expect(faultsOf([read, explained(payment('pay_b')), refused], reported(), { ...objected, version: version + 1 })).toEqual([]);
  expect(faultsOf([read, explained(refund), refused], proposed(), event('ResolutionRefused', { recovery: 2, resolution: 1 }))).toEqual([]);
});

test('17: finds a report that stands on an entry that is said to be something else, or waits for a person', () => {
  expect(faultsOf([read, explained(payment('pay_a')), refused], reported())).toEqual(waits('PaymentSettlementReported of pay_a'));
  expect(faultsOf([read, matched('held', 'earlier-attempt')], reported())).toEqual(waits('PaymentSettlementReported of pay_a'));
  expect(faultsOf([read, explained(payment('pay_b'))], reported())).toEqual(waits('PaymentSettlementReported of pay_a'));
  expect(faultsOf([read, matched('reported')], event('PaymentReturnReported', { payment: 'pay_c', report: 2, ...line }))).toEqual(
    waits('PaymentReturnReported of pay_c'),
  );
});

test('17: finds a refund that waits, or is confirmed, by an entry that is said to be something else', () => {
  const interest = explained({ as: 'interest' });
  expect(faultsOf([read, explained(refund), refused, interest], proposed())).toEqual(
    waits('ResolutionProposed of resolution 1 of recovery 2'),
  );
  const done = event('ResolutionConfirmed', { recovery: 2, resolution: 1 });
  const confirmed = stated('EntriesConfirmed', { numbers: [1] }, 'checker');
  expect(faultsOf([read, explained(refund), confirmed], proposed(), done)).toEqual([]);
  expect(faultsOf([read, explained(refund), refused, interest, confirmed], proposed(), done)).toEqual([
    'resolution 1 of recovery 2 in agr_a names entry 1 of stm_a, which is accounted and not said to be it',
  ]);
  const undoes = event('ResolutionProposed', { recovery: 2, resolution: 2, kind: 'reversed', undoes: 1 });
  const undone = event('ResolutionConfirmed', { recovery: 2, resolution: 2 });
  expect(faultsOf([read, explained(refund), refused, interest, confirmed], proposed(), done, undoes, undone)).toEqual([]);
});
