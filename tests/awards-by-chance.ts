import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Existing as Cycle } from '@junkan/programme/awards/cycle.ts';
import { cycleActs } from '@junkan/programme/awards/cycle-acts.ts';
import type { Existing as Nomination } from '@junkan/programme/awards/nomination.ts';
import { nominationActs } from '@junkan/programme/awards/nomination-acts.ts';
import { BODIES, cycles, nominations } from '@junkan/programme/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { LATER, NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

// Awards with their juries, and what cities are nominated for.

const by = { at: NOW, by: 'per_a' };
const category = 'first-steps';
const criteria = [{ code: 'results', weightBasisPoints: 10_000, tieOrder: 1, title: 'Results', meanings: ['0', '1', '2', '3', '4', '5'] }];
const days = { closesOn: LATER.slice(0, 10), judgingUntil: '9998-01-01' };
const drafted = {
  type: 'AwardCycleDrafted',
  declaration: 'dcl_a',
  title: 'Award',
  ...days,
  categories: [{ code: category, title: 'a' }],
  criteria,
  ...by,
};
const JURORS = ['per_a', 'per_b', 'per_c'];
const appointed = JURORS.map((juror) => ({
  type: 'JurorAppointed',
  category,
  juror,
  organisation: 'org_a',
  country: '',
  at: NOW,
  by: 'per_d',
}));
const entered = {
  type: 'NominationEntered',
  nomination: 'nom_a',
  category,
  city: 'org_a',
  country: 'JP',
  person: 'per_c',
  organisation: 'org_a',
  at: NOW,
};
const answered = JURORS.map((person) => ({
  type: 'InterestsDeclared',
  ...{ category, person, answered: ['nom_a'], declared: [], found: [], organisation: 'org_a', at: NOW },
}));
const judging = JURORS.map((juror) => ({ category, juror, nomination: 'nom_a' }));
const eligible = [{ nomination: 'nom_a', category, verifiedShare: '1' }];
const assigned = [
  { type: 'BallotsAssigned', ballots: judging, eligible, ...by },
  { type: 'JudgingBegun', at: NOW },
];
const opened = [{ type: 'AwardCycleOpened', ...by }, entered, { type: 'NominationsClosed', at: NOW }];
const ballots = JURORS.map((juror) => ({ juror, nomination: 'nom_a', marks: [{ criterion: 'results', mark: 4 }], salt: 's', words: [] }));
const letters = JURORS.map((juror, index) => ({ letter: `J${index + 1}`, juror }));
const outcome = {
  type: 'OutcomeDecided',
  category,
  ballots,
  votes: [],
  order: [{ nomination: 'nom_a', place: 1, points: '0', mean: '80', ballots: 3, verifiedShare: '1', result: '' }],
  jurors: letters.map(({ letter }) => ({ letter, level: '80', firstWithout: 'nom_a' })),
  firm: true,
  mayVote: 3,
  reordered: false,
  letters,
  ...by,
};
const closed = { type: 'JudgingClosed', at: NOW };
const results = [{ nomination: 'nom_a', category, result: 'awarded', inGoodStanding: true }];
const announced = { type: 'OutcomeAnnounced', results, objectionsUntil: '2020-01-01T00:00:00.000Z', at: NOW, by: 'per_c' };
const whole = [...appointed, ...opened, ...answered, ...assigned];

const NEXT: Readonly<Record<string, readonly string[]>> = {
  JurorAppointed: [],
  AwardCycleOpened: ['draft'],
  NominationEntered: [],
  NominationsClosed: ['open'],
  InterestsDeclared: [],
  BallotsAssigned: [],
  JudgingBegun: [],
  JudgingClosed: ['judging'],
  JudgingProlonged: [],
  OutcomeDecided: [],
  BallotStruck: [],
  OutcomeAnnounced: [],
  AwardCycleClosed: ['announced'],
  AwardCycleCancelled: ['draft', 'open', 'screening', 'judging', 'deciding'],
};

/** Ballots are a stream of their own, and so is a nomination. */
const { markBallot: _mark, sealBallot: _seal, voteOnOutcome: _vote, nominate: _nominate, ...onCycles } = COMMANDS.programme;

/** On which it may have gone; chance adds what fits everywhere. */
const WAYS = [
  [{ ...drafted, closesOn: '2020-01-01' }, ...appointed, ...opened.slice(0, 2)],
  [...whole, { type: 'JudgingProlonged', judgingUntil: '2020-02-01', ...by }],
  [...appointed, ...opened],
  whole,
  [...whole, closed],
  [...whole, closed, outcome],
  [...whole, closed, outcome, announced],
];

