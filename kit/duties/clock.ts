import { type CalendarDate, calendarDaysBetween, earlier, later, plusCalendarDays } from '../pure/dates.ts';
import type { DutyFact } from './duty.ts';

// A chess clock: days count only while it is the turn of who owes. Days of a hand-over are nobody's full days.

/** A stretch of days on which it is the turn of who owes. `returnedOn`: the day on which it came back; nothing for the first. */
type Turn = { readonly returnedOn: CalendarDate | undefined; readonly endsOn: CalendarDate | undefined };
/** A stretch of days on which it lies with the other side. */
type Review = { readonly from: CalendarDate; readonly endsOn: CalendarDate | undefined };
export type Clock = {
  readonly turns: readonly Turn[];
  readonly reviews: readonly Review[];
  readonly acceptedOn: CalendarDate | undefined;
};

const BEGUN: Clock = { turns: [{ returnedOn: undefined, endsOn: undefined }], reviews: [], acceptedOn: undefined };

/** From what happened, in its order. What does not move the turn is passed over. */
export const clockOf = (facts: readonly DutyFact<string>[]): Clock => facts.reduce(moved, BEGUN);

function moved(clock: Clock, fact: DutyFact<string>): Clock {
  const { turns, reviews, acceptedOn } = clock;
  const { on } = fact;
  if (acceptedOn !== undefined) return clock;
  switch (fact.type) {
    case 'submitted':
      return isTurn(clock) ? { ...clock, turns: ended(turns, on), reviews: [...reviews, { from: on, endsOn: undefined }] } : clock;
    case 'returned':
      return isTurn(clock) ? clock : { ...clock, turns: [...turns, { returnedOn: on, endsOn: undefined }], reviews: ended(reviews, on) };
    case 'accepted':
      return { turns: ended(turns, on), reviews: ended(reviews, on), acceptedOn: on };
    case 'extended':
    case 'decided':
      return clock;
  }
}

const ended = <Stretch extends { readonly endsOn: CalendarDate | undefined }>(all: readonly Stretch[], on: CalendarDate): Stretch[] =>
  all.map((each) => (each.endsOn === undefined ? { ...each, endsOn: on } : each));

/** Whether it is the turn of who owes, after all that has happened. */
export const isTurn = ({ turns }: Clock): boolean => turns.at(-1)?.endsOn === undefined;

/** Whether it is at the end of a day. */
export const isTurnOn = ({ turns }: Clock, day: CalendarDate): boolean =>
  turns.some(({ returnedOn = '', endsOn }) => returnedOn <= day && (endsOn === undefined || day < endsOn));

type Full = {
  /** How many full days of the turn since the due day. */
  readonly days: number;
  /** Nor on an earlier day than this one of a turn. */
  readonly from: (turn: Turn) => CalendarDate;
  /** Where the days are long used: whether the day of a return will do. */
  readonly onReturn?: boolean;
};

/** The first day of the turn before which so many full days of it have gone by since the due day; nothing where the turn must come back first. */
export function dayAfter({ turns }: Clock, dueOn: CalendarDate, { days, from, onReturn = false }: Full): CalendarDate | undefined {
  let used = 0;
  for (const turn of turns) {
    const first = firstFull(turn, dueOn);
    const isLongUsed = used > days && onReturn && turn.returnedOn !== undefined;
    const soonest = isLongUsed ? (turn.returnedOn ?? first) : plusCalendarDays(first, Math.max(0, days - used));
    const on = later(soonest, from(turn));
    if (turn.endsOn === undefined || on < turn.endsOn) return on;
    used += fullDays(turn, dueOn, turn.endsOn);
  }
  return undefined;
}

/** How many full days have been used before a day. */
export const usedBefore = ({ turns }: Clock, dueOn: CalendarDate, day: CalendarDate): number =>
  turns.reduce((sum, turn) => sum + fullDays(turn, dueOn, earlier(turn.endsOn ?? day, day)), 0);

const firstFull = ({ returnedOn }: Turn, dueOn: CalendarDate): CalendarDate =>
  plusCalendarDays(returnedOn === undefined ? dueOn : later(returnedOn, dueOn), 1);
const fullDays = (turn: Turn, dueOn: CalendarDate, endsOn: CalendarDate): number =>
  Math.max(0, calendarDaysBetween(firstFull(turn, dueOn), endsOn));
