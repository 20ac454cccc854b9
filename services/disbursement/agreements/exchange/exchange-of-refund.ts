import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { total } from '@junkan/kit/pure/money.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import type { SponsorId } from '../ids.ts';
import { entry } from '../journal.ts';
import { isConfirmed, type Portion, type Resolution } from '../recoveries/recovery.ts';
import type { BookExchangeOfRefund } from '../recoveries/recovery-commands.ts';
import { type Booking, byBank, costed, type Portion as OfOffer, portionsAfter, postingsOf, recosted, turned } from './exchange.ts';
import type { ExchangePart, OfRefund, RefundExchange, ReversalReason } from './exchange-state.ts';

// What came back to a budget in another currency: its value at the rates of its value date is no longer spent, what that part of the
// commitment was converted to is no longer converted, and the difference is an exchange gain or loss. What is given up, or found eligible
// after all, came back to nobody.

/** `credited`: what the bank paid in for all of it, at whatever rate. */
type Refund = Pick<Resolution, 'portions' | 'credited'> & {
  readonly recovery: number;
  readonly resolution: number;
  readonly valueDate: CalendarDate;
};

/** What of a refund is one sponsor's, and what of its budgets that is: `booked`, or nothing where it waits for rates. */
export type Refunded = OfRefund & {
  readonly valueDate: CalendarDate;
  readonly portions: readonly OfOffer[];
  readonly booked: RefundExchange | undefined;
};

/** Of refunds that are confirmed, and of sponsors with budgets in other currencies. */
export const refundsOf = (state: InForce): Refunded[] =>
  state.recoveries.flatMap(({ number: recovery, resolutions }) =>
    resolutions
      .filter((each) => isConfirmed(each) && each.kind === 'refunded')
      .flatMap(({ number: resolution, portions, valueDate }) =>
        valueDate === '' ? [] : refundedOf(state, { recovery, resolution, portions, valueDate }),
      ),
  );

const refundedOf = (state: InForce, { recovery, resolution, portions, valueDate }: Refund): Refunded[] =>
  portions.flatMap((portion) => {
    const of = { recovery, resolution, sponsor: portion.sponsor };
    const booked = bookedOf(state, of);
    const into = booked?.parts ?? portionsOfRefund(state, portion);
    return into.length > 0 ? [{ ...of, valueDate, portions: into, booked }] : [];
  });

const ofRefunds = ({ exchanges }: InForce): RefundExchange[] =>
  exchanges.filter((each): each is RefundExchange => 'resolution' in each && each.stands);

const bookedOf = (state: InForce, { recovery, resolution, sponsor }: OfRefund): RefundExchange | undefined =>
  ofRefunds(state).find((each) => each.recovery === recovery && each.resolution === resolution && each.sponsor === sponsor);

/** By offer: of all that came back and is booked already, with this. */
function portionsOfRefund(state: InForce, { sponsor, amount }: Portion): OfOffer[] {
  const before = ofRefunds(state)
    .filter((each) => each.sponsor === sponsor)
    .map((each) => ({ parts: each.parts, amount: refundedTo(state, each) }));
  return portionsAfter(state, { sponsor, amount }, before);
}

const refundedTo = (state: InForce, { recovery, resolution, sponsor }: OfRefund) =>
  total(
    (state.recoveries[recovery - 1]?.resolutions[resolution - 1]?.portions ?? [])
      .filter((portion) => portion.sponsor === sponsor)
      .map(({ amount }) => amount),
    currencyOf(state),
  );

type Booked = Extract<Event, { type: 'ExchangeOfRefundBooked' }>;

/** The bookings of a refund, one for each sponsor with a budget in another currency for which there are rates; where there are none, that of the sponsor waits. */
export function exchangeOnRefund(state: InForce, refund: Refund, booking: Booking): Event[] {
  let exchange = state.exchanges.length;
  return refundedOf(state, refund).flatMap(({ booked, sponsor, portions }): Event[] => {
    const { credited: moved, valueDate } = refund;
    const first = () => (moved ? byBank(portions, { valueDate, moved }) : costed(portions, refund, booking.rates));
    const parts = booked ? recosted(booked.parts, refund, booking.rates) : first();
    if (!parts || 'offer' in parts || parts.length === 0) return [];
    exchange += 1;
    const rebooked = bookedAs(exchange, { ...refund, sponsor, parts }, booking);
    return booked ? [reversed(booked, booking, 'rates-corrected'), rebooked] : [rebooked];
  });
}

type Costed = Omit<Refund, 'portions' | 'credited'> & { readonly sponsor: SponsorId; readonly parts: readonly ExchangePart[] };

function bookedAs(exchange: number, { recovery, resolution, sponsor, valueDate, parts }: Costed, { agreement, now, by }: Booking): Booked {
  const postings = turned(postingsOf(sponsor, parts));
  const booked = entry(`${agreement}/exchange-of-refund/${recovery}/${resolution}/${exchange}`, postings);
  return { type: 'ExchangeOfRefundBooked', exchange, recovery, resolution, sponsor, valueDate, parts, at: now, by, entry: booked };
}

type Undoing = Omit<Booking, 'rates'>;

/** What undoes the bookings of a refund that was confirmed by mistake. */
export const refundUndone = (state: InForce, of: Pick<Refund, 'recovery' | 'resolution'>, undoing: Undoing): Event[] =>
  ofRefunds(state)
    .filter((each) => each.recovery === of.recovery && each.resolution === of.resolution)
    .map((each) => reversed(each, undoing, 'refund-undone'));

/** Exactly as it was booked. */
function reversed(
  { number: exchange, recovery, resolution, sponsor, postings }: RefundExchange,
  { agreement, now, by }: Undoing,
  reason: ReversalReason,
): Event {
  const undone = entry(`${agreement}/exchange-of-refund-reversed/${recovery}/${resolution}/${exchange}`, turned(postings));
  const of = { exchange, recovery, resolution, sponsor, reason };
  return { type: 'ExchangeOfRefundReversed', ...of, at: now, by, entry: undone };
}

/**
 * A refund that waited for its rates is booked once they are confirmed; one that is booked already, again if the rates have changed since.
 */
export function bookExchangeOfRefund(
  { agreement, recovery, resolution, rates, now, by }: BookExchangeOfRefund,
  refunded: Resolution,
  state: InForce,
): Decision<Event, Rejection> {
  if (!isConfirmed(refunded)) return refuse({ type: 'ResolutionInStatus', resolution, status: refunded.status });
  const all = refundsOf(state).filter((each) => each.recovery === recovery && each.resolution === resolution);
  const [first] = all;
  if (!first) return refuse({ type: 'RefundIsNotConverted', recovery, resolution });
  const { valueDate } = first;
  const events = exchangeOnRefund(
    state,
    { recovery, resolution, valueDate, portions: refunded.portions },
    { agreement, rates, now, by: by.person },
  );
  if (events.length > 0) return accept<Event>(...events);
  const waiting = all.find(({ booked }) => !booked);
  if (!waiting) return alreadyApplied;
  const to = waiting.portions[0]?.committed.currency ?? '';
  return refuse({ type: 'RateOfTheDayIsMissing', from: currencyOf(state), to, day: valueDate });
}
