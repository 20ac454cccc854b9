import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command } from 'commander';
import type { Change } from '../faults/controls/controls.ts';
import { type Detectors, detectorsIn, tableOf } from './detectors.ts';

// How many tests notice that a defence is gone: node tests/mutations/main.ts. It changes files of the checkout and restores them, so the checkout must be clean.

type Options = { root: string; projects: string[]; tests: string[]; only: string[] };
const { root, projects, tests, only } = new Command('mutations')
  .description('Takes out each defence that the controls name, runs the tests, and counts those that fail')
  .option('--root <folder>', 'the checkout, which is set up and clean', resolve, fileURLToPath(new URL('../..', import.meta.url)))
  .option('--projects <names...>', 'which tests', ['unit', 'simulation'])
  .option('--tests <paths...>', 'only tests in files whose path holds one of these', [])
  .option('--only <names...>', 'only these defences', [])
  .parse()
  .opts<Options>();

type Named = Readonly<Record<string, { readonly changes: readonly Change[] }>>;

/** Those of faults and those of the simulation, as this checkout has them. */
async function defences(): Promise<[string, readonly Change[]][]> {
  const from = (file: string) => import(pathToFileURL(join(root, file)).href);
  const { CONTROLS } = (await from('tests/faults/controls/controls.ts')) as { CONTROLS: Named };
  const { SIMULATED_CONTROLS } = (await from('tests/simulation/defences.ts')) as {
    SIMULATED_CONTROLS: Readonly<Record<string, readonly Change[]>>;
  };
  const all = { ...Object.fromEntries(Object.entries(CONTROLS).map(([name, { changes }]) => [name, changes])), ...SIMULATED_CONTROLS };
  return Object.entries(all).filter(([name]) => only.length === 0 || only.includes(name));
}

/** Which tests fail with these changes made. Whatever happens, the files are as they were afterwards. */
async function noticed(changes: readonly Change[]): Promise<Detectors> {
  const before = new Map(changes.map(({ file }) => [file, readFileSync(join(root, file), 'utf8')]));
  const restore = (): void => {
    for (const [file, text] of before) writeFileSync(join(root, file), text);
  };
  const interrupted = (): void => {
    restore();
    process.kill(process.pid, 'SIGINT');
  };
  process.once('SIGINT', interrupted);
  try {
    for (const { file, text, instead } of changes) {
      const source = readFileSync(join(root, file), 'utf8');
      if (source.split(text).length !== 2) throw new Error(`the control no longer fits ${file}: ${text}`);
      writeFileSync(
        join(root, file),
        source.replace(text, () => instead),
      );
    }
    return detectorsIn(await testsRun(), root);
  } finally {
    restore();
    process.off('SIGINT', interrupted);
  }
}

async function testsRun(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'junkan-mutations-'));
  const report = join(folder, 'report.json');
  const chosen = projects.flatMap((name) => ['--project', name]);
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...tests, ...chosen, '--reporter=json', '--outputFile', report];
  try {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
    await new Promise((done) => child.once('close', done));
    return readFileSync(report, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const status = spawnSync('git', ['status', '--porcelain', '--untracked-files=no'], { cwd: root, encoding: 'utf8' });
if (status.stdout !== '') throw new Error(`${root} has changes that are not committed`);
const rows: [string, Detectors][] = [];
for (const [name, changes] of await defences()) {
  rows.push([name, await noticed(changes)]);
  console.error(tableOf(rows.slice(-1)));
}
console.log(tableOf(rows));
process.exitCode = rows.every(([, { tests }]) => tests > 0) ? 0 : 1;
