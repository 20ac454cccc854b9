import { type Instant, instant, milliseconds, plusDays } from '@junkan/kit/pure/dates.ts';
import { type Enrolment, type Event, type Existing, endOf, evolve, seated, startOf, waiting } from './session.ts';

const KEPT_UNTIL_DAYS = 21;
const OFFER_MS = 48 * 3_600_000;

/** Until when half of the seats are for cities that have never attended. */
export const keptUntil = (session: Pick<Existing, 'plan'>): Instant => plusDays(startOf(session), -KEPT_UNTIL_DAYS);

/** Whether a seat is free for somebody, of a city that has never attended or of any other. */
export function isFree(session: Pick<Existing, 'plan' | 'enrolments'>, { firstTime }: Pick<Enrolment, 'firstTime'>, now: Instant): boolean {
  const { seats, keepsSeats } = session.plan;
  const taken = seated(session);
  if (taken.length >= seats) return false;
  if (!keepsSeats || firstTime || now >= keptUntil(session)) return true;
  return taken.filter((each) => !each.firstTime).length < seats - Math.floor(seats / 2);
}

/** Of those who wait, the first for whom a seat is free. */
export const nextInLine = (session: Pick<Existing, 'plan' | 'enrolments'>, now: Instant): Enrolment | undefined =>
  waiting(session).find((each) => isFree(session, each, now));

/** Every free seat, offered to who is next in line. */
export function offersOf(session: Existing, now: Instant): Event[] {
  const begins = startOf(session);
  const next = now < begins ? nextInLine(session, now) : undefined;
  if (!next) return [];
  const until = instant(Math.min(milliseconds(now) + OFFER_MS, milliseconds(begins)));
  const offered: Event = { type: 'SeatOffered', person: next.person, until, at: now };
  return [offered, ...offersOf(evolve(session, offered) as Existing, now)];
}

const ENROLS: readonly Existing['status'][] = ['scheduled', 'enrolling', 'full'];

/** What has come by the clock and is not recorded yet, in the order in which it comes. */
export function stepsOf(session: Existing, now: Instant): Event[] {
  const steps: Event[] = [];
  let state = session;
  const take = (...events: readonly Event[]): void => {
    steps.push(...events);
    state = events.reduce((before, event) => evolve(before, event) as Existing, state);
  };
  if (state.status === 'scheduled' && now >= state.plan.enrolsFrom) take({ type: 'EnrolmentOpened', at: now });
  if (ENROLS.includes(state.status)) {
    const over = state.enrolments.filter(({ status, offeredUntil }) => status === 'offered' && offeredUntil <= now);
    take(...over.map(({ person }): Event => ({ type: 'SeatOfferExpired', person, at: now })));
    take(...offersOf(state, now));
    if (now >= startOf(state)) take({ type: 'SessionBegan', at: now });
  }
  if (state.status === 'running' && now >= endOf(state)) take({ type: 'SessionHeld', at: now });
  return steps;
}

/** When the clock brings something next; empty = nothing more. */
export function nextStep(session: Existing, now: Instant): Instant | '' {
  const { status, plan, enrolments } = session;
  if (status === 'running') return endOf(session);
  if (!ENROLS.includes(status)) return '';
  const moments = [
    startOf(session),
    ...(status === 'scheduled' ? [plan.enrolsFrom] : []),
    ...(plan.keepsSeats && waiting(session).length > 0 ? [keptUntil(session)] : []),
    ...enrolments.flatMap((each) => (each.status === 'offered' ? [each.offeredUntil] : [])),
  ];
  return moments.filter((at) => at > now).toSorted()[0] ?? '';
}
