import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import type { PaymentId } from '../ids.ts';
import type { Settled } from '../payments/payment.ts';
import { type Booking, bookedAs, bookingOf, recosted, reversed, standingExchange } from './exchange.ts';
import { type Answer, duesOf, returnBooked } from './exchange-of-return.ts';
import type { BookExchange } from './exchange-state.ts';

/**
 * What a payment cost, and what of it came back, once there are rates of its days; what is booked already, again if the rates have changed since.
 */
export function bookExchange({ agreement, payment: id, rates, now, by }: BookExchange, state: InForce): Decision<Event, Rejection> {
  const payment = state.payments.get(id);
  if (!payment) return refuse({ type: 'PaymentIsUnknown', payment: id });
  const dues = duesOf(state, id);
  if (payment.status !== 'settled' && dues.length === 0)
    return refuse({ type: 'PaymentIsNotSettled', payment: id, status: payment.status });
  const booking = { agreement, rates, now, by: by.person };
  const own = payment.status === 'settled' ? ofPayment(state, id, payment, booking) : undefined;
  if (!own && dues.length === 0) return refuse({ type: 'PaymentIsNotConverted', payment: id });
  const answers: Answer[] = own ? [own] : [];
  for (const due of dues) answers.push(returnBooked(state, due, booking, countOf(answers)));
  const events = answers.flatMap((answer) => answer.events);
  if (events.length > 0) return accept<Event>(...events);
  const lacks = answers.find((answer) => answer.lacks)?.lacks;
  return lacks ? refuse(lacks) : alreadyApplied;
}

/** How many bookings are made already by the same act. */
const countOf = (answers: readonly Answer[]): number =>
  answers.flatMap(({ events }) => events).filter(({ type }) => type === 'ExchangeBooked' || type === 'ExchangeOfReturnBooked').length;

/** Nothing where it comes from no other budget. */
function ofPayment(state: InForce, id: PaymentId, payment: Settled, booking: Booking): Answer | undefined {
  const { milestone, valueDate } = payment;
  const of = { payment: id, milestone, valueDate };
  const standing = standingExchange(state, id);
  if (standing) {
    const parts = recosted(standing.parts, of, booking.rates);
    if (!parts) return { events: [] };
    return { events: [reversed(standing, { ...booking, ...of }, 'rates-corrected'), bookedAs(state, of, { ...payment, parts }, booking)] };
  }
  const booked = bookingOf(state, of, payment, booking);
  if (!booked) return undefined;
  if ('exchange' in booked) return { events: [booked] };
  return {
    events: [],
    lacks: { type: 'RateOfTheDayIsMissing', from: booked.amount.currency, to: booked.committed.currency, day: valueDate },
  };
}
