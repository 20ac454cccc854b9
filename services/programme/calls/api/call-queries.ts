import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { notFound } from '@junkan/kit/problem.ts';
import { endOf } from '@junkan/kit/pure/dates.ts';
import { eventFor } from '@junkan/kit/store/event-for.ts';
import { inWords } from '@junkan/kit/store/words.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import type { ReviewedAnswer } from '@junkan/proto/junkan/programme/v1/calls_model.ts';
import * as language from '@junkan/proto/junkan/programme/v1/language.ts';
import type { ProgrammeQueryServiceService } from '@junkan/proto/junkan/programme/v1/service.ts';
import type { Parts } from '../../api/parts.ts';
import { lastMarks, shuffledFor } from '../../judging/api/sealing.ts';
import { feedbackOf } from '../../judging/feedback.ts';
import { interestIn } from '../../judging/interests.ts';
import { isReadToJudge, judgedAs } from '../../judging/kept.ts';
import { answers, BODIES, calls, reviews } from '../../mapping.ts';
import { answerFor, callFor, isAnswerThere, isCallThere, relationToAnswer, relationToCall } from '../../readers.ts';
import { type Existing as Answer, isTold } from '../answer.ts';
import { answerActs } from '../answer-acts.ts';
import { answeredBy, type Existing, isAssigned, isDue, isOpen, isReviewing, nextStep } from '../call.ts';
import { callActs } from '../call-acts.ts';
import { answerFold, callFold } from '../messages.ts';
import type { Existing as Review } from '../review.ts';
import { unmetNow } from './answer-commands.ts';
import { answersTo, reviewIdOf, screenersOf } from './known.ts';

type Queries = Handlers<typeof ProgrammeQueryServiceService>;
const { REJECTIONS: rejections } = language;

export const callQueries = (
  parts: Parts,
): Pick<Queries, 'readProjectCall' | 'readCallAnswer' | 'readOwnReviews' | 'readAnswerFeedback' | 'getProjectCall'> => ({
  ...itemQuery(ITEMS['project-call'], parts, {
    fold: callFold,
    isThere: isCallThere,
    shown: (message, _, actor) => callFor(actor, message),
    rejections,
    may: async (state, actor) => {
      const screeners = state.status === 'deciding' ? await screenersOf(parts, state) : [];
      return callActs.permissions(state, { now: parts.clock.now(), screeners }, BODIES, actor);
    },
  }),
  ...itemQuery(ITEMS['call-answer'], parts, {
    fold: answerFold,
    isThere: isAnswerThere,
    shown: (message, _, actor) => answerFor(actor, message),
    rejections,
    may: async (state, actor) => answerActs.permissions(state, await ofItsCall(parts, state), BODIES, actor),
    extras: async (_, state, __, call) => ({ unmet: await unmetNow(parts, state, call) }),
  }),
  readOwnReviews: readOwnReviews(parts),
  readAnswerFeedback: readFeedback(parts),
  getProjectCall: howFar(parts),
});

async function ofItsCall({ store, clock }: Pick<Parts, 'store' | 'clock'>, { call }: Pick<Answer, 'call'>) {
  const now = clock.now();
  const { state } = await store.load(calls, call);
  if (state.status === 'absent') return { now, isOpen: false, isClosed: false, closesOn: '', reviewers: [] };
  const reviewers = state.reviewers.map(({ person }) => person);
  return { now, isOpen: isOpen(state, now), isClosed: state.status !== 'open', closesOn: state.content.closesOn, reviewers };
}

/** What was opened is visible once it is decided: until then nobody learns of it here. */
const UNTOLD: readonly string[] = ['ReviewsAssigned', 'ReviewsOpened'];

export const callHistory = (parts: Parts) =>
  itemHistory(ITEMS['project-call'], parts, {
    fold: callFold,
    isThere: isCallThere,
    entries: ({ owner, decidedAt }, actor) => {
      const of = { proposer: owner, submitted: true, organisations: [owner], sponsors: new Map() };
      const shown = eventFor({ actor, relation: relationToCall(actor, { owner }), of }, language);
      return (entry, aggregate) => (decidedAt === '' && UNTOLD.includes(entry.type) ? undefined : shown(entry, aggregate));
    },
  });

