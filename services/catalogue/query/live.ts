import type { Total } from '@junkan/kit/views/page.ts';
import { type Coded, type CodedField, type Columns, instantOf, isCoded } from '../live/columns.ts';
import { type Counted, mostFirst } from './counted.ts';
import type { Filter, ListQuery, Range } from './list-query.ts';

/** Fields with counts. */
const FACETS = ['status', 'country', 'theme'] as const;
type Facet = (typeof FACETS)[number];

type Test = (at: number) => boolean;
type Tests = { readonly facets: Readonly<Record<Facet, Test | undefined>>; readonly others: readonly Test[] };

export type CountedLive = { readonly total: Total; readonly counts: ReadonlyMap<string, readonly Counted[]> };

/**
 * The total of a list of projects, and counts of fields each under all filters but its own, in one pass: a row that fails one of those
 * fields alone counts for that field. Nothing where the columns do not hold what is asked by.
 */
export function countedIn(columns: Columns, asked: ListQuery, fields: readonly string[], bound: number): CountedLive | undefined {
  const tests = testsOf(columns, asked);
  if (!tests) return undefined;
  const wanted = FACETS.filter((field) => fields.includes(field));
  const sums = new Map(wanted.map((field) => [field, new Uint32Array(columns.coded[field].dictionary.texts.length)]));
  let total = 0;
  for (let at = 0; at < columns.size; at += 1) {
    const failed = failedAt(tests, at);
    if (failed === 'many') continue;
    if (failed === undefined) {
      total += 1;
      for (const [field, counts] of sums) increase(counts, columns.coded[field].codes[at] ?? 0);
    } else {
      const counts = sums.get(failed);
      if (counts) increase(counts, columns.coded[failed].codes[at] ?? 0);
    }
  }
  const counts = new Map([...sums].map(([field, codes]) => [field, mostFirst(valuesOf(columns.coded[field], codes))] as const));
  return { total: { count: Math.min(total, bound), isExact: total <= bound }, counts };
}

/** Whether a row passes all that is asked of the list; nothing where the columns do not hold what is asked by. */
export function passing(columns: Columns, asked: ListQuery): Test | undefined {
  const tests = testsOf(columns, asked);
  return tests && ((at) => failedAt(tests, at) === undefined);
}

const increase = (counts: Uint32Array, code: number): void => {
  counts[code] = (counts[code] ?? 0) + 1;
};

/** The one field that a row fails, `many` where it fails more or something else, nothing where it passes. */
function failedAt({ facets, others }: Tests, at: number): Facet | 'many' | undefined {
  for (const test of others) if (!test(at)) return 'many';
  let failed: Facet | undefined;
  for (const field of FACETS) {
    const test = facets[field];
    if (test === undefined || test(at)) continue;
    if (failed !== undefined) return 'many';
    failed = field;
  }
  return failed;
}

/** By each value: where a row has several, it counts in each. */
function valuesOf({ dictionary: { texts } }: Coded, codes: Uint32Array): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [code, count] of codes.entries())
    if (count > 0) for (const value of (texts[code] ?? '').split('\n')) if (value !== '') sums.set(value, (sums.get(value) ?? 0) + count);
  return sums;
}

function testsOf(columns: Columns, { kind, reader, filters, ranges, typed }: ListQuery): Tests | undefined {
  if (kind !== 'project' || typed !== '') return undefined;
  const given = filters.filter(({ values }) => values.length > 0);
  if (!given.every(({ field, values, all }) => isCoded(field) && (!all || values.length === 1 || isFacet(field)))) return undefined;
  const within = ranges.filter(({ from, to }) => from !== '' || to !== '').map((range) => rangeOf(columns, range));
  if (within.includes(undefined)) return undefined;
  const testOf = (filter: Filter): Test => having(columns.coded[filter.field as CodedField], filter);
  const facetOf = (field: Facet): Test | undefined => {
    const tests = given.filter((filter) => filter.field === field).map(testOf);
    return tests.length === 0 ? undefined : (at) => tests.every((test) => test(at));
  };
  const visible: Test[] = reader === undefined ? [] : [visibleTo(columns, reader)];
  return {
    facets: { status: facetOf('status'), country: facetOf('country'), theme: facetOf('theme') },
    others: [...visible, ...(within as Test[]), ...given.filter(({ field }) => !isFacet(field)).map(testOf)],
  };
}

const isFacet = (field: string): boolean => (FACETS as readonly string[]).includes(field);

/** Each text of the dictionary is checked once, however many rows have it. */
function having({ codes, dictionary: { texts } }: Coded, { values, all }: Filter): Test {
  const passes = Uint8Array.from(texts, (text) => {
    const held = text.split('\n');
    return (all ? values.every((value) => held.includes(value)) : values.some((value) => held.includes(value))) ? 1 : 0;
  });
  return (at) => passes[codes[at] ?? 0] === 1;
}

function visibleTo({ open, coded: { proposer } }: Columns, reader: string): Test {
  const own = proposer.dictionary.codes.get(reader) ?? -1;
  return (at) => open[at] === 1 || proposer.codes[at] === own;
}

const AMOUNT = /^-?\d{1,18}$/;
const HALF = 1_000_000_000n;

function rangeOf(columns: Columns, { field, from, to }: Range): Test | undefined {
  switch (field) {
    case 'amount':
      return amountWithin(columns, from, to);
    case 'due':
    case 'created':
    case 'updated':
      return instantWithin(columns[field], from, to);
    default:
      return undefined;
  }
}

function amountWithin({ amountHigh, amountLow }: Columns, from: string, to: string): Test | undefined {
  if (![from, to].every((bound) => bound === '' || AMOUNT.test(bound))) return undefined;
  const halves = (bound: string): readonly [number, number] => [Number(BigInt(bound) / HALF), Number(BigInt(bound) % HALF)];
  const compared = (at: number, [high, low]: readonly [number, number]): number =>
    (amountHigh[at] ?? 0) - high || (amountLow[at] ?? 0) - low;
  const [least, most] = [from === '' ? undefined : halves(from), to === '' ? undefined : halves(to)];
  return (at) => (least === undefined || compared(at, least) >= 0) && (most === undefined || compared(at, most) <= 0);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Of days, both included; other bounds are compared as texts, by the file. What has no date is in no range. */
function instantWithin(column: Float64Array, from: string, to: string): Test | undefined {
  if (![from, to].every((bound) => bound === '' || DAY.test(bound))) return undefined;
  const least = from === '' ? Number.NEGATIVE_INFINITY : instantOf(from);
  const beyond = to === '' ? Number.POSITIVE_INFINITY : instantOf(to) + DAY_MS;
  return (at) => {
    const instant = column[at] ?? Number.NEGATIVE_INFINITY;
    return instant !== Number.NEGATIVE_INFINITY && instant >= least && instant < beyond;
  };
}
