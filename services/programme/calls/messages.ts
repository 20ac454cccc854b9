import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { textOf } from '@junkan/kit/pure/fraction.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, Folding, PublishedFold } from '@junkan/kit/store/fold.ts';
import { CallAnswer, type CallOrder, ProjectCall, type ReviewInterest } from '@junkan/proto/junkan/programme/v1/calls_model.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/programme/v1/commands.ts';
import { EVENTS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import { type Answered, isBarredFromCategory } from '../judging/interests.ts';
import { pointsOf } from '../judging/ranking.ts';
import * as answer from './answer.ts';
import { answerActs } from './answer-acts.ts';
import * as call from './call.ts';
import { callActs } from './call-acts.ts';
import { markedOf } from './order.ts';
import * as review from './review.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

export const callFold: PublishedFold<call.State, call.Event, ProjectCall> = {
  aggregate: 'project-call',
  foldVersion: FOLD_VERSIONS['project-call'],
  initial: call.initial,
  evolve: call.evolve,
  codec: eventCodec<call.Event>(EVENTS['project-call']),
  messageOf: callMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : callActs.waits(state, now, CONTRACT)),
  toJson: ProjectCall.toJSON,
};

export const answerFold: PublishedFold<answer.State, answer.Event, CallAnswer> = {
  aggregate: 'call-answer',
  foldVersion: FOLD_VERSIONS['call-answer'],
  initial: answer.initial,
  evolve: answer.evolve,
  codec: eventCodec<answer.Event>(EVENTS['call-answer']),
  messageOf: answerMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : answerActs.waits(state, now, CONTRACT)),
  toJson: CallAnswer.toJSON,
};

/** Nothing of a review is published. */
export const reviewFold: Folding<review.State, review.Event> = {
  aggregate: 'review',
  foldVersion: FOLD_VERSIONS.review,
  initial: review.initial,
  evolve: review.evolve,
  codec: eventCodec<review.Event>(EVENTS.review),
};

export function callMessage(id: string, { state, version }: Folded<call.State>): ProjectCall | undefined {
  if (state.status === 'absent') return undefined;
  const { status, owner, mandate, mandateRevision, content, entries, opened, selected } = state;
  const { endNote, note, decidedAt, decidedBy, draftedBy, openedBy } = state;
  return {
    id,
    version,
    status,
    owner,
    mandate,
    mandateRevision,
    ...content,
    title: [...content.title],
    text: [...content.text],
    countries: [...content.countries],
    themes: [...content.themes],
    questions: content.questions.map((each) => ({ ...each, text: [...each.text], choices: [...each.choices] })),
    criteria: content.criteria.map((each) => ({ ...each, meanings: [...each.meanings] })),
    entries: [...entries],
    reviewers: state.reviewers.map(({ person, organisation }) => ({
      person,
      organisation,
      barred: state.judging.length > 0 && isBarredFromCategory(call.answeredBy(state, person)),
    })),
    interests: state.interests.flatMap(interestMessages),
    order: opened && orderMessage(state, opened),
    selected: [...selected],
    endNote,
    note,
    decidedAt,
    decidedBy,
    draftedBy: [...draftedBy],
    openedBy,
    open: openedBy !== '',
    selectedProjects: selected.map(({ project }) => project),
  };
}

function interestMessages({ juror: reviewer, declared, found }: Answered): ReviewInterest[] {
  return [
    ...declared.map((each) => ({ reviewer, answer: each, interest: '', bars: 'nomination' }) as const),
    ...found.map(({ nomination, interest, bars }) => ({ reviewer, answer: nomination, interest, bars }) as const),
  ];
}

function orderMessage(state: call.Existing, { reviews, order, reviewers, firm, letters, at, by }: call.Opened): CallOrder {
  const letterOf = new Map(letters.map(({ letter, juror }) => [juror, letter]));
  const criteria = call.criteriaOf(state);
  return {
    order: [...order],
    reviews: reviews.map((each) => ({
      letter: letterOf.get(each.reviewer) ?? '',
      answer: each.answer,
      marks: [...each.marks],
      points: textOf(pointsOf(markedOf(each), criteria)),
    })),
    reviewers: [...reviewers],
    firm,
    openedAt: at,
    openedBy: by,
    letters: [...letters],
  };
}

export function answerMessage(id: string, { state, version }: Folded<answer.State>): CallAnswer | undefined {
  if (state.status === 'absent') return undefined;
  const { screenedBy: _, answers, facts, reasons, writtenBy, ...told } = state;
  return {
    id,
    version,
    ...told,
    answers: [...answers],
    facts: facts && { ...facts, countries: [...facts.countries], themes: [...facts.themes] },
    reasons: [...reasons],
    writtenBy: [...writtenBy],
    parties: answer.partiesOf(state),
  };
}
