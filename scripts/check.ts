import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything that can be said of the code without an engine running: npm run check. `--without-tests` leaves out the tests.

const root = fileURLToPath(new URL('..', import.meta.url));

type Check = { readonly name: string; readonly command: readonly string[]; readonly folder?: string };

/** What a check did not do is no success, and is seen not to be one. */
const [YELLOW, PLAIN] = ['\u001b[33m', '\u001b[0m'];

/** What checks keep of files that have not changed since. */
const KEPT = '.tools/checks';

const SOURCES = [
  'proto/gen',
  'proto/caller.ts',
  'proto/command.ts',
  'proto/comments.ts',
  'proto/contracts.ts',
  'proto/programs.ts',
  'kit',
  'services',
  'workflows',
  'infra',
  'client',
  'scripts',
  'tests',
  'bench',
  'web/src',
  'words',
];

const TESTS: Check = { name: 'unit tests and simulation', command: ['vitest', 'run', '--project', 'unit', '--project', 'simulation'] };

const CHECKS: readonly Check[] = [
  TESTS,
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', `${KEPT}/types.tsbuildinfo`] },
  {
    name: 'types of the web',
    command: ['tsc', '-p', 'web/tsconfig.json', '--incremental', '--tsBuildInfoFile', `${KEPT}/web-types.tsbuildinfo`],
  },
  {
    name: 'walls',
    command: ['depcruise', '--output-type', 'err', '--cache', `${KEPT}/walls`, '--cache-strategy', 'content', ...SOURCES],
  },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints', '--cache', '--cache-location', `${KEPT}/dead-code`] },
  { name: 'dependencies', command: [process.execPath, 'scripts/audit/main.ts'] },
  { name: 'plain words', command: [process.execPath, 'scripts/plain-words/main.ts'] },
  { name: 'API against its lock and main', command: [process.execPath, 'scripts/api-lock/main.ts'] },
  { name: 'contracts', command: ['node_modules/.bin/buf', 'lint'], folder: 'proto' },
  ...(contractsHaveLanded() ? [breakingContracts()] : []),
];

function contractsHaveLanded(): boolean {
  const found: SpawnSyncReturns<Buffer> = spawnSync('git', ['cat-file', '-e', 'main:proto/buf.yaml'], { cwd: root });
  return found.status === 0;
}

function breakingContracts(): Check {
  return {
    name: 'contracts against main',
    command: ['node_modules/.bin/buf', 'breaking', '--against', '../.git#branch=main,subdir=proto'],
    folder: 'proto',
  };
}

async function run({ name, command: [program = '', ...args], folder = '.' }: Check): Promise<boolean> {
  const began = performance.now();
  const child = spawn(program, args, { cwd: join(root, folder), stdio: ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const passed = await new Promise<boolean>((resolve) => {
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const said = Buffer.concat(output).toString();
  const summary = /^\d+ passed, \d+ failed$|^skipped: .*$/m.exec(said);
  if (!passed) console.log(said);
  const skipped = summary?.[0].startsWith('skipped') === true;
  console.log(
    `${passed ? (skipped ? `${YELLOW}NOT DONE${PLAIN}` : 'ok      ') : 'FAILED  '} ${name} (${seconds} s)${summary ? `: ${summary[0]}` : ''}`,
  );
  return passed;
}

const checks = process.argv.includes('--without-tests') ? CHECKS.filter(({ name }) => name !== TESTS.name) : CHECKS;
const outcomes = await Promise.all(checks.map(run));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
