import { plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney } from '@junkan/kit/pure/money.ts';
import { type NotAllowed, notAllowed, type Role } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { type Command, type CommandOf, canBeMended, type Event, type Existing, type Rejection, type State } from './answer.ts';

type Decision = Decided<Event, Rejection>;
type Of<Type extends Command['type']> = (command: CommandOf<Type>, state: Existing) => Decision;

const MENDING_DAYS = 10;
/** Who records what was announced, or that the call was cancelled: who has done that, or the system. */
const TELLING: readonly Role[] = [...ROLES.DecideCall, 'system.workflow'];
const ENDING: readonly Role[] = [...ROLES.CancelCall, 'system.workflow'];

export function decide(command: Command, state: State): Decision {
  const refusal = notMine(command, state);
  if (refusal) return refuse(refusal);
  if (command.type === 'AnswerCall') return begin(command, state);
  if (state.status === 'absent') return refuse({ type: 'CallAnswerIsUnknown' });
  // The table types each entry by its own command, so the entry of this type takes this command.
  return (DECIDERS[command.type] as (command: Command, state: Existing) => Decision)(command, state);
}

/** What is the city's own to do is done by that city, and what is of who has opened the call by that organisation. */
function notMine({ type, by }: Command, state: State): NotAllowed | undefined {
  if (type === 'TellAnswerOutcome') return notAllowed(by, TELLING);
  if (type === 'EndAnswer') return notAllowed(by, ENDING);
  const roles = ROLES[type];
  if (state.status === 'absent' || type === 'AnswerCall') return notAllowed(by, roles);
  return notAllowed(by, roles, type === 'ScreenAnswer' || type === 'FollowUpSelection' ? state.owner : state.city);
}

const inStatus = ({ status }: Existing, ...wanted: readonly Existing['status'][]): Rejection | undefined =>
  wanted.includes(status) ? undefined : { type: 'CallAnswerIsInAnotherStatus', status };

type Said = Pick<CommandOf<'ReviseAnswer'>, 'amount' | 'answers' | 'currency' | 'unfit'>;
function faultOf({ amount, currency, unfit }: Said): Rejection | undefined {
  if (unfit) return { type: 'QuestionAnswerIsUnfit', ...unfit };
  return amount.currency === currency ? undefined : { type: 'WrongCurrency', currency };
}
const isSame = (a: Pick<Said, 'amount' | 'answers'>, b: Pick<Said, 'amount' | 'answers'>): boolean =>
  isSameMoney(a.amount, b.amount) && JSON.stringify(a.answers) === JSON.stringify(b.answers);

function begin(command: CommandOf<'AnswerCall'>, state: State): Decision {
  const { call, owner, project, country, title, amount, answers, isOpen, closesOn, isOwn, mayAnswer, projectStatus, now, by } = command;
  if (!isOwn) return refuse({ type: 'CallProjectIsUnknown', project });
  if (state.status !== 'absent' && state.status !== 'withdrawn')
    return isSame(state, command) && state.writtenBy[0] === by.person
      ? alreadyApplied
      : refuse({ type: 'AnsweredAlready', answer: `${call}/${project}` });
  if (!isOpen) return refuse({ type: 'CallIsNotOpen', closesOn });
  if (!mayAnswer) return refuse({ type: 'ProjectCannotAnswer', status: projectStatus });
  const fault = faultOf(command);
  if (fault) return refuse(fault);
  const city = by.organisation as Existing['city'];
  return accept({ type: 'AnswerBegun', call, owner, project, city, country, title, amount, answers, at: now, by: by.person });
}

/** A draft is for as long as its call takes answers, and what is to be mended has its own days. */
function handIn(
  { isOpen, closesOn, now }: Pick<CommandOf<'ReviseAnswer'>, 'isOpen' | 'closesOn' | 'now'>,
  state: Existing,
): Rejection | undefined {
  if (canBeMended(state, now)) return undefined;
  return inStatus(state, 'draft') ?? (isOpen ? undefined : { type: 'CallIsNotOpen', closesOn });
}

