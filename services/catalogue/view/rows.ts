import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Rows, ViewEvent } from '@junkan/kit/views/view.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { CATALOGUE } from '../kinds.ts';
import { agreement } from './agreement.ts';
import { type Counters, counters } from './counters.ts';
import { envelope } from './envelope.ts';
import { funding } from './funding.ts';
import { type Aggregate, type Item, type Kept, placeOf } from './item.ts';
import { milestone } from './milestone.ts';
import { passport } from './passport.ts';
import { partOfAgreement, partOfFunding, partOfProject } from './portfolio.ts';
import { type Portfolio, portfolio } from './portfolio-cells.ts';
import { project } from './project.ts';
import { mandate, organisation, sponsor } from './registry.ts';
import { type SearchedText, searchedText } from './searched-text.ts';
import { workRows } from './work.ts';

/** By the aggregate that the feed names. What the catalogue does not list is none of its business. */
// biome-ignore lint/suspicious/noExplicitAny: each is folded by its own functions alone
const AGGREGATES: Readonly<Record<string, Aggregate<any> | undefined>> = {
  ...{ project, milestone, funding, agreement, passport, mandate, envelope, sponsor, proposer: organisation },
  ...{ clock: undefined, person: undefined, 'bank-reference': undefined },
};

type Touched = { readonly aggregate: Aggregate<unknown>; readonly before: Kept<unknown> | undefined; kept: Kept<unknown> };

export function rows(db: DatabaseSync): Rows {
  const touched = new Map<string, Touched>();
  const statements = writing(db);
  const counted = counters(db);
  const texts = searchedText(db);
  const money = portfolio(db);
  const work = workRows(db);

  function known(aggregate: Aggregate<unknown>, stream: string): Kept<unknown> | undefined {
    const row = statements[aggregate.kind].read.get(stream);
    if (row === undefined) return undefined;
    return {
      state: aggregate.load(JSON.parse(String(row['doc']))),
      n: Number(row['n']),
      created: text(row, 'created'),
      updated: text(row, 'updated'),
    };
  }

  return {
    fold(event) {
      if (!Object.hasOwn(AGGREGATES, event.aggregate)) throw new Error(`${event.aggregate} is unknown to the catalogue`);
      const aggregate = AGGREGATES[event.aggregate];
      if (aggregate === undefined) return;
      const before = touched.has(event.stream) ? undefined : known(aggregate, event.stream);
      const seen = touched.get(event.stream);
      const kept = keptAfter(aggregate, seen?.kept ?? before, event);
      if (seen) seen.kept = kept;
      else touched.set(event.stream, { aggregate, before, kept });
      work.fold(aggregate.kind, event.stream, before?.state, kept.state, event.at);
    },
    write() {
      for (const { aggregate, before, kept } of touched.values()) {
        const old = new Map((before ? aggregate.items(before) : []).map((item) => [item.id, item]));
        for (const item of aggregate.items(kept)) {
          const was = old.get(item.id);
          writeItem(statements[item.kind], was, item);
          tell(counted, texts, was, item);
        }
        tellOf(money, aggregate, kept);
      }
      texts.write();
      money.write();
      work.write();
      touched.clear();
    },
    forget() {
      touched.clear();
      texts.forget();
      money.forget();
      work.forget();
    },
  };
}

function keptAfter(aggregate: Aggregate<unknown>, before: Kept<unknown> | undefined, event: ViewEvent): Kept<unknown> {
  const state = aggregate.evolve(before?.state, event);
  return { state, n: before?.n ?? placeOf(event), created: before?.created ?? event.at, updated: event.at };
}

function tell(counted: Counters, texts: SearchedText, was: Item | undefined, item: Item): void {
  counted.change(was, item);
  texts.change(was, item);
}

/** What a project, a round or an agreement has come to, for the sums over all projects. */
function tellOf(money: Portfolio, { kind }: Pick<Aggregate<unknown>, 'kind'>, { state, created }: Kept<unknown>): void {
  if (kind === 'project') money.change((state as Project).id, 'project', partOfProject(state as Project, created));
  if (kind === 'funding') money.change((state as Funding).project, (state as Funding).id, partOfFunding(state as Funding));
  if (kind === 'agreement') money.change((state as Agreement).project, (state as Agreement).id, partOfAgreement(state as Agreement));
}

type Statements = {
  readonly columns: readonly string[];
  readonly read: StatementSync;
  readonly put: StatementSync;
  readonly putDoc: StatementSync;
  readonly tag: Pair;
  readonly party: Pair;
};
type Pair = { readonly add: StatementSync; readonly remove: StatementSync };

function writing(db: DatabaseSync): Record<Item['kind'], Statements> {
  const tag = {
    add: db.prepare('INSERT OR IGNORE INTO tag VALUES (?, ?, ?)'),
    remove: db.prepare('DELETE FROM tag WHERE kind = ? AND value = ? AND n = ?'),
  };
  const party = {
    add: db.prepare('INSERT OR IGNORE INTO party VALUES (?, ?, ?)'),
    remove: db.prepare('DELETE FROM party WHERE kind = ? AND organisation = ? AND n = ?'),
  };
  const of = (name: Item['kind']): Statements => {
    const columns = Object.keys(CATALOGUE[name].columns);
    const given = ['n', 'id', ...columns];
    return {
      columns,
      read: db.prepare(`SELECT n, created, updated, doc FROM ${name} JOIN ${name}_doc USING (n) WHERE id = ?`),
      put: db.prepare(
        `INSERT INTO ${name} (${given.join(', ')}) VALUES (${given.map(() => '?').join(', ')})
         ON CONFLICT (n) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      ),
      putDoc: db.prepare(`INSERT INTO ${name}_doc VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET doc = excluded.doc`),
      tag,
      party,
    };
  };
  return {
    ...{ project: of('project'), milestone: of('milestone'), funding: of('funding'), offer: of('offer'), agreement: of('agreement') },
    ...{
      payment: of('payment'),
      mandate: of('mandate'),
      envelope: of('envelope'),
      organisation: of('organisation'),
      sponsor: of('sponsor'),
      passport: of('passport'),
    },
  };
}

/** @throws where an item lacks a column of its kind. */
function writeItem({ columns, put, putDoc, tag, party }: Statements, was: Item | undefined, item: Item): void {
  const { kind, id, n } = item;
  const values = columns.map((column) => {
    const value = item.columns[column];
    if (value === undefined) throw new Error(`${kind} ${id} lacks ${column}`);
    return value;
  });
  put.run(n, id, ...values);
  putDoc.run(n, JSON.stringify(item.doc));
  for (const field of CATALOGUE[kind].tags) differ(tag, `${kind}.${field}`, was?.tags[field] ?? [], item.tags[field] ?? [], n);
  differ(party, kind, was?.parties ?? [], item.parties, n);
}

function differ({ add, remove }: Pair, kind: string, before: readonly string[], after: readonly string[], n: number): void {
  for (const value of before) if (!after.includes(value)) remove.run(kind, value, n);
  for (const value of after) if (!before.includes(value)) add.run(kind, value, n);
}

const text = (row: Record<string, unknown>, column: string): string => String(row[column]);
