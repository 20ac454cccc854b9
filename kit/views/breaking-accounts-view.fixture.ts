import { existsSync, writeFileSync } from 'node:fs';
import { view as accounts } from './accounts-view.fixture.ts';
import type { View } from './view.ts';

/** The same view; a deposit of 7 ends the thread that writes, the first time. */
export const view: View = {
  ...accounts,
  rows(db) {
    const rows = accounts.rows(db);
    const mark = `${db.location()}.broken`;
    return {
      ...rows,
      fold(event) {
        rows.fold(event);
        if (event.data['amount'] !== '7' || existsSync(mark)) return;
        writeFileSync(mark, '');
        queueMicrotask(() => {
          throw new Error('nobody has thought of this');
        });
      },
    };
  },
};
