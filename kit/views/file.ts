import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDamage, requireSqlite } from './sqlite.ts';
import type { View } from './view.ts';

/** Stored with the rows, in the same transactions: how far the feed was read, and which events are held behind a gap or parked. */
const OWN_TABLES = `
  CREATE TABLE position (context TEXT PRIMARY KEY, origin TEXT NOT NULL, sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE stream (id TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE held (stream TEXT NOT NULL, version INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (stream, version)) STRICT, WITHOUT ROWID;
  CREATE TABLE parked (stream TEXT PRIMARY KEY, version INTEGER NOT NULL, event TEXT NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE made (schema TEXT NOT NULL, ddl TEXT NOT NULL) STRICT;`;

const CACHE_KIB = 64 * 1024;
const READER_CACHE_KIB = 32 * 1024;
/** In pages of 4 KiB. A rebuild checkpoints seldom: the same pages are written again and again. */
const CHECKPOINT_PAGES = 4_000;
const CHECKPOINT_PAGES_WHILE_BUILDING = 20_000;
const MAX_WAL_BYTES = 64 * 1024 * 1024;
/** A reader waits for a lock only in the moment in which the write-ahead log is recovered. */
const READER_TIMEOUT_MS = 1_000;

/** @throws where the name or the schema is not written as files are named. */
export function pathOf(folder: string, { name, schema }: Pick<View, 'name' | 'schema'>): string {
  if (!/^[0-9a-z-]+$/.test(name) || !/^[0-9a-z]+$/.test(schema)) throw new Error(`${name}-${schema} is no name and schema of a view`);
  return join(folder, `${name}-${schema}.db`);
}

/** Opens the file of a view for its one writer. A file that is damaged, or was made by another schema, is removed and made again, empty. */
export function openForWriting(path: string, view: View): DatabaseSync {
  requireSqlite();
  if (existsSync(path)) {
    const db = sound(path, view);
    if (db) return db;
  }
  removeFile(path);
  const db = new DatabaseSync(path);
  tune(db);
  createTables(db, view);
  return db;
}

/** Makes the tables of a view in one transaction: a file has either none of them or all. */
export function createTables(db: DatabaseSync, { schema, ddl }: Pick<View, 'schema' | 'ddl'>): void {
  db.exec(`BEGIN; ${OWN_TABLES} ${ddl};`);
  db.prepare('INSERT INTO made VALUES (?, ?)').run(schema, ddl);
  db.exec('COMMIT');
}

/** Opens the file of a view to read. */
export function openForReading(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true, timeout: READER_TIMEOUT_MS });
  db.exec(`PRAGMA cache_size = -${READER_CACHE_KIB}; PRAGMA temp_store = MEMORY`);
  return db;
}

function sound(path: string, { schema, ddl }: View): DatabaseSync | undefined {
  const db = new DatabaseSync(path);
  try {
    tune(db);
    const made = db.prepare('SELECT schema, ddl FROM made').get();
    const check = db.prepare('PRAGMA quick_check(1)').get();
    if (made?.['schema'] === schema && made['ddl'] === ddl && check?.['quick_check'] === 'ok') return db;
  } catch (error) {
    // Only what is wrong with the file itself makes it worthless: a full disk or a lock will pass.
    if (!isDamage(error)) {
      db.close();
      throw error;
    }
  }
  db.close();
  return undefined;
}

/**
 * Without a sync at each commit a power cut loses the newest transactions, rows and position together, and the feed brings them
 * again.
 */
function tune(db: DatabaseSync): void {
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${CACHE_KIB};
    PRAGMA journal_size_limit = ${MAX_WAL_BYTES}; PRAGMA temp_store = MEMORY`);
  checkpointSeldom(db, false);
}

export function checkpointSeldom(db: DatabaseSync, isBuilding: boolean): void {
  db.exec(`PRAGMA wal_autocheckpoint = ${isBuilding ? CHECKPOINT_PAGES_WHILE_BUILDING : CHECKPOINT_PAGES}`);
}

/** Whether the file has once caught up with its feeds: else its rows lack an unknown part of what was published. */
export const isWhole = (db: DatabaseSync): boolean => db.prepare('PRAGMA user_version').get()?.['user_version'] === WHOLE;
const WHOLE = 1;

/** Ends a build: the file is whole, the planner learns how the data is spread, and the write-ahead log is emptied into the file. */
export function finishBuild(db: DatabaseSync): void {
  db.exec(`ANALYZE; PRAGMA user_version = ${WHOLE}; PRAGMA wal_checkpoint(TRUNCATE)`);
  checkpointSeldom(db, false);
}

/** Removes a file that no process has open. The log is removed last: next to another file of the same name it would damage it. */
export function removeFile(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
}

/** Removes the files that other schemas of a view have left in its folder. Only the holder of the folder's lock may call it. */
export function removeOtherSchemas(folder: string, { name, schema }: Pick<View, 'name' | 'schema'>): void {
  const ofView = new RegExp(`^${name}-([0-9a-z]+)\\.db`);
  const others = readdirSync(folder).filter((file) => (ofView.exec(file)?.[1] ?? schema) !== schema);
  for (const file of others) rmSync(join(folder, file), { force: true });
}

const MAX_REPLICAS_ON_A_HOST = 16;

/** Nothing where another process holds it. A lock that cannot be read is held by nobody, and is made again. */
function lockOf(path: string): DatabaseSync | undefined {
  for (const isLast of [false, true]) {
    const lock = new DatabaseSync(path, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return lock;
    } catch (error) {
      lock.close();
      if (isLast || !isDamage(error)) return undefined;
      removeFile(path);
    }
  }
  return undefined;
}

/** Whether a process keeps its file of a view in this folder. */
export function isHeld(folder: string, name: string): boolean {
  const path = join(folder, `${name}.lock`);
  if (!existsSync(path)) return false;
  const lock = lockOf(path);
  lock?.close();
  return lock === undefined;
}

/** The folder in which a process keeps its file of a view, for as long as it holds the lock. */
export type Place = { readonly folder: string; release(): void };

/**
 * Locks the folder, or the first free one of `<directory>/replica-2`, … if other processes hold those before it. The lock is the system's
 * own and ends with the process, however that ends.
 * @throws if sixteen processes of this host hold one already.
 */
export function takePlace(directory: string, name: string): Place {
  for (let replica = 1; replica <= MAX_REPLICAS_ON_A_HOST; replica += 1) {
    const folder = replica === 1 ? directory : join(directory, `replica-${replica}`);
    mkdirSync(folder, { recursive: true });
    const lock = lockOf(join(folder, `${name}.lock`));
    if (lock) return { folder, release: () => lock.close() };
  }
  throw new Error(
    `the view ${name} is in use by ${MAX_REPLICAS_ON_A_HOST} processes in ${directory}: give this one a directory of its own`,
  );
}
