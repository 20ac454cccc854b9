import type { Since } from '@junkan/kit/testing/since.fixture.ts';
import { AWARDS_SINCE } from './awards/since-awards.fixture.ts';
import { CALLS_SINCE } from './calls/since-calls.fixture.ts';
import { enquiries } from './enquiries/since.fixture.ts';
import { learning } from './learning/since.fixture.ts';
import { peers } from './peers/since.fixture.ts';
import { policy } from './policy/since.fixture.ts';

const [by, other] = ['person-a', 'person-b'];
const moment = (day: string) => `${day}T03:00:00.000Z`;
const at = moment('2027-01-20');
const hash = 'a'.repeat(64);
const note = 'txt_a';
const words = (text: string) => [{ language: 'en', text }];
const rule = {
  planMonths: 24,
  firstReportMonths: 36,
  reportEveryMonths: 24,
  align: ['03-31', '09-30'],
  openedDays: 180,
  reminders: [90, 30, 7],
  helpDays: 14,
  secondDays: 30,
  noticeDays: 60,
  lastDays: 90,
  suspensionDays: 120,
  afterNoticeDays: 60,
  afterReturnDays: 30,
  extensionDays: 90,
  reviewDays: 45,
  settleDays: 180,
  lapseMonths: 24,
  firstAssessmentMonths: 6,
  assessmentEveryMonths: 12,
};
const text = {
  title: words('A declaration'),
  preamble: words('We mean to use again.'),
  commitments: [{ code: 'C1', fiveR: 'reuse', text: words('Reuse') }],
  rule,
  marked: 'Placeholder',
};
const place = {
  id: '1642911',
  name: 'Jakarta',
  country: 'ID',
  latitude: '-6.2',
  longitude: '106.8',
  population: 8_540_121,
  timeZone: 'Asia/Jakarta',
};
const decision = { on: '2027-01-08', number: '3/2027', document: hash };
const obligation = 'plan';
const actionContent = {
  title: 'A market without waste',
  scope: 'The market',
  objective: 'To compost',
  actors: ['Traders'],
  themes: ['organic-waste'],
  learntFrom: '',
  challenges: 'Space',
  nextSteps: 'A second market',
  evidence: [hash],
};
const tags = { fiveR: 'recover', code: 'recover-organic', declaration: 'dcl_a', commitments: ['C1'], partOf: '' };
const tonnes = { indicator: 'tonnes-recycled', unit: 't', overTime: 'sum', overPlaces: 'sum', value: '80' };
const period = { from: '2027-01-01', to: '2027-06-30' };
const money = { currency: 'USD', cost: '1000', target: '800', own: '150' };

const signatory = 'sgn_a';
const city = 'org_a';
const timeZone = 'Asia/Jakarta';
const due = { dueOn: '2029-03-31', due: '2029-03-31T16:59:59.999Z' };
const opened = { signatory, attempt: 1, city, timeZone, at, by };
const answer = (dimension: string, level: number) => ({
  dimension,
  known: 'level',
  level,
  reason: '',
  evidence: level > 1 ? [hash] : [],
  addresses: [],
  target: 3,
  targetYear: 2031,
  by,
  at,
});
const dimensions = ['roles', 'vision'];
const content = {
  decision,
  objectives: ['Half of the waste is used again.'],
  actions: [{ title: 'A market for used goods', commitments: ['C1'], seeksMoney: true }],
  left: [{ commitment: 'C2', reason: note }],
};
const filled = {
  section: 'results',
  key: 'results/mst_a/tonnes-recycled',
  value: '300',
  unit: 't',
  certainty: 'verified',
  source: 'mst_a@4',
  since: at,
  state: 'filled',
  note: '',
  milestone: 'mst_a',
  verdict: '',
  endNote: '',
};
const typed = { section: 'learning', key: 'learning/courses', value: '3', unit: '', certainty: 'reported' };
const ofReport = { signatory, number: 1, edition: 1 };

const measured = { indicator: 'recycling-rate', unit: '%', overTime: 'last', overPlaces: 'ratio', numerator: '30', denominator: '100' };
const ofPeriod = { period: 1, measured, certainty: 'estimated', evidence: [hash] };

