import { GRANT, GUARANTEE, IN_KIND } from '@junkan/kit/testing/financing.fixture.ts';
import { ADVANCES, MET, NOW, PROMISED, ratesOf } from './commands-by-chance.ts';
import { amount, conditioned, exchanged, part } from './histories-by-chance.ts';

// Money of an agreement that is paid, and that has to come back.

/** A payment as far as the bank, but for its confirmation. */
const PAYING = [
  { type: 'PaymentRequested', tranche: 1, sponsor: 'spo_a', amount, report: 1, submittedBy: 'per_r', verifiedBy: 'per_v' },
  { type: 'PaymentApproved', entry: undefined },
  { type: 'PaymentInstructed', instruction: 'i' },
  { type: 'PaymentSettlementReported', report: 1, bankReference: 'b', valueDate: '2026-12-01' },
].map((event) => ({ payment: 'pay_a', milestone: 'mst_a', at: NOW, by: 'per_a', reportedBy: [], ...event }));
export const PAID = [...PAYING, { ...PAYING[3], type: 'PaymentSettled', entry: undefined, by: 'per_b', reportedBy: 'per_a' }];
/** It is said that the bank has returned it, or that it was booked by mistake. */
export const UNDOING = ['PaymentReturnReported', 'PaymentReversalReported'].map((type) => [
  ...PAID,
  { ...PAYING[3], type, report: 2, bankReference: 'r', note: 'txt_a', by: 'per_a' },
]);
/** The bank has returned it, as two persons say. */
export const RETURNED = [
  ...(UNDOING[0] ?? []),
  {
    ...PAYING[3],
    type: 'PaymentReturned',
    report: 2,
    bankReference: 'r',
    note: 'txt_a',
    entry: undefined,
    by: 'per_b',
    reportedBy: 'per_a',
  },
];
/** That this is wrong, as another says. */
const MISTAKEN = [...RETURNED, { ...PAYING[3], type: 'PaymentMistakeReported', report: 3, note: 'txt_a', by: 'per_a' }];
/** Paid, but for what is retained of it. */
const RETAINED = PAID.map((event) =>
  event.type === 'PaymentRequested' ? { ...event, amount: { ...amount, amount: 50n }, retained: part } : event,
);
const portions = [{ sponsor: 'spo_a', amount }];
/** What was paid is claimed back, and a part of it is to be written off. */
const RECOVERING = [
  { type: 'RecoveryClaimed', kind: 'clawback', tranche: 0, amount, portions, advances: [], answerDue: NOW },
  { type: 'RecoveryAnswered' },
  { type: 'RecoveryApproved', entry: undefined, by: 'per_b' },
  {
    type: 'ResolutionProposed',
    resolution: 1,
    kind: 'written-off',
    sponsor: 'spo_a',
    amount: part,
    portions: [{ sponsor: 'spo_a', amount: part }],
    bankReference: '',
    valueDate: '',
  },
].map((event) => ({ recovery: 1, note: 'txt_a', at: NOW, by: 'per_a', ...event }));
type Recoveries = { readonly recoveries?: readonly { readonly status: string; readonly resolutions: readonly unknown[] }[] };

/** What was paid is refunded, and what that came to in the currency of a budget is to be booked. */
export const REFUNDED = [
  ...RECOVERING.slice(0, 3),
  {
    type: 'ResolutionProposed',
    resolution: 1,
    kind: 'refunded',
    sponsor: '',
    amount: part,
    bankReference: 'r',
    valueDate: '2026-12-01',
    recovery: 1,
    portions: [{ sponsor: 'spo_a', amount: part }],
    note: '',
    at: NOW,
    by: 'per_a',
  },
  { type: 'ResolutionConfirmed', recovery: 1, resolution: 1, at: NOW, by: 'per_b', entry: undefined },
];

/** That it was refunded is said to be a mistake. */
const DOUBTED = {
  ...REFUNDED[3],
  type: 'ResolutionProposed',
  resolution: 2,
  kind: 'reversed',
  undoes: 1,
  bankReference: '',
  valueDate: '',
  note: 'txt_a',
  by: 'per_c',
};

/** What came back is booked in the currency of a budget by other rates than those which stand; what was paid waits for its rates. */
export const REFUND_BOOKED = {
  type: 'ExchangeOfRefundBooked',
  exchange: 1,
  recovery: 1,
  resolution: 1,
  sponsor: 'spo_a',
  valueDate: '2026-12-01',
  parts: [exchanged],
  at: NOW,
  by: 'per_a',
  entry: { id: 'e', postings: [] },
};

