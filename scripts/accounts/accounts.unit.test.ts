import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { ACCOUNT_NAMES, databasesOf } from '../start/accounts.ts';
import { writeAccounts } from './write.ts';

let folder: string;
const read = (...names: string[]): string => readFileSync(join(folder, ...names), 'utf8');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junkan-accounts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

type Rights = { readonly pwd: string; readonly roles: readonly { readonly role: string; readonly db: string }[] };

/** What the script leaves at a server that keeps users. */
function usersAfter(script: string, users = new Map<string, Rights>()): Map<string, Rights> {
  const admin = {
    getUser: (name: string) => users.get(name) ?? null,
    createUser: ({ user, ...rights }: Rights & { readonly user: string }) => void users.set(user, rights),
    updateUser: (name: string, rights: Rights) => void users.set(name, rights),
  };
  runInNewContext(script, { db: { getSiblingDB: () => admin } });
  return users;
}

test('each program has credentials of its own, readable by their owner alone, and a second run keeps passwords and the cluster’s keys', async () => {
  await writeAccounts(folder, 'kanto');
  const kept = () => [
    read('nats-accounts.conf').match(/A[A-Z0-9]{55}/)?.[0],
    ...ACCOUNT_NAMES.filter((name) => databasesOf('', name).length > 0).map((name) => read(name, 'password')),
  ];
  const before = kept();
  expect(new Set(before).size).toBe(before.length);
  await writeAccounts(folder, 'kanto');
  expect(kept()).toEqual(before);
  for (const name of ACCOUNT_NAMES) expect(statSync(join(folder, name, 'nats.creds')).mode & 0o77).toBe(0);
});

test('the script for MongoDB makes the users with the databases that are theirs, and brings another password to one that is there', async () => {
  await writeAccounts(folder, 'kanto');
  const users = usersAfter(read('mongo-accounts.js'), new Map([['matching', { pwd: 'old', roles: [] }]]));
  expect(users.get('matching')).toEqual({ pwd: read('matching', 'password'), roles: [{ role: 'readWrite', db: 'kanto_matching' }] });
  expect([...users.keys()].toSorted()).toEqual(ACCOUNT_NAMES.filter((name) => databasesOf('kanto', name).length > 0).toSorted());
  expect(users.has('gateway')).toBe(false);
});
