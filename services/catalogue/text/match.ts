import { pairsOf, type Segment, segmentsOf } from './tokens.ts';

const QUOTED = /"([^"]*)"?|[^"]+/gu;

/**
 * What a person typed, as an expression of FTS5: quoted parts are phrases, all else is joined by AND, and the last word may still be
 * growing. All that came from the person is quoted, so none of it is syntax. Empty where nothing can be searched for.
 */
export function matchOf(typed: string): string {
  const parts = [...typed.matchAll(QUOTED)].map(({ 0: part, 1: phrase }) => ({ phrase, segments: segmentsOf(phrase ?? part) }));
  const isGrowing = !/["\s]$/u.test(typed);
  const last = parts.at(-1)?.segments.at(-1);
  return parts
    .flatMap(({ phrase, segments }) =>
      phrase === undefined ? segments.map((segment) => termOf(segment, isGrowing && segment === last)) : [phraseOf(segments)],
    )
    .filter((term) => term !== '')
    .join(' AND ');
}

function termOf(segment: Segment, isGrowing: boolean): string {
  if ('word' in segment) return isGrowing ? `${quoted(segment.word)} *` : quoted(segment.word);
  const [only = '', ...others] = segment.units;
  return others.length === 0 ? `${quoted(only)} *` : quoted(pairsOf(segment.units).join(' '));
}

function phraseOf(segments: readonly Segment[]): string {
  const terms = segments.flatMap((segment, index) => {
    if ('word' in segment) return [segment.word];
    // Within a phrase the last unit stands in the index before what follows.
    const isLast = index === segments.length - 1;
    return [...pairsOf(segment.units), ...(isLast && segment.units.length > 1 ? [] : segment.units.slice(-1))];
  });
  return terms.length === 0 ? '' : quoted(terms.join(' '));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
