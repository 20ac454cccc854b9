import { LRUCache } from 'lru-cache';
import { meantBy, nameAtStart } from './code-names.ts';
import { pairsOf, type Segment, segmentsOf } from './tokens.ts';

const QUOTED = /"([^"]*)"?|[^"]+/gu;

/**
 * What a person typed, as an expression of FTS5: what is found has every part of it. All that came from the person is quoted, so none of it is syntax.
 * Empty where nothing can be searched for.
 */
export const matchOf = (typed: string): string => allOf(typedParts(typed));

export const allOf = (parts: readonly TypedPart[]): string => parts.map(expressionOf).join(' AND ');

/**
 * A quoted phrase, a word, or a name of several words. `isGrowing`: its last word may still go on. `codes`: the terms of the codes that it
 * may name. `apart`: the longer names of other countries within which it is not meant.
 */
export type TypedPart = {
  readonly isPhrase: boolean;
  readonly isGrowing: boolean;
  readonly segments: readonly Segment[];
  readonly codes: readonly string[];
  readonly apart: readonly (readonly Segment[])[];
};

/** Which names are meant takes longer than most of what is then searched for, and one search asks many lists. */
const MAX_KNOWN = 500;
const known = new LRUCache<string, readonly TypedPart[]>({ max: MAX_KNOWN });

export function typedParts(typed: string): readonly TypedPart[] {
  const parts = known.get(typed) ?? partsOf(typed);
  known.set(typed, parts);
  return parts;
}

function partsOf(typed: string): TypedPart[] {
  const parts = [...typed.matchAll(QUOTED)];
  const grows = !/["\s]$/u.test(typed);
  return parts.flatMap(({ 0: part, 1: phrase }, at) => {
    const segments = segmentsOf(phrase ?? part);
    if (phrase !== undefined) return segments.length > 0 ? [partOf(segments, true, false)] : [];
    const isLast = grows && at === parts.length - 1;
    const own: TypedPart[] = [];
    for (let from = 0; from < segments.length; ) {
      const to = from + (nameAtStart(segments.slice(from)) || 1);
      own.push(partOf(segments.slice(from, to), false, isLast && to === segments.length));
      from = to;
    }
    return own;
  });
}

function partOf(segments: readonly Segment[], isPhrase: boolean, isGrowing: boolean): TypedPart {
  const { terms, isCountry, apart } = meantBy(segments, isGrowing);
  return { isPhrase, isGrowing: isGrowing && !isCountry, segments, codes: terms, apart };
}

/** By the words of an item, or by its codes. */
function expressionOf(part: TypedPart): string {
  const own = wordsOf(part);
  return part.codes.length === 0 ? own : `(${own} OR ${codesOf(part)})`;
}

/** By its codes alone. */
export const codesOf = ({ codes }: Pick<TypedPart, 'codes'>): string => codes.map(quoted).join(' OR ');

/** By its words alone. */
export function wordsOf({ isPhrase, isGrowing, segments, apart }: TypedPart): string {
  const own = isPhrase
    ? phraseOf(segments)
    : segments.map((segment, at) => termOf(segment, isGrowing && at === segments.length - 1)).join(' AND ');
  return apart.length === 0 ? own : `((${own}) NOT (${apart.map(phraseOf).join(' OR ')}))`;
}

function termOf(segment: Segment, isGrowing: boolean): string {
  if ('word' in segment) return isGrowing ? `${quoted(segment.word)} *` : quoted(segment.word);
  const [only = '', ...others] = segment.units;
  return others.length === 0 ? `${quoted(only)} *` : quoted(pairsOf(segment.units).join(' '));
}

function phraseOf(segments: readonly Segment[]): string {
  const terms = segments.flatMap((segment, index) => {
    if ('word' in segment) return [segment.word];
    // Within a phrase the last unit comes before what follows in the index.
    const isLast = index === segments.length - 1;
    return [...pairsOf(segment.units), ...(isLast && segment.units.length > 1 ? [] : segment.units.slice(-1))];
  });
  return quoted(terms.join(' '));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
