import type { Prepare } from '@junkan/kit/views/statements.ts';
import { nearNames } from '../text/code-names.ts';
import { nearWords } from '../text/speller.ts';
import { type Segment, segmentsOf } from '../text/tokens.ts';
import { findsAny } from './found-rows.ts';
import type { ListQuery } from './list-query.ts';

/** So many words are mended, and so many guesses are tried for each. */
const MAX_MENDED = 3;
const MAX_GUESSES = 4;

/**
 * A correction of search words that match nothing; '' if something matches, or nothing is similar. A correction is returned only if the
 * reader finds something with it: no word of hidden items is disclosed.
 */
export const correctionOf = (prepare: Prepare, asked: ListQuery): string => {
  const finds = (typed: string): boolean => findsAny(prepare, { ...asked, typed });
  return asked.typed === '' || finds(asked.typed) ? '' : mended(prepare, asked.typed, finds);
};

/** The same with its misspelled words as they were probably meant; '' where nothing similar is found. `finds`: whether the reader finds something by these words. */
export function mended(prepare: Prepare, typed: string, finds: (typed: string) => boolean): string {
  const segments = segmentsOf(typed);
  const isLast = (at: number): boolean => at === segments.length - 1 && !/["\s]$/u.test(typed);
  // What is followed by a space is a word to its end.
  const wrong = segments.flatMap((segment, at) => (finds(isLast(at) ? textOf(segment) : `${textOf(segment)} `) ? [] : [at]));
  if (wrong.length === 0 || wrong.length > MAX_MENDED) return '';
  const guesses = wrong.map((at) => {
    const near = nearTo(prepare, segments[at], isLast(at));
    return near.slice(0, MAX_GUESSES).filter((guess) => finds(guess));
  });
  for (const chosen of combined(guesses)) {
    const words = segments.map((segment, at) => chosen[wrong.indexOf(at)] ?? textOf(segment)).join(' ');
    if (finds(words)) return words;
  }
  return '';
}

const textOf = (segment: Segment): string => ('word' in segment ? segment.word : segment.units.join(''));

function nearTo(prepare: Prepare, segment: Segment | undefined, isGrowing: boolean): string[] {
  if (segment === undefined) return [];
  return 'word' in segment ? nearWords(prepare, segment.word, isGrowing) : nearNames(segment.units);
}

/** One of each, in every combination: the first of all first. */
const combined = (guesses: readonly (readonly string[])[]): string[][] =>
  guesses.reduce<string[][]>((before, next) => before.flatMap((chosen) => next.map((guess) => [...chosen, guess])), [[]]);
