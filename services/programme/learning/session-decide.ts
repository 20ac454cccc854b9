import { dateOf } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, refuse } from '@junkan/kit/pure/decision.ts';
import { kindOf, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { isFree, nextInLine, offersOf, stepsOf } from './seats.ts';
import {
  type Command,
  type CommandOf,
  type Decision,
  type Event,
  type Existing,
  endOf,
  evolve,
  feedbackUntil,
  hasSeat,
  liveOf,
  meetsRule,
  type Rejection,
  type State,
  seated,
  startOf,
} from './session.ts';

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, command.type === 'StepSession' ? ['system.workflow'] : ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'ScheduleSession') return state.status === 'absent' ? schedule(command) : alreadyApplied;
  if (state.status === 'absent') return refuse({ type: 'TrainingSessionIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'ChangeSession':
      return change(command, state);
    case 'CancelSession':
      return cancel(command, state);
    case 'Enrol':
      return enrol(command, state);
    case 'CancelEnrolment':
      return cancelEnrolment(command, state);
    case 'TakeSeat':
      return takeSeat(command, state);
    case 'RecordAttendance':
      return recordAttendance(command, state);
    case 'GiveFeedback':
      return giveFeedback(command, state);
    case 'ProposeCertificates':
      return proposeCertificates(command, state);
    case 'StepSession':
      return accept(...stepsOf(state, command.now));
  }
}

type Planned = Pick<CommandOf<'ChangeSession'>, 'plan' | 'trainer' | 'trainerOf' | 'now'>;

function planFault({ plan, trainer, trainerOf, now }: Planned): Rejection | undefined {
  const { meetings, enrolsFrom } = plan;
  const moments = meetings.flatMap(({ from, to }) => [from, to]);
  const isForward = moments.every((at, index) => index === 0 || (moments[index - 1] ?? '') < at);
  if (!isForward || enrolsFrom >= startOf({ plan })) return { type: 'MeetingsAreBackwards' };
  if (startOf({ plan }) <= now) return { type: 'DatesArePast' };
  const kind = kindOf(trainerOf);
  return kind === 'partner' || kind === 'proposer' ? undefined : { type: 'TrainerIsUnknown', trainer };
}

function schedule({ asked, status, plan, trainer, trainerOf, now, by }: CommandOf<'ScheduleSession'>): Decision {
  if (!asked) return refuse({ type: 'TrainingIsUnknown' });
  if (status !== 'offered') return refuse({ type: 'TrainingIsInAnotherStatus', status });
  const fault = planFault({ plan, trainer, trainerOf, now });
  return fault ? refuse(fault) : accept({ type: 'SessionScheduled', ...asked, plan, trainer, trainerOf, at: now, by: by.person });
}

const AHEAD: readonly Existing['status'][] = ['scheduled', 'enrolling', 'full'];
const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'TrainingSessionIsInAnotherStatus', status });

function change({ plan, trainer, trainerOf, now, by }: CommandOf<'ChangeSession'>, state: Existing): Decision {
  if (!AHEAD.includes(state.status)) return inAnotherStatus(state);
  const isSame = trainer === state.trainer && JSON.stringify(plan) === JSON.stringify(state.plan);
  if (isSame) return alreadyApplied;
  const fault = planFault({ plan, trainer, trainerOf, now });
  if (fault) return refuse(fault);
  const confirmed = seated(state).length;
  if (plan.seats < confirmed) return refuse({ type: 'SeatsBelowConfirmed', confirmed });
  if (liveOf(state, trainer)) return refuse({ type: 'TrainerIsTheHolder', person: trainer });
  return withOffers(state, { type: 'SessionChanged', plan, trainer, trainerOf, at: now, by: by.person }, now);
}

/** What becomes free by it is offered to the next in the same commit. */
const withOffers = (state: Existing, event: Event, now: string): Decision =>
  accept(event, ...offersOf(evolve(state, event) as Existing, now));

function cancel({ note, now, by }: CommandOf<'CancelSession'>, state: Existing): Decision {
  if (state.status === 'cancelled') return alreadyApplied;
  if (!AHEAD.includes(state.status) && state.status !== 'running') return inAnotherStatus(state);
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'SessionCancelled', note, at: now, by: by.person });
}

function enrol({ claim, firstTime, now, by }: CommandOf<'Enrol'>, state: Existing): Decision {
  if (!AHEAD.includes(state.status)) return inAnotherStatus(state);
  if (now < state.plan.enrolsFrom) return refuse({ type: 'TooEarly', from: dateOf(state.plan.enrolsFrom) });
  if (now >= startOf(state)) return inAnotherStatus(state);
  if (by.person === state.trainer) return refuse({ type: 'TrainerIsTheHolder', person: by.person });
  if (liveOf(state, by.person)) return refuse({ type: 'IsEnrolled' });
  // Who waits already comes before, also where the seat is not offered yet.
  const confirmed = isFree(state, { firstTime }, now) && !nextInLine(state, now);
  const { person, organisation } = by;
  return accept({ type: 'Enrolled', person, organisation, role: by.roles[0] ?? '', claim, firstTime, confirmed, at: now });
}

