import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type {
  AdvanceAsked,
  AdvanceRefused,
  ExpenditureAccepted,
  ExpenditureReturned,
  ExpenditureSubmitted,
} from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { PaymentId, SponsorId } from '../ids.ts';

/** What the proposer says that it has spent of an advance, from one day to another. Notes are references of erasable texts. */
export type Expenditure = {
  /** Counts the statements of the advance, from 1. */
  readonly number: number;
  readonly status: 'submitted' | 'accepted' | 'returned';
  readonly amount: Money;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly note: string;
  /** Hashes of the files that prove it. */
  readonly evidence: readonly string[];
  readonly submittedBy: string;
  readonly submittedAt: Instant;
  /** What of it was found to be spent as planned; nothing before it is accepted. */
  readonly accepted: Money;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  /** Why it was returned. */
  readonly reason: string;
};

/** Money that the proposer asks for before its milestone is verified, on a plan that it states. */
export type Advance = {
  /** Counts the advances of the agreement, from 1. */
  readonly number: number;
  readonly tranche: number;
  readonly sponsor: SponsorId;
  readonly amount: Money;
  /** Of the part of the tranche: at most so much was allowed when it was asked for. */
  readonly limitPercent: number;
  /** So many days after its payment it is accounted for; 0 = no day was set. */
  readonly statementDays: number;
  readonly plan: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** '' if nobody has refused it. */
  readonly refusedBy: string;
  readonly reason: string;
  /** The payment that was requested for it; '' = none. */
  readonly payment: PaymentId | '';
  readonly expenditures: readonly Expenditure[];
};

export type AdvancePortion = { readonly advance: number; readonly amount: Money };

export type AdvanceEvent = AdvanceAsked | AdvanceRefused | ExpenditureSubmitted | ExpenditureAccepted | ExpenditureReturned;
