import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { FinancialTerms } from '@junkan/kit/pure/financing.ts';
import { type Money, total } from '@junkan/kit/pure/money.ts';
import type { FirstApproval } from '../approval-rules/approval-rules.ts';
import type { BankAccountId } from '../bank-accounts/bank-account.ts';
import type { Faces } from './agreement-faces.ts';
import type { Exchange, OfferConversion } from './exchange/exchange-state.ts';
import type { EnvelopeId, FundingId, MilestoneId, OfferId, PaymentFileId, PaymentId, ProjectId, ProposerId, SponsorId } from './ids.ts';
import type { AgreedResult, Measure } from './measures/measure.ts';
import type { InPart } from './part-payments/part-payment-state.ts';
import type { BankReport, Objection, Reversal, UndoingReport } from './payments/bank-report.ts';
import type { PromisedResult } from './promised-result.ts';
import type { Recovery } from './recoveries/recovery.ts';

export type {
  AgreementId,
  EnvelopeId,
  FundingId,
  MilestoneId,
  OfferId,
  PaymentFileId,
  PaymentId,
  ProjectId,
  ProposerId,
  SponsorId,
} from './ids.ts';

/**
 * An agreement between a proposer and its sponsors: what each sponsor pays of each tranche, who signed it, and the payment
 * orders. All of it is one stream, so nothing of a cell is paid twice and nobody pays more than its share.
 */

/** `financing`: nothing of offers of earlier versions. */
export type SharePart = {
  readonly offer: OfferId;
  readonly envelope: EnvelopeId;
  readonly amount: Money;
  readonly financing: FinancialTerms | undefined;
};
/** `parts`: each offer of the sponsor, where there are several; the first of them is `offer` as well. */
export type Share = SharePart & {
  readonly sponsor: SponsorId;
  readonly parts: readonly SharePart[];
  /** Between which days its budget may be paid out; '' = without bound. */
  readonly periodStart: CalendarDate | '';
  readonly periodEnd: CalendarDate | '';
};
export type Tranche = {
  readonly number: number;
  readonly title: string;
  readonly monthsAfterEffective: number;
  readonly amount: Money;
  /** Where an amendment has set a date; '' = it follows from the months. */
  readonly dueOn: CalendarDate | '';
};

/** What the parties agree on, and sign by its hash. */
export type Terms = {
  readonly project: ProjectId;
  readonly round: number;
  readonly funding: FundingId;
  readonly proposer: ProposerId;
  readonly shares: readonly Share[];
  readonly tranches: readonly Tranche[];
  readonly conditions: readonly string[];
  readonly promised: readonly PromisedResult[];
};

/** What one sponsor pays of one tranche. `payment`: by this one, or all that is left where it is paid in several. */
export type Cell = { readonly tranche: number; readonly sponsor: SponsorId; readonly amount: Money; readonly payment: PaymentId };
export type Signature = { readonly party: ProposerId | SponsorId; readonly by: string; readonly at: Instant };

/** How an order goes to the bank: in which file, and from which account to which. What is not recorded is ''. */
export type Way = {
  readonly file: PaymentFileId | '';
  readonly payerAccount: BankAccountId | '';
  readonly payeeAccount: BankAccountId | '';
};
export const NO_WAY: Way = { file: '', payerAccount: '', payeeAccount: '' };

/** The end-to-end reference for the bank, another for each attempt: 33 characters of the set that ISO 20022 payments allow (35 at most, no underscore). */
export const endToEndReference = (payment: PaymentId, attempt: number): string =>
  `JUNKAN-${payment.slice('pay_'.length).toUpperCase()}${attempt > 1 ? attempt : ''}`;

/** An order of the payment that came to nothing, at the latest when the bank returned its money. What it did not come to is ''; the note says why it ended. */
export type Attempt = Way & {
  /** Counts the requests of the payment, from 1. */
  readonly number: number;
  readonly status: 'refused' | 'failed' | 'returned';
  /** The milestone's report on which it rested. */
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

/** What a payment rests on: the cell, the report that was verified, and the persons who acted before it. */
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
  /** Of this order; nothing where nobody has approved it, or one person was enough. */
  readonly firstApproval: FirstApproval | undefined;
};
type Approved = Order & { readonly approvedBy: string; readonly approvedAt: Instant; readonly way: Way };
export type Instructed = Approved & {
  readonly instruction: string;
  /** '' where an earlier version recorded it. */
  readonly instructedAt: Instant | '';
  readonly reported: BankReport | undefined;
};

/** A refused, failed or returned order is over; its cell may be requested again, under the same payment. */
export type Payment =
  | (Order & { readonly status: 'requested' })
  | (Order & { readonly status: 'refused'; readonly refusedBy: string })
  | (Approved & { readonly status: 'approved' })
  | (Instructed & { readonly status: 'instructed' })
  | (Instructed & { readonly status: 'failed'; readonly confirmedBy: string })
  | Settled
  | (Instructed & { readonly status: 'returned'; readonly returnReport: number; readonly confirmedBy: string });
export type Settled = Instructed & {
  readonly status: 'settled';
  readonly bankReference: string;
  readonly valueDate: CalendarDate;
  readonly settledAt: Instant;
  readonly confirmedBy: string;
  readonly undoing: UndoingReport | undefined;
};

