import { allocate } from '@junkan/kit/pure/money.ts';
import { draftOf, isSettledAgain, paidPartsOf, requestBefore, type Share, UNDONE } from './agreements.ts';
import { checkCosts } from './bank-rates.ts';
import { type Amount, type Check, type Entry, type OfOffer, type Part, type Sheet, takenIn } from './converted.ts';
import { minor, type Recorded } from './facts.ts';
import { checkEntry, checkRebooked, checkUndone } from './rebookings.ts';

/** The current bookings of a sponsor's payments: by payment, with the event that booked it. */
type Bookings = Map<string, Recorded>;

/** Gains and losses by exchange: of payments that are settled, at rates of their value dates, each undone exactly with its payment. */
export function checkExchanges(agreement: string, events: readonly Recorded[], sheets: readonly Sheet[], check: Check): void {
  const bookings: Bookings = new Map();
  const settled = new Map<string, Recorded>();
  const returned = new Map<string, Recorded>();
  for (const [index, event] of events.entries()) {
    const { type, data } = event;
    if (type === 'PaymentSettled') settled.set(data.payment, event);
    const before = settled.get(data.payment);
    if (type === 'PaymentReturned' && before) returned.set(data.payment, before);
    const again = returned.get(data.payment);
    if (isSettledAgain(event) && again) settled.set(data.payment, again);
    if (UNDONE.includes(type)) {
      settled.delete(data.payment);
      const next = events[index + 1];
      check(
        !bookings.has(data.payment) || (next !== undefined && isUndone(next) && next.data.payment === data.payment),
        () => `${type} of ${data.payment} in ${agreement} leaves what it cost by exchange`,
      );
    }
    if (type === 'ExchangeReversed') {
      const undone = bookings.get(data.payment);
      checkUndone(agreement, event, undone, check);
      if (!isUndone(event)) {
        checkRebooked(agreement, event, { before: undone, next: events[index + 1], is: ['payment'] }, check);
        check(
          settled.has(data.payment),
          () => `exchange ${data.exchange} of ${agreement} is corrected, and ${data.payment} is not settled`,
        );
      }
      bookings.delete(data.payment);
    }
    if (type !== 'ExchangeBooked') continue;
    check(!bookings.has(data.payment), () => `the exchange of ${data.payment} in ${agreement} is booked twice`);
    const of = settled.get(data.payment);
    check(
      of !== undefined && of.data.valueDate === data.valueDate,
      () => `exchange ${data.exchange} of ${agreement} is of ${data.payment}, which is not settled on ${data.valueDate}`,
    );
    bookings.set(data.payment, event);
    const moved = of?.data.debited;
    checkParts(agreement, { events, event, bookings, sheets, moved, isRebooking: isCorrection(events[index - 1]) }, check);
  }
}

const isUndone = ({ type, data }: Recorded): boolean => type === 'ExchangeReversed' && data.reason !== 'rates-corrected';
/** Whether the next event books it again. */
export const isCorrection = (event: Recorded | undefined): boolean =>
  event?.data.reason === 'rates-corrected' && REVERSALS.includes(event.type);
const REVERSALS = ['ExchangeReversed', 'ExchangeOfRefundReversed'];

type Booking = {
  readonly events: readonly Recorded[];
  readonly event: Recorded;
  readonly bookings: Bookings;
  readonly sheets: readonly Sheet[];
  /** What the bank took, where it has converted. */
  readonly moved: Amount | undefined;
  /** Of the money that it was booked of before. */
  readonly isRebooking: boolean;
};

function checkParts(agreement: string, { events, event, bookings, sheets, moved, isRebooking }: Booking, check: Check): void {
  const { exchange, payment, valueDate, parts = [], entry } = event.data as Booked & { payment: string };
  const name = `exchange ${exchange} of ${agreement}`;
  const order = (id: string) => requestBefore(events, id, event.version);
  const sponsor = order(payment)?.data.sponsor as string;
  const alike = [...bookings.values()].filter(({ data }) => order(data.payment)?.data.sponsor === sponsor);
  const all = alike.reduce((sum, { data }) => sum + minor(order(data.payment)?.data.amount), 0n);
  const booked = alike.map(({ data }) => data as Booked);
  if (!isRebooking) checkSums({ name, sponsor, events, parts, booked, all, is: 'paid' }, check);
  checkCosts(name, parts, { at: event.at, on: valueDate, sheets, moved }, check);
  checkEntry(name, entry, expected(sponsor, parts), check);
}

export type Booked = { readonly exchange: number; readonly valueDate: string; readonly parts?: readonly Part[]; readonly entry: Entry };
/** `booked`: of the sponsor, with this; `all`: what they are of. */
type Sums = {
  readonly name: string;
  readonly sponsor: string;
  readonly events: readonly Recorded[];
  readonly parts: readonly Part[];
  readonly booked: readonly Booked[];
  readonly all: bigint;
  readonly is: 'paid' | 'refunded';
};

/** The bookings of a sponsor are, by offer, exactly the shares of its budgets, and exactly what that is of their commitments. */
export function checkSums({ name, sponsor, events, parts, booked, all: sum, is }: Sums, check: Check): void {
  const draft = draftOf(events)?.data as { shares?: readonly Share[]; conversions?: readonly OfOffer[] };
  const share = draft.shares?.find((each) => each.sponsor === sponsor);
  const own = share ? paidPartsOf(share) : [];
  const allocated = allocate(
    sum,
    own.map(({ amount }) => minor(amount)),
  );
  const takes = takenIn(events);
  const offers = own.filter(({ offer }) => draft.conversions?.some((each) => each.offer === offer)).map(({ offer }) => offer);
  check(offers.length > 0 && offers.join() === parts.map(({ offer }) => offer).join(), () => `${name} is not of the budgets of ${sponsor}`);
  for (const { offer } of parts) {
    const alike = booked.flatMap((each) => (each.parts ?? []).filter((part) => part.offer === offer));
    const all = allocated[own.findIndex((part) => part.offer === offer)] ?? 0n;
    const summed = (of: 'amount' | 'committed') => alike.reduce((total, part) => total + minor(part[of]), 0n);
    check(summed('amount') === all, () => `${name} and those before it are of ${summed('amount')} of ${offer}, of which ${all} is ${is}`);
    check(
      summed('committed') === takes(offer, all),
      () => `${name} and those before it take ${summed('committed')} of the commitment of ${offer}, which is ${takes(offer, all)} by then`,
    );
  }
}

/** What each account changes by, in each currency; what does not change is left out. */
export function expected(sponsor: string, parts: readonly Part[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (kind: string, currency: string, amount: bigint): void => {
    const key = `sponsor/${sponsor}/${kind} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  };
  for (const { committed, cost } of parts) {
    const { currency } = cost.amount;
    add('spent', currency, -minor(cost.amount));
    add('converted', currency, minor(committed));
    add('exchange-differences', currency, minor(cost.amount) - minor(committed));
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n));
}
