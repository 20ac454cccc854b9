import { dayIn } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { kindOf, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import {
  type Command,
  type CommandOf,
  draftOf,
  type Edition,
  type Event,
  type Existing,
  type Rejection,
  type Said,
  type State,
  signedOn,
  standing,
} from './assessment.ts';
import { EVIDENCE_FROM, isSteep } from './levels.ts';
import { faultOfBeginning, notAllowedFor } from './owing.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'BeginAssessment') return begin(command, state);
  if (state.status === 'absent') return refuse({ type: 'AssessmentIsUnknown' });
  if (command.type === 'GiveSecondLook') return giveSecondLook(command, state);
  const refusal = notAllowedFor(command.by, ROLES[command.type], state.city);
  if (refusal) return refuse(refusal);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'CorrectAssessment':
      return correct(command, state);
    case 'AnswerDimension':
      return answer(command, state);
    case 'SignOffAssessment':
      return signOff(command, state);
    case 'AskSecondLook':
      return askSecondLook(command, state);
  }
}

/** The next edition, by the city or by its day. */
function begin({ dimensions, owing, now, by }: CommandOf<'BeginAssessment'>, state: State): Decision {
  const refusal = notAllowedFor(by, [...ROLES.BeginAssessment, 'system.workflow'], owing.city);
  if (refusal) return refuse(refusal);
  const editions = state.status === 'absent' ? [] : state.editions;
  const waiting = state.status === 'absent' ? undefined : draftOf(state);
  const { signatory, attempt, city, timeZone, obligation, due, dueOn } = owing;
  // What its day asks for may be there already, or a correction may come first.
  if (editions.some((each) => each.obligation === obligation) || (waiting && kindOf(by.organisation) === 'system')) return alreadyApplied;
  if (waiting) return refuse({ type: 'DraftIsWaiting', number: waiting.number });
  const fault = faultOfBeginning(owing);
  if (fault) return refuse(fault);
  const answering = { edition: editions.length + 1, dimensions, obligation, due, dueOn, corrects: 0, note: '' };
  return accept({ type: 'AssessmentBegun', signatory, attempt, city, timeZone, ...answering, at: now, by: by.person });
}

/** What is signed off is corrected by the next edition, which begins with its answers. */
function correct({ corrects, note, now, by }: CommandOf<'CorrectAssessment'>, state: Existing): Decision {
  const waiting = draftOf(state);
  if (waiting)
    return waiting.corrects === corrects && waiting.note === note
      ? alreadyApplied
      : refuse({ type: 'DraftIsWaiting', number: waiting.number });
  const corrected = state.editions[corrects - 1];
  if (!corrected) return refuse({ type: 'AssessmentIsUnknown' });
  // Only what is in force is corrected: what came after it has answered it already.
  if (standing(state)?.number !== corrects) return locked(corrects);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { signatory, attempt, city, timeZone } = state;
  const { dimensions } = corrected;
  const answering = { edition: state.editions.length + 1, dimensions, obligation: '', due: '', dueOn: '', corrects, note };
  return accept({ type: 'AssessmentBegun', signatory, attempt, city, timeZone, ...answering, at: now, by: by.person });
}

const locked = (edition: number): Decision => refuse({ type: 'EditionIsLocked', edition, correction: 'correctAssessment' });

/** The edition that is being answered, if it is the one that is meant. */
const openEdition = (state: Existing, number: number): Edition | undefined => {
  const draft = draftOf(state);
  return draft?.number === number ? draft : undefined;
};

/** What was signed off before this edition, but for one that it corrects. */
const earlier = (state: Existing, { corrects }: Edition): Edition | undefined =>
  corrects > 0 ? state.editions.findLast(({ number, status }) => number < corrects && status !== 'draft') : standing(state);

type Judged = { readonly state: Existing; readonly edition: Edition; readonly now: string };

