import { Agreement, BankReport, Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import { describe, expect, test } from 'vitest';
import { agreedView, isPaid, isPaidInFull } from './milestone-view.ts';

const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const PART = { tranche: 1, sponsor: 'spo_a' };
const order = (id: string, status: string, over: Partial<Payment> = {}): Payment =>
  Payment.fromPartial({ id, status, ...PART, amount: usd(40n), ...over });
const inPart = (id: string, status: string, over: Partial<Payment> = {}): Payment => order(id, status, { partPayment: 1, ...over });
const closing = (status: string, over: Partial<Payment> = {}): Payment =>
  order('pay_all', status, { amount: usd(60n), partPaid: usd(40n), ...over });
const agreement = (payments: Payment[], rest = 0n, paidUp: string[] = []): Agreement => ({
  ...Agreement.fromPartial({ status: 'effective', effectiveAt: '2027-01-01T00:00:00.000Z' }),
  payments,
  cells: [{ ...PART, amount: usd(100n), payment: 'pay_all' }],
  tranches: [{ number: 1, title: '', monthsAfterEffective: 3, amount: usd(100n), dueOn: '' }],
  partsInPayments: [{ ...PART, paid: usd(0n), rest: usd(rest), asked: usd(0n), whole: usd(rest) }],
  paidUp,
});
const undoing = BankReport.fromPartial({ outcome: 'returned', number: 2, by: 'per_a', at: '2027-02-01T00:00:00.000Z' });
const known = ((_: string, status: string) => status) as Parameters<typeof agreedView>[3];
const awaited = (payments: Payment[], rest = 0n) => agreedView(agreement(payments, rest), Milestone.fromPartial({}), 1, known)?.awaited;

describe('a part that is paid in several payments', () => {
  test('waits for those who go on with what is on its way, and then for the others', () => {
    expect(awaited([], 100n)).toEqual(['finance.maker']);
    expect(awaited([inPart('pay_1', 'requested')], 60n)).toEqual(['finance.checker']);
    expect(awaited([inPart('pay_1', 'approved')], 60n)).toEqual(['finance.maker']);
    expect(awaited([inPart('pay_1', 'settled')], 60n)).toEqual(['finance.maker']);
    expect(awaited([inPart('pay_1', 'failed')], 100n)).toEqual(['finance.maker']);
    expect(awaited([inPart('pay_1', 'settled'), closing('requested')])).toEqual(['finance.checker']);
  });

  test('is paid once the rest is, and nothing of it has come back', () => {
    const whole = agreement([inPart('pay_1', 'settled'), closing('settled')], 0n, ['pay_all']);
    expect([isPaid(whole, 1), isPaidInFull(whole), isPaid(whole, 2)]).toEqual([true, true, true]);
    const short = agreement([inPart('pay_1', 'returned'), closing('settled')], 40n);
    expect([isPaid(short, 1), isPaidInFull(short)]).toEqual([false, false]);
    // What is only said to have come back counts as paid with the owner of the money; nothing is over before it is confirmed or denied.
    for (const payments of [
      [inPart('pay_1', 'settled', { undoing }), closing('settled')],
      [inPart('pay_1', 'settled'), closing('settled', { undoing })],
    ])
      expect(isPaid(agreement(payments, 0n, ['pay_all']), 1)).toBe(false);
    // Nor is all of it over while that is said of what was retained and released since.
    const released = [closing('settled'), order('pay_r', 'settled', { tranche: 0, undoing })];
    expect(isPaidInFull(agreement(released, 0n, ['pay_all']))).toBe(false);
  });

  test('waits for finance where something has come back, and for the second person where that is only said', () => {
    expect(awaited([inPart('pay_1', 'returned'), closing('settled')], 40n)).toEqual(['finance.maker']);
    expect(awaited([inPart('pay_1', 'returned'), closing('requested')], 40n)).toEqual(['finance.checker', 'finance.maker']);
    expect(awaited([inPart('pay_1', 'instructed'), closing('settled')])).toEqual(['finance.maker']);
    const view = agreedView(agreement([inPart('pay_1', 'settled', { undoing }), closing('settled')]), Milestone.fromPartial({}), 1, known);
    expect([view?.awaited, view?.reported]).toEqual([['finance.checker'], [{ payment: 'pay_1', number: 2, at: undoing.at }]]);
  });
});
