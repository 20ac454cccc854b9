import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { ACCOUNT_NAMES, type AccountName, databasesOf } from '../start/accounts.ts';
import { newPassword } from '../start/secrets.ts';
import { natsAccounts, type Seeds } from './nats.ts';

const ONLY_OWNER = { mode: 0o600 };
const SEEDS = ['operator', 'system', 'account'] as const;

export const readIfThere = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** For mongosh: an account with what it reads and writes, made or brought to the password and the rights that are here. */
const mongoScript = (
  passwords: readonly (readonly [AccountName, string])[],
  namespace: string,
): string => `// mongosh <address> mongo-accounts.js, as somebody who may make users
const accounts = ${JSON.stringify(
  passwords.map(([user, pwd]) => ({
    user,
    pwd,
    roles: [
      ...databasesOf(namespace, user).map((db) => ({ role: 'readWrite', db })),
      ...(user === OPERATOR ? [{ role: 'clusterMonitor', db: 'admin' }] : []),
    ],
  })),
  null,
  2,
)};
const admin = db.getSiblingDB('admin');
for (const { user, ...rights } of accounts) {
  if (admin.getUser(user)) admin.updateUser(user, rights);
  else admin.createUser({ user, ...rights });
}
`;

/**
 * The accounts of the programs at engines elsewhere, as files: a folder for each program, with its credentials for NATS and its name and password for
 * MongoDB, what the NATS servers' configuration includes, and a script for mongosh. Passwords and keys that are there stay; credentials of NATS are issued again with the
 * rights of this version, and earlier ones go on being taken.
 */
export async function writeAccounts(folder: string, namespace: string): Promise<void> {
  const at = (...names: string[]): string => join(folder, ...names);
  const write = (text: string, ...names: string[]): void => writeFileSync(at(...names), text, ONLY_OWNER);
  for (const name of ['nats-keys', ...ACCOUNT_NAMES]) mkdirSync(at(name), { recursive: true, mode: 0o700 });
  const known = Object.fromEntries(SEEDS.flatMap((name) => [[name, readIfThere(at('nats-keys', name))]])) as Partial<Seeds>;
  const { seeds, resolver, credentials } = await natsAccounts(namespace, known);
  for (const name of SEEDS) write(seeds[name], 'nats-keys', name);
  write(resolver, 'nats-accounts.conf');
  for (const name of ACCOUNT_NAMES) write(credentials[name], name, 'nats.creds');
  const stored = ACCOUNT_NAMES.filter((name) => databasesOf(namespace, name).length > 0);
  const passwords = stored.map((name) => [name, readIfThere(at(name, 'password')) ?? newPassword()] as const);
  for (const [name, password] of passwords) {
    write(name, name, 'username');
    write(password, name, 'password');
  }
  write(mongoScript(passwords, namespace), 'mongo-accounts.js');
}
