/**
 * Splits an agreement into what each sponsor pays of each tranche: every row sums to its tranche, every column to its
 * share, and every cell is the exact proportion rounded down or up to a whole minor unit, so none is negative.
 *
 * Rounding down leaves each row and column short of a few units. The largest remainders take them first; where a unit
 * finds no free cell that way, raised cells change places. That always succeeds: the exact proportions themselves are
 * a (fractional) solution, and then a whole one exists as well.
 * @throws when a figure is negative or the two sides do not sum to the same: callers compare the sums first.
 */
export function matrix(rows: readonly bigint[], columns: readonly bigint[]): bigint[][] {
  const whole = sum(rows);
  if (sum(columns) !== whole || [...rows, ...columns].some((figure) => figure < 0n))
    throw new Error('a matrix needs rows and columns of one sum and no negative figure');
  if (whole === 0n) return rows.map(() => columns.map(() => 0n));
  const floors = rows.map((row) => columns.map((column) => (row * column) / whole));
  const remainders = rows.map((row) => columns.map((column) => (row * column) % whole));
  const raised = raise(remainders, {
    rows: rows.map((row, r) => Number(row - sum(floors[r] ?? []))),
    columns: columns.map((column, c) => Number(column - sum(floors.map((line) => line[c] ?? 0n)))),
  });
  return floors.map((line, r) => line.map((floor, c) => (raised[r]?.has(c) ? floor + 1n : floor)));
}

const sum = (figures: readonly bigint[]): bigint => figures.reduce((all, figure) => all + figure, 0n);

/** Units that the rows and columns lack after rounding down; both sides lack the same in all. */
type Missing = { readonly rows: number[]; readonly columns: number[] };

/** Which cells get one unit more, as a set of columns for each row; cells without a remainder never do. */
function raise(remainders: readonly (readonly bigint[])[], missing: Missing): ReadonlySet<number>[] {
  const raised = remainders.map(() => new Set<number>());
  for (const { row, column } of byRemainder(remainders)) {
    if ((missing.rows[row] ?? 0) <= 0 || (missing.columns[column] ?? 0) <= 0) continue;
    raised[row]?.add(column);
    missing.rows[row] = (missing.rows[row] ?? 0) - 1;
    missing.columns[column] = (missing.columns[column] ?? 0) - 1;
  }
  for (const row of missing.rows.keys()) {
    for (let units = missing.rows[row] ?? 0; units > 0; units -= 1) {
      if (!place(row, { remainders, raised, missing, tried: new Set() })) throw new Error(`row ${row} found no cell for what it lacks`);
    }
  }
  return raised;
}

type Search = { remainders: readonly (readonly bigint[])[]; raised: readonly Set<number>[]; missing: Missing; tried: Set<number> };

/** Finds a cell of the row for one unit; a full column is freed where another row can move its unit elsewhere. */
function place(row: number, search: Search): boolean {
  const { remainders, raised, missing, tried } = search;
  for (const { column } of byRemainder([remainders[row] ?? []])) {
    if (tried.has(column) || raised[row]?.has(column)) continue;
    tried.add(column);
    const lacking = missing.columns[column] ?? 0;
    const mover = lacking > 0 ? undefined : raised.findIndex((columns, other) => columns.has(column) && place(other, search));
    if (mover === -1) continue;
    if (mover === undefined) missing.columns[column] = lacking - 1;
    else raised[mover]?.delete(column);
    raised[row]?.add(column);
    return true;
  }
  return false;
}

function byRemainder(remainders: readonly (readonly bigint[])[]): { row: number; column: number }[] {
  return remainders
    .flatMap((line, row) => line.map((remainder, column) => ({ row, column, remainder })))
    .filter(({ remainder }) => remainder > 0n)
    .sort((a, b) => (a.remainder === b.remainder ? a.row - b.row || a.column - b.column : a.remainder > b.remainder ? -1 : 1));
}
