import type { DatabaseSync } from 'node:sqlite';
import type { Item } from './item.ts';

export type Counters = { change(was: Item | undefined, now: Item): void };

/** Ten to the ninth: amounts are summed up in two parts. */
const PART = 1_000_000_000n;

/** Keeps `total` and `cube` by the difference of what a row was and what it is. */
export function counters(db: DatabaseSync): Counters {
  const addTotal = db.prepare(`
    INSERT INTO total VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, country, month, status, currency)
    DO UPDATE SET count = count + excluded.count, whole = whole + excluded.whole, part = part + excluded.part`);
  const dropTotal = db.prepare(
    'DELETE FROM total WHERE kind = ? AND country = ? AND month = ? AND status = ? AND currency = ? AND count = 0',
  );
  const addCube = db.prepare(
    'INSERT INTO cube VALUES (?, ?, ?, ?) ON CONFLICT (status, country, theme) DO UPDATE SET count = count + excluded.count',
  );
  const dropCube = db.prepare('DELETE FROM cube WHERE status = ? AND country = ? AND theme = ? AND count = 0');

  function count(item: Item, sign: 1 | -1): void {
    const { status = '', country = '', created = '', currency = '', amount = 0n } = item.columns;
    const minor = BigInt(amount) * BigInt(sign);
    const key = [item.kind, country, String(created).slice(0, 7), status, currency];
    addTotal.run(...key, sign, minor / PART, minor % PART);
    if (sign < 0) dropTotal.run(...key);
    for (const cell of cellsOf(item)) {
      addCube.run(...cell, sign);
      if (sign < 0) dropCube.run(...cell);
    }
  }

  return {
    change(was, now) {
      if (was && isCountedAlike(was, now)) return;
      if (was) count(was, -1);
      count(now, 1);
    },
  };
}

/** A project counts once in each cell of its countries and themes, and where one of them, or both, may be any (''). */
function cellsOf({ cube }: Item): string[][] {
  if (!cube) return [];
  const { status, countries, themes } = cube;
  return ['', ...new Set(countries)].flatMap((country) => ['', ...new Set(themes)].map((theme) => [status, country, theme]));
}

const COUNTED = ['status', 'country', 'currency', 'amount'] as const;

const isCountedAlike = (was: Item, now: Item): boolean =>
  COUNTED.every((column) => was.columns[column] === now.columns[column]) && cellsOf(was).join() === cellsOf(now).join();
