import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const SCRIPT = readFileSync(new URL('healthy.js', import.meta.url), 'utf8');
type User = { readonly pwd: string; readonly customData?: { readonly mark: string } };

/** A server that keeps users, as the script sees it; what it did is noted. */
function server() {
  const users = new Map<string, User>();
  const done: string[] = [];
  const admin = {
    auth: (name: string, password: string) => {
      if (users.get(name)?.pwd !== password) throw new Error('Authentication failed');
    },
    getUser: (name: string) => users.get(name) ?? null,
    createUser: ({ user, ...given }: User & { readonly user: string }) => {
      done.push(`made ${user}`);
      users.set(user, given);
    },
    updateUser: (name: string, given: User) => {
      done.push(`changed ${name}`);
      users.set(name, given);
    },
  };
  const check = (password: string): string[] => {
    done.length = 0;
    const env = {
      JUNKAN_MONGO_KEEPER_PASSWORD: 'k',
      JUNKAN_MONGO_PASSWORD_MATCHING: password,
      JUNKAN_MONGO_ACCOUNTS: '{"matching":["junkan_matching"]}',
    };
    const db = { getSiblingDB: () => admin, hello: () => ({ isWritablePrimary: true }) };
    runInNewContext(SCRIPT, {
      db,
      process: { env },
      rs: { initiate: () => undefined },
      sleep: () => undefined,
      quit: () => done.push('ill'),
      require: createRequire(import.meta.url),
    });
    return [...done];
  };
  return { check, users };
}

test('accounts are made once, and one whose password is another by now is changed once', () => {
  const { check, users } = server();
  expect(check('one')).toEqual(['made keeper', 'made matching']);
  expect(check('one')).toEqual([]);
  expect(check('two')).toEqual(['changed matching']);
  expect(users.get('matching')?.pwd).toBe('two');
  expect(check('two')).toEqual([]);
});