const OF_RETURN = {
  payment: 'pay_a',
  milestone: 'mst_a',
  report: 2,
  sponsor: 'spo_a',
  paidOn: '2026-12-01',
  valueDate: '2026-12-01',
  at: NOW,
  by: 'per_b',
  entry: undefined,
};
/** What came back of a payment is booked in the currency of a budget by other rates than those which stand. */
export const RETURN_BOOKED = [
  { type: 'ExchangeOfReturnDue', ...OF_RETURN, parts: [{ ...exchanged, cost: undefined }] },
  { type: 'ExchangeOfReturnBooked', exchange: 1, ...OF_RETURN, parts: [{ ...exchanged, paid: exchanged.cost }] },
];

/** What is claimed is counted, decided once, and resolved in parts once it is approved. */
export function isOfRecovery(
  event: { readonly type: string } & { readonly recovery?: number; readonly resolution?: number } & Partial<OfAdvance & OfHold & OfDrawing>,
  state: object,
): boolean {
  const { recoveries = [] } = state as Recoveries;
  if (event.hold !== undefined) return isOfHold({ ...event, hold: event.hold }, state);
  if (event.advance !== undefined && event.type !== 'PaymentRequested') return isOfAdvance({ ...event, advance: event.advance }, state);
  if (event.drawing !== undefined) return isOfDrawing({ ...event, drawing: event.drawing }, state);
  if (event.type === 'ExchangeOfReturnDue') return ((state as { readonly conversions?: readonly object[] }).conversions ?? []).length > 0;
  if (event.recovery === undefined) return true;
  if (event.type === 'RecoveryClaimed') return event.recovery === recoveries.length + 1;
  const recovery = recoveries[event.recovery - 1];
  if (event.type === 'ExchangeOfRefundBooked' || event.type === 'ExchangeOfRefundReversed')
    return recovery?.resolutions[(event.resolution ?? 0) - 1] !== undefined;
  if (event.resolution === undefined) return recovery?.status === 'claimed';
  return recovery?.status === 'pending' && (event.type !== 'ResolutionProposed' || event.resolution === recovery.resolutions.length + 1);
}

type OfHold = { readonly hold: number };
/** What is held is counted, and released once. */
function isOfHold({ type, hold }: OfHold & { readonly type: string }, state: object): boolean {
  const { holds = [] } = state as { readonly holds?: readonly { readonly status: string }[] };
  return type === 'PaymentHeld' ? hold === holds.length + 1 : holds[hold - 1]?.status === 'standing';
}

type OfDrawing = { readonly drawing: number; readonly offer?: string };
/** What is drawn of a guarantee or in kind is counted, and is of an agreement that has them. */
function isOfDrawing({ type, drawing, offer }: OfDrawing & { readonly type: string }, state: object): boolean {
  const { drawings = [], shares = [] } = state as { readonly drawings?: readonly object[]; readonly shares?: readonly WithParts[] };
  if (offer === undefined) return drawings[drawing - 1] !== undefined;
  const isGuaranteed = type === 'GuaranteeCalled';
  const has = shares.some(({ parts }) => parts.some((each) => each.offer === (isGuaranteed ? 'off_g' : 'off_k')));
  return has && offer === (isGuaranteed ? 'off_g' : 'off_k') && drawing === drawings.length + 1;
}
type WithParts = { readonly parts: readonly { readonly offer: string }[] };

type OfAdvance = { readonly advance: number; readonly expenditure?: number };
type Advances = { readonly advances?: readonly { readonly expenditures: readonly { readonly status: string }[] }[] };

/** What is asked for is counted, and so are the statements of each advance, one after another. */
function isOfAdvance({ type, advance, expenditure }: OfAdvance & { readonly type: string }, state: object): boolean {
  const { advances = [] } = state as Advances;
  if (type === 'AdvanceAsked') return advance === advances.length + 1;
  const { expenditures = [] } = advances[advance - 1] ?? {};
  if (expenditure === undefined) return advances[advance - 1] !== undefined;
  if (type === 'ExpenditureSubmitted') return expenditure === expenditures.length + 1 && expenditures.at(-1)?.status !== 'submitted';
  return expenditures[expenditure - 1]?.status === 'submitted';
}

/** Paid ahead, and stated what was spent of it. */
const ADVANCED = [
  { type: 'AdvanceAsked', tranche: 1, sponsor: 'spo_a', amount: part, limitPercent: 30, note: 'txt_a', by: 'per_r' },
  ...PAID.map((event) => ({
    ...event,
    ...(event.type === 'PaymentRequested' ? { amount: part, report: 0, submittedBy: 'per_r', verifiedBy: '' } : {}),
    payment: 'pay_v1',
  })),
  { type: 'ExpenditureSubmitted', expenditure: 1, amount: part, firstDay: '2026-12-01', lastDay: '2026-12-02', note: 'txt_a', by: 'per_r' },
].map((event) => ({ at: NOW, ...event, ...('payment' in event && event.type !== 'PaymentRequested' ? {} : { advance: 1 }) }));

