import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import { entryIn } from '../../ledger/view/entries.ts';

// Accounts are nothing but the fold of the journal entries that the events carry.

const DDL = `
  CREATE TABLE account (
    name TEXT NOT NULL, currency TEXT NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (name, currency)
  ) STRICT, WITHOUT ROWID;`;

function rows(db: DatabaseSync): Rows {
  const add = db.prepare(
    'INSERT INTO account VALUES (?, ?, ?) ON CONFLICT (name, currency) DO UPDATE SET amount = amount + excluded.amount',
  );
  let postings: { readonly account: string; readonly currency: string; readonly amount: bigint }[] = [];
  return {
    fold(event: ViewEvent) {
      for (const { account, money } of entryIn(event)?.postings ?? []) postings.push({ account, ...money });
    },
    write() {
      for (const { account, currency, amount } of postings) add.run(account, currency, amount);
      postings = [];
    },
    forget() {
      postings = [];
    },
  };
}

export const view: View = { name: 'accounts', schema: VIEW_SCHEMAS.accounts, contexts: ['disbursement'], ddl: DDL, rows };