const OVER: readonly Payment['status'][] = ['refused', 'failed', 'returned'];
/** Whether an order is over, so that its cell may be requested again or cut: there is none, or it was refused, has failed or came back. */
export const isOver = (payment: Payment | undefined): boolean => payment === undefined || OVER.includes(payment.status);

/** The payable share of a milestone that is met, in basis points. */
export const MET_IN_FULL = 10_000;

/** What a verdict has done to a tranche. */
export type Verdict = {
  readonly tranche: number;
  readonly verdict: 'partially-met' | 'rejected' | 'waived';
  readonly payableBasisPoints: number;
  readonly rest: 'carried' | 'cancelled';
  /** The tranche to which the rest was carried; 0 where it was cancelled. */
  readonly carriedTo: number;
};

/** Where a condition of the terms stands, once the proposer has said that it is met. The notes are references of erasable texts. */
export type Fulfilment = {
  readonly status: 'reported' | 'refused' | 'met';
  readonly note: string;
  /** SHA-256 of each file that shows it; none of reports of earlier versions. */
  readonly evidence: readonly string[];
  readonly reportedBy: string;
  readonly reportedAt: Instant;
  /** Of the sponsor; '' while it is only reported. */
  readonly answeredBy: string;
  readonly answeredAt: Instant | '';
  /** Why it was refused; '' otherwise. */
  readonly reason: string;
};

type Drafted = Terms & {
  readonly conversions: readonly OfferConversion[];
  readonly cells: readonly Cell[];
  readonly contentHash: string;
  readonly signingDue: Instant;
  readonly signatures: readonly Signature[];
  /** Counts the drafts, from 1. */
  readonly draft: number;
};
type Signed = Drafted & { readonly [Name in keyof Faces]: Faces[Name]['own'] } & {
  readonly effectiveAt: Instant;
  readonly payments: ReadonlyMap<PaymentId, Payment>;
  readonly measures: readonly Measure[];
  readonly verdicts: readonly Verdict[];
  /** By the number of the condition; see conditionsOf. */
  readonly fulfilments: ReadonlyMap<number, Fulfilment>;
  /** The hash of the content as the last amendment left it; '' where it is as signed. */
  readonly amendedHash: string;
  readonly recoveries: readonly Recovery[];
  /** The sponsors to whose commitments a termination has given back what was retained. */
  readonly givenBack: readonly SponsorId[];
  readonly exchanges: readonly Exchange[];
  /** What amendments have made of targets, in their order. */
  readonly results: readonly AgreedResult[];
};

export type Draft = Drafted & { readonly status: 'draft' };
export type VoidCause = 'signature-declined' | 'round-reopened' | 'project-refused' | 'project-withdrawn';
/** A party would not sign, or the round was reopened; it can be drafted again. */
export type Void = Drafted & { readonly status: 'void'; readonly because: VoidCause; readonly declinedBy: string };
export type Effective = Signed & { readonly status: 'effective' };
export type Suspended = Signed & { readonly status: 'suspended' };
/** Its termination is approved: nothing is requested any more, and each milestone is closed or has its verdict before it takes effect. */
export type Terminating = Signed & { readonly status: 'terminating' };
/** What was not paid is owed no more. */
export type Terminated = Signed & { readonly status: 'terminated' };
/** Nothing is left to be paid, so no payment can change any more. */
export type Ended = Signed & { readonly status: 'ended' };
export type InForce = Effective | Suspended | Terminating | Terminated | Ended;
export type Existing = Draft | Void | InForce;
export type State = { readonly status: 'absent' } | Existing;

export const initial: State = { status: 'absent' };
export const isInForce = (state: Existing): state is InForce => state.status !== 'draft' && state.status !== 'void';

/** Shares and tranches have one currency, and there is at least one share. */
export const currencyOf = ({ shares }: Pick<Terms, 'shares'>): string => shares[0]?.amount.currency ?? '';

/** All that the bank has confirmed as paid. */
export function paid(state: Existing): Money {
  const settled = isInForce(state) ? [...state.payments.values()].filter(({ status }) => status === 'settled') : [];
  return total(
    settled.map(({ amount }) => amount),
    currencyOf(state),
  );
}

/** Settled payments of which it is said that the bank has returned them, or that they were booked by mistake. */
export const contested = ({ payments }: Pick<InForce, 'payments'>): PaymentId[] =>
  [...payments].flatMap(([id, payment]) => (payment.status === 'settled' && payment.undoing ? [id] : []));

/** Orders that the bank may still carry out, or that wait for their approval, and advances that are said to have come back. */
export const underWay = ({ payments }: Pick<InForce, 'payments'>): PaymentId[] =>
  [...payments].flatMap(([id, payment]) => (WITH_THE_BANK.includes(payment.status) || isContestedAdvance(payment) ? [id] : []));
const WITH_THE_BANK: readonly Payment['status'][] = ['requested', 'approved', 'instructed'];
const isContestedAdvance = (payment: Payment): boolean =>
  payment.status === 'settled' && payment.advance > 0 && payment.undoing !== undefined;
