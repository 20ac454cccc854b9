import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { chosen, type Step, stepsOf } from './steps.ts';

// What takes hours, one step after another, also after a step that has failed. The exit code is 1 when any of them has.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOGS = join(ROOT, '.tools/nightly');
const DAY_MS = 86_400_000;

const { seed, only } = new Command('npm run nightly --')
  .description('Runs what takes too long for every commit: long tests on engines, walks, faults, crash points, power loss, controls')
  .option('--seed <number>', 'what goes by chance goes by this one; usually another each day', Number, Math.floor(Date.now() / DAY_MS))
  .option('--only <names...>', 'only these steps, by their names', [])
  .parse()
  .opts<{ seed: number; only: string[] }>();

const commandOf = ({ args, env = {} }: Step): string =>
  [...Object.entries(env).map(([name, value]) => `${name}=${value}`), 'node', ...args].join(' ');

async function run(step: Step): Promise<boolean> {
  const began = performance.now();
  const log = join(LOGS, `${step.name.replaceAll(' ', '-')}.log`);
  const output = createWriteStream(log);
  const child = spawn(process.execPath, step.args, { cwd: ROOT, env: { ...process.env, ...step.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      output.write(`${error.message}\n`);
      resolve(null);
    });
    child.on('close', resolve);
  });
  await new Promise((resolve) => output.end(resolve));
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${minutes} min): ${commandOf(step)}${code === 0 ? '' : `\n       ${log}`}`,
  );
  return code === 0;
}

mkdirSync(LOGS, { recursive: true });
const outcomes: boolean[] = [];
for (const step of chosen(stepsOf(seed), only)) outcomes.push(await run(step));
const failed = outcomes.filter((isGreen) => !isGreen).length;
console.log(`${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
