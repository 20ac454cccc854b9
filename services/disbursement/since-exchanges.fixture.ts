import type { Data } from '@junkan/kit/testing/since.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const by = 'person-a';
const note = 'txt_a';

/** What the first share takes of a budget in another currency. */
export const yen = {
  ...{ amount: { amount: '150', currency: 'JPY' }, day: '2026-11-24', source: 'ECB', base: 'EUR', fromRate: '1.05', toRate: '157.5' },
  ...{ expiresOn: '2026-12-04' },
};

export type Cell = {
  readonly tranche: number;
  readonly sponsor: string;
  readonly amount: { readonly amount: string; readonly currency: string };
};

/** What a payment of the first share cost, in the currency of its budget; undone when the bank returns it. */
export function exchanged({ tranche, sponsor, amount }: Cell): readonly (readonly [string, Data])[] {
  const of = { payment: 'pay_v', milestone: 'mst_a', at };
  const booked = { bankReference: 'BANK-V', valueDate: '2026-11-25', report: 1 };
  const undone = { ...of, bankReference: 'BANK-W', valueDate: '2026-11-26', note, report: 2 };
  const part = {
    offer: 'off_a',
    amount,
    committed: { amount: '15', currency: 'JPY' },
    cost: { ...yen, amount: { amount: '16', currency: 'JPY' } },
  };
  const entry = (id: string) => ({ entry: { id: `agr_a/${id}`, postings: [] } });
  return [
    ['PaymentRequested', { ...of, tranche, sponsor, amount, submittedBy: by, reportedBy: [], verifiedBy: by, report: 1, by: 'person-b' }],
    ['PaymentApproved', { ...of, by: 'person-c', ...entry('approved/pay_v') }],
    ['PaymentInstructed', { ...of, instruction: 'JUNKAN-V', by: 'person-b' }],
    ['PaymentSettlementReported', { ...of, ...booked, by: 'person-b' }],
    ['PaymentSettled', { ...of, ...booked, reportedBy: 'person-b', by: 'person-c', ...entry('settled/pay_v') }],
    ['ExchangeBooked', { ...of, exchange: 1, valueDate: '2026-11-25', parts: [part], by: 'person-c', ...entry('exchange/pay_v/1') }],
    ['PaymentReturnReported', { ...undone, by: 'person-b' }],
    ['PaymentReturned', { ...undone, reportedBy: 'person-b', by: 'person-d', ...entry('returned/pay_v/1') }],
    ['ExchangeReversed', { ...of, exchange: 1, by: 'person-d', ...entry('exchange-reversed/pay_v/1') }],
  ];
}
