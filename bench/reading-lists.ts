import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { columnsOf } from '@junkan/catalogue/live/columns.ts';
import { countsOf } from '@junkan/catalogue/query/facets.ts';
import { MAX_COUNT, pageOf, totalOf } from '@junkan/catalogue/query/list.ts';
import { countedIn } from '@junkan/catalogue/query/live.ts';
import { flowsOf, projectsOf } from '@junkan/catalogue/query/portfolio.ts';
import { view } from '@junkan/catalogue/view/view.ts';
import { finishBuild, openForReading, openForWriting } from '@junkan/kit/views/file.ts';
import { taker } from '@junkan/kit/views/loop.ts';
import { type Prepare, statementsOf } from '@junkan/kit/views/statements.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { cpuSeconds, percentile, print } from './measure.ts';
import { syntheticFeed } from './synthetic-feed.ts';
import { COUNTRIES, LANGUAGES, THEMES } from './synthetic-words.ts';

const SEED = 7;
const BATCH = 4_096;
const RUNS = 200;
const SCOPE = { schema: view.schema, origin: 'bench' };

/** What lists of the catalogue cost, over so many projects: building its file, then pages, filters, counts and search. */
export function listed(folder: string, projects: number): void {
  const path = join(folder, `catalogue-${projects}.db`);
  build(path, projects);
  const db = openForReading(path);
  const prepare = statementsOf(db);
  const all = { kind: 'project', reader: undefined, filters: [], ranges: [], typed: '' } as const;
  const first = { ...all, limit: 50, cursor: '' };
  const of = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
  const where = (index: number) => [
    { field: 'country', values: [of(COUNTRIES, index)], all: false },
    { field: 'theme', values: [of(THEMES, index * 7)], all: false },
  ];
  const amounts = (index: number) => [{ field: 'amount', from: String(index * 1_000_000), to: '' }];
  const words: readonly string[] = LANGUAGES.flatMap(({ things, places }) => [...things, ...places]);

  measured('newest 50 with documents', () => pageOf(prepare, { ...first, sort: '-created' }, SCOPE));
  for (const sort of ['title', '-amount', 'due', '-updated'])
    measured(`first 50 by ${sort}`, () => pageOf(prepare, { ...first, sort }, SCOPE));
  const sponsor = String(db.prepare("SELECT organisation FROM party WHERE kind = 'payment' LIMIT 1").get()?.['organisation'] ?? '');
  measured('payments of a party', () => pageOf(prepare, { ...first, kind: 'payment', reader: sponsor, sort: '-created' }, SCOPE));
  measured('filters on country and theme', (index) => pageOf(prepare, { ...first, filters: where(index), sort: '-updated' }, SCOPE));
  measured('and on an amount', (index) =>
    pageOf(prepare, { ...first, filters: where(index), ranges: amounts(index), sort: '-amount' }, SCOPE),
  );
  measured('total of a filter', (index) => totalOf(prepare, { ...all, filters: where(index) }));
  const facets = ['status', 'country', 'theme'];
  measured('three counts', (index) => facets.map((field) => countsOf(prepare, { ...all, filters: where(index) }, field)));
  const usd = [{ field: 'currency', values: ['USD'], all: false }];
  for (const share of [0.05, 0.5, 0.95]) {
    const from = String(quantileOf(db, 'amount', 1 - share));
    const ranges = [{ field: 'amount', from, to: '' }];
    measured(`three counts of the dearest ${share * 100} % in one currency`, () =>
      facets.map((field) => countsOf(prepare, { ...all, filters: usd, ranges }, field)),
    );
    const due = [{ field: 'due', from: String(quantileOf(db, 'due', 1 - share)), to: '' }];
    measured(`three counts of what is due last, ${share * 100} %`, () =>
      facets.map((field) => countsOf(prepare, { ...all, ranges: due }, field)),
    );
  }
  mixed(prepare, first);
  const everything = { proposer: '', sponsor: '', country: '', theme: '' };
  for (const reader of [undefined, sponsor]) {
    const as = reader === undefined ? 'overseer' : 'sponsor';
    measured(`the portfolio of an ${as}`, () => [
      flowsOf(prepare, { ...everything, reader }),
      projectsOf(prepare, { ...everything, reader }),
    ]);
  }
  measured('a word of nine languages', (index) => pageOf(prepare, { ...first, typed: of(words, index), sort: '' }, SCOPE));
  measured('the first letter of one', (index) => pageOf(prepare, { ...first, typed: [...of(words, index)][0] ?? '', sort: '' }, SCOPE));
  db.close();
}

type First = { readonly kind: 'project'; readonly reader: undefined; readonly typed: ''; readonly limit: number; readonly cursor: string };

/** Filters on some of status, country, theme, amount and day, each with a sort: from the file, and from the columns in memory. */
function mixed(prepare: Prepare, first: First): void {
  const began = performance.now();
  const columns = columnsOf(prepare);
  print('columns read into memory', `${(performance.now() - began).toFixed(0)} ms for ${columns.size} projects`);
  const of = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
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
    return { ...first, filters, ranges, sort: of(['-updated', '-amount', 'due', '-created'], index) };
  };
  const facets = ['status', 'country', 'theme'];
  measured('a mix of filters and sorts', (index) => pageOf(prepare, asked(index), SCOPE));
  measured('the same, columns in memory', (index) => pageOf(prepare, asked(index), SCOPE, columns));
  measured('total and three counts under that mix', (index) => [
    totalOf(prepare, asked(index)),
    ...facets.map((field) => countsOf(prepare, asked(index), field)),
  ]);
  measured('the same, columns in memory', (index) => countedIn(columns, asked(index), facets, MAX_COUNT));
}

/** The value that this share of the projects does not reach. */
function quantileOf(db: DatabaseSync, column: string, share: number): unknown {
  const where = `FROM project WHERE ${column} <> '' AND currency = 'USD'`;
  const { count } = db.prepare(`SELECT count(*) AS count ${where}`).get() as { count: number };
  return db.prepare(`SELECT ${column} AS value ${where} ORDER BY ${column} LIMIT 1 OFFSET ?`).get(Math.floor(count * share))?.['value'];
}

function build(path: string, projects: number): void {
  const db = openForWriting(path, view);
  const take = taker(db, view.rows(db));
  let count = 0;
  const { seconds } = cpuSeconds(() => {
    let batch: ViewEvent[] = [];
    for (const event of syntheticFeed({ projects, seed: SEED })) {
      batch.push(event);
      count += 1;
      if (batch.length < BATCH) continue;
      take({ context: 'project', origin: 'bench', sequence: event.sequence, events: batch });
      batch = [];
    }
    take({ context: 'project', origin: 'bench', sequence: count, events: batch });
  });
  finishBuild(db);
  db.close();
  console.log(`\nthe catalogue of ${projects} projects`);
  print(
    `built in transactions of ${BATCH}`,
    `${(count / seconds / 1_000).toFixed(1)} k events per CPU second, ${(statSync(path).size / 1e6).toFixed(1)} MB`,
  );
}

function measured(what: string, work: (index: number) => unknown): void {
  work(0);
  const times: number[] = [];
  const { seconds } = cpuSeconds(() => {
    for (let index = 0; index < RUNS; index += 1) {
      const began = performance.now();
      work(index);
      times.push(performance.now() - began);
    }
  });
  const cpu = (seconds / RUNS) * 1_000;
  print(what, `p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms, CPU ${cpu.toFixed(3)} ms`);
}
