import type { Prepare } from '@junkan/kit/views/statements.ts';
import { distance } from 'fastest-levenshtein';

const MIN_LETTERS = 4;
const MAX_LETTERS = 40;
const CANDIDATES = 100;
const IS_WORD = /^\p{L}+$/u;

/** Whether the speller knows words of this shape: numbers and very short words are taken as they were typed. */
export const isSpelled = (word: string): boolean => word.length >= MIN_LETTERS && word.length <= MAX_LETTERS && IS_WORD.test(word);

/** A word with its ends marked, so that its first and last letters make trigrams of their own. */
export const bounded = (word: string): string => `^${word}$`;

const trigramsOf = (word: string): string[] => Array.from({ length: word.length - 2 }, (_, index) => word.slice(index, index + 3));

/**
 * The known word that was most probably meant, or nothing where none is near: one letter of a short word, two of a longer one.
 * Answers the word itself where it is known.
 */
export function nearestWord(prepare: Prepare, word: string): string | undefined {
  if (!isSpelled(word)) return undefined;
  if (prepare('SELECT 1 FROM word WHERE word = ?').get(word)) return word;
  const query = trigramsOf(bounded(word))
    .map((trigram) => `"${trigram}"`)
    .join(' OR ');
  const found = prepare('SELECT word FROM spelling WHERE spelling MATCH ? ORDER BY rank LIMIT ?').all(query, CANDIDATES);
  const most = word.length > 5 ? 2 : 1;
  return found
    .map((row) => String(row['word']).slice(1, -1))
    .map((candidate) => ({ candidate, away: swapped(word, candidate) ? 1 : distance(word, candidate) }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away)[0]?.candidate;
}

/** Whether two words differ by two neighbours that changed places. */
function swapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return at >= 0 && one.slice(0, at) + (one[at + 1] ?? '') + one[at] + one.slice(at + 2) === other;
}
