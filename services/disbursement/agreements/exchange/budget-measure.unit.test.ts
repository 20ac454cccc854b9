import { money } from '@junkan/kit/pure/money.ts';
import { expect, test } from 'vitest';
import { leftOutReason } from '../../banking/files/format/standing.ts';
import {
  acceptedOn,
  approve,
  checker,
  confirm,
  FUND,
  instruct,
  maker,
  NOW,
  PAYMENT,
  paymentOf,
  request,
  settle,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { State } from '../agreement-state.ts';
import { shortOfBudget } from './budget-measure.ts';
import { effectiveWith, rates, yen } from './exchange.fixture.ts';
import type { Budgets } from './exchange-state.ts';

const OFFER = `off_${FUND}` as const;
/** The share of 75.00 is committed with 1001 yen. */
const approved = acceptedOn(effectiveWith([yen]), request(), approve());
const holding = (held: bigint, toRate?: string): Budgets => ({
  held: new Map([[OFFER, money(held, 'JPY')]]),
  rates: toRate ? rates(toRate) : [],
});
const instructed = (budgets: Budgets, state: State = approved, payment = PAYMENT) =>
  decide({ ...instruct(maker, payment), budgets }, state);

test('before the bank is instructed, all that is still to be paid is measured at the rates of the day', () => {
  const measured = {
    offer: OFFER,
    held: money(1050n, 'JPY'),
    spent: money(0n, 'JPY'),
    open: money(75n, 'USD'),
    remaining: money(1050n, 'JPY'),
  };
  expect(instructed(holding(1050n, '14'))).toMatchObject({
    events: [{ type: 'PaymentInstructed', budgets: [{ ...measured, rates: { toRate: '14' } }] }],
  });
  expect(instructed(holding(1001n, '14'))).toEqual({
    ok: false,
    rejection: {
      type: 'BudgetIsOverspent',
      offer: OFFER,
      envelope: `env_${FUND}`,
      held: money(1001n, 'JPY'),
      spent: money(0n, 'JPY'),
      remaining: money(1050n, 'JPY'),
      missing: money(49n, 'JPY'),
    },
  });
});

test('at the rates of the commitment it costs what was committed, and also where no rates are known', () => {
  expect(instructed(holding(1001n, '13.35'))).toMatchObject({ ok: true });
  expect(instructed(holding(1001n))).toMatchObject({ events: [{ budgets: [{ remaining: money(1001n, 'JPY'), rates: undefined }] }] });
  expect(instructed(holding(1000n))).toMatchObject({ rejection: { type: 'BudgetIsOverspent' } });
});

test('rates that have expired make nothing cheaper, and what they make dearer counts', () => {
  const expired = (toRate: string, held: bigint): Budgets => ({ ...holding(held), rates: rates(toRate, { expiresOn: '2027-02-28' }) });
  expect(instructed(expired('14', 1049n))).toMatchObject({ rejection: { type: 'BudgetIsOverspent', remaining: money(1050n, 'JPY') } });
  expect(instructed(expired('12', 1001n))).toMatchObject({
    events: [{ budgets: [{ remaining: money(1001n, 'JPY'), rates: { toRate: '12' } }] }],
  });
  expect(instructed(expired('12', 1000n))).toMatchObject({ rejection: { type: 'BudgetIsOverspent' } });
});

test('what was spent counts as it cost, with the remainder at the rates of the day', () => {
  const second = paymentOf(2, FUND);
  const paid = acceptedOn(approved, instruct(), settle(), { ...confirm(), rates: rates('14') });
  const next = acceptedOn(paid, request({ tranche: 2 }), approve(checker, second));
  const spent = { spent: money(630n, 'JPY'), open: money(30n, 'USD') };
  expect(instructed(holding(990n, '12'), next, second)).toMatchObject({
    events: [{ budgets: [{ ...spent, remaining: money(360n, 'JPY') }] }],
  });
  // One booking may have been rounded up.
  expect(instructed(holding(989n, '12'), next, second)).toMatchObject({ ok: true });
  expect(instructed(holding(988n, '12'), next, second)).toMatchObject({ rejection: { type: 'BudgetIsOverspent' } });
});

test('in a file it is left out, and a file that the bank has is instructed with what it came to', () => {
  const way = { file: 'pfl_a', now: NOW, payerAccount: 'acc_a', payeeAccount: 'acc_b' } as const;
  expect(leftOutReason(approved, PAYMENT, { ...way, budgets: holding(1001n, '14') })).toBe('budget-overspent');
  expect(leftOutReason(approved, PAYMENT, { ...way, budgets: holding(1050n, '14') })).toBeUndefined();
  const put = acceptedOn(approved, {
    type: 'PutInFile',
    file: 'pfl_a',
    payerAccount: 'acc_a',
    payments: [{ payment: PAYMENT, payeeAccount: 'acc_b' }],
    now: NOW,
    by: maker,
  });
  const file = { type: 'InstructFile', file: 'pfl_a', payments: [PAYMENT], budgets: holding(1001n, '14'), now: NOW, by: maker } as const;
  expect(decide(file, put)).toMatchObject({ rejection: { type: 'BudgetIsOverspent' } });
  expect(decide({ ...file, handedOver: NOW }, put)).toMatchObject({ events: [{ budgets: [{ remaining: money(1050n, 'JPY') }] }] });
});

test('a payment from a budget in the currency of the agreement is not measured', () => {
  const own = acceptedOn(effectiveWith([]), request(), approve());
  expect(instructed(holding(1n, '14'), own)).toMatchObject({ events: [{ budgets: [] }] });
});

test('a payment that is not with the bank waits for the sponsor whose budget is too small, of each offer the first', () => {
  const short = { offer: OFFER, envelope: `env_${FUND}`, missing: money(49n, 'JPY') };
  const requested = acceptedOn(effectiveWith([yen]), request());
  for (const state of [requested, approved])
    expect(shortOfBudget(state, holding(1001n, '14'))).toMatchObject([{ payment: PAYMENT, short }]);
  expect(shortOfBudget(approved, holding(1050n, '14'))).toEqual([]);
  expect(shortOfBudget(effectiveWith([yen]), holding(1001n, '14'))).toEqual([]);
  expect(shortOfBudget(acceptedOn(approved, { ...instruct(), budgets: holding(1050n, '14') }), holding(1001n, '14'))).toEqual([]);
});