const revise: Of<'ReviseAnswer'> = (command, state) => {
  const { amount, answers, now, by } = command;
  const fault = handIn(command, state) ?? faultOf(command);
  if (fault) return refuse(fault);
  return isSame(state, command) ? alreadyApplied : accept({ type: 'AnswerRevised', amount, answers, at: now, by: by.person });
};

const signOff: Of<'SignOffAnswer'> = (command, state) => {
  const { facts, unmet, unanswered, mayAnswer, projectStatus, now, by } = command;
  if (state.status === 'submitted')
    return state.signedOffBy === by.person ? alreadyApplied : refuse({ type: 'CallAnswerIsInAnotherStatus', status: 'submitted' });
  const fault = handIn(command, state);
  if (fault) return refuse(fault);
  if (state.writtenBy.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (!mayAnswer) return refuse({ type: 'ProjectCannotAnswer', status: projectStatus });
  if (unanswered.length > 0) return refuse({ type: 'QuestionsAreUnanswered', questions: unanswered });
  const [rule] = unmet;
  if (rule) return refuse({ type: 'CallRuleIsNotMet', rule });
  return accept({ type: 'AnswerSubmitted', facts, at: now, by: by.person });
};

const screen: Of<'ScreenAnswer'> = ({ reasons, isClosed, closesOn, reviewers, unmet, mayAnswer, projectStatus, now, by }, state) => {
  const fault = inStatus(state, 'submitted');
  if (fault) return refuse(fault);
  // Who reviews decides nothing of what is reviewed.
  if (reviewers.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  // Who is eligible is so at the close of the call.
  if (!isClosed) return refuse({ type: 'TooEarly', from: closesOn === '' ? '' : plusCalendarDays(closesOn, 1) });
  if (reasons.length === 0 && !mayAnswer) return refuse({ type: 'ProjectCannotAnswer', status: projectStatus });
  const [rule] = unmet;
  if (reasons.length === 0 && rule) return refuse({ type: 'CallRuleIsNotMet', rule });
  const eligible = reasons.length === 0;
  // It is mended once.
  const mendUntil = eligible || state.mendUntil !== '' ? '' : plusDays(now, MENDING_DAYS);
  return accept({ type: 'AnswerScreened', eligible, reasons: [...new Set(reasons)], mendUntil, at: now, by: by.person });
};

const withdraw: Of<'WithdrawAnswer'> = ({ isOpen, closesOn, now, by }, state) => {
  if (state.status === 'withdrawn') return alreadyApplied;
  const fault = inStatus(state, 'draft', 'submitted');
  if (fault) return refuse(fault);
  return isOpen ? accept({ type: 'AnswerWithdrawn', at: now, by: by.person }) : refuse({ type: 'CallIsNotOpen', closesOn });
};

const tell: Of<'TellAnswerOutcome'> = ({ selected, now }, state) => {
  if (state.status === (selected ? 'selected' : 'not-selected')) return alreadyApplied;
  const fault = inStatus(state, 'eligible');
  return fault ? refuse(fault) : accept({ type: 'AnswerOutcomeTold', selected, at: now });
};

const followUp: Of<'FollowUpSelection'> = ({ note, now, by }, state) => {
  const fault = inStatus(state, 'selected');
  if (fault) return refuse(fault);
  return state.note === note ? alreadyApplied : accept({ type: 'SelectionFollowedUp', note, at: now, by: by.person });
};

const end: Of<'EndAnswer'> = ({ now }, state) => {
  if (state.status === 'ended' || state.status === 'withdrawn') return alreadyApplied;
  const fault = inStatus(state, 'draft', 'submitted', 'eligible', 'ineligible');
  return fault ? refuse(fault) : accept({ type: 'AnswerEnded', at: now });
};

const DECIDERS: { readonly [Type in Exclude<Command['type'], 'AnswerCall'>]: Of<Type> } = {
  ReviseAnswer: revise,
  SignOffAnswer: signOff,
  ScreenAnswer: screen,
  WithdrawAnswer: withdraw,
  TellAnswerOutcome: tell,
  FollowUpSelection: followUp,
  EndAnswer: end,
};
