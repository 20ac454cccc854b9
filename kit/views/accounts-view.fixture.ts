import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from './view.ts';

/** What the view of accounts has of one: each amount that was folded, in the order in which it was. */
type Account = { readonly n: number; readonly amounts: readonly string[] };

const DDL = `
  CREATE TABLE account (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, amounts TEXT NOT NULL, balance INTEGER NOT NULL) STRICT;
  CREATE INDEX account_by_balance ON account (balance);
  CREATE TABLE total (kind TEXT PRIMARY KEY, count INTEGER NOT NULL, balance INTEGER NOT NULL) STRICT, WITHOUT ROWID;`;

/** A deposit of 13 is not understood, and 1.5 does not go into the table. Touched rows are changed before that is noticed. */
export const accountsView = (schema = '1', contexts: readonly string[] = ['bank', 'shop']): View => ({
  name: 'accounts',
  schema,
  contexts,
  ddl: DDL,
  rows,
});

export const view: View = accountsView();

function rows(db: DatabaseSync): Rows {
  const find = db.prepare('SELECT n, amounts FROM account WHERE id = ?');
  const put = db.prepare('INSERT OR REPLACE INTO account VALUES (?, ?, ?, ?)');
  const add = db.prepare(
    `INSERT INTO total VALUES ('account', ?, ?)
      ON CONFLICT (kind) DO UPDATE SET count = count + excluded.count, balance = balance + excluded.balance`,
  );
  const touched = new Map<string, { before: Account | undefined; now: Account }>();
  const known = (id: string): Account | undefined => {
    const row = find.get(id);
    return row && { n: Number(row['n']), amounts: String(row['amounts']).split(' ') };
  };
  return {
    fold({ stream, sequence, place, data }: ViewEvent) {
      const { before, now } = touched.get(stream) ?? { before: known(stream), now: undefined };
      const last = now ?? before;
      const amount = String(data['amount']);
      touched.set(stream, { before, now: { n: last?.n ?? sequence * 4_096 + place, amounts: [...(last?.amounts ?? []), amount] } });
      if (amount === '13') throw new Error('thirteen is not understood');
    },
    write() {
      for (const [id, { before, now }] of touched) {
        put.run(now.n, id, now.amounts.join(' '), balanceOf(now));
        add.run(before ? 0 : 1, balanceOf(now) - balanceOf(before));
      }
      touched.clear();
    },
    forget: () => touched.clear(),
  };
}

const balanceOf = (account: Account | undefined): number => (account?.amounts ?? []).reduce((sum, amount) => sum + Number(amount), 0);

/** All that a file holds of the view and of the feed, but for what the planner knows. */
export const contentsOf = (db: DatabaseSync) => ({
  accounts: db.prepare('SELECT * FROM account ORDER BY n').all(),
  totals: db.prepare('SELECT * FROM total').all(),
  streams: db.prepare('SELECT * FROM stream ORDER BY id').all(),
  held: db.prepare('SELECT stream, version FROM held ORDER BY stream, version').all(),
  parked: db.prepare('SELECT stream, version, reason FROM parked ORDER BY stream').all(),
});

/** A deposit as it comes from the feed. */
export const deposited = (stream: string, version: number, amount: string, sequence: number, context = 'bank'): ViewEvent => ({
  context,
  aggregate: 'account',
  stream,
  version,
  type: 'Deposited',
  schema: 1,
  data: { amount },
  at: new Date(sequence * 1_000).toISOString(),
  actor: 'teller',
  correlationId: 'c',
  causationId: 'c',
  clockOffset: 0,
  sequence,
  place: 0,
});
