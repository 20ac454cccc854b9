import { type Conversion, inProportion } from '@junkan/kit/finance/conversion.ts';
import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { allocate, type Money, minus, money } from '@junkan/kit/pure/money.ts';
import { converted, effectiveRate } from '../../books/rates/rate.ts';
import type { Event } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import type { AgreementId, PaymentId, SponsorId } from '../ids.ts';
import { accounts, entry, type Posting, summed } from '../journal.ts';
import type { ExchangePart, PaymentExchange, RatesOfDay, ReversalReason } from './exchange-state.ts';

export type Portion = Omit<ExchangePart, 'cost'>;
/** `debited`: what the bank took of an account in the currency of its budgets. */
type Order = { readonly sponsor: SponsorId; readonly amount: Money; readonly debited?: Money | undefined };
type Of = { readonly payment: PaymentId; readonly milestone: string; readonly valueDate: CalendarDate };

export const standingExchange = ({ exchanges }: Pick<InForce, 'exchanges'>, payment: PaymentId): PaymentExchange | undefined =>
  exchanges.find((each): each is PaymentExchange => 'payment' in each && each.payment === payment && each.stands);

/** What of a payment comes from budgets in other currencies, and what of their commitments that is; none where all is in that of the agreement. */
export function portionsOf(state: InForce, { sponsor, amount }: Order): Portion[] {
  const standing = state.exchanges.flatMap((each) => {
    const order = 'payment' in each && each.stands ? state.payments.get(each.payment) : undefined;
    return order?.sponsor === sponsor ? [{ parts: each.parts, amount: order.amount }] : [];
  });
  return portionsAfter(state, { sponsor, amount }, standing);
}

type Before = { readonly parts: readonly ExchangePart[]; readonly amount: Money };

/** By offer, what an amount adds to what was booked before of amounts of its kind: each of all of them together, so that those which make up the share come to exactly its commitment. */
export function portionsAfter(state: InForce, { sponsor, amount }: Order, standing: readonly Before[]): Portion[] {
  const share = state.shares.find((each) => each.sponsor === sponsor);
  const parts = share ? paidPartsOf(share) : [];
  if (!parts.some(({ offer }) => state.conversions.some((each) => each.offer === offer))) return [];
  const paid = allocate(
    standing.reduce((sum, before) => sum + before.amount.amount, amount.amount),
    parts.map((part) => part.amount.amount),
  );
  return parts.flatMap(({ offer }, index) => {
    const conversion = state.conversions.find((each) => each.offer === offer);
    if (!conversion) return [];
    const { amount: whole, conversion: into } = conversion;
    const booked = standing.flatMap((each) => each.parts.filter((part) => part.offer === offer));
    const settled = booked.reduce((sum, part) => sum + part.amount.amount, 0n);
    const committed = booked.reduce((sum, part) => sum + part.committed.amount, 0n);
    const all = paid[index] ?? 0n;
    return [
      {
        offer,
        amount: money(all - settled, amount.currency),
        committed: money(inProportion(all, whole.amount, into.amount.amount) - committed, into.amount.currency),
      },
    ];
  });
}

/** Each portion at the rates of the value date, or the first for which there are none. */
export function costed(
  portions: readonly Portion[],
  { valueDate }: { readonly valueDate: CalendarDate },
  rates: readonly RatesOfDay[],
): readonly ExchangePart[] | Portion {
  const parts: ExchangePart[] = [];
  for (const portion of portions) {
    const found = rates.find(({ currency, on }) => currency === portion.committed.currency && on === valueDate);
    if (!found) return portion;
    const { currency, on: _, fromPlaces, places, ...by } = found;
    const from = { rate: by.fromRate, places: fromPlaces };
    const amount = money(converted(portion.amount.amount, from, { rate: by.toRate, places }), currency);
    parts.push({ ...portion, cost: { ...by, amount } });
  }
  return parts;
}

/** What the bank itself took for all of them, or paid in, apportioned to each exactly: no rates of the day decide that, and none ever correct it. */
export function byBank(
  portions: readonly Portion[],
  { valueDate, moved }: { readonly valueDate: CalendarDate; readonly moved: Money },
): readonly ExchangePart[] {
  // What a part adds may be below zero by a minor unit, where others before it were rounded up.
  const amounts = portions.map(({ amount: { amount } }) => (amount < 0n ? 0n : amount));
  const costs = allocate(moved.amount, amounts);
  const whole = money(
    amounts.reduce((sum, amount) => sum + amount, 0n),
    portions[0]?.amount.currency ?? '',
  );
  const by = { day: valueDate, source: 'bank', base: whole.currency, fromRate: '1', toRate: effectiveRate(whole, moved) };
  return portions.map((portion, at) => ({
    ...portion,
    cost: { ...by, amount: money(costs[at] ?? 0n, moved.currency), expiresOn: valueDate, byBank: true },
  }));
}

