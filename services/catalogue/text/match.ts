import { pairsOf, type Segment, segmentsOf } from './tokens.ts';

const QUOTED = /"([^"]*)"?|[^"]+/gu;

/**
 * What a person typed, as an expression of FTS5: quoted parts are phrases, all else is joined by AND, and the last word may still be
 * growing. All that came from the person is quoted, so none of it is syntax. Empty where nothing can be searched for.
 */
export const matchOf = (typed: string): string =>
  typedParts(typed)
    .flatMap(({ isPhrase, isGrowing, segments }) =>
      isPhrase ? [phraseOf(segments)] : segments.map((segment, at) => termOf(segment, isGrowing && at === segments.length - 1)),
    )
    .filter((term) => term !== '')
    .join(' AND ');

/** A quoted phrase, or words that may stand anywhere. `isGrowing`: the last of them may still go on. */
export type TypedPart = { readonly isPhrase: boolean; readonly isGrowing: boolean; readonly segments: readonly Segment[] };

export function typedParts(typed: string): TypedPart[] {
  const parts = [...typed.matchAll(QUOTED)];
  const grows = !/["\s]$/u.test(typed);
  return parts.map(({ 0: part, 1: phrase }, at) => ({
    isPhrase: phrase !== undefined,
    isGrowing: grows && at === parts.length - 1,
    segments: segmentsOf(phrase ?? part),
  }));
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
  return terms.length === 0 ? '' : quoted(terms.join(' '));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
