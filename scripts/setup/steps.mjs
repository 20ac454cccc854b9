// Plain JavaScript without dependencies: it runs before anything is installed, on any Node (>= 18).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const tools = join(root, '.tools');

/** What went wrong and what to do about it, for a person to read. */
export class SetupFailure extends Error {}

export function say(message) {
  process.stderr.write(`[set-up] ${message}\n`);
}

/** Runs a program quietly; its output is shown only where it fails. */
export function run(command, args, { cwd = root, env = {}, remedy }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new SetupFailure(`${command} cannot be run (${error.message}). ${remedy}`)));
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      const tail = output.trim().split('\n').slice(-15).join('\n');
      reject(new SetupFailure(`${tail}\n${command} ${args.join(' ')} failed with ${code}. ${remedy}`));
    });
  });
}

export function hashOf(files, ...more) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  for (const text of more) hash.update(`\0${text}`);
  return hash.digest('hex');
}

/** Does the work unless the stamp, which is inside its output, says that it is done. */
export async function once(stamp, hash, what, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const began = Date.now();
  say(`${what} ...`);
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  say(`${what}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/**
 * Runs a program of this repository that writes files, unless neither they nor anything that it loaded the last time has changed.
 * `also`: what it reads besides.
 */
export async function onceForLoaded(what, { node, program, stamp, makes, also }) {
  const at = join(root, stamp);
  const hash = (files) => {
    const all = ['pnpm-lock.yaml', ...files.filter((file) => !makes.includes(file)), ...also(), ...makes];
    return all.every((file) => existsSync(join(root, file))) ? hashOf(all) : undefined;
  };
  const [before, ...loaded] = existsSync(at) ? readFileSync(at, 'utf8').split('\n') : [''];
  if (before !== '' && hash(loaded) === before) return;
  const began = Date.now();
  say(`${what} ...`);
  const note = join(tools, `loaded-${process.pid}-${program.replaceAll('/', '-')}`);
  mkdirSync(tools, { recursive: true });
  await run(node, ['--import', './scripts/setup/loaded.mjs', program], {
    env: { JUNKAN_LOADED: note },
    remedy: 'See the file that it names.',
  });
  const files = readFileSync(note, 'utf8').split('\n');
  rmSync(note);
  writeFileSync(at, [hash(files), ...files].join('\n'));
  say(`${what}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
