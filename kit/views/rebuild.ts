import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkpointSeldom, finishBuild, openForWriting, removeFile } from './file.ts';
import { follow } from './follow.ts';
import type { Source } from './source.ts';
import type { View } from './view.ts';

/** A new file counts as whole with as many events as the one before it, or when for so long nothing more has come. */
const QUIET_MS = 10_000;
const CHECK_MS = 250;

type Building = { readonly view: View; readonly source: Source; readonly signal: AbortSignal };

/** Versions have no gaps, so that they sum up to the events that were folded. */
export const eventsIn = (db: DatabaseSync): number => Number(db.prepare('SELECT total(version) AS events FROM stream').get()?.['events']);

/**
 * Builds a file at `<path>.new` from the first events of all feeds, until it has caught up and has at least so many events: a broker
 * that lost its streams gets them again little by little. Answers whether it is whole, which it is not where the signal aborts.
 */
export async function buildNewFile(path: string, { view, source, signal }: Building, events: number): Promise<boolean> {
  const fresh = `${path}.new`;
  removeFile(fresh);
  const db = openForWriting(fresh, view);
  try {
    checkpointSeldom(db, true);
    await readUntilWhole(db, { view, source, signal }, events);
    if (signal.aborted) return false;
    finishBuild(db);
    return true;
  } finally {
    db.close();
  }
}

async function readUntilWhole(db: DatabaseSync, { view, source, signal }: Building, events: number): Promise<void> {
  const whole = new AbortController();
  const ended = AbortSignal.any([signal, whole.signal]);
  let lastApplied = performance.now();
  const check = async (): Promise<void> => {
    while (!ended.aborted && eventsIn(db) < events && performance.now() - lastApplied < QUIET_MS)
      await sleep(CHECK_MS, undefined, { signal: ended }).catch(() => undefined);
    whole.abort();
  };
  let checking: Promise<void> | undefined;
  try {
    await follow({
      db,
      rows: view.rows(db),
      contexts: view.contexts,
      source,
      signal: ended,
      applied: () => {
        lastApplied = performance.now();
      },
      caughtUp: () => {
        checking = check();
      },
    });
  } finally {
    whole.abort();
    await checking;
  }
}