/** Some of a part is paid, and the remainder is due. */
const IN_PART = PAID.map((event) => ({
  ...event,
  ...(event.type === 'PaymentRequested' ? { amount: part, partPayment: 1, partWhole: amount } : {}),
  payment: 'pay_p',
}));

/** A suspension that waits for its approval, and a termination on which the parties are heard. */
const SUSPENDING = {
  type: 'MeasureProposed',
  measure: 1,
  kind: 'suspension',
  note: '',
  changes: [],
  needed: ['secretariat'],
  by: 'per_a',
  party: '',
  amendment: '',
  financing: [],
  results: [],
  provisions: '',
  cause: 'other',
  cureUntil: '',
  heard: [],
  answerDue: '',
};
const TERMINATING = { ...SUSPENDING, kind: 'termination', heard: ['org_a', 'spo_a'], answerDue: '2099-01-31T23:59:59.999Z' };

/** Drafted again, on terms that allow advances. */
const ALLOWING = { ...conditioned, shares: conditioned.shares.map((share) => ({ ...share, financing: { ...GRANT, advances: true } })) };
/** Drafted again, with a guarantee and a contribution in kind, of which something is called, accepted, and said to be paid. */
const GUARANTEED = {
  ...conditioned,
  shares: conditioned.shares.map((share) => ({
    ...share,
    parts: [
      { ...share, financing: GRANT },
      { ...share, offer: 'off_g', financing: GUARANTEE },
      { ...share, offer: 'off_k', financing: IN_KIND },
    ],
  })),
};
const CALLED = [
  { type: 'GuaranteeCalled', offer: 'off_g', sponsor: 'spo_a', amount: part, note: 'txt_a', evidence: [], by: 'per_r' },
  { type: 'DrawingAccepted', by: 'per_b', entry: undefined },
  { type: 'ClaimReportedPaid', bankReference: 'CLAIM', valueDate: '2026-12-01', document: 'd', by: 'per_c' },
].map((event) => ({ drawing: 1, at: NOW, ...event }));
/** It was paid, and somebody says that this was a mistake. */
const CLAIM_DOUBTED = [
  ...CALLED,
  { type: 'ClaimPaid', drawing: 1, at: NOW, by: 'per_a', entry: undefined },
  { type: 'ClaimMistakeReported', drawing: 1, document: 'd', note: 'txt_a', at: NOW, by: 'per_c' },
];
/** A part of which one person holds the money. */
const HELD = {
  type: 'PaymentHeld',
  hold: 1,
  tranche: 1,
  sponsor: 'spo_a',
  milestone: 'mst_a',
  reason: 'dispute',
  note: 'txt_a',
  organisation: 'spo_a',
  releaseDue: NOW,
  at: NOW,
  by: 'per_a',
};
const EFFECTIVE = { type: 'AgreementBecameEffective', at: NOW, entry: undefined };
/** How far agreements in force have come. */
export const IN_FORCE = [
  [EFFECTIVE, SUSPENDING, ...PAYING],
  [EFFECTIVE, TERMINATING],
  [EFFECTIVE, ...PAID, ...RECOVERING],
  [
    EFFECTIVE,
    ...PAID,
    ...RECOVERING,
    { type: 'ResolutionConfirmedOnce', recovery: 1, resolution: 1, limit: part, rules: 1, at: NOW, by: 'per_b' },
  ],
  ...[...UNDOING, RETURNED, MISTAKEN].map((undoing) => [EFFECTIVE, ...undoing]),
  [EFFECTIVE, ...PAID, ...REFUNDED],
  [EFFECTIVE, ...PAID, ...REFUNDED, DOUBTED],
  [EFFECTIVE, ...RETAINED],
  [EFFECTIVE, ...PAYING.slice(0, 1), HELD],
  [ALLOWING, EFFECTIVE, ...ADVANCED],
  [ALLOWING, EFFECTIVE, ...ADVANCED, { type: 'ExpenditureReturned', advance: 1, expenditure: 1, note: 'txt_b', at: NOW, by: 'per_b' }],
  [EFFECTIVE, ...IN_PART],
  [GUARANTEED, EFFECTIVE, ...CALLED],
  [GUARANTEED, EFFECTIVE, ...CLAIM_DOUBTED],
];

/** What others decide for the permissions of an agreement, but for the time. */
export const AGREED_FACTS = {
  agreement: 'agr_a' as const,
  preparedBy: [],
  milestones: new Map([1, 2, 3].map((tranche) => [tranche, MET as never])),
  ahead: new Map(),
  advances: ADVANCES,
  promised: PROMISED,
  ratesOf,
  isUndecided: () => false,
  releaseOf: () => 'pay_r' as const,
  partPaymentOf: () => 'pay_p' as const,
  paymentOfAdvance: (advance: number) => `pay_v${advance}` as const,
};
