import { greater } from '@junkan/kit/pure/money.ts';
import { type Cell, cameToNothing, cellsBefore, inCell, requestBefore } from './agreements.ts';
import { minor, type Recorded } from './facts.ts';
import { isRelease } from './retention.ts';

export type Money = { readonly amount?: string; readonly currency: string };

const moneyOf = (amount: bigint, currency: string): Money => ({ amount: String(amount), currency });
const before = (events: readonly Recorded[], version: number): readonly Recorded[] => events.filter((event) => event.version < version);

/**
 * What a payment is measured by when it is approved: the greatest cell that it concerns, or what was ordered of that where it has been cut since. A release
 * concerns the cells of its sponsor of which something was retained.
 */
export function wholeOfPayment(events: readonly Recorded[], { version, data }: Recorded): Money | undefined {
  const request = requestBefore(events, data.payment, version);
  if (!request) return undefined;
  const { tranche, sponsor, amount } = request.data;
  const standing = standingRequests(events, version).filter((each) => each.data.sponsor === sponsor);
  const ordered = (cell: Cell): bigint =>
    standing
      .filter((each) => each.data.tranche === cell.tranche)
      .reduce((sum, each) => sum + minor(each.data.amount) + minor(each.data.retained), 0n);
  // Also where the payment came back since.
  const isKept = ({ payment }: Cell): boolean => minor(requestBefore(events, payment, version)?.data.retained) > 0n;
  const concerned = cellsBefore(events, version).filter(
    (cell) => cell.sponsor === sponsor && (isRelease(request) ? isKept(cell) : cell.tranche === tranche),
  );
  const sums = [minor(amount), ...concerned.flatMap((cell) => [inCell(cell), ordered(cell)])];
  return moneyOf(sums.reduce(greater), amount.currency);
}

/** The requests that have not come to nothing: one at most of each payment. */
const standingRequests = (events: readonly Recorded[], version: number): Recorded[] =>
  before(events, version).filter((event) => event.type === 'PaymentRequested' && !cameToNothing(event, events, version));

const GIVING_UP = ['justified', 'documented', 'written-off'];

/** All that one side gives up of a recovery before a resolution is confirmed: the secretariat, or the sponsor that writes off; without what was refused. */
export function givenUp(events: readonly Recorded[], { version, data: { recovery } }: Recorded, proposed: Recorded): Money {
  const own = before(events, version).filter(({ data }) => data.recovery === recovery);
  const refused = new Set(own.flatMap(({ type, data }) => (type === 'ResolutionRefused' ? [data.resolution] : [])));
  const sum = own
    .filter(({ type, data }) => type === 'ResolutionProposed' && GIVING_UP.includes(data.kind) && !refused.has(data.resolution))
    .filter(({ data }) => (data.sponsor || '') === (proposed.data.sponsor || ''))
    .reduce((all, { data }) => all + minor(data.amount), 0n);
  return moneyOf(sum, proposed.data.amount.currency);
}

/** What an offer comes to on the terms that were accepted: in the currency of the round, and in that of its budget where it is another. */
export function amountsOfOffer(events: readonly Recorded[]): (Money | undefined)[] {
  const accepted = events.findLast(({ type }) => type === 'OfferAccepted');
  // Terms that no budget backs leave those before them.
  const backed = new Set(events.flatMap(({ type, data }) => (type === 'BackingRefused' ? [data.terms] : [])));
  const terms = events.filter(
    ({ type, version, data }) =>
      (type === 'OfferProposed' || type === 'OfferCountered') && version < (accepted?.version ?? 0) && !backed.has(data.terms),
  );
  const last = terms.at(-1);
  const agreed = events.findLast(({ type, data }) => type === 'OfferAgreed' && data.terms === last?.data.terms);
  return [last?.data.amount, (agreed ?? last)?.data.conversion?.amount];
}

/** What all offers of a sponsor come to that were accepted in the round before an event, and not withdrawn, by currency. */
export function offeredBy(events: readonly Recorded[], version: number, sponsor: string): Money[] {
  const earlier = before(events, version);
  const own = earlier.filter(({ type, data }) => type === 'OfferProposed' && data.sponsor === sponsor).map(({ data }) => data.offer);
  const histories = own.map((offer) => earlier.filter(({ data }) => data.offer === offer));
  const standing = histories.filter(
    (history) => history.some(({ type }) => type === 'OfferAccepted') && !history.some(({ type }) => type === 'OfferWithdrawn'),
  );
  const sums = new Map<string, bigint>();
  for (const money of standing.flatMap(amountsOfOffer))
    if (money) sums.set(money.currency, (sums.get(money.currency) ?? 0n) + minor(money));
  return [...sums].map(([currency, amount]) => moneyOf(amount, currency));
}
