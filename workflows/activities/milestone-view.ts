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

/** Whether every part of the tranche is fully paid, and no settlement is contested. */
export const isPaid = (agreement: Agreement, tranche: number): boolean => openCells(agreement, tranche).length === 0;

/** Whether the whole agreement is paid, nothing retained is still to be released, and no payment is reported as returned. */
export const isPaidInFull = (agreement: Agreement): boolean =>
  openCells(agreement).length === 0 &&
  agreement.retained.length === 0 &&
  !agreement.payments.some((payment) => isReleaseUnderWay(payment) || payment.undoing !== undefined);

/** What the bank is to release or was instructed to: no longer retained, and not paid yet. */
const isReleaseUnderWay = ({ tranche, status }: Payment): boolean => tranche === 0 && (status === 'approved' || status === 'instructed');

/** The cells that are not fully paid, or with a payment reported as not carried out after all; of one tranche or of all. */
const openCells = (agreement: Agreement, tranche?: number): Cell[] =>
  agreement.cells.filter((cell) => {
    const isContested = ordersOf(cell, agreement).some(({ undoing }) => undoing !== undefined);
    return (tranche === undefined || cell.tranche === tranche) && (isContested || !agreement.paidUp.includes(cell.payment));
  });

/** The payment of a cell, and those of some of it. */
const ordersOf = (cell: Cell, agreement: Agreement): Payment[] => [
  ...agreement.payments.filter(({ id }) => id === cell.payment),
  ...partPaymentsOf(cell, agreement),
];

/** Settled, and not contested. */
const isSettled = ({ status, undoing }: Payment): boolean => parsePaymentStatus(status) === 'settled' && !undoing;

const partPaymentsOf = ({ tranche, sponsor }: Cell, { payments }: Agreement): Payment[] =>
  payments.filter((order) => order.partPayment > 0 && order.tranche === tranche && order.sponsor === sponsor);

/** If an agreement has a payment or modification that is not recognised, what is paid and agreed is unknown as well. */
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
    reported: cells.flatMap((cell) => ordersOf(cell, agreement).flatMap(reportedOf)),
    awaited: [...new Set(openCells(agreement, tranche).flatMap((cell) => waitingFor(cell, agreement)))],
    held: openCells(agreement, tranche).flatMap((cell) => releasing(cell, agreement)),
  };
}

/** What finance has said that the bank did, while it waits for its second person. */
function reportedOf({ id: payment, status, reported, undoing }: Payment) {
  const report = status === 'instructed' ? reported : undoing;
  return report ? [{ payment, number: report.number, at: report.at }] : [];
}

/** The holds on a cell, each with everybody who may release it. */
function releasing(cell: Cell, agreement: Agreement) {
  return holdsOn(cell, agreement.holds).flatMap(({ number: hold, releaseDue: due, organisation }) => [
    organisation === 'secretariat'
      ? { hold, due, role: 'finance.checker', organisation }
      : { hold, due, role: 'sponsor.approver', organisation },
    { hold, due, role: 'secretariat.approver', organisation: 'secretariat' },
  ]);
}

const holdsOn = ({ tranche, sponsor }: Cell, holds: readonly Hold[]): Hold[] =>
  holds.filter((hold) => parseHoldStatus(hold.status) === 'standing' && hold.tranche === tranche && hold.sponsor === sponsor);

/** Who has to act for a cell's payments; nobody once they are settled, or while they are on hold, except for instructed ones. */
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
    // Nobody is notified of an agreement that has one.
    case 'unrecognised':
      return [];
  }
}
