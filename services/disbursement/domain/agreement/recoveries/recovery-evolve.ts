import type { Event } from '../agreement-events.ts';
import { broken } from '../broken.ts';
import { pendingPortions, type Recovery, type Resolution } from './recovery.ts';

export type RecoveryEvent = Exclude<Extract<Event, { recovery: number }>, { exchange: number }>;

export function recoveriesAfter(event: RecoveryEvent, before: readonly Recovery[]): readonly Recovery[] {
  if (event.type === 'RecoveryClaimed') return [...before, claimed(event)];
  return before.map((each) => (each.number === event.recovery ? after(event, each) : each));
}

function claimed({ recovery: number, kind, tranche, amount, portions, advances = [], note, answerDue, at, by }: Claimed): Recovery {
  return {
    number,
    kind,
    status: 'claimed',
    tranche,
    amount,
    portions,
    note,
    answerDue,
    claimedBy: by,
    claimedAt: at,
    answer: '',
    answeredBy: '',
    answeredAt: '',
    decidedBy: '',
    decidedAt: '',
    reason: '',
    resolutions: [],
    advances,
  };
}
type Claimed = Extract<RecoveryEvent, { type: 'RecoveryClaimed' }>;

function after(event: Exclude<RecoveryEvent, Claimed>, before: Recovery): Recovery {
  const { at, by } = event;
  switch (event.type) {
    case 'RecoveryAnswered':
      return { ...before, answer: event.note, answeredBy: by, answeredAt: at };
    case 'RecoveryApproved':
      return { ...before, status: 'pending', decidedBy: by, decidedAt: at };
    case 'RecoveryRefused':
      return { ...before, status: 'refused', decidedBy: by, decidedAt: at, reason: event.note };
    case 'ResolutionProposed': {
      const { resolution: number, kind, amount, portions, sponsor, bankReference, valueDate, note } = event;
      const { statement = '', statementEntry = 0 } = event;
      const told = {
        number,
        kind,
        amount,
        portions,
        sponsor,
        statement,
        statementEntry,
        bankReference,
        valueDate,
        note,
        proposedBy: by,
        proposedAt: at,
      };
      const undecided = { status: 'proposed', firstApproval: undefined, decidedBy: '', decidedAt: '', reason: '' } as const;
      return { ...before, resolutions: [...before.resolutions, { ...told, ...undecided }] };
    }
    case 'ResolutionConfirmedOnce': {
      const { limit, rules } = event;
      return deciding(before, event, { firstApproval: { by, at, limit, rules } });
    }
    case 'ResolutionConfirmed': {
      const confirmed = deciding(before, event, { status: 'confirmed', decidedBy: by, decidedAt: at });
      const isResolved = pendingPortions(confirmed).every(({ amount }) => amount.amount === 0n);
      return isResolved ? { ...confirmed, status: 'resolved' } : confirmed;
    }
    case 'ResolutionRefused':
      return deciding(before, event, { status: 'refused', decidedBy: by, decidedAt: at, reason: event.note });
  }
}

type Decided = Extract<RecoveryEvent, { type: 'ResolutionConfirmedOnce' | 'ResolutionConfirmed' | 'ResolutionRefused' }>;
function deciding(before: Recovery, event: Decided, change: Partial<Resolution>): Recovery {
  const status = before.resolutions[event.resolution - 1]?.status;
  if (status !== 'proposed') throw broken(event, status ?? 'absent');
  const resolutions = before.resolutions.map((each) => (each.number === event.resolution ? { ...each, ...change } : each));
  return { ...before, resolutions };
}
