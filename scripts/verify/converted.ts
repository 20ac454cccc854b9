import { placesOf } from '@junkan/kit/pure/currency-places.ts';
import { draftOf } from './agreements.ts';
import { minor, type Recorded, type Stored, streamsOf } from './facts.ts';

export type Amount = { readonly amount?: string; readonly currency: string };
export type Converted = {
  readonly amount: Amount;
  readonly day: string;
  readonly source: string;
  readonly base: string;
  readonly fromRate: string;
  readonly toRate: string;
  readonly expiresOn: string;
  readonly byBank?: boolean;
};
/** What of a payment or a refund an offer gave, what of its commitment that is, and what it came to. */
export type Part = { readonly offer: string; readonly amount: Amount; readonly committed: Amount; readonly cost: Converted };
export type OfOffer = { readonly offer: string; readonly amount: Amount; readonly conversion: Converted };
export type Entry = { readonly id: string; readonly postings: readonly { readonly account: string; readonly money?: Amount }[] };
export type Check = (holds: boolean, fault: () => string) => void;

/** The rates of a source and day from one instant to another, with the base; '' = they still apply. */
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

/** What a part of an offer takes of its envelope, in minor units of the envelope's currency. */
export function takenIn(events: readonly Recorded[]): (offer: string, part: bigint) => bigint {
  const conversions = new Map(((draftOf(events)?.data.conversions ?? []) as OfOffer[]).map((each) => [each.offer, each]));
  return (offer, part) => {
    const converted = conversions.get(offer);
    return converted ? (minor(converted.conversion.amount) * part) / minor(converted.amount) : part;
  };
}

/** `at`: when it was recorded. `on`: of which day the rates are asked; of that of the record where it is not said. */
type Said = { readonly conversion: Converted; readonly at: string; readonly on?: string; readonly sheets: readonly Sheet[] };

/** That the rates are the newest that applied, of both currencies, not expired, and that they give the amount. */
export function checkConversion(name: string, from: Amount, { conversion, at, on = at.slice(0, 10), sheets }: Said, check: Check): void {
  const { amount: into, day, source, base, fromRate, toRate, expiresOn } = conversion;
  const rateOf = ({ rates }: Sheet) => [rates.get(from.currency), rates.get(into.currency)];
  const valid = sheets.filter((sheet) => applied(sheet, at) && rateOf(sheet).every((rate) => rate !== undefined));
  check(
    valid.some((each) => each.source === source && each.base === base && each.day === day && same2(rateOf(each), [fromRate, toRate])),
    () => `${name} is converted by rates of ${source} for ${day} that were not valid`,
  );
  check(day <= on && on <= expiresOn, () => `${name} is converted on ${on} by rates of ${day}, which expired on ${expiresOn}`);
  const newer = valid.find((each) => each.day > day && each.day <= on && settledBefore(each, at));
  check(newer === undefined, () => `${name} is converted by rates of ${day}, and those of ${newer?.day} were valid`);
  const [gives, recorded] = [cameTo(minor(from), [from.currency, fromRate], [into.currency, toRate]), minor(into)];
  check(gives === recorded, () => `${name} is ${gives} ${into.currency} by its rates, but records ${recorded}`);
}

const same2 = (some: readonly (string | undefined)[], others: readonly string[]): boolean => some.every((one, at) => one === others[at]);
const applied = ({ from, until }: Sheet, at: string): boolean =>
  from <= at && (until === '' || Date.parse(until) + MAX_BETWEEN_MS >= Date.parse(at));
/** Whether they had applied long enough that nobody can have missed them. */
const settledBefore = ({ from, until }: Sheet, at: string): boolean =>
  Date.parse(from) + MAX_BETWEEN_MS < Date.parse(at) && (until === '' || until > at);

type Rate = readonly [currency: string, rate: string];

/** Minor units of the one currency in those of the other, by two exact decimals, rounded half to even. */
export function cameTo(amount: bigint, [fromCurrency, fromRate]: Rate, [toCurrency, toRate]: Rate): bigint {
  const PLACES = 30;
  const exact = (rate: string, by: number): bigint => {
    const [whole = '', fraction = ''] = rate.split('.');
    return BigInt(whole + fraction.padEnd(PLACES, '0')) * 10n ** BigInt(by);
  };
  const sign = amount < 0n ? -1n : 1n;
  const [above, below] = [sign * amount * exact(toRate, placesOf(toCurrency)), exact(fromRate, placesOf(fromCurrency))];
  const [down, remainder] = [above / below, (above % below) * 2n];
  return sign * (remainder > below || (remainder === below && down % 2n === 1n) ? down + 1n : down);
}

/** All rates with the times at which they applied. */
export function sheetsOf(disbursement: Stored['disbursement']): Sheet[] {
  const sheets: Sheet[] = [];
  for (const [, events] of streamsOf(disbursement, 'rts')) {
    let current: Sheet | undefined;
    for (const { type, data, at } of events) {
      if (type !== 'RatesConfirmed') continue;
      const entered = events.find((event) => event.type === 'RatesEntered' && event.data.edition === data.edition);
      if (!entered) continue;
      const { source, base, day, rates } = entered.data;
      const all = (rates as { currency: string; rate: string }[]).map(({ currency, rate }) => [currency, rate] as const);
      if (current) current.until = at;
      current = { source, base, day, from: at, until: '', rates: new Map([[base, '1'], ...all]) };
      sheets.push(current);
    }
  }
  return sheets;
}
