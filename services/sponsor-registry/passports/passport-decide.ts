import { dateOf, plusMonths } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/sponsor/v1/roles.ts';
import {
  type Command,
  type CommandOf,
  clearanceOf,
  type Event,
  type Existing,
  isGrave,
  isOver,
  LEVELS,
  type Level,
  type Rejection,
  reminderOf,
  type State,
} from './passport.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowedTo(command);
  if (refusal) return refuse(refusal);
  if (command.type === 'RequestDueDiligence') return request(command, state);
  if (state.status === 'absent') return refuse({ type: 'PassportIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'ClearSubject':
      return clear(command, state);
    case 'FlagSubject':
      return flag(command, state);
    case 'RevokeClearance':
      return revoke(command, state);
    case 'ExpireClearance':
      return expire(command, state);
    case 'RelyOnClearance':
      return rely(command, state);
    case 'RemindOf':
      return remind(command, state);
  }
}

/** Whose command each one is. */
function notAllowedTo({ type, by }: Command) {
  switch (type) {
    case 'RequestDueDiligence':
      return notAllowed(by, ROLES.RequestDueDiligence);
    case 'ClearSubject':
    case 'FlagSubject':
    case 'RevokeClearance':
      return notAllowed(by, ROLES.RevokeClearance);
    case 'RelyOnClearance':
      return notAllowed(by, ROLES.RelyOnClearance);
    case 'ExpireClearance':
    case 'RemindOf':
      return notAllowed(by, ['system.workflow']);
  }
}

function request({ subject, sponsorIsRegistered, by }: CommandOf<'RequestDueDiligence'>, state: State): Decision {
  if (sponsorIsRegistered === false) return refuse({ type: 'SponsorIsUnknown', sponsor: by.organisation });
  if (state.status !== 'absent' && state.underReview) return alreadyApplied;
  const before = state.status === 'absent' ? 0 : state.requests;
  return accept({ type: 'DueDiligenceRequested', subject, request: before + 1, by: by.person });
}

/** Nobody judges what they requested. */
const sameAsRequester = ({ by }: Command, { requestedBy }: Existing): Rejection | undefined =>
  by.person === requestedBy ? { type: 'PreparedByTheSamePerson', person: by.person } : undefined;

function clear(command: CommandOf<'ClearSubject'>, state: Existing): Decision {
  const { validUntil, note, clearedAs, longestMonths, now, by } = command;
  const refusal = sameAsRequester(command, state);
  if (refusal) return refuse(refusal);
  if (!state.underReview)
    return state.status === 'cleared' && state.validUntil === validUntil && state.note === note && state.level === ''
      ? alreadyApplied
      : refuse({ type: 'NoReviewIsAskedFor', status: state.status });
  if (isOver(validUntil, now)) return refuse({ type: 'ValidUntilIsPast', validUntil });
  const latest = plusMonths(dateOf(now), longestMonths);
  if (validUntil > latest) return refuse({ type: 'ClearanceIsTooLong', validUntil, latest });
  return accept({
    type: 'SubjectCleared',
    clearance: state.clearance + 1,
    validUntil,
    note,
    ...(clearedAs === '' ? {} : { clearedAs }),
    by: by.person,
  });
}

/** A flag is only ever followed by a graver one, or by another of its level; what was flagged is undone by a clearance alone. */
function flag(command: CommandOf<'FlagSubject'>, state: Existing): Decision {
  const { level, note, by } = command;
  const refusal = sameAsRequester(command, state);
  if (refusal) return refuse(refusal);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const had = state.level;
  const isUnchanged = had === level && state.note === note && (state.status === 'flagged' || !isGrave(level));
  if (isUnchanged) return alreadyApplied;
  if (had !== '' && isMilder(level, had)) return refuse({ type: 'FlagIsGraver', level: had });
  return accept({ type: 'SubjectFlagged', level, note, by: by.person });
}

const isMilder = (a: Level, b: Level): boolean => LEVELS.indexOf(a) < LEVELS.indexOf(b);

function revoke(command: CommandOf<'RevokeClearance'>, state: Existing): Decision {
  const { note, by } = command;
  const refusal = sameAsRequester(command, state);
  if (refusal) return refuse(refusal);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (state.status === 'revoked' && state.note === note) return alreadyApplied;
  if (state.status !== 'cleared') return refuse({ type: 'NothingIsCleared', status: state.status });
  return accept({ type: 'ClearanceRevoked', clearance: state.clearance, note, by: by.person });
}

function expire({ clearance, now }: CommandOf<'ExpireClearance'>, state: Existing): Decision {
  if (state.clearance !== clearance) return refuse({ type: 'ClearanceIsAnother', asked: clearance, actual: state.clearance });
  if (state.status !== 'cleared') return hasEnded(state, now) ? alreadyApplied : refuse({ type: 'NothingIsCleared', status: state.status });
  if (!isOver(state.validUntil, now)) return refuse({ type: 'ClearanceHasNotExpired', validUntil: state.validUntil });
  return accept({ type: 'ClearanceExpired', clearance });
}

/** Expired, also where a review of a next clearance is under way by now. */
const hasEnded = ({ status, validUntil }: Existing, now: string): boolean =>
  status === 'expired' || (status === 'requested' && validUntil !== '' && isOver(validUntil, now));

function rely({ project, proposer, renamedTo, now, by }: CommandOf<'RelyOnClearance'>, state: Existing): Decision {
  const { subject, clearance } = state;
  if (proposer !== subject) return refuse({ type: 'ProjectIsOfAnother', project, proposer });
  const { status, level, validUntil } = clearanceOf(state, now, 'required', renamedTo);
  if (status !== 'cleared') return refuse({ type: 'SubjectIsNotClear', subject, passport: status, level, validUntil });
  const { organisation, person } = by;
  const isRecorded = state.reliances.some(
    (each) => each.clearance === clearance && each.project === project && each.organisation === organisation,
  );
  return isRecorded ? alreadyApplied : accept({ type: 'ClearanceReliedOn', clearance, project, organisation, by: person });
}

function remind({ matter, role, organisation, occurrence }: CommandOf<'RemindOf'>, { reminded }: Existing): Decision {
  const reminder = { matter, role, organisation, occurrence };
  return reminded.has(reminderOf(reminder)) ? alreadyApplied : accept({ type: 'ReminderSent', ...reminder });
}
