import { dayIn, daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import {
  ANSWER_DAYS,
  type Command,
  type CommandOf,
  citiesOf,
  type Event,
  type Existing,
  hasConcluded,
  isKeptTooLong,
  isOpen,
  isUnanswered,
  isUnderWay,
  nextFollowUp,
  type Rejection,
  reminderOf,
  type State,
  tellsFrom,
  zoneOf,
} from './exchange.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'InviteToExchange') return invite(command, state);
  if (state.status === 'absent') return refuse(notAllowedTo(command) ?? { type: 'ExchangeIsUnknown' });
  const refusal = notAllowedTo(command, state);
  return refusal ? refuse(refusal) : decideExisting(command, state);
}

function decideExisting(command: Exclude<Command, { type: 'InviteToExchange' }>, state: Existing): Decision {
  switch (command.type) {
    case 'AcceptExchange':
      return acceptInvitation(command, state);
    case 'DeclineExchange':
      return decline(command, state);
    case 'RecordVisit':
      return recordVisit(command, state);
    case 'ConcludeExchange':
      return conclude(command, state);
    case 'StopExchange':
      return stop(command, state);
    case 'TellFollowUp':
      return tellFollowUp(command, state);
    case 'StepExchange':
      if (isUnanswered(state, command.now)) return accept({ type: 'ExchangeExpired', at: command.now });
      return isKeptTooLong(state, command.now) ? accept({ type: 'ExchangeForgotten', at: command.now }) : alreadyApplied;
    case 'RemindOf': {
      const { matter, role, organisation, occurrence } = command;
      const reminder = { matter, role, organisation, occurrence };
      return state.reminded.has(reminderOf(reminder)) ? alreadyApplied : accept({ type: 'ReminderSent', ...reminder });
    }
  }
}

/** The provider answers, the seeker reports what became of it, and all else either of the two does. */
function notAllowedTo({ type, by }: Exclude<Command, { type: 'InviteToExchange' }>, state?: Existing): NotAllowed | undefined {
  if (type === 'StepExchange' || type === 'RemindOf') return notAllowed(by, ['system.workflow']);
  if (!state) return notAllowed(by, ROLES[type]);
  if (type === 'AcceptExchange' || type === 'DeclineExchange') return notAllowed(by, ROLES[type], state.provider);
  if (type === 'TellFollowUp') return notAllowed(by, ROLES[type], state.seeker);
  const own = citiesOf(state).find((city) => city === by.organisation);
  return notAllowed(by, ROLES[type], own ?? state.seeker);
}

const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'ExchangeIsInAnotherStatus', status });
/** Whose act it is, of the two. */
const actingCity = ({ seeker, provider }: Existing, organisation: string) => (organisation === provider ? provider : seeker);

function invite(command: CommandOf<'InviteToExchange'>, state: State): Decision {
  const { seeker, provider, round, match, judgedOn, goals, travel, note, zones, now, by } = command;
  const refusal = notAllowed(by, ROLES.InviteToExchange, seeker);
  if (refusal) return refuse(refusal);
  if (seeker === provider) return refuse({ type: 'OwnCity' });
  if (state.status !== 'absent') {
    const isRepeat = state.invitedBy === by.person && state.note === note && JSON.stringify(state.goals) === JSON.stringify(goals);
    return isRepeat ? alreadyApplied : refuse({ type: 'ExchangeIsOpen', exchange: command.id });
  }
  const fault = faultOfMatch(command) ?? faultOfGoals(command);
  if (fault) return refuse(fault);
  return accept({
    type: 'ExchangeInvited',
    seeker,
    provider,
    round,
    match,
    goals,
    travel,
    note,
    judgedOn,
    answerDue: daysAfter(now, ANSWER_DAYS),
    seekerZone: zones.seeker,
    providerZone: zones.provider,
    at: now,
    by: by.person,
  });
}

function faultOfMatch({ missed, capacity, declinedUntil }: CommandOf<'InviteToExchange'>): Rejection | undefined {
  if (missed.includes('not-declined-lately')) return { type: 'DeclinedLately', until: declinedUntil };
  if (missed.includes('has-capacity')) return { type: 'CapacityIsUsed', capacity };
  return missed.length > 0 ? { type: 'DoesNotFit', conditions: missed } : undefined;
}

