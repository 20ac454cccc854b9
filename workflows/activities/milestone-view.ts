import { dateOf, plusMonths } from '@junkan/kit/pure/dates.ts';
import { parseHoldStatus, parsePaymentStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Agreement, Cell, Hold, Payment } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import type { WholeMilestoneView } from '../rules/milestone.ts';
import type { StatusOf } from '../rules/statuses.ts';
import type { Knows } from './statuses.ts';

/** On which day a tranche's milestone is due: as amended, or so many months from the day on which the agreement became effective. */
export function dueOnOf({ effectiveAt, tranches }: Agreement, number: number): string {
  const tranche = tranches.find((each) => each.number === number);
  return tranche?.dueOn || plusMonths(dateOf(effectiveAt), tranche?.monthsAfterEffective ?? 0);
}

/** Whether every part of the tranche that has money in it is settled, and nothing is said against that. */
export const isPaid = (agreement: Agreement, tranche: number): boolean => areSettled(withMoney(agreement, tranche), agreement);

/** Whether nothing is left to be paid of the whole agreement, and nothing of what was retained is still to be released. */
export const isPaidInFull = (agreement: Agreement): boolean =>
  areSettled(withMoney(agreement), agreement) && agreement.retained.length === 0 && !agreement.payments.some(isReleaseUnderWay);

/** What the bank is to release, or was told to: it is retained no more, and not paid yet. */
const isReleaseUnderWay = ({ tranche, status }: Payment): boolean => tranche === 0 && (status === 'approved' || status === 'instructed');

const areSettled = (cells: readonly Cell[], agreement: Agreement): boolean =>
  cells.every((cell) => {
    const closing = agreement.payments.find(({ id }) => id === cell.payment);
    const parts = partPaymentsOf(cell, agreement).filter(isSettled);
    const paid = parts.reduce((sum, { amount }) => sum + (amount?.amount ?? 0n), 0n);
    return closing !== undefined && isSettled(closing) && paid >= (closing.partPaid?.amount ?? 0n);
  });

/** Settled, and nothing is said against that. */
const isSettled = ({ status, undoing }: Payment): boolean => parsePaymentStatus(status) === 'settled' && !undoing;

const partPaymentsOf = ({ tranche, sponsor }: Cell, { payments }: Agreement): Payment[] =>
  payments.filter((order) => order.partPayment > 0 && order.tranche === tranche && order.sponsor === sponsor);

/** What is paid and what is agreed cannot be told of an agreement with a payment or a measure that is not recognised, either. */
export function agreementStatus({ status, payments, measures }: Agreement, knows: Knows): StatusOf<'agreement'> {
  const parts = [...payments.map((each) => knows('payment', each.status)), ...measures.map((each) => knows('measure', each.status))];
  return parts.includes('unrecognised') ? 'unrecognised' : knows('agreement', status);
}

export function agreedView(agreement: Agreement, milestone: Milestone, tranche: number, knows: Knows): WholeMilestoneView['agreed'] {
  const cells = agreement.cells.filter((cell) => cell.tranche === tranche);
  return {
    status: agreementStatus(agreement, knows),
    dueOn: dueOnOf(agreement, tranche),
    amount: String(cells.reduce((sum, { amount }) => sum + (amount?.amount ?? 0n), 0n)),
    known: String(milestone.amount?.amount ?? 0n),
    currency: milestone.amount?.currency ?? '',
    advancing: agreement.advances.some((advance) => advance.tranche === tranche && advance.status === 'ordered'),
    applied: agreement.verdicts.some((verdict) => verdict.tranche === tranche),
    carriedFrom: agreement.verdicts.filter(({ carriedTo }) => carriedTo === tranche).map((verdict) => verdict.tranche),
    knownFrom: milestone.carriedFrom,
    targets: agreement.results.filter((result) => result.tranche === tranche).map(({ tranche: _, ...target }) => target),
    knownTargets: milestone.targets,
    paymentDue: milestone.paymentDue,
    reported: cells.flatMap((cell) => {
      const closing = agreement.payments.filter(({ id }) => id === cell.payment);
      return [...closing, ...partPaymentsOf(cell, agreement)].flatMap(reportedOf);
    }),
    awaited: [...new Set(withMoney(agreement, tranche).flatMap((cell) => waitingFor(cell, agreement)))],
    held: withMoney(agreement, tranche).flatMap((cell) => releasing(cell, agreement)),
  };
}

