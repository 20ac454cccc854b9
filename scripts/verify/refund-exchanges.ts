import { checkCosts } from './bank-rates.ts';
import type { Check, Sheet } from './converted.ts';
import { type Booked, checkSums, expected, isCorrection } from './exchanges.ts';
import { minor, type Recorded } from './facts.ts';
import { checkEntry, checkRebooked, checkUndone } from './rebookings.ts';

type OfRefund = { readonly recovery: number; readonly resolution: number; readonly sponsor: string };
type Portion = { readonly sponsor: string; readonly amount?: { readonly amount?: string } };

const isSame = (one: OfRefund, other: OfRefund): boolean =>
  one.recovery === other.recovery && one.resolution === other.resolution && one.sponsor === other.sponsor;

/** Gains and losses by exchange of what came back: of refunds that are confirmed, each booked once, at rates of its value date. */
export function checkRefundExchanges(agreement: string, events: readonly Recorded[], sheets: readonly Sheet[], check: Check): void {
  let booked: readonly Recorded[] = [];
  let left: readonly Recorded[] = [];
  for (const [index, event] of events.entries()) {
    if (event.type === 'ExchangeOfRefundReversed') {
      const before = booked.find(({ data }) => isSame(data as OfRefund, event.data as OfRefund));
      checkUndone(agreement, event, before, check);
      if (event.data.reason === 'refund-undone')
        check(
          events.slice(0, index).some((each) => isUndoing(each, event.data as OfRefund, events)),
          () => `exchange ${event.data.exchange} of ${agreement} is undone with a refund that was no mistake`,
        );
      else checkRebooked(agreement, event, { before, next: events[index + 1], is: ['recovery', 'resolution', 'sponsor'] }, check);
      booked = booked.filter((each) => each !== before);
    }
    if (event.type === 'ResolutionConfirmed') left = [...left, ...booked.filter(({ data }) => isUndoing(event, data as OfRefund, events))];
    left = left.filter((each) => booked.includes(each));
    if (event.type !== 'ExchangeOfRefundBooked') continue;
    const of = event.data as Booked & OfRefund;
    const name = `exchange ${of.exchange} of ${agreement}`;
    check(
      booked.every(({ data }) => !isSame(data as OfRefund, of)),
      () => `${name} books what came back to ${of.sponsor} by ${of.recovery}/${of.resolution} a second time`,
    );
    booked = [...booked, event];
    checkRefund(name, of, { events, event }, check);
    const own = booked.filter(({ data }) => data.sponsor === of.sponsor);
    const all = own.reduce((sum, { data }) => sum + portionOf(events, data as OfRefund), 0n);
    const { sponsor, valueDate, parts = [], entry } = of;
    if (!isCorrection(events[index - 1]))
      checkSums({ name, sponsor, events, parts, booked: own.map(({ data }) => data as Booked), all, is: 'refunded' }, check);
    checkCosts(name, parts, { at: event.at, on: valueDate, sheets, moved: proposedIn(events, of)?.data.credited }, check);
    const back = [...expected(sponsor, parts)].map(([account, change]) => [account, -change] as const);
    checkEntry(name, entry, new Map(back), check);
  }
  for (const { data } of left)
    check(false, () => `exchange ${data.exchange} of ${agreement} is left of a refund that was confirmed by mistake`);
}

/** Whether it confirms that the refund was a mistake. */
function isUndoing({ type, data }: Recorded, { recovery, resolution }: OfRefund, events: readonly Recorded[]): boolean {
  if (type !== 'ResolutionConfirmed' || data.recovery !== recovery) return false;
  return proposedIn(events, { recovery, resolution: data.resolution })?.data.undoes === resolution;
}

type Said = { readonly events: readonly Recorded[]; readonly event: Recorded };

function checkRefund(name: string, { recovery, resolution, valueDate }: Booked & OfRefund, { events, event }: Said, check: Check): void {
  const proposed = proposedIn(events, { recovery, resolution });
  const confirmed = events.find(
    ({ type, data }) => type === 'ResolutionConfirmed' && data.recovery === recovery && data.resolution === resolution,
  );
  check(
    proposed?.data.kind === 'refunded' && proposed.data.valueDate === valueDate && (confirmed?.version ?? Infinity) <= event.version,
    () => `${name} is of resolution ${recovery}/${resolution}, which is no refund that was confirmed, of ${valueDate}`,
  );
}

const proposedIn = (events: readonly Recorded[], { recovery, resolution }: Omit<OfRefund, 'sponsor'>): Recorded | undefined =>
  events.find(({ type, data }) => type === 'ResolutionProposed' && data.recovery === recovery && data.resolution === resolution);

const portionOf = (events: readonly Recorded[], of: OfRefund): bigint =>
  ((proposedIn(events, of)?.data.portions ?? []) as readonly Portion[])
    .filter(({ sponsor }) => sponsor === of.sponsor)
    .reduce((sum, { amount }) => sum + minor(amount as never), 0n);
