import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { type Money, minus, money } from '@junkan/kit/pure/money.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import type { PaymentId } from '../ids.ts';
import { accounts, entry, type Posting, summed } from '../journal.ts';
import { part } from '../parts.ts';
import type { Settled } from '../payments/payment.ts';
import { type Booking, byBank, costed, isByTheRatesOf, portionsOf, standingExchange, turned } from './exchange.ts';
import type { OfReturn, RatesOfDay, ReturnDue, ReturnExchange, ReturnPart, Returns, ReversalReason } from './exchange-state.ts';

// A payment that comes back undoes what it cost. What came back is worth something else by then, at the rates of the day of its return: the difference has
// been spent, or less has, and is an exchange loss or gain.

/** What came back of payments from budgets in other currencies, until that is found to be a mistake. */
export const returns = part<Returns>()({
  initial: [],
  decide: {},
  evolve: {
    ExchangeOfReturnDue: (before, { payment, milestone, report, sponsor, paidOn, valueDate, parts, debited, credited }) => [
      ...before,
      { payment, milestone, report, sponsor, paidOn, valueDate, parts, debited, credited },
    ],
  },
  acts: [],
  message: () => ({}),
});

/** Those that stand: a return that was a mistake is none. */
export const standingDues = ({ returns: all, payments }: Pick<InForce, 'returns' | 'payments'>): readonly ReturnDue[] =>
  all.filter(({ payment, report }) => !payments.get(payment)?.reversals.some((reversal) => reversal.of === report));
export const duesOf = (state: InForce, payment: PaymentId): readonly ReturnDue[] =>
  standingDues(state).filter((due) => due.payment === payment);

export const standingReturn = ({ exchanges }: Pick<InForce, 'exchanges'>, { payment, report }: OfReturn): ReturnExchange | undefined =>
  exchanges.find(
    (each): each is ReturnExchange =>
      'returned' in each && each.returned.payment === payment && each.returned.report === report && each.stands,
  );

/** Events, or why there are none yet. */
export type Answer = { readonly events: readonly Event[]; readonly lacks?: Rejection | undefined };

/** What a return has to be booked as, once there are rates of both days: at once, if there are. */
export function exchangeOnReturn(
  state: InForce,
  settled: Settled,
  of: Pick<ReturnDue, 'payment' | 'report' | 'valueDate' | 'credited'>,
  booking: Booking,
): Event[] {
  const portions = standingExchange(state, of.payment)?.parts ?? portionsOf(state, settled);
  if (portions.length === 0) return [];
  const { milestone, sponsor, valueDate: paidOn, debited } = settled;
  const parts = portions.map(({ offer, amount, committed }) => ({ offer, amount, committed, cost: undefined }));
  const due = { ...of, milestone, sponsor, paidOn, parts, debited };
  return [{ type: 'ExchangeOfReturnDue', ...due, at: booking.now, by: booking.by }, ...returnBooked(state, due, booking, 0).events];
}

/** `count`: how many bookings the same act makes before it. */
export function returnBooked(state: InForce, due: ReturnDue, booking: Booking, count: number): Answer {
  const costs = returnCosts(due, booking.rates);
  if ('lacks' in costs) return { events: [], lacks: costs.lacks };
  const { parts } = costs;
  const standing = standingReturn(state, due);
  if (standing && !isAtOtherRates(standing.parts, parts)) return { events: [] };
  const { agreement, now, by } = booking;
  const exchange = state.exchanges.length + count + 1;
  const { payment, milestone, report, sponsor, paidOn, valueDate } = due;
  const booked = entryOf(`${agreement}/exchange-of-return/${payment}/${exchange}`, postingsOf(due, parts));
  const facts = { exchange, payment, milestone, report, sponsor, paidOn, valueDate, parts, at: now, by, entry: booked };
  return {
    events: [...(standing ? [reversed(standing, due, booking, 'rates-corrected')] : []), { type: 'ExchangeOfReturnBooked', ...facts }],
  };
}

/** What undoes the booking of a return that was a mistake. */
export function returnUndone(state: InForce, of: OfReturn, booking: Booking): Event[] {
  const due = state.returns.find(({ payment, report }) => payment === of.payment && report === of.report);
  const standing = standingReturn(state, of);
  return due && standing ? [reversed(standing, due, booking, 'return-undone')] : [];
}

function reversed(
  { number: exchange, postings }: ReturnExchange,
  due: ReturnDue,
  { agreement, now, by }: Booking,
  reason: ReversalReason,
): Event {
  const { payment, milestone, report, sponsor } = due;
  const undone = entryOf(`${agreement}/exchange-of-return-reversed/${payment}/${exchange}`, turned(postings));
  return { type: 'ExchangeOfReturnReversed', exchange, payment, milestone, report, sponsor, reason, at: now, by, entry: undone };
}

/** None where there is no difference. */
const entryOf = (id: string, postings: readonly Posting[]) => (postings.length > 0 ? entry(id, postings) : undefined);

/** By what the bank took and paid in, as far as that is known; else at the rates of the two days, or which are missing. */
export function returnCosts(
  { parts, paidOn, valueDate, debited, credited }: Pick<ReturnDue, 'parts' | 'paidOn' | 'valueDate' | 'debited' | 'credited'>,
  rates: readonly RatesOfDay[],
): { readonly parts: readonly ReturnPart[] } | { readonly lacks: Rejection } {
  const worth = (on: CalendarDate, moved: Money | undefined) =>
    moved ? byBank(parts, { valueDate: on, moved }) : costed(parts, { valueDate: on }, rates);
  const [before, after] = [worth(paidOn, debited), worth(valueDate, credited)];
  const lacking = 'offer' in before ? ([before, paidOn] as const) : 'offer' in after ? ([after, valueDate] as const) : undefined;
  if (lacking) {
    const [{ amount, committed }, day] = lacking;
    return { lacks: { type: 'RateOfTheDayIsMissing', from: amount.currency, to: committed.currency, day } };
  }
  if ('offer' in before || 'offer' in after) throw new Error('costs without rates');
  return { parts: after.flatMap((each, at) => (before[at] ? [{ ...each, paid: before[at].cost }] : [])) };
}

export const isAtOtherRates = (some: readonly ReturnPart[], others: readonly ReturnPart[]): boolean =>
  some.some((each, at) => !isByTheRatesOf(each.cost, others[at]?.cost) || !isByTheRatesOf(each.paid, others[at]?.paid));

/** What it had cost less what came back: above zero it is a loss, and has been spent. */
const postingsOf = ({ sponsor }: ReturnDue, parts: readonly ReturnPart[]): Posting[] =>
  summed(
    parts.flatMap(({ paid, cost }) => {
      const lost = minus(paid.amount, cost.amount);
      return [
        { account: accounts.spent(sponsor), money: money(-lost.amount, lost.currency) },
        { account: accounts.exchangeDifferences(sponsor), money: lost },
      ];
    }),
  ).filter(({ money: { amount } }) => amount !== 0n);
