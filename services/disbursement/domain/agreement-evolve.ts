import type { Event } from './agreement-events.ts';
import type { Draft, Effective, Payment, PaymentId, State } from './agreement-state.ts';

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'AgreementDrafted': {
      const { type: _, ...drafted } = event;
      return { status: 'draft', ...drafted, signatures: [] };
    }
    case 'AgreementSigned': {
      const { party, by, at } = event;
      const before = draftIn(state, event);
      return { ...before, signatures: [...before.signatures, { party, by, at }] };
    }
    case 'AgreementBecameEffective':
      return { ...draftIn(state, event), status: 'effective', effectiveAt: event.at, payments: new Map() };
    case 'PaymentRequested':
    case 'PaymentApproved':
    case 'PaymentRefused':
    case 'PaymentInstructed':
    case 'PaymentSettled': {
      const before = effectiveIn(state, event);
      return { ...before, payments: new Map(before.payments).set(event.payment, paymentAfter(event, before.payments)) };
    }
    case 'AgreementPaidInFull':
      // It follows from the payments; recorded so that others need not add them up.
      return effectiveIn(state, event);
    case 'AgreementEnded':
      return { ...effectiveIn(state, event), status: 'ended' };
  }
}

function paymentAfter(event: Extract<Event, { payment: PaymentId }>, payments: ReadonlyMap<PaymentId, Payment>): Payment {
  const before = payments.get(event.payment);
  if (event.type === 'PaymentRequested') {
    if (before && before.status !== 'refused') throw broken(event, before.status);
    const { tranche, sponsor, amount, milestone, report, submittedBy, verifiedBy, by, at } = event;
    return { status: 'requested', tranche, sponsor, amount, milestone, report, submittedBy, verifiedBy, requestedBy: by, requestedAt: at };
  }
  switch (event.type) {
    case 'PaymentApproved':
      if (before?.status === 'requested') return { ...before, status: 'approved', approvedBy: event.by, approvedAt: event.at };
      break;
    case 'PaymentRefused':
      if (before?.status === 'requested') return { ...before, status: 'refused', refusedBy: event.by };
      break;
    case 'PaymentInstructed':
      if (before?.status === 'approved') return { ...before, status: 'instructed', instruction: event.instruction };
      break;
    case 'PaymentSettled': {
      const { bankReference, valueDate, at } = event;
      if (before?.status === 'instructed') return { ...before, status: 'settled', bankReference, valueDate, settledAt: at };
      break;
    }
  }
  throw broken(event, before?.status ?? 'absent');
}

function draftIn(state: State, event: Event): Draft {
  if (state.status !== 'draft') throw broken(event, state.status);
  return state;
}

function effectiveIn(state: State, event: Event): Effective {
  if (state.status !== 'effective') throw broken(event, state.status);
  return state;
}

/** Deciders never cause such an event; a history that holds one is broken, which is a bug. */
const broken = ({ type }: Event, status: string): Error => new Error(`${type} met what is ${status}`);
