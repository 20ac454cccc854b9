import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AUDITOR, pathOf, type Target } from './target.ts';

/** How often each status was answered; 0 for what was not answered in time. */
export type Tally = Record<string, number>;

/** One load, for so many milliseconds or until all that it is made of was answered. */
type Load = (target: Target, milliseconds: number) => Promise<Tally>;

const ABSENT = `prj_${'0'.repeat(26)}`;
const NEARLY_A_MEGABYTE = JSON.stringify({ padding: 'x'.repeat(900_000) });

type Sending = { method?: string; body?: string; headers?: Record<string, string> };

/** So many connections that ask one after another, as fast as they are answered. */
const asking =
  (connections: number, path: string, sending: (target: Target) => Promise<Sending> | Sending = () => ({})): Load =>
  async (target, milliseconds) => {
    const tally: Tally = {};
    const until = Date.now() + milliseconds;
    const signal = AbortSignal.timeout(milliseconds);
    const init = await sending(target);
    const one = async (): Promise<void> => {
      while (Date.now() < until)
        count(
          tally,
          await target.ask(path, { ...init, signal }).then(
            ({ status }) => status,
            () => 0,
          ),
        );
    };
    await Promise.all(Array.from({ length: connections }, one));
    return tally;
  };

const count = (tally: Tally, status: number): void => {
  tally[status] = (tally[status] ?? 0) + 1;
};

const json = { 'content-type': 'application/json' };
const bearer = async (target: Target, person: string) => ({ headers: { authorization: `Bearer ${await target.tokenOf(person)}` } });

/** All at once, each waited for. */
export const waiting =
  (many: number): Load =>
  async (target) => {
    const tally: Tally = {};
    const init = await bearer(target, 'waiter');
    const signal = AbortSignal.timeout(60_000);
    const one = () =>
      target.ask(pathOf('listProjects', { after: `${ABSENT}@1` }), { ...init, signal }).then(
        ({ status }) => status,
        () => 0,
      );
    for (const status of await Promise.all(Array.from({ length: many }, one))) count(tally, status);
    return tally;
  };

/** Clients of live updates that go away within milliseconds: of one person, and of as many persons. */
export const leaving =
  (tries: number): Load =>
  async (target) => {
    const { hostname, port } = new URL(target.address);
    for (let number = 0; number < tries; number += 1) {
      for (const person of ['leaver', `leaver-${number}`]) {
        const token = await target.tokenOf(person, AUDITOR);
        const socket = connect(Number(port), hostname).on('error', () => undefined);
        socket.once('connect', () => socket.write(`GET ${pathOf('listen')} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`));
        await sleep(number % 6);
        socket.destroy();
      }
    }
    return { gone: tries * 2 };
  };

export const LOADS: Readonly<Record<string, Load>> = {
  'waits for a version that nothing has, 250 at once, one person': waiting(250),
  'bodies of 0.9 MB without a token, 20 connections': asking(20, pathOf('listProjects'), () => ({
    method: 'POST',
    headers: { ...json, 'idempotency-key': 'one' },
    body: NEARLY_A_MEGABYTE,
  })),
  'GET /docs, 20 connections': asking(20, '/docs'),
  'GET /v1/openapi.json, 20 connections': asking(20, '/v1/openapi.json'),
  'GET /status, 20 connections': asking(20, '/status'),
  'forged tokens, 20 connections': asking(20, pathOf('listProjects'), () => ({ headers: { authorization: 'Bearer a.b.c' } })),
  'lists of 500 large drafts, 5 connections': asking(5, pathOf('listProjects', { limit: 500 }), (target) => bearer(target, 'lister')),
  'live updates that are left at once, 200 of one person and 200 of others': leaving(200),
};