/** Why a level is not shown, or not explained. */
function faultOf(said: Said, { state, edition, now }: Judged): Rejection | undefined {
  const { known, level, reason, evidence, addresses, dimension } = said;
  if (known === 'not-applicable' && reason === '') return { type: 'ReasonIsMissing', dimension };
  if (known === 'level' && level >= EVIDENCE_FROM && evidence.length + addresses.length === 0) return { type: 'EvidenceIsMissing' };
  const { timeZone } = state;
  const last = earlier(state, edition);
  const on = signedOn(last, timeZone);
  const signed = last && on !== '' ? { answers: last.answers, on } : undefined;
  return reason === '' && isSteep(said, signed, dayIn(timeZone, now)) ? { type: 'ReasonIsMissing', dimension } : undefined;
}

function answer(command: CommandOf<'AnswerDimension'>, state: Existing): Decision {
  const { edition: number, answer: said, unknownEvidence, now, by } = command;
  const edition = openEdition(state, number);
  if (!edition) return locked(number);
  const { dimension } = said;
  if (!edition.dimensions.includes(dimension)) return refuse({ type: 'DimensionIsUnknown', dimension });
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  const fault = faultOf(said, { state, edition, now });
  if (fault) return refuse(fault);
  const present = edition.answers.find((each) => each.dimension === dimension);
  if (present && isSame(present, said)) return alreadyApplied;
  return accept({ type: 'DimensionAnswered', edition: number, answer: { ...said, by: by.person, at: now } });
}

const isSame = (one: Said, other: Said): boolean =>
  one.known === other.known &&
  one.level === other.level &&
  one.reason === other.reason &&
  one.target === other.target &&
  one.targetYear === other.targetYear &&
  one.evidence.join() === other.evidence.join() &&
  one.addresses.join(' ') === other.addresses.join(' ');

/** Those who answered any of it do not sign it off. */
function signOff(command: CommandOf<'SignOffAssessment'>, state: Existing): Decision {
  const { edition: number, owing, now, by } = command;
  const edition = openEdition(state, number);
  if (!edition) return state.editions[number - 1]?.signedOffBy === by.person ? alreadyApplied : locked(number);
  const fault = edition.corrects > 0 ? undefined : faultOfBeginning(owing);
  if (fault) return refuse(fault);
  const missing = edition.dimensions.filter((each) => edition.answers.every(({ dimension }) => dimension !== each));
  if (missing.length > 0) return refuse({ type: 'AnswersAreMissing', dimensions: missing });
  const wrong = edition.answers.flatMap((each) => faultOf(each, { state, edition, now }) ?? [])[0];
  if (wrong) return refuse(wrong);
  if (edition.answers.some((each) => each.by === by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const { signatory } = state;
  const { obligation, answers } = edition;
  return accept({ type: 'AssessmentSignedOff', signatory, edition: number, obligation, answers, at: now, by: by.person });
}

/** Of what is signed off, the peer of a concluded exchange is asked. */
function askSecondLook({ exchange, peer, now: at, by }: CommandOf<'AskSecondLook'>, state: Existing): Decision {
  if (peer === undefined) return refuse({ type: 'ExchangeIsNotConcluded' });
  const edition = standing(state);
  if (!edition) return refuse({ type: 'AssessmentIsUnknown' });
  if (edition.secondLooks.some((each) => each.peer === peer)) return alreadyApplied;
  return accept({ type: 'SecondLookAsked', edition: edition.number, exchange, peer, at, by: by.person });
}

/** An officer of the peer says how that city sees it, once. */
function giveSecondLook({ levels, unknown, now: at, by }: CommandOf<'GiveSecondLook'>, state: Existing): Decision {
  const edition = standing(state);
  const asked = edition?.secondLooks.find(({ peer }) => peer === by.organisation);
  const refusal = notAllowed(by, ROLES.GiveSecondLook);
  if (refusal) return refuse(refusal);
  if (!edition || !asked) return refuse({ type: 'NotAskedFor' });
  if (asked.levels.length > 0) return asked.by === by.person ? alreadyApplied : refuse({ type: 'NotAskedFor' });
  if (unknown !== '') return refuse({ type: 'DimensionIsUnknown', dimension: unknown });
  return accept({ type: 'SecondLookGiven', edition: edition.number, peer: asked.peer, levels, at, by: by.person });
}
