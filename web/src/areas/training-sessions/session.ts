import type { Schemas } from '../../base/api/client.ts';

export type Session = Schemas['TrainingSession'];
export type Enrolment = Session['enrolments'][number];

const DAY_MS = 86_400_000;
const KEPT_DAYS = 21;
/** Until when half of the seats are for cities that have never attended. */
export const keptUntil = ({ plan }: Pick<Session, 'plan'>): string =>
  new Date(Date.parse(plan.meetings[0]?.from ?? '') - KEPT_DAYS * DAY_MS).toISOString();

const HAVE_A_SEAT: readonly string[] = ['confirmed', 'attended', 'absent'];
/** Of whom the trainer says whether they were there. */
export const withSeat = ({ enrolments }: Pick<Session, 'enrolments'>): readonly Enrolment[] =>
  enrolments.filter(({ status }) => HAVE_A_SEAT.includes(status));
