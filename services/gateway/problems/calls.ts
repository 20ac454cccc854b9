import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { faults, ID, money, text, texts, whole } from './facts.ts';
import { pointerTo } from './pointer.ts';

const answers = texts(ID('ans'));

/** Refusals about calls for projects, what answers them, and reviews. */
export const calls = {
  NotAReviewer: forbidden({}),
  ReviewerIsBarred: forbidden({ answer: text(ID('ans')) }),
  ProjectCallIsUnknown: notFound({}, { at: '/call' }),
  CallAnswerIsUnknown: notFound({}),
  CallProjectIsUnknown: notFound({ project: text(ID('prj')) }, { at: '/project' }),
  CallExceedsTheMandate: invalid({ terms: texts('countries') }, { at: '/content' }),
  CallContentIsUnclear: invalid(
    { faults: faults({ field: 'title[1].language', rule: 'must be there once' }) },
    { errors: (facts) => facts.faults.map(({ field, rule }) => ({ pointer: `/content${pointerTo(field)}`, detail: rule })) },
  ),
  CallSumsDoNotFit: invalid({}, { at: ['/content/least', '/content/greatest', '/content/available'] }),
  QuestionsAreUnclear: invalid({ questions: texts('q1') }, { at: '/content/questions' }),
  QuestionAnswerIsUnfit: invalid({ question: text('q1'), rule: text('number') }, { at: '/answers' }),
  SelectionIsUnknown: invalid({ answers }, { at: '/selected' }),
  ReviewersAreTooFew: conflict({ needed: whole(3) }),
  CallIsNotOpen: conflict({ closesOn: text('2031-01-31') }),
  ProjectCannotAnswer: conflict({ status: text('draft') }),
  AnsweredAlready: conflict({ answer: text(ID('ans')) }),
  CallRuleIsNotMet: conflict({ rule: text('sum-is-outside') }),
  QuestionsAreUnanswered: conflict({ questions: texts('q1') }),
  ReviewInterestsAreMissing: conflict({ answers }),
  AnswersAreUnscreened: conflict({}),
  NothingIsEligible: conflict({}),
  ReviewsAreTooFew: conflict({ answers, needed: whole(3) }),
  ReviewsAreNotComparable: conflict({ groups: texts('ans_a, ans_b') }),
  ReviewingIsClosed: conflict({}),
  SelectionExceedsTheSum: conflict({ selected: money('900000.00'), available: money('800000.00') }, { at: '/selected' }),
  SelectionNeedsAReason: conflict({}, { at: '/note' }),
  ProjectCallIsInAnotherStatus: conflict({ status: text('open') }),
  CallAnswerIsInAnotherStatus: conflict({ status: text('draft') }),
} satisfies Record<string, Entry>;
