import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkpointSeldom, finishBuild, isWhole, openForWriting, removeFile, removeOtherSchemas } from './file.ts';
import { follow } from './follow.ts';
import type { Applied, FromWriter, Note } from './messages.ts';
import { type Position, positionIn } from './position.ts';
import { buildNewFile, eventsIn } from './rebuild.ts';
import { OtherOrigin, type Source } from './source.ts';
import { isDamage } from './sqlite.ts';
import type { View } from './view.ts';

const RETRY_MS = 1_000;

/** The owner of the writer, which serves reads of the file and receives reports. */
type Host = {
  /** The file is there to be read, and is another than before. */
  opened(isWhole: boolean): void;
  /** The file, which was being built, has caught up. */
  whole(): void;
  /** Whether what is read may lack what was published long ago. */
  stale(isStale: boolean): void;
  /** A transaction was committed. Events are named only while the file is not stale. */
  applied(applied: Applied): void;
  /** Takes the file away from readers, puts the one of the same name with `.new` behind it in its place, and has them read that. */
  swap(): Promise<void>;
  note: Note;
};

/** A host that says what happens, and learns by `swapped` that readers have taken the new file. */
export function sayingHost(say: (message: FromHost) => void, note: Note) {
  let taken = Promise.withResolvers<void>();
  const host: Host = {
    opened: (isThere) => say({ kind: 'opened', isWhole: isThere }),
    whole: () => say({ kind: 'whole' }),
    stale: (isStale) => say({ kind: 'stale', isStale }),
    applied: (applied) => say({ kind: 'applied', applied }),
    swap() {
      taken = Promise.withResolvers();
      say({ kind: 'swap' });
      return taken.promise;
    },
    note,
  };
  return { host, swapped: (): void => taken.resolve() };
}
type FromHost = Extract<FromWriter, { kind: 'opened' | 'whole' | 'stale' | 'applied' | 'swap' }>;

export type Writer = {
  /** How many messages each context's feed has beyond the file. @throws while the feed cannot be reached. */
  behind(): Promise<Record<string, number>>;
  close(): Promise<void>;
};

type Options = { readonly view: View; readonly folder: string; readonly path: string; readonly source: Source; readonly host: Host };

/** Keeps the file of a view up with the feeds of its contexts, and builds it again where it was made from other ones. */
export function startWriter({ view, folder, path, source, host }: Options): Writer {
  const stopping = new AbortController();
  const { signal } = stopping;
  let db: DatabaseSync | undefined;
  /** A feed that breaks and resumes makes nothing stale: no event is missed. */
  let isStale = true;
  const following = { contexts: view.contexts, source, signal };

  const opened = (): DatabaseSync => {
    if (db) return db;
    db = openForWriting(path, view);
    isStale = true;
    host.opened(isWhole(db));
    return db;
  };

  const keepUp = async (file: DatabaseSync): Promise<void> => {
    const isBuilding = !isWhole(file);
    checkpointSeldom(file, isBuilding);
    const caughtUp = (): void => {
      if (isBuilding) {
        finishBuild(file);
        host.whole();
      }
      removeOtherSchemas(folder, view);
      isStale = false;
      host.stale(false);
    };
    const applied = (each: Applied): void => host.applied(isStale ? { ...each, events: [] } : each);
    await follow({ ...following, db: file, rows: view.rows(file), caughtUp, applied });
  };

  const rebuild = async (old: DatabaseSync): Promise<void> => {
    if (!(await buildNewFile(path, { view, source, signal }, eventsIn(old)))) return;
    old.close();
    db = undefined;
    await host.swap();
    host.note('info', { view: view.name }, 'the view was built again from the first event');
  };

  const round = async (): Promise<void> => {
    const file = opened();
    try {
      await keepUp(file);
    } catch (error) {
      if (!(error instanceof OtherOrigin)) throw error;
      host.note('warn', { view: view.name, reason: error.message }, 'the view is built again and answers as stale until then');
      host.stale(true);
      await rebuild(file);
    }
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await round();
      } catch (error) {
        host.note('warn', { view: view.name, reason: String(error) }, 'the view is held up and will try again');
        if (isDamage(error)) {
          db?.close();
          removeFile(path);
          db = undefined;
          host.stale(true);
        }
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
    db?.close();
  };

  removeFile(`${path}.new`);
  // What is wrong with the directory or with the view's own tables is not to be tried again and again.
  opened();
  const running = run();
  return {
    behind: () => behind(view.contexts, db?.isOpen ? positionIn(db) : {}, source),
    close() {
      stopping.abort();
      return running;
    },
  };
}

async function behind(contexts: readonly string[], position: Position, source: Source): Promise<Record<string, number>> {
  const counts = contexts.map(async (context) => {
    const end = await source.end(context);
    const at = position[context];
    return [context, (end?.sequence ?? 0) - (at && at.origin === end?.origin ? at.sequence : 0)] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}
