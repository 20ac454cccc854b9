import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const [by, other, expert] = ['person-a', 'person-b', 'person-e'];
const at = '2027-01-20T03:00:00.000Z';
const later = '2028-03-01T03:00:00.000Z';
const hash = 'a'.repeat(64);
const note = 'txt_a';
const place = {
  id: '1642911',
  name: 'Jakarta',
  country: 'ID',
  latitude: '-6.2',
  longitude: '106.8',
  population: 8_540_121,
  timeZone: 'Asia/Jakarta',
};
const content = {
  texts: [{ language: 'en', title: 'Fee by the bag', does: 'Only bags with the fee are collected.' }],
  type: 'payt',
  fiveR: 'reduce',
  themes: ['solid-waste'],
  streams: [],
  stage: 'in-force',
  country: 'TW',
  area: 'Taipei',
  level: 'city',
  year: '2000',
  inForceFrom: '2000-07-01',
  sources: [{ address: 'https://example.org/law', language: 'zh-Hans', publisher: 'press', told: 'date', file: hash }],
  needs: 'Bags',
  costs: 'Little',
  mistakes: 'Forged bags',
  seen: ['ser_a'],
  paragraphs: ['Households pay by the bag.'],
};
const licensed = { ...content, sources: content.sources.map((source) => ({ ...source, licence: 'open-licence' })) };
const distance = { kept: 1, changed: 0, added: 1, removed: 0 };
const self = { person: expert, organisation: 'ptn_a' };
const said = { draft: 1, paragraph: 1, note, at };
const answer = { outcome: 'not-taken-up', takenUpIn: 0, note, at };
const paragraphs = [{ key: 1, text: 'Households pay by the bag.', by: expert }];
const asked = {
  city: 'org_a',
  place,
  title: 'Fee by what is thrown away',
  instrumentType: 'payt',
  templates: [{ instrument: 'pol_a', number: 1 }],
  question: note,
  answerDue: later,
  at,
  by,
};
const assigned = { ...self, interestsDue: later, at, by: other };
const reminder = { matter: 'request-answer', role: 'secretariat.officer', organisation: 'secretariat', occurrence: at };

export const policy: Since = {
  'policy-instrument': [
    {
      after: '',
      come: () => [
        ['InstrumentDrafted', { owner: 'secretariat', reference: 'TW-TP-2000-bags', content, hash, at, by }],
        ['InstrumentPublished', { number: 1, hash, at, by }],
        ['InstrumentAdopted', { request: 'req_a', city: 'org_a', fromVersion: 1, decidedOn: '2027-01-20', distance, at }],
        ['InstrumentSuperseded', { successor: 'pol_b', note, at, by }],
      ],
    },
    {
      after: '',
      come: () => [['InstrumentDrafted', { owner: 'secretariat', reference: 'TW-TP-2000-law', content: licensed, hash, at, by }]],
    },
  ],
  'support-request': [
    {
      after: '',
      come: () => [
        ['SupportRequested', asked],
        ['ReminderSent', reminder],
        ['MatterEscalated', { ...reminder, role: 'secretariat.approver' }],
        ['RequestAccepted', { expertDue: later, at, by: other }],
        ['ExpertAssigned', { ...assigned, person: 'person-f' }],
        ['ExpertInterestsDeclared', { ...self, person: 'person-f', interests: ['family'], note, at }],
        ['ExpertAssigned', { ...assigned, person: 'person-g' }],
        ['ExpertReleased', { person: 'person-g', note, expertDue: later, at, by: other }],
        ['ExpertAssigned', assigned],
        ['ExpertInterestsDeclared', { ...self, interests: [], note: '', at }],
        ['PolicyDraftOffered', { number: 1, base: 0, paragraphs, hash, at, ...self }],
        ['CommentWindowOpened', { draft: 1, until: later, at, by }],
        ['InternalCommentMade', { ...said, comment: 1, by }],
        ['InternalCommentAnswered', { ...answer, comment: 1, by }],
        ['PartnerCommentMade', { ...said, comment: 1, person: by, organisation: 'org_a' }],
        ['PublicCommentMade', { ...said, comment: 2, person: other, organisation: 'spo_a' }],
        ['PublicCommentMade', { ...said, comment: 3, person: other, organisation: 'spo_a' }],
        ['CommentHidden', { comment: 3, because: 'insults', at, by: other }],
        ['PartnerCommentAnswered', { ...answer, comment: 1, ...self }],
        ['PublicCommentAnswered', { ...answer, comment: 2, ...self }],
        ['PolicyDraftDelivered', { draft: 1, hash, at, ...self }],
        [
          'PolicyAdopted',
          {
            draft: 1,
            decidedOn: '2027-01-20',
            decisionNumber: '7/2027',
            documents: [hash],
            address: 'https://example.org',
            checkDue: later,
            at,
            by,
          },
        ],
        ['AdoptionReturned', { note, at, by: other }],
        [
          'PolicyAdopted',
          { draft: 1, decidedOn: '2027-01-20', decisionNumber: '7/2027', documents: [hash], address: '', checkDue: later, at, by },
        ],
        ['AdoptionChecked', { distances: [{ instrument: 'pol_a', fromVersion: 1, distance }], at, by: other }],
        ['OutcomeOfAdoptionTold', { months: 12, outcome: 'works', note, at: later, by }],
        ['OutcomeOfAdoptionTold', { months: 24, outcome: 'repealed', note, at: '2029-03-01T03:00:00.000Z', by }],
      ],
    },
    {
      after: '',
      come: () => [
        ['SupportRequested', asked],
        ['RequestDeclined', { because: 'too-vague', note, at, by: other }],
      ],
    },
    {
      after: '',
      come: () => [
        ['SupportRequested', asked],
        ['RequestAccepted', { expertDue: later, at, by: other }],
        ['ExpertAssigned', assigned],
        ['ExpertInterestsDeclared', { ...self, interests: [], note: '', at }],
        ['PolicyDraftOffered', { number: 1, base: 0, paragraphs, hash, at, ...self }],
        ['PolicyDraftDelivered', { draft: 1, hash, at, ...self }],
        ['PolicyNotAdopted', { because: 'costs', note, at, by }],
        ['RequestClosed', { at, by: other }],
      ],
    },
  ],
};
