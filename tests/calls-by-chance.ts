import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Existing as Answer } from '@junkan/programme/calls/answer.ts';
import { answerActs } from '@junkan/programme/calls/answer-acts.ts';
import type { Existing as Call } from '@junkan/programme/calls/call.ts';
import { callActs } from '@junkan/programme/calls/call-acts.ts';
import { answers, BODIES, calls } from '@junkan/programme/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { LATER, NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

// Calls for projects, of the secretariat, and what answers them.

const by = { at: NOW, by: 'per_a' };
const of = (amount: bigint) => ({ amount, currency: 'USD' });
const content = {
  title: [{ language: 'en', text: 'Repair' }],
  text: [{ language: 'en', text: 'We look for it.' }],
  countries: ['JP'],
  themes: [],
  closesOn: LATER.slice(0, 10),
  judgingUntil: '9998-01-01',
  available: of(100n),
  least: of(1n),
  greatest: of(50n),
  questions: [],
  criteria: [{ code: 'results', weightBasisPoints: 10_000, tieOrder: 1, title: 'Results', meanings: ['0', '1', '2', '3', '4', '5'] }],
  minimumReadiness: 0,
  declaration: '',
};
const drafted = { type: 'CallDrafted', owner: 'secretariat', mandate: '', mandateRevision: 0, content, ...by };
const REVIEWERS = ['per_x', 'per_b', 'per_c'];
const appointed = REVIEWERS.map((reviewer) => ({
  type: 'ReviewerAppointed',
  ...{ reviewer, organisation: 'ptn_a', country: '', at: NOW, by: 'per_d' },
}));
const entered = {
  type: 'CallEntered',
  ...{ answer: 'ans_a', project: 'prj_a', city: 'org_a', country: 'JP', person: 'per_c', organisation: 'org_a', at: NOW },
};
const opened = [{ type: 'CallOpened', mandateRevision: 0, at: NOW, by: 'per_b' }, entered, { type: 'CallClosedToAnswers', at: NOW }];
const answered = REVIEWERS.map((person) => ({
  type: 'ReviewInterestsDeclared',
  ...{ person, answered: ['ans_a'], declared: [], found: [], organisation: 'ptn_a', at: NOW },
}));
const judging = REVIEWERS.map((reviewer) => ({ reviewer, answer: 'ans_a' }));
const assigned = [
  { type: 'ReviewsAssigned', reviews: judging, eligible: ['ans_a'], ...by },
  { type: 'ReviewingBegun', at: NOW },
];
const closed = { type: 'ReviewingClosed', at: NOW };
const reviews = REVIEWERS.map((reviewer) => ({
  reviewer,
  answer: 'ans_a',
  marks: [{ criterion: 'results', mark: 4 }],
  salt: 's',
  words: [],
}));
const letters = REVIEWERS.map((juror, index) => ({ letter: `R${index + 1}`, juror }));
const order = {
  type: 'ReviewsOpened',
  reviews,
  order: [{ answer: 'ans_a', place: 1, points: '0', mean: '80', reviews: 3 }],
  reviewers: letters.map(({ letter }) => ({ letter, level: '80', firstWithout: 'ans_a' })),
  firm: true,
  letters,
  ...by,
};
const decided = { type: 'CallDecided', selected: [], note: '', at: '2020-01-01T00:00:00.000Z', by: 'per_d' };
const whole = [...appointed, ...opened, ...answered, ...assigned];

const NEXT: Readonly<Record<string, readonly string[]>> = {
  CallRevised: ['draft'],
  ReviewerAppointed: [],
  CallOpened: ['draft'],
  CallEntered: [],
  CallClosedToAnswers: ['open'],
  ReviewInterestsDeclared: [],
  ReviewsAssigned: [],
  ReviewingBegun: [],
  ReviewingClosed: ['judging'],
  ReviewingProlonged: [],
  ReviewsOpened: [],
  CallDecided: [],
  CallClosed: ['decided'],
  CallCancelled: ['draft', 'open', 'screening', 'judging', 'deciding'],
};

/** Reviews are a stream of their own, and so is an answer. */
const { markReview: _mark, sealReview: _seal, answerCall: _answer, ...onCalls } = COMMANDS.programme;

/** On which it may have gone; chance adds what fits everywhere. */
const WAYS = [
  [
    { type: 'CallRevised', mandateRevision: 0, content: { ...content, closesOn: '2020-01-01' }, ...by },
    ...appointed,
    ...opened.slice(0, 2),
  ],
  [...whole, { type: 'ReviewingProlonged', judgingUntil: '2020-02-01', ...by }],
  appointed,
  [...appointed, ...opened],
  whole,
  [...whole, closed],
  [...whole, closed, order],
  [...whole, closed, order, decided],
];

