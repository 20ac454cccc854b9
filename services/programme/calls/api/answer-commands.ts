import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { draftWords } from '@junkan/kit/store/texts.ts';
import type { QuestionAnswer } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { type Commands, type Parts, stamped } from '../../api/parts.ts';
import { calls, answers as ofCalls } from '../../mapping.ts';
import { wordsIn } from '../../reports/api/words.ts';
import { canBeMended, type Existing } from '../answer.ts';
import { type Existing as Call, isOpen } from '../call.ts';
import { unansweredOf, unfitAnswer } from '../rules.ts';
import { answerIdOf, answeringBy, factsOf, projectOf, unmetBy } from './known.ts';

type Rpcs = 'answerCall' | 'reviseAnswer' | 'signOffAnswer' | 'screenAnswer' | 'withdrawAnswer' | 'followUpSelection';

export function answerCommands(parts: Parts): Pick<Commands, Rpcs> {
  const { store, texts, clock } = parts;
  const at = stamped(clock);
  const run = commander(store, ofCalls, REJECTIONS);
  const enter = commander(store, calls, REJECTIONS);
  const said = withNote(run, texts);

  const answering = (of: Call | undefined) => ({
    isOpen: of !== undefined && isOpen(of, clock.now()),
    closesOn: of?.content.closesOn ?? '',
  });
  /** What is said, with its texts by references, and the first that does not fit. */
  const written = async (of: Call | undefined, stream: string, answers: readonly QuestionAnswer[], call: Received) => {
    const counted = answers.map(({ question, value, note }) => ({ question, value, words: wordsIn(note) }));
    const words = await draftWords(
      texts,
      answers.map(({ note }) => note),
      { stream, by: call.actor },
    );
    return {
      answers: answers.map((each, index) => ({ ...each, note: words.references[index] ?? '' })),
      unfit: unfitAnswer(of?.content.questions ?? [], counted),
      currency: of?.content.available.currency ?? '',
      keep: words.keep,
    };
  };
  return {
    async answerCall({ call: id, project, amount, answers }, call) {
      mustHold(call.actor, ROLES.AnswerCall);
      const [of, found] = await Promise.all([callOf(parts, id), projectOf(parts, project, call)]);
      const stream = answerIdOf(id, project);
      const { keep, ...what } = await written(of, stream, answers, call);
      const { countries = [], title = '' } = found?.proposal ?? {};
      const about = { call: id, owner: of?.owner ?? '', project, country: countries[0] ?? '', title };
      const facts = { isOwn: found?.proposer === call.actor.organisation, ...answeringBy(found) };
      return run(stream, { type: 'AnswerCall', ...about, amount, ...what, ...facts, ...answering(of), ...at(call) }, call, keep);
    },
    async reviseAnswer({ answer, amount, answers }, call) {
      mustHold(call.actor, ROLES.ReviseAnswer);
      const { state } = await store.load(ofCalls, answer);
      const of = state.status === 'absent' ? undefined : await callOf(parts, state.call);
      const { keep, ...what } = await written(of, answer, answers, call);
      return run(answer, { type: 'ReviseAnswer', amount, ...what, ...answering(of), ...at(call) }, call, keep);
    },
    async signOffAnswer({ answer }, call) {
      const { state } = await store.load(ofCalls, answer);
      const of = state.status === 'absent' ? undefined : await callOf(parts, state.call);
      const facts = state.status === 'absent' ? NOTHING : await handedIn(parts, state, of, call);
      // It is in time where the call has taken it; one that was taken and is not recorded after all is entered again.
      return run(answer, { type: 'SignOffAnswer', ...facts, ...answering(of), ...at(call) }, call, async () => {
        if (state.status === 'absent') return;
        const { call: to, project, city, country } = state;
        const isMended = canBeMended(state, clock.now());
        const own = { ...call, expectedVersion: undefined };
        await enter(to, { type: 'EnterAnswer', answer, project, city, country, isMended, ...at(call) }, own);
      });
    },
    async screenAnswer({ answer, reasons }, call) {
      const { state } = await store.load(ofCalls, answer);
      const facts = state.status === 'absent' ? NOT_SCREENED : await screened(parts, state, call);
      return run(answer, { type: 'ScreenAnswer', reasons, ...facts, ...at(call) }, call);
    },
    async withdrawAnswer({ answer }, call) {
      const { state } = await store.load(ofCalls, answer);
      const of = state.status === 'absent' ? undefined : await callOf(parts, state.call);
      return run(answer, { type: 'WithdrawAnswer', ...answering(of), ...at(call) }, call);
    },
    followUpSelection: ({ answer, note: words }, call) =>
      said(answer, words, call, (note) => ({ type: 'FollowUpSelection', note, ...at(call) })),
  };
}

/** A call that was opened; undefined where there is none. */
async function callOf({ store }: Pick<Parts, 'store'>, id: string): Promise<Call | undefined> {
  const { state } = await store.load(calls, id);
  return state.status === 'absent' || state.status === 'draft' ? undefined : state;
}

const NOTHING = { facts: { countries: [], themes: [], readiness: 0, version: 0 }, unmet: [], unanswered: [], ...answeringBy(undefined) };

const NOT_SCREENED = { isClosed: false, closesOn: '', reviewers: [], unmet: [], ...answeringBy(undefined) };

/** What an answer is screened by: the rules of its call at the close, and its project as it is now. */
async function screened(parts: Parts, state: Existing, call: Received) {
  const of = await callOf(parts, state.call);
  if (!of || !state.facts) return NOT_SCREENED;
  const unmet = await unmetBy(parts, of, state, { facts: state.facts, on: 'close' });
  const reviewers = of.reviewers.map(({ person }) => person);
  return {
    isClosed: of.status !== 'open',
    closesOn: of.content.closesOn,
    reviewers,
    unmet,
    ...answeringBy(await projectOf(parts, state.project, call)),
  };
}

/** The rules of its call that an answer would be refused for if it were signed off now; none once it cannot be. */
export async function unmetNow(parts: Parts, state: Existing, call: Received) {
  if (state.status !== 'draft' && !canBeMended(state, parts.clock.now())) return [];
  return (await handedIn(parts, state, await callOf(parts, state.call), call)).unmet;
}

/** What an answer is made of at this moment. */
async function handedIn(parts: Parts, state: Existing, of: Call | undefined, call: Received) {
  const project = await projectOf(parts, state.project, call);
  if (!of || !project) return NOTHING;
  const facts = factsOf(project);
  return {
    facts,
    unmet: await unmetBy(parts, of, state, { facts, on: 'now' }),
    unanswered: unansweredOf(of.content.questions, state.answers),
    ...answeringBy(project),
  };
}
