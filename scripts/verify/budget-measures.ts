import { draftOf, paidPartsOf, type Share } from './agreements.ts';
import { type Amount, type Check, type Converted, checkConversion, type OfOffer, type Part, type Sheet, takenIn } from './converted.ts';
import { type Context, minor, type Recorded } from './facts.ts';

type Measure = {
  readonly offer: string;
  readonly held: Amount;
  readonly spent: Amount;
  readonly open: Amount;
  readonly remaining: Amount;
  readonly rates?: Converted;
};
type Known = { readonly events: readonly Recorded[]; readonly sponsor: Context; readonly sheets: readonly Sheet[] };

/** Between the reading of an envelope and the record of an instruction it may have changed. */
const MAX_BETWEEN_MS = 60_000;

/**
 * No budget in another currency is overspent by an instruction: what its payments have cost, and what is still to be paid at the rates of that day, is within what its
 * envelope held for the offer. Instructions of earlier versions measured nothing.
 */
export function checkBudgets(agreement: string, { events, sponsor, sheets }: Known, check: Check): void {
  for (const event of events.filter(({ type, data }) => type === 'PaymentInstructed' && (data.budgets ?? []).length > 0)) {
    const before = events.filter(({ version }) => version < event.version);
    const measures = event.data.budgets as readonly Measure[];
    const name = `the instruction of ${event.data.payment} in ${agreement}`;
    const owner = before.findLast(({ type, data }) => type === 'PaymentRequested' && data.payment === event.data.payment)?.data.sponsor;
    const draft = draftOf(events)?.data as { shares?: readonly Share[]; conversions?: readonly OfOffer[] };
    const share = draft.shares?.find((each) => each.sponsor === owner);
    const offers = (share ? paidPartsOf(share) : []).filter(({ offer }) => draft.conversions?.some((each) => each.offer === offer));
    check(
      offers.map(({ offer }) => offer).join() === measures.map(({ offer }) => offer).join(),
      () => `${name} does not measure all budgets of ${owner}`,
    );
    for (const measure of measures) {
      const { offer, held, open, remaining, rates } = measure;
      const envelope = offers.find((each) => each.offer === offer)?.envelope ?? '';
      check(
        heldAround(sponsor, { envelope, offer, at: event.at }).includes(minor(held)),
        () => `${name} says ${minor(held)} of ${envelope}, which held another sum for ${offer}`,
      );
      const bookings = bookedBefore(before, offer);
      const spent = bookings.reduce((sum, cost) => sum + cost, 0n);
      check(spent === minor(measure.spent), () => `${name} says that ${minor(measure.spent)} was spent of ${offer}, which is ${spent}`);
      const byOffer = takenIn(events)(offer, minor(open));
      const isExpired = rates !== undefined && event.at.slice(0, 10) > rates.expiresOn;
      // Expired ones are held to have been the last; only their age is no fault.
      const used = rates && (isExpired ? { ...rates, expiresOn: event.at.slice(0, 10) } : rates);
      if (used) checkConversion(name, open, { conversion: used, at: event.at, sheets }, check);
      const byRates = minor(rates?.amount);
      const isByOffer = !rates || (isExpired && byOffer > byRates);
      const right = isByOffer ? byOffer : byRates;
      check(right === minor(remaining), () => `${name} says that ${minor(remaining)} is left of ${offer}, which is ${right}`);
      check(
        spent + minor(remaining) <= minor(held) + BigInt(bookings.length),
        () => `${name} overspends ${envelope}: ${spent} and ${minor(remaining)} of ${minor(held)} for ${offer}`,
      );
    }
  }
}

type Holding = { readonly envelope: string; readonly offer: string; readonly at: string };

/** What an envelope held for an offer at that time, and within a minute before. */
function heldAround({ byStream }: Context, { envelope, offer, at }: Holding): bigint[] {
  const own = (byStream.get(envelope) ?? []).filter(({ data }) => data.offer === offer);
  const sumAfter = ({ type, data }: Recorded): bigint[] => {
    if (type === 'OfferCommitted') return [minor(data.amount)];
    if (type === 'CommitmentIncreased') return [minor(data.committed)];
    return type === 'CommitmentReturned' ? [minor(data.kept)] : [];
  };
  const until = own.filter((event) => event.at <= at);
  const earlier = until.filter((event) => Date.parse(event.at) < Date.parse(at) - MAX_BETWEEN_MS).flatMap(sumAfter);
  const late = until.filter((event) => Date.parse(event.at) >= Date.parse(at) - MAX_BETWEEN_MS).flatMap(sumAfter);
  return [...earlier.slice(-1), ...late];
}

type Costed = Part & { readonly paid?: Converted };
/** By the events that book something, what of a part is spent by it: its cost, what came back, or the difference between a payment and its return. */
const SPENT: { readonly [Type in Recorded['type']]?: (part: Costed) => bigint } = {
  ExchangeBooked: ({ cost }) => minor(cost.amount),
  ExchangeOfRefundBooked: ({ cost }) => -minor(cost.amount),
  ExchangeOfReturnBooked: ({ cost, paid }) => minor(paid?.amount) - minor(cost.amount),
};
const UNDOING: readonly string[] = ['ExchangeReversed', 'ExchangeOfRefundReversed', 'ExchangeOfReturnReversed'];

/** What each booking that was not undone by then has spent of an offer. */
export function bookedBefore(events: readonly Recorded[], offer: string): bigint[] {
  const undone = new Set(events.filter(({ type }) => UNDOING.includes(type)).map(({ data }) => data.exchange));
  return events.flatMap(({ type, data }) => {
    const spent = undone.has(data.exchange) ? undefined : SPENT[type];
    return spent ? ((data.parts ?? []) as readonly Costed[]).filter((part) => part.offer === offer).map(spent) : [];
  });
}
