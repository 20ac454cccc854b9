import { statementsOf } from '@junkan/kit/views/statements.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUE, KINDS } from '../kinds.ts';
import { catalogueOf, drafted, explained, type FeedEvent, submitted } from '../view/feed.fixture.ts';
import { countsOf } from './facets.ts';
import { pageOf, totalOf } from './list.ts';
import type { Filter, ListQuery, PageQuery } from './list-query.ts';

const SCOPE = { schema: '1', origin: 'o' };
const nothing = { filters: [], ranges: [], typed: '' } as const;

type Given = { countries: string[]; themes: string[]; amount: bigint; title: string; proposer: string; isOpen: boolean };
const given: fc.Arbitrary<Given> = fc.record({
  countries: fc.subarray(['JP', 'VN', 'IN']),
  themes: fc.subarray(['water', 'waste']),
  amount: fc.bigInt({ min: 0n, max: 3n }),
  title: fc.constantFrom('a', 'B', 'ö', '水', '😀', '\uff5e'),
  proposer: fc.constantFrom('org_a', 'org_b'),
  isOpen: fc.boolean(),
});
const eventsOf = (projects: readonly Given[]): FeedEvent[] =>
  projects.flatMap(({ proposer, isOpen, ...proposed }, index) => [
    drafted(`prj_${index}`, proposed, proposer),
    ...(isOpen ? [submitted(`prj_${index}`)] : []),
  ]);

const filter = fc.oneof(
  fc.record({ field: fc.constant('status'), values: fc.subarray(['draft', 'submitted', 'open']), all: fc.constant(false) }),
  fc.record({ field: fc.constant('country'), values: fc.subarray(['JP', 'VN', 'XX']), all: fc.boolean() }),
  fc.record({ field: fc.constant('theme'), values: fc.subarray(['water', 'waste']), all: fc.boolean() }),
  fc.record({ field: fc.constant('proposer'), values: fc.subarray(['org_a', 'org_b']), all: fc.constant(false) }),
);
const filters = fc.uniqueArray(filter, { selector: ({ field }) => field, maxLength: 3 });
const ranges = fc.array(fc.record({ field: fc.constant('amount'), from: fc.constantFrom('', '1'), to: fc.constantFrom('', '2') }), {
  maxLength: 1,
});
const reader = fc.constantFrom(undefined, 'org_a', 'org_b', 'spo_a');

const valuesIn = ({ proposer, isOpen, countries, themes }: Given, field: string): readonly string[] =>
  ({ status: [isOpen ? 'submitted' : 'draft'], country: countries, theme: themes, proposer: [proposer] })[field] ?? [];
const passes = (project: Given, { field, values, all }: Filter): boolean => {
  const held = valuesIn(project, field);
  return values.length === 0 || (all ? values.every((value) => held.includes(value)) : values.some((value) => held.includes(value)));
};
const expected = (projects: readonly Given[], asked: ListQuery): number[] =>
  projects.flatMap((project, index) => {
    const isSeen = project.isOpen || asked.reader === undefined || project.proposer === asked.reader;
    const isIn = asked.ranges.every(({ from, to }) => project.amount >= BigInt(from || 0) && project.amount <= BigInt(to || 9));
    return isSeen && isIn && asked.filters.every((each) => passes(project, each)) ? [index] : [];
  });

