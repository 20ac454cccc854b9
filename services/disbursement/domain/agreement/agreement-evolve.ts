import { agreement } from './agreement.ts';
import type { Event } from './agreement-events.ts';
import { type Draft, type InForce, isInForce, type State } from './agreement-state.ts';
import { broken } from './broken.ts';
import { exchangesAfter } from './exchange/exchange.ts';
import { withMeasure } from './measures/measure-evolve.ts';
import { paymentAfter } from './payments/payment-evolve.ts';
import { recoveriesAfter } from './recoveries/recovery-evolve.ts';

export const evolve = (state: State, event: Event): State =>
  isOfDraft(event) ? drafted(state, event) : inForce(forceIn(state, event), event);

const OF_DRAFTS = ['AgreementDrafted', 'AgreementSigned', 'AgreementVoided', 'AgreementBecameEffective'] as const;
type DraftEvent = Extract<Event, { type: (typeof OF_DRAFTS)[number] }>;
const isOfDraft = (event: Event): event is DraftEvent => OF_DRAFTS.some((type) => type === event.type);

function drafted(state: State, event: DraftEvent): State {
  switch (event.type) {
    case 'AgreementDrafted': {
      const { type: _, ...terms } = event;
      return { status: 'draft', ...terms, signatures: [], draft: state.status === 'absent' ? 1 : state.draft + 1 };
    }
    case 'AgreementSigned': {
      const { party, by, at } = event;
      const before = draftIn(state, event);
      return { ...before, signatures: [...before.signatures, { party, by, at }] };
    }
    case 'AgreementVoided':
      return { ...draftIn(state, event), status: 'void', because: event.because, declinedBy: event.party };
    case 'AgreementBecameEffective':
      return { ...draftIn(state, event), status: 'effective', effectiveAt: event.at, ...NOTHING_YET };
  }
}

const NOTHING_YET = {
  payments: new Map(),
  measures: [],
  verdicts: [],
  fulfilments: new Map(),
  amendedHash: '',
  recoveries: [],
  givenBack: [],
  exchanges: [],
  results: [],
  ...agreement.initial,
} as const;

type InForceEvent = Exclude<Event, DraftEvent>;

function inForce(earlier: InForce, event: InForceEvent): State {
  const before = agreement.evolve(earlier, event);
  if (agreement.owns(event)) return before;
  if ('exchange' in event) return { ...before, exchanges: exchangesAfter(event, before.exchanges) };
  if ('payment' in event) {
    const payments = new Map(before.payments).set(event.payment, paymentAfter(event, before.payments));
    return { ...before, payments };
  }
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
    case 'BudgetEndMoved': {
      const { sponsor, periodEnd } = event;
      return { ...before, shares: before.shares.map((share) => (share.sponsor === sponsor ? { ...share, periodEnd } : share)) };
    }
    case 'AgreementEnded':
      return { ...before, status: 'ended' };
  }
}

type ConditionEvent = Extract<Event, { condition: number }>;

function fulfilmentsAfter(event: ConditionEvent, before: InForce['fulfilments']): InForce['fulfilments'] {
  const { condition, by, at } = event;
  if (event.type === 'ConditionReported') {
    const { note, evidence } = event;
    const reported = { note, evidence, reportedBy: by, reportedAt: at, answeredBy: '', answeredAt: '', reason: '' } as const;
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
