import type { Data, Since } from '@junkan/kit/testing/since.fixture.ts';

const by = 'person-a';
const note = 'txt_a';
const at = '2026-11-25T12:00:00.000Z';

const usd = (amount: string) => ({ amount, currency: 'USD' });
/** Of an envelope in another currency. */
const yen = (amount: string) => ({
  amount: { amount, currency: 'JPY' },
  day: '2026-11-24',
  source: 'ECB',
  base: 'EUR',
  fromRate: '1.05',
  toRate: '157.5',
  expiresOn: '2026-12-04',
});
const round = {
  project: 'prj_a',
  round: 1,
  proposer: 'org_a',
  target: usd('100'),
  minimumClose: usd('100'),
  deadline: '2026-12-31T23:59:59.999Z',
};
/** An offer above the limit of its sponsor. */
const approvedByTwo: readonly (readonly [string, Data])[] = [
  ['FundingOpened', round],
  [
    'OfferProposed',
    {
      offer: 'off_a',
      sponsor: 'spo_a',
      mandate: 'man_a',
      mandateRevision: 1,
      envelope: 'env_a',
      amount: usd('100'),
      terms: 1,
      by,
      conversion: yen('150'),
    },
  ],
  ['OfferBacked', { offer: 'off_a', terms: 1 }],
  ['OfferAccepted', { offer: 'off_a', terms: 1, by: 'person-c' }],
  ['FundingReachedTarget', { accepted: usd('100') }],
  ['FundingClosed', { accepted: usd('100'), ended: [], at }],
  ['OfferApprovedOnce', { offer: 'off_a', limit: usd('10'), rules: 1, at, by: 'person-d' }],
  ['OfferApproved', { offer: 'off_a', rules: 1, by: 'person-e' }],
];

export const since: Since = {
  funding: [
    { after: 'OfferProposed', come: ({ offer, amount }) => [['BackingRefused', { offer, terms: 1, left: amount }]] },
    { after: 'OfferCountered', come: ({ offer }) => [['OfferAgreed', { offer, terms: 2, conversion: yen('120'), by }]] },
    { after: '', come: () => approvedByTwo },
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