export const answerHistory = (parts: Parts) =>
  itemHistory(ITEMS['call-answer'], parts, {
    fold: answerFold,
    isThere: isAnswerThere,
    entries: (state, actor) => {
      const of = { proposer: state.city, submitted: true, organisations: [state.city, state.owner], sponsors: new Map() };
      return eventFor({ actor, relation: relationToAnswer(actor, state), of }, language);
    },
  });

/** @throws ProblemError for whom it is not: that there are reviews of others nobody learns. */
function readOwnReviews(parts: Parts): Queries['readOwnReviews'] {
  return async (request, { actor }) => {
    const id = idOf('cal', request.call, 'call');
    const { state } = await parts.store.load(calls, id);
    const isOwn =
      state.status !== 'absent' &&
      state.status !== 'draft' &&
      state.reviewers.some(({ person, organisation }) => person === actor.person && organisation === actor.organisation);
    if (!isOwn) throw notFound('Review', id);
    const { state: review } = await parts.store.load(reviews, reviewIdOf(actor.person, id));
    const about = { state, own: review.status === 'absent' ? undefined : review, reviewer: actor.person };
    // What is still being entered is not for reviewers, and what is not eligible is no more once reviews have begun.
    const entered = state.status === 'open' ? [] : await answersTo(parts, state);
    const field = entered.filter((each) => state.eligible.length === 0 || state.eligible.includes(each.id));
    const all = await Promise.all(field.map((each) => inReviews(parts, about, each)));
    return {
      judgingUntil: endOf(state.content.judgingUntil),
      isOpen: isReviewing(state, parts.clock.now()),
      hasAnswered: answeredBy(state, actor.person) !== undefined,
      answers: shuffledFor(actor.person, all, ({ answer }) => answer),
    };
  };
}

type Of = { readonly state: Existing; readonly own: Review | undefined; readonly reviewer: string };

async function inReviews(
  { texts }: Pick<Parts, 'texts'>,
  { state, own, reviewer }: Of,
  { id, state: answer }: { readonly id: string; readonly state: Answer },
): Promise<ReviewedAnswer> {
  const answered = answeredBy(state, reviewer);
  const is = judgedAs({ answered, own, isAssigned: isAssigned(state, reviewer, id) }, id);
  const isRead = isReadToJudge(is);
  const marks = isRead ? await lastMarks({ texts }, own, id) : [];
  const { project, title, city, country, amount } = answer;
  const { answers: said } = await inWords(texts, { answers: isRead ? [...answer.answers] : [] });
  return {
    answer: id,
    project,
    title,
    city,
    country,
    amount: isRead ? amount : undefined,
    answers: said,
    state: is,
    interest: interestIn(answered, id),
    marks: [...marks],
  };
}

/** @throws ProblemError before the call is decided, and for others than the city, who has opened the call, and overseers. */
function readFeedback({ store, texts }: Parts): Queries['readAnswerFeedback'] {
  return async (request, { actor }) => {
    const id = idOf('ans', request.answer, 'answer');
    const { state: answer } = await store.load(answers, id);
    if (answer.status === 'absent' || !isTold(answer) || relationToAnswer(actor, answer) === 'stranger') throw notFound('CallAnswer', id);
    const { state } = await store.load(calls, answer.call);
    if (state.status === 'absent' || !state.opened) throw notFound('CallAnswer', id);
    const of = feedbackOf(
      state.content.criteria.map(({ code }) => code),
      state.opened.reviews.map(({ answer: nomination, marks, words }) => ({ nomination, marks, words })),
      id,
    );
    const words = await texts.read(of.flatMap(({ notes }) => notes));
    return {
      criteria: of.map(({ notes, ...each }) => ({
        ...each,
        // By what they say, so that no order shows whose they are.
        words: notes.flatMap((note) => words.get(note) ?? []).toSorted(),
      })),
    };
  };
}

function howFar({ store, clock }: Pick<Parts, 'store' | 'clock'>): Queries['getProjectCall'] {
  return async ({ call }) => {
    const id = idOf('cal', call, 'call');
    const { state, version } = await store.load(calls, id);
    if (state.status === 'absent') throw notFound('ProjectCall', id);
    return { status: state.status, version, due: isDue(state, clock.now()), next: nextStep(state) };
  };
}
