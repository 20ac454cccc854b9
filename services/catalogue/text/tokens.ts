/**
 * Splits texts into search terms, in nine languages. Scripts that are written without spaces become overlapping pairs of units, a base with
 * its marks, and the last unit alone: so a word of any length is found within a sentence, and a single character by its prefix. Latin,
 * Greek and Cyrillic lose their marks, so that Vietnamese is found as it is typed; Indic marks are vowels and are kept, but for those that are
 * often left out in typing: the dot below, and the nasal in its two spellings.
 */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
/** Their digits and punctuation are shared with other scripts: only letters and marks are pairs. */
const RUN = `(?:(?=[${UNSPACED}])[\\p{L}\\p{M}])+`;
const WORD = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}]|\\p{N})+`;
const SEGMENTS = new RegExp(`(?<run>${RUN})|${WORD}`, 'gu');
const UNITS = /\P{M}\p{M}*|\p{M}+/gu;
const MARKED = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{M}+/gu;
const JOINERS = /[\u00ad\u200b-\u200d\u2060]/gu;

/** A part of a text that makes one term or several: `units` of a script without spaces, or a word. */
export type Segment = { readonly units: readonly string[] } | { readonly word: string };

const normalised = (text: string): string => text.normalize('NFKC').toLowerCase().replace(JOINERS, '');

export const segmentsOf = (text: string): Segment[] => segmentsAt(text).segments.map(({ segment }) => segment);

/** The segments of a text with where they stand in it once it is normalised. */
export function segmentsAt(text: string): {
  readonly normalised: string;
  readonly segments: readonly { readonly segment: Segment; readonly start: number; readonly end: number }[];
} {
  const within = normalised(text);
  const segments = [...within.matchAll(SEGMENTS)].map(({ 0: found, groups, index }) => ({
    segment: groups?.['run'] === undefined ? { word: plain(found) } : { units: found.match(UNITS) ?? [] },
    start: index,
    end: index + found.length,
  }));
  return { normalised: within, segments };
}

/** The terms of a text, in its order. */
export const termsOf = (text: string): string[] =>
  segmentsOf(text).flatMap((segment) => ('word' in segment ? [segment.word] : [...pairsOf(segment.units), ...segment.units.slice(-1)]));

export const pairsOf = (units: readonly string[]): string[] => units.slice(1).map((unit, index) => `${units[index]}${unit}`);

/** The dots below of Devanagari and Bengali, and the nasal of Bengali that many leave out. */
const LEFT_OUT = /[\u093c\u09bc\u0981]/gu;

/** Words as they are compared: Latin letters by their base alone, Indic ones without what is spelled in two ways. */
const plain = (word: string): string =>
  word.normalize('NFD').replace(MARKED, '$1').replace(LEFT_OUT, '').normalize('NFC').replaceAll('đ', 'd').replaceAll('\u0901', '\u0902');
