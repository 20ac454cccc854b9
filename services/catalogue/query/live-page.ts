import type { Order, Place } from '@junkan/kit/views/page.ts';
import { type Columns, instantOf } from '../live/columns.ts';
import type { ListQuery } from './list-query.ts';
import { passing } from './live.ts';

/** For these filters an index of the file leads directly to a page; with more, rows that do not match are skipped. */
const FEW = 2;

/** The order of two rows, by where they are in the columns: of one value, the one that began first comes first. */
type Compared = (one: number, other: number) => number;
/** The relation of a row to the last of the previous page. */
type Behind = (at: number) => boolean;

/**
 * The numbers of the rows of a page, one more than it holds where there are more; nothing where the columns do not hold what is asked by,
 * or an index does as well.
 */
export function numbersOf(columns: Columns, asked: ListQuery, order: Order, after: Place | undefined, limit: number): number[] | undefined {
  const conditions = [
    ...asked.filters.filter(({ values }) => values.length > 0),
    ...asked.ranges.filter(({ from, to }) => from !== '' || to !== ''),
  ];
  const compared = conditions.length < FEW ? undefined : comparing(columns, order.column);
  const passes = compared && passing(columns, asked);
  if (!passes) return undefined;
  const sign = order.descending ? -1 : 1;
  const isBefore: Compared = (one, other) => sign * (compared(one, other) || one - other);
  const isBehind = after ? behind(columns, order, after) : () => true;
  const best: number[] = [];
  for (let at = 0; at < columns.size; at += 1) {
    const worst = best.length > limit ? best[limit] : undefined;
    if (worst !== undefined && isBefore(at, worst) > 0) continue;
    if (!passes(at) || !isBehind(at)) continue;
    best.splice(placeAmong(best, at, isBefore), 0, at);
    if (best.length > limit + 1) best.pop();
  }
  return best.map((at) => columns.n[at] ?? 0);
}

function placeAmong(best: readonly number[], at: number, isBefore: Compared): number {
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(best[middle] ?? 0, at) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function comparing({ amountHigh, amountLow, due, updated }: Columns, column: string): Compared | undefined {
  const by =
    (values: Float64Array): Compared =>
    (one, other) =>
      values[one] === values[other] ? 0 : (values[one] ?? 0) < (values[other] ?? 0) ? -1 : 1;
  switch (column) {
    case 'n':
      return (one, other) => one - other;
    case 'amount':
      return (one, other) => (amountHigh[one] ?? 0) - (amountHigh[other] ?? 0) || (amountLow[one] ?? 0) - (amountLow[other] ?? 0);
    case 'due':
      return by(due);
    case 'updated':
      return by(updated);
    default:
      return undefined;
  }
}

const HALF = 1_000_000_000n;

/** A page begins behind the last row of the one before, whether or not that row is still there. */
function behind(columns: Columns, { column, descending }: Order, { key, n }: Place): Behind {
  const sign = descending ? -1 : 1;
  const last = Number(n);
  const value = valueAt(columns, column, key);
  return (at) => {
    const away = value(at) || (columns.n[at] ?? 0) - last;
    return sign * away > 0;
  };
}

/** How far the value of a row is from that of a place: below, at or above it. */
function valueAt({ amountHigh, amountLow, due, updated }: Columns, column: string, key: Place['key']): (at: number) => number {
  switch (column) {
    case 'amount': {
      const [high, low] = [Number(BigInt(key) / HALF), Number(BigInt(key) % HALF)];
      return (at) => (amountHigh[at] ?? 0) - high || (amountLow[at] ?? 0) - low;
    }
    case 'due':
    case 'updated': {
      const values = column === 'due' ? due : updated;
      const instant = instantOf(String(key));
      return (at) => (values[at] === instant ? 0 : (values[at] ?? 0) < instant ? -1 : 1);
    }
    default:
      return () => 0;
  }
}
