import type { DatabaseSync } from 'node:sqlite';
import type { NatsSettings } from '../engine-settings.ts';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { pathOf, takePlace } from './file.ts';
import type { Applied, SigningKeys } from './messages.ts';
import { type Position, positionIn, tokenOf } from './position.ts';
import { countParked, type FileReader, fileReader, type Parked, parkedIn, progressOf } from './reader.ts';
import { requireSqlite } from './sqlite.ts';
import type { Prepare } from './statements.ts';
import type { View } from './view.ts';
import { type Awaited, type Outcome, waits } from './waits.ts';
import { type ToReader, writerHandle } from './writer-handle.ts';

export type ViewOptions = {
  /** The module that exports the view as `view`. */
  readonly module: URL;
  /** The directory of its file: on a local disk, never shared over a network. */
  readonly directory: string;
  /** The writing thread connects by these. */
  readonly nats: NatsSettings;
  /** The program's name at the broker. */
  readonly client: string;
  readonly namespace: string;
  readonly signers: SigningKeys;
  readonly log: Log;
  readonly telemetry?: Telemetry | undefined;
};

export type OpenView = {
  readonly path: string;
  /** A read-only connection to the file. Take it again for each piece of work: after a rebuild it is another. */
  readonly read: DatabaseSync;
  /** Prepares a statement on `read`, once for each file and text. */
  readonly prepare: Prepare;
  /** Whether the rows may lack what was published long ago: the file is built, or has not caught up since it was opened. */
  readonly isStale: boolean;
  /** Whether the file has once caught up. Nothing is answered from one that has not: it lacks an unknown part of the rows. */
  readonly isWhole: boolean;
  /** Has a listener called whenever that changes. */
  onWhole(listener: (isWhole: boolean) => void): void;
  /** How far the rows go. Ask for it before the rows that are answered with it: they are then as new, or newer. */
  position(): Position;
  /** The same as an opaque token for clients. */
  token(): string;
  /** Waits until the rows go as far, up to five seconds. A person may wait for some eight things at a time. */
  waitFor(awaited: Awaited, person: string): Promise<Outcome>;
  /**
   * Has a listener called after each transaction, until the answer is called. It is given the events while the view is not stale; what
   * was folded before then it has to read from the rows.
   */
  onApplied(listener: (applied: Applied) => void): () => void;
  /** Messages by context that the feed has beyond the rows. @throws while the broker does not answer. */
  behind(): Promise<Readonly<Record<string, number>>>;
  /** How many events are parked, and the first hundred. */
  parked(): { readonly count: number; readonly events: readonly Parked[] };
  close(): Promise<void>;
};

/** How the view's module is loaded, and where its writer runs. */
type Writing = { readonly load: (module: URL) => Promise<View>; readonly startWriting: typeof writerHandle };

const WRITING: Writing = {
  load: async (module) => ((await import(module.href)) as { view: View }).view,
  startWriting: writerHandle,
};

/**
 * Opens a view: locks its file, starts the thread that follows the feeds, and resolves when there is something to read, which may be stale.
 * @throws if the module, the directory or this version of SQLite cannot be used.
 */
export async function openView(
  { module, directory, log, telemetry, ...reached }: ViewOptions,
  { load, startWriting }: Writing = WRITING,
): Promise<OpenView> {
  requireSqlite();
  const view = await load(module);
  const place = takePlace(directory, view.name);
  const path = pathOf(place.folder, view);
  const reader = fileReader(path);
  const waiting = waits((awaited) => progressOf(reader, view.contexts, awaited));
  const listeners = new Set<(applied: Applied) => void>();
  const standing = standingOf();

  const heard = hearing({ path, reader, waiting, standing, listeners, swapped: () => writer.say({ kind: 'swapped' }) }, () =>
    telemetry?.counted('junkan_refused_events_total', 1, { durable: view.name }),
  );
  const writer = startWriting({ ...reached, module: module.href, folder: place.folder, path }, log, heard);
  const close = async (): Promise<void> => {
    waiting.close();
    // The writer closes last: it then leaves no log behind.
    reader.close();
    await writer.close();
    place.release();
  };
  await writer.opened.catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const position = (): Position => positionIn({ prepare: reader.prepare() });
  watch(telemetry, view, { behind: writer.behind, parked: () => countParked(reader.prepare()) });

  return {
    path,
    get read() {
      return reader.db();
    },
    get prepare() {
      return reader.prepare();
    },
    get isStale() {
      return standing.now().isStale;
    },
    get isWhole() {
      return standing.now().isWhole;
    },
    onWhole: standing.onWhole,
    position,
    token: () => tokenOf(position()),
    waitFor: waiting.waitFor,
    onApplied(listener) {
      listeners.add(listener);
      writer.listen(true);
      return () => {
        listeners.delete(listener);
        writer.listen(listeners.size > 0);
      };
    },
    behind: writer.behind,
    parked: () => ({ count: countParked(reader.prepare()), events: parkedIn(reader.prepare()) }),
    close,
  };
}

type Hearing = {
  readonly path: string;
  readonly reader: FileReader;
  readonly waiting: Pick<ReturnType<typeof waits>, 'check'>;
  readonly standing: ReturnType<typeof standingOf>;
  readonly listeners: ReadonlySet<(applied: Applied) => void>;
  /** Says that readers have taken the new file. */
  readonly swapped: () => void;
};

/** What is done about what the writer says. */
const hearing =
  ({ path, reader, waiting, standing, listeners, swapped }: Hearing, refused: () => void) =>
  (message: ToReader): void => {
    switch (message.kind) {
      case 'opened':
        reader.open();
        standing.becomes({ isWhole: message.isWhole });
        waiting.check();
        return;
      case 'whole':
        standing.becomes({ isWhole: true });
        return;
      case 'stale':
        standing.becomes({ isStale: message.isStale });
        return;
      case 'applied':
        waiting.check();
        for (const listener of listeners) listener(message.applied);
        return;
      case 'swap':
        reader.putInPlace(`${path}.new`);
        swapped();
        return;
      case 'refused':
        refused();
        return;
    }
  };

type Standing = Pick<OpenView, 'isStale' | 'isWhole'>;

/** What the writer last reported of the file, and who wants to know when it is whole. */
function standingOf() {
  let now: Standing = { isStale: true, isWhole: false };
  const listeners = new Set<(isWhole: boolean) => void>();
  return {
    now: () => now,
    becomes(change: Partial<Standing>): void {
      now = { ...now, ...change };
      if (change.isWhole !== undefined) for (const listener of listeners) listener(change.isWhole);
    },
    onWhole: (listener: (isWhole: boolean) => void): void => void listeners.add(listener),
  };
}

type Watched = { readonly behind: OpenView['behind']; readonly parked: () => number };

function watch(telemetry: Telemetry | undefined, { name }: View, { behind, parked }: Watched): void {
  telemetry?.watch('junkan_view_lag_events', { view: name }, async () =>
    Object.values(await behind()).reduce((sum, count) => sum + count, 0),
  );
  telemetry?.watch('junkan_parked_events', { durable: name }, async () => parked());
}
