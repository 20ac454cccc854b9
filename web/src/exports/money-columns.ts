import type { Schemas } from '../base/api/types.ts';
import { type Column, fields, money, named, sum } from './columns.ts';

export const PAYMENT_COLUMNS: readonly Column<Schemas['FoundPayment']>[] = [
  ...fields<Schemas['FoundPayment']>('id', 'status', 'project'),
  named('title', ({ project }) => project),
  { key: 'milestone', value: ({ milestone }) => milestone },
  { key: 'number', value: ({ tranche }) => tranche },
  named('proposer', ({ proposer }) => proposer),
  named('sponsor', ({ sponsor }) => sponsor),
  ...money<Schemas['FoundPayment']>(({ amount }) => amount),
  ...fields<Schemas['FoundPayment']>('valueDate', 'bankReference', 'requestedAt', 'approvedAt', 'settledAt', 'agreement'),
  { key: 'partPayment', value: ({ partPayment }) => partPayment || undefined },
];

/** Posting by posting. */
export const LEDGER_COLUMNS: readonly Column<Schemas['LedgerLine']>[] = [
  ...fields<Schemas['LedgerLine']>('day', 'event', 'kind'),
  named('party', ({ party }) => party),
  { key: 'account', value: ({ account }) => account },
  ...money<Schemas['LedgerLine']>(({ amount }) => amount),
  { key: 'project', value: ({ project }) => project },
  named('title', ({ project }) => project),
  ...fields<Schemas['LedgerLine']>('agreement', 'milestone', 'payment', 'valueDate', 'bankReference', 'entry'),
];

export const OFFER_COLUMNS: readonly Column<Schemas['FoundOffer']>[] = [
  ...fields<Schemas['FoundOffer']>('id', 'status', 'project'),
  named('title', ({ project }) => project),
  named('proposer', ({ proposer }) => proposer),
  named('sponsor', ({ sponsor }) => sponsor),
  { key: 'funding', value: ({ funding }) => funding },
  { key: 'version', value: ({ terms }) => terms },
  ...fields<Schemas['FoundOffer']>('side', 'expiresAt'),
  ...money<Schemas['FoundOffer']>(({ amount }) => amount),
];

/** An offer that was taken, with the agreement to which it led. */
export type Funded = Schemas['FoundOffer'] & { readonly agreement: Schemas['Agreement'] | undefined };
export const FUNDED_COLUMNS: readonly Column<Funded>[] = [
  ...OFFER_COLUMNS.filter(({ key }) => key !== 'expiresAt'),
  { key: 'agreement', value: ({ agreement }) => agreement?.id },
  { key: 'agreementStatus', value: ({ agreement }) => agreement?.status },
];

/** How a loan is repaid. */
export const REPAYMENT_COLUMNS: readonly Column<Schemas['RepaymentRow']>[] = [
  ...fields<Schemas['RepaymentRow']>('number', 'month'),
  sum('drawn', ({ drawn }) => drawn),
  sum('opening', ({ opening }) => opening),
  sum('interest', ({ interest }) => interest),
  sum('fees', ({ fees }) => fees),
  sum('principal', ({ principal }) => principal),
  sum('closing', ({ closing }) => closing),
  { key: 'currency', value: ({ principal }) => principal.currency },
];

export const ENVELOPE_COLUMNS: readonly Column<Schemas['Envelope']>[] = [
  ...fields<Schemas['Envelope']>('id', 'periodStart', 'periodEnd'),
  sum('total', ({ total }) => total),
  sum('reserved', ({ reserved }) => reserved),
  sum('committed', ({ committed }) => committed),
  sum('left', ({ left }) => left),
  { key: 'currency', value: ({ total }) => total.currency },
];

/** Of several sponsors. */
export const ALL_ENVELOPE_COLUMNS: readonly Column<Schemas['Envelope']>[] = [
  ...ENVELOPE_COLUMNS,
  named('sponsor', ({ sponsor }) => sponsor),
];

export const MILESTONE_COLUMNS: readonly Column<Schemas['Milestone']>[] = [
  ...fields<Schemas['Milestone']>('id', 'project', 'number', 'title', 'status', 'dueOn'),
  ...money<Schemas['Milestone']>(({ amount }) => amount),
  { key: 'agreement', value: ({ agreement }) => agreement },
];

export const STEP_COLUMNS: readonly Column<Schemas['MoneyStep']>[] = [
  ...fields<Schemas['MoneyStep']>('at', 'step'),
  named('by', ({ by }) => by),
  named('sponsor', ({ sponsor }) => sponsor),
  { key: 'payment', value: ({ payment }) => payment },
  ...money<Schemas['MoneyStep']>(({ amount }) => amount),
  { key: 'reference', value: ({ reference }) => reference },
  { key: 'entry', value: ({ entry }) => entry?.id },
];

/**
 * The part of a milestone that a sponsor pays, with its milestone and its payment; empty for other payments, such as those of an advance.
 */
export type AgreedPart = {
  readonly part: Schemas['Money'] | undefined;
  readonly number: number;
  readonly sponsor: string;
  readonly tranche: Schemas['Tranche'] | undefined;
  readonly payment: Schemas['Payment'] | undefined;
};
export const AGREED_COLUMNS: readonly Column<AgreedPart>[] = [
  { key: 'number', value: ({ number }) => number },
  { key: 'title', value: ({ tranche }) => tranche?.title },
  { key: 'dueOn', value: ({ tranche }) => tranche?.dueOn },
  named('sponsor', ({ sponsor }) => sponsor),
  sum('part', ({ part }) => part),
  sum('retained', ({ payment }) => payment?.retained),
  sum('advanced', ({ payment }) => payment?.advanced),
  sum('partPaid', ({ payment }) => payment?.partPaid),
  sum('paymentAmount', ({ payment }) => payment?.amount),
  sum('paid', ({ payment }) => (payment?.status === 'settled' ? payment.amount : undefined)),
  { key: 'currency', value: ({ part, payment }) => (part ?? payment?.amount)?.currency },
  { key: 'payment', value: ({ payment }) => payment?.id },
  { key: 'status', value: ({ payment }) => payment?.status },
  { key: 'valueDate', value: ({ payment }) => payment?.valueDate },
  { key: 'bankReference', value: ({ payment }) => payment?.bankReference },
  { key: 'partPayment', value: ({ payment }) => payment?.partPayment || undefined },
];
