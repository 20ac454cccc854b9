import { keyOf } from './code-names.ts';
import { segmentsOf } from './tokens.ts';

/** What something is called exactly. */
export const EXACT_FIT = 0;
const LONGEST = 1_000;
const MOST_COUNTRIES = 99;

/**
 * How well what something is called fits what was typed; the lower, the better: it is called exactly so, begins so, has it in this order, has each
 * word, has each as a beginning, or lacks some. Of two that fit alike, the shorter name fits better; of two that lack as many, what is in fewer
 * countries, since these may be what was typed.
 */
export function fitOf(typed: string, called: string, countries = 0): number {
  const [wanted, own] = [segmentsOf(typed), segmentsOf(called)];
  const [key, name] = [keyOf(wanted), keyOf(own)];
  if (key === name) return EXACT_FIT;
  const rest = Math.min(name.length, LONGEST) / (LONGEST + 1);
  if (name.startsWith(key)) return 1 + rest;
  if (` ${name}`.includes(` ${key}`)) return 2 + rest;
  const words = own.flatMap((segment) => ('word' in segment ? [segment.word] : []));
  const lacking = (has: (word: string) => boolean): number =>
    wanted.filter((segment) => !('word' in segment ? has(segment.word) : name.includes(segment.units.join('')))).length;
  if (lacking((word) => words.includes(word)) === 0) return 3 + rest;
  const most = lacking((word) => words.some((each) => each.startsWith(word)));
  if (most === 0) return 4 + rest;
  return 4 + most + (Math.min(countries, MOST_COUNTRIES) + rest) / (MOST_COUNTRIES + 1);
}
