import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { installation, signer, signingKeys, silent, thief, until } from '../installation.fixture.ts';
import { ensureEventStream, eventStreamName } from '../messaging/nats.ts';
import { publishAll, publishedForm } from './accounts-feed.fixture.ts';
import { view as accounts, contentsOf, deposited } from './accounts-view.fixture.ts';
import { pathOf, takePlace } from './file.ts';
import { type OpenView, openView } from './open-view.ts';
import { readyWith, whenReady } from './readiness.ts';
import type { ViewEvent } from './view.ts';

/** How often a process is killed; a long run takes more. */
const KILLS = Number(process.env['JUNKAN_VIEW_RUNS'] ?? 20);

const shared = installation();
let namespace: string;
let folder: string;
let opened: OpenView[];
beforeEach(async () => {
  namespace = `${shared.namespace}_${randomUUID().slice(0, 8)}`;
  folder = mkdtempSync(join(tmpdir(), 'junkan-views-'));
  opened = [];
  await ensureEventStream(shared.nats, namespace, 'bank');
});
afterEach(async () => {
  for (const view of opened) await view.close();
  rmSync(folder, { recursive: true });
  await shared.nats.manager.streams.delete(eventStreamName(namespace, 'bank'));
});

/** Each replica is a program of its own. */
const settingsOf = (directory: string) => ({
  directory,
  nats: { JUNKAN_NATS_URL: inject('natsUrl') },
  client: directory === folder ? namespace : `${namespace}-${basename(directory)}`,
  namespace,
  signers: signingKeys,
});
const ACCOUNTS = new URL('./accounts-view.fixture.ts', import.meta.url);
async function open(directory = folder, module = ACCOUNTS): Promise<OpenView> {
  const view = await openView({ ...settingsOf(directory), module, log: silent });
  opened.push(view);
  return view;
}
const close = async (view: OpenView): Promise<void> => {
  opened = opened.filter((each) => each !== view);
  await view.close();
};
const publish = (events: readonly ViewEvent[]) => publishAll(shared.nats, namespace, signer, events);
/** Deposits of 1 to some accounts in turn, from the first or a later one on. */
const deposits = (count: number, from = 0, accountCount = 10): ViewEvent[] =>
  Array.from({ length: count }, (_, index) => from + index).map((index) =>
    deposited(`acc_${index % accountCount}`, 1 + Math.floor(index / accountCount), '1', index + 1),
  );
const balance = (view: OpenView): number => Number(view.prepare('SELECT balance FROM total').get()?.['balance'] ?? 0);
const isThere = (view: OpenView, sequence: number) => until(() => view.position()['bank']?.sequence === sequence && !view.isStale);

test('what is published is in the rows, those who wait for it are woken, and listeners are notified', async () => {
  const view = await open();
  await until(() => !view.isStale);
  const heard: string[] = [];
  const leave = view.onApplied(({ events }) => heard.push(...events.map(({ stream, version }) => `${stream}@${version}`)));
  const waiting = view.waitFor({ stream: 'acc_1', version: 2 }, 'rin');
  await publish([deposited('acc_1', 1, '5', 1), deposited('acc_1', 2, '6', 2)]);
  expect(await waiting).toBe('reached');
  expect(contentsOf(view.read).accounts).toEqual([{ n: 4_096, id: 'acc_1', amounts: '5 6', balance: 11 }]);
  expect([heard, await view.behind()]).toEqual([['acc_1@1', 'acc_1@2'], { bank: 0, shop: 0 }]);
  leave();
  const token = view.token();
  expect(await view.waitFor(token, 'rin')).toBe('reached');
  await publish([deposited('acc_1', 3, '7', 3)]);
  expect(await view.waitFor({ stream: 'acc_1', version: 3 }, 'rin')).toBe('reached');
  expect([heard.length, view.token() === token]).toEqual([2, false]);
});

test('a file is whole once it has caught up, and stays so: one whose building was broken off is not', async () => {
  await publish(deposits(1_500));
  const slow = await open(folder, new URL('./slow-accounts-view.fixture.ts', import.meta.url));
  const changes: boolean[] = [];
  slow.onWhole((isWhole) => changes.push(isWhole));
  expect(slow.isWhole).toBe(false);
  await until(() => slow.position()['bank'] !== undefined);
  await close(slow);
  expect(changes).toEqual([]);

  const again = await open(folder, new URL('./slow-accounts-view.fixture.ts', import.meta.url));
  expect(again.isWhole).toBe(false);
  const ready = whenReady(readyWith([again]));
  await ready;
  expect([again.isWhole, balance(again)]).toEqual([true, 1_500]);
  await close(again);

  await publish(deposits(500, 1_500));
  const third = await open(folder, new URL('./slow-accounts-view.fixture.ts', import.meta.url));
  expect([third.isWhole, third.isStale]).toEqual([true, true]);
  await isThere(third, 2_000);
});

