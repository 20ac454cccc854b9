import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { bankAccounts } from '../mapping.ts';
import { SCHEMA } from './schema.ts';

// Which bank accounts each organisation has named. Where they stand is asked of their streams: none is used in the days in which this is behind.

const DDL = `
  CREATE TABLE account (id TEXT PRIMARY KEY, organisation TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX account_organisation ON account (organisation);`;

function rows(db: DatabaseSync): Rows {
  const name = db.prepare('INSERT OR IGNORE INTO account VALUES (?, ?)');
  let named: { readonly id: string; readonly organisation: string }[] = [];
  return {
    fold(event: ViewEvent) {
      if (event.aggregate !== bankAccounts.aggregate) return;
      const known = bankAccounts.codec.decode(event);
      if (known.type === 'BankAccountProposed') named.push({ id: event.stream, organisation: known.organisation });
    },
    write() {
      for (const { id, organisation } of named) name.run(id, organisation);
      named = [];
    },
    forget() {
      named = [];
    },
  };
}

export const view: View = { name: 'own-accounts', schema: SCHEMA, contexts: ['disbursement'], ddl: DDL, rows };
