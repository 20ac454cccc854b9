import type { Data } from '@junkan/kit/testing/since.fixture.ts';
import type { Cell } from './since-exchanges.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const by = 'person-a';
const note = 'txt_a';

/** A tenth of a part is paid separately, another payment of it fails, and the remainder is requested; then the first comes back. */
export function paidInPart({ tranche, sponsor, amount: whole }: Cell): readonly (readonly [string, Data])[] {
  const tenths = (count: bigint) => ({ ...whole, amount: String((BigInt(whole.amount) * count) / 10n) });
  const order = (payment: string, some: Data) => {
    const of = { payment, milestone: 'mst_a', at };
    const rests = { tranche, sponsor, submittedBy: by, reportedBy: [], verifiedBy: 'person-e', report: 1, by: 'person-b' };
    const entry = (step: string) => ({ entry: { id: `agr_a/${step}/${payment}`, postings: [] } });
    const ordered: readonly (readonly [string, Data])[] = [
      ['PaymentRequested', { ...of, ...rests, ...some }],
      ['PaymentApproved', { ...of, by: 'person-c', ...entry('approved') }],
      ['PaymentInstructed', { ...of, instruction: payment, by: 'person-b' }],
    ];
    return { of, entry, ordered };
  };
  const first = order('pay_1', { amount: tenths(1n), partPayment: 1, partWhole: whole });
  const second = order('pay_2', { amount: tenths(2n), partPayment: 2, partWhole: whole });
  const booked = { bankReference: 'BANK-1', valueDate: '2026-11-25', report: 1 };
  const back = { ...first.of, bankReference: 'BACK-1', valueDate: '2026-11-26', note, report: 2 };
  return [
    ...first.ordered,
    ['PaymentSettlementReported', { ...first.of, ...booked, by: 'person-b' }],
    ['PaymentSettled', { ...first.of, ...booked, reportedBy: 'person-b', by: 'person-c', ...first.entry('settled') }],
    ...second.ordered,
    ['PaymentFailureReported', { ...second.of, report: 1, note, by: 'person-b' }],
    ['PaymentFailed', { ...second.of, report: 1, note, reportedBy: 'person-b', by: 'person-c', ...second.entry('failed') }],
    ...order('pay_3', { amount: tenths(9n), partPaid: tenths(1n), partWhole: whole }).ordered,
    ['PaymentReturnReported', { ...back, by: 'person-b' }],
    ['PaymentReturned', { ...back, reportedBy: 'person-b', by: 'person-d', ...first.entry('returned') }],
  ];
}
