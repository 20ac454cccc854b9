import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { type Command, decide, type OnRound, type Question, type Rejection, type State } from './questions.ts';

export type QuestionFacts = { readonly on: OnRound; readonly now: Instant };

/** What an actor may do with the questions of a round, even before the first question. */
export const questionPermissions = (state: State, facts: QuestionFacts, bodies: QuestionBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [
      { as: onRound(facts) },
      ...(state.status === 'absent' ? [] : state.questions).map((question) => ({
        of: { question: question.number },
        as: onQuestion(question, facts),
      })),
    ],
    bodies,
    decide: (command) => decide(command, state),
    hiding: [],
    by,
  });

/** What the bodies of its operations say. */
export type QuestionBodies = BodiesFor<Command, ReturnType<typeof onRound> & ReturnType<typeof onQuestion>>;

const onRound = ({ on, now }: QuestionFacts) => ({ askQuestion: { type: 'AskQuestion', on, now } }) as const satisfies Attempts<Command>;

const onQuestion = ({ number: question }: Question, { on, now }: QuestionFacts) =>
  ({ answerQuestion: { type: 'AnswerQuestion', question, visibility: '', on, now } }) as const satisfies Attempts<Command>;
