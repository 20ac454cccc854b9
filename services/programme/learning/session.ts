import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { Decision as Decided } from '@junkan/kit/pure/decision.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { Attendance, SessionPlan, TrainingSessionFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { EnrolmentStatus, FeedbackAnswer, TrainingId, TrainingSessionStatus } from '@junkan/proto/junkan/programme/v1/language.ts';

export type Plan = SessionPlan;
/** A person who has asked for a seat, in the order of asking. One who gave it up and asked again is there twice. */
export type Enrolment = {
  readonly person: string;
  readonly organisation: string;
  readonly role: string;
  /** The claim on the person’s own time. */
  readonly claim: string;
  readonly firstTime: boolean;
  readonly status: EnrolmentStatus;
  readonly askedAt: Instant;
  readonly offeredUntil: Instant | '';
  readonly hours: number;
  readonly passed: boolean;
};
/** What somebody who attended answers. `claim`: of the seat, so that there is one for each; nobody reads it. */
export type Feedback = Readonly<Record<'aimsMet' | 'ofUse' | 'wellTaught' | 'goodMaterial' | 'recommended', FeedbackAnswer>>;
/** What its training asks, as it was when the session was scheduled. */
export type Asked = {
  readonly training: TrainingId;
  readonly title: string;
  readonly hours: number;
  readonly attendancePercent: number;
  readonly exercise: string;
};
export type Existing = Asked & {
  readonly status: TrainingSessionStatus;
  readonly plan: Plan;
  readonly trainer: string;
  readonly trainerOf: string;
  /** Counts the changes of its plan, as calendars do. */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly heldAt: Instant | '';
  readonly enrolments: readonly Enrolment[];
  readonly attended: boolean;
  readonly proposed: readonly string[];
  readonly feedback: readonly (Feedback & { readonly claim: string })[];
  readonly note: string;
};
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly now: Instant; readonly by: Actor };
/** `trainerOf`: the organisation for which the trainer acts; empty where nobody knows the trainer. */
type Planned = { readonly plan: Plan; readonly trainer: string; readonly trainerOf: string };
export type Command =
  | ({ type: 'ScheduleSession'; asked: Asked | undefined; status: string } & Planned & By)
  | ({ type: 'ChangeSession' } & Planned & By)
  | ({ type: 'CancelSession'; note: string } & By)
  /** `firstTime`: whether it is for a city that has never attended. */
  | ({ type: 'Enrol'; claim: string; firstTime: boolean } & By)
  | ({ type: 'CancelEnrolment' } & By)
  | ({ type: 'TakeSeat' } & By)
  | ({ type: 'RecordAttendance'; attendance: readonly Attendance[] } & By)
  | ({ type: 'GiveFeedback'; feedback: Feedback } & By)
  | ({ type: 'ProposeCertificates'; holders: readonly string[] } & By)
  /** What has come by the clock. */
  | ({ type: 'StepSession' } & By);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = TrainingSessionFact;
export type Rejection =
  | NotAllowed
  | { type: 'TrainingIsUnknown' }
  | { type: 'TrainingIsInAnotherStatus'; status: string }
  | { type: 'TrainingSessionIsUnknown' }
  | { type: 'TrainingSessionIsInAnotherStatus'; status: TrainingSessionStatus }
  | { type: 'MeetingsAreBackwards' }
  | { type: 'DatesArePast' }
  | { type: 'TrainerIsUnknown'; trainer: string }
  | { type: 'TrainerIsTheHolder'; person: string }
  | { type: 'SeatsBelowConfirmed'; confirmed: number }
  | { type: 'NoteIsMissing' }
  | { type: 'TooEarly'; from: string }
  | { type: 'IsEnrolled' }
  | { type: 'EnrolmentIsUnknown' }
  | { type: 'SeatIsNotOffered' }
  | { type: 'SeatOfferHasExpired'; until: Instant }
  | { type: 'NotTheTrainer' }
  | { type: 'AttendanceIsIncomplete'; persons: readonly string[] }
  | { type: 'HoursExceedTheTraining'; hours: number }
  | { type: 'AttendanceIsMissing' }
  | { type: 'DidNotAttend' }
  | { type: 'FeedbackIsGiven' }
  | { type: 'FeedbackIsOver'; until: string }
  | { type: 'RuleIsNotMet'; persons: readonly string[] };
export type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent' };

export const startOf = ({ plan }: Pick<Existing, 'plan'>): Instant => plan.meetings[0]?.from ?? '';
export const endOf = ({ plan }: Pick<Existing, 'plan'>): Instant => plan.meetings.at(-1)?.to ?? '';

const LIVE: readonly EnrolmentStatus[] = ['confirmed', 'waiting', 'offered'];
export const isLive = ({ status }: Pick<Enrolment, 'status'>): boolean => LIVE.includes(status);
/** Those who have a seat, or one that waits for them. */
export const seated = ({ enrolments }: Pick<Existing, 'enrolments'>): readonly Enrolment[] =>
  enrolments.filter(({ status }) => status === 'confirmed' || status === 'offered');
/** In order of asking. */
export const waiting = ({ enrolments }: Pick<Existing, 'enrolments'>): readonly Enrolment[] =>
  enrolments.filter(({ status }) => status === 'waiting');
