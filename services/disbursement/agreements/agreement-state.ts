import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Money, total } from '@junkan/kit/pure/money.ts';
import type { Faces } from './agreement-faces.ts';
import type { Verdict, VoidCause } from './contract/contract.ts';
import { type Cell, currencyOf, type Signature, type Terms } from './contract/terms.ts';
import type { OfferConversion } from './exchange/exchange-state.ts';
import type { PaymentId } from './ids.ts';
import type { AgreedResult, Moved } from './modifications/measure.ts';
import type { Payment } from './payments/payment.ts';

/**
 * An agreement between a proposer and its sponsors: what each sponsor pays of each tranche, who signed it, and the payment orders. All of
 * it is one stream, so that nothing of a cell is paid twice and nobody pays more than its share.
 */
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
  /** The amounts of the tranches as they were signed. */
  readonly planned: ReadonlyMap<number, Money>;
  readonly verdicts: readonly Verdict[];
  /** The hash of the content as the last amendment left it; '' where it is as signed. */
  readonly amendedHash: string;
  /** What amendments have moved of the money since the signature. */
  readonly moved: Moved;
  /** What amendments have made of targets, in their order. */
  readonly results: readonly AgreedResult[];
};

export type Draft = Drafted & { readonly status: 'draft' };
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

/** All that the bank has confirmed as paid. */
export function paid(state: Existing): Money {
  const settled = isInForce(state) ? [...state.payments.values()].filter(({ status }) => status === 'settled') : [];
  return total(
    settled.map(({ amount }) => amount),
    currencyOf(state),
  );
}

/** Settled payments that are reported as returned by the bank, or as booked by mistake. */
export const contested = ({ payments }: Pick<InForce, 'payments'>): PaymentId[] =>
  [...payments].flatMap(([id, payment]) => (payment.status === 'settled' && payment.undoing ? [id] : []));

/** Orders that the bank may still carry out, or that wait for their approval, advances that are said to have come back, and what is reported as over by mistake. */
export const underWay = ({ payments }: Pick<InForce, 'payments'>): PaymentId[] =>
  [...payments].flatMap(([id, payment]) =>
    WITH_THE_BANK.includes(payment.status) || isContestedAdvance(payment) || payment.over?.undoing ? [id] : [],
  );
const WITH_THE_BANK: readonly Payment['status'][] = ['requested', 'approved', 'instructed'];
const isContestedAdvance = (payment: Payment): boolean =>
  payment.status === 'settled' && payment.advance > 0 && payment.undoing !== undefined;
