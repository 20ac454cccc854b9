import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { BankAccountId } from '../../banking/accounts/bank-account.ts';
import type { FirstApproval } from '../approval-rules/approval-rules.ts';
import type { MilestoneId, PaymentFileId, PaymentId, SponsorId } from '../ids.ts';
import type { BankReport, MistakeReport, Objection, Reversal, UndoingReport } from './bank-report.ts';
import type { OfStatement } from './of-statement.ts';

/** How an order goes to the bank: in which file, and from which account to which. What is not recorded is ''. */
export type Route = {
  readonly file: PaymentFileId | '';
  readonly payerAccount: BankAccountId | '';
  readonly payeeAccount: BankAccountId | '';
};
/** From which account a payment is made, and to which; '' = there is none. */
export type Accounts = Pick<Route, 'payerAccount' | 'payeeAccount'>;
export const NO_ROUTE: Route = { file: '', payerAccount: '', payeeAccount: '' };

/** The end-to-end reference for the bank, another for each attempt: 33 characters of the set that ISO 20022 payments allow (35 at most, no underscore). */
export const endToEndReference = (payment: PaymentId, attempt: number): string =>
  `JUNKAN-${payment.slice('pay_'.length).toUpperCase()}${attempt > 1 ? attempt : ''}`;

/** Our references as banks write them: in whichever case, with other marks or none, and broken where lines end. */
const REFERENCE = /JUNKAN([0-9A-HJKMNP-TV-Z]{26})(\d*)/i;
const bare = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, '');

/** The payments whose references a text contains, of whichever attempt. */
export const paymentsNamedIn = (text: string): readonly PaymentId[] => [
  ...new Set([...bare(text).matchAll(new RegExp(REFERENCE, 'gi'))].map(([, id = '']) => `pay_${id.toLowerCase()}` as const)),
];

/** A reference of ours as we wrote it, where that is all that a text is; any other text as it is. */
export function asWritten(text: string): string {
  const [whole = '', id = '', attempt = ''] = REFERENCE.exec(bare(text)) ?? [];
  return whole !== '' && whole.length === bare(text).length ? `JUNKAN-${id.toUpperCase()}${attempt}` : text;
}

/** An order of the payment that came to nothing, at the latest when the bank returned its money. What it did not come to is ''; the note says why it ended. */
export type Attempt = Route & {
  /** Counts the requests of the payment, from 1. */
  readonly number: number;
  readonly status: 'refused' | 'failed' | 'returned';
  /** The milestone's report that it was based on. */
  readonly report: number;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly firstApprovedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: Instant | '';
  readonly refusedBy: string;
  readonly instruction: string;
  readonly instructedAt: Instant | '';
  readonly reportedBy: string;
  readonly confirmedBy: string;
  /** By which the bank paid what it has returned since, when, and the reference of the return. */
  readonly bankReference: string;
  readonly valueDate: CalendarDate | '';
  readonly returnReference: string;
  readonly note: string;
  readonly endedAt: Instant | '';
};

/** The relation of an order to the others of its cell, if that is paid by several. */
type InPart = {
  /** Counts the orders that pay some of the cell, from 1; 0 = it pays all that is left. */
  readonly partPayment: number;
  /** What of the cell was paid by such orders before this one, which pays all that is left. */
  readonly partPaid: Money;
  /** What all of them come to, with what is retained; nothing where the cell is paid by one. */
  readonly partWhole: Money | undefined;
};

/** What a payment is based on: the cell, the report that was verified, and the persons who acted before it. */
export type Order = InPart & {
  /** 0 = it releases what was retained of all tranches; see retention.ts. */
  readonly tranche: number;
  readonly sponsor: SponsorId;
  /** What is paid: the cell less what is retained of it. */
  readonly amount: Money;
  readonly retained: Money;
  /** What of the cell was paid ahead. */
  readonly advanced: Money;
  /** The advance that it pays; 0 = it pays none. */
  readonly advance: number;
  readonly milestone: MilestoneId;
  readonly report: number;
  readonly submittedBy: string;
  /** Everybody who submitted a report of the milestone, a returned one too. */
  readonly reportedBy: readonly string[];
  readonly verifiedBy: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  /** Counts the requests that went to the bank, from 1. */
  readonly attempt: number;
  /** What was ordered before and came to nothing, the order itself as well once it is refused or has failed. */
  readonly attempts: readonly Attempt[];
  /** Counts what was reported of the bank. */
  readonly reports: number;
  readonly objections: readonly Objection[];
  /** Settlements that were booked by mistake, each with the report that said so. */
  readonly reversals: readonly Reversal[];
  /** Of this order; absent if nobody has approved it, or one person was enough. */
  readonly firstApproval: FirstApproval | undefined;
  /** For which it was approved, if only once; absent until then, and where an earlier version approved it. */
  readonly accounts: Accounts | undefined;
  /** The last order before this one, or this one itself, that failed or came back; absent where none did, or that was a mistake. */
  readonly over: Over | undefined;
  /** The highest attempt so far, where this one is an earlier one that was taken up again. */
  readonly lastAttempt: number;
};
/** What two persons have confirmed that the bank did not do, or has undone: `was` is what the payment was until then, and is again if that was a mistake. */
export type Over = OfStatement & {
  readonly outcome: 'failed' | 'returned';
  readonly was: WithBank | Settled;
  readonly report: number;
  readonly reportedBy: string;
  /** Of the return; '' of a failure. */
  readonly bankReference: string;
  /** That it was a mistake, as one person says; another confirms it, or objects. */
  readonly undoing: MistakeReport | undefined;
};
export type WithBank = Instructed & { readonly status: 'instructed' };
type Approved = Order & { readonly approvedBy: string; readonly approvedAt: Instant; readonly route: Route };
export type Instructed = Approved & {
  readonly instruction: string;
  /** '' where an earlier version recorded it. */
  readonly instructedAt: Instant | '';
  /** Since when the bank can have had the file in which it went there. */
  readonly withBankSince?: Instant | undefined;
  /** Of the account that pays it, where that is not in the currency of the payment. */
  readonly debitCurrency?: string | undefined;
  readonly reported: BankReport | undefined;
};

/** A refused, failed or returned order is over; its cell may be requested again, under the same payment. */
export type Payment =
  | (Order & { readonly status: 'requested' })
  | (Order & { readonly status: 'refused'; readonly refusedBy: string })
  | (Approved & { readonly status: 'approved' })
  | WithBank
  | (Instructed & { readonly status: 'failed'; readonly confirmedBy: string })
  | Settled
  | (Instructed & { readonly status: 'returned'; readonly returnReport: number; readonly confirmedBy: string });
export type Settled = Instructed & {
  readonly status: 'settled';
  readonly bankReference: string;
  readonly valueDate: CalendarDate;
  readonly settledAt: Instant;
  /** What the bank took of an account in another currency. */
  readonly debited?: Money | undefined;
  readonly confirmedBy: string;
  readonly undoing: UndoingReport | undefined;
};

const OVER: readonly Payment['status'][] = ['refused', 'failed', 'returned'];
/**
 * Whether an order is over, so that its cell may be requested again or cut: there is none, or it was refused, has failed or came back, and nobody says that this
 * was a mistake.
 */
export const isOver = (payment: Payment | undefined): boolean =>
  payment === undefined || (OVER.includes(payment.status) && payment.over?.undoing === undefined);

export const settledOnes = (payments: ReadonlyMap<PaymentId, Payment>): (readonly [PaymentId, Settled])[] =>
  [...payments].flatMap(([id, payment]) => (payment.status === 'settled' ? [[id, payment] as const] : []));
