import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type CommandOf, type Event, type Existing, isInForce, type Rejection } from './signatory.ts';

type Decision = Decided<Event, Rejection>;

/** Who is not a signatory has no deadlines. The secret stays with who made it. */
export function openCalendar({ hash, language, now, by }: CommandOf<'OpenCalendar'>, state: Existing): Decision {
  if (!isInForce(state)) return refuse({ type: 'SignatoryIsInAnotherStatus', status: state.status });
  if (state.calendar?.hash === hash) return alreadyApplied;
  return accept({ type: 'CalendarOpened', hash, language, at: now, by: by.person });
}

export function closeCalendar({ now, by }: CommandOf<'CloseCalendar'>, { calendar }: Existing): Decision {
  return calendar ? accept({ type: 'CalendarClosed', at: now, by: by.person }) : alreadyApplied;
}

/** The calendar of a city, where this is the hash of its secret. */
export const calendarFor = (state: Existing, hash: string): Existing['calendar'] =>
  isInForce(state) && state.calendar?.hash === hash ? state.calendar : undefined;
