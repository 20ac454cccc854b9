import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const [by, other] = ['person-a', 'person-b'];
const at = '2027-01-20T03:00:00.000Z';
const hash = 'a'.repeat(64);
const note = 'txt_a';
const city = 'org_a';
const of = (amount: string) => ({ amount, currency: 'USD' });
const content = {
  title: [{ language: 'en', text: 'Repair' }],
  text: [{ language: 'en', text: 'We look for it.' }],
  countries: ['ID'],
  themes: ['reuse'],
  closesOn: '2027-03-01',
  judgingUntil: '2027-04-01',
  available: of('100000'),
  least: of('1000'),
  greatest: of('50000'),
  questions: [{ id: 'who', text: [{ language: 'en', text: 'Who?' }], kind: 'text', mostWords: 100, choices: [], unit: '', required: true }],
  criteria: [{ code: 'results', weightBasisPoints: 10_000, tieOrder: 1, title: 'Results', meanings: ['a', 'b', 'c', 'd', 'e', 'f'] }],
  minimumReadiness: 1,
  declaration: '',
};
const drafted = { owner: 'secretariat', mandate: '', mandateRevision: 0, content, at, by };
const reviewers = ['reviewer-a', 'reviewer-b', 'reviewer-c'];
const opened = {
  reviews: reviewers.map((reviewer) => ({ reviewer, answer: 'ans_a', marks: [{ criterion: 'results', mark: 4 }], salt: 's', words: [] })),
  order: [{ answer: 'ans_a', place: 1, points: '0', mean: '80', reviews: 3 }],
  reviewers: reviewers.map((_, index) => ({ letter: `R${index + 1}`, level: '80', firstWithout: 'ans_a' })),
  firm: true,
  letters: reviewers.map((juror, index) => ({ letter: `R${index + 1}`, juror })),
};
const selected = [{ answer: 'ans_a', project: 'prj_a', city, amount: of('20000') }];
const answers = [{ question: 'who', value: '', note }];
const review = { call: 'cal_a', answer: 'ans_a', kept: 'txt_b', person: 'reviewer-a', organisation: 'ptn_a', at };

export const CALLS_SINCE: Since = {
  'project-call': [
    {
      after: '',
      come: () => [
        ['CallDrafted', drafted],
        ['CallRevised', { mandateRevision: 0, content, at, by: 'person-c' }],
        ...reviewers.map((reviewer) => ['ReviewerAppointed', { reviewer, organisation: 'ptn_a', country: 'JP', at, by }] as const),
        ['CallOpened', { mandateRevision: 0, at, by: other }],
        ['CallEntered', { answer: 'ans_a', project: 'prj_a', city, country: 'ID', person: 'person-d', organisation: city, at }],
        ['CallClosedToAnswers', { at }],
        ...reviewers.map(
          (person) =>
            ['ReviewInterestsDeclared', { person, answered: ['ans_a'], declared: [], found: [], organisation: 'ptn_a', at }] as const,
        ),
        ['ReviewsAssigned', { reviews: reviewers.map((reviewer) => ({ reviewer, answer: 'ans_a' })), eligible: ['ans_a'], at, by }],
        ['ReviewingBegun', { at }],
        ['ReviewingClosed', { at }],
        ['ReviewingProlonged', { judgingUntil: '2027-05-01', at, by: other }],
        ['ReviewingClosed', { at }],
        ['ReviewsOpened', { ...opened, at, by }],
        ['CallDecided', { selected, note, at, by: 'person-e' }],
        ['CallClosed', { at }],
      ],
    },
    {
      after: '',
      come: () => [
        ['CallDrafted', { ...drafted, owner: 'spo_a', mandate: 'man_a', mandateRevision: 1 }],
        ['CallCancelled', { note, at, by: other }],
      ],
    },
  ],
  'call-answer': [
    {
      after: '',
      come: () => [
        [
          'AnswerBegun',
          { call: 'cal_a', owner: 'spo_a', project: 'prj_a', city, country: 'ID', title: 'Repair', amount: of('20000'), answers, at, by },
        ],
        ['AnswerRevised', { amount: of('21000'), answers, at, by }],
        ['AnswerSubmitted', { facts: { countries: ['ID'], themes: ['reuse'], readiness: 2, version: 3 }, at, by: other }],
        ['AnswerScreened', { eligible: false, reasons: ['answers-are-unclear'], mendUntil: at, at, by: 'person-c' }],
        ['AnswerSubmitted', { facts: { countries: ['ID'], themes: ['reuse'], readiness: 2, version: 3 }, at, by: other }],
        ['AnswerScreened', { eligible: true, reasons: [], mendUntil: '', at, by: 'person-c' }],
        ['AnswerOutcomeTold', { selected: true, at }],
        ['SelectionFollowedUp', { note, at, by: 'person-d' }],
      ],
    },
    {
      after: '',
      come: () => [
        [
          'AnswerBegun',
          {
            call: 'cal_a',
            owner: 'secretariat',
            project: 'prj_a',
            city,
            country: 'ID',
            title: 'Repair',
            amount: of('20000'),
            answers,
            at,
            by,
          },
        ],
        ['AnswerWithdrawn', { at, by: other }],
      ],
    },
    {
      after: '',
      come: () => [
        [
          'AnswerBegun',
          { call: 'cal_b', owner: 'spo_a', project: 'prj_b', city, country: 'ID', title: 'Repair', amount: of('20000'), answers, at, by },
        ],
        ['AnswerSubmitted', { facts: { countries: ['ID'], themes: ['reuse'], readiness: 2, version: 3 }, at, by: other }],
        ['AnswerEnded', { at }],
      ],
    },
  ],
  review: [
    {
      after: '',
      come: () => [
        ['ReviewMarked', review],
        ['ReviewSealed', { ...review, hash }],
      ],
    },
  ],
};