export const CALLS = {
  context: 'programme' as const,
  owned: calls,
  first: drafted,
  begun: WAYS,
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'project-call', 'CallDrafted'), {
    given: { ...GIVEN, content, judgingUntil: content.judgingUntil, selected: [], mandateRevision: 0 },
  }),
  commands: persons(onCalls as typeof COMMANDS.programme, 'call', {
    given: { judgingUntil: '9999-01-01', person: 'per_new', organisation: 'ptn_a', content, selected: [] },
    facts: {
      now: NOW,
      actsFor: '',
      isKnown: true,
      country: '',
      exceeds: [],
      mandateRevision: 0,
      unknownCodes: [],
      isDeclared: true,
      found: fc.constantFrom([], [{ nomination: 'ans_a', interest: 'same-group', bars: 'category' }]),
      asked: ['ans_a'],
      isScreened: fc.boolean(),
      eligible: ['ans_a'],
      judging,
      refusal: undefined,
      sealed: reviews,
      draw: REVIEWERS,
      field: [{ answer: 'ans_a', project: 'prj_a', city: 'org_a', amount: of(20n) }],
      screeners: [],
    },
    otherwise: { declareReviewInterests: { answered: ['ans_a'], interested: fc.constantFrom([], ['ans_a']), found: [] } },
  }),
  isLegal: (event: { readonly type: string }, { status = '' }: { readonly status?: string }) =>
    WAYS.some((way) => way.some((each) => each === event)) || (NEXT[event.type]?.includes(status) ?? false),
  permissionsOf: (state: Call, actor: Actor, now: string) => callActs.permissions(state, { now, screeners: [] }, BODIES, actor),
};

const said = { amount: of(20n), answers: [] };
const begun = {
  type: 'AnswerBegun',
  ...{ call: 'cal_a', owner: 'spo_a', project: 'prj_a', city: 'org_a', country: 'JP', title: 'Repair', ...said, ...by },
};
const facts = { countries: ['JP'], themes: [], readiness: 2, version: 1 };
const submitted = { type: 'AnswerSubmitted', facts, at: NOW, by: 'per_b' };
const screened = (eligible: boolean, mendUntil = '') => ({
  type: 'AnswerScreened',
  ...{ eligible, reasons: eligible ? [] : ['answers-are-unclear'], mendUntil, at: NOW, by: 'per_c' },
});
const told = { type: 'AnswerOutcomeTold', selected: true, at: NOW };

export const CALL_ANSWERS = {
  context: 'programme' as const,
  owned: answers,
  first: begun,
  begun: [
    [{ type: 'AnswerWithdrawn', ...by }, begun],
    [submitted],
    [submitted, screened(false, LATER)],
    [submitted, screened(true)],
    [submitted, { type: 'AnswerEnded', at: NOW }],
    [submitted, screened(true), told],
    [submitted, screened(true), told, { type: 'SelectionFollowedUp', note: 'txt_a', ...by }],
  ],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'call-answer', 'AnswerBegun'), {
    given: { ...GIVEN, ...said, facts, selected: true, mendUntil: LATER },
  }),
  commands: persons(COMMANDS.programme, 'answer', {
    given: { amount: fc.constantFrom(of(20n), of(21n)), answers: [], reasons: fc.constantFrom([], ['answers-are-unclear']) },
    facts: {
      now: NOW,
      currency: 'USD',
      unfit: undefined,
      facts,
      unmet: fc.constantFrom([], ['sum-is-outside']),
      unanswered: fc.constantFrom([], ['who']),
      mayAnswer: fc.boolean(),
      projectStatus: 'withdrawn',
      isOpen: fc.boolean(),
      isClosed: fc.boolean(),
      closesOn: '',
      reviewers: [],
    },
  }),
  isLegal({ type }: { readonly type: string }, { status = '' }: { readonly status?: string }) {
    const may: Readonly<Record<string, readonly string[]>> = {
      AnswerRevised: ['draft'],
      AnswerSubmitted: ['draft'],
      AnswerScreened: ['submitted'],
      AnswerWithdrawn: ['draft', 'submitted'],
      AnswerOutcomeTold: ['eligible'],
      AnswerEnded: ['draft', 'submitted', 'eligible', 'ineligible'],
      SelectionFollowedUp: ['selected'],
    };
    return may[type]?.includes(status) ?? false;
  },
  permissionsOf: (state: Answer, actor: Actor, now: string) =>
    answerActs.permissions(state, { now, isOpen: true, isClosed: true, closesOn: '', reviewers: [] }, BODIES, actor),
};
