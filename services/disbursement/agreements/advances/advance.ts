import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import { type CalendarDate, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { lesser, money } from '@junkan/kit/pure/money.ts';
import type { InForce } from '../agreement-state.ts';
import { type Cell, currencyOf } from '../contract/terms.ts';
import type { SponsorId } from '../ids.ts';
import { isAskedFor } from '../payments/part-payment.ts';
import { isOver, type Payment } from '../payments/payment.ts';
import type { Advance, AdvancePortion } from './advance-state.ts';

export type AdvanceStatus = 'asked' | 'refused' | 'lapsed' | 'ordered' | 'paid' | 'liquidated';

export const orderOf = ({ payments }: Pick<InForce, 'payments'>, { payment }: Advance): Payment | undefined =>
  payment === '' ? undefined : payments.get(payment);

/** Whether an order is settled, and not reported as returned or booked by mistake. */
const isPaid = (order: Payment | undefined): boolean => order?.status === 'settled' && !order.undoing;

/**
 * What of an advance was paid and is neither liquidated nor claimed back, in minor units. `claimed`: including what is not approved yet.
 */
export function openOf(state: InForce, advance: Advance, claims: 'claimed' | 'approved' = 'claimed'): bigint {
  if (!isPaid(orderOf(state, advance))) return 0n;
  const accepted = advance.expenditures.reduce((sum, each) => sum + each.accepted.amount, 0n);
  const back = state.recoveries
    .filter(({ status }) => status !== 'refused' && (claims === 'claimed' || status !== 'claimed'))
    .flatMap(({ advances }) => advances)
    .filter((each) => each.advance === advance.number)
    .reduce((sum, { amount }) => sum + amount.amount, 0n);
  return advance.amount.amount - accepted - back;
}

/** By when the proposer accounts for what is open of a paid advance; '' while nothing is, and where no day was set. */
export function statementDueOf(state: InForce, advance: Advance): CalendarDate | '' {
  const order = orderOf(state, advance);
  if (advance.statementDays === 0 || order?.status !== 'settled' || statusOf(state, advance) !== 'paid') return '';
  return plusCalendarDays(order.valueDate, advance.statementDays);
}

export function statusOf(state: InForce, advance: Advance): AdvanceStatus {
  if (advance.refusedBy !== '') return 'refused';
  const order = orderOf(state, advance);
  if (isPaid(order)) return openOf(state, advance, 'approved') > 0n ? 'paid' : 'liquidated';
  if (order && !isOver(order)) return 'ordered';
  return isLate(state, advance) ? 'lapsed' : 'asked';
}

/**
 * Whether anything depends on a paid advance, so that it can no longer be undone: a statement, a claim, a verdict, the payment of its part,
 * or a termination.
 */
export function isRestedOn(state: InForce, advance: Advance): boolean {
  const { tranche, sponsor, amount, expenditures } = advance;
  const cell = state.cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  const isTouched = openOf(state, advance) < amount.amount || expenditures.some(({ status }) => status === 'submitted');
  const isOrdered = cell !== undefined && isAskedFor(state, cell);
  const isJudged = state.verdicts.some((verdict) => verdict.tranche === tranche);
  return isTouched || isOrdered || isJudged || !['effective', 'suspended'].includes(state.status);
}

/** Whether its part of the tranche is judged or asked for, or terms or part have become such that it is too much: nothing is paid ahead of that any more. */
function isLate(state: InForce, { tranche, sponsor, amount, limitPercent }: Advance): boolean {
  const { status, verdicts, cells } = state;
  const cell = cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  const isJudged = verdicts.some((verdict) => verdict.tranche === tranche);
  const isOrdered = cell !== undefined && isAskedFor(state, cell);
  const isTooMuch = cell === undefined || amount.amount > limitOf(state, cell, limitPercent);
  return status === 'terminated' || status === 'ended' || isJudged || isOrdered || isTooMuch;
}

const ofCell = ({ advances }: Pick<InForce, 'advances'>, { tranche, sponsor }: Pick<Cell, 'tranche' | 'sponsor'>): Advance[] =>
  advances.filter((advance) => advance.tranche === tranche && advance.sponsor === sponsor);

/** What was paid of a cell before its milestone was verified, in minor units. */
export const advancedOn = (state: Pick<InForce, 'advances' | 'payments'>, cell: Pick<Cell, 'tranche' | 'sponsor'>): bigint =>
  ofCell(state, cell)
    .filter((advance) => orderOf(state, advance)?.status === 'settled')
    .reduce((sum, { amount }) => sum + amount.amount, 0n);

/** An advance of a tranche that was ordered and is not settled yet. */
export const advanceUnderWay = (state: InForce, tranche: number, sponsor?: SponsorId): Advance | undefined =>
  state.advances.find(
    (advance) =>
      advance.tranche === tranche && (sponsor === undefined || advance.sponsor === sponsor) && statusOf(state, advance) === 'ordered',
  );

/** Tranches of which money was paid ahead, or is about to be: their amounts stay. */
export const tranchesAhead = (state: InForce): number[] =>
  state.advances.filter((advance) => ['ordered', 'paid', 'liquidated'].includes(statusOf(state, advance))).map(({ tranche }) => tranche);

/** Whether any offer of the sponsor allows money to be paid ahead. */
export const allowsAdvances = ({ shares }: Pick<InForce, 'shares'>, sponsor: SponsorId): boolean =>
  shares.some((share) => share.sponsor === sponsor && paidPartsOf(share).some(({ financing }) => financing?.advances === true));

const WHOLE = 100n;

/**
 * The most that may be paid ahead of a cell, in minor units: this percentage of what comes of offers that allow advances, rounded down. Nothing
 * where no offer allows any.
 */
export function limitOf(
  { shares }: Pick<InForce, 'shares'>,
  { sponsor, amount }: Pick<Cell, 'sponsor' | 'amount'>,
  percent: number,
): bigint {
  const share = shares.find((each) => each.sponsor === sponsor);
  const parts = share ? paidPartsOf(share) : [];
  const sum = (of: typeof parts): bigint => of.reduce((all, part) => all + part.amount.amount, 0n);
  const whole = sum(parts);
  const allowing = sum(parts.filter(({ financing }) => financing?.advances === true));
  return whole === 0n ? 0n : (amount.amount * allowing * BigInt(percent)) / (whole * WHOLE);
}

/** What of a sponsor's portion of a claim is taken from advances that are open, the earliest first. */
export function fromAdvances(state: InForce, sponsor: SponsorId, tranche: number, amount: bigint): AdvancePortion[] {
  const found: AdvancePortion[] = [];
  let left = amount;
  for (const advance of state.advances.filter((each) => each.sponsor === sponsor && (tranche === 0 || each.tranche === tranche))) {
    const taken = lesser(openOf(state, advance), left);
    if (taken <= 0n) continue;
    found.push({ advance: advance.number, amount: money(taken, currencyOf(state)) });
    left -= taken;
  }
  return found;
}

/** What of the advances of a sponsor is open, of one tranche or of all (0), in minor units. */
export const openOfAll = (state: InForce, sponsor: SponsorId, tranche: number): bigint =>
  state.advances
    .filter((each) => each.sponsor === sponsor && (tranche === 0 || each.tranche === tranche))
    .reduce((sum, advance) => sum + openOf(state, advance), 0n);
