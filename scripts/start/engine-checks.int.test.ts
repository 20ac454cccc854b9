import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wheelPython } from '@junkan/infra/embedded/binaries.ts';
import type { EngineRecords } from '@junkan/infra/embedded/data-folder.ts';
import type { Engines } from '@junkan/infra/embedded/engines.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { engineChecks } from './engine-checks.ts';
import { startOwnEngines } from './own-engines.ts';
import { secretsOf } from './secrets.ts';

const log = { info: () => undefined, warn: vi.fn() };
let data: string;
let engines: Engines | undefined;

beforeEach(() => {
  for (const name of ['JUNKAN_MONGO_URL', 'JUNKAN_NATS_URL', 'JUNKAN_TEMPORAL_ADDRESS']) vi.stubEnv(name, undefined);
  data = mkdtempSync(join(tmpdir(), 'junkan-checks-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await engines?.stop();
  engines = undefined;
  rmSync(data, { recursive: true, force: true });
});

const processOf = (engine: 'mongo' | 'nats'): number =>
  (JSON.parse(readFileSync(join(data, 'engines.json'), 'utf8')) as EngineRecords)[engine]?.process?.pid ?? 0;

/** No file of the process may grow, as on a full disk. */
const LIMIT = 'import resource, sys; pid, size = map(int, sys.argv[1:]); resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, -1))';
const limited = (pid: number, bytes: number) => execFileSync(wheelPython, ['-c', LIMIT, String(pid), String(bytes)]);

test.skipIf(process.platform !== 'linux').each(['nats', 'mongo'] as const)(
  '%s comes back by itself when its disk has been full',
  async (name) => {
    const checks = engineChecks('junkan', secretsOf(data).passwords);
    const often = { everyMs: 250, times: 3 };
    engines = await startOwnEngines({ dataDir: data, log, checks: { [name]: { ...checks[name], ...often } } });
    const address = name === 'nats' ? engines.natsUrl : engines.mongoUrl;
    expect(await checks[name].works(address)).toBe(true);
    const before = processOf(name);
    limited(before, 1);
    await vi.waitUntil(() => processOf(name) !== before, { timeout: 60_000, interval: 100 });
    await vi.waitUntil(() => checks[name].works(address), { timeout: 30_000, interval: 500 });
  },
);
