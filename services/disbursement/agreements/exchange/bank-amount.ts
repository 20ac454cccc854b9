import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { converted, effectiveRate } from '../../books/rates/rate.ts';
import type { RatesOfDay } from './exchange-state.ts';

/** The newest rates of a value date that are recorded, of whatever age, and by how many percent what a bank moves may differ from them. */
export type Present = { readonly rates: readonly RatesOfDay[]; readonly tolerance: number };
export type BankAmountDeviates = {
  type: 'BankAmountDeviates';
  moved: Money;
  expected: Money;
  percent: number;
  presentOf: CalendarDate;
  source: string;
};
type Moved = { readonly amount: Money; readonly moved: Money | undefined; readonly valueDate: CalendarDate };

/**
 * What a bank moved of an account in another currency, against what the recorded rates of the day make of the amount: what differs much is mostly another matter, or
 * a rate is wrong, which two persons correct first. Nothing where no rates are recorded.
 */
export function bankAmountFault({ amount, moved, valueDate }: Moved, present: Present | undefined): BankAmountDeviates | undefined {
  const found = moved && present?.rates.find(({ currency, on }) => currency === moved.currency && on === valueDate);
  if (!moved || !present || !found) return undefined;
  const to = { rate: found.toRate, places: found.places };
  const expected = converted(amount.amount, { rate: found.fromRate, places: found.fromPlaces }, to);
  const off = moved.amount > expected ? moved.amount - expected : expected - moved.amount;
  // A minor unit is rounded.
  if (off <= 1n || off * 100n < expected * BigInt(present.tolerance + 1)) return undefined;
  const percent = expected === 0n || (off * 100n) / expected > MOST_SAID ? MOST_SAID : (off * 100n) / expected;
  const by = { percent: Number(percent), presentOf: found.day, source: found.source };
  return { type: 'BankAmountDeviates', moved, expected: money(expected, moved.currency), ...by };
}
const MOST_SAID = 1_000_000n;

/** The rate of the bank itself, which a second person reads, also where none is recorded. */
export const rateOf = (amount: Money, moved: Money | undefined): { readonly rate?: string } =>
  moved && amount.amount > 0n ? { rate: effectiveRate(amount, moved) } : {};

/** That it was measured: by how many percent it might differ. */
export const toleranceOf = (moved: Money | undefined, present: Present | undefined): { readonly tolerance?: number } =>
  moved && present ? { tolerance: present.tolerance } : {};
