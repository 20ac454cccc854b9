import type { Since } from '@junkan/kit/testing/since.fixture.ts';

// Streams with each of the events of peers and their exchanges.

const [by, other] = ['person-a', 'person-b'];
const at = '2027-05-03T03:00:00.000Z';
const note = 'txt_a';
const match = { score: '317/400', topic: ['recover-organic'], ahead: ['capacity'], givesBack: ['reuse-secondhand'], learnsBack: [] };
const invited = {
  seeker: 'org_a',
  provider: 'org_b',
  round: 1,
  match,
  goals: [{ text: 'To run a composting hall', by: '2027-11-01' }],
  travel: 'seeker',
  note,
  judgedOn: [{ stream: 'sgn_a', version: 4 }],
  answerDue: '2027-06-02T23:59:59.999Z',
  seekerZone: 'Asia/Kolkata',
  providerZone: 'Asia/Jakarta',
  at,
  by,
};
const reminder = { matter: 'exchange-visit', role: 'proposer.officer', organisation: 'org_a', occurrence: '1' };

export const peers = {
  exchange: [
    {
      after: '',
      come: () => [
        ['ExchangeInvited', invited],
        ['ExchangeAgreed', { at, by: other }],
        ['ReminderSent', reminder],
        ['ExchangeVisitRecorded', { visit: 1, city: 'org_b', form: 'call', on: '2027-05-03', note, at, by: other }],
        ['ExchangeConclusionGiven', { city: 'org_a', note, public: true, at, by }],
        ['ExchangeConclusionGiven', { city: 'org_b', note, public: false, at, by: other }],
        ['ExchangeConcluded', { at }],
        ['FollowUpTold', { followUp: 'at-the-end', outcome: 'adopted', action: 'act_a', note, at, by }],
        ['PracticeAdopted', { action: 'act_a', at }],
      ],
    },
    {
      after: '',
      come: () => [
        ['ExchangeInvited', invited],
        ['ExchangeDeclined', { note: '', at, by: other }],
        ['ExchangeForgotten', { at: '2030-05-03T03:00:00.000Z' }],
      ],
    },
    {
      after: '',
      come: () => [
        ['ExchangeInvited', invited],
        ['ExchangeExpired', { at }],
      ],
    },
    {
      after: '',
      come: () => [
        ['ExchangeInvited', invited],
        ['ExchangeAgreed', { at, by: other }],
        ['ExchangeStopped', { city: 'org_a', note, at, by }],
      ],
    },
  ],
  peer: [
    {
      after: '',
      come: () => [
        ['PeerTermsSet', { city: 'org_b', open: true, capacity: 2, languages: ['en', 'id'], interpreter: false, at, by }],
        ['CapacityClaimed', { city: 'org_b', exchange: 'exc_a', at }],
        ['CapacityReleased', { city: 'org_b', exchange: 'exc_a', at }],
      ],
    },
  ],
} satisfies Since;
