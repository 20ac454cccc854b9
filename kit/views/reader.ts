import { renameSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { openForReading, removeFile } from './file.ts';
import { hasReached, positionIn, positionOf } from './position.ts';
import { type Prepare, statementsOf } from './statements.ts';
import type { ViewEvent } from './view.ts';
import type { Awaited, Progress } from './waits.ts';

const MAX_PARKED_SHOWN = 100;

/** An event that cannot be understood. The rows contain nothing of its stream from this version on. */
export type Parked = { readonly event: ViewEvent; readonly reason: string };

export type FileReader = ReturnType<typeof fileReader>;

/** The connection that the file of a view is read by, and what was prepared on it. */
export function fileReader(path: string) {
  let current: { readonly db: DatabaseSync; readonly prepare: Prepare } | undefined;
  const close = (): void => {
    current?.db.close();
    current = undefined;
  };
  const open = (): void => {
    close();
    const db = openForReading(path);
    current = { db, prepare: statementsOf(db) };
  };
  const opened = () => {
    if (!current) throw new Error('the view is closed');
    return current;
  };
  return {
    open,
    close,
    db: () => opened().db,
    prepare: () => opened().prepare,
    /** Nothing is read in between: it is one step of this thread. A crash in the midst of it leaves no file, which is then built. */
    putInPlace(fresh: string): void {
      close();
      removeFile(path);
      renameSync(fresh, path);
      open();
    },
  };
}

/** How far the rows are with what somebody waits for. */
export function progressOf({ prepare }: FileReader, contexts: readonly string[], awaited: Awaited): Progress {
  if (typeof awaited === 'string') {
    const wanted = positionOf(awaited);
    if (!wanted) return 'malformed';
    return hasReached(contexts, positionIn({ prepare: prepare() }), wanted) ? 'reached' : 'not-yet';
  }
  const { stream, version } = awaited;
  const known = prepare()('SELECT version FROM stream WHERE id = ?').get(stream)?.['version'];
  if (Number(known ?? 0) >= version) return 'reached';
  const parked = prepare()('SELECT version FROM parked WHERE stream = ?').get(stream)?.['version'];
  return parked === undefined || Number(parked) > version ? 'not-yet' : 'parked';
}

export const countParked = (prepare: Prepare): number => Number(prepare('SELECT count(*) AS parked FROM parked').get()?.['parked']);

export const parkedIn = (prepare: Prepare): Parked[] =>
  prepare(`SELECT event, reason FROM parked ORDER BY stream LIMIT ${MAX_PARKED_SHOWN}`)
    .all()
    .map(({ event, reason }) => ({ event: JSON.parse(String(event)) as ViewEvent, reason: String(reason) }));
