import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrix } from './matrix.ts';

const sum = (figures: readonly bigint[]): bigint => figures.reduce((all, figure) => all + figure, 0n);
const columnsOf = (cells: readonly (readonly bigint[])[], count: number): bigint[] =>
  Array.from({ length: count }, (_, column) => sum(cells.map((row) => row[column] ?? 0n)));

describe('an agreement is split into cells without losing a unit', () => {
  test('where the proportion is whole, the cells are the proportion', () => {
    expect(matrix([60n, 40n], [75n, 25n])).toEqual([
      [45n, 15n],
      [30n, 10n],
    ]);
  });

  test('units that rounding leaves over go to the largest remainders', () => {
    expect(matrix([1n, 1n, 1n], [2n, 1n])).toEqual([
      [1n, 0n],
      [1n, 0n],
      [0n, 1n],
    ]);
  });

  test('figures of one sum but of no money give cells of no money', () => {
    expect(matrix([0n, 0n], [0n])).toEqual([[0n], [0n]]);
  });

  test('figures that do not sum to the same, and negative ones, are a bug of the caller', () => {
    expect(() => matrix([10n], [9n])).toThrow();
    expect(() => matrix([10n, -1n], [9n])).toThrow();
  });
});

/** Two ways to cut one whole: from small wholes, where units are scarce, to whole budgets. */
const cuts = fc
  .tuple(fc.oneof(fc.bigInt(0n, 40n), fc.bigInt(0n, 10n ** 15n)), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }))
  .chain(([whole, rows, columns]) => fc.tuple(cut(whole, rows), cut(whole, columns)));

function cut(whole: bigint, parts: number): fc.Arbitrary<bigint[]> {
  return fc.array(fc.bigInt(0n, whole), { minLength: parts - 1, maxLength: parts - 1 }).map((marks) => {
    const ordered = [0n, ...marks.toSorted((a, b) => (a < b ? -1 : 1)), whole];
    return ordered.slice(1).map((mark, index) => mark - (ordered[index] ?? 0n));
  });
}

test('every row and column is exact, and every cell is the exact proportion rounded down or up', () => {
  fc.assert(
    fc.property(cuts, ([rows, columns]) => {
      const whole = sum(rows);
      const cells = matrix(rows, columns);
      expect(cells.map(sum)).toEqual(rows);
      expect(columnsOf(cells, columns.length)).toEqual(columns);
      for (const [r, row] of rows.entries()) {
        for (const [c, column] of columns.entries()) {
          const cell = cells[r]?.[c] ?? -1n;
          const distance = cell * whole - row * column;
          expect(cell >= 0n && distance > -(whole || 1n) && distance < (whole || 1n)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
