import type { Event } from './agreement-events.ts';
import { type Draft, type InForce, isInForce, type State } from './agreement-state.ts';
import { broken } from './broken.ts';
import { withMeasure } from './measure-evolve.ts';
import { paymentAfter } from './payment-evolve.ts';
import { recoveriesAfter } from './recovery-evolve.ts';

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'AgreementDrafted': {
      const { type: _, ...drafted } = event;
      return { status: 'draft', ...drafted, signatures: [], draft: state.status === 'absent' ? 1 : state.draft + 1 };
    }
    case 'AgreementSigned': {
      const { party, by, at } = event;
      const before = draftIn(state, event);
      return { ...before, signatures: [...before.signatures, { party, by, at }] };
    }
    case 'AgreementVoided':
      return { ...draftIn(state, event), status: 'void', because: event.because, declinedBy: event.party };
    case 'AgreementBecameEffective':
      return begun(draftIn(state, event), event.at);
    case 'PaymentRequested':
    case 'PaymentApprovedOnce':
    case 'PaymentApproved':
    case 'PaymentRefused':
    case 'PaymentInstructed':
    case 'PaymentPutInFile':
    case 'PaymentTakenFromFile':
    case 'PaymentSettlementReported':
    case 'PaymentFailureReported':
    case 'PaymentObjectedTo':
    case 'PaymentSettled':
    case 'PaymentFailed':
    case 'PaymentReturnReported':
    case 'PaymentReversalReported':
    case 'PaymentReturned':
    case 'SettlementReversed':
    case 'MeasureProposed':
    case 'MeasureAnswered':
    case 'MeasureApproved':
    case 'MeasureRefused':
    case 'AgreementSuspended':
    case 'AgreementResumed':
    case 'AgreementTerminationBegun':
    case 'AgreementTerminated':
    case 'AgreementAmended':
    case 'TrancheReduced':
    case 'ConditionReported':
    case 'ConditionConfirmed':
    case 'ConditionRefused':
    case 'RecoveryClaimed':
    case 'RecoveryAnswered':
    case 'RecoveryApproved':
    case 'RecoveryRefused':
    case 'ResolutionProposed':
    case 'ResolutionConfirmed':
    case 'ResolutionRefused':
    case 'AgreementPaidInFull':
    case 'AgreementEnded':
      return inForce(forceIn(state, event), event);
  }
}

const begun = (draft: Draft, effectiveAt: string): InForce => ({
  ...{ ...draft, status: 'effective', effectiveAt },
  ...{ payments: new Map(), measures: [], verdicts: [], fulfilments: new Map(), amendedHash: '', recoveries: [], givenBack: [] },
});

type InForceEvent = Exclude<Event, { type: 'AgreementDrafted' | 'AgreementSigned' | 'AgreementVoided' | 'AgreementBecameEffective' }>;

function inForce(before: InForce, event: InForceEvent): State {
  if ('payment' in event) return { ...before, payments: new Map(before.payments).set(event.payment, paymentAfter(event, before.payments)) };
  if ('measure' in event) return withMeasure(before, event);
  if ('condition' in event) return { ...before, fulfilments: fulfilmentsAfter(event, before.fulfilments) };
  if ('recovery' in event) return { ...before, recoveries: recoveriesAfter(event, before.recoveries) };
  switch (event.type) {
    case 'TrancheReduced': {
      const { tranche, verdict, payableBasisPoints, rest, carriedTo, cells } = event;
      return { ...before, cells, verdicts: [...before.verdicts, { tranche, verdict, payableBasisPoints, rest, carriedTo }] };
    }
    case 'AgreementPaidInFull':
      // It follows from the payments; recorded so that others need not add them up.
      return before;
    case 'AgreementEnded':
      return { ...before, status: 'ended' };
  }
}

type ConditionEvent = Extract<Event, { condition: number }>;

function fulfilmentsAfter(event: ConditionEvent, before: InForce['fulfilments']): InForce['fulfilments'] {
  const { condition, by, at } = event;
  if (event.type === 'ConditionReported') {
    const { note } = event;
    const reported = { note, reportedBy: by, reportedAt: at, answeredBy: '', answeredAt: '', reason: '' } as const;
    return new Map(before).set(condition, { status: 'reported', ...reported });
  }
  const reported = before.get(condition);
  if (reported?.status !== 'reported') throw broken(event, reported?.status ?? 'open');
  const answered = { ...reported, answeredBy: by, answeredAt: at };
  switch (event.type) {
    case 'ConditionConfirmed':
      return new Map(before).set(condition, { ...answered, status: 'met' });
    case 'ConditionRefused':
      return new Map(before).set(condition, { ...answered, status: 'refused', reason: event.note });
  }
}

function draftIn(state: State, event: Event): Draft {
  if (state.status !== 'draft') throw broken(event, state.status);
  return state;
}

function forceIn(state: State, event: Event): InForce {
  if (state.status === 'absent' || !isInForce(state)) throw broken(event, state.status);
  return state;
}
