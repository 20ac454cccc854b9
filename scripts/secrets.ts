import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newKeys } from '@junkan/kit/keys.ts';
import { PROGRAMS } from '@junkan/proto/callers.ts';
import { Command } from 'commander';
import { newEnv } from './start/env-file.ts';

const FILE = fileURLToPath(new URL('../.env', import.meta.url));
const ONLY_OWNER = { mode: 0o600 };
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The secrets that docker-compose.yml asks for. What is there already stays, as the data depends on it. */
function writeEnv(): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const secrets = Object.entries(newEnv());
  const isIn = (text: string, name: string): boolean => new RegExp(`^${name}=`, 'm').test(text);
  // Keys of programs are made together: each must be known to all others.
  const areKeysWhole = secrets.every(([name]) => !name.startsWith('JUNKAN_INTERNAL_') || isIn(before, name));
  const present = areKeysWhole ? before : before.replaceAll(/^JUNKAN_INTERNAL_.*\n?/gm, '');
  const missing = secrets.filter(([name]) => !isIn(present, name));
  if (missing.length === 0) {
    say('.env: every secret is there');
    return;
  }
  const separator = present === '' || present.endsWith('\n') ? '' : '\n';
  if (present !== before) writeFileSync(FILE, present, ONLY_OWNER);
  // Created closed to others, not closed afterwards; one that was made by hand is closed as well.
  appendFileSync(FILE, separator + missing.map(([name, value]) => `${name}='${value}'\n`).join(''), ONLY_OWNER);
  chmodSync(FILE, 0o600);
  say(`.env: made ${missing.map(([name]) => name).join(', ')}`);
}

/** New key pairs as files: under each program's name its private key, under `public` the public keys of all. */
function writeKeys(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys = newKeys(PROGRAMS);
  for (const program of PROGRAMS) writeFileSync(join(folder, program), keys[program].JUNKAN_INTERNAL_KEY, { ...ONLY_OWNER, flag: 'wx' });
  writeFileSync(join(folder, 'public'), keys.gateway.JUNKAN_INTERNAL_PUBLIC_KEYS, { ...ONLY_OWNER, flag: 'wx' });
  say(`${folder}: a key for each of ${PROGRAMS.join(', ')}, and the public ones`);
}

const program = new Command('npm run secrets --')
  .description('Makes secrets by chance: those that docker-compose.yml asks for into .env, or key pairs as files')
  .option('--keys <folder>', 'the key pairs of the programs, a file for each, into this new folder')
  .action(({ keys }: { keys?: string }) => (keys === undefined ? writeEnv() : writeKeys(keys)));
program.parse();
