import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Command, decide, type OnRound, type Rejection, type State } from './questions.ts';

export type QuestionFacts = { readonly on: OnRound; readonly now: Instant };
const { acts, on, whole } = actsOf<{ force: State; command: Command; rejection: Rejection; facts: QuestionFacts }>();

const roundOf = (state: State) => (state.status === 'absent' ? { funding: '', project: '', proposer: '' } : state.of);

/** What is done to the questions of a round, even before the first. The sponsor that asked sees that it waits. */
export const questionActs = acts({
  decide,
  hiding: [],
  acts: [
    whole((_, { on, now }) => ({ askQuestion: { type: 'AskQuestion', on, now } })),
    on(
      (state) => (state.status === 'absent' ? [] : state.questions),
      ({ number: question }) => ({ question }),
      ({ number: question }, { on, now }) => ({ answerQuestion: { type: 'AnswerQuestion', question, visibility: '', on, now } }),
    ).waiting(({ sponsor }) => [{ kind: 'question-to-answer', ends: ['answerQuestion'], readers: [sponsor], silence: 'nothing' }]),
  ],
  organisations: (state) => [roundOf(state).proposer],
  alone: (state, now) => ({ on: { ...roundOf(state), status: 'open' }, now }),
});
