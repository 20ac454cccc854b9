import { draftOf, isInForce, partsOf, type Share } from './agreements.ts';
import { checkDebits } from './bank-rates.ts';
import { checkBudgets } from './budget-measures.ts';
import { type Amount, type Check, type Converted, checkConversion, type Entry, type OfOffer, type Sheet, sheetsOf } from './converted.ts';
import { checkExchanges } from './exchanges.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { checkRefundExchanges } from './refund-exchanges.ts';
import { checkReturnExchanges } from './return-exchanges.ts';

/**
 * 7. Money changes currency only at a recorded rate: each agreement is in one currency, and what it uses of a budget in another is at rates
 * that applied, and does not overspend it.
 */
export function currenciesAreKept(stored: Stored): Finding {
  const { check, result } = finding();
  checkEntries(stored.disbursement, check);
  const sheets = sheetsOf(stored.disbursement);
  const budgets = new Map(streamsOf(stored.sponsor, 'env').map(([envelope, [opened]]) => [envelope, opened?.data.total?.currency]));
  const taken = new Map<string, Converted | undefined>();
  for (const [, events] of streamsOf(stored.matching, 'fnd')) checkOffers(events, { budgets, sheets, taken }, check);
  const first = stored.disbursement.events.filter(({ type }) => type === 'ExchangeOfReturnDue').map(({ at }) => at);
  const since = first.toSorted()[0] ?? '~';
  for (const [agreement, events] of streamsOf(stored.disbursement, 'agr')) {
    checkDraft(agreement, events, taken, check);
    checkExchanges(agreement, events, sheets, check);
    checkRefundExchanges(agreement, events, sheets, check);
    checkReturnExchanges(agreement, events, { sheets, since }, check);
    checkDebits(agreement, events, stored.disbursement, check);
    checkBudgets(agreement, { events, sponsor: stored.sponsor, sheets }, check);
  }
  return result();
}

/** What is booked in the currencies of budgets. */
const IN_BUDGETS: readonly string[] = [
  ...['ExchangeBooked', 'ExchangeReversed', 'ExchangeOfRefundBooked', 'ExchangeOfRefundReversed'],
  ...['ExchangeOfReturnBooked', 'ExchangeOfReturnReversed'],
];

/** No entry moves money out of the currency of its agreement. */
function checkEntries(disbursement: Stored['disbursement'], check: Check): void {
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const currency = events[0]?.data.shares?.[0]?.amount?.currency;
    const own = events.filter(({ type }) => !IN_BUDGETS.includes(type));
    for (const { entry } of own.flatMap(({ data }) => (data.entry ? [data as { entry: Entry }] : [])))
      check(
        entry.postings.every(({ money }) => money?.currency === currency),
        () => `entry ${entry.id} of ${agreement} leaves ${currency} without a rate`,
      );
  }
}

type Known = {
  readonly budgets: ReadonlyMap<string, string | undefined>;
  readonly sheets: readonly Sheet[];
  /** What each offer takes of its envelope by the last terms that budget backs. */
  readonly taken: Map<string, Converted | undefined>;
};

const OF_SPONSOR: readonly string[] = ['OfferProposed', 'OfferCountered', 'OfferAgreed'];

/** Terms that take budget in another currency name their conversion, and no others do. */
function checkOffers(events: readonly Recorded[], { budgets, sheets, taken }: Known, check: Check): void {
  const offers = new Map<string, { readonly envelope: string; amount: Amount; takes?: Converted | undefined }>();
  for (const { type, data, at, stream } of events) {
    if (type === 'OfferProposed') offers.set(data.offer, { envelope: data.envelope, amount: data.amount });
    const offer = offers.get(data.offer);
    if (type === 'OfferBacked') taken.set(data.offer, offer?.takes);
    if (!offer || !OF_SPONSOR.includes(type)) continue;
    if (data.amount) offer.amount = data.amount;
    const name = `offer ${data.offer} of ${stream}`;
    const { conversion } = data as { conversion?: Converted };
    const budget = budgets.get(offer.envelope);
    const takes = data.side !== 'proposer';
    const isOther = takes && budget !== undefined && budget !== offer.amount.currency;
    check(
      conversion ? isOther && conversion.amount.currency === budget : !isOther,
      () =>
        `${name} is in ${offer.amount.currency}, its envelope in ${budget}, and ${conversion ? `it says ${conversion.amount.currency}` : 'it says no rate'}`,
    );
    if (conversion) checkConversion(name, offer.amount, { conversion, at, sheets }, check);
    if (takes) offer.takes = conversion;
  }
}

/** What an agreement says of its offers' budgets is what they recorded. */
function checkDraft(agreement: string, events: readonly Recorded[], taken: Known['taken'], check: Check): void {
  if (!isInForce(events)) return;
  const { shares = [], conversions = [] } = (draftOf(events)?.data ?? {}) as { shares?: Share[]; conversions?: OfOffer[] };
  const parts = new Map(shares.flatMap(partsOf).map(({ offer, amount }) => [offer, amount]));
  const byOffer = new Map(conversions.map((each) => [each.offer, each]));
  for (const [offer, amount] of parts) {
    const [said, recorded] = [byOffer.get(offer), taken.get(offer)];
    check(
      (said === undefined) === (recorded === undefined) &&
        same(said?.conversion, recorded) &&
        (!said || minor(said.amount) === minor(amount)),
      () => `agreement ${agreement} converts offer ${offer} otherwise than the offer itself`,
    );
  }
}

const FIELDS = ['day', 'source', 'base', 'fromRate', 'toRate'] as const;
const same = (one: Converted | undefined, other: Converted | undefined): boolean =>
  minor(one?.amount) === minor(other?.amount) && FIELDS.every((field) => one?.[field] === other?.[field]);
