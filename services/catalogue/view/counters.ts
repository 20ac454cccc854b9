import type { DatabaseSync } from 'node:sqlite';
import type { Item } from './item.ts';

export type Counters = { change(was: Item | undefined, now: Item): void; write(): void; forget(): void };

/** Ten to the ninth: amounts are summed up in two parts. */
const PART = 1_000_000_000n;

type Sum = { readonly key: readonly string[]; count: number; whole: bigint; part: bigint };

/** Keeps `total` and `cube` by the difference of what rows were and what they are, each cell written once. */
export function counters(db: DatabaseSync): Counters {
  const totals = new Map<string, Sum>();
  const cells = new Map<string, Sum>();
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
    const key = [item.kind, String(country), String(created).slice(0, 7), String(status), String(currency)];
    const minor = BigInt(amount) * BigInt(sign);
    add(totals, key, { count: sign, whole: minor / PART, part: minor % PART });
    for (const cell of cellsOf(item)) add(cells, cell, { count: sign, whole: 0n, part: 0n });
  }
  const forget = (): void => {
    totals.clear();
    cells.clear();
  };

  return {
    change(was, now) {
      if (was && isCountedAlike(was, now)) return;
      if (was) count(was, -1);
      count(now, 1);
    },
    write() {
      for (const { key, count, whole, part } of totals.values()) {
        if (count === 0 && whole === 0n && part === 0n) continue;
        addTotal.run(...key, count, whole, part);
        if (count < 0) dropTotal.run(...key);
      }
      for (const { key, count } of cells.values()) {
        if (count !== 0) addCube.run(...key, count);
        if (count < 0) dropCube.run(...key);
      }
      forget();
    },
    forget,
  };
}

function add(sums: Map<string, Sum>, key: readonly string[], { count, whole, part }: Omit<Sum, 'key'>): void {
  const text = key.join('\u0000');
  const sum = sums.get(text) ?? { key, count: 0, whole: 0n, part: 0n };
  sum.count += count;
  sum.whole += whole;
  sum.part += part;
  sums.set(text, sum);
}

/** A project counts once for each pair of its countries and themes, and in the totals, where '' stands for any country, any theme or both. */
function cellsOf({ cube }: Item): string[][] {
  if (!cube) return [];
  const { status, countries, themes } = cube;
  return ['', ...new Set(countries)].flatMap((country) => ['', ...new Set(themes)].map((theme) => [status, country, theme]));
}

const COUNTED = ['status', 'country', 'currency', 'amount'] as const;

const isCountedAlike = (was: Item, now: Item): boolean =>
  COUNTED.every((column) => was.columns[column] === now.columns[column]) && JSON.stringify(was.cube) === JSON.stringify(now.cube);
