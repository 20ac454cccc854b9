import type { DatabaseSync } from 'node:sqlite';
import { searchFor } from '@junkan/catalogue/api/search.ts';
import { columnsOf } from '@junkan/catalogue/live/columns.ts';
import { countsOf } from '@junkan/catalogue/query/facets.ts';
import { MAX_COUNT, pageOf, totalOf } from '@junkan/catalogue/query/list.ts';
import { countedIn } from '@junkan/catalogue/query/live.ts';
import { flowsOf, projectsOf } from '@junkan/catalogue/query/portfolio.ts';
import { ANY_WORK, workPage } from '@junkan/catalogue/query/work.ts';
import { view } from '@junkan/catalogue/view/view.ts';
import { openForReading } from '@junkan/kit/views/file.ts';
import { type Prepare, statementsOf } from '@junkan/kit/views/statements.ts';
import type { Role } from '@junkan/proto/actor.ts';
import { cpuSeconds, percentile, print } from './measure.ts';
import { COUNTRIES, LANGUAGES, THEMES } from './synthetic-words.ts';

/** What has its own target; everything else is reported without one. */
export type Group = 'lists' | 'filters' | 'filters live' | 'counts' | 'counts live' | 'portfolio' | 'typing' | 'everything' | 'rest';
/** CPU and 99th percentile of the time in ms. */
export type Figure = { readonly group: Group; readonly what: string; readonly cpu: number; readonly p99: number };
type Measure = (group: Group, what: string, work: (index: number) => unknown) => void;

export const NEWEST = 'newest 50 with documents';
const RUNS = 200;
/** Before it is measured, each is run so often that it is compiled. */
const WARM_UP = 50;
const LEAST_RUNS = 20;
const MOST_MS = 5_000;
const PAGES_BEFORE = 20;
const SCOPE = { schema: view.schema, origin: 'bench' };
const of = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** What lists of the catalogue cost that is in this file: pages, filters, counts, sums and search. */
export function listed(path: string, projects: number): Figure[] {
  console.log(`\nlists of ${projects} projects`);
  const db = openForReading(path);
  const prepare = statementsOf(db);
  const figures: Figure[] = [];
  const measure: Measure = (group, what, work) => figures.push({ group, what, ...measured(what, work) });
  const party = String(db.prepare("SELECT organisation FROM party WHERE kind = 'payment' LIMIT 1").get()?.['organisation'] ?? '');
  pages(prepare, measure, party);
  counts(db, prepare, measure);
  mixed(prepare, measure);
  sums(prepare, measure, party);
  searched(prepare, measure);
  everywhere(prepare, measure, party);
  db.close();
  return figures;
}

const ALL = { kind: 'project', reader: undefined, filters: [], ranges: [], typed: '' } as const;
const FIRST = { ...ALL, limit: 50, cursor: '' };

function pages(prepare: Prepare, measure: Measure, party: string): void {
  measure('lists', NEWEST, () => pageOf(prepare, { ...FIRST, sort: '-created' }, SCOPE));
  const after = Array.from({ length: PAGES_BEFORE }).reduce<string>(
    (cursor) => pageOf(prepare, { ...FIRST, sort: '-created', cursor }, SCOPE).nextCursor,
    '',
  );
  measure('lists', `the page behind ${PAGES_BEFORE} others`, () => pageOf(prepare, { ...FIRST, sort: '-created', cursor: after }, SCOPE));
  for (const sort of ['title', '-amount', 'due', '-updated'])
    measure('lists', `first 50 by ${sort}`, () => pageOf(prepare, { ...FIRST, sort }, SCOPE));
  measure('lists', 'payments of a party', () => pageOf(prepare, { ...FIRST, kind: 'payment', reader: party, sort: '-created' }, SCOPE));
  const asked = { ...ANY_WORK, waits: 'me', now: '2026-01-01T00:00:00.000Z' } as const;
  const work = (organisation: string, role: Role) => () =>
    workPage(prepare, { ...asked, by: { organisation, roles: [role], person: 'per_new' }, sort: '', limit: 50, cursor: '' }, SCOPE);
  measure('lists', 'what waits for a role', work('secretariat', 'secretariat.officer'));
  measure('lists', 'what waits for an organisation', work(party, 'sponsor.officer'));
}

