import { placesOf } from '@junkan/kit/pure/currency-places.ts';
import type { Money } from '@junkan/kit/pure/money.ts';

/** So many units of the currency for one unit of a base; `rate` is an exact decimal in its one spelling, without zeros that say nothing. */
export type Rate = { readonly currency: string; readonly rate: string };

/** A decimal in its one spelling: `01.50` is `1.5`. */
export function spelt(decimal: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(decimal) ?? [];
  const digits = `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
  return digits === '0' ? digits : `${sign}${digits}`;
}

export const isPositive = (decimal: string): boolean => !decimal.startsWith('-') && /[1-9]/.test(decimal);

/** By currency, each in its canonical spelling: equal rates are equal texts, in any order. */
export const inOrder = (rates: readonly Rate[]): Rate[] =>
  rates
    .map(({ currency, rate }) => ({ currency, rate: spelt(rate) }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : Number(one.currency > other.currency)));

export const areSame = (some: readonly Rate[], others: readonly Rate[]): boolean =>
  some.length === others.length && some.every(({ currency, rate }, at) => others[at]?.currency === currency && others[at].rate === rate);

/** A decimal as a whole number of `10^-places`. */
function parsed(decimal: string): { readonly digits: bigint; readonly places: number } {
  const [whole = '', fraction = ''] = decimal.split('.');
  return { digits: BigInt(`${whole}${fraction}`), places: fraction.length };
}

/** The present rate of a currency against a base, by one source that has both: so many of `to` for so many of `from`. */
export type CurrentRate = {
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly source: string;
};

/** By how many whole percent of the present rate another differs from it: 99 where it is a hundredth. */
export function percentFrom({ from, to }: Pick<CurrentRate, 'from' | 'to'>, rate: string): bigint {
  const [of, base, present] = [parsed(rate), parsed(from), parsed(to)];
  const places = of.places + base.places;
  const most = Math.max(places, present.places);
  const entered = of.digits * base.digits * 10n ** BigInt(most - places);
  const before = present.digits * 10n ** BigInt(most - present.places);
  const difference = entered > before ? entered - before : before - entered;
  return (difference * 100n) / before;
}

type Side = {
  /** Units for one of the base, as a decimal; '1' of the base itself. */
  readonly rate: string;
  /** The decimal places of its minor units, after ISO 4217. */
  readonly places: number;
};

/**
 * An amount of minor units in another currency, by the rates of both against one base: times the one over the other, rounded once, half to even,
 * to the minor units of the currency that it comes to.
 */
export function converted(amount: bigint, from: Side, to: Side): bigint {
  const [source, target] = [parsed(from.rate), parsed(to.rate)];
  const above = source.places + to.places;
  const below = target.places + from.places;
  const numerator = amount * target.digits * 10n ** BigInt(Math.max(above - below, 0));
  const denominator = source.digits * 10n ** BigInt(Math.max(below - above, 0));
  return halfToEven(numerator, denominator);
}

/** How much of one currency was moved for one unit of the other, as a decimal: rounded, where the bank's own rate has more places. */
export function effectiveRate(amount: Money, moved: Money): string {
  const [above, below] = [moved.amount * 10n ** BigInt(placesOf(amount.currency)), amount.amount * 10n ** BigInt(placesOf(moved.currency))];
  const places = above >= below ? 6 : 12;
  const digits = `${halfToEven(above * 10n ** BigInt(places), below)}`.padStart(places + 1, '0');
  return spelt(`${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

/** `denominator`: above zero. */
function halfToEven(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  const size = numerator * sign;
  const [whole, rest] = [size / denominator, size % denominator];
  const twice = rest * 2n;
  const up = twice > denominator || (twice === denominator && whole % 2n === 1n);
  return sign * (up ? whole + 1n : whole);
}
