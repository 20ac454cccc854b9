import { closest, distance } from 'fastest-levenshtein';

/** A column that means nothing here, with the one that may be meant. */
export type Unknown = { readonly column: string; readonly nearest: string };

/** With more, similar ones are no longer searched for. */
const ALIKE = 3;
/** What is most like it among these, if anything is. */
export function nearestIn(written: string, known: readonly string[]): string | undefined {
  const nearest = known.length > 0 ? closest(written, known) : '';
  return nearest !== '' && distance(written, nearest) * ALIKE <= written.length ? nearest : undefined;
}

export const unknownOf =
  (known: readonly string[]) =>
  (column: string): Unknown => ({ column, nearest: nearestIn(column, known) ?? 'none' });
