import { invalid } from '@junkan/kit/problem.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { FoundGroupName, FoundKind } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { CATALOGUE, type KindName } from '../kinds.ts';
import { calledIn, codeOf, meantBy } from '../text/code-names.ts';
import { EXACT_FIT, fitOf } from '../text/fit.ts';
import { typedParts } from '../text/match.ts';
import { segmentsOf } from '../text/tokens.ts';
import { leadsToAny, rowsFound } from './found-rows.ts';
import { mended } from './spelling.ts';

/** A search over all lists at once. */

export type FoundKindName = Exclude<FoundKind, 'country' | 'theme'>;
/** The lists of each group that has items, in the order in which groups are shown. */
const GROUPS = {
  projects: ['project'],
  organisations: ['organisation', 'sponsor', 'partner'],
  funding: ['mandate', 'project-call'],
  references: ['payment', 'agreement', 'statement'],
  milestones: ['milestone'],
  programme: ['training', 'policy-instrument', 'award-cycle'],
} as const satisfies { readonly [Name in Exclude<FoundGroupName, 'best' | 'lists'>]: readonly (FoundKindName & KindName)[] };
type ListGroup = keyof typeof GROUPS;

/** What a row comes to: what it is called in any language, by what it is referred to, and in how many countries it is. */
export type Called<Item> = {
  readonly item: Item;
  readonly titles: readonly string[];
  readonly references: readonly string[];
  readonly countries: number;
};
/** `is`: the text that fits best. */
export type Hit<Item> =
  | { readonly kind: FoundKindName; readonly item: Item; readonly is: string; readonly fit: number }
  | { readonly kind: 'country' | 'theme'; readonly code: string; readonly projects: number; readonly fit: number };

export type Searched<Item> = {
  readonly typed: string;
  readonly reader: string | undefined;
  readonly limit: number;
  /** Whether the reader may have this list at all. */
  readonly mayList: (kind: FoundKindName) => boolean;
  /** A row as the reader sees it; nothing where it is not for the reader. */
  readonly called: (kind: FoundKindName, doc: unknown) => Called<Item> | undefined;
};

export type FoundGroups<Item> = readonly { readonly group: FoundGroupName; readonly hits: readonly Hit<Item>[]; readonly more: boolean }[];
export type Everything<Item> = {
  readonly groups: FoundGroups<Item>;
  /** What was searched for instead; '' = what was typed. */
  readonly corrected: string;
  readonly fewer: readonly { readonly q: string; readonly without: readonly string[] }[];
  readonly named: readonly Hit<Item>[];
};

/** @throws ProblemError where nothing can be searched for. */
export function everything<Item>(prepare: Prepare, asked: Searched<Item>): Everything<Item> {
  if (segmentsOf(asked.typed).length === 0) throw invalid('q', 'must have a letter or a digit');
  const own = groupsOf(prepare, asked);
  if (own.length > 0) return { groups: own, corrected: '', fewer: [], named: [] };
  const finds = findsIn(prepare, asked);
  const corrected = mended(prepare, asked.typed, finds);
  const meant = corrected === '' ? [] : groupsOf(prepare, { ...asked, typed: corrected });
  if (meant.length > 0) return { groups: meant, corrected, fewer: [], named: [] };
  return { groups: [], corrected: '', fewer: fewerOf(asked.typed, finds), named: namedIn(prepare, asked) };
}

const KINDS: readonly FoundKindName[] = Object.values(GROUPS).flat();

const findsIn =
  <Item>(prepare: Prepare, { reader, mayList }: Searched<Item>) =>
  (typed: string): boolean =>
    KINDS.some((kind) => mayList(kind) && leadsToAny(prepare, { kind, reader, typed }));

function groupsOf<Item>(prepare: Prepare, asked: Searched<Item>): FoundGroups<Item> {
  const { typed, limit } = asked;
  const groups = Object.entries(GROUPS).map(([group, kinds]) => ({
    group: group as ListGroup,
    hits: kinds.flatMap((kind: FoundKindName) => hitsOf(prepare, asked, kind)).sort(byFit),
  }));
  const all: { group: FoundGroupName; hits: Hit<Item>[] }[] = [{ group: 'lists', hits: listsOf(prepare, asked, typed) }, ...groups];
  const best = all.flatMap(({ hits }) => hits).find(({ fit }) => fit === EXACT_FIT);
  return [{ group: 'best' as const, hits: best ? [best] : [] }, ...all]
    .map(({ group, hits }) => ({ group, hits: group === 'best' ? hits : hits.filter((hit) => hit !== best) }))
    .flatMap(({ group, hits }) => (hits.length > 0 ? [{ group, hits: hits.slice(0, limit), more: hits.length > limit }] : []));
}

