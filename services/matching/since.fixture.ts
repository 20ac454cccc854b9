import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const by = 'person-a';
const note = 'txt_a';
const at = '2026-11-25T12:00:00.000Z';

export const since: Since = {
  funding: [
    { after: 'OfferProposed', come: ({ offer, amount }) => [['BackingRefused', { offer, terms: 1, left: amount }]] },
    { after: 'OfferCountered', come: ({ offer }) => [['OfferAgreed', { offer, terms: 2, by }]] },
    {
      after: 'OfferAccepted',
      come: ({ offer }) => [['OfferApprovedOnce', { offer, limit: { amount: '10', currency: 'USD' }, rules: 1, at, by }]],
    },
    { after: 'OfferBacked', come: ({ offer }) => [['OfferDeclined', { offer, note, by }]] },
  ],
  questions: [
    {
      after: '',
      come: () => [
        [
          'QuestionAsked',
          { funding: 'fnd_a', project: 'prj_a', proposer: 'org_a', question: 1, sponsor: 'spo_a', note, at, by: 'person-b' },
        ],
        ['QuestionAnswered', { question: 1, sponsor: 'spo_a', note, at, by }],
        ['QuestionPublished', { question: 1, answered: true }],
      ],
    },
  ],
};
