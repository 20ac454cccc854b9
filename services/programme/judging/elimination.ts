/**
 * Solves a square system of linear equations for several right-hand sides at once, exactly: whole numbers go in, and what comes out is a quotient of
 * whole numbers. Every step divides without a remainder, so that nothing is rounded (Bareiss).
 * @returns nothing where the system does not have one solution.
 */
export function solve(
  rows: readonly (readonly bigint[])[],
  width: number,
): { readonly divisor: bigint; readonly solved: readonly (readonly bigint[])[] } | undefined {
  const size = rows.length;
  const a = rows.map((row) => [...row]);
  let before = 1n;
  for (let column = 0; column < size; column += 1) {
    const pivot = a.findIndex((row, index) => index >= column && row[column] !== 0n);
    if (pivot === -1) return undefined;
    const [own, other] = [a[column] ?? [], a[pivot] ?? []];
    a[column] = other;
    a[pivot] = own;
    eliminate(a, column, before);
    before = at(other, column);
  }
  // By now each row has its own unknown alone, times the same divisor.
  return { divisor: before, solved: a.map((row) => row.slice(size, size + width)) };
}

const at = (row: readonly bigint[] | undefined, index: number): bigint => row?.[index] ?? 0n;

function eliminate(a: bigint[][], column: number, before: bigint): void {
  const pivot = a[column] ?? [];
  const by = at(pivot, column);
  for (const [index, row] of a.entries()) {
    if (index === column) continue;
    const factor = at(row, column);
    for (let k = 0; k < row.length; k += 1) row[k] = (by * at(row, k) - factor * at(pivot, k)) / before;
  }
}
