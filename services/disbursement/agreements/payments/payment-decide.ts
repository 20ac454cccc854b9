import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { limitBelow } from '@junkan/kit/pure/limits.ts';
import { minus, money, plus } from '@junkan/kit/pure/money.ts';
import { advancedOn } from '../advances/advance.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { measuredBudgets, overspent } from '../exchange/budget-measure.ts';
import type { BudgetMeasure } from '../exchange/exchange-state.ts';
import type { PaymentId } from '../ids.ts';
import { entry } from '../journal.ts';
import { bookedBy, goneOf, retainedOf, unbookedBy } from '../retention/retention.ts';
import { partPaidOn, partPaymentUnderWay } from './part-payment.ts';
import { type Accounts, endToEndReference, isOver, type Payment } from './payment.ts';
import type { ApprovePayment, InstructPayment, RefusePayment, RequestPayment } from './payment-commands.ts';
import { approversOf, dutiesBefore, orderedAlready, otherDuty } from './payment-duties.ts';
import { groundsOf } from './payment-grounds.ts';
import { instrumentFault } from './payment-instrument.ts';
import { measured } from './payment-measure.ts';
import { stopFault } from './payment-stop.ts';

type Answer = Decision<Event, Rejection>;

export function request({ agreement, tranche, sponsor, milestone, now, by }: RequestPayment, state: InForce): Answer {
  const { cells, payments } = state;
  const cell = cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  if (!cell) return refuse({ type: 'CellIsUnknown', tranche, sponsor });
  if (cell.amount.amount === 0n) return refuse({ type: 'CellIsZero', tranche, sponsor });
  const { payment } = cell;
  const before = payments.get(payment);
  if (before && !isOver(before)) return orderedAlready(payment, before, by);
  const unfunded = instrumentFault(state, cell, cell.amount.amount);
  if (unfunded) return refuse(unfunded);
  const grounds = groundsOf({ agreement, milestone, now, by }, cell, state);
  if ('type' in grounds) return refuse(grounds);
  const [underWay, order] = partPaymentUnderWay(state, cell) ?? [];
  if (underWay && order) return refuse({ type: 'PartPaymentIsUnderWay', payment: underWay, status: order.status });
  const retained = retainedOf(state, cell);
  const advanced = money(advancedOn(state, cell), cell.amount.currency);
  const partPaid = money(partPaidOn(state, cell), cell.amount.currency);
  if (goneOf(state, cell) >= cell.amount.amount) return refuse({ type: 'PartIsPaidAhead', tranche, sponsor });
  return accept({
    type: 'PaymentRequested',
    payment,
    tranche,
    sponsor,
    amount: minus(minus(minus(cell.amount, retained), advanced), partPaid),
    ...grounds,
    at: now,
    by: by.person,
    ...(retained.amount > 0n ? { retained } : {}),
    ...(advanced.amount > 0n ? { advanced } : {}),
    ...(partPaid.amount > 0n ? { partPaid, partWhole: minus(cell.amount, advanced) } : {}),
  });
}

/**
 * Above a limit two persons approve. The person who gave the first approval never gives the second, even if the limit has changed since.
 */
export function approve(command: ApprovePayment, payment: Payment, state: InForce): Answer {
  const { agreement, payment: id, rules, payerAccount, payeeAccount, now, by } = command;
  const held = otherDuty(by.person, [...dutiesBefore(payment), ['requested', payment.requestedBy]]);
  if (held) return refuse(held);
  switch (payment.status) {
    case 'requested': {
      const { milestone, attempt, firstApproval } = payment;
      const stopped = stopFault(payment, now, state);
      if (stopped) return refuse(stopped);
      if (firstApproval?.by === by.person) return alreadyApplied;
      const accounts = { payerAccount, payeeAccount };
      const changed = withoutAccount(payment, accounts, state) ?? accountFault(id, payment, accounts) ?? readFault(command, accounts);
      if (changed) return refuse(changed);
      if (command.isToItself) return refuse({ type: 'PayerIsPayee', ...accounts });
      const whole = measured(payment, state);
      const limit = limitBelow(rules, whole);
      const said = { payment: id, milestone, at: now, by: by.person, ...accounts };
      const { edition } = rules;
      if (limit && !firstApproval) return accept({ type: 'PaymentApprovedOnce', ...said, limit, rules: edition, measured: whole });
      const booked = entry(`${agreement}/approved/${id}${attempt > 1 ? `/${attempt}` : ''}`, bookedBy(agreement, payment));
      return accept({ type: 'PaymentApproved', ...said, entry: booked, ...(edition > 0 ? { rules: edition, measured: whole } : {}) });
    }
    case 'approved':
    case 'instructed':
    case 'settled':
      return approversOf(payment).includes(by.person)
        ? alreadyApplied
        : refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
    case 'refused':
    case 'failed':
    case 'returned':
      return refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
  }
}

