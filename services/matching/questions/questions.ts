import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import type { QuestionsFact } from '@junkan/proto/junkan/matching/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/matching/v1/roles.ts';
import type { FundingRound } from '../rounds/funding.ts';
import { GATHERS } from '../rounds/readers.ts';

/**
 * What sponsors ask in a round, and what its proposer answers. It is a separate stream, so that questions affect neither the version nor
 * the money of the round. A question is for its sponsor and the proposer, or for all who may see the round; a published one stays
 * published.
 */
export type Visibility = 'asker' | 'all';

export type Said = { readonly note: string; readonly by: string; readonly at: Instant };
export type Question = {
  /** Counts the questions of the round, from 1. */
  readonly number: number;
  readonly sponsor: string;
  readonly visibility: Visibility;
  readonly asked: Said;
  readonly answer: Said | undefined;
};

export type OfRound = { readonly funding: string; readonly project: string; readonly proposer: string };
/** `status`: the current status of the round. */
export type OnRound = OfRound & { readonly status: FundingRound['status'] };

export type Existing = { readonly status: 'waiting' | 'answered'; readonly of: OfRound; readonly questions: readonly Question[] };
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

/** What one round can hold. */
export const MAX_QUESTIONS = 200;
/** Unanswered ones of one sponsor: no sponsor can use up the room of all. */
export const MAX_WAITING = 10;

/** Notes are references of erasable texts. */
type Given = { readonly on: OnRound; readonly note: string; readonly now: Instant; readonly by: Actor };
export type Command =
  | ({ type: 'AskQuestion'; visibility: Visibility } & Given)
  /** `visibility`: '' = as it was asked. */
  | ({ type: 'AnswerQuestion'; question: number; visibility: Visibility | '' } & Given);
type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = QuestionsFact;

export type Rejection =
  | NotAllowed
  | { type: 'FundingIsNotOpen'; status: FundingRound['status'] }
  | { type: 'QuestionsAreTooMany'; maximum: number }
  | { type: 'QuestionIsUnknown'; question: number }
  | { type: 'QuestionIsAnswered'; question: number }
  | { type: 'QuestionIsPublic'; question: number };
type Decision = Decided<Event, Rejection>;

export const decide = (command: Command, state: State): Decision =>
  command.type === 'AskQuestion' ? ask(command, state) : answer(command, state);

const questionsIn = (state: State): readonly Question[] => (state.status === 'absent' ? [] : state.questions);

/** The same text from the same person is one question: sending it again changes nothing. */
function ask({ on: { status, ...of }, note, visibility, now, by }: CommandOf<'AskQuestion'>, state: State): Decision {
  const refusal = notAllowed(by, ROLES.AskQuestion);
  if (refusal) return refuse(refusal);
  const questions = questionsIn(state);
  if (questions.some(({ asked, visibility: before }) => asked.note === note && asked.by === by.person && isAtLeast(before, visibility)))
    return alreadyApplied;
  if (!GATHERS[status]) return refuse({ type: 'FundingIsNotOpen', status });
  const waiting = questions.filter(({ sponsor, answer }) => sponsor === by.organisation && !answer);
  if (waiting.length >= MAX_WAITING) return refuse({ type: 'QuestionsAreTooMany', maximum: MAX_WAITING });
  if (questions.length >= MAX_QUESTIONS) return refuse({ type: 'QuestionsAreTooMany', maximum: MAX_QUESTIONS });
  const question = questions.length + 1;
  const asked = { type: 'QuestionAsked', ...of, question, sponsor: by.organisation, note, at: now, by: by.person } as const;
  return visibility === 'all' ? accept<Event>(asked, { type: 'QuestionPublished', question, answered: false }) : accept(asked);
}

function answer({ on, question, note, visibility, now, by }: CommandOf<'AnswerQuestion'>, state: State): Decision {
  const refusal = notAllowed(by, ROLES.AnswerQuestion, on.proposer);
  if (refusal) return refuse(refusal);
  const asked = questionsIn(state).find(({ number }) => number === question);
  if (!asked) return refuse({ type: 'QuestionIsUnknown', question });
  const wanted = visibility === '' ? asked.visibility : visibility;
  if (asked.answer)
    return asked.answer.note === note && asked.answer.by === by.person && isAtLeast(asked.visibility, wanted)
      ? alreadyApplied
      : refuse({ type: 'QuestionIsAnswered', question });
  if (wanted === 'asker' && asked.visibility === 'all') return refuse({ type: 'QuestionIsPublic', question });
  const answered = { type: 'QuestionAnswered', question, sponsor: asked.sponsor, note, at: now, by: by.person } as const;
  return wanted === 'all' ? accept<Event>(answered, { type: 'QuestionPublished', question, answered: true }) : accept(answered);
}

const isAtLeast = (visibility: Visibility, wanted: Visibility): boolean => visibility === 'all' || wanted === 'asker';

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'QuestionAsked': {
      const { question: number, sponsor, note, at, by, funding, project, proposer } = event;
      const asked: Question = { number, sponsor, visibility: 'asker', asked: { note, by, at }, answer: undefined };
      return withQuestions({ funding, project, proposer }, [...questionsIn(state), asked]);
    }
    case 'QuestionAnswered': {
      const { note, by, at } = event;
      return changed(state, event.question, (question) => ({ ...question, answer: { note, by, at } }));
    }
    case 'QuestionPublished':
      return changed(state, event.question, (question) => ({ ...question, visibility: 'all' }));
  }
}

function changed(state: State, number: number, change: (question: Question) => Question): State {
  if (state.status === 'absent' || !state.questions.some((question) => question.number === number))
    throw new Error(`question ${number} was never asked`);
  return withQuestions(
    state.of,
    state.questions.map((question) => (question.number === number ? change(question) : question)),
  );
}

const withQuestions = (of: OfRound, questions: readonly Question[]): Existing => ({
  status: questions.every(({ answer }) => answer) ? 'answered' : 'waiting',
  of,
  questions,
});
