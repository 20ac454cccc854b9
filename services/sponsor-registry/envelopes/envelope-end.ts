import { type CalendarDate, dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { decidedIn, UNDECIDED } from '@junkan/kit/pure/proposals.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { EnvelopeEndMoved, EnvelopeEndProposed, EnvelopeEndRefused } from '@junkan/proto/junkan/sponsor/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/sponsor/v1/roles.ts';
import type { SponsorId } from '../sponsors/sponsor.ts';

/**
 * The last day of the period of an envelope is moved by two persons of its sponsor. While offers hold something of the envelope it only moves
 * on, so nothing that was within the period falls out of it.
 */
export type FundingId = `fnd_${string}`;

/** `before`: '' = the period was open-ended. `decidedBy`, `decidedAt`, `endNote`: '' until it is decided. The notes are references of erasable texts. */
export type EnvelopeEnd = {
  /** Counts the proposals of the envelope, from 1. */
  readonly number: number;
  readonly status: 'proposed' | 'moved' | 'refused';
  readonly before: CalendarDate | '';
  readonly periodEnd: CalendarDate;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  readonly endNote: string;
};

export type EndCommand =
  | { type: 'ProposeEnvelopeEnd'; periodEnd: CalendarDate; note: string; now: Instant; by: Actor }
  | { type: 'ConfirmEnvelopeEnd'; proposal: number; now: Instant; by: Actor }
  | { type: 'RefuseEnvelopeEnd'; proposal: number; note: string; now: Instant; by: Actor };
type CommandOf<Type extends EndCommand['type']> = Extract<EndCommand, { type: Type }>;

export type EndEvent = EnvelopeEndProposed | EnvelopeEndMoved | EnvelopeEndRefused;

export type EndRejection =
  | NotAllowed
  | { type: 'EnvelopeIsNotOpen' }
  | { type: 'PeriodIsReversed'; periodStart: CalendarDate; periodEnd: CalendarDate }
  | { type: 'EndIsPast'; periodEnd: CalendarDate; today: CalendarDate }
  | { type: 'EndStands'; periodEnd: CalendarDate }
  | { type: 'EnvelopeIsClaimed'; periodEnd: CalendarDate; before: CalendarDate | '' }
  | { type: 'EndIsPending'; proposal: number }
  | { type: 'EnvelopeEndIsUnknown'; proposal: number }
  | { type: 'EnvelopeEndInStatus'; proposal: number; status: EnvelopeEnd['status'] }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NoteIsMissing' };

/** The facts of an envelope that the decision depends on. `fundings`: those whose offers hold something of it. */
export type Period = {
  readonly sponsor: SponsorId;
  readonly periodStart: CalendarDate;
  readonly periodEnd: CalendarDate;
  readonly isClaimed: boolean;
  readonly fundings: readonly FundingId[];
  readonly ends: readonly EnvelopeEnd[];
};

type Answer = Decision<EndEvent, EndRejection>;

export function decideEnd(command: EndCommand, period: Period): Answer {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  // Other sponsors do not even learn that there is one.
  if (command.by.organisation !== period.sponsor) return refuse({ type: 'EnvelopeIsNotOpen' });
  if (command.type === 'ProposeEnvelopeEnd') return propose(command, period);
  const end = period.ends[command.proposal - 1];
  if (!end) return refuse({ type: 'EnvelopeEndIsUnknown', proposal: command.proposal });
  return command.type === 'ConfirmEnvelopeEnd' ? confirm(command, end, period) : reject(command, end);
}

function propose({ periodEnd, note, now, by }: CommandOf<'ProposeEnvelopeEnd'>, period: Period): Answer {
  const last = period.ends.at(-1);
  if (last?.status === 'proposed')
    return last.proposedBy === by.person && last.periodEnd === periodEnd
      ? alreadyApplied
      : refuse({ type: 'EndIsPending', proposal: last.number });
  if (last?.status === 'moved' && last.proposedBy === by.person && last.periodEnd === periodEnd && period.periodEnd === periodEnd)
    return alreadyApplied;
  const fault = faultOf(periodEnd, period, now);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { periodEnd: before, ends } = period;
  return accept({ type: 'EnvelopeEndProposed', proposal: ends.length + 1, before, periodEnd, note, at: now, by: by.person });
}

function faultOf(periodEnd: CalendarDate, { periodStart, periodEnd: before, isClaimed }: Period, now: Instant): EndRejection | undefined {
  const today = dateOf(now);
  if (periodEnd === before) return { type: 'EndStands', periodEnd };
  if (periodEnd < periodStart) return { type: 'PeriodIsReversed', periodStart, periodEnd };
  if (periodEnd < today) return { type: 'EndIsPast', periodEnd, today };
  const isEarlier = before === '' || periodEnd < before;
  return isEarlier && isClaimed ? { type: 'EnvelopeIsClaimed', periodEnd, before } : undefined;
}

function confirm({ proposal, now, by }: CommandOf<'ConfirmEnvelopeEnd'>, end: EnvelopeEnd, period: Period): Answer {
  const { status, proposedBy, decidedBy, periodEnd } = end;
  const { person } = by;
  if (status === 'moved' && decidedBy === person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'EnvelopeEndInStatus', proposal, status });
  if (person === proposedBy) return refuse({ type: 'PreparedByTheSamePerson', person });
  const fault = faultOf(periodEnd, period, now);
  if (fault) return refuse(fault);
  const { periodEnd: before, fundings } = period;
  return accept({ type: 'EnvelopeEndMoved', proposal, before, periodEnd, fundings, at: now, by: person });
}

/** The person who proposed it may take it back with this: the period stays unchanged. */
function reject({ proposal, note, now, by }: CommandOf<'RefuseEnvelopeEnd'>, { status, decidedBy }: EnvelopeEnd): Answer {
  if (status === 'refused' && decidedBy === by.person) return alreadyApplied;
  if (status !== 'proposed') return refuse({ type: 'EnvelopeEndInStatus', proposal, status });
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'EnvelopeEndRefused', proposal, note, at: now, by: by.person });
}

/** The proposals after one of them was made or decided. */
export function endsAfter(ends: readonly EnvelopeEnd[], event: EndEvent): readonly EnvelopeEnd[] {
  if (event.type === 'EnvelopeEndProposed') {
    const { proposal: number, before, periodEnd, note, at: proposedAt, by: proposedBy } = event;
    return [...ends, { number, before, periodEnd, note, proposedBy, proposedAt, ...UNDECIDED }];
  }
  const { proposal: number, at: decidedAt, by: decidedBy } = event;
  const how = event.type === 'EnvelopeEndMoved' ? { status: 'moved' as const } : { status: 'refused' as const, endNote: event.note };
  return decidedIn(ends, number, { decidedBy, decidedAt, ...how }, { event: event.type, what: 'proposal', absent: 'never made' });
}