/** A budget in another currency is not overspent: before the bank is instructed its sponsor commits more to the offer. */
export function budgetFault(state: InForce, measures: readonly BudgetMeasure[]): Rejection | undefined {
  const [found] = overspent(state, measures);
  return found && { type: 'BudgetIsOverspent', ...found };
}

/** Nothing is paid without both accounts: from where, and to whom. */
function withoutAccount({ sponsor, amount: { currency } }: Payment, accounts: Accounts, { proposer }: InForce): Rejection | undefined {
  if (accounts.payerAccount === '') return { type: 'PayerHasNoUsableAccount', payer: sponsor, currency };
  if (accounts.payeeAccount === '') return { type: 'PayeeHasNoUsableAccount', payee: proposer, currency };
  return;
}

/** What was approved for an account is for that account alone. Approvals of earlier versions named none. */
export function accountFault(payment: PaymentId, { accounts }: Payment, now: Accounts): Rejection | undefined {
  if (accounts === undefined) return;
  const isSame = accounts.payerAccount === now.payerAccount && accounts.payeeAccount === now.payeeAccount;
  return isSame ? undefined : { type: 'AccountHasChanged', payment, ...accounts };
}

/** Nobody decides about other accounts than the person has read. */
function readFault(
  { payment, payerAccountRead, payeeAccountRead }: ApprovePayment | InstructPayment,
  now: Accounts,
): Rejection | undefined {
  const isSame = (read: string | undefined, used: string): boolean => !read || read === used;
  const isAsRead = isSame(payerAccountRead, now.payerAccount) && isSame(payeeAccountRead, now.payeeAccount);
  return isAsRead ? undefined : { type: 'AccountIsAnother', payment, ...now };
}

/** Until the bank is instructed: also what was approved, so that it can be requested again for the account that is used now. */
export function reject({ agreement, payment: id, note, now, by }: RefusePayment, payment: Payment, state: InForce): Answer {
  const held = otherDuty(by.person, dutiesBefore(payment));
  if (held) return refuse(held);
  switch (payment.status) {
    case 'requested': {
      const instruction = endToEndReference(id, payment.attempt);
      return accept({ type: 'PaymentRefused', payment: id, milestone: payment.milestone, note, by: by.person, at: now, instruction });
    }
    case 'refused':
      return payment.refusedBy === by.person
        ? alreadyApplied
        : refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
    case 'approved': {
      const { milestone, attempt, route } = payment;
      if (route.file !== '') return refuse({ type: 'PaymentIsInFile', payment: id, file: route.file });
      const undone = entry(`${agreement}/refused/${id}/${attempt}`, unbookedBy(agreement, payment, state));
      const instruction = endToEndReference(id, attempt);
      return accept({ type: 'PaymentRefused', payment: id, milestone, note, by: by.person, at: now, entry: undone, instruction });
    }
    case 'instructed':
    case 'failed':
    case 'returned':
    case 'settled':
      return refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
  }
}

export function instruct(command: InstructPayment, payment: Payment, state: InForce): Answer {
  const { payment: id, payerAccount, payeeAccount, debitCurrency, limited, budgets, now, by } = command;
  if (by.person !== payment.requestedBy) return refuse({ type: 'RequesterIsAnother', requestedBy: payment.requestedBy });
  switch (payment.status) {
    case 'approved': {
      const { file } = payment.route;
      if (file !== '') return refuse({ type: 'PaymentIsInFile', payment: id, file });
      const accounts = { payerAccount, payeeAccount };
      const changed = withoutAccount(payment, accounts, state) ?? accountFault(id, payment, accounts) ?? readFault(command, accounts);
      const stopped = stopFault(payment, now, state) ?? changed;
      if (stopped) return refuse(stopped);
      // A file is approved by two persons above it; by hand nobody approves what a day comes to.
      const sum = limited && plus(payment.amount, limited.ofDay);
      const limit = limited && sum && limitBelow(limited.rules, sum);
      if (limit) return refuse({ type: 'DayLimitIsExceeded', limit, sum });
      const measures = budgets ? measuredBudgets(state, payment.sponsor, budgets) : [];
      const fault = budgetFault(state, measures);
      if (fault) return refuse(fault);
      return accept({
        type: 'PaymentInstructed',
        payment: id,
        milestone: payment.milestone,
        instruction: endToEndReference(id, payment.attempt),
        by: by.person,
        at: now,
        ...accounts,
        debitCurrency,
        budgets: measures,
      });
    }
    case 'instructed':
    case 'settled':
      return alreadyApplied;
    case 'requested':
    case 'refused':
    case 'failed':
    case 'returned':
      return refuse({ type: 'PaymentIsNotApproved', payment: id, status: payment.status });
  }
}
