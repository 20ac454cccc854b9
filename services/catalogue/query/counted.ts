export type Counted = { readonly value: string; readonly count: number };

/** The most values of a field with counts. */
const MAX_VALUES = 250;

/** Values with their counts, those with most items first. */
export const mostFirst = (sums: ReadonlyMap<string, number>): Counted[] =>
  [...sums]
    .map(([value, sum]) => ({ value, count: sum }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_VALUES);
