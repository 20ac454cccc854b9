import { readLists } from '@junkan/kit/lists.ts';
import { COUNTRIES } from '@junkan/kit/pure/places.ts';
import { LANGUAGES } from '@junkan/words/languages.ts';
import { distance } from 'fastest-levenshtein';
import { type Segment, segmentsOf, termsOf } from './tokens.ts';

/** What codes are called in every language of the product, so that an item is found by the name of its country or theme in each of them. */
type Listed = 'countries' | 'themes' | 'waste-streams';
type Name = { readonly term: string; readonly isCountry: boolean; readonly segments: readonly Segment[]; readonly key: string };

/** No typed word has it: what begins with it is the term of a code. */
const MARK = '\ue000';
const termOf = (list: Listed | 'parties', code: string): string => `${MARK}${list}${code}`.replaceAll(/[^a-z0-9]/giu, MARK).toLowerCase();
/** The term by which a row that only parties see is found by one of them. */
export const partyTerm = (organisation: string): string => termOf('parties', organisation);

/** What people say in front of the name of a country, as in ประเทศไทย. */
const BEFORE_NAMES: Readonly<Record<string, string | undefined>> = { th: 'ประเทศ', vi: 'nước ' };
const regions = LANGUAGES.flatMap((language) =>
  (['long', 'short'] as const).map((style) => ({
    names: new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style }),
    before: ['', BEFORE_NAMES[language] ?? []].flat(),
  })),
);
const countryNames = (code: string): readonly string[] =>
  regions.flatMap(({ names, before }) => {
    const name = names.of(code);
    return name === undefined ? [] : before.map((word) => `${word}${name}`);
  });
const lists = readLists();

/** By the term of its code, the names of each. */
const NAMES: ReadonlyMap<string, readonly Name[]> = new Map([
  ...COUNTRIES.map(({ code }) => named('countries', code, countryNames(code))),
  ...(['themes', 'waste-streams'] as const).flatMap((list) =>
    (lists.get(list) ?? []).map(({ code, names }) => named(list, code, Object.values(names))),
  ),
]);
const ALL = [...NAMES.values()].flat();

function named(list: Listed, code: string, names: readonly string[]): [term: string, names: Name[]] {
  const term = termOf(list, code);
  const each = new Map(names.map(segmentsOf).map((segments) => [keyOf(segments), segments]));
  return [term, [...each].map(([key, segments]) => ({ term, isCountry: list === 'countries', segments, key }))];
}

/** What is equal for equal names. */
export function keyOf(segments: readonly Segment[]): string {
  return segments.map((segment) => ('word' in segment ? segment.word : segment.units.join(''))).join(' ');
}

/** What the filters of lists know as codes. */
export type NamedCode = { readonly list: 'countries' | 'themes'; readonly code: string };
const CODES: ReadonlyMap<string, NamedCode> = new Map(
  [
    ...COUNTRIES.map(({ code }): NamedCode => ({ list: 'countries', code })),
    ...(lists.get('themes') ?? []).map(({ code }): NamedCode => ({ list: 'themes', code })),
  ].map((named) => [termOf(named.list, named.code), named]),
);

/** The country or theme of a term. */
export const codeOf = (term: string): NamedCode | undefined => CODES.get(term);

/** What a country or theme is called, in each language, as terms with blanks between. */
export const calledIn = (term: string): readonly string[] => NAMES.get(term)?.map(({ key }) => key) ?? [];

/** In shorter names a unit that differs makes another name. */
const MIN_UNITS = 4;

/** What units of a script without spaces may have meant: a name and what follows it, or the name that is nearest. */
export const nearNames = (units: readonly string[]): string[] => [apartIn(units), nearestName(units)].flatMap((near) => near ?? []);

/** A name without a space between it and what comes before or after; the longest counts. */
function apartIn(units: readonly string[]): string | undefined {
  for (let length = units.length - 1; length > 1; length -= 1)
    for (const [name, rest] of [
      [units.slice(0, length), units.slice(length)],
      [units.slice(-length), units.slice(0, -length)],
    ] as const)
      if (EXACT.has(name.join(''))) return `${name.join('')} ${rest.join('')}`;
  return undefined;
}

