import type { Prepare } from '@junkan/kit/views/statements.ts';
import { distance } from 'fastest-levenshtein';

const MIN_LETTERS = 4;
const MAX_LETTERS = 40;
const CANDIDATES = 100;
const IS_WORD = /^\p{L}[\p{L}\p{M}]*$/u;

/** Whether the speller knows words of this shape: numbers and very short words are taken as they were typed. */
export const isSpelled = (word: string): boolean => word.length >= MIN_LETTERS && word.length <= MAX_LETTERS && IS_WORD.test(word);

/** A word with its ends marked, so that its first and last letters make trigrams of their own. */
export const bounded = (word: string): string => `^${word}$`;

const trigramsOf = (word: string): string[] => Array.from({ length: word.length - 2 }, (_, index) => word.slice(index, index + 3));

/**
 * The known words that were most probably meant, the nearest first: one letter away of a short word, two of a longer one. `isGrowing`: it may
 * be the beginning of one.
 */
export function nearWords(prepare: Prepare, word: string, isGrowing: boolean): string[] {
  if (!isSpelled(word)) return [];
  const query = trigramsOf(isGrowing ? `^${word}` : bounded(word))
    .map((trigram) => `"${trigram}"`)
    .join(' OR ');
  const found = prepare('SELECT word FROM spelling WHERE spelling MATCH ? ORDER BY rank LIMIT ?').all(query, CANDIDATES);
  const most = word.length > 5 ? 2 : 1;
  return found
    .map((row) => String(row['word']).slice(1, -1))
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, away: away(word, candidate), begun: isGrowing ? fromBeginning(word, candidate) : Infinity }))
    .filter(({ away: whole, begun }) => Math.min(whole, begun) <= most)
    .sort((a, b) => Math.min(a.away, a.begun) - Math.min(b.away, b.begun) || a.away - b.away)
    .map(({ candidate }) => candidate);
}

const away = (word: string, candidate: string): number => (swapped(word, candidate) ? 1 : distance(word, candidate));

/** How far a word is from the beginning of another, whatever follows. */
const fromBeginning = (word: string, candidate: string): number =>
  Math.min(...[-1, 0, 1].map((more) => away(word, candidate.slice(0, word.length + more))));

/** Whether two words differ by two neighbours that changed places. */
function swapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return at >= 0 && one.slice(0, at) + (one[at + 1] ?? '') + one[at] + one.slice(at + 2) === other;
}
