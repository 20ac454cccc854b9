// Sets up what is missing, then runs a task on Node 24: node scripts/run.mjs <task> -- <arguments>
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setUpBrowser } from './setup/browser-side.mjs';
import { setUpNodeSide } from './setup/node-side.mjs';
import { setUpEngines, setUpHelm, setUpPromtool, setUpSchemathesis } from './setup/python-side.mjs';
import { root, SetupFailure, say, tools } from './setup/steps.mjs';
import { foundFaults, helpOf, readOptions, WrongOption } from './start/asked.mjs';
import { LEAN } from './start/lean.mjs';

const TASKS = {
  start: { script: [...LEAN, 'scripts/start/main.ts'], engines: true },
  test: { script: ['node_modules/vitest/vitest.mjs', 'run'], engines: true },
  check: { script: ['scripts/check.ts'], engines: false },
  junkan: { script: ['scripts/junkan.ts'], engines: true },
  fuzz: { script: ['scripts/fuzz/main.ts'], engines: true },
  faults: { script: ['tests/faults/main.ts'], engines: true },
  nightly: { script: ['tests/nightly/main.ts'], engines: false },
  simulate: { script: ['tests/simulation/main.ts'], engines: false },
  bench: { script: ['bench/main.ts'], engines: true },
  secrets: { script: ['scripts/secrets.ts'], engines: false },
  pictures: { script: ['tests/web/pictures.ts'], engines: false },
  'api-lock': { script: ['scripts/api-lock/main.ts'], engines: false },
  images: { script: ['scripts/images/main.mjs'], engines: false },
};

const elsewhere = ['JUNKAN_MONGO_URL', 'JUNKAN_NATS_URL', 'JUNKAN_TEMPORAL_ADDRESS'].every((name) => process.env[name]);

async function setUp(task) {
  const began = Date.now();
  const needsEngines = task.engines && !(elsewhere && [TASKS.start, TASKS.junkan].includes(task));
  // Both to their end, so that a failure of one does not leave the other half done.
  const [nodeSide, engines] = await Promise.allSettled([setUpNodeSide(), needsEngines ? setUpEngines() : undefined]);
  for (const side of [nodeSide, engines]) if (side.status === 'rejected') throw side.reason;
  // After the engines, whose installer it shares.
  if (task === TASKS.fuzz) await setUpSchemathesis();
  if (task === TASKS.test) await setUpHelm();
  if (task === TASKS.nightly) await setUpPromtool();
  if ([TASKS.test, TASKS.bench, TASKS.pictures].includes(task)) await setUpBrowser();
  return { node: nodeSide.value.node, seconds: (Date.now() - began) / 1000 };
}

function runTask(task, args, { node, seconds }) {
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // What Node has compiled is kept: a program, which loads some thousand modules, is up in half the time.
  const compiled = process.env.NODE_COMPILE_CACHE ?? join(tools, 'compiled');
  const env = { ...process.env, PATH: path, NODE_COMPILE_CACHE: compiled, JUNKAN_SETUP_SECONDS: seconds.toFixed(2) };
  const child = spawn(node, [...task.script, ...args], { cwd: root, env, stdio: 'inherit' });
  // A terminal sends Ctrl-C to the task as well; a signal sent to this process alone has to be passed on.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** The code to end with where a start asks for help, or for what cannot be: nothing is set up for it. */
async function answered(args) {
  try {
    const options = readOptions(args);
    const faults = options.help ? [] : await foundFaults(options);
    if (options.help) process.stdout.write(`${helpOf()}\n`);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    return options.help ? 0 : faults.length > 0 ? 2 : undefined;
  } catch (error) {
    if (!(error instanceof WrongOption)) throw error;
    process.stderr.write(`${error.message}. All options: npm start -- --help\n`);
    return 2;
  }
}

const [name, ...rest] = process.argv.slice(2);
// npm removes the separator between its own arguments and ours, pnpm keeps it: there may be one or two.
while (rest[0] === '--') rest.shift();
const task = Object.hasOwn(TASKS, name ?? '') ? TASKS[name] : undefined;

if (!task) {
  say(`What to run? One of: ${Object.keys(TASKS).join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = (task === TASKS.start ? await answered(rest) : undefined) ?? (await runTask(task, rest, await setUp(task)));
  } catch (error) {
    say(error instanceof SetupFailure ? error.message : error.stack);
    process.exitCode = 1;
  }
}
