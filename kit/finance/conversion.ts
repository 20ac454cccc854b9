import type { CalendarDate } from '../pure/dates.ts';
import type { Money } from '../pure/money.ts';

/** What money of one currency came to in another, by the rates of both against one base: times the one, over the other, rounded once. */
export type Conversion = {
  /** In the currency that it came to. */
  readonly amount: Money;
  /** Of the rates. */
  readonly day: CalendarDate;
  readonly source: string;
  readonly base: string;
  readonly fromRate: string;
  readonly toRate: string;
  /** The last day on which something is converted by them. */
  readonly expiresOn: CalendarDate;
  /** The bank's own: the amount is what it moved, and the rates are what that comes to. No other rates ever take their place. */
  readonly byBank?: boolean | undefined;
};

/**
 * How much of what a whole came to is of its first `part`: in proportion, down to the minor unit. It is taken of sums that grow, each less the one before, so
 * that parts which make up the whole come to exactly what the whole came to.
 */
export const inProportion = (part: bigint, whole: bigint, cameTo: bigint): bigint => (whole === 0n ? 0n : (cameTo * part) / whole);
