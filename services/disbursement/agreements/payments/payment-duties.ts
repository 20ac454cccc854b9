import { alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { PaymentId } from '../ids.ts';
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

/**
 * Who may not confirm a settlement: what a second person may not, and, where who requested the payment brought the statement that settles it, its approvers.
 * One of the two who settle a payment by a statement had no part in paying it, so that two persons do not pay and say that it was paid.
 */
export function confirmerFault(by: Actor, payment: Payment, reported: { readonly by: string; readonly statement?: string | undefined }) {
  return secondPersonFault(by, payment, reported) ?? otherDuty(by.person, barredFrom(payment, reported));
}
export const barredFrom = (
  payment: Payment,
  { by, statement = '' }: { readonly by: string; readonly statement?: string | undefined },
): Held[] => (statement !== '' && by === payment.requestedBy ? approvers(payment) : []);

/** Those of them who had their part before a person brought the statement; of an entry that brings money back, its approvers confirm it. */
export function barredFromEntry(
  payment: Payment,
  { by, statement, direction }: { readonly by: string; readonly statement: string; readonly direction: 'credit' | 'debit' },
): { readonly duty: Exclude<Duty, 'reported'>; readonly person: string }[] {
  const held = [...dutiesBefore(payment), ...(direction === 'debit' ? barredFrom(payment, { by, statement }) : [])];
  return held.flatMap(([duty, person]) => (duty === 'reported' || person === '' ? [] : [{ duty, person }]));
}

/** The approver of the payment may check the bank's statement; the person who reported it may not. */
export const secondPersonFault = (by: Actor, payment: Payment, reported: { readonly by: string }): Rejection | undefined =>
  otherDuty(by.person, [...dutiesBefore(payment), ['reported', reported.by]]);
