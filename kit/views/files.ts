import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { isHeld, openForReading } from './file.ts';
import { countParked, type Parked, parkedIn } from './reader.ts';
import { statementsOf } from './statements.ts';

/** The file of a view, as one of its replicas keeps it. */
export type ViewFile = {
  /** `<name>-<schema>`, and before it the folder of the replica where that is not the first. */
  readonly label: string;
  readonly name: string;
  readonly contexts: readonly string[];
  readonly db: DatabaseSync;
  /** How far it has come with each stream. */
  versions(): ReadonlyMap<string, number>;
  parked(): { readonly count: number; readonly events: readonly Parked[] };
};

/**
 * Reads the files of all views in a directory, including those of several replicas on one host, for the duration of the callback. Their
 * writers may continue. What a second replica has left that is not there any more is no view of the system.
 */
export async function withViewFiles<Result>(
  directory: string,
  work: (files: readonly ViewFile[]) => Result | Promise<Result>,
): Promise<Result> {
  const opened: ViewFile[] = [];
  try {
    for (const path of pathsIn(directory)) if (isOfSystem(directory, path)) opened.push(viewFile(directory, path));
    return await work(opened);
  } finally {
    for (const { db } of opened) db.close();
  }
}

const pathsIn = (directory: string): string[] =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((path) => /^(replica-\d+\/)?[0-9a-z-]+\.db$/.test(path))
        .sort()
    : [];

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/-[0-9a-z]+\.db$/, '');
const isOfSystem = (directory: string, path: string): boolean =>
  !path.startsWith('replica-') || isHeld(join(directory, dirname(path)), nameOf(path));

/** Opens the file at a path below a directory. The caller closes it. */
export function viewFile(directory: string, path: string): ViewFile {
  const db = openForReading(join(directory, path));
  const prepare = statementsOf(db);
  const label = path.replace(/\.db$/, '');
  return {
    label,
    name: nameOf(path),
    contexts: prepare('SELECT context FROM position')
      .all()
      .map(({ context }) => String(context)),
    db,
    versions: () =>
      new Map(
        prepare('SELECT id, version FROM stream')
          .all()
          .map(({ id, version }) => [String(id), Number(version)]),
      ),
    parked: () => ({ count: countParked(prepare), events: parkedIn(prepare) }),
  };
}
