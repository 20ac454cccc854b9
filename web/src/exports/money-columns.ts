import type { Schemas } from '../base/api/types.ts';
import { type Column, money, named, sum } from './columns.ts';

export const PAYMENT_COLUMNS: readonly Column<Schemas['FoundPayment']>[] = [
  { key: 'id', value: ({ id }) => id },
  { key: 'status', value: ({ status }) => status },
  { key: 'project', value: ({ project }) => project },
  named('title', ({ project }) => project),
  { key: 'milestone', value: ({ milestone }) => milestone },
  { key: 'number', value: ({ tranche }) => tranche },
  named('proposer', ({ proposer }) => proposer),
  named('sponsor', ({ sponsor }) => sponsor),
  ...money<Schemas['FoundPayment']>(({ amount }) => amount),
  { key: 'valueDate', value: ({ valueDate }) => valueDate },
  { key: 'bankReference', value: ({ bankReference }) => bankReference },
  { key: 'requestedAt', value: ({ requestedAt }) => requestedAt },
  { key: 'approvedAt', value: ({ approvedAt }) => approvedAt },
  { key: 'settledAt', value: ({ settledAt }) => settledAt },
  { key: 'agreement', value: ({ agreement }) => agreement },
  { key: 'partPayment', value: ({ partPayment }) => partPayment || undefined },
];

/** Posting by posting. */
export const LEDGER_COLUMNS: readonly Column<Schemas['LedgerLine']>[] = [
  { key: 'day', value: ({ day }) => day },
  { key: 'event', value: ({ event }) => event },
  { key: 'kind', value: ({ kind }) => kind },
  named('party', ({ party }) => party),
  { key: 'account', value: ({ account }) => account },
  ...money<Schemas['LedgerLine']>(({ amount }) => amount),
  { key: 'project', value: ({ project }) => project },
  named('title', ({ project }) => project),
  { key: 'agreement', value: ({ agreement }) => agreement },
  { key: 'milestone', value: ({ milestone }) => milestone },
  { key: 'payment', value: ({ payment }) => payment },
  { key: 'valueDate', value: ({ valueDate }) => valueDate },
  { key: 'bankReference', value: ({ bankReference }) => bankReference },
  { key: 'entry', value: ({ entry }) => entry },
];

export const OFFER_COLUMNS: readonly Column<Schemas['FoundOffer']>[] = [
  { key: 'id', value: ({ id }) => id },
  { key: 'status', value: ({ status }) => status },
  { key: 'project', value: ({ project }) => project },
  named('title', ({ project }) => project),
  named('proposer', ({ proposer }) => proposer),
  named('sponsor', ({ sponsor }) => sponsor),
  { key: 'funding', value: ({ funding }) => funding },
  { key: 'version', value: ({ terms }) => terms },
  { key: 'side', value: ({ side }) => side },
  { key: 'expiresAt', value: ({ expiresAt }) => expiresAt },
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
  { key: 'number', value: ({ number }) => number },
  { key: 'month', value: ({ month }) => month },
  sum('drawn', ({ drawn }) => drawn),
  sum('opening', ({ opening }) => opening),
  sum('interest', ({ interest }) => interest),
  sum('fees', ({ fees }) => fees),
  sum('principal', ({ principal }) => principal),
  sum('closing', ({ closing }) => closing),
  { key: 'currency', value: ({ principal }) => principal.currency },
];

export const ENVELOPE_COLUMNS: readonly Column<Schemas['Envelope']>[] = [
  { key: 'id', value: ({ id }) => id },
  { key: 'periodStart', value: ({ periodStart }) => periodStart },
  { key: 'periodEnd', value: ({ periodEnd }) => periodEnd },
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
  { key: 'id', value: ({ id }) => id },
  { key: 'project', value: ({ project }) => project },
  { key: 'number', value: ({ number }) => number },
  { key: 'title', value: ({ title }) => title },
  { key: 'status', value: ({ status }) => status },
  { key: 'dueOn', value: ({ dueOn }) => dueOn },
  ...money<Schemas['Milestone']>(({ amount }) => amount),
  { key: 'agreement', value: ({ agreement }) => agreement },
];

export const STEP_COLUMNS: readonly Column<Schemas['MoneyStep']>[] = [
  { key: 'at', value: ({ at }) => at },
  { key: 'step', value: ({ step }) => step },
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
