import { randomBytes } from 'node:crypto';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Request, Response } from 'express';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SESSION_COOKIE } from './cookies.ts';
import type { Granted } from './provider.ts';
import { sealing } from './sealed.ts';
import { IDLE_MS, SESSION_MS, sessions } from './sessions.ts';

const MINUTE_MS = 60_000;
const TOKEN_MS = 15 * MINUTE_MS;
const actor = { person: 'per_a', organisation: 'org_a', roles: ['proposer.officer'] } as const;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** A browser with its cookie, and a provider that counts how often it is asked. `refuses`: what it answers in the place of a new token. */
function signedIn() {
  const provider = { asked: 0, refuses: undefined as ProblemError | undefined };
  const jar: { cookie?: string; kept: number } = { kept: 0 };
  const request = () => ({ header: (name: string) => (name === 'cookie' && jar.cookie ? `${SESSION_COOKIE}=${jar.cookie}` : undefined) });
  const response = {
    cookie(name: string, value: string) {
      if (name !== SESSION_COOKIE) return;
      jar.cookie = value;
      jar.kept += 1;
    },
    clearCookie: () => delete jar.cookie,
  } as unknown as Response;
  const granted = (): Granted => ({ access: `access-${provider.asked}`, refresh: 'refresh', hint: 'hint' });
  const made = sessions({
    seal: sealing(randomBytes(32).toString('base64url')),
    provider: {
      async renew() {
        provider.asked += 1;
        if (provider.refuses) throw provider.refuses;
        return granted();
      },
    },
    tokens: { holderOf: async () => ({ actor, name: 'A', until: Date.now() + TOKEN_MS }) },
  });
  return {
    provider,
    jar,
    begin: () => made.begin(granted(), response),
    ask: (how?: { watching: boolean }) => made.of(request() as unknown as Request, response, how),
  };
}

const hasEnded = { problem: { kind: 'unauthenticated', type: 'SessionHasEnded' } };
const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

test('a session goes on while something is done in it, and ends after eight hours all the same', async () => {
  const { begin, ask, jar } = signedIn();
  await begin();
  for (let passed = 0; passed < SESSION_MS - 20 * MINUTE_MS; passed += 20 * MINUTE_MS) {
    later(20 * MINUTE_MS);
    expect(await ask()).toMatchObject({ person: 'per_a' });
  }
  later(21 * MINUTE_MS);
  await expect(ask()).rejects.toMatchObject(hasEnded);
  expect(jar.cookie).toBeUndefined();
});

test('a session in which nothing is done ends, however often it is asked for', async () => {
  const { begin, ask } = signedIn();
  await begin();
  later(IDLE_MS - MINUTE_MS);
  expect(await ask({ watching: true })).toMatchObject({ person: 'per_a' });
  later(2 * MINUTE_MS);
  await expect(ask({ watching: true })).rejects.toMatchObject(hasEnded);
});

test('what is done at the same time is noted once, and the provider asked once', async () => {
  const { begin, ask, provider, jar } = signedIn();
  await begin();
  await ask();
  expect([provider.asked, jar.kept]).toEqual([0, 1]);
  later(TOKEN_MS);
  const found = await Promise.all([ask(), ask(), ask()]);
  expect([found.length, provider.asked]).toEqual([3, 1]);
});

test('a session that the provider lets go on no longer ends; while it does not answer, its last word holds as long as it was given for', async () => {
  const { begin, ask, provider } = signedIn();
  await begin();
  later(TOKEN_MS - 10_000);
  provider.refuses = new ProblemError({ kind: 'unavailable', type: 'SignInIsOutOfReach', data: {} });
  expect(await ask()).toMatchObject({ person: 'per_a' });
  later(11_000);
  await expect(ask()).rejects.toMatchObject({ problem: { type: 'SignInIsOutOfReach' } });
  provider.refuses = new ProblemError({ kind: 'unauthenticated', type: 'SignInWasRefused', data: {} });
  await expect(ask()).rejects.toMatchObject(hasEnded);
});

test('what was sealed for one thing, or with another key, is nothing for another', async () => {
  const [one, other] = [sealing(randomBytes(32).toString('base64url')), sealing(randomBytes(32).toString('base64url'))];
  const text = await one.seal('sign-in', { a: 1 }, Date.now() + MINUTE_MS);
  expect(await one.open('sign-in', text)).toEqual({ a: 1 });
  expect([await one.open('session', text), await other.open('sign-in', text)]).toEqual([undefined, undefined]);
  later(2 * MINUTE_MS);
  expect(await one.open('sign-in', text)).toBeUndefined();
});
