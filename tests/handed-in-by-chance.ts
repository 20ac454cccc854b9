import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import { assessments, BODIES, plans, reports } from '@junkan/programme/mapping.ts';
import * as assessment from '@junkan/programme/reports/assessment.ts';
import { assessmentActs } from '@junkan/programme/reports/assessment-acts.ts';
import type { Filled } from '@junkan/programme/reports/cells.ts';
import { type Owing, ownOwing } from '@junkan/programme/reports/owing.ts';
import * as plan from '@junkan/programme/reports/plan.ts';
import { planActs } from '@junkan/programme/reports/plan-acts.ts';
import * as report from '@junkan/programme/reports/report.ts';
import { reportActs } from '@junkan/programme/reports/report-acts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

// What signatories hand in: self-assessments, action plans and progress reports.

const OF = { signatory: 'sgn_a', attempt: 1, city: 'org_a', timeZone: 'Asia/Tokyo' } as const;
const DUE = { dueOn: '2029-03-31', due: '2029-03-31T14:59:59.999Z' };
const hash = 'a'.repeat(64);
const owing = (obligation: string): Owing => ownOwing(OF, obligation);
const by = (type: string, person: string, data: object = {}) => ({ type, ...data, at: NOW, by: person });
const edition = fc.constantFrom(1, 1, 2);

const DIMENSIONS = ['roles', 'vision'];
const answer = (dimension: string, person: string) => ({
  dimension,
  known: 'level',
  level: 1,
  reason: '',
  evidence: [],
  addresses: [],
  target: 0,
  targetYear: 0,
  by: person,
  at: NOW,
});
const answers = [answer('roles', 'per_a'), answer('vision', 'per_a')];
const begun = by('AssessmentBegun', 'per_a', {
  ...OF,
  ...DUE,
  edition: 1,
  dimensions: DIMENSIONS,
  obligation: 'assessment-1',
  corrects: 0,
  note: '',
});
const answered = answers.map((each) => ({ type: 'DimensionAnswered', edition: 1, answer: each }));
const signedOff = by('AssessmentSignedOff', 'per_b', { signatory: 'sgn_a', edition: 1, obligation: 'assessment-1', answers });

export const ASSESSMENTS = {
  context: 'programme' as const,
  owned: assessments,
  first: begun,
  begun: [
    [...answered, signedOff],
    [...answered, signedOff, { ...begun, edition: 2, corrects: 1, note: 'txt_a', obligation: '', due: '', dueOn: '' }],
  ],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'assessment'), {
    given: {
      ...GIVEN,
      ...OF,
      edition,
      dimensions: DIMENSIONS,
      obligation: fc.constantFrom('', 'assessment-2'),
      due: '',
      dueOn: '',
      corrects: fc.constantFrom(0, 1),
      answers,
      peer: 'org_b',
      exchange: 'exc_a',
      levels: [{ dimension: 'roles', level: 2 }],
      answer: fc.constantFrom(...['roles', 'vision'].flatMap((each) => [answer(each, 'per_a'), answer(each, 'per_c')])),
    },
  }),
  commands: persons(COMMANDS.programme, 'assessment', {
    given: { edition, corrects: fc.constantFrom(1, 2) },
    facts: {
      now: NOW,
      owing: owing('assessment-1'),
      unknownEvidence: fc.constantFrom([], [], [hash]),
      peer: fc.constantFrom(undefined, 'org_b', 'org_c'),
      unknown: '',
    },
    otherwise: {
      answerDimension: {
        answer: fc.record({
          dimension: fc.constantFrom('roles', 'vision', 'luck'),
          known: fc.constantFrom('level', 'unknown', 'not-applicable'),
          level: fc.constantFrom(1, 2),
          reason: fc.constantFrom('', 'txt_a'),
          evidence: fc.constantFrom([], [hash]),
          addresses: fc.constant([]),
          target: fc.constant(0),
          targetYear: fc.constant(0),
        }),
      },
    },
  }),
  isLegal(event: { readonly type: string; readonly edition?: number }, state: object) {
    const { editions = [] } = state as Partial<assessment.Existing>;
    const draft = assessment.draftOf({ editions });
    const looks = assessment.standing({ editions } as assessment.Existing);
    const asked = looks?.secondLooks[0];
    if (event.type === 'SecondLookAsked') return !asked && event.edition === looks?.number;
    if (event.type === 'SecondLookGiven') return asked?.givenAt === '' && event.edition === looks?.number;
    return event.type === 'AssessmentBegun' ? !draft && event.edition === editions.length + 1 : event.edition === draft?.number;
  },
  permissionsOf: (state: assessment.Existing, actor: Actor, now: string) => assessmentActs.permissions(state, { now }, BODIES, actor),
};

const decision = { on: '2028-05-20', number: '44', document: hash };
const content = { decision, objectives: ['Less.'], actions: [], left: [{ commitment: 'C1', reason: 'txt_a' }] };
const remarks = [{ section: 'actions', reason: 'txt_a' }];
const ofPlan = { signatory: 'sgn_a', edition: 1 };
const drafted = by('PlanDrafted', 'per_a', { edition: 1, ...content });
const submittedPlan = by('PlanSubmitted', 'per_b', { ...ofPlan, reviewDue: NOW });
const COMMITMENTS = ['C1'];

