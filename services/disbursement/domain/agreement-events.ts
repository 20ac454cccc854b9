import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Cell, MilestoneId, PaymentId, ProposerId, SponsorId, Terms } from './agreement-state.ts';
import type { JournalEntry } from './journal.ts';

export type Event =
  | ({ type: 'AgreementDrafted'; cells: readonly Cell[]; contentHash: string; signingDue: Instant } & Terms)
  | { type: 'AgreementSigned'; party: ProposerId | SponsorId; contentHash: string; at: Instant; by: string }
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
    }
  | { type: 'PaymentApproved'; payment: PaymentId; milestone: MilestoneId; at: Instant; by: string; entry: JournalEntry }
  | { type: 'PaymentRefused'; payment: PaymentId; milestone: MilestoneId; note: string; by: string }
  | { type: 'PaymentInstructed'; payment: PaymentId; milestone: MilestoneId; instruction: string; by: string }
  | {
      type: 'PaymentSettled';
      payment: PaymentId;
      milestone: MilestoneId;
      bankReference: string;
      valueDate: CalendarDate;
      at: Instant;
      by: string;
      entry: JournalEntry;
    }
  | { type: 'AgreementPaidInFull'; paid: Money; at: Instant }
  | { type: 'AgreementEnded'; paid: Money };

/** The journal entry of an event that moves money. */
export const entryOf = (event: Event): JournalEntry | undefined => ('entry' in event ? event.entry : undefined);
