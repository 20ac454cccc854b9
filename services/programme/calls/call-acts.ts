import { actsOf } from '@junkan/kit/pure/acts.ts';
import { endOf, type Instant } from '@junkan/kit/pure/dates.ts';
import type { SelectedAnswer } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { answeredBy, type Command, decisionDue, type Existing, openingDue, type Rejection, type Reviewer } from './call.ts';
import { decide } from './call-decide.ts';

/** `screeners`: who has screened any answer. */
export type CallFacts = { readonly now: Instant; readonly screeners: readonly string[] };
const { acts, on, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: CallFacts }>();

const NOTHING = { exceeds: [], unknownCodes: [], isDeclared: true } as const;

const wholly = whole((state, { now, screeners }) => {
  const { content, mandateRevision, reviewers, entries } = state;
  const eligible = entries.map(({ answer }) => answer);
  const judging = reviewers.flatMap(({ person }) => entries.map(({ answer }) => ({ reviewer: person, answer })));
  const sealed = state.judging.map(({ reviewer, answer }) => ({
    reviewer,
    answer,
    marks: content.criteria.map(({ code }) => ({ criterion: code, mark: 3 })),
    salt: '',
    words: [],
  }));
  // As they go in the best of cases: another text can be written, and nothing needs to be selected.
  const text = content.text.map((each) => ({ ...each, text: `${each.text}.` }));
  return {
    reviseCall: { type: 'ReviseCall', ...NOTHING, mandateRevision, content: { ...content, text, ...laterDays(now) }, now },
    appointReviewer: { type: 'AppointReviewer', organisation: 'ptn_', actsFor: '', isKnown: true, country: '', screeners: [], now },
    openCall: { type: 'OpenCall', exceeds: [], mandateRevision, now },
    assignReviews: { type: 'AssignReviews', isScreened: true, eligible, judging, refusal: undefined, now },
    prolongReviews: { type: 'ProlongReviews', judgingUntil: '9999-12-31', now },
    openReviews: { type: 'OpenReviews', sealed, draw: [], now },
    decideCall: { type: 'DecideCall', selected: [], note: '-', field: [] as readonly SelectedAnswer[], screeners, now },
    cancelCall: { type: 'CancelCall', now },
  } as const;
}).waiting((state) => {
  switch (state.status) {
    case 'draft':
      return state.reviewers.length < 3
        ? [{ kind: 'reviewers-to-appoint', ends: ['appointReviewer'], due: endOf(state.content.closesOn), silence: 'nothing' }]
        : [
            {
              kind: 'call-to-open',
              ends: ['openCall'],
              against: state.draftedBy,
              due: endOf(state.content.closesOn),
              silence: 'nothing',
            },
          ];
    case 'screening':
      return [
        {
          kind: 'reviews-to-assign',
          ends: ['assignReviews'],
          despite: ['ReviewInterestsAreMissing'],
          against: state.reviewers.map(({ person }) => person),
          due: endOf(state.content.judgingUntil),
          silence: 'nothing',
        },
      ];
    case 'deciding':
      return state.opened
        ? [
            {
              kind: 'call-to-decide',
              ends: ['decideCall'],
              against: tookPartIn(state),
              due: decisionDue(state.opened),
              silence: 'nothing',
            },
          ]
        : [
            {
              kind: 'reviews-to-open',
              ends: ['openReviews'],
              against: state.reviewers.map(({ person }) => person),
              due: openingDue(state),
              silence: 'nothing',
            },
          ];
    case 'open':
    case 'judging':
    case 'decided':
    case 'closed':
    case 'cancelled':
      return [];
  }
});

const laterDays = (now: Instant) => ({ closesOn: `${Number(now.slice(0, 4)) + 1}-01-01`, judgingUntil: '9999-12-31' });

export const tookPartIn = ({ draftedBy, openedBy, reviewers, opened }: Existing): string[] => [
  ...new Set([...draftedBy, openedBy, ...reviewers.map(({ person }) => person), ...(opened ? [opened.by] : [])]),
];

const ofReviewer = on(
  ({ reviewers }) => reviewers,
  () => ({}),
  ({ person }: Reviewer, { now }, state) => {
    const answered = state.entries.map(({ answer }) => answer);
    // Another answer than the one that was given can be given.
    const before = answeredBy(state, person);
    const interested = before && before.declared.length === 0 ? answered : [];
    return {
      declareReviewInterests: {
        type: 'DeclareReviewInterests',
        answered,
        interested,
        asked: answered,
        found: before?.found ?? [],
        now,
      },
    };
  },
).waiting(({ person, organisation }, state) => {
  const only = { only: person, within: [organisation], due: endOf(state.content.judgingUntil), silence: 'decided-unheard' } as const;
  const isAssigned = state.judging.some(({ reviewer }) => reviewer === person);
  // Until reviewing is over it stays, whatever is sealed: that it went would tell.
  if (state.status === 'judging')
    return isAssigned
      ? [
          {
            kind: 'review-to-seal',
            ends: ['declareReviewInterests'],
            despite: ['InterestsAreSettled'],
            ...only,
          },
        ]
      : [];
  return state.status === 'screening' && !answeredBy(state, person)
    ? [{ kind: 'review-interests-to-declare', ends: ['declareReviewInterests'], ...only }]
    : [];
});

/** What is done to a call. */
export const callActs = acts({
  decide,
  hiding: ['ProjectCallIsUnknown', 'NotAReviewer', 'InterestsAreSettled'],
  acts: [wholly, ofReviewer],
  organisations: ({ owner, reviewers }) => [owner, ...reviewers.map(({ organisation }) => organisation)],
  readers: ({ owner }) => [owner],
  alone: (_, now) => ({ now, screeners: [] }),
});
