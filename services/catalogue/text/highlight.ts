import { typedParts } from './match.ts';
import { type Segment, segmentsAt } from './tokens.ts';

/** From one place in a text to another, in UTF-16 code units; the end is not included. */
export type Span = readonly [start: number, end: number];

/** A base with its marks, and the voiced marks of half-width kana, which are letters by themselves. */
const CLUSTERS = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;

/** A word, or one unit of a script without spaces. `run`: the segment that it is of. */
type Token = { readonly term: string; readonly isWord: boolean; readonly run: number; readonly at: Span };

/** Where in a text that which was typed is found, in the order of the text; places that touch are one. */
export function spansIn(typed: string, text: string): Span[] {
  const tokens = tokensOf(text);
  const found = typedParts(typed).flatMap(({ isPhrase, isGrowing, segments, apart }) => {
    const own = isPhrase
      ? placesOf(tokens, segments)
      : segments.flatMap((segment, index) => sequences(tokens, wantedIn(segment, isGrowing && index === segments.length - 1)));
    const others = apart.flatMap((name) => placesOf(tokens, name));
    return own.filter(([start, end]) => !others.some(([from, to]) => from <= start && end <= to));
  });
  return joined(found);
}

const placesOf = (tokens: readonly Token[], phrase: readonly Segment[]): Span[] =>
  sequences(
    tokens,
    phrase.flatMap((segment) => wantedIn(segment, false)),
  );

/** `joins`: it follows the one before within one segment. */
type Wanted = { readonly term: string; readonly isWord: boolean; readonly isPrefix: boolean; readonly joins: boolean };

function wantedIn(segment: Segment, isGrowing: boolean): Wanted[] {
  if ('word' in segment) return [{ term: segment.word, isWord: true, isPrefix: isGrowing, joins: false }];
  return segment.units.map((term, at) => ({ term, isWord: false, isPrefix: false, joins: at > 0 }));
}

/** Every position where all units match in sequence. */
function sequences(tokens: readonly Token[], wanted: readonly Wanted[]): Span[] {
  const isAt = (start: number): boolean =>
    wanted.every(({ term, isWord, isPrefix, joins }, at) => {
      const token = tokens[start + at];
      if (token?.isWord !== isWord || (joins && token.run !== tokens[start + at - 1]?.run)) return false;
      return isPrefix ? token.term.startsWith(term) : token.term === term;
    });
  if (wanted.length === 0) return [];
  return tokens.flatMap(({ at: [from] }, index): Span[] => {
    const last = tokens[index + wanted.length - 1];
    return last && isAt(index) ? [[from, last.at[1]]] : [];
  });
}

function joined(spans: readonly Span[]): Span[] {
  const all: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}

/** The terms of a text with where they stand in it, as it was written: normalising changes lengths, so each cluster keeps its place. */
function tokensOf(text: string): Token[] {
  const clusters = [...text.matchAll(CLUSTERS)];
  const places: number[] = [];
  const pieces = clusters.map(({ 0: cluster, index }) => {
    const { normalised } = segmentsAt(cluster);
    for (const _ of normalised.split('')) places.push(index);
    return normalised;
  });
  places.push(text.length);
  const { normalised, segments } = segmentsAt(text);
  // Where clusters change each other, as Hangul written in parts does, nothing is marked rather than something else.
  if (pieces.join('') !== normalised) return [];
  const ends = new Map(clusters.map(({ 0: cluster, index }) => [index, index + cluster.length]));
  const spanOf = (start: number, end: number): Span => {
    const from = places[start] ?? 0;
    const last = places[end - 1] ?? from;
    return [from, ends.get(last) ?? text.length];
  };
  return segments.flatMap(({ segment, start, end }, run): Token[] => {
    if ('word' in segment) return [{ term: segment.word, isWord: true, run, at: spanOf(start, end) }];
    let at = start;
    return segment.units.map((term) => {
      const token = { term, isWord: false, run, at: spanOf(at, at + term.length) };
      at += term.length;
      return token;
    });
  });
}
