import { setTimeout as sleep } from 'node:timers/promises';
import type { Gate } from './gate.ts';

const POLL_MS = 120;

export type Waits = ReturnType<typeof waits>;

/** What actors wait for: effects that the system owes them, once it is idle. */
export function waits(gate: Gate) {
  const pending = new Map<object, { readonly what: string; readonly isSo: () => Promise<boolean> }>();
  return {
    /** Asks until there is an answer. */
    async until<Found>(what: string, ask: () => Promise<Found | undefined>): Promise<Found> {
      const wait = {};
      pending.set(wait, { what, isSo: async () => (await ask()) !== undefined });
      try {
        for (;;) {
          await gate.pass();
          const found = await ask();
          if (found !== undefined) return found;
          await sleep(POLL_MS);
        }
      } finally {
        pending.delete(wait);
      }
    },
    /** What somebody waits for that has not happened. In an idle system, it is what got lost on the way. */
    async owed(): Promise<string[]> {
      const asked = await Promise.all([...pending.values()].map(async ({ what, isSo }) => ((await isSo()) ? [] : [what])));
      return asked.flat();
    },
  };
}
