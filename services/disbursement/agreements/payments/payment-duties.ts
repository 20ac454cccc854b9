import { alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { PaymentId } from '../ids.ts';
import type { BankReport, UndoingReport } from './bank-report.ts';
import type { Order, Payment } from './payment.ts';
import type { Duty } from './payment-commands.ts';

/** Who did what before for a payment: a person with one of these duties may not take the next. */
export type Held = readonly [duty: Duty, person: string];
type Report = Pick<Order, 'submittedBy' | 'reportedBy'>;

export const reporters = ({ submittedBy, reportedBy }: Report): Held[] =>
  [submittedBy, ...reportedBy].map((person) => ['submitted', person]);

export const dutiesBefore = (order: Report & Pick<Order, 'verifiedBy'>): Held[] => [...reporters(order), ['verified', order.verifiedBy]];

/** Who has approved an order so far: one person, or above a limit two. */
export function approversOf(order: Payment): string[] {
  const last = 'approvedBy' in order ? order.approvedBy : '';
  return [order.firstApproval?.by ?? '', last].filter((person) => person !== '');
}
export const approvers = (order: Payment): Held[] => approversOf(order).map((person) => ['approved', person]);

/** Nothing was verified for an advance, so nobody has that duty. */
export function otherDuty(person: string, duties: readonly Held[]): Rejection | undefined {
  const held = duties.find(([, holder]) => holder !== '' && holder === person);
  return held && { type: 'PersonHasAnotherDuty', person, duty: held[0] };
}

/** Of what has an order already: whoever requested that repeats the request, unless the order is over and somebody says that this was a mistake. */
export const orderedAlready = (payment: PaymentId, { requestedBy, over, status }: Payment, by: Actor): Decision<Event, Rejection> =>
  requestedBy === by.person && !over?.undoing ? alreadyApplied : refuse({ type: 'CellHasAnOrder', payment, status });

/** Why a person may not say what the bank did with a payment, or nothing. */
export const reporterFault = (by: Actor, payment: Payment): Rejection | undefined =>
  otherDuty(by.person, [...dutiesBefore(payment), ...approvers(payment)]);

/** What is said that the bank did, by whom, and by which statement where by one. */
type Said = {
  readonly by: string;
  readonly outcome: BankReport['outcome'] | UndoingReport['outcome'];
  readonly statement?: string | undefined;
};

/** After these the same may be paid again. */
const FREEING: readonly Said['outcome'][] = ['failed', 'returned'];

/**
 * Who may not confirm what the bank did: whom a second person may not be, and, of what frees a part to be paid again or is said by a statement, the approvers
 * of the payment where its requester says it. One of the two had no part in paying, so that two persons do not pay twice, nor say that it was paid.
 */
export const confirmerFault = (by: Actor, payment: Payment, said: Said): Rejection | undefined =>
  secondPersonFault(by, payment, said) ?? otherDuty(by.person, barredFrom(payment, said));
export const barredFrom = (payment: Payment, { by, outcome, statement = '' }: Said): Held[] =>
  by === payment.requestedBy && (statement !== '' || FREEING.includes(outcome)) ? approvers(payment) : [];

/** Those of them who had their part before a person brought the statement. */
export function barredFromEntry(
  payment: Payment,
  { by, statement, direction }: { readonly by: string; readonly statement: string; readonly direction: 'credit' | 'debit' },
): { readonly duty: Exclude<Duty, 'reported'>; readonly person: string }[] {
  const held = [
    ...dutiesBefore(payment),
    ...barredFrom(payment, { by, statement, outcome: direction === 'debit' ? 'settled' : 'returned' }),
  ];
  return held.flatMap(([duty, person]) => (duty === 'reported' || person === '' ? [] : [{ duty, person }]));
}

/** The approver of the payment may check the bank's statement; the person who reported it may not. */
export const secondPersonFault = (by: Actor, payment: Payment, reported: { readonly by: string }): Rejection | undefined =>
  otherDuty(by.person, [...dutiesBefore(payment), ['reported', reported.by]]);