function cancelEnrolment({ now, by }: CommandOf<'CancelEnrolment'>, state: Existing): Decision {
  const { person, organisation } = by;
  const own = state.enrolments.findLast((each) => each.person === person);
  if (!own) return refuse({ type: 'EnrolmentIsUnknown' });
  if (own.status === 'cancelled') return alreadyApplied;
  if (!AHEAD.includes(state.status) || !liveOf(state, person)) return inAnotherStatus(state);
  return withOffers(state, { type: 'EnrolmentCancelled', person, organisation, at: now }, now);
}

function takeSeat({ now, by }: CommandOf<'TakeSeat'>, state: Existing): Decision {
  const { person, organisation } = by;
  const own = state.enrolments.findLast((each) => each.person === person);
  if (!own || own.status === 'cancelled') return refuse({ type: 'SeatIsNotOffered' });
  if (own.status === 'confirmed') return alreadyApplied;
  const { offeredUntil: until } = own;
  if (until === '') return refuse({ type: 'SeatIsNotOffered' });
  if (own.status === 'declined' || until <= now) return refuse({ type: 'SeatOfferHasExpired', until });
  return AHEAD.includes(state.status) ? accept({ type: 'SeatTaken', person, organisation, at: now }) : inAnotherStatus(state);
}

const isTrainer = ({ by }: Pick<Command, 'by'>, { trainer, trainerOf }: Existing): boolean =>
  by.person === trainer && by.organisation === trainerOf;

function recordAttendance(command: CommandOf<'RecordAttendance'>, state: Existing): Decision {
  const { attendance, now, by } = command;
  if (!isTrainer(command, state)) return refuse({ type: 'NotTheTrainer' });
  if (now < startOf(state)) return refuse({ type: 'TooEarly', from: dateOf(startOf(state)) });
  if (state.status !== 'running' && state.status !== 'held') return inAnotherStatus(state);
  const expected = state.enrolments.filter(hasSeat).map(({ person }) => person);
  const said = attendance.map(({ person }) => person);
  const persons = [
    ...expected.filter((each) => !said.includes(each)),
    ...said.filter((each, at) => !expected.includes(each) || said.indexOf(each) < at),
  ];
  if (persons.length > 0) return refuse({ type: 'AttendanceIsIncomplete', persons });
  if (attendance.some(({ hours }) => hours > state.hours)) return refuse({ type: 'HoursExceedTheTraining', hours: state.hours });
  return accept({ type: 'AttendanceRecorded', person: by.person, organisation: by.organisation, attendance, at: now });
}

/** Of somebody who attended, once for each seat. */
function giveFeedback({ feedback, now, by }: CommandOf<'GiveFeedback'>, state: Existing): Decision {
  const own = state.enrolments.findLast(({ person, status }) => person === by.person && status === 'attended');
  if (state.status !== 'held' && state.status !== 'closed') return inAnotherStatus(state);
  if (!own) return refuse({ type: 'DidNotAttend' });
  if (state.feedback.some(({ claim }) => claim === own.claim)) return refuse({ type: 'FeedbackIsGiven' });
  const until = feedbackUntil(state);
  if (now >= until) return refuse({ type: 'FeedbackIsOver', until: dateOf(until) });
  return accept({ type: 'FeedbackGiven', claim: own.claim, ...feedback, at: now });
}

function proposeCertificates(command: CommandOf<'ProposeCertificates'>, state: Existing): Decision {
  const { holders, now, by } = command;
  if (!isTrainer(command, state)) return refuse({ type: 'NotTheTrainer' });
  if (state.status === 'closed') return alreadyApplied;
  if (now < endOf(state)) return refuse({ type: 'TooEarly', from: dateOf(endOf(state)) });
  if (state.status !== 'held') return inAnotherStatus(state);
  if (!state.attended) return refuse({ type: 'AttendanceIsMissing' });
  if (holders.includes(by.person)) return refuse({ type: 'TrainerIsTheHolder', person: by.person });
  const passed = state.enrolments.filter((each) => each.status === 'attended' && meetsRule(state, each)).map(({ person }) => person);
  const persons = holders.filter((each, at) => !passed.includes(each) || holders.indexOf(each) < at);
  if (persons.length > 0) return refuse({ type: 'RuleIsNotMet', persons });
  return accept({ type: 'CertificatesProposed', person: by.person, organisation: by.organisation, holders, at: now });
}
