import type { Since } from '@junkan/kit/testing/since.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const by = 'person-a';
const note = 'txt_a';

export const since: Since = {
  agreement: [
    { after: 'PaymentRequested', come: ({ payment, milestone }) => [['PaymentRefused', { payment, milestone, note, by, at }]] },
    {
      after: 'PaymentInstructed',
      come: ({ payment, milestone }) => [
        ['PaymentSettlementReported', { payment, milestone, report: 1, bankReference: 'BANK-1', valueDate: '2026-11-25', at, by }],
        ['PaymentObjectedTo', { payment, milestone, report: 1, note, at, by: 'person-b' }],
        ['PaymentFailureReported', { payment, milestone, report: 2, note, at, by }],
      ],
    },
    { after: 'MeasureProposed', come: ({ measure }) => [['MeasureRefused', { measure, party: 'secretariat', note, by }]] },
    { after: 'MeasureProposed', come: ({ measure }) => [['AgreementTerminationBegun', { measure }]] },
  ],
  'bank-reference': [
    {
      after: '',
      come: () => [
        ['BankReferenceReserved', { bankReference: 'BANK-1', agreement: 'agr_a', payment: 'pay_a', by }],
        ['BankReferenceReleased', { payment: 'pay_a', by }],
      ],
    },
  ],
};