export const PLANS = {
  context: 'programme' as const,
  owned: plans,
  first: by('PlanOpened', 'per_a', { ...OF, ...DUE }),
  begun: [
    [drafted, submittedPlan, by('PlanReturned', 'per_c', { ...ofPlan, remarks }), drafted],
    [drafted, submittedPlan, by('PlanAccepted', 'per_c', ofPlan), { ...drafted, edition: 2 }],
  ],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'action-plan', 'PlanOpened'), {
    given: {
      ...GIVEN,
      ...ofPlan,
      edition,
      ...content,
      decision: fc.constantFrom(decision, decision, undefined),
      left: fc.constantFrom(content.left, content.left, []),
      remarks,
      reviewDue: NOW,
    },
  }),
  commands: persons(COMMANDS.programme, 'plan', {
    given: { edition, remarks: fc.constantFrom(remarks) },
    facts: { now: NOW, owing: owing('plan'), commitments: COMMITMENTS, unknownEvidence: fc.constantFrom([], [], [hash]) },
    otherwise: { draftPlan: { content: fc.constantFrom(content, { ...content, decision: undefined }, { ...content, left: [] }) } },
  }),
  isLegal(event: { readonly type: string; readonly edition?: number }, state: object) {
    const { editions = [] } = state as Partial<plan.Existing>;
    const current = plan.currentOf({ editions });
    switch (event.type) {
      case 'PlanDrafted':
        return current?.status !== 'submitted' && event.edition === (current?.number ?? editions.length + 1);
      case 'PlanSubmitted':
        return current?.status === 'draft' && event.edition === current.number && current.decision !== undefined && current.left.length > 0;
      default:
        return current?.status === 'submitted' && event.edition === current.number;
    }
  },
  permissionsOf: (state: plan.Existing, actor: Actor, now: string) =>
    planActs.permissions(state, { now, commitments: COMMITMENTS }, BODIES, actor),
};

const ofReport = { signatory: 'sgn_a', number: 1, edition: 1 };
/** What comes filled, of every section. */
const filled: readonly Filled[] = report.SECTIONS.map((section) => ({
  section,
  key: section,
  value: '300',
  unit: 't',
  certainty: section === 'results' ? 'verified' : 'reported',
  source: 'mst_a@4',
  since: NOW,
  project: section === 'results' ? 'prj_a' : '',
  milestone: section === 'results' ? 'mst_a' : '',
  verifiedBy: section === 'results' ? 'per_c' : '',
}));
const cells = filled.map(({ verifiedBy: _, ...each }) => ({ ...each, state: 'filled', note: '', verdict: '', endNote: '' }));
const key = fc.constantFrom('results', 'next');
const opened = by('ReportOpened', 'per_a', { ...OF, ...DUE, number: 1 });
const written = by('SectionWritten', 'per_a', { edition: 1, section: 'learning', note: 'txt_a' });
const submitted = by('ReportSubmitted', 'per_b', { ...ofReport, cells, verifiedBy: ['per_c'], reviewDue: NOW });
const contested = by('ValueContested', 'per_a', {
  edition: 1,
  contest: 1,
  key: 'results',
  milestone: 'mst_a',
  value: '310',
  note: 'txt_a',
  verifiedBy: 'per_c',
  due: NOW,
});
const published = [by('ReportAccepted', 'per_a', ofReport), { type: 'ReportPublished', number: 1, edition: 1, at: NOW }];

export const REPORTS = {
  context: 'programme' as const,
  owned: reports,
  first: opened,
  begun: [
    [written, contested, by('ContestJudged', 'per_a', { contest: 1, outcome: 'stands', note: 'txt_a' }), submitted],
    [written, submitted, by('ReportReturned', 'per_a', { ...ofReport, remarks: [] }), written],
    [written, submitted, ...published, by('ReportCorrectionBegun', 'per_a', { edition: 2, note: 'txt_a' })],
  ],
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'progress-report', 'ReportOpened'), {
    given: {
      ...GIVEN,
      ...ofReport,
      edition,
      section: fc.constantFrom('learning', 'next'),
      key,
      milestone: 'mst_a',
      contest: fc.constantFrom(1, 2),
      outcome: fc.constantFrom('stands', 'is-wrong'),
      verdict: fc.constantFrom('accepted', 'questioned'),
      certainty: 'reported',
      value: '310',
      unit: 't',
      verifiedBy: 'per_c',
      due: NOW,
      cells,
      remarks: [],
      reviewDue: NOW,
    },
    otherwise: { ReportSubmitted: { verifiedBy: ['per_c'] } },
  }),
  commands: persons(COMMANDS.programme, 'report', {
    given: { edition, key, contest: fc.constantFrom(1, 2), remarks: [] },
    facts: { now: NOW, owing: owing('report-1'), members: [], filled, changed: fc.constantFrom([], [], ['results']) },
    otherwise: { typeValue: { key: fc.constantFrom('learning/courses', 'learning/courses', 'results') } },
  }),
  isLegal(event: { readonly type: string; readonly edition?: number; readonly contest?: number }, state: object) {
    const { editions = [], contests = [] } = state as Partial<report.Existing>;
    const current = report.currentOf({ editions });
    const stands = editions.some(({ status }) => status === 'published');
    if (event.type === 'ContestJudged') return contests.some(({ number, outcome }) => number === event.contest && outcome === '');
    if (event.type === 'ReportCorrectionBegun') return stands && !current && event.edition === editions.length + 1;
    if (!current || event.edition !== current.number) return false;
    const isReviewed = report.REVIEWED.includes(current.status);
    switch (event.type) {
      case 'CellReviewed':
      case 'ReportReturned':
      case 'ReportAccepted':
      case 'ReportPublished':
        return isReviewed;
      case 'ValueContested':
        return !isReviewed && event.contest === contests.length + 1;
      default:
        return !isReviewed;
    }
  },
  permissionsOf: (state: report.Existing, actor: Actor, now: string) => reportActs.permissions(state, { now, filled }, BODIES, actor),
};
