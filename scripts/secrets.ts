import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { newKeys } from '@junkan/kit/keys.ts';
import { Command } from 'commander';
import { readIfThere, writeAccounts } from './accounts/write.ts';
import { ACCOUNT_NAMES } from './start/accounts.ts';
import { completeEnv } from './start/env-file.ts';

const FILE = fileURLToPath(new URL('../.env', import.meta.url));
const ONLY_OWNER = { mode: 0o600 };
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The secrets that docker-compose.yml asks for. What is there already stays, as the data depends on it. */
function writeEnv(): void {
  const before = readIfThere(FILE) ?? '';
  const known = parseEnv(before);
  const made = Object.entries(completeEnv(known)).filter(([name, value]) => known[name] !== value);
  if (made.length === 0) {
    say('.env: every secret is there');
    return;
  }
  const isMade = (line: string): boolean => made.some(([name]) => line.startsWith(`${name}=`));
  const kept = before.split('\n').filter((line) => !isMade(line));
  while (kept.at(-1) === '') kept.pop();
  const lines = [...kept, ...made.map(([name, value]) => `${name}='${value}'`), ''];
  // Created with restricted permissions, not restricted afterwards; a folder that a person created is restricted as well.
  writeFileSync(FILE, lines.join('\n'), ONLY_OWNER);
  chmodSync(FILE, 0o600);
  say(`.env: made ${made.map(([name]) => name).join(', ')}`);
}

/** Key pairs as files: under each program's name, and the operator's, its private key, under `public` the public keys of all. Keys that are there stay. */
function writeKeys(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = Object.fromEntries(ACCOUNT_NAMES.map((program) => [program, readIfThere(join(folder, program))]));
  const keys = newKeys(ACCOUNT_NAMES, { own, publicKeys: readIfThere(join(folder, 'public')) });
  const made = ACCOUNT_NAMES.filter((program) => own[program] === undefined);
  for (const program of made) writeFileSync(join(folder, program), keys[program].JUNKAN_INTERNAL_KEY, ONLY_OWNER);
  writeFileSync(join(folder, 'public'), keys.gateway.JUNKAN_INTERNAL_PUBLIC_KEYS, ONLY_OWNER);
  say(
    made.length === 0
      ? `${folder}: every key is there`
      : `${folder}: made a key for ${made.join(', ')}; the public keys of all programs are in the same folder`,
  );
}

const program = new Command('npm run secrets --')
  .description('Generates random secrets: those that docker-compose.yml needs, written to .env, or as files what programs need elsewhere')
  .option('--keys <folder>', 'the key pairs of the programs, a file for each, into this folder')
  .option('--accounts <folder>', 'the accounts of the programs at MongoDB and NATS, a folder for each, into this folder')
  .option('--namespace <name>', 'the namespace of the installation that the accounts are of', 'junkan')
  .action(async ({ keys, accounts, namespace }: { keys?: string; accounts?: string; namespace: string }) => {
    if (keys !== undefined) writeKeys(keys);
    if (accounts !== undefined) {
      await writeAccounts(accounts, namespace);
      say(
        `${accounts}: a folder for each program. Next: mongosh with mongo-accounts.js, and nats-accounts.conf included by the NATS servers`,
      );
    }
    if (keys === undefined && accounts === undefined) writeEnv();
  });
await program.parseAsync();