export const liveOf = ({ enrolments }: Pick<Existing, 'enrolments'>, person: string): Enrolment | undefined =>
  enrolments.find((each) => each.person === person && isLive(each));

export function evolve(state: State, event: Event): State {
  if (event.type === 'SessionScheduled') {
    const { type: _, at: changedAt, by: __, ...said } = event;
    return {
      ...said,
      training: said.training as TrainingId,
      status: 'scheduled',
      sequence: 0,
      changedAt,
      heldAt: '',
      enrolments: [],
      attended: false,
      proposed: [],
      feedback: [],
      note: '',
    };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a session that was never scheduled`);
  const next = changed(state, event);
  const isOpen = next.status === 'enrolling' || next.status === 'full';
  return isOpen ? { ...next, status: seated(next).length < next.plan.seats ? 'enrolling' : 'full' } : next;
}

function changed(state: Existing, event: Exclude<Event, { type: 'SessionScheduled' }>): Existing {
  switch (event.type) {
    case 'SessionChanged': {
      const { plan, trainer, trainerOf, at: changedAt } = event;
      return { ...state, plan, trainer, trainerOf, changedAt, sequence: state.sequence + 1 };
    }
    case 'SessionCancelled':
      return { ...ended(state), status: 'cancelled', note: event.note, changedAt: event.at, sequence: state.sequence + 1 };
    case 'EnrolmentOpened':
      return { ...state, status: 'enrolling' };
    case 'SessionBegan': {
      const left = state.enrolments.map((each) => (each.status === 'confirmed' || !isLive(each) ? each : declined(each)));
      return { ...state, status: 'running', enrolments: left };
    }
    case 'SessionHeld':
      return { ...state, status: 'held', heldAt: event.at };
    case 'AttendanceRecorded':
      return { ...state, attended: true, enrolments: state.enrolments.map((each) => attendedAs(each, event.attendance)) };
    case 'CertificatesProposed':
      return { ...state, status: 'closed', proposed: event.holders };
    case 'FeedbackGiven': {
      const { type: _, at: __, ...given } = event;
      return { ...state, feedback: [...state.feedback, given] };
    }
    case 'Enrolled':
    case 'EnrolmentCancelled':
    case 'SeatOffered':
    case 'SeatTaken':
    case 'SeatOfferExpired':
      return enrolled(state, event);
  }
}

type OfSeats = Extract<Event, { type: 'Enrolled' | 'EnrolmentCancelled' | 'SeatOffered' | 'SeatTaken' | 'SeatOfferExpired' }>;

function enrolled(state: Existing, event: OfSeats): Existing {
  const becomes = (change: (each: Enrolment) => Enrolment): Existing => ({
    ...state,
    enrolments: state.enrolments.map((each) => (each.person === event.person && isLive(each) ? change(each) : each)),
  });
  switch (event.type) {
    case 'Enrolled': {
      const { person, organisation, role, claim, firstTime, confirmed, at: askedAt } = event;
      const seat = { status: confirmed ? 'confirmed' : 'waiting', askedAt, offeredUntil: '', hours: 0, passed: false } as const;
      const status = state.status === 'scheduled' ? 'enrolling' : state.status;
      return { ...state, status, enrolments: [...state.enrolments, { person, organisation, role, claim, firstTime, ...seat }] };
    }
    case 'EnrolmentCancelled':
      return becomes((each) => ({ ...each, status: 'cancelled', offeredUntil: '' }));
    case 'SeatOffered':
      return becomes((each) => ({ ...each, status: 'offered', offeredUntil: event.until }));
    case 'SeatTaken':
      return becomes((each) => ({ ...each, status: 'confirmed', offeredUntil: '' }));
    case 'SeatOfferExpired':
      return becomes(declined);
  }
}

/** Until when it was offered stays said. */
const declined = (each: Enrolment): Enrolment => ({ ...each, status: 'declined' });
const ended = (state: Existing): Existing => ({
  ...state,
  enrolments: state.enrolments.map((each) => (isLive(each) ? { ...each, status: 'cancelled', offeredUntil: '' } : each)),
});

function attendedAs(each: Enrolment, attendance: readonly Attendance[]): Enrolment {
  const said = hasSeat(each) ? attendance.find(({ person }) => person === each.person) : undefined;
  return said ? { ...each, status: said.hours > 0 ? 'attended' : 'absent', hours: said.hours, passed: said.passed } : each;
}

/** Those of whom it is said whether they attended. */
export const hasSeat = ({ status }: Pick<Enrolment, 'status'>): boolean =>
  status === 'confirmed' || status === 'attended' || status === 'absent';

const FEEDBACK_DAYS = 30;
export const feedbackUntil = (session: Pick<Existing, 'plan'>): Instant => plusDays(endOf(session), FEEDBACK_DAYS);
/** Those who attended and have not given feedback. */
export const toGiveFeedback = ({ enrolments, feedback }: Existing): readonly Enrolment[] =>
  enrolments.filter(({ status, claim }) => status === 'attended' && !feedback.some((given) => given.claim === claim));

/** Whether a person has attended enough, and passed what was to be passed. */
export const meetsRule = (
  { hours, attendancePercent, exercise }: Pick<Existing, 'hours' | 'attendancePercent' | 'exercise'>,
  person: Pick<Enrolment, 'hours' | 'passed'>,
): boolean => person.hours * 100 >= attendancePercent * hours && (exercise === '' || person.passed);
