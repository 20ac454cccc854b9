import { dateOf, endOf, type Instant, plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type NotAllowed, notAllowed, type Role } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import {
  type Command,
  type CommandOf,
  type Content,
  canBeMended,
  type Event,
  type Existing,
  isTold,
  type Rejection,
  type State,
} from './nomination.ts';

type Decision = Decided<Event, Rejection>;
type Of<Type extends Command['type']> = (command: CommandOf<Type>, state: Existing) => Decision;

export const MAX_WORDS = 1200;
const AGREEMENT_DAYS = 30;
const MENDING_DAYS = 10;
const ANSWER_DAYS = 30;
/** Who records what was announced: who has announced it, or the system. */
const TELLING: readonly Role[] = ['secretariat.approver', 'system.workflow'];

function needed(type: Command['type']): readonly Role[] {
  if (type === 'NoteUnderminedPrize') return ['system.workflow'];
  return type === 'TellNominationOutcome' ? TELLING : ROLES[type];
}

export function decide(command: Command, state: State): Decision {
  if (command.type === 'Nominate') {
    const refusal = notAllowed(command.by, needed(command.type));
    return refusal ? refuse(refusal) : nominate(command, state);
  }
  const refusal = notMine(command, state) ?? notAllowed(command.by, needed(command.type));
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'NominationIsUnknown' });
  // The table types each entry by its own command, so the entry of this type takes this command.
  return (DECIDERS[command.type] as (command: Command, state: Existing) => Decision)(command, state);
}

/** What is the city's own to do is done by that city. */
function notMine({ type, by }: Command, state: State): NotAllowed | undefined {
  const roles = needed(type);
  if (state.status === 'absent' || !roles.some((role) => role.startsWith('proposer.'))) return undefined;
  return notAllowed(by, roles, state.city);
}

const inStatus = ({ status }: Existing, ...wanted: readonly Existing['status'][]): Rejection | undefined =>
  wanted.includes(status) ? undefined : { type: 'NominationIsInAnotherStatus', status };

function unfit({ words, ofOthers, seriesOfOthers }: CommandOf<'Nominate' | 'ReviseNomination'>): Rejection | undefined {
  if (words > MAX_WORDS) return { type: 'WordsAreTooMany', words, most: MAX_WORDS };
  if (ofOthers.length > 0) return { type: 'ActionsAreOfOthers', actions: ofOthers };
  return seriesOfOthers.length > 0 ? { type: 'SeriesAreOfOthers', series: seriesOfOthers } : undefined;
}

function nominate(command: CommandOf<'Nominate'>, state: State): Decision {
  const { cycle, category, city, country, title, note, actions, series, isOpen, closesOn, isSignatory, now, by } = command;
  if (state.status !== 'absent' && state.status !== 'withdrawn' && !isLapsed(state, now))
    return isSameContent(state, command) && state.writtenBy[0] === by.person
      ? alreadyApplied
      : refuse({ type: 'NominatedAlready', nomination: `${cycle}/${category}/${city}` });
  if (!isOpen) return refuse({ type: 'CallIsClosed', closesOn });
  if (!isSignatory) return refuse({ type: 'NotInGoodStanding', city });
  const fault = unfit(command);
  if (fault) return refuse(fault);
  const agreeUntil = by.organisation === city ? '' : plusDays(now, AGREEMENT_DAYS);
  const said = { cycle, category, city, country, title, note, actions, series };
  return accept({ type: 'NominationBegun', ...said, organisation: by.organisation, person: by.person, agreeUntil, at: now });
}

/** To what the city has not agreed in its time somebody else may nominate it. */
const isLapsed = ({ status, agreeUntil }: Existing, now: Instant): boolean => status === 'proposed' && now > agreeUntil;
const isSameContent = (a: Content, b: Content): boolean =>
  a.title === b.title && a.note === b.note && a.actions.join() === b.actions.join() && a.series.join() === b.series.join();

const agree: Of<'AgreeToNomination'> = ({ now, by }, state) => {
  if (state.status === 'draft') return alreadyApplied;
  const fault = inStatus(state, 'proposed');
  if (fault) return refuse(fault);
  return isLapsed(state, now) ? refuse({ type: 'AgreementIsLate' }) : accept({ type: 'NominationAgreedTo', at: now, by: by.person });
};

const revise: Of<'ReviseNomination'> = (command, state) => {
  const { title, note, actions, series, now, by } = command;
  const fault = canBeMended(state, now) ? undefined : inStatus(state, 'draft');
  const wrong = fault ?? unfit(command);
  if (wrong) return refuse(wrong);
  if (isSameContent(state, command)) return alreadyApplied;
  return accept({ type: 'NominationRevised', title, note, actions, series, at: now, by: by.person });
};

