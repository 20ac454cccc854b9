import type { Bits } from './bits.ts';
import { andNotBits, orBits } from './bits.ts';

/** How many conditions each slot misses, for all slots in one pass: none, one, or more than one. */
export type Misses = { readonly any: Bits; readonly several: Bits; readonly words: number };

export const misses = (words: number): Misses => ({ any: new Uint32Array(words), several: new Uint32Array(words), words });

/** Counts one more condition for the slots in `missed`. */
export function miss({ any, several, words }: Misses, missed: Bits): void {
  for (let word = 0; word < words; word++) {
    several[word] = (several[word] as number) | ((any[word] as number) & (missed[word] as number));
    any[word] = (any[word] as number) | (missed[word] as number);
  }
}

/** Counts one more condition for the slots of `all` that are not in `met`. */
export function missUnless(of: Misses, all: Bits, met: Bits): void {
  const missed = all.slice(0, of.words);
  andNotBits(missed, met, of.words);
  miss(of, missed);
}

/** The slots that miss exactly one. */
export function missedOnce({ any, several, words }: Misses): Bits {
  const once = any.slice(0, words);
  andNotBits(once, several, words);
  return once;
}

/** The slots that are in any of the rows. */
export function union(rows: readonly Bits[], words: number): Bits {
  const all: Bits = new Uint32Array(words);
  for (const row of rows) orBits(all, row, words);
  return all;
}
