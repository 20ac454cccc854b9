import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { found, notFound } from '@junkan/kit/problem.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { REJECTIONS, roundQuestionsIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Question, RoundQuestions } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { GetQuestionsOwnerResponse } from '@junkan/proto/junkan/matching/v1/service.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { questionsMessage } from '../../fold.ts';
import { fundings, roundQuestions } from '../../mapping.ts';
import type { FundingRound } from '../../rounds/funding.ts';
import type { OnRound, State } from '../questions.ts';

/** Each round has one stream of questions. */
export const questionsOf = (funding: string): string => idFrom(...roundQuestionsIdParts(funding));

export const roundOn = (funding: string, { project, proposer, status }: FundingRound): OnRound => ({ funding, project, proposer, status });

export function questionCommands({ store, clock, texts }: Parts): Pick<Commands, 'askQuestion' | 'answerQuestion'> {
  const said = withNote(commander(store, roundQuestions, REJECTIONS), texts);
  const given = async (funding: string, call: Received) => {
    const { state } = await store.load(fundings, funding);
    if (state.status === 'absent') throw notFound('Funding', funding);
    return { on: roundOn(funding, state), now: clock.now(), by: call.actor };
  };
  return {
    async askQuestion({ funding, note: words, visibility }, call) {
      const facts = await given(funding, call);
      return said(questionsOf(funding), words, call, (note) => ({ type: 'AskQuestion', note, visibility, ...facts }));
    },
    async answerQuestion({ funding, note: words, ...answered }, call) {
      const facts = await given(funding, call);
      return said(questionsOf(funding), words, call, (note) => ({ type: 'AnswerQuestion', note, ...answered, ...facts }));
    },
  };
}

/**
 * The questions that an actor may read: their own, the published ones, and all of them for those who answer or oversee. Only these last see
 * who asked.
 */
export async function questionsFor(store: EventStore, funding: string, actor: Actor): Promise<{ state: State; questions: Question[] }> {
  const id = questionsOf(funding);
  const { state, version } = await store.load(roundQuestions, id);
  const message = questionsMessage(id, { state, version });
  return { state, questions: message ? readBy(message, actor) : [] };
}

function readBy({ proposer, questions }: RoundQuestions, actor: Actor): Question[] {
  const readsAll = oversees(actor) || actor.organisation === proposer;
  return questions
    .filter(({ sponsor, visibility }) => readsAll || visibility === 'all' || sponsor === actor.organisation)
    .map((question) => (readsAll || question.sponsor === actor.organisation ? question : withoutAsker(question)));
}

const withoutAsker = ({ asked, answer, ...question }: Question): Question => ({
  ...question,
  sponsor: '',
  asked: asked && { ...asked, by: '' },
  answer: answer && { ...answer, by: '' },
});

export const questionsOwner =
  ({ store }: { readonly store: EventStore }) =>
  async ({ id }: { readonly id: string }): Promise<GetQuestionsOwnerResponse> => {
    const { funding, project, proposer } = found(
      'Questions',
      id,
      questionsMessage(id, await store.load(roundQuestions, idOf('qst', id, 'id'))),
    );
    return { funding, project, proposer };
  };
