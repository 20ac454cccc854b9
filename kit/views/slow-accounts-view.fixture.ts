import { view as accounts } from './accounts-view.fixture.ts';
import type { View } from './view.ts';

const PAUSE_MS = 60;
const never = new Int32Array(new SharedArrayBuffer(4));

/** The same view in a replica that takes its time. */
export const view: View = {
  ...accounts,
  rows(db) {
    const rows = accounts.rows(db);
    return {
      ...rows,
      write() {
        Atomics.wait(never, 0, 0, PAUSE_MS);
        rows.write();
      },
    };
  },
};
