import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { type Money, total } from '@junkan/kit/pure/money.ts';

/**
 * An agreement between a proposer and its sponsors: what each sponsor pays of each tranche, who signed it, and one
 * payment order for each cell. All of it is one stream, so a cell is paid once and nobody pays more than its share.
 */
export type AgreementId = `agr_${string}`;
export type ProjectId = `prj_${string}`;
export type FundingId = `fnd_${string}`;
export type ProposerId = `org_${string}`;
export type SponsorId = `spo_${string}`;
export type OfferId = `off_${string}`;
export type EnvelopeId = `env_${string}`;
export type MilestoneId = `mst_${string}`;
export type PaymentId = `pay_${string}`;

export type Share = { readonly sponsor: SponsorId; readonly offer: OfferId; readonly envelope: EnvelopeId; readonly amount: Money };
export type Tranche = { readonly number: number; readonly title: string; readonly monthsAfterEffective: number; readonly amount: Money };

/** What the parties agree on, and sign by its hash. */
export type Terms = {
  readonly project: ProjectId;
  readonly round: number;
  readonly funding: FundingId;
  readonly proposer: ProposerId;
  readonly shares: readonly Share[];
  readonly tranches: readonly Tranche[];
  readonly conditions: readonly string[];
};

/** What one sponsor pays of one tranche, by the one payment that may pay it. */
export type Cell = { readonly tranche: number; readonly sponsor: SponsorId; readonly amount: Money; readonly payment: PaymentId };

export type Signature = { readonly party: ProposerId | SponsorId; readonly by: string; readonly at: Instant };

/** What a payment rests on: the cell, the report that was verified, and the persons who acted before it. */
export type Order = {
  readonly tranche: number;
  readonly sponsor: SponsorId;
  readonly amount: Money;
  readonly milestone: MilestoneId;
  readonly report: number;
  readonly submittedBy: string;
  readonly verifiedBy: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
};
type Approved = Order & { readonly approvedBy: string; readonly approvedAt: Instant };
type Instructed = Approved & { readonly instruction: string };

/** A refused order is over; its cell may be requested anew, under the same payment. */
export type Payment =
  | (Order & { readonly status: 'requested' })
  | (Order & { readonly status: 'refused'; readonly refusedBy: string })
  | (Approved & { readonly status: 'approved' })
  | (Instructed & { readonly status: 'instructed' })
  | (Instructed & {
      readonly status: 'settled';
      readonly bankReference: string;
      readonly valueDate: CalendarDate;
      readonly settledAt: Instant;
    });

type Drafted = Terms & {
  readonly cells: readonly Cell[];
  readonly contentHash: string;
  readonly signingDue: Instant;
  readonly signatures: readonly Signature[];
};
type Signed = Drafted & { readonly effectiveAt: Instant; readonly payments: ReadonlyMap<PaymentId, Payment> };

export type Draft = Drafted & { readonly status: 'draft' };
export type Effective = Signed & { readonly status: 'effective' };
/** Every cell is paid, so no payment can change any more. */
export type Ended = Signed & { readonly status: 'ended' };
export type State = { readonly status: 'absent' } | Draft | Effective | Ended;

export const initial: State = { status: 'absent' };

/** Shares and tranches have one currency, and there is at least one share. */
export const currencyOf = ({ shares }: Pick<Terms, 'shares'>): string => shares[0]?.amount.currency ?? '';

/** All that the bank has confirmed as paid. */
export function paid(state: Draft | Effective | Ended): Money {
  const settled = state.status === 'draft' ? [] : [...state.payments.values()].filter(({ status }) => status === 'settled');
  return total(
    settled.map(({ amount }) => amount),
    currencyOf(state),
  );
}

/** Payments of cells with money in them that are not settled yet. */
export const unsettled = ({ cells, payments }: Effective | Ended): PaymentId[] =>
  cells.filter(({ amount, payment }) => amount.amount > 0n && payments.get(payment)?.status !== 'settled').map(({ payment }) => payment);
