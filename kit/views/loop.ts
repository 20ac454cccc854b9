import type { DatabaseSync } from 'node:sqlite';
import { isOutage } from './sqlite.ts';
import type { Rows, ViewEvent } from './view.ts';

/** A batch from the feed of a context, up to a sequence. Messages that are not signed by the owner are omitted. */
export type Batch = {
  readonly context: string;
  /** Which JetStream stream it is, among those that had its name. */
  readonly origin: string;
  readonly sequence: number;
  readonly events: readonly ViewEvent[];
};

/**
 * Applies batches to the file: rows, stream versions and position in one transaction, so that a process that is killed and reads again
 * neither misses an event nor counts one twice. Returns the folded events in their order.
 *
 * - An event that was applied before is skipped.
 * - An event behind a gap is held until the gap is filled.
 * - An event that cannot be understood is parked with the reason. Its stream stops before it, so that later events are behind a gap and
 *   held like any others: no fold ever sees a stream with a hole. Other streams continue. It is tried once more when
 *   the file is opened again: a newer version may know it, and fold all else as before.
 */
export function taker(db: DatabaseSync, rows: Rows): (batch: Batch) => readonly ViewEvent[] {
  const waiting = waitingEvents(db);
  const known = db.prepare('SELECT version FROM stream WHERE id = ?');
  const reach = db.prepare('INSERT INTO stream VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version');
  const advance = db.prepare('INSERT OR REPLACE INTO position VALUES (?, ?, ?)');
  const versionOf = (stream: string): number => Number(known.get(stream)?.['version'] ?? 0);

  const inTransaction = (work: () => void): void => {
    db.exec('BEGIN IMMEDIATE');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      rows.forget();
      waiting.forget();
      throw error;
    }
  };

  /** Folds an event, and with `onwards` those that waited for it; or holds it, or skips it. */
  const takeInto = (taken: ViewEvent[], versions: Map<string, number>, event: ViewEvent, onwards: boolean): void => {
    const { stream } = event;
    const before = versions.get(stream) ?? versionOf(stream);
    if (event.version > before + 1) waiting.hold(event);
    if (event.version !== before + 1 || waiting.isParked(stream)) return;
    for (let next: ViewEvent | undefined = event; next; next = onwards ? waiting.next(stream, next.version) : undefined) {
      rows.fold(next);
      waiting.release(next);
      versions.set(stream, next.version);
      taken.push(next);
    }
  };

  const take = (events: readonly ViewEvent[], onwards: boolean, batch?: Batch, parked?: ViewEvent): ViewEvent[] => {
    const taken: ViewEvent[] = [];
    const versions = new Map<string, number>();
    inTransaction(() => {
      if (parked) waiting.unpark(parked);
      for (const event of events) takeInto(taken, versions, event, onwards);
      rows.write();
      for (const [stream, version] of versions) reach.run(stream, version);
      if (batch) advance.run(batch.context, batch.origin, batch.sequence);
    });
    return taken;
  };

  /** Each event in its own transaction, so that exactly the failing one is parked. */
  const takeOneByOne = (events: readonly ViewEvent[]): ViewEvent[] => {
    const taken: ViewEvent[] = [];
    const takeOrPark = (event: ViewEvent): boolean => {
      try {
        const folded = take([event], false);
        taken.push(...folded);
        return folded.length > 0;
      } catch (error) {
        if (isOutage(error)) throw error;
        inTransaction(() => waiting.park(event, error instanceof Error ? error.message : String(error)));
        return false;
      }
    };
    for (const event of events) {
      let next: ViewEvent | undefined = event;
      while (next && takeOrPark(next)) next = waiting.next(next.stream, next.version);
    }
    return taken;
  };

  for (const event of waiting.parked())
    try {
      take([event], false, undefined, event);
      takeOneByOne([waiting.next(event.stream, event.version) ?? []].flat());
    } catch (error) {
      if (isOutage(error)) throw error;
    }

  return (batch) => {
    try {
      return take(batch.events, true, batch);
    } catch (error) {
      if (isOutage(error)) throw error;
    }
    // The position moves only with the last of them: a kill before that brings all again, and what was taken is skipped.
    const taken = takeOneByOne(batch.events);
    take([], false, batch);
    return taken;
  };
}

/** What waits behind a gap or is parked. Mostly nothing does: then no statement is run to find out. */
function waitingEvents(db: DatabaseSync) {
  const hold = db.prepare('INSERT OR IGNORE INTO held VALUES (?, ?, ?)');
  const find = db.prepare('SELECT event FROM held WHERE stream = ? AND version = ?');
  const release = db.prepare('DELETE FROM held WHERE stream = ? AND version = ?');
  const park = db.prepare('INSERT OR IGNORE INTO parked VALUES (?, ?, ?, ?)');
  const unpark = db.prepare('DELETE FROM parked WHERE stream = ? AND version = ?');
  const listed = db.prepare('SELECT event FROM parked ORDER BY stream, version');
  let held = 0;
  let parked = new Set<string>();
  const count = (): void => {
    held = Number(db.prepare('SELECT count(*) AS held FROM held').get()?.['held']);
    parked = new Set(
      db
        .prepare('SELECT stream FROM parked')
        .all()
        .map(({ stream }) => String(stream)),
    );
  };
  count();

  const drop = ({ stream, version }: ViewEvent): void => {
    if (held > 0) held -= Number(release.run(stream, version).changes);
  };
  return {
    forget: count,
    release: drop,
    isParked: (stream: string): boolean => parked.has(stream),
    hold(event: ViewEvent): void {
      held += Number(hold.run(event.stream, event.version, JSON.stringify(event)).changes);
    },
    /** The event that waits for this version of its stream. */
    next(stream: string, version: number): ViewEvent | undefined {
      const found = held > 0 ? find.get(stream, version + 1) : undefined;
      return found ? (JSON.parse(String(found['event'])) as ViewEvent) : undefined;
    },
    parked: (): ViewEvent[] => (parked.size === 0 ? [] : listed.all().map(({ event }) => JSON.parse(String(event)) as ViewEvent)),
    unpark({ stream, version }: ViewEvent): void {
      unpark.run(stream, version);
      parked.delete(stream);
    },
    park(event: ViewEvent, reason: string): void {
      drop(event);
      park.run(event.stream, event.version, JSON.stringify(event), reason);
      parked.add(event.stream);
    },
  };
}
