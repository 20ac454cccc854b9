import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const by = 'person-a';
const note = 'txt_a';

export const since: Since = {
  funding: [
    { after: 'OfferProposed', come: ({ offer, amount }) => [['BackingRefused', { offer, terms: 1, left: amount }]] },
    { after: 'OfferCountered', come: ({ offer }) => [['OfferAgreed', { offer, terms: 2, by }]] },
    { after: 'OfferBacked', come: ({ offer }) => [['OfferDeclined', { offer, note, by }]] },
  ],
};
