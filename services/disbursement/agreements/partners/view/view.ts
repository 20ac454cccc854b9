import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import { agreements } from '../../../mapping.ts';

// Which organisations are bound to each other by an agreement that all of them have signed: they may know where the others are paid.

const DDL = `
  CREATE TABLE bound (
    agreement TEXT NOT NULL, organisation TEXT NOT NULL, signed INTEGER NOT NULL, PRIMARY KEY (agreement, organisation)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bound_organisation ON bound (organisation, agreement, signed);`;

function rows(db: DatabaseSync): Rows {
  const forget = db.prepare('DELETE FROM bound WHERE agreement = ?');
  const bind = db.prepare('INSERT OR IGNORE INTO bound VALUES (?, ?, 0)');
  const sign = db.prepare('UPDATE bound SET signed = 1 WHERE agreement = ?');
  let pending: (() => void)[] = [];
  return {
    fold(event: ViewEvent) {
      if (event.aggregate !== agreements.aggregate) return;
      const { stream } = event;
      const known = agreements.codec.decode(event);
      if (known.type === 'AgreementBecameEffective') pending.push(() => void sign.run(stream));
      if (known.type !== 'AgreementDrafted') return;
      const organisations = [known.proposer, ...known.shares.map(({ sponsor }) => sponsor)];
      // Drafted again after a declined signature it may have other parties.
      pending.push(() => void forget.run(stream));
      for (const organisation of organisations) pending.push(() => void bind.run(stream, organisation));
    },
    write() {
      for (const change of pending) change();
      pending = [];
    },
    forget() {
      pending = [];
    },
  };
}

export const view: View = { name: 'partners', schema: VIEW_SCHEMAS.partners, contexts: ['disbursement'], ddl: DDL, rows };
