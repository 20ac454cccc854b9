// What a backup and its restore need, by size: npm run bench -- backup [events, events, ...]
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEngines } from '@junkan/infra/embedded/engines.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { fill, synthetic } from './backup-fill.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('backup-step.ts', import.meta.url));
const sizes = (process.argv.slice(2).join(',') || '50000,250000').split(',').map(Number);

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

async function measured(events: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'junkan-bench-backup-'));
  const folder = join(root, 'written');
  mkdirSync(folder);
  const engines = await startEngines({
    dataDir: join(root, 'data'),
    only: ['mongo'],
    log: { info: () => undefined, warn: () => undefined },
  });
  try {
    const mongo = await connectMongo({ JUNKAN_MONGO_URL: engines.mongoUrl });
    await fill(mongo.db('bench_project'), events, (line) => console.error(line));
    await mongo.close();
    for (const step of ['backup', 'restore', 'read']) {
      const { stdout } = await run(process.execPath, [script, step, engines.mongoUrl, folder, JSON.stringify(synthetic)]);
      console.log(`${events} events: ${stdout.trim()}`);
    }
    console.log(`${events} events: ${Math.round(bytesIn(join(folder, 'backup')) / 1e6)} MB`);
  } finally {
    await engines.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

for (const events of sizes) await measured(events);