const where = (index: number) => [
  { field: 'country', values: [of(COUNTRIES, index)], all: false },
  { field: 'theme', values: [of(THEMES, index * 7)], all: false },
];
const FACETS = ['status', 'country', 'theme'];

function counts(db: DatabaseSync, prepare: Prepare, measure: Measure): void {
  const amounts = (index: number) => [{ field: 'amount', from: String(index * 1_000_000), to: '' }];
  measure('filters', 'filters on country and theme', (index) =>
    pageOf(prepare, { ...FIRST, filters: where(index), sort: '-updated' }, SCOPE),
  );
  measure('filters', 'and on an amount', (index) =>
    pageOf(prepare, { ...FIRST, filters: where(index), ranges: amounts(index), sort: '-amount' }, SCOPE),
  );
  measure('rest', 'total of a filter', (index) => totalOf(prepare, { ...ALL, filters: where(index) }));
  measure('counts', 'three counts', (index) => FACETS.map((field) => countsOf(prepare, { ...ALL, filters: where(index) }, field)));
  const usd = [{ field: 'currency', values: ['USD'], all: false }];
  for (const share of [0.05, 0.5, 0.95]) {
    const ranges = [{ field: 'amount', from: String(quantileOf(db, 'amount', 1 - share)), to: '' }];
    measure('counts', `three counts of the dearest ${share * 100} % in one currency`, () =>
      FACETS.map((field) => countsOf(prepare, { ...ALL, filters: usd, ranges }, field)),
    );
    const due = [{ field: 'due', from: String(quantileOf(db, 'due', 1 - share)), to: '' }];
    measure('counts', `three counts of what is due last, ${share * 100} %`, () =>
      FACETS.map((field) => countsOf(prepare, { ...ALL, ranges: due }, field)),
    );
  }
}

/** Filters on some of status, country, theme, amount and day, each with a sort: from the file, and from the columns in memory. */
function mixed(prepare: Prepare, measure: Measure): void {
  const began = performance.now();
  const columns = columnsOf(prepare);
  print('columns read into memory', `${(performance.now() - began).toFixed(0)} ms for ${columns.size} projects`);
  const asked = (index: number) => {
    const draws = (bit: number): boolean => (((index * 2_654_435_761) >>> bit) & 1) === 1;
    const filters = [
      ...(draws(3) ? [{ field: 'status', values: [of(['open', 'in-implementation', 'completed'], index)], all: false }] : []),
      ...(draws(5) ? [{ field: 'country', values: [of(COUNTRIES, index), of(COUNTRIES, index * 3)], all: false }] : []),
      ...(draws(7) ? [{ field: 'theme', values: [of(THEMES, index * 7)], all: false }] : []),
      { field: 'currency', values: ['USD'], all: false },
    ];
    const ranges = draws(9)
      ? [{ field: 'amount', from: String(index * 10_000_000), to: '' }]
      : [{ field: 'due', from: '2026-11-24', to: '' }];
    return { ...FIRST, filters, ranges, sort: of(['-updated', '-amount', 'due', '-created'], index) };
  };
  measure('filters', 'a mix of filters and sorts', (index) => pageOf(prepare, asked(index), SCOPE));
  measure('filters live', 'the same, columns in memory', (index) => pageOf(prepare, asked(index), SCOPE, columns));
  measure('counts', 'total and three counts under that mix', (index) => [
    totalOf(prepare, asked(index)),
    ...FACETS.map((field) => countsOf(prepare, asked(index), field)),
  ]);
  measure('counts live', 'the same counts, columns in memory', (index) => countedIn(columns, asked(index), FACETS, MAX_COUNT));
}