export const since: Since = {
  declaration: [
    {
      after: '',
      come: () => [
        ['DeclarationDrafted', { number: 1, text, at, by }],
        ['DraftDiscarded', { number: 1, at, by }],
        ['DeclarationDrafted', { number: 2, text, at, by }],
        ['DeclarationPublished', { number: 2, texts: [{ language: 'en', hash }], at, by: other }],
        ['DeclarationWithdrawn', { note, at, by: other }],
      ],
    },
  ],
  'signatory-group': [
    {
      after: '',
      come: () => [
        ['GroupFormed', { declaration: 'dcl_a', lead: 'org_a', title: 'Delta', groupKind: 'shared', sharedCommitments: ['C1'], at, by }],
        ['MemberInvited', { city: 'org_b', at, by }],
        ['GroupDissolved', { at, by: other }],
      ],
    },
  ],
  signatory: [
    {
      after: '',
      come: () => [
        ['InterestExpressed', { declaration: 'dcl_a', city: 'org_a', place, attempt: 1, at, by }],
        ['CityInvited', { declaration: 'dcl_a', city: 'org_a', place, attempt: 1, at, by: 'person-c' }],
        ['ReminderSent', { matter: 'joining', role: 'proposer.officer', organisation: 'org_a', occurrence: '1' }],
        ['CouncilDecided', { decision, at, by }],
        ['MandateGiven', { person: other, from: '2027-01-09', document: hash, at, by }],
        ['DeclarationSigned', { version: 2, language: 'en', hash, on: '2027-01-11', at, by: other }],
        ['SignatureReturned', { reasons: ['document-cannot-be-read'], note, at, by: 'person-c' }],
        ['DeclarationSigned', { version: 2, language: 'en', hash, on: '2027-01-12', at, by: other }],
        ['SignatureChecked', { at, by: 'person-c' }],
        ['SignatoryAdmitted', { on: '2027-01-20', rule, obligations: [{ name: 'plan', due: '2029-03-31' }], at, by: 'person-d' }],
        ['RungReached', { obligation, rung: 'opened', on: '2028-10-02', due: '2029-03-31', at: moment('2028-10-02') }],
        ['ExtensionAsked', { obligation, days: 30, note, at, by: other }],
        ['ExtensionRefused', { obligation, note, at, by: 'person-d' }],
        ['TurnChanged', { obligation, fact: 'submitted', on: '2029-03-01', source: 'pln_a@3', at: moment('2029-03-01') }],
        ['TurnChanged', { obligation, fact: 'returned', on: '2029-03-20', source: 'pln_a@4', at: moment('2029-03-20') }],
        ['NoticePrepared', { obligation, note, hash, at: moment('2029-06-01'), by: 'person-c' }],
        ['NoticeIssued', { obligation, on: '2029-06-01', suspensionFrom: '2029-08-01', hash, at: moment('2029-06-01'), by: 'person-d' }],
        ['NoticeAnswered', { obligation, note, at: moment('2029-07-01'), by: other }],
        ['SignatorySuspended', { obligation, on: '2029-08-02', at: moment('2029-08-02'), by: 'person-d' }],
        ['TurnChanged', { obligation, fact: 'submitted', on: '2029-08-10', source: 'pln_a@5', at: moment('2029-08-10') }],
        ['TurnChanged', { obligation, fact: 'accepted', on: '2029-08-20', source: 'pln_a@6', at: moment('2029-08-20') }],
        ['SignatoryReinstated', { on: '2029-08-21', at: moment('2029-08-21'), by: 'person-d' }],
        ['GroupJoined', { group: 'grp_a', on: '2029-09-01', at: moment('2029-09-01'), by }],
        ['GroupLeft', { group: 'grp_a', leavesOn: '2029-12-01', at: moment('2029-09-02'), by: other }],
        ['AffirmationAsked', { version: 3, until: '2030-03-01', at: moment('2029-09-02') }],
        ['DeclarationAffirmed', { version: 3, language: 'en', hash, on: '2029-09-02', at: moment('2029-09-02'), by: other }],
        ['AffirmationAsked', { version: 4, until: '2030-03-02', at: moment('2029-09-03') }],
        ['CalendarOpened', { hash, language: 'ja', at: moment('2029-09-03'), by }],
        ['CalendarClosed', { at: moment('2029-09-04'), by }],
        ['SignatoryWithdrew', { decision, on: '2030-01-01', at: moment('2030-01-01'), by: other }],
      ],
    },
    {
      after: '',
      come: () => [
        ['CityInvited', { declaration: 'dcl_a', city: 'org_b', place, attempt: 1, at, by: 'person-c' }],
        ['CityDeclined', { note, at, by: 'person-c' }],
        ['InterestExpressed', { declaration: 'dcl_a', city: 'org_b', place, attempt: 2, at, by }],
        ['JoiningStopped', { note, at, by }],
      ],
    },
    {
      after: '',
      come: () => [
        ['CityInvited', { declaration: 'dcl_a', city: 'org_c', place, attempt: 1, at, by: 'person-c' }],
        ['CouncilDecided', { decision, at, by }],
        ['MandateGiven', { person: other, from: '2027-01-09', document: hash, at, by }],
        ['DeclarationSigned', { version: 2, language: 'en', hash, on: '2027-01-11', at, by: other }],
        ['SignatureChecked', { at, by: 'person-c' }],
        ['SignatoryAdmitted', { on: '2027-01-20', rule, obligations: [{ name: 'plan', due: '2029-03-31' }], at, by: 'person-d' }],
        ['ExtensionAsked', { obligation, days: 30, note, at, by: other }],
        ['ExtensionGranted', { obligation, days: 30, on: '2029-02-01', at: moment('2029-02-01'), by: 'person-d' }],
        ['NoticePrepared', { obligation, note, hash, at: moment('2029-07-01'), by: 'person-c' }],
        ['NoticeIssued', { obligation, on: '2029-07-01', suspensionFrom: '2029-09-01', hash, at: moment('2029-07-01'), by: 'person-d' }],
        ['SignatorySuspended', { obligation, on: '2029-09-02', at: moment('2029-09-02'), by: 'person-d' }],
        ['LapseAnnounced', { from: '2031-09-03', on: '2031-06-05', at: moment('2031-06-05'), by: 'person-c' }],
        ['SignatoryLapsed', { on: '2031-09-03', at: moment('2031-09-03'), by: 'person-d' }],
      ],
    },
  ],
  assessment: [
    {
      after: '',
      come: () => [
        ['AssessmentBegun', { ...opened, edition: 1, corrects: 0, note: '', obligation: 'assessment-1', dimensions, ...due }],
        ['DimensionAnswered', { edition: 1, answer: answer('roles', 2) }],
        ['DimensionAnswered', { edition: 1, answer: answer('vision', 1) }],
        [
          'AssessmentSignedOff',
          { signatory, edition: 1, obligation: 'assessment-1', answers: [answer('roles', 2), answer('vision', 1)], at, by: other },
        ],
        ['AssessmentBegun', { ...opened, edition: 2, corrects: 1, note, obligation: '', dimensions, dueOn: '', due: '' }],
        ['DimensionAnswered', { edition: 2, answer: answer('vision', 2) }],
        [
          'AssessmentSignedOff',
          { signatory, edition: 2, obligation: '', answers: [answer('roles', 2), answer('vision', 2)], at, by: other },
        ],
        ['SecondLookAsked', { edition: 2, exchange: 'exc_a', peer: 'org_b', at, by }],
        ['SecondLookGiven', { edition: 2, peer: 'org_b', levels: [{ dimension: 'roles', level: 1 }], at, by: 'person-c' }],
      ],
    },
  ],
  'action-plan': [
    {
      after: '',
      come: () => [
        ['PlanOpened', { ...opened, ...due }],
        ['PlanDrafted', { edition: 1, ...content, decision: undefined, at, by }],
        ['PlanDrafted', { edition: 1, ...content, at, by }],
        ['PlanSubmitted', { signatory, edition: 1, reviewDue: at, at, by: other }],
        ['PlanReturned', { signatory, edition: 1, remarks: [{ section: 'actions', reason: note }], at, by: 'person-c' }],
        ['PlanDrafted', { edition: 1, ...content, objectives: ['More of it.'], at, by }],
        ['PlanSubmitted', { signatory, edition: 1, reviewDue: at, at, by: other }],
        ['PlanAccepted', { signatory, edition: 1, at, by: 'person-c' }],
        ['PlanDrafted', { edition: 2, ...content, at, by }],
      ],
    },
  ],
  'progress-report': [
    {
      after: '',
      come: () => [
        ['ReportOpened', { ...opened, number: 1, ...due }],
        ['SectionWritten', { edition: 1, section: 'learning', note, at, by }],
        ['ValueTyped', { edition: 1, ...typed, note: '', at, by }],
        ['ValueExplained', { edition: 1, key: filled.key, note, at, by }],
        [
          'ValueContested',
          { edition: 1, contest: 1, key: filled.key, milestone: 'mst_a', value: '310', note, verifiedBy: 'person-d', due: at, at, by },
        ],
        ['ContestJudged', { contest: 1, outcome: 'stands', note, at, by: 'person-c' }],
        ['ReportSubmitted', { ...ofReport, cells: [filled], verifiedBy: ['person-d'], reviewDue: at, at, by: other }],
        ['CellReviewed', { edition: 1, key: filled.key, verdict: 'questioned', note, at, by: 'person-c' }],
        ['ReportReturned', { ...ofReport, remarks: [{ section: 'results', reason: note }], at, by: 'person-c' }],
        ['SectionWritten', { edition: 1, section: 'results', note, at, by }],
        [
          'ReportSubmitted',
          { ...ofReport, cells: [{ ...filled, before: '290', project: 'prj_a' }], verifiedBy: ['person-d'], reviewDue: at, at, by: other },
        ],
        ['ReportAccepted', { ...ofReport, at, by: 'person-c' }],
        ['ReportPublished', { number: 1, edition: 1, at }],
        ['ReportCorrectionBegun', { edition: 2, note, at, by }],
      ],
    },
  ],
  action: [
    {
      after: '',
      come: () => [
        ['ActionPlanned', { city: 'org_a', place, content: actionContent, tags: { ...tags, commitments: [], declaration: '' }, at, by }],
        ['ActionRevised', { content: actionContent, tags, at, by }],
        ['ActionStarted', { at, by }],
        ['ResultRecorded', { entry: 'ent_a', ...period, measured: tonnes, evidence: [hash], note, at: '2027-08-01T03:00:00.000Z', by }],
        [
          'ResultCorrected',
          {
            entry: 'ent_a',
            edition: 2,
            measured: { ...tonnes, value: '181/2' },
            evidence: [hash],
            note,
            at: '2027-08-02T03:00:00.000Z',
            by,
          },
        ],
        ['ActionCompleted', { at: '2028-01-01T03:00:00.000Z', by }],
      ],
    },
    {
      after: '',
      come: () => [
        [
          'ActionPlanned',
          {
            city: 'org_b',
            place,
            group: { id: 'grp_a', members: [{ city: 'org_b', country: 'ID', population: 240_000 }] },
            content: actionContent,
            tags,
            at,
            by,
          },
        ],
        ['PartsOfActionChanged', { parts: [{ part: 'act_b', claim: 'cmd_a' }], at, by }],
        ['ActionStopped', { note, at, by }],
      ],
    },
    {
      after: '',
      come: () => [
        ['ActionBegunByProject', { project: 'prj_a', proposer: 'org_a', atCity: true, country: 'ID', place, content: actionContent, at }],
        ['ActionTagged', { tags, at, by }],
        [
          'ResultVerified',
          {
            milestone: 'mst_a',
            number: 1,
            report: 2,
            verdict: 'partially-met',
            ...period,
            measured: [tonnes, { ...tonnes, indicator: 'jobs', notAvailable: 'not-reported', value: '' }],
            funding: {
              ...money,
              cells: [
                { sponsor: 'spo_a', amount: '180' },
                { sponsor: 'spo_b', amount: '60' },
              ],
            },
            at: '2027-08-01T03:00:00.000Z',
          },
        ],
        ['ActionEndedByProject', { outcome: 'completed', at: '2028-01-01T03:00:00.000Z' }],
      ],
    },
  ],
  ...peers,
  ...enquiries,
  partner: [
    {
      after: '',
      come: () => [
        [
          'PartnerRegistered',
          {
            name: 'Repair Network',
            otherNames: [{ language: 'ja', name: '修理ネットワーク' }],
            kind: 'network',
            country: 'JP',
            website: 'https://repair.example.org',
            themes: ['repair'],
            at,
            by,
          },
        ],
        ['PartnerContactNamed', { contact: 'txt_b', at, by }],
        ['PartnerClosed', { note, at, by: other }],
      ],
    },
  ],
  ...AWARDS_SINCE,
  ...CALLS_SINCE,
  series: [
    {
      after: '',
      come: () => [
        [
          'SeriesOpened',
          {
            city,
            place,
            indicator: 'recycling-rate',
            unit: '%',
            overTime: 'last',
            overPlaces: 'ratio',
            boundary: { system: 'Waste of households', area: 'The city', leftOut: 'Rubble' },
            measurement: { method: 'Weighed.', source: 'Bureau of the environment' },
            at,
            by,
          },
        ],
        ['SeriesTargetSet', { target: { target: '50', targetOn: '2035-12-31', baseline: '20', baselineOn: '2020-12-31', note }, at, by }],
        ['SeriesValueRecorded', { ...ofPeriod, from: '2026-01-01', to: '2026-12-31', note, at, by }],
        ['SeriesValueCorrected', { ...ofPeriod, edition: 2, certainty: 'reported', note, at, by }],
        ['SeriesPeriodsLocked', { report: 'rpt_a', edition: 1, periods: [1], at }],
        ['SeriesCorrectionProposed', { ...ofPeriod, correction: 1, note, due: at, at, by }],
        ['SeriesCorrectionRefused', { correction: 1, note, at, by: 'person-c' }],
        ['SeriesCorrectionProposed', { ...ofPeriod, correction: 2, note, due: at, at, by }],
        ['SeriesCorrectionAccepted', { correction: 2, period: 1, edition: 3, measured, certainty: 'estimated', at, by: 'person-c' }],
      ],
    },
  ],
  ...learning,
  ...policy,
};
