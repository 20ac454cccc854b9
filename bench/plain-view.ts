import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';

/** One row for each thing that has a stream, with six indexes, and a count for each kind and status: about what a list costs to keep. */
const DDL = `
  CREATE TABLE item (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL,
    organisation TEXT NOT NULL, country TEXT NOT NULL, amount INTEGER NOT NULL, updated TEXT NOT NULL) STRICT;
  CREATE INDEX item_by_updated ON item (kind, updated);
  CREATE INDEX item_by_amount ON item (kind, amount);
  CREATE INDEX item_by_status ON item (kind, status, updated);
  CREATE INDEX item_by_country ON item (kind, country, updated);
  CREATE INDEX item_by_organisation ON item (organisation, updated);
  CREATE TABLE item_doc (n INTEGER PRIMARY KEY, doc TEXT NOT NULL) STRICT;
  CREATE TABLE total (kind TEXT NOT NULL, status TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, status)) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE item_text USING fts5 (title, reference, content = '', contentless_delete = 1, tokenize = 'trigram');`;

const NAMES: readonly string[] = CONTEXT_NAMES;

export const view: View = { name: 'plain', schema: '1', contexts: NAMES, ddl: DDL, rows };

/** Sequences count in each context, and all kinds share a table here. */
const numberOf = ({ context, sequence, place }: ViewEvent): number => (sequence * NAMES.length + NAMES.indexOf(context)) * 1_024 + place;

type Item = {
  readonly n: number;
  readonly kind: string;
  readonly version: number;
  readonly status: string;
  readonly organisation: string;
  readonly country: string;
  readonly amount: bigint;
  readonly updated: string;
  readonly doc: Readonly<Record<string, unknown>>;
};

function rows(db: DatabaseSync): Rows {
  const find = db.prepare('SELECT item.*, doc FROM item JOIN item_doc USING (n) WHERE id = ?');
  find.setReadBigInts(true);
  const put = db.prepare('INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const putDoc = db.prepare('INSERT OR REPLACE INTO item_doc VALUES (?, ?)');
  const putText = db.prepare('INSERT OR REPLACE INTO item_text (rowid, title, reference) VALUES (?, ?, ?)');
  const count = db.prepare('INSERT INTO total VALUES (?, ?, ?) ON CONFLICT (kind, status) DO UPDATE SET count = count + excluded.count');
  const touched = new Map<string, { readonly before: Item | undefined; readonly now: Item }>();
  return {
    fold(event) {
      const known = touched.get(event.stream);
      const before = known ? known.before : itemIn(find, event.stream);
      touched.set(event.stream, { before, now: folded(known?.now ?? before, event) });
    },
    write() {
      for (const [id, { before, now }] of touched) {
        const { n, kind, status, doc } = now;
        put.run(n, id, kind, now.version, status, now.organisation, now.country, now.amount, now.updated);
        putDoc.run(n, JSON.stringify(doc));
        if (titleOf(doc) !== titleOf(before?.doc)) putText.run(n, titleOf(doc), id);
        if (before?.status === status) continue;
        if (before) count.run(kind, before.status, -1);
        count.run(kind, status, 1);
      }
      touched.clear();
    },
    forget: () => touched.clear(),
  };
}

const titleOf = (doc: Item['doc'] | undefined): string =>
  String((doc?.['proposal'] as { title?: string } | undefined)?.title ?? doc?.['title'] ?? '');

function itemIn(find: StatementSync, id: string): Item | undefined {
  const row = find.get(id);
  if (!row) return undefined;
  const text = (column: string): string => String(row[column]);
  return {
    n: Number(row['n']),
    kind: text('kind'),
    version: Number(row['version']),
    status: text('status'),
    organisation: text('organisation'),
    country: text('country'),
    amount: BigInt(text('amount')),
    updated: text('updated'),
    doc: JSON.parse(text('doc')) as Item['doc'],
  };
}

function folded(before: Item | undefined, event: ViewEvent): Item {
  const { aggregate, type, version, data, at } = event;
  const doc = { ...before?.doc, ...data };
  const proposal = doc['proposal'] as { countries?: string[]; target?: { amount: string } } | undefined;
  const amount = doc['amount'] as { amount: string } | undefined;
  return {
    n: before?.n ?? numberOf(event),
    kind: aggregate,
    version,
    status: type,
    organisation: String(doc['proposer'] ?? doc['sponsor'] ?? ''),
    country: proposal?.countries?.[0] ?? '',
    amount: BigInt(proposal?.target?.amount ?? amount?.amount ?? 0),
    updated: at,
    doc,
  };
}
