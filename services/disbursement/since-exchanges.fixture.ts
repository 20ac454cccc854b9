import type { Data } from '@junkan/kit/testing/since.fixture.ts';

const at = '2026-11-25T12:00:00.000Z';
const by = 'person-a';
const note = 'txt_a';

/** What the first share takes of a budget in another currency. */
export const yen = {
  amount: { amount: '150', currency: 'JPY' },
  day: '2026-11-24',
  source: 'ECB',
  base: 'EUR',
  fromRate: '1.05',
  toRate: '157.5',
  expiresOn: '2026-12-04',
};

export type Cell = {
  readonly tranche: number;
  readonly sponsor: string;
  readonly amount: { readonly amount: string; readonly currency: string };
};

const of = { payment: 'pay_v', milestone: 'mst_a', at };
const entry = (id: string) => ({ entry: { id: `agr_a/${id}`, postings: [] } });
const partOf = ({ amount }: Cell) => ({
  offer: 'off_a',
  amount,
  committed: { amount: '15', currency: 'JPY' },
  cost: { ...yen, amount: { amount: '16', currency: 'JPY' } },
});

/** A payment of the first share, and what it cost in the currency of its budget. */
function paid(cell: Cell): readonly (readonly [string, Data])[] {
  const { tranche, sponsor, amount } = cell;
  const booked = { bankReference: 'BANK-V', valueDate: '2026-11-25', report: 1 };
  const parts = [partOf(cell)];
  return [
    ['PaymentRequested', { ...of, tranche, sponsor, amount, submittedBy: by, reportedBy: [], verifiedBy: by, report: 1, by: 'person-b' }],
    ['PaymentApproved', { ...of, by: 'person-c', ...entry('approved/pay_v') }],
    ['PaymentInstructed', { ...of, instruction: 'JUNKAN-V', by: 'person-b' }],
    ['PaymentSettlementReported', { ...of, ...booked, by: 'person-b' }],
    ['PaymentSettled', { ...of, ...booked, reportedBy: 'person-b', by: 'person-c', ...entry('settled/pay_v') }],
    ['ExchangeBooked', { ...of, exchange: 1, valueDate: '2026-11-25', parts, by: 'person-c', ...entry('exchange/pay_v/1') }],
  ];
}

/** What a payment cost is undone when the bank returns it. */
export function exchanged(cell: Cell): readonly (readonly [string, Data])[] {
  const undone = { ...of, bankReference: 'BANK-W', valueDate: '2026-11-26', note, report: 2 };
  return [
    ...paid(cell),
    ['PaymentReturnReported', { ...undone, by: 'person-b' }],
    ['PaymentReturned', { ...undone, reportedBy: 'person-b', by: 'person-d', ...entry('returned/pay_v/1') }],
    ['ExchangeReversed', { ...of, exchange: 1, by: 'person-d', ...entry('exchange-reversed/pay_v/1') }],
  ];
}

/** The difference to what came back is booked, and undone again: the return was a mistake. */
export function returnedInYen(cell: Cell): readonly (readonly [string, Data])[] {
  const { cost, ...part } = partOf(cell);
  const due = { ...of, report: 2, sponsor: cell.sponsor, paidOn: '2026-11-25', valueDate: '2026-11-26', by: 'person-d' };
  const parts = [{ ...part, paid: cost, cost: { ...cost, amount: { amount: '14', currency: 'JPY' } } }];
  const booked = { ...due, exchange: 2, parts, ...entry('exchange-of-return/pay_v/2') };
  const mistake = { ...of, report: 3, note, outcome: 'returned', bankReference: 'BANK-W' };
  const { paidOn: _, valueDate: _on, ...undone } = due;
  return [
    ...exchanged(cell),
    ['ExchangeOfReturnDue', { ...due, parts: [part] }],
    ['ExchangeOfReturnBooked', booked],
    ['PaymentMistakeReported', { ...of, report: 3, note, by: 'person-b' }],
    ['OutcomeReversed', { ...mistake, reportedBy: 'person-b', by: 'person-d', ...entry('outcome-reversed/pay_v/3') }],
    ['ExchangeOfReturnReversed', { ...undone, exchange: 2, reason: 'return-undone', ...entry('exchange-of-return-reversed/pay_v/2') }],
  ];
}

