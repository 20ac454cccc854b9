import { beginningIn } from '@junkan/kit/duties/days.ts';
import { actsOf } from '@junkan/kit/pure/acts.ts';
import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { isInCircle } from './drafting.ts';
import { type Command, type Existing, expertOf, isWaiting, newestDraft, openComments, type Rejection } from './request.ts';
import { askedFrom, decide, deliveredOn } from './request-decide.ts';

export type RequestFacts = { readonly now: Instant };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: RequestFacts }>();

/** In how many days a comment should be answered, and what came of an adoption be reported. */
const TO_ANSWER_DAYS = 14;
const TO_TELL_DAYS = 30;

/** Once the officers of the secretariat are late, it waits for its approvers, too. */
const inTime = <Operation extends string>(kind: string, ends: readonly Operation[], due: Instant) => [
  { kind, ends, to: ['secretariat.officer'], due, silence: 'escalates' } as const,
  { kind, ends, to: ['secretariat.approver'], from: due, due, silence: 'nothing' } as const,
];

const ofSecretariat = whole((_, { now }) => ({
  acceptRequest: { type: 'AcceptRequest', now },
  declineRequest: { type: 'DeclineRequest', now },
  assignExpert: { type: 'AssignExpert', person: '?', organisation: 'ptn_-', now },
  releaseExpert: { type: 'ReleaseExpert', now },
  closeRequest: { type: 'CloseRequest', now },
})).waiting(({ status, answerDue, expertDue }) => {
  if (status === 'submitted') return inTime('request-to-answer', ['acceptRequest', 'declineRequest'], answerDue);
  if (status === 'accepted') return inTime('expert-to-assign', ['assignExpert'], expertDue);
  return status === 'not-adopted' ? [{ kind: 'request-to-close', ends: ['closeRequest'], silence: 'nothing' }] : [];
});

const ofExpert = whole((state, { now }) => {
  const draft = newestDraft(state)?.number ?? 0;
  return {
    declareExpertInterests: { type: 'DeclareExpertInterests', interests: [], now },
    offerDraft: { type: 'OfferDraft', base: draft, paragraphs: [{ key: 0, text: '-' }], hash: '-', now },
    deliverDraft: { type: 'DeliverDraft', draft, now },
  };
}).waiting((state) => {
  const expert = expertOf(state);
  if (!expert) return [];
  const { person, organisation, interestsDue } = expert;
  const to = { only: person, within: [organisation] } as const;
  if (state.status === 'assigned')
    return [{ kind: 'interests-to-declare', ends: ['declareExpertInterests'], ...to, due: interestsDue, silence: 'escalates' }];
  return state.status === 'in-work' && openComments(state.comments).length === 0
    ? [{ kind: 'draft-to-write', ends: ['offerDraft'], ...to, silence: 'nothing' }]
    : [];
});

const ofDraft = whole((state, { now }, by) => {
  const circle = isInCircle(state, 'partner', by) ? 'partner' : 'public';
  const draft = newestDraft(state)?.number ?? 0;
  const paragraph = newestDraft(state)?.paragraphs[0]?.key ?? 0;
  return {
    commentOnDraft: { type: 'CommentOnDraft', draft, paragraph, circle, now },
    commentInternally: { type: 'CommentInternally', draft, paragraph, now },
    openCommentWindow: { type: 'OpenCommentWindow', draft, days: 30, now },
  };
});

const ofComment = on(
  ({ comments }) => comments.filter(isWaiting),
  ({ number }) => ({ comment: number }),
  ({ number: comment }, { now }) => ({
    answerComment: { type: 'AnswerComment', comment, commentOutcome: 'not-taken-up', takenUpIn: 0, now },
  }),
).waiting(({ at }, state) => {
  const expert = expertOf(state);
  if (!expert || state.status !== 'in-work') return [];
  const to = { only: expert.person, within: [expert.organisation] } as const;
  return [{ kind: 'comments-to-answer', ends: ['answerComment'], ...to, due: plusDays(at, TO_ANSWER_DAYS), silence: 'reminder' }];
});

const ofPublic = on(
  ({ comments }) => comments.filter(({ circle, hidden }) => circle === 'public' && hidden === ''),
  ({ number }) => ({ comment: number }),
  ({ number: comment }, { now }) => ({ hideComment: { type: 'HideComment', comment, hiddenBecause: 'off-topic', now } }),
);

const ofInternal = on(
  ({ internalComments }) => internalComments.filter(isWaiting),
  ({ number }) => ({ comment: number }),
  ({ number: comment }, { now }) => ({
    answerInternalComment: { type: 'AnswerInternalComment', comment, commentOutcome: 'not-taken-up', takenUpIn: 0, now },
  }),
);

const ofAdoption = whole((state, { now }) => ({
  recordAdoption: {
    type: 'RecordAdoption',
    draft: state.delivered,
    decidedOn: deliveredOn(state),
    documents: ['-'],
    unknownEvidence: [],
    address: '',
    now,
  },
  recordNotAdopted: { type: 'RecordNotAdopted', now },
  checkAdoption: { type: 'CheckAdoption', distances: [], now },
  returnAdoption: { type: 'ReturnAdoption', now },
  tellOutcomeOfAdoption: { type: 'TellOutcomeOfAdoption', now },
})).waiting((state) => {
  const { status, adoption, place } = state;
  if (status === 'delivered')
    return [{ kind: 'adoption-to-record', ends: ['recordAdoption', 'recordNotAdopted'], despite: ['CommentIsOpen'], silence: 'nothing' }];
  if (status !== 'adopted' || !adoption) return [];
  if (adoption.checkedAt === '') {
    const { recordedBy, checkDue: due } = adoption;
    return [{ kind: 'adoption-to-check', ends: ['checkAdoption', 'returnAdoption'], against: [recordedBy], due, silence: 'escalates' }];
  }
  const day = askedFrom(state);
  if (day === '') return [];
  const from = beginningIn(place.timeZone, day);
  const due = plusDays(from, TO_TELL_DAYS);
  return [{ kind: 'outcome-to-tell', ends: ['tellOutcomeOfAdoption'], despite: ['TooEarly'], from, due, silence: 'reminder' }];
});

/** What is done to a request for support. */
export const requestActs = acts({
  decide,
  hiding: ['SupportRequestIsUnknown'],
  acts: [ofSecretariat, ofExpert, ofDraft, ofComment, ofPublic, ofInternal, ofAdoption],
  organisations: (state) => [state.city, SECRETARIAT, ...experts(state)],
  readers: (state) => [state.city, ...experts(state)],
  alone: (_, now) => ({ now }),
});

const experts = (state: Existing): string[] => {
  const expert = expertOf(state);
  return expert && expert.organisation !== state.city ? [expert.organisation] : [];
};