test('for every reader, filter and order, pages, counts and facets show all that the reader may see, once', () => {
  const sort = fc.constantFrom('', '-created', 'title', '-title', 'amount', '-amount', 'status', '-updated', 'due', '-country');
  fc.assert(
    fc.property(fc.array(given, { maxLength: 25 }), filters, ranges, reader, sort, fc.integer({ min: 1, max: 7 }), (...drawn) => {
      const [projects, filtered, ranged, seenBy, sorted, limit] = drawn;
      const db = catalogueOf(eventsOf(projects));
      const prepare = statementsOf(db);
      const asked = { kind: 'project', reader: seenBy, filters: filtered, ranges: ranged, typed: '' } as const;
      const wanted = expected(projects, asked);
      const ids = allPages(prepare, { ...asked, sort: sorted, limit, cursor: '' });
      expect(ids.map((id) => Number(id.slice('prj_'.length))).sort((a, b) => a - b)).toEqual(wanted);
      const found = db
        .prepare(`SELECT id, title, amount FROM project ORDER BY ${columnOf(sorted)}`)
        .all()
        .map((row) => String(row['id']));
      expect(ids).toEqual(found.filter((id) => ids.includes(id)));
      expect(totalOf(prepare, asked)).toEqual({ count: wanted.length, isExact: true });
      for (const field of ['status', 'country', 'theme']) {
        const others = expected(projects, { ...asked, filters: filtered.filter((each) => each.field !== field) });
        const values = others.flatMap((index) => valuesIn(projects[index] as Given, field));
        const counts = Object.fromEntries(countsOf(prepare, asked, field).map(({ value, count }) => [value, count]));
        expect(counts).toEqual(Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length])));
      }
      db.close();
    }),
    { numRuns: 100, seed: 20261124 },
  );
});

function allPages(prepare: ReturnType<typeof statementsOf>, asked: PageQuery): string[] {
  const seen: string[] = [];
  for (let cursor = '', isFirst = true; isFirst || cursor !== ''; isFirst = false) {
    const { docs, nextCursor } = pageOf(prepare, { ...asked, cursor }, SCOPE);
    seen.push(...docs.map((doc) => String(JSON.parse(doc).id)));
    expect(docs.length).toBeLessThanOrEqual(asked.limit);
    cursor = nextCursor;
  }
  return seen;
}

function columnOf(sort: string): string {
  const descending = sort.startsWith('-') ? 'DESC' : 'ASC';
  const field = sort.replace('-', '');
  return field === '' || field === 'created' ? `n ${descending}` : `${field} ${descending}, n ${descending}`;
}

test('every list is read in every order, alone and within a status, along an index: no table is passed over or sorted', () => {
  const db = catalogueOf([]);
  const { plans, explaining } = explained(db);
  for (const [kind, sorts] of SORTS)
    for (const sort of sorts.flatMap((each) => [each, `-${each}`]))
      for (const values of [[], ['a'], ['a', 'b']])
        pageOf(
          explaining,
          {
            ...nothing,
            kind: kind as (typeof KINDS)[number],
            reader: undefined,
            filters: [{ field: 'status', values, all: false }],
            sort,
            limit: 5,
            cursor: '',
          },
          SCOPE,
        );
  expect(plans.length).toBeGreaterThan(500);
  expect(plans.filter((plan) => /TEMP B-TREE/.test(plan))).toEqual([]);
  expect(
    plans.filter((plan) => /: SCAN (?!\w+ USING (COVERING )?INDEX)/.test(plan) && !/ORDER BY n /.test(plan) && !/json_each/.test(plan)),
  ).toEqual([]);
});

test('counts within a range are read from an index alone: of no project the row, and of no country or theme the tag', () => {
  const db = catalogueOf([]);
  const { plans, explaining } = explained(db);
  const usd = { field: 'currency', values: ['USD'], all: false };
  const asked = [
    { filters: [usd], ranges: [{ field: 'amount', from: '1', to: '' }] },
    { filters: [], ranges: [{ field: 'due', from: '2026-12-01', to: '2027-12-01' }] },
  ];
  for (const each of asked)
    for (const field of ['status', 'country', 'theme'])
      countsOf(explaining, { ...nothing, ...each, kind: 'project', reader: undefined }, field);
  const read = plans.filter((plan) => /: (SCAN|SEARCH) /.test(plan));
  expect(read.length).toBe(12);
  expect(read.filter((plan) => !/: SEARCH project USING COVERING INDEX/.test(plan))).toEqual([]);
});

/** `created` is the order of the numbers. */
const SORTS = new Map(KINDS.map((kind) => [kind, CATALOGUE[kind].sorts.map((sort) => (sort === 'n' ? 'created' : sort))]));