function sums(prepare: Prepare, measure: Measure, party: string): void {
  const everything = { proposer: '', sponsor: '', country: '', theme: '' };
  const readers = [
    [undefined, 'overseer'],
    [party, 'sponsor'],
  ] as const;
  for (const [reader, as] of readers)
    measure('portfolio', `the portfolio of an ${as}`, () => [
      flowsOf(prepare, { ...everything, reader }),
      projectsOf(prepare, { ...everything, reader }),
    ]);
}

function searched(prepare: Prepare, measure: Measure): void {
  const words: readonly string[] = LANGUAGES.flatMap(({ things, places }) => [...things, ...places]);
  measure('rest', 'a word of nine languages', (index) => pageOf(prepare, { ...FIRST, typed: of(words, index), sort: '' }, SCOPE));
  measure('typing', 'the first letter of one', (index) =>
    pageOf(prepare, { ...FIRST, typed: [...of(words, index)][0] ?? '', sort: '' }, SCOPE),
  );
}

/** A search over everything as it is typed: every beginning of words in nine languages, of a reference, of several words, and what is mistyped. */
function everywhere(prepare: Prepare, measure: Measure, party: string): void {
  const words: readonly string[] = LANGUAGES.flatMap(({ things, places }) => [...things, ...places]);
  const reference = String(prepare('SELECT id FROM payment LIMIT 1').get()?.['id'] ?? '');
  const begun = (all: readonly string[]): string[] =>
    all.flatMap((text) =>
      [...text].map((_, at) =>
        [...text]
          .slice(0, at + 1)
          .join('')
          .trim(),
      ),
    );
  const readers = [
    ['an overseer', { person: 'per_a', organisation: 'secretariat', roles: ['auditor'] }],
    ['a sponsor', { person: 'per_b', organisation: party, roles: ['sponsor.officer'] }],
  ] as const;
  for (const [as, actor] of readers) {
    const search = (typed: string) =>
      searchFor(prepare, { q: typed, limit: 5, after: '', published: false }, { actor, mayList: () => true });
    const typing = (what: string, all: readonly string[]) =>
      measure('everything', `everything: ${what}, ${as}`, (index) => search(of(all, index * 7)));
    typing('words while they are typed', begun(words));
    typing('a reference while it is typed', begun([reference]));
    typing(
      'two words',
      words.map((word, at) => `${word} ${of(words, at * 5 + 1).split(' ')[0]}`),
    );
    typing(
      'what is mistyped',
      words.map((word) => `${word.slice(0, 2)}${word.slice(3)}`),
    );
    typing(
      'what is not there',
      words.map((word) => `${word} xyzzy 2031`),
    );
  }
}

/** The value that this share of the projects does not reach. */
function quantileOf(db: DatabaseSync, column: string, share: number): unknown {
  const where = `FROM project WHERE ${column} <> '' AND currency = 'USD'`;
  const { count } = db.prepare(`SELECT count(*) AS count ${where}`).get() as { count: number };
  return db.prepare(`SELECT ${column} AS value ${where} ORDER BY ${column} LIMIT 1 OFFSET ?`).get(Math.floor(count * share))?.['value'];
}

function measured(what: string, work: (index: number) => unknown): Pick<Figure, 'cpu' | 'p99'> {
  repeated(work, WARM_UP);
  const { result: times, seconds } = cpuSeconds(() => repeated(work, RUNS));
  const [cpu, p99] = [(seconds / times.length) * 1_000, percentile(times, 0.99)];
  print(what, `p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, CPU ${cpu.toFixed(3)} ms`);
  return { cpu, p99 };
}

/** Does it so often, or fewer times where that takes long. Answers how long each took. */
function repeated(work: (index: number) => unknown, most: number): number[] {
  const times: number[] = [];
  const until = performance.now() + MOST_MS;
  for (let index = 0; index < most && (index < LEAST_RUNS || performance.now() < until); index += 1) {
    const began = performance.now();
    work(index);
    times.push(performance.now() - began);
  }
  return times;
}
