import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { allocate, type Money, money, total } from '@junkan/kit/pure/money.ts';
import type { AdvancePortion } from '../advances/advance-state.ts';
import type { FirstApproval } from '../approval-rules/approval-rules.ts';
import type { SponsorId } from '../ids.ts';

/**
 * Money that was paid and has to come back. It is claimed, the proposer is heard, a second person approves it; then it is pending until it is
 * refunded, found eligible after all, or written off by the sponsor whose money it is. All amounts are in the currency of the agreement.
 */
export type RecoveryKind = 'ineligible' | 'clawback' | 'unspent';
export type ResolutionKind = 'refunded' | 'justified' | 'documented' | 'written-off' | 'reversed';

/** What of an amount is one sponsor's; the portions of an amount sum to it exactly. */
export type Portion = { readonly sponsor: SponsorId; readonly amount: Money };

/** How a part of a recovery is settled; it counts once a second person has confirmed it. What a kind has not is ''. */
export type Resolution = {
  /** Counts those of the recovery, from 1. */
  readonly number: number;
  readonly kind: ResolutionKind;
  readonly status: 'proposed' | 'confirmed' | 'refused';
  readonly amount: Money;
  readonly portions: readonly Portion[];
  /** Whose money is written off. */
  readonly sponsor: SponsorId | '';
  /** Of what is reversed: the refund that was confirmed by mistake, and is refused once this is confirmed; 0 of the other kinds. */
  readonly undoes: number;
  /** Of a refund: the entry of a statement that it is based on, the bank's reference, and its day. */
  readonly statement: string;
  readonly statementEntry: number;
  /** Of a refund: what the bank paid in, where that is in the currency of the sponsor's budgets, and not in that of the agreement. */
  readonly credited?: Money | undefined;
  /** The file by which a person reported a refund; '' = none. */
  readonly document: string;
  readonly bankReference: string;
  readonly valueDate: CalendarDate | '';
  /** The reference of an erasable text. */
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  /** Where it is above a limit: who confirmed it first. Nothing moves until another person has. */
  readonly firstApproval: FirstApproval | undefined;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  /** Why it was refused: the reference of an erasable text. */
  readonly reason: string;
};

export type Recovery = {
  /** Counts those of the agreement, from 1. */
  readonly number: number;
  readonly kind: RecoveryKind;
  /** `pending`: approved, and not fully resolved. */
  readonly status: 'claimed' | 'refused' | 'pending' | 'resolved';
  /** The tranche with which it was paid; 0 = all of them. */
  readonly tranche: number;
  readonly amount: Money;
  readonly portions: readonly Portion[];
  /** Notes, the answer and the reason are references of erasable texts. */
  readonly note: string;
  readonly answerDue: Instant;
  readonly claimedBy: string;
  readonly claimedAt: Instant;
  readonly answer: string;
  readonly answeredBy: string;
  readonly answeredAt: Instant | '';
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  readonly reason: string;
  readonly resolutions: readonly Resolution[];
  /** What of it is taken from advances that were open when it was claimed. */
  readonly advances: readonly AdvancePortion[];
};

/** What is resolved of a recovery in each way, and what is pending still: nothing before it is approved. */
export function sumsOf(recovery: Recovery): Record<Exclude<ResolutionKind, 'reversed'> | 'pending', Money> {
  const { amount, status, resolutions } = recovery;
  const of = (kind: ResolutionKind): Money =>
    sumOf(
      resolutions.filter((each) => each.kind === kind && isConfirmed(each)),
      amount.currency,
    );
  const isApproved = status === 'pending' || status === 'resolved';
  const pending = isApproved ? sumOf(pendingPortions(recovery), amount.currency) : money(0n, amount.currency);
  return { refunded: of('refunded'), justified: of('justified'), documented: of('documented'), 'written-off': of('written-off'), pending };
}

export const isConfirmed = ({ status }: Resolution): boolean => status === 'confirmed';
/** What is reversed settles nothing; it takes back what did. */
const settles = ({ kind }: Resolution): boolean => kind !== 'reversed';
/** The refund that is taken back, if it is one that is. */
export const undoneIn = ({ resolutions }: Recovery, { undoes }: Resolution): Resolution | undefined => resolutions[undoes - 1];
const sumOf = (parts: readonly { readonly amount: Money }[], currency: string): Money =>
  total(
    parts.map(({ amount }) => amount),
    currency,
  );

/** What no confirmed resolution has settled, by sponsor. */
export const pendingPortions = (recovery: Recovery): Portion[] =>
  less(
    recovery,
    recovery.resolutions.filter((each) => settles(each) && isConfirmed(each)),
  );

/** What no resolution has settled or proposes to settle, by sponsor. */
export const openPortions = (recovery: Recovery): Portion[] =>
  less(
    recovery,
    recovery.resolutions.filter((each) => settles(each) && each.status !== 'refused'),
  );

const less = ({ portions }: Recovery, resolutions: readonly Resolution[]): Portion[] =>
  portions.map(({ sponsor, amount }) => ({
    sponsor,
    amount: money(
      amount.amount -
        portionOf(
          resolutions.flatMap((each) => each.portions),
          sponsor,
        ),
      amount.currency,
    ),
  }));

/** What of the portions is a sponsor's, in minor units. */
export const portionOf = (portions: readonly Portion[], sponsor: SponsorId): bigint =>
  portions.filter((each) => each.sponsor === sponsor).reduce((sum, { amount }) => sum + amount.amount, 0n);

/** Splits an amount in proportion to portions that hold at least as much; none gets more than it holds. Sponsors without any are left out. */
export function apportioned({ amount, currency }: Money, held: readonly Portion[]): Portion[] {
  const parts = allocate(
    amount,
    held.map((portion) => portion.amount.amount),
  );
  return held.flatMap(({ sponsor }, index) => (parts[index] ? [{ sponsor, amount: money(parts[index], currency) }] : []));
}