const byFit = (one: { readonly fit: number }, other: { readonly fit: number }): number => one.fit - other.fit;

function hitsOf<Item>(prepare: Prepare, { typed, reader, mayList, called }: Searched<Item>, kind: FoundKindName): Hit<Item>[] {
  if (!mayList(kind)) return [];
  const numbers = rowsFound(prepare, { kind, reader, typed });
  return docsOf(prepare, kind, numbers).flatMap((doc) => {
    const row = called(kind, doc);
    if (!row) return [];
    const fits = [...row.titles, ...row.references].map((text) => ({ is: text, fit: fitOf(typed, text, row.countries) })).sort(byFit);
    const [{ is, fit } = { is: '', fit: Infinity }] = fits;
    return [{ kind, item: row.item, is, fit }];
  });
}

/** In the order of their numbers here: what began last comes first among those that fit alike. */
function docsOf(prepare: Prepare, kind: KindName, numbers: readonly number[]): unknown[] {
  if (numbers.length === 0) return [];
  const found = prepare(`SELECT doc FROM ${CATALOGUE[kind].table}_doc WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n DESC`);
  return found.all(JSON.stringify(numbers)).map(({ doc }) => JSON.parse(String(doc)));
}

/** The countries and themes that all of it names, of which there are published projects. */
function listsOf<Item>(prepare: Prepare, { limit }: Pick<Searched<Item>, 'limit'>, typed: string): Hit<Item>[] {
  const { terms } = meantBy(segmentsOf(typed), !/["\s]$/u.test(typed));
  const fits = terms
    .map((term) => ({ code: codeOf(term), fit: Math.min(...calledIn(term).map((name) => fitOf(typed, name))) }))
    .sort(byFit);
  const hits: Hit<Item>[] = [];
  for (const { code: named, fit } of fits) {
    if (named === undefined || hits.length > limit) continue;
    const kind = named.list === 'countries' ? 'country' : 'theme';
    const other = kind === 'country' ? 'theme' : 'country';
    // They are counted as projects change: passing over the projects of a country would take longer than all else.
    const counted = prepare(`SELECT sum(count) AS count FROM cube WHERE ${kind} = ? AND ${other} = ''`).get(named.code);
    const projects = Number(counted?.['count'] ?? 0);
    if (projects > 0) hits.push({ kind, code: named.code, projects, fit });
  }
  return hits;
}

/** So many words are left out one by one, and so many ways on are offered. */
const MOST_WORDS = 4;
const MOST_WAYS = 2;

/** Fewer of the words with which there is something: one of them left out, or else one alone. */
function fewerOf(typed: string, finds: (typed: string) => boolean): Everything<unknown>['fewer'] {
  const words = [...new Set(typed.split(/\s+/u).filter((word) => segmentsOf(word).length > 0))].slice(0, MOST_WORDS);
  if (words.length < 2) return [];
  const lacking = words.map((word) => words.filter((each) => each !== word));
  const alone = [...words].sort((a, b) => b.length - a.length).map((word) => [word]);
  const firstOf = (ways: readonly string[][]): string[][] => {
    const found: string[][] = [];
    for (const left of ways) if (found.length < MOST_WAYS && finds(left.join(' '))) found.push(left);
    return found;
  };
  const found = firstOf(lacking);
  return (found.length > 0 ? found : firstOf(alone)).map((left) => ({
    q: left.join(' '),
    without: words.filter((word) => !left.includes(word)),
  }));
}

/** The countries and themes that parts of it name. */
function namedIn<Item>(prepare: Prepare, asked: Searched<Item>): Hit<Item>[] {
  const named = typedParts(asked.typed).flatMap(({ segments }) =>
    segments.length > 0
      ? listsOf<Item>(prepare, asked, segments.map((each) => ('word' in each ? each.word : each.units.join(''))).join(' '))
      : [],
  );
  return named.slice(0, MOST_WAYS);
}