/** What one wants to be able to do, by a day that is to come. */
function faultOfGoals({ goals, zones, now }: CommandOf<'InviteToExchange'>): Rejection | undefined {
  if (goals.length === 0) return { type: 'GoalIsMissing' };
  const today = dayIn(zones.seeker, now);
  return goals.some(({ by }) => by <= today) ? { type: 'GoalIsPast', today } : undefined;
}

function acceptInvitation({ missed, now, by }: CommandOf<'AcceptExchange'>, state: Existing): Decision {
  if (state.status !== 'invited') return isUnderWay(state) && state.answeredBy === by.person ? alreadyApplied : inAnotherStatus(state);
  if (isUnanswered(state, now)) return inAnotherStatus({ ...state, status: 'expired' });
  if (missed.length > 0) return refuse({ type: 'DoesNotFit', conditions: missed });
  return accept({ type: 'ExchangeAgreed', at: now, by: by.person });
}

function decline({ note, now, by }: CommandOf<'DeclineExchange'>, state: Existing): Decision {
  if (state.status === 'declined')
    return state.answeredBy === by.person && state.endNote === note ? alreadyApplied : inAnotherStatus(state);
  return state.status === 'invited' ? accept({ type: 'ExchangeDeclined', note, at: now, by: by.person }) : inAnotherStatus(state);
}

function recordVisit({ form, on, note, now, by }: CommandOf<'RecordVisit'>, state: Existing): Decision {
  if (!isUnderWay(state)) return inAnotherStatus(state);
  const city = actingCity(state, by.organisation);
  const today = dayIn(zoneOf(state, city), now);
  if (on > today) return refuse({ type: 'DateIsAhead', today });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const isTheSame = state.visits.some((each) => each.city === city && each.on === on && each.form === form && each.note === note);
  if (isTheSame) return alreadyApplied;
  return accept({ type: 'ExchangeVisitRecorded', visit: state.visits.length + 1, city, form, on, note, at: now, by: by.person });
}

/** By both, once they have met. */
function conclude({ note, public: isPublic, now: at, by }: CommandOf<'ConcludeExchange'>, state: Existing): Decision {
  const city = actingCity(state, by.organisation);
  const said = state.conclusions.find((each) => each.city === city);
  if (said) return said.by === by.person && said.note === note && said.public === isPublic ? alreadyApplied : inAnotherStatus(state);
  if (state.status !== 'active') return inAnotherStatus(state);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const given = { type: 'ExchangeConclusionGiven', city, note, public: isPublic, at, by: by.person } as const;
  const isLast = citiesOf(state).every((each) => each === city || hasConcluded(state, each));
  return isLast ? accept<Event>(given, { type: 'ExchangeConcluded', at }) : accept(given);
}

function stop({ note, now, by }: CommandOf<'StopExchange'>, state: Existing): Decision {
  if (state.status === 'stopped') return state.stoppedBy === by.person && state.endNote === note ? alreadyApplied : inAnotherStatus(state);
  if (!isOpen(state)) return inAnotherStatus(state);
  // Who is invited answers; who has invited may take it back.
  if (state.status === 'invited' && by.organisation !== state.seeker) return inAnotherStatus(state);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ExchangeStopped', city: actingCity(state, by.organisation), note, at: now, by: by.person });
}

/** What was adopted is an action of the seeker’s own, which says from whom it was learnt. */
function tellFollowUp({ followUp, outcome, action, note, now: at, by }: CommandOf<'TellFollowUp'>, state: Existing): Decision {
  if (state.status !== 'concluded') return inAnotherStatus(state);
  const told = state.followUps.find((each) => each.followUp === followUp);
  if (told)
    return told.by === by.person && told.outcome === outcome && told.note === note
      ? alreadyApplied
      : refuse({ type: 'FollowUpIsTold', followUp });
  if (state.forgottenAt !== '') return inAnotherStatus(state);
  // One after the other.
  if (followUp !== nextFollowUp(state)) return refuse({ type: 'TooEarly', from: '' });
  const from = tellsFrom(state, followUp);
  if (dayIn(zoneOf(state, state.seeker), at) < from) return refuse({ type: 'TooEarly', from });
  const adopted = outcome === 'adopted' ? action : '';
  const event = { type: 'FollowUpTold', followUp, outcome, action: adopted, note, at, by: by.person } as const;
  const isNew = adopted !== '' && !state.practices.includes(adopted);
  return isNew ? accept<Event>(event, { type: 'PracticeAdopted', action: adopted, at }) : accept(event);
}