export const CYCLES = {
  context: 'programme' as const,
  owned: cycles,
  first: drafted,
  begun: WAYS,
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'award-cycle', 'AwardCycleDrafted'), {
    given: { ...GIVEN, category, judgingUntil: days.judgingUntil, results: [], found: [] },
  }),
  commands: persons(onCycles as typeof COMMANDS.programme, 'cycle', {
    given: {
      category,
      judgingUntil: '9999-01-01',
      juror: fc.constantFrom(...JURORS),
      nomination: '',
      person: 'per_new',
      organisation: 'ptn_a',
    },
    facts: {
      now: NOW,
      actsFor: '',
      isKnown: true,
      country: '',
      found: fc.constantFrom([], [{ nomination: 'nom_a', interest: 'same-group', bars: 'category' }]),
      isScreened: fc.boolean(),
      eligible,
      judging,
      refusal: undefined,
      sealed: { ballots, votes: [] },
      draw: JURORS,
      standing: ['nom_a'],
    },
    otherwise: { declareAwardInterests: { answered: ['nom_a'], interested: fc.constantFrom([], ['nom_a']), found: [] } },
  }),
  isLegal: (event: { readonly type: string }, { status = '' }: { readonly status?: string }) =>
    WAYS.some((way) => way.some((each) => each === event)) || (NEXT[event.type]?.includes(status) ?? false),
  permissionsOf: (state: Cycle, actor: Actor, now: string) => cycleActs.permissions(state, { now }, BODIES, actor),
};

const content = { title: 'We began', note: 'txt_a', actions: [], series: [] };
const about = { cycle: 'cyc_a', category, city: 'org_a', country: 'JP', ...content };
const nominated = { type: 'NominationBegun', ...about, organisation: 'org_a', person: 'per_a', agreeUntil: '', at: NOW };
const submitted = { type: 'NominationSubmitted', values: [], verifiedShare: '0', lastValues: [], at: NOW, by: 'per_b' };
const screened = (isEligible: boolean, mendUntil = '') => ({
  type: 'NominationScreened',
  ...{ eligible: isEligible, reasons: isEligible ? [] : ['words-are-unclear'], mendUntil, at: NOW, by: 'per_c' },
});
const told = { type: 'NominationOutcomeTold', result: 'awarded', objectionsUntil: LATER, tookPart: ['per_c'], at: NOW };
const raised = { type: 'ObjectionRaised', note: 'txt_a', at: NOW, by: 'per_b' };
const proposed = { type: 'PrizeWithdrawalProposed', grounds: 'facts-were-false', note: 'txt_a', due: LATER, at: NOW, by: 'per_c' };

export const NOMINATIONS = {
  context: 'programme' as const,
  owned: nominations,
  first: nominated,
  begun: [
    [
      { type: 'NominationWithdrawn', ...by },
      { ...nominated, organisation: 'ptn_a', person: 'per_c', agreeUntil: LATER },
    ],
    [submitted],
    [submitted, screened(false, LATER)],
    [submitted, screened(true), told],
    [submitted, screened(true), told, raised],
    [submitted, screened(true), told, proposed],
    [submitted, screened(true), told, { type: 'PrizeUndermined', values: [], below: true, at: NOW }],
  ],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'nomination', 'NominationBegun'), {
    given: {
      ...GIVEN,
      ...content,
      result: 'awarded',
      values: [],
      verifiedShare: '0',
      tookPart: ['per_c'],
      due: LATER,
      mendUntil: LATER,
      objectionsUntil: LATER,
    },
  }),
  commands: persons(COMMANDS.programme, 'nomination', {
    given: {
      ...content,
      title: fc.constantFrom('We began', 'We go on'),
      reasons: fc.constantFrom([], ['words-are-unclear']),
      outcome: fc.constantFrom('withdrawn', 'kept'),
    },
    facts: {
      now: NOW,
      words: 1,
      ofOthers: fc.constantFrom([], ['act_b']),
      seriesOfOthers: fc.constantFrom([], ['ser_b']),
      values: [],
      verifiedShare: '0',
      isInGoodStanding: fc.boolean(),
      lacking: fc.constantFrom([], ['accepted-plan']),
      isClosed: fc.boolean(),
    },
  }),
  isLegal({ type }: { readonly type: string }, state: object) {
    const { status = '', objection, withdrawal } = state as Partial<Nomination>;
    const isTold = ['awarded', 'commended', 'not-awarded'].includes(status);
    const isProposed = withdrawal?.outcome === '';
    const may: Readonly<Record<string, boolean>> = {
      NominationBegun: status === 'withdrawn',
      NominationAgreedTo: status === 'proposed',
      NominationRevised: status === 'draft',
      NominationSubmitted: status === 'draft',
      NominationScreened: status === 'submitted',
      NominationWithdrawn: ['draft', 'proposed', 'submitted', 'eligible'].includes(status),
      NominationOutcomeTold: status === 'eligible',
      ObjectionRaised: isTold && !objection,
      ObjectionAnswered: objection?.answeredAt === '',
      PrizeUndermined: status === 'awarded' && !isProposed,
      PrizeWithdrawalProposed: status === 'awarded' && !isProposed,
      PrizeWithdrawalAnswered: isProposed && withdrawal?.answer === '',
      PrizeWithdrawn: isProposed && withdrawal?.answer !== '',
      PrizeKept: isProposed && withdrawal?.answer !== '',
    };
    return may[type] ?? false;
  },
  permissionsOf: (state: Nomination, actor: Actor, now: string) =>
    nominationActs.permissions(state, { now, isClosed: true }, BODIES, actor),
};