/** What finance has said that the bank did, while it waits for its second person. */
function reportedOf({ id: payment, status, reported, undoing }: Payment) {
  const report = status === 'instructed' ? reported : undoing;
  return report ? [{ payment, number: report.number, at: report.at }] : [];
}

/** The cells that have more money in them than was paid ahead or in part, of one tranche or of all. */
const withMoney = ({ cells, payments }: Agreement, tranche?: number): Cell[] =>
  cells.filter((cell) => (tranche === undefined || cell.tranche === tranche) && (cell.amount?.amount ?? 0n) > aheadOf(cell, payments));

const aheadOf = (cell: Cell, payments: readonly Payment[]): bigint =>
  payments
    .filter(({ advance, partPayment }) => advance > 0 || partPayment > 0)
    .filter(({ tranche, sponsor }) => tranche === cell.tranche && sponsor === cell.sponsor)
    .reduce((sum, { status, amount }) => (status === 'settled' ? sum + (amount?.amount ?? 0n) : sum), 0n);

/** The holds on a cell that is not settled, each with everybody who may release it. */
function releasing(cell: Cell, agreement: Agreement) {
  return holdsOn(cell, areSettled([cell], agreement) ? [] : agreement.holds).flatMap(({ number: hold, releaseDue: due, organisation }) => [
    organisation === 'secretariat'
      ? { hold, due, role: 'finance.checker', organisation }
      : { hold, due, role: 'sponsor.approver', organisation },
    { hold, due, role: 'secretariat.approver', organisation: 'secretariat' },
  ]);
}

const holdsOn = ({ tranche, sponsor }: Cell, holds: readonly Hold[]): Hold[] =>
  holds.filter((hold) => parseHoldStatus(hold.status) === 'standing' && hold.tranche === tranche && hold.sponsor === sponsor);

/** Who has to act for a cell's payments; nobody once they are settled, or while they are held, but for what the bank was told. */
function waitingFor(cell: Cell, agreement: Agreement): string[] {
  const isHeld = holdsOn(cell, agreement.holds).length > 0;
  const closing = agreement.payments.find(({ id }) => id === cell.payment);
  const own = whoseTurn(closing, isHeld);
  const parts = partPaymentsOf(cell, agreement).filter((order) => !isOver(order) && !isSettled(order));
  const underWay = parts.flatMap((order) => whoseTurn(order, isHeld));
  // All that is left is asked for once what is on its way has come.
  if (!closing || isOver(closing)) return parts.length > 0 ? underWay : own;
  const found = agreement.partsInPayments.find(({ tranche, sponsor }) => tranche === cell.tranche && sponsor === cell.sponsor);
  const cameBack = (found?.rest?.amount ?? 0n) > 0n && !isHeld ? ['finance.maker'] : [];
  return [...own, ...underWay, ...cameBack];
}

const isOver = ({ status }: Payment): boolean => ['refused', 'failed', 'returned'].includes(status);

function whoseTurn(order: Payment | undefined, isHeld: boolean): string[] {
  const status = order && parsePaymentStatus(order.status);
  switch (status) {
    case 'settled':
      return order?.undoing ? ['finance.checker'] : [];
    case 'requested':
      return isHeld ? [] : ['finance.checker'];
    case 'instructed':
      return [order?.reported ? 'finance.checker' : 'finance.maker'];
    case undefined:
    case 'approved':
    case 'refused':
    case 'failed':
    case 'returned':
      return isHeld ? [] : ['finance.maker'];
    // Nothing is told to anybody of an agreement that has one.
    case 'unrecognised':
      return [];
  }
}