const signOff: Of<'SignOffNomination'> = ({ values, verifiedShare, lastValues, isInGoodStanding, lacking, now, by }, state) => {
  if (state.status === 'submitted')
    return state.signedOffBy === by.person ? alreadyApplied : refuse({ type: 'NominationIsInAnotherStatus', status: 'submitted' });
  const fault = canBeMended(state, now) ? undefined : inStatus(state, 'draft');
  if (fault) return refuse(fault);
  if (state.writtenBy.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (!isInGoodStanding) return refuse({ type: 'NotInGoodStanding', city: state.city });
  if (lacking.length > 0) return refuse({ type: 'MustHaveIsMissing', missing: lacking });
  return accept({ type: 'NominationSubmitted', values, verifiedShare, lastValues, at: now, by: by.person });
};

const screen: Of<'ScreenNomination'> = ({ reasons, isClosed, isInGoodStanding, now, by }, state) => {
  const fault = inStatus(state, 'submitted');
  if (fault) return refuse(fault);
  // Who is eligible is admitted and not suspended at the close of the call.
  if (!isClosed) return refuse({ type: 'TooEarly', from: '' });
  if (reasons.length === 0 && !isInGoodStanding) return refuse({ type: 'NotInGoodStanding', city: state.city });
  const eligible = reasons.length === 0;
  // It is mended once.
  const mendUntil = eligible || state.mendUntil !== '' ? '' : plusDays(now, MENDING_DAYS);
  return accept({ type: 'NominationScreened', eligible, reasons: [...new Set(reasons)], mendUntil, at: now, by: by.person });
};

const withdraw: Of<'WithdrawNomination'> = ({ now, by }, state) => {
  if (state.status === 'withdrawn') return alreadyApplied;
  const fault = inStatus(state, 'proposed', 'draft', 'submitted', 'eligible', 'ineligible');
  return fault ? refuse(fault) : accept({ type: 'NominationWithdrawn', at: now, by: by.person });
};

const tell: Of<'TellNominationOutcome'> = ({ result, objectionsUntil, tookPart, now }, state) => {
  if (state.status === result && state.objectionsUntil === objectionsUntil) return alreadyApplied;
  const fault = inStatus(state, 'eligible', 'awarded', 'commended', 'not-awarded');
  return fault ? refuse(fault) : accept({ type: 'NominationOutcomeTold', result, objectionsUntil, tookPart, at: now });
};

const undermine: Of<'NoteUnderminedPrize'> = ({ values, below, now }, state) => {
  if (inStatus(state, 'awarded', 'commended') || isProposed(state)) return alreadyApplied;
  const isNoted = JSON.stringify(state.undermined?.values ?? []) === JSON.stringify(values) && (state.undermined?.below ?? false) === below;
  return isNoted ? alreadyApplied : accept({ type: 'PrizeUndermined', values, below, at: now });
};

const object: Of<'ObjectToOutcome'> = ({ note, now, by }, state) => {
  if (!isTold(state) || state.objection) return refuse({ type: 'NominationIsInAnotherStatus', status: state.status });
  if (now > state.objectionsUntil) return refuse({ type: 'ObjectionIsLate' });
  return note === '' ? refuse({ type: 'ReasonIsMissing' }) : accept({ type: 'ObjectionRaised', note, at: now, by: by.person });
};

const answerObjection: Of<'AnswerObjection'> = ({ note, now, by }, state) => {
  if (state.objection?.answeredAt !== '') return refuse({ type: 'NominationIsInAnotherStatus', status: state.status });
  if (state.tookPart.includes(by.person)) return refuse({ type: 'TookPart', person: by.person });
  return note === '' ? refuse({ type: 'ReasonIsMissing' }) : accept({ type: 'ObjectionAnswered', note, at: now, by: by.person });
};

const isProposed = ({ withdrawal }: Existing): boolean => withdrawal?.outcome === '';

const proposeWithdrawal: Of<'ProposePrizeWithdrawal'> = ({ grounds, note, now, by }, state) => {
  const fault = inStatus(state, 'awarded', 'commended');
  if (fault) return refuse(fault);
  if (isProposed(state)) return refuse({ type: 'NominationIsInAnotherStatus', status: state.status });
  if (note === '') return refuse({ type: 'ReasonIsMissing' });
  return accept({
    type: 'PrizeWithdrawalProposed',
    grounds,
    note,
    due: endOf(plusCalendarDays(dateOf(now), ANSWER_DAYS)),
    at: now,
    by: by.person,
  });
};

const answerWithdrawal: Of<'AnswerPrizeWithdrawal'> = ({ note, now, by }, state) => {
  if (!isProposed(state) || state.withdrawal?.answer !== '') return refuse({ type: 'NominationIsInAnotherStatus', status: state.status });
  return note === '' ? refuse({ type: 'ReasonIsMissing' }) : accept({ type: 'PrizeWithdrawalAnswered', note, at: now, by: by.person });
};

const decideWithdrawal: Of<'DecidePrizeWithdrawal'> = ({ outcome, note, now, by }, state) => {
  const { withdrawal } = state;
  if (!withdrawal || !isProposed(state)) return refuse({ type: 'NominationIsInAnotherStatus', status: state.status });
  if (withdrawal.proposedBy === by.person) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (withdrawal.answer === '' && now <= withdrawal.due)
    return refuse({ type: 'TooEarly', from: plusCalendarDays(dateOf(withdrawal.due), 1) });
  if (note === '') return refuse({ type: 'ReasonIsMissing' });
  return accept({ type: outcome === 'withdrawn' ? 'PrizeWithdrawn' : 'PrizeKept', note, at: now, by: by.person });
};

const DECIDERS: { readonly [Type in Exclude<Command['type'], 'Nominate'>]: Of<Type> } = {
  AgreeToNomination: agree,
  ReviseNomination: revise,
  SignOffNomination: signOff,
  ScreenNomination: screen,
  WithdrawNomination: withdraw,
  TellNominationOutcome: tell,
  NoteUnderminedPrize: undermine,
  ObjectToOutcome: object,
  AnswerObjection: answerObjection,
  ProposePrizeWithdrawal: proposeWithdrawal,
  AnswerPrizeWithdrawal: answerWithdrawal,
  DecidePrizeWithdrawal: decideWithdrawal,
};