/** The name in a script without spaces that differs from these units in one of them; in a long name, in two. */
function nearestName(units: readonly string[]): string | undefined {
  if (units.length < MIN_UNITS) return undefined;
  const typed = units.join('');
  const most = units.length >= 2 * MIN_UNITS ? 2 : 1;
  return ALL.filter(({ segments: [only, ...others] }) => only !== undefined && 'units' in only && others.length === 0)
    .map(({ key }) => ({ key, away: distance(typed, key) }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away)[0]?.key;
}

const EXACT: ReadonlySet<string> = new Set(ALL.map(({ key }) => key));
const MAX_SEGMENTS = Math.max(...ALL.map(({ segments }) => segments.length));

/** How many of these segments, from the first, are a name; 0 = none begins there. The longest counts. */
export function nameAtStart(segments: readonly Segment[]): number {
  for (let length = Math.min(segments.length, MAX_SEGMENTS); length > 0; length -= 1)
    if (EXACT.has(keyOf(segments.slice(0, length)))) return length;
  return 0;
}

/** What was typed, as names of codes. `apart`: longer names, of other countries, within which it does not mean what it says by itself. */
type Meant = { readonly terms: readonly string[]; readonly isCountry: boolean; readonly apart: readonly (readonly Segment[])[] };

/** With fewer letters a word that is still being typed is the beginning of too many names. */
const MIN_BEGINNING = 3;

/**
 * Which codes are meant. A country that is called exactly so is the only one: Niger is not Nigeria, and Guinea not Papua New Guinea. Else names count
 * that have it as a whole word, which in a script without spaces is any part of at least two units; a theme that has it as a word is always meant. Only if
 * nothing is called exactly so may a last word still be growing.
 */
export function meantBy(segments: readonly Segment[], isGrowing: boolean): Meant {
  const key = keyOf(segments);
  const isName = EXACT.has(key);
  const countries = new Set(ALL.flatMap(({ term, isCountry, key: other }) => (isCountry && other === key ? [term] : [])));
  const having = ALL.filter((name) => has(name.segments, segments, isGrowing && !isName));
  const others = having.filter(({ isCountry, term }) => isCountry && countries.size > 0 && !countries.has(term));
  const meant = having.filter((name) => !others.includes(name)).map(({ term }) => term);
  return { terms: [...new Set(meant)], isCountry: countries.size > 0, apart: others.map((name) => name.segments) };
}

const has = (name: readonly Segment[], wanted: readonly Segment[], isGrowing: boolean): boolean =>
  name.some((_, at) => wanted.every((segment, index) => isIn(name[at + index], segment, isGrowing && index === wanted.length - 1)));

function isIn(within: Segment | undefined, wanted: Segment, isGrowing: boolean): boolean {
  if (within === undefined) return false;
  if ('word' in wanted)
    return (
      'word' in within &&
      (within.word === wanted.word || (isGrowing && wanted.word.length >= MIN_BEGINNING && within.word.startsWith(wanted.word)))
    );
  if ('word' in within) return false;
  const [all, part] = [within.units, wanted.units];
  if (all.length === part.length) return all.every((unit, at) => unit === part[at]);
  return part.length > 1 && all.some((_, at) => part.every((unit, index) => all[at + index] === unit));
}

/** The terms by which an item with these codes is found; a code that its list does not have is its own name. */
export const termsOfCodes = (list: Listed, codes: readonly string[]): string[] =>
  codes.flatMap((code) => {
    const term = termOf(list, code);
    return NAMES.has(term) ? [term] : termsOf(code);
  });

/** The words of the names of a code, by its term; a word is its own. */
export const wordsOf = (term: string): readonly string[] =>
  NAMES.get(term)?.flatMap(({ segments }) => segments.flatMap((segment) => ('word' in segment ? [segment.word] : []))) ?? [term];
