import { type CalendarDate, later, plusCalendarDays, plusMonths } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { owed, suspendedFor } from './obligation.ts';
import { LAPSE_NOTICE_DAYS } from './obligations/reporting-rule.ts';
import { type CommandOf, dayOf, type Event, type Existing, isInForce, type Rejection } from './signatory.ts';

type Decision = Decided<Event, Rejection>;

const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'SignatoryIsInAnotherStatus', status });

/** By the city’s own decision. */
export function withdrawSignatory(command: CommandOf<'WithdrawSignatory'>, state: Existing): Decision {
  const { decision, unknownEvidence, now, by } = command;
  if (state.status === 'withdrawn') return alreadyApplied;
  if (!isInForce(state)) return inAnotherStatus(state);
  const today = dayOf(state, now);
  if (decision.on > today) return refuse({ type: 'DateIsAhead', today });
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  return accept({ type: 'SignatoryWithdrew', decision, on: today, at: now, by: by.person });
}

/** The first day on which the signature of who is suspended may lapse. */
export const lapseFrom = ({ suspendedOn, rule }: Pick<Existing, 'suspendedOn' | 'rule'>): CalendarDate =>
  plusMonths(suspendedOn, rule?.lapseMonths ?? 0);

/** Nothing lapses that only waits for the secretariat: for its review, or for its decision to reinstate. */
export function hasCome(state: Existing, today: CalendarDate, handedIn = ''): Rejection | undefined {
  const obligation = suspendedFor(state);
  if (obligation && handedIn === obligation) return { type: 'ReportIsInReview', obligation };
  const found = obligation && owed(state, obligation, today);
  if (!found) return undefined;
  if (found.acceptedOn !== undefined) return { type: 'ObligationIsAccepted', obligation };
  return found.turn === 'other' ? { type: 'ReportIsInReview', obligation } : undefined;
}

/** The city is notified at least so many days before. */
export function announceLapse({ handedIn, now, by }: CommandOf<'AnnounceLapse'>, state: Existing): Decision {
  if (state.status !== 'suspended') return inAnotherStatus(state);
  if (state.lapse) return alreadyApplied;
  const today = dayOf(state, now);
  const soonest = plusCalendarDays(lapseFrom(state), -LAPSE_NOTICE_DAYS);
  if (today < soonest) return refuse({ type: 'TooEarly', from: soonest });
  const come = hasCome(state, today, handedIn);
  if (come) return refuse(come);
  return accept({ type: 'LapseAnnounced', from: plusCalendarDays(today, LAPSE_NOTICE_DAYS), on: today, at: now, by: by.person });
}

/** Nobody decides what they have announced. */
export function lapseSignatory({ handedIn, now, by }: CommandOf<'LapseSignatory'>, state: Existing): Decision {
  if (state.status === 'lapsed') return alreadyApplied;
  if (state.status !== 'suspended') return inAnotherStatus(state);
  const { lapse } = state;
  if (!lapse) return refuse({ type: 'TooEarly', from: '' });
  if (by.person === lapse.by) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const today = dayOf(state, now);
  const from = later(lapse.from, lapseFrom(state));
  if (today < from) return refuse({ type: 'TooEarly', from });
  const come = hasCome(state, today, handedIn);
  if (come) return refuse(come);
  return accept({ type: 'SignatoryLapsed', on: today, at: now, by: by.person });
}