/** What was spent, what of the commitment that is, and the difference: above zero it is a loss. */
export const postingsOf = (sponsor: SponsorId, parts: readonly ExchangePart[]): Posting[] =>
  summed(
    parts.flatMap(({ committed, cost }) => [
      { account: accounts.spent(sponsor), money: { ...cost.amount, amount: -cost.amount.amount } },
      { account: accounts.converted(sponsor), money: committed },
      { account: accounts.exchangeDifferences(sponsor), money: minus(cost.amount, committed) },
    ]),
  ).filter(({ money: { amount } }) => amount !== 0n);

export type Booking = {
  readonly agreement: AgreementId;
  readonly rates: readonly RatesOfDay[];
  readonly now: Instant;
  readonly by: string;
};
type Booked = Extract<Event, { type: 'ExchangeBooked' }>;

/** The booking of a payment that is settled; nothing where it comes from no other budget, the portion that has no rates where one has none. */
export function bookingOf(state: InForce, of: Of, order: Order, booking: Booking): Booked | Portion | undefined {
  const portions = portionsOf(state, order);
  if (portions.length === 0) return undefined;
  const { debited: moved } = order;
  const parts = moved ? byBank(portions, { valueDate: of.valueDate, moved }) : costed(portions, of, booking.rates);
  if ('offer' in parts) return parts;
  return bookedAs(state, of, { ...order, parts }, booking);
}

type Costed = { readonly sponsor: SponsorId; readonly parts: readonly ExchangePart[] };

export function bookedAs({ exchanges }: InForce, of: Of, { sponsor, parts }: Costed, { agreement, now, by }: Booking): Booked {
  const exchange = exchanges.length + 1;
  const booked = entry(`${agreement}/exchange/${of.payment}/${exchange}`, postingsOf(sponsor, parts));
  return { type: 'ExchangeBooked', exchange, ...of, parts, at: now, by, entry: booked };
}

/** The bank has paid whether rates are known or not: without rates, the booking waits. */
export function exchangeOnSettlement(state: InForce, of: Of, order: Order, booking: Booking): Booked[] {
  const booked = bookingOf(state, of, order, booking);
  return booked && 'exchange' in booked ? [booked] : [];
}

export const turned = (postings: readonly Posting[]): Posting[] =>
  postings.map(({ account, money: { amount, currency } }) => ({ account, money: money(-amount, currency) }));

type Undoing = Omit<Booking, 'rates'> & Pick<Of, 'payment' | 'milestone'>;

/** What undoes the booking of a payment that is undone itself, exactly as it was. */
export function exchangeUndone(state: InForce, undoing: Undoing): Event[] {
  const standing = standingExchange(state, undoing.payment);
  return standing ? [reversed(standing, undoing, 'payment-undone')] : [];
}

export function reversed({ number: exchange, postings }: PaymentExchange, undoing: Undoing, reason: ReversalReason): Event {
  const { agreement, payment, milestone, now, by } = undoing;
  const undone = entry(`${agreement}/exchange-reversed/${payment}/${exchange}`, turned(postings));
  return { type: 'ExchangeReversed', exchange, payment, milestone, reason, at: now, by, entry: undone };
}

/**
 * What was booked, at the rates of its value date that stand now; nothing where it was booked with these, or where none stand any more. What of the
 * payment it is, and what of the commitment, no rate of the day decides: that stays, and so does what was booked after it.
 */
export function recosted(
  parts: readonly ExchangePart[],
  of: { readonly valueDate: CalendarDate },
  rates: readonly RatesOfDay[],
): readonly ExchangePart[] | undefined {
  if (parts.some(({ cost }) => cost.byBank)) return undefined;
  const costs = costed(parts, of, rates);
  if ('offer' in costs) return undefined;
  return costs.some(({ cost }, index) => !isByTheRatesOf(cost, parts[index]?.cost)) ? costs : undefined;
}

export const isByTheRatesOf = (one: Conversion, other: Conversion | undefined): boolean =>
  other !== undefined && (['day', 'source', 'base', 'fromRate', 'toRate'] as const).every((each) => one[each] === other[each]);
