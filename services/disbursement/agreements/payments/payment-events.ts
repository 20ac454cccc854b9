import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { BankAccountId } from '../../banking/accounts/bank-account.ts';
import type { MilestoneId, PaymentFileId, PaymentId, SponsorId } from '../ids.ts';
import type { JournalEntry } from '../journal.ts';
import type { OfStatement } from './of-statement.ts';
import type { Route } from './payment.ts';

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
export type PaymentEvent =
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
      /** The edition of the rules at that time; absent if there was none. */
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
    } & Partial<Route>)
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
    };
