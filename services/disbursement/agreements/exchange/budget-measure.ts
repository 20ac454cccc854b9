import { type Conversion, inProportion } from '@junkan/kit/finance/conversion.ts';
import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import { allocate, type Money, money } from '@junkan/kit/pure/money.ts';
import { converted as convertedBy } from '../../books/rates/rate.ts';
import { type InForce, isInForce, type State } from '../agreement-state.ts';
import type { OfferId, PaymentId, SponsorId } from '../ids.ts';
import { isOver, type Payment } from '../payments/payment.ts';
import type { BudgetMeasure, Budgets, Exchange, OfferConversion, OverspentBudget, RatesOfDay } from './exchange-state.ts';

/** Of each offer of a sponsor that a budget in another currency backs, as far as it is known what that holds. */
export function measuredBudgets(state: InForce, sponsor: SponsorId, { held, rates }: Budgets): BudgetMeasure[] {
  const share = state.shares.find((each) => each.sponsor === sponsor);
  const parts = share ? paidPartsOf(share) : [];
  const stillOpen = openOf(
    state,
    sponsor,
    parts.map(({ amount }) => amount.amount),
  );
  return parts.flatMap(({ offer }, index) => {
    const [conversion, holds] = [state.conversions.find((each) => each.offer === offer), held.get(offer)];
    if (!conversion || !holds) return [];
    const found = rates.find(({ currency }) => currency === holds.currency);
    const open = money(stillOpen[index] ?? 0n, conversion.amount.currency);
    const converted = found && byRates(open, found);
    const isExpired = found !== undefined && found.on > found.expiresOn;
    const asCommitted = byOffer(open, conversion);
    return [
      {
        offer,
        held: holds,
        spent: money(spentOf(state.exchanges, offer), holds.currency),
        open,
        remaining: converted && !isExpired ? converted.amount : dearer(asCommitted, converted?.amount),
        rates: converted,
      },
    ];
  });
}

/** The offers that would cost more than their envelopes hold. Each booking may have been rounded up by less than one minor unit. */
export const overspent = (state: InForce, measures: readonly BudgetMeasure[]): OverspentBudget[] =>
  state.shares.flatMap(paidPartsOf).flatMap(({ offer, envelope }) => {
    const measure = measures.find((each) => each.offer === offer);
    if (!measure) return [];
    const { held, spent, remaining } = measure;
    const bookings = state.exchanges.filter(({ stands, parts }) => stands && parts.some((part) => part.offer === offer)).length;
    const missing = spent.amount + remaining.amount - held.amount;
    return missing > BigInt(bookings) ? [{ offer, envelope, held, spent, remaining, missing: money(missing, held.currency) }] : [];
  });

/** Payments that wait for their sponsor to commit more to an offer: of each offer the first, with what is missing. */
export function shortOfBudget(state: State, budgets: Budgets): { readonly payment: PaymentId; readonly short: OverspentBudget }[] {
  if (state.status === 'absent' || !isInForce(state) || state.conversions.length === 0) return [];
  const first = new Map<SponsorId, PaymentId>();
  for (const [id, { sponsor, status }] of state.payments)
    if (BEFORE_THE_BANK.includes(status) && !first.has(sponsor)) first.set(sponsor, id);
  return [...first].flatMap(([sponsor, payment]) =>
    overspent(state, measuredBudgets(state, sponsor, budgets)).map((short) => ({ payment, short })),
  );
}
const BEFORE_THE_BANK: readonly Payment['status'][] = ['requested', 'approved'];

/** What payments have cost, less what came back by refunds, and with what was lost or gained between a payment and its return. */
const spentOf = (exchanges: readonly Exchange[], offer: OfferId): bigint =>
  exchanges.filter(({ stands }) => stands).reduce((sum, each) => sum + costIn(each, offer), 0n);

function costIn(exchange: Exchange, of: OfferId): bigint {
  const sumOf = <Part extends { readonly offer: OfferId }>(parts: readonly Part[], costOf: (part: Part) => bigint): bigint =>
    parts.filter(({ offer }) => offer === of).reduce((sum, part) => sum + costOf(part), 0n);
  if ('returned' in exchange) return sumOf(exchange.parts, ({ paid, cost }) => paid.amount.amount - cost.amount.amount);
  const cost = sumOf(exchange.parts, (part) => part.cost.amount.amount);
  return 'recovery' in exchange ? -cost : cost;
}

/**
 * By part of the share, what is still to be paid and booked of it: all of it, and once an agreement is terminated what is on its way.
 */
function openOf(state: InForce, sponsor: SponsorId, parts: readonly bigint[]): bigint[] {
  const own = [...state.payments].filter(([, order]) => order.sponsor === sponsor);
  const isBooked = (payment: string) => state.exchanges.some((each) => 'payment' in each && each.payment === payment && each.stands);
  const sumOf = (some: readonly (readonly [string, Payment])[]) => some.reduce((sum, [, { amount }]) => sum + amount.amount, 0n);
  const booked = sumOf(own.filter(([payment]) => isBooked(payment)));
  const onItsWay = sumOf(own.filter(([payment, order]) => !isOver(order) && !isBooked(payment)));
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  const still = state.status === 'terminated' ? onItsWay : whole - booked;
  const [before, after] = [allocate(booked, parts), allocate(booked + (still < 0n ? 0n : still), parts)];
  return parts.map((_, index) => (after[index] ?? 0n) - (before[index] ?? 0n));
}

/** Expired rates make nothing cheaper: that rates are missing gets round no budget. */
const dearer = (one: Money, other: Money = one): Money => (other.amount > one.amount ? other : one);

const byOffer = ({ amount }: Money, { amount: whole, conversion }: OfferConversion): Money =>
  money(inProportion(amount, whole.amount, conversion.amount.amount), conversion.amount.currency);

function byRates({ amount }: Money, { currency, on: _, fromPlaces, places, ...by }: RatesOfDay): Conversion {
  const came = convertedBy(amount, { rate: by.fromRate, places: fromPlaces }, { rate: by.toRate, places });
  return { ...by, amount: money(came, currency) };
}
