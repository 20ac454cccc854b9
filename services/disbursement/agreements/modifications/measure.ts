import type { FinancialTerms } from '@junkan/kit/finance/financing.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { OfferId } from '../ids.ts';

/** A change of an amendment; absent or '' = unchanged. */
export type TrancheChange = { readonly tranche: number; readonly dueOn: CalendarDate | ''; readonly amount: Money | undefined };
/** On what terms the money of an offer is given from now on. */
export type TermsChange = { readonly offer: OfferId; readonly financing: FinancialTerms };

/** What an indicator of a milestone is to reach from now on; decimal numbers as text. `before`: what it was to reach. */
export type ResultChange = { readonly tranche: number; readonly code: string; readonly before: string; readonly target: string };
/** The same, by which amendment, and when that took effect. */
export type AgreedResult = ResultChange & { readonly measure: number; readonly at: Instant };

export const MEASURES = ['suspension', 'resumption', 'termination', 'amendment'] as const;
export type MeasureKind = (typeof MEASURES)[number];

/** What was added to the amounts of cells, and what was taken from them, in minor units. What is moved from one to another is in both. */
export type Moved = { readonly more: bigint; readonly less: bigint };

/** What an amendment changes, which says who must consent; see amendment-kind.ts. */
export type AmendmentKind = 'error' | 'budget-up-to-20' | 'budget-over-20' | 'results' | 'no-cost-extension' | 'terms' | 'other';

/** Why an agreement is suspended or terminated. */
export type MeasureCause = 'breach' | 'no-progress' | 'fiduciary' | 'safeguards' | 'force-majeure' | 'mutual' | 'other';

/** What is asked for. Of a kind to which a field does not belong it is '', or empty. */
export type Proposed = {
  readonly kind: MeasureKind;
  /** '' of other kinds, and of amendments of earlier versions. */
  readonly amendment: AmendmentKind | '';
  readonly changes: readonly TrancheChange[];
  readonly financing: readonly TermsChange[];
  readonly results: readonly ResultChange[];
  /** What is agreed on in words: part of the agreement, and of its hash. */
  readonly provisions: string;
  /** '' of other kinds, and of measures of earlier versions. */
  readonly cause: MeasureCause | '';
  /** The last day on which the cause can be cured; '' = none. */
  readonly cureUntil: CalendarDate | '';
};

/** What is decided on an agreement in force: one person prepares it, others approve it. */
export type Measure = Proposed & {
  readonly number: number;
  /** A termination is `begun` while the milestones are closed, before it takes effect. */
  readonly status: 'proposed' | 'begun' | 'effective' | 'refused';
  readonly note: string;
  /** Who proposed it: a party, or `secretariat`. */
  readonly party: string;
  /** The organisations that must approve; `secretariat` is always one of them. */
  readonly needed: readonly string[];
  /** The parties that may answer before it is approved. */
  readonly heard: readonly string[];
  /** Until when their answers are awaited; '' if nobody is heard. */
  readonly answerDue: Instant | '';
  readonly answers: readonly Answer[];
  readonly approvals: readonly Approval[];
  readonly proposedBy: string;
  readonly refusedBy: string;
};
export type Approval = { readonly party: string; readonly by: string; readonly at: Instant };
/** What a party that is heard says to it. The note is the reference of an erasable text. */
export type Answer = { readonly party: string; readonly note: string; readonly by: string; readonly at: Instant };
