import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import { bankAccounts } from '../../../mapping.ts';

// Which bank accounts each organisation has named. Where they stand is asked of their streams: none is used in the days in which this is behind.

const DDL = `
  CREATE TABLE account (id TEXT PRIMARY KEY, organisation TEXT NOT NULL, last_four TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX account_organisation ON account (organisation);
  CREATE INDEX account_last_four ON account (last_four, id);`;

function rows(db: DatabaseSync): Rows {
  const name = db.prepare('INSERT OR IGNORE INTO account VALUES (?, ?, ?)');
  let named: { readonly id: string; readonly organisation: string; readonly lastFour: string }[] = [];
  return {
    fold(event: ViewEvent) {
      if (event.aggregate !== bankAccounts.aggregate) return;
      const known = bankAccounts.codec.decode(event);
      if (known.type === 'BankAccountProposed')
        named.push({ id: event.stream, organisation: known.organisation, lastFour: known.lastFour });
    },
    write() {
      for (const { id, organisation, lastFour } of named) name.run(id, organisation, lastFour);
      named = [];
    },
    forget() {
      named = [];
    },
  };
}

export const view: View = { name: 'own-accounts', schema: VIEW_SCHEMAS['own-accounts'], contexts: ['disbursement'], ddl: DDL, rows };
