import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accountsView, contentsOf, deposited, view } from './accounts-view.fixture.ts';
import { isHeld, openForReading, openForWriting, pathOf, removeOtherSchemas, takePlace } from './file.ts';
import { withViewFiles } from './files.ts';
import { taker } from './loop.ts';
import { positionIn } from './position.ts';
import { requireSqlite } from './sqlite.ts';
import type { View, ViewEvent } from './view.ts';

/** How many logs are torn; a long run takes more. */
const RUNS = Number(process.env['JUNKAN_VIEW_RUNS'] ?? 20);

let folder: string;
let opened: DatabaseSync[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junkan-views-'));
  opened = [];
});
afterEach(() => {
  for (const db of opened) if (db.isOpen) db.close();
  rmSync(folder, { recursive: true });
});

const path = () => pathOf(folder, view);
function open(of: View = view, at = path()): DatabaseSync {
  const db = openForWriting(at, of);
  opened.push(db);
  return db;
}
const take = (db: DatabaseSync, events: readonly ViewEvent[]) =>
  taker(db, view.rows(db))({ context: 'bank', origin: 'o1', sequence: events.at(-1)?.sequence ?? 0, events });
const feed = (count: number, accounts = 7): ViewEvent[] =>
  Array.from({ length: count }, (_, index) =>
    deposited(`acc_${index % accounts}`, 1 + Math.floor(index / accounts), String(index % 11), index + 1),
  );

test('a file that is whole goes on where it was', () => {
  const first = open();
  take(first, feed(10));
  const before = contentsOf(first);
  first.close();
  const again = open();
  expect([contentsOf(again), positionIn(again)]).toEqual([before, { bank: { origin: 'o1', sequence: 10 } }]);
});

test('a file whose tables are other ones is made again, empty', () => {
  take(open(), feed(3));
  opened[0]?.close();
  const changed = open({ ...view, ddl: `${view.ddl} CREATE INDEX another ON account (amounts)` });
  expect(contentsOf(changed).streams).toEqual([]);
});

test.each([
  ['damaged in the middle', (bytes: Buffer) => bytes.fill(0x5a, 4_096 * 2)],
  ['cut', (bytes: Buffer) => bytes.subarray(0, 4_096 * 2)],
  ['no database at all', () => Buffer.from('a letter to a friend, and longer than a header of a database has to be'.repeat(9))],
  ['empty', () => Buffer.alloc(0)],
])('a file that is %s is made again, empty', (_, damaged) => {
  take(open(), feed(2_000, 300));
  opened[0]?.close();
  writeFileSync(path(), damaged(readFileSync(path())));
  const again = open();
  expect([contentsOf(again).streams, positionIn(again)]).toEqual([[], {}]);
  take(again, feed(3));
  expect(contentsOf(again).streams).toHaveLength(3);
});

test('the log of a file that is gone does not get into the next one', () => {
  take(open(), feed(50));
  copyFileSync(`${path()}-wal`, join(folder, 'kept'));
  opened[0]?.close();
  rmSync(path());
  copyFileSync(join(folder, 'kept'), `${path()}-wal`);
  expect(contentsOf(open()).streams).toEqual([]);
});

test('a log that is cut or zeroed anywhere leaves an earlier state whole, from which the feed leads to the same rows', () => {
  const events = feed(400, 30);
  const whole = open(view, join(folder, 'whole.db'));
  take(whole, events);
  const db = open();
  for (let at = 0; at < 300; at += 13) take(db, events.slice(at, at + 13));
  const [file, log] = [path(), `${path()}-wal`].map((name) => readFileSync(name));
  const positions = new Set<number>();
  const tears = fc.record({ share: fc.noBias(fc.integer({ min: 0, max: 999 })), isCut: fc.boolean() });
  fc.assert(
    fc.property(tears, ({ share, isCut }) => {
      const copy = join(folder, 'torn.db');
      const at = Math.floor((share / 1_000) * (log?.length ?? 0));
      for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
      writeFileSync(copy, file ?? '');
      writeFileSync(`${copy}-wal`, isCut ? (log ?? Buffer.alloc(0)).subarray(0, at) : Buffer.from(log ?? '').fill(0, at));
      using torn = openForWriting(copy, view);
      const position = positionIn(torn)['bank']?.sequence ?? 0;
      positions.add(position);
      expect(torn.prepare('SELECT total(version) AS events FROM stream').get()).toEqual({ events: position });
      take(torn, events.slice(position));
      expect(contentsOf(torn)).toEqual(contentsOf(whole));
    }),
    { numRuns: RUNS },
  );
  expect(positions.size).toBeGreaterThan(3);
});

test('who reads cannot write', () => {
  open();
  using reader = openForReading(path());
  expect(() => reader.exec("INSERT INTO total VALUES ('x', 1, 1)")).toThrow('readonly');
});

test('a directory has one writer; another on the host gets a directory of its own, and a place that was released is taken again', () => {
  const first = takePlace(folder, 'accounts');
  const second = takePlace(folder, 'accounts');
  expect([first.folder, second.folder, takePlace(folder, 'projects').folder]).toEqual([folder, join(folder, 'replica-2'), folder]);
  first.release();
  expect(takePlace(folder, 'accounts').folder).toBe(folder);
});

test('a lock that cannot be read is made again, and one that is held is left alone', () => {
  writeFileSync(join(folder, 'accounts.lock'), 'torn'.repeat(300));
  expect(isHeld(folder, 'accounts')).toBe(false);
  writeFileSync(join(folder, 'accounts.lock'), 'torn'.repeat(300));
  const first = takePlace(folder, 'accounts');
  expect([first.folder, isHeld(folder, 'accounts'), takePlace(folder, 'accounts').folder]).toEqual([
    folder,
    true,
    join(folder, 'replica-2'),
  ]);
  first.release();
});

test('what a second replica has left is no view of the system', async () => {
  const places = [takePlace(folder, view.name), takePlace(folder, view.name)];
  for (const place of places) open(view, pathOf(place.folder, view)).close();
  const labels = () => withViewFiles(folder, (files) => files.map(({ label }) => label));
  const own = `${view.name}-${view.schema}`;
  expect(await labels()).toEqual([own, `replica-2/${own}`]);
  for (const place of places) place.release();
  expect(await labels()).toEqual([own]);
});

test('the files of other schemas go, and those of other views stay', () => {
  const others = ['accounts-0.db', 'accounts-0.db-wal', 'accounts-old.db', 'accounts-archive-1.db', 'accounts.lock', 'projects-1.db'];
  for (const name of others) writeFileSync(join(folder, name), '');
  open();
  removeOtherSchemas(folder, view);
  expect(others.filter((name) => existsSync(join(folder, name)))).toEqual(['accounts-archive-1.db', 'accounts.lock', 'projects-1.db']);
  expect(existsSync(path())).toBe(true);
});

test('a name that would leave the folder is refused', () => {
  expect(() => pathOf(folder, { ...accountsView('../1') })).toThrow('is no name and schema of a view');
});

test.each(['3.51.2', '3.50.9', '2.99.99', '3', ''])('SQLite %s is refused', (version) => {
  expect(() => requireSqlite(version)).toThrow('is too old');
});

test.each(['3.51.3', '3.52.0', '4.0.0', process.versions['sqlite']])('SQLite %s is taken', (version) => {
  expect(() => requireSqlite(version)).not.toThrow();
});
