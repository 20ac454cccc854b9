import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { AgreementId, PaymentId } from '../ids.ts';

/** What the bank's reference is of: a payment, a refund of a recovery, or what a guarantor has paid. */
export type RefundId = `rfd_${string}`;
export type ClaimId = `clm_${string}`;
export type Holder = PaymentId | RefundId | ClaimId;

/**
 * A bank's reference settles one payment, or one refund, in the whole installation. Each is a separate stream, so that two agreements
 * cannot take the same one concurrently: it is reserved before a settlement is recorded, and free again after an objection.
 */
export type State = { readonly status: 'free' } | { readonly status: 'reserved'; readonly payment: Holder };
export type Command =
  | { type: 'ReserveReference'; bankReference: string; agreement: AgreementId; payment: Holder; by: Actor }
  | { type: 'ReleaseReference'; payment: Holder; by: Actor };
export type Event =
  | { type: 'BankReferenceReserved'; bankReference: string; agreement: AgreementId; payment: Holder; by: string }
  | { type: 'BankReferenceReleased'; payment: Holder; by: string };
export type Rejection = NotAllowed | { type: 'BankReferenceIsUsed'; payment: Holder };

export const initial: State = { status: 'free' };

export function decide(command: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(command.by, [...ROLES.SettlePayment, ...ROLES.ObjectToPayment]);
  if (refusal) return refuse(refusal);
  const { payment, by } = command;
  switch (command.type) {
    case 'ReserveReference': {
      const { bankReference, agreement } = command;
      if (state.status === 'free') return accept({ type: 'BankReferenceReserved', bankReference, agreement, payment, by: by.person });
      return state.payment === payment ? alreadyApplied : refuse({ type: 'BankReferenceIsUsed', payment: state.payment });
    }
    case 'ReleaseReference':
      // Another payment has the reservation: a late repeat must not take it away.
      return state.status === 'reserved' && state.payment === payment
        ? accept({ type: 'BankReferenceReleased', payment, by: by.person })
        : alreadyApplied;
  }
}

export function evolve(_state: State, event: Event): State {
  switch (event.type) {
    case 'BankReferenceReserved':
      return { status: 'reserved', payment: event.payment };
    case 'BankReferenceReleased':
      return initial;
  }
}

/** What banks may put into a reference: the character set of ISO 20022 payments in upper case. */
const ALLOWED = /^[A-Z0-9/\-?:().,'+ ]*$/;
export const ALLOWED_IN_REFERENCES = "letters A to Z, digits, spaces and / - ? : ( ) . , ' +";

/** A reference in the one spelling in which it is compared and kept; nothing where it has other characters. */
export function normalised(bankReference: string): string | undefined {
  const spelt = bankReference.trim().toUpperCase().replaceAll(/ +/g, ' ');
  return ALLOWED.test(spelt) && (spelt === '' || /[A-Z0-9]/.test(spelt)) ? spelt : undefined;
}

/** By what two references are the same: banks print spaces and marks as they like. */
export const comparable = (bankReference: string): string => bankReference.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
