import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { BankAccountId } from '../bank-accounts/bank-account.ts';
import type { AdvancePortion } from './advances/advance-state.ts';
import type { Faces } from './agreement-faces.ts';
import type {
  Cell,
  MilestoneId,
  OfferId,
  PaymentFileId,
  PaymentId,
  ProposerId,
  SponsorId,
  Terms,
  Verdict,
  VoidCause,
  Way,
} from './agreement-state.ts';
import type { ExchangePart, OfferConversion, ReversalReason } from './exchange/exchange-state.ts';
import type { JournalEntry } from './journal.ts';
import type { MeasureEvent } from './measures/measure-events.ts';
import type { OfStatement } from './payments/of-statement.ts';
import type { Portion, RecoveryKind, ResolutionKind } from './recoveries/recovery.ts';

type PutInFile = {
  type: 'PaymentPutInFile';
  payment: PaymentId;
  milestone: MilestoneId;
  file: PaymentFileId;
  payerAccount: BankAccountId;
  payeeAccount: BankAccountId;
  at: Instant;
  by: string;
};
export type Event =
  | ({
      type: 'AgreementDrafted';
      cells: readonly Cell[];
      contentHash: string;
      signingDue: Instant;
      conversions: readonly OfferConversion[];
    } & Terms)
  | { type: 'AgreementSigned'; party: ProposerId | SponsorId; contentHash: string; at: Instant; by: string }
  | { type: 'AgreementVoided'; because: VoidCause; party: string; note: string; by: string }
  | { type: 'AgreementBecameEffective'; at: Instant; entry: JournalEntry }
  | {
      type: 'PaymentRequested';
      payment: PaymentId;
      tranche: number;
      sponsor: SponsorId;
      amount: Money;
      milestone: MilestoneId;
      report: number;
      submittedBy: string;
      verifiedBy: string;
      at: Instant;
      by: string;
      reportedBy: readonly string[];
      /** Of the cell, besides the amount; absent = nothing. */
      retained?: Money | undefined;
      /** Of the cell, what was paid ahead; absent = nothing. */
      advanced?: Money | undefined;
      /** The advance that it pays; absent = it pays none. */
      advance?: number | undefined;
      /** Of several payments of the cell; absent = it pays all that is left. */
      partPayment?: number | undefined;
      partPaid?: Money | undefined;
      partWhole?: Money | undefined;
      partLeft?: Money | undefined;
    }
  | { type: 'PaymentApprovedOnce'; payment: PaymentId; milestone: MilestoneId; limit: Money; rules: number; at: Instant; by: string }
  | {
      type: 'PaymentApproved';
      payment: PaymentId;
      milestone: MilestoneId;
      at: Instant;
      by: string;
      entry: JournalEntry;
      /** The edition of the rules that stood; absent where there was none. */
      rules?: number | undefined;
    }
  | { type: 'PaymentRefused'; payment: PaymentId; milestone: MilestoneId; note: string; by: string; at: Instant | '' }
  | ({
      type: 'PaymentInstructed';
      payment: PaymentId;
      milestone: MilestoneId;
      instruction: string;
      by: string;
      at: Instant | '';
    } & Partial<Way>)
  | PutInFile
  | { type: 'PaymentTakenFromFile'; payment: PaymentId; milestone: MilestoneId; file: PaymentFileId; at: Instant; by: string }
  | ({
      type: 'PaymentSettlementReported';
      payment: PaymentId;
      milestone: MilestoneId;
      report: number;
      bankReference: string;
      valueDate: CalendarDate;
      at: Instant;
      by: string;
    } & OfStatement)
  | { type: 'PaymentFailureReported'; payment: PaymentId; milestone: MilestoneId; report: number; note: string; at: Instant; by: string }
  | { type: 'PaymentObjectedTo'; payment: PaymentId; milestone: MilestoneId; report: number; note: string; at: Instant; by: string }
  | ({
      type: 'PaymentSettled';
      payment: PaymentId;
      milestone: MilestoneId;
      bankReference: string;
      valueDate: CalendarDate;
      at: Instant;
      by: string;
      entry: JournalEntry;
      /** 0 where an earlier version let one person settle it. */
      report: number;
      reportedBy: string;
    } & OfStatement)
  | ({
      type: 'PaymentReturnReported';
      payment: PaymentId;
      milestone: MilestoneId;
      report: number;
      bankReference: string;
      valueDate: CalendarDate;
      note: string;
      at: Instant;
      by: string;
    } & OfStatement)
  | ({
      type: 'PaymentReturned';
      payment: PaymentId;
      milestone: MilestoneId;
      bankReference: string;
      valueDate: CalendarDate;
      note: string;
      at: Instant;
      by: string;
      entry: JournalEntry;
      report: number;
      reportedBy: string;
    } & OfStatement)
  | { type: 'PaymentReversalReported'; payment: PaymentId; milestone: MilestoneId; report: number; note: string; at: Instant; by: string }
  | ({
      type: 'SettlementReversed';
      payment: PaymentId;
      milestone: MilestoneId;
      bankReference: string;
      note: string;
      at: Instant;
      by: string;
      entry: JournalEntry;
      report: number;
      reportedBy: string;
    } & OfStatement)
  | {
      type: 'PaymentFailed';
      payment: PaymentId;
      milestone: MilestoneId;
      note: string;
      by: string;
      entry: JournalEntry;
      report: number;
      reportedBy: string;
      at: Instant | '';
    }
  | {
      type: 'ExchangeBooked';
      exchange: number;
      payment: PaymentId;
      milestone: string;
      valueDate: CalendarDate;
      parts: readonly ExchangePart[];
      at: Instant;
      by: string;
      entry: JournalEntry;
    }
  | {
      type: 'ExchangeReversed';
      exchange: number;
      payment: PaymentId;
      milestone: string;
      /** Nothing where its payment was undone before a reason was told. */
      reason: ReversalReason | '';
      at: Instant;
      by: string;
      entry: JournalEntry;
    }
  | {
      type: 'ExchangeOfRefundBooked';
      exchange: number;
      recovery: number;
      resolution: number;
      sponsor: SponsorId;
      valueDate: CalendarDate;
      parts: readonly ExchangePart[];
      at: Instant;
      by: string;
      entry: JournalEntry;
    }
  | {
      type: 'ExchangeOfRefundReversed';
      exchange: number;
      recovery: number;
      resolution: number;
      sponsor: SponsorId;
      reason: ReversalReason;
      at: Instant;
      by: string;
      entry: JournalEntry;
    }
  | Faces[keyof Faces]['event']
  | MeasureEvent
  | {
      type: 'TrancheReduced';
      tranche: number;
      milestone: MilestoneId;
      verdict: Verdict['verdict'];
      payableBasisPoints: number;
      rest: Verdict['rest'];
      carriedTo: number;
      cells: readonly Cell[];
      entry: JournalEntry | undefined;
    }
  | { type: 'ConditionReported'; condition: number; offer: OfferId; note: string; evidence: readonly string[]; by: string; at: Instant }
  | { type: 'ConditionConfirmed'; condition: number; by: string; at: Instant }
  | { type: 'ConditionRefused'; condition: number; note: string; by: string; at: Instant }
  | {
      type: 'RecoveryClaimed';
      recovery: number;
      kind: RecoveryKind;
      tranche: number;
      amount: Money;
      portions: readonly Portion[];
      /** What of it is taken from advances that are open. */
      advances: readonly AdvancePortion[];
      note: string;
      answerDue: Instant;
      at: Instant;
      by: string;
    }
  | { type: 'RecoveryAnswered'; recovery: number; note: string; at: Instant; by: string }
  | { type: 'RecoveryApproved'; recovery: number; at: Instant; by: string; entry: JournalEntry }
  | { type: 'RecoveryRefused'; recovery: number; note: string; at: Instant; by: string }
  | {
      type: 'ResolutionProposed';
      recovery: number;
      resolution: number;
      kind: ResolutionKind;
      amount: Money;
      portions: readonly Portion[];
      sponsor: SponsorId | '';
      bankReference: string;
      valueDate: CalendarDate | '';
      note: string;
      at: Instant;
      by: string;
      statement?: string | undefined;
      statementEntry?: number | undefined;
    }
  | { type: 'ResolutionConfirmedOnce'; recovery: number; resolution: number; limit: Money; rules: number; at: Instant; by: string }
  | { type: 'ResolutionConfirmed'; recovery: number; resolution: number; at: Instant; by: string; entry: JournalEntry; rules?: number }
  | { type: 'ResolutionRefused'; recovery: number; resolution: number; note: string; at: Instant; by: string }
  | { type: 'AgreementPaidInFull'; paid: Money; at: Instant }
  | { type: 'BudgetEndMoved'; sponsor: SponsorId; before: CalendarDate | ''; periodEnd: CalendarDate; at: Instant }
  | { type: 'AgreementEnded'; paid: Money };

/** The journal entry of an event that moves money. */
export const entryOf = (event: Event): JournalEntry | undefined => ('entry' in event ? event.entry : undefined);
