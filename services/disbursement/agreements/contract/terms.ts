import type { FinancialTerms } from '@junkan/kit/finance/financing.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { EnvelopeId, FundingId, OfferId, PaymentId, ProjectId, ProposerId, SponsorId } from '../ids.ts';

/** `financing`: absent for offers of earlier versions. */
export type SharePart = {
  readonly offer: OfferId;
  readonly envelope: EnvelopeId;
  readonly amount: Money;
  readonly financing: FinancialTerms | undefined;
};
/**
 * `amount`: of money. `parts`: each offer of the sponsor, where there are several or one of them is of no money; the first of them is `offer` as well.
 */
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

/** What the project promises to reach of an indicator, in the reports on these tranches. What it does not say is ''. */
export type PromisedResult = {
  readonly code: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly tranches: readonly number[];
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

/** Shares and tranches have one currency, and there is at least one share. */
export const currencyOf = ({ shares }: Pick<Terms, 'shares'>): string => shares[0]?.amount.currency ?? '';
