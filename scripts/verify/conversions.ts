import { placesOf } from '@junkan/kit/money-text.ts';
import { draftOf, isInForce, partsOf, type Share } from './agreements.ts';
import { checkExchanges } from './exchanges.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

export type Amount = { readonly amount?: string; readonly currency: string };
export type Converted = {
  readonly amount: Amount;
  readonly day: string;
  readonly source: string;
  readonly base: string;
  readonly fromRate: string;
  readonly toRate: string;
  readonly expiresOn: string;
};
export type OfOffer = { readonly offer: string; readonly amount: Amount; readonly conversion: Converted };
export type Entry = { readonly id: string; readonly postings: readonly { readonly account: string; readonly money?: Amount }[] };
export type Check = (holds: boolean, fault: () => string) => void;

/** The rates of a source and day as they stood from one instant to another, its base among them; '' = they still do. */
export type Sheet = {
  readonly source: string;
  readonly base: string;
  readonly day: string;
  readonly from: string;
  until: string;
  readonly rates: ReadonlyMap<string, string>;
};

/** Between the reading of rates and the record of what was converted by them others may have taken their place. */
const MAX_BETWEEN_MS = 60_000;

/** 7. Money changes currency only at a recorded rate: all of an agreement is in one, and what is taken of a budget in another is by rates that stood. */
export function currenciesAreKept(stored: Stored): Finding {
  const { check, result } = finding();
  checkEntries(stored.disbursement, check);
  const sheets = sheetsOf(stored.disbursement);
  const budgets = new Map(streamsOf(stored.sponsor, 'env').map(([envelope, [opened]]) => [envelope, opened?.data.total?.currency]));
  const taken = new Map<string, Converted | undefined>();
  for (const [, events] of streamsOf(stored.matching, 'fnd')) checkOffers(events, { budgets, sheets, taken }, check);
  for (const [agreement, events] of streamsOf(stored.disbursement, 'agr')) {
    checkDraft(agreement, events, taken, check);
    checkExchanges(agreement, events, sheets, check);
  }
  return result();
}

/** No entry moves money out of the currency of its agreement. */
function checkEntries(disbursement: Stored['disbursement'], check: Check): void {
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const currency = events[0]?.data.shares?.[0]?.amount?.currency;
    const own = events.filter(({ type }) => type !== 'ExchangeBooked' && type !== 'ExchangeReversed');
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
  const told = new Map(conversions.map((each) => [each.offer, each]));
  for (const [offer, amount] of parts) {
    const [said, recorded] = [told.get(offer), taken.get(offer)];
    check(
      (said === undefined) === (recorded === undefined) &&
        same(said?.conversion, recorded) &&
        (!said || minor(said.amount) === minor(amount)),
      () => `agreement ${agreement} converts offer ${offer} otherwise than the offer itself`,
    );
  }
}

/** What a part of an offer takes of its envelope, in minor units of the envelope's currency. */
export function takenIn(events: readonly Recorded[]): (offer: string, part: bigint) => bigint {
  const conversions = new Map(((draftOf(events)?.data.conversions ?? []) as OfOffer[]).map((each) => [each.offer, each]));
  return (offer, part) => {
    const converted = conversions.get(offer);
    return converted ? (minor(converted.conversion.amount) * part) / minor(converted.amount) : part;
  };
}

const FIELDS = ['day', 'source', 'base', 'fromRate', 'toRate'] as const;
const same = (one: Converted | undefined, other: Converted | undefined): boolean =>
  minor(one?.amount) === minor(other?.amount) && FIELDS.every((field) => one?.[field] === other?.[field]);

/** `at`: when it was recorded. `on`: of which day the rates are asked; of that of the record where it is not said. */
type Said = { readonly conversion: Converted; readonly at: string; readonly on?: string; readonly sheets: readonly Sheet[] };

/** That the rates are the newest which stood, of both currencies, not expired, and that they give the amount. */
export function checkConversion(name: string, from: Amount, { conversion, at, on = at.slice(0, 10), sheets }: Said, check: Check): void {
  const { amount: into, day, source, base, fromRate, toRate, expiresOn } = conversion;
  const rateOf = ({ rates }: Sheet) => [rates.get(from.currency), rates.get(into.currency)];
  const stood = sheets.filter((sheet) => stands(sheet, at) && rateOf(sheet).every((rate) => rate !== undefined));
  check(
    stood.some((each) => each.source === source && each.base === base && each.day === day && same2(rateOf(each), [fromRate, toRate])),
    () => `${name} is converted by rates of ${source} for ${day} that did not stand`,
  );
  check(day <= on && on <= expiresOn, () => `${name} is converted on ${on} by rates of ${day}, which expired on ${expiresOn}`);
  const newer = stood.find((each) => each.day > day && each.day <= on && settledBefore(each, at));
  check(newer === undefined, () => `${name} is converted by rates of ${day}, and those of ${newer?.day} stood`);
  const [gives, told] = [cameTo(minor(from), [from.currency, fromRate], [into.currency, toRate]), minor(into)];
  check(gives === told, () => `${name} comes to ${gives} ${into.currency} by its rates, and says ${told}`);
}

const same2 = (some: readonly (string | undefined)[], others: readonly string[]): boolean => some.every((one, at) => one === others[at]);
const stands = ({ from, until }: Sheet, at: string): boolean =>
  from <= at && (until === '' || Date.parse(until) + MAX_BETWEEN_MS >= Date.parse(at));
/** Whether they had stood for long enough that nobody can have missed them. */
const settledBefore = ({ from, until }: Sheet, at: string): boolean =>
  Date.parse(from) + MAX_BETWEEN_MS < Date.parse(at) && (until === '' || until > at);

type Rate = readonly [currency: string, rate: string];

/** Minor units of the one currency in those of the other, by two exact decimals, rounded half to even. */
function cameTo(amount: bigint, [fromCurrency, fromRate]: Rate, [toCurrency, toRate]: Rate): bigint {
  const PLACES = 30;
  const exact = (rate: string, by: number): bigint => {
    const [whole = '', fraction = ''] = rate.split('.');
    return BigInt(whole + fraction.padEnd(PLACES, '0')) * 10n ** BigInt(by);
  };
  const sign = amount < 0n ? -1n : 1n;
  const [above, below] = [sign * amount * exact(toRate, placesOf(toCurrency)), exact(fromRate, placesOf(fromCurrency))];
  const [down, rest] = [above / below, (above % below) * 2n];
  return sign * (rest > below || (rest === below && down % 2n === 1n) ? down + 1n : down);
}

/** All that stood of rates, and when. */
export function sheetsOf(disbursement: Stored['disbursement']): Sheet[] {
  const sheets: Sheet[] = [];
  for (const [, events] of streamsOf(disbursement, 'rts')) {
    let standing: Sheet | undefined;
    for (const { type, data, at } of events) {
      if (type !== 'RatesConfirmed') continue;
      const entered = events.find((event) => event.type === 'RatesEntered' && event.data.edition === data.edition);
      if (!entered) continue;
      const { source, base, day, rates } = entered.data;
      const all = (rates as { currency: string; rate: string }[]).map(({ currency, rate }) => [currency, rate] as const);
      if (standing) standing.until = at;
      standing = { source, base, day, from: at, until: '', rates: new Map([[base, '1'], ...all]) };
      sheets.push(standing);
    }
  }
  return sheets;
}