test('the views of a program share one reading of each feed, which goes on until the last of them is closed', async () => {
  const consumers = async () => (await shared.nats.manager.consumers.list(eventStreamName(namespace, 'bank')).next()).length;
  await publish(deposits(300));
  const views = [await open(), await open(), await open()];
  for (const view of views) await isThere(view, 300);
  await publish(deposits(50, 300));
  for (const view of views) await isThere(view, 350);
  await until(async () => (await consumers()) === 1);
  const [first, ...others] = views as [OpenView, OpenView, OpenView];
  await close(first);
  await publish(deposits(50, 350));
  for (const view of others) await isThere(view, 400);
  expect(others.map((view) => contentsOf(view.read))).toEqual([contentsOf(others[0].read), contentsOf(others[0].read)]);
  expect(balance(others[1])).toBe(400);
  for (const view of others) await close(view);
  expect(await consumers()).toBe(0);
});

test('one thread writes the views of all programs of a process', async () => {
  const other = mkdtempSync(join(tmpdir(), 'junkan-views-'));
  try {
    await publish(deposits(20));
    for (const view of [await open(), await open(other)]) await isThere(view, 20);
    expect((process.report.getReport() as { workers: unknown[] }).workers).toHaveLength(1);
  } finally {
    await Promise.all(opened.splice(0).map((view) => view.close()));
    rmSync(other, { recursive: true });
  }
});

test('what its owner has not signed never gets in, and holds nothing up', async () => {
  const view = await open();
  const forged = publishedForm(namespace, thief, deposited('acc_1', 2, '999', 2));
  const changed = publishedForm(namespace, signer, deposited('acc_1', 2, '1', 2));
  await publish([deposited('acc_1', 1, '1', 1)]);
  await shared.nats.js.publish(forged.subject, forged.text);
  await shared.nats.js.publish(changed.subject, changed.text.replace('"amount":"1"', '"amount":"999"'));
  await shared.nats.js.publish(changed.subject, 'a letter');
  await publish([deposited('acc_1', 2, '2', 2)]);
  await isThere(view, 5);
  expect(contentsOf(view.read)).toMatchObject({ accounts: [{ amounts: '1 2' }], parked: [], held: [] });
});

test('what cannot be understood is parked, named with its reason, and not waited for', async () => {
  const view = await open();
  await publish([
    deposited('acc_1', 1, '1', 1),
    deposited('acc_1', 2, '13', 2),
    deposited('acc_1', 3, '1', 3),
    deposited('acc_2', 1, '1', 4),
  ]);
  await isThere(view, 4);
  expect(view.parked()).toEqual({
    count: 1,
    events: [{ event: expect.objectContaining({ stream: 'acc_1', version: 2 }), reason: 'thirteen is not understood' }],
  });
  expect(await view.waitFor({ stream: 'acc_1', version: 3 }, 'rin')).toBe('parked');
  expect(await view.waitFor({ stream: 'acc_2', version: 1 }, 'rin')).toBe('reached');
});

test('a view that is opened again goes on where it was, and closing it gives everything back', async () => {
  await publish(deposits(500));
  const first = await open();
  await isThere(first, 500);
  await close(first);
  expect([existsSync(`${first.path}-wal`), existsSync(first.path)]).toEqual([false, true]);
  expect(await shared.nats.manager.consumers.list(eventStreamName(namespace, 'bank')).next()).toEqual([]);
  const place = takePlace(folder, 'accounts');
  expect(place.folder).toBe(folder);
  place.release();
  await publish(deposits(20, 500));
  const again = await open();
  expect(again.position()['bank']?.sequence).toBeGreaterThanOrEqual(500);
  await isThere(again, 520);
  expect(balance(again)).toBe(520);
});

test('a writing thread that ends by a fault is started again, goes on where it was, and notifies listeners', async () => {
  const view = await open(folder, new URL('./breaking-accounts-view.fixture.ts', import.meta.url));
  const heard: number[] = [];
  view.onApplied(({ events }) => heard.push(...events.map(({ version }) => version)));
  await publish([deposited('acc_1', 1, '1', 1)]);
  await isThere(view, 1);
  await publish([deposited('acc_1', 2, '7', 2)]);
  await until(() => existsSync(`${view.path}.broken`));
  await isThere(view, 2);
  // What it reads before it has caught up is not reported: listeners go by the view having been stale.
  let version = 2;
  while (!heard.some((each) => each > 2)) {
    version += 1;
    await publish([deposited('acc_1', version, '1', version)]);
    await isThere(view, version);
  }
  await until(() => heard.includes(version));
  expect(contentsOf(view.read).accounts).toEqual([expect.objectContaining({ amounts: `1 7${' 1'.repeat(version - 2)}` })]);
});

