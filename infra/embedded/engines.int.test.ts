import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineRecords } from './data-folder.ts';
import { type EngineOptions, type Engines, startEngines, stopLeftEngines } from './engines.ts';
import { natsAnswers, temporalAnswers } from './probes.ts';
import { identify, isRunning } from './processes.ts';

const quiet = { info: () => undefined, warn: () => undefined };
const portOf = (address: string) => Number(/:(\d+)/.exec(address.replace(/^\w+:/, ''))?.[1]);

let dataDir: string;
let running: Engines[];

async function start(options: Partial<EngineOptions> = {}): Promise<Engines> {
  const engines = await startEngines({ dataDir, log: quiet, ...options });
  running.push(engines);
  return engines;
}

async function records(): Promise<EngineRecords> {
  return JSON.parse(await readFile(join(dataDir, 'engines.json'), 'utf8')) as EngineRecords;
}

/** Starts the engines in another process and kills that one, as a power cut of the application would. */
async function leaveBehind(): Promise<EngineRecords> {
  const owner = spawn(process.execPath, [fileURLToPath(new URL('./owner.fixture.ts', import.meta.url)), dataDir]);
  await once(owner.stdout, 'data');
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  return records();
}

async function notes<T>(
  engines: Engines,
  use: (ids: { insert(id: string): Promise<void>; all(): Promise<string[]> }) => Promise<T>,
): Promise<T> {
  const client = new MongoClient(engines.mongoUrl, { serverSelectionTimeoutMS: 5_000 });
  const collection = client.db('engines_test').collection<{ _id: string }>('notes', { writeConcern: { w: 'majority', journal: true } });
  try {
    return await use({
      insert: async (id) => void (await collection.insertOne({ _id: id })),
      all: async () => (await collection.find().sort({ _id: 1 }).toArray()).map((note) => note._id),
    });
  } finally {
    await client.close();
  }
}

beforeEach(async () => {
  vi.stubEnv('JUNKAN_MONGO_URL', undefined);
  vi.stubEnv('JUNKAN_NATS_URL', undefined);
  vi.stubEnv('JUNKAN_TEMPORAL_ADDRESS', undefined);
  running = [];
  dataDir = await mkdtemp(join(tmpdir(), 'junkan-engines-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.map((engines) => engines.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

describe('the embedded engines', () => {
  test('answer once started, keep data and ports over a stop, and leave nothing running', async () => {
    const first = await start();
    expect(await natsAnswers(portOf(first.natsUrl))).toBe(true);
    expect(await temporalAnswers(portOf(first.temporalAddress))).toBe(true);
    expect(first.cpuSeconds().mongo).toBeGreaterThan(0);
    await notes(first, ({ insert }) => insert('kept'));
    const started = await records();
    await first.stop();
    expect(Object.values(started).filter((record) => record.process && isRunning(record.process))).toEqual([]);

    const second = await start();
    expect(second.adopted).toEqual([]);
    expect([second.mongoUrl, second.natsUrl, second.temporalAddress]).toEqual([first.mongoUrl, first.natsUrl, first.temporalAddress]);
    expect(await notes(second, ({ all }) => all())).toEqual(['kept']);
  });

  test('are adopted as they run when their owner was killed', async () => {
    const left = await leaveBehind();
    const engines = await start();
    expect([...engines.adopted].sort()).toEqual(['mongo', 'nats', 'temporal']);
    expect(await records()).toEqual(left);
    await engines.stop();
    expect(Object.values(left).filter((record) => record.process && isRunning(record.process))).toEqual([]);
  });

  test('that were left running can be stopped without starting any', async () => {
    const left = await leaveBehind();
    await stopLeftEngines(dataDir);
    expect(Object.values(left).filter((record) => record.process && isRunning(record.process))).toEqual([]);
    expect((await start({ only: ['nats'] })).adopted).toEqual([]);
  });

  test('never touch a foreign process that a stale state file names', async () => {
    const stranger = spawn('sleep', ['60']);
    const identity = identify(stranger.pid ?? 0);
    const recycled = { port: 1, command: ['nats-server'], process: { pid: stranger.pid, startedAt: '1' } };
    const otherCommand = { port: 1, command: ['nats-server'], process: identity };
    try {
      for (const record of [recycled, otherCommand]) {
        await writeFile(join(dataDir, 'engines.json'), JSON.stringify({ nats: record }));
        const engines = await start({ only: ['nats'] });
        expect(engines.adopted).toEqual([]);
        await engines.stop();
        expect(identity && isRunning(identity)).toBe(true);
      }
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  test('refuse a second owner of the same data, and a stale lock does not', async () => {
    await writeFile(join(dataDir, 'lock'), JSON.stringify({ pid: process.pid, startedAt: 'another life of this pid' }));
    const engines = await start({ only: ['nats'] });
    await expect(startEngines({ dataDir, log: quiet, only: ['nats'] })).rejects.toThrow(`in use by process ${process.pid}`);
    expect(await natsAnswers(portOf(engines.natsUrl))).toBe(true);
  });

  test('come back on the same port with their data when killed', async () => {
    const engines = await start({ only: ['mongo', 'nats'] });
    await notes(engines, ({ insert }) => insert('acknowledged'));
    const before = await records();
    for (const record of [before.mongo, before.nats]) process.kill(record?.process?.pid ?? 0, 'SIGKILL');
    await vi.waitUntil(
      async () => (await natsAnswers(portOf(engines.natsUrl))) && (await records()).mongo?.process?.pid !== before.mongo?.process?.pid,
      10_000,
    );
    await expect.poll(() => notes(engines, ({ all }) => all()).catch(() => [])).toEqual(['acknowledged']);
  });

  test('are restarted, and then asked again, where they live and do not do their work', async () => {
    let asked = 0;
    const works = () => Promise.resolve(asked++ > 4);
    const engines = await start({ only: ['nats'], checks: { nats: { works, everyMs: 50, times: 3 } } });
    const before = await records();
    await vi.waitUntil(async () => (await records()).nats?.process?.pid !== before.nats?.process?.pid, 10_000);
    const after = await records();
    await vi.waitUntil(() => asked > 12, 10_000);
    expect((await records()).nats).toEqual(after.nats);
    expect(await natsAnswers(portOf(engines.natsUrl))).toBe(true);
  });

  test('are restarted ever more seldom where that does not help, and who reads the log is told where to look', async () => {
    let asked = 0;
    const restarts: { readonly asked: number; readonly message: string }[] = [];
    const works = async (): Promise<boolean> => {
      asked += 1;
      return restarts.length === 4;
    };
    const warn = (_: object, message: string): void => {
      if (message.includes('does not do its work')) restarts.push({ asked, message });
    };
    await start({ only: ['nats'], log: { ...quiet, warn }, checks: { nats: { works, everyMs: 20, times: 2, mostTimes: 5 } } });
    await vi.waitUntil(() => restarts.length === 4, { timeout: 60_000 });
    expect(restarts.map((restart) => restart.asked)).toEqual([2, 6, 11, 16]);
    expect(restarts[0]?.message).toContain('logs/nats.log');
  });

  test('are not started where the environment names one that runs elsewhere', async () => {
    vi.stubEnv('JUNKAN_NATS_URL', 'nats://broker.example:4222');
    const engines = await start({ only: ['nats'] });
    expect(engines.natsUrl).toBe('nats://broker.example:4222');
    expect(engines.cpuSeconds()).toEqual({ mongo: 0, nats: 0, temporal: 0 });
  });
});
