import { closest, distance } from 'fastest-levenshtein';

/** The known word that was probably meant: at most half of its letters may be wrong, ignoring case. */
export function nearest(words: readonly string[], given: string): string | undefined {
  const bySmall = new Map(words.map((word) => [word.toLowerCase(), word]));
  if (bySmall.size === 0) return undefined;
  const small = given.toLowerCase();
  const near = closest(small, [...bySmall.keys()]);
  return distance(small, near) <= Math.max(near.length, given.length) / 2 ? bySmall.get(near) : undefined;
}

/** How many words are suggested if none is close. */
const FEW = 3;

/** The known words that are written most like this one, the nearest first. */
export const nearestFew = (words: readonly string[], given: string): readonly string[] =>
  words
    .map((word) => ({ word, away: distance(word.toLowerCase(), given.toLowerCase()) }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, FEW)
    .map(({ word }) => word);
