import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import { rateSheets } from '../../../mapping.ts';
import type { Event } from '../rate-sheet.ts';

// The exchange rates that stand, each base among its own with a rate of one: what was entered, and what took its place once it was confirmed.

const DDL = `
  CREATE TABLE edition (
    sheet TEXT NOT NULL, number INTEGER NOT NULL, source TEXT NOT NULL, base TEXT NOT NULL, day TEXT NOT NULL, rates TEXT NOT NULL,
    PRIMARY KEY (sheet, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE rate (
    currency TEXT NOT NULL, day TEXT NOT NULL, source TEXT NOT NULL, base TEXT NOT NULL, rate TEXT NOT NULL, sheet TEXT NOT NULL,
    PRIMARY KEY (currency, day, source, base)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rate_sheet ON rate (sheet);`;

function rows(db: DatabaseSync): Rows {
  const enter = db.prepare('INSERT OR REPLACE INTO edition VALUES (?, ?, ?, ?, ?, ?)');
  const entered = db.prepare('SELECT source, base, day, rates FROM edition WHERE sheet = ? AND number = ?');
  const clear = db.prepare('DELETE FROM rate WHERE sheet = ?');
  const stand = db.prepare(`
    INSERT INTO rate SELECT currency.value ->> 'currency', ?, ?, ?, currency.value ->> 'rate', ? FROM json_each(?) AS currency`);
  let pending: { readonly sheet: string; readonly event: Event }[] = [];

  function put(sheet: string, event: Event): void {
    if (event.type === 'RatesEntered')
      enter.run(
        sheet,
        event.edition,
        event.source,
        event.base,
        event.day,
        JSON.stringify([{ currency: event.base, rate: '1' }, ...event.rates]),
      );
    if (event.type !== 'RatesConfirmed') return;
    const found = entered.get(sheet, event.edition);
    if (!found) throw new Error(`edition ${event.edition} of ${sheet} was confirmed, and never entered`);
    clear.run(sheet);
    stand.run(String(found['day']), String(found['source']), String(found['base']), sheet, String(found['rates']));
  }

  return {
    fold(event: ViewEvent) {
      if (event.aggregate === rateSheets.aggregate) pending.push({ sheet: event.stream, event: rateSheets.codec.decode(event) });
    },
    write() {
      for (const { sheet, event } of pending) put(sheet, event);
      pending = [];
    },
    forget() {
      pending = [];
    },
  };
}

export const view: View = { name: 'standing-rates', schema: VIEW_SCHEMAS['standing-rates'], contexts: ['disbursement'], ddl: DDL, rows };