/** The bank converts: what it took of an account in yen, and what it paid in again, are what payment and return come to. */
export function atTheBanksRate(cell: Cell): readonly (readonly [string, Data])[] {
  const [debited, credited] = ['17', '15'].map((amount) => ({ amount, currency: 'JPY' }));
  const { cost, ...part } = partOf(cell);
  const own = { ...cost, source: 'bank', base: 'USD', fromRate: '1', toRate: '17', byBank: true };
  const [before, after] = [debited, credited].map((amount) => ({ ...own, amount }));
  const said: Readonly<Record<string, Data>> = {
    PaymentInstructed: { debitCurrency: 'JPY' },
    PaymentSettlementReported: { debited },
    PaymentSettled: { debited },
    ExchangeBooked: { parts: [{ ...part, cost: before }] },
    PaymentReturnReported: { credited },
    PaymentReturned: { credited },
  };
  const due = { ...of, report: 2, sponsor: cell.sponsor, paidOn: '2026-11-25', valueDate: '2026-11-26', by: 'person-d' };
  const booked = { ...due, exchange: 2, parts: [{ ...part, paid: before, cost: after }], ...entry('exchange-of-return/pay_v/2') };
  return [
    ...exchanged(cell).map(([type, data]) => [type, { ...data, ...said[type] }] as const),
    ['ExchangeOfReturnDue', { ...due, parts: [part], debited, credited }],
    ['ExchangeOfReturnBooked', booked],
  ];
}

/** What was paid is claimed back and refunded: that comes to another sum in the currency of the budget. */
export function refundedInYen(cell: Cell): readonly (readonly [string, Data])[] {
  const { tranche, sponsor, amount } = cell;
  const claimed = { kind: 'clawback', tranche, amount, portions: [{ sponsor, amount }], note, answerDue: at };
  const refund = { kind: 'refunded', amount, portions: [{ sponsor, amount }], bankReference: 'BACK-V', valueDate: '2026-11-25' };
  const recovery = { recovery: 1, at };
  const resolution = { ...recovery, resolution: 1 };
  const booked = { ...resolution, exchange: 2, sponsor, valueDate: '2026-11-25', parts: [partOf(cell)], by: 'person-d' };
  return [
    ...paid(cell),
    ['RecoveryClaimed', { ...recovery, ...claimed, by: 'person-e' }],
    ['RecoveryAnswered', { ...recovery, note, by: 'person-f' }],
    ['RecoveryApproved', { ...recovery, by: 'person-g', ...entry('claimed/1') }],
    ['ResolutionProposed', { ...resolution, ...refund, by: 'person-b' }],
    ['ResolutionConfirmed', { ...resolution, by: 'person-d', ...entry('resolved/1/1') }],
    ['ExchangeOfRefundBooked', { ...booked, ...entry('exchange-of-refund/1/1/2') }],
  ];
}

/** It arrives in yen: what the bank paid in is what came back. */
export function refundedAtTheBanksRate(cell: Cell): readonly (readonly [string, Data])[] {
  const { cost, ...part } = partOf(cell);
  const credited = { amount: '15', currency: 'JPY' };
  const own = { ...cost, amount: credited, source: 'bank', base: 'USD', fromRate: '1', toRate: '15', byBank: true };
  const said: Readonly<Record<string, Data>> = {
    ResolutionProposed: { credited },
    ExchangeOfRefundBooked: { parts: [{ ...part, cost: own }] },
  };
  return refundedInYen(cell).map(([type, data]) => [type, { ...data, ...said[type] }] as const);
}

/** That it was refunded was a mistake: it is to come back still. */
export function refundUndoneInYen(cell: Cell): readonly (readonly [string, Data])[] {
  const { sponsor, amount } = cell;
  const recovery = { recovery: 1, at };
  const wrong = { kind: 'reversed', undoes: 1, amount, portions: [{ sponsor, amount }], bankReference: '', valueDate: '', note };
  const undone = { ...recovery, resolution: 1, exchange: 2, sponsor, reason: 'refund-undone', by: 'person-d' };
  return [
    ...refundedInYen(cell),
    ['ResolutionProposed', { ...recovery, resolution: 2, ...wrong, by: 'person-h' }],
    ['ResolutionConfirmed', { ...recovery, resolution: 2, by: 'person-d', ...entry('resolved/1/2') }],
    ['ExchangeOfRefundReversed', { ...undone, ...entry('exchange-of-refund-reversed/1/1/2') }],
  ];
}

/** The rates of that day are corrected: what came back is booked again. */
export function correctedInYen(cell: Cell): readonly (readonly [string, Data])[] {
  const recovery = { recovery: 1, resolution: 1, at };
  const { cost, ...part } = partOf(cell);
  const parts = [{ ...part, cost: { ...cost, toRate: '147', amount: { amount: '14', currency: 'JPY' } } }];
  const undone = { ...recovery, exchange: 2, sponsor: cell.sponsor, reason: 'rates-corrected', by: 'person-b' };
  const rebooked = { ...recovery, exchange: 3, sponsor: cell.sponsor, valueDate: '2026-11-25', parts, by: 'person-b' };
  return [
    ...refundedInYen(cell),
    ['ExchangeOfRefundReversed', { ...undone, ...entry('exchange-of-refund-reversed/1/1/2') }],
    ['ExchangeOfRefundBooked', { ...rebooked, ...entry('exchange-of-refund/1/1/3') }],
  ];
}

/** What a project promises, as a draft says it. */
export const promised = [{ code: 'waste-diverted', unit: 'tonnes-a-year', baseline: '0', target: '1200', tranches: [1] }];
