import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const by = 'person-a';
const note = 'txt_a';
const sheet = { source: 'ECB', base: 'EUR', day: '2026-11-25', rates: [{ currency: 'JPY', rate: '162.05' }] };
const closing = {
  from: '',
  through: '2026-10-31',
  balances: [{ kind: 'received', closing: { amount: '40', currency: 'USD' } }],
  balanceHash: 'e'.repeat(64),
  reportedBy: [by],
};

/** Exchange rates, and the closing of the books. */
export const OF_BOOKS: Since = {
  rates: [
    {
      after: '',
      come: () => [
        ['RatesEntered', { ...sheet, edition: 1, at, by }],
        ['RatesConfirmed', { edition: 1, at, by: 'person-b' }],
        ['RatesEntered', { ...sheet, edition: 2, rates: [{ currency: 'JPY', rate: '162.5' }], file: 'f'.repeat(64), at, by }],
        ['RatesConfirmed', { edition: 2, at, by: 'person-b' }],
      ],
    },
    {
      after: '',
      come: () => [
        ['RatesEntered', { ...sheet, edition: 1, at, by }],
        ['RatesRefused', { edition: 1, note, at, by: 'person-b' }],
      ],
    },
  ],
  period: [
    {
      after: '',
      come: () => [
        ['PeriodProposed', { ...closing, proposal: 1, at, by }],
        ['PeriodRefused', { proposal: 1, note, at, by: 'person-b' }],
        [
          'PeriodProposed',
          {
            ...closing,
            proposal: 2,
            coverage: { accounts: [{ account: 'acc_a', needed: '2026-10-30' }] },
            note,
            at,
            by,
          },
        ],
        ['PeriodClosed', { proposal: 2, through: '2026-10-31', balanceHash: 'e'.repeat(64), at, by: 'person-b' }],
      ],
    },
  ],
};