test('a broker that lost its streams is noticed: the file is built again while the old one answers, and then takes its place', async () => {
  await publish(deposits(300));
  const view = await open();
  await isThere(view, 300);
  const before = view.position()['bank'];
  const states = new Set<string>();
  let isDone = false;
  const reading = (async () => {
    while (!isDone) {
      states.add(
        `${balance(view)} ${contentsOf(view.read).accounts.reduce((sum, row) => sum + Number(row['balance']), 0)} ${view.isStale}`,
      );
      await setImmediate();
    }
  })();
  await shared.nats.manager.streams.delete(eventStreamName(namespace, 'bank'));
  await ensureEventStream(shared.nats, namespace, 'bank');
  await publish(deposits(100));
  await until(() => view.isStale);
  await publish(deposits(250, 100));
  await isThere(view, 350);
  isDone = true;
  await reading;
  expect(view.position()['bank']?.origin).not.toBe(before?.origin);
  const whole = [...states].map((state) => state.split(' '));
  expect(whole.filter(([total, sum]) => total !== sum || Number(total) < 300)).toEqual([]);
  expect(states).toContain('300 300 true');
  expect([existsSync(`${view.path}.new`), balance(view)]).toEqual([false, 350]);
});

test('a reader that sends the token of what it has read never sees two replicas go back, though one is behind', async () => {
  const prompt = await open(join(folder, 'a'));
  const slow = await open(join(folder, 'b'), new URL('./slow-accounts-view.fixture.ts', import.meta.url));
  await until(() => !prompt.isStale && !slow.isStale);
  const publishing = (async () => {
    for (const event of deposits(60)) await publish([event]);
  })();
  const read = async (withToken: boolean): Promise<number> => {
    let [back, last, token] = [0, 0, ''];
    for (let turn = 0; last < 60; turn += 1) {
      const view = turn % 2 === 0 ? prompt : slow;
      if (withToken) expect(await view.waitFor(token, 'rin')).toBe('reached');
      token = view.token();
      const seen = balance(view);
      if (seen < last) back += 1;
      last = seen;
      await sleep(1);
    }
    return back;
  };
  const [without, withToken] = await Promise.all([read(false), read(true)]);
  await publishing;
  expect(without).toBeGreaterThan(0);
  expect(withToken).toBe(0);
});

test('a process that is killed at any moment leaves rows and position together, and the survivor ends as one that was let be', async () => {
  const fixture = fileURLToPath(new URL('killed.fixture.ts', import.meta.url));
  mkdirSync(join(folder, 'killed'));
  const path = pathOf(join(folder, 'killed'), accounts);
  const startedWriting = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [fixture, JSON.stringify(settingsOf(join(folder, 'killed')))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.stdout) await once(child.stdout, 'data');
    return child;
  };
  const positions = new Set<number>();
  let published = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await publish(deposits(400, published, 40));
    published += 400;
    // Another transaction is under way, or about to be.
    const child = await startedWriting();
    await sleep(Math.random() * 120);
    child.kill('SIGKILL');
    await once(child, 'exit');
    positions.add(stateOf(path, join(folder, 'looked-at.db')));
  }
  const survivor = await open(join(folder, 'killed'));
  const letBe = await open(join(folder, 'let-be'));
  await isThere(survivor, published);
  await isThere(letBe, published);
  expect(contentsOf(survivor.read)).toEqual(contentsOf(letBe.read));
  // They were killed at different places, and not after they had read everything.
  expect(positions.size).toBeGreaterThan(KILLS / 2);
});

/** Reads a copy, so that it is the next process that recovers the file. Returns its position, which must be that of its rows. */
function stateOf(path: string, copy: string): number {
  for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
  if (!existsSync(path)) return 0;
  for (const end of ['', '-wal']) if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`);
  using db = new DatabaseSync(copy);
  const hasTables = db.prepare("SELECT count(*) AS tables FROM sqlite_schema WHERE name = 'made'").get()?.['tables'] === 1;
  if (!hasTables) return 0;
  const position = Number(db.prepare('SELECT sequence FROM position').get()?.['sequence'] ?? 0);
  const events = Number(db.prepare('SELECT total(version) AS events FROM stream').get()?.['events']);
  const sum = Number(db.prepare('SELECT total(balance) AS sum FROM account').get()?.['sum']);
  const total = Number(db.prepare('SELECT balance FROM total').get()?.['balance'] ?? 0);
  expect([db.prepare('PRAGMA integrity_check').get(), events, sum, total]).toEqual([
    { integrity_check: 'ok' },
    position,
    position,
    position,
  ]);
  return position;
}
