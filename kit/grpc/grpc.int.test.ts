import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials, Client as GrpcClient, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Actor } from '@junkan/proto/actor.ts';
import { service as health } from 'grpc-health-check';
import { type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { GATEWAY_ACTOR, type Received, WORKFLOW_ACTOR } from '../call.ts';
import { policyClock } from '../clock.ts';
import { until } from '../installation.fixture.ts';
import { keysOf, newKeys } from '../keys.ts';
import { ProblemError } from '../problem.ts';
import { dialler } from './dial.ts';
import { call, closings, dialled, echo, keys, problemOf, started, tokensOf } from './echo.fixture.ts';

async function* nothing(): AsyncIterable<never> {}

const UNKNOWN = { kind: 'unauthenticated', type: 'CallerIsUnknown', data: {} };

describe('who acts', () => {
  test('is known to the server, with the context of the call', async () => {
    let seen: Received | undefined;
    const { address } = await started({
      say: async (request, received) => {
        seen = received;
        return request;
      },
    });
    expect(await dialled(address).client.say({ words: 'kon' }, call)).toEqual({ words: 'kon' });
    expect(seen).toEqual({ ...call, requestHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('is refused without a token', async () => {
    const { address } = await started();
    const channel = new GrpcClient(address, credentials.createInsecure());
    closings.push(() => channel.close());
    const { path, requestSerialize, responseDeserialize } = echo.say;
    const error = await new Promise<ServiceError | null>((resolve) => {
      channel.makeUnaryRequest(path, requestSerialize, responseDeserialize, { words: '' }, new Metadata(), resolve);
    });
    expect(error?.code).toBe(status.UNAUTHENTICATED);
  });

  test('is refused with a token that another installation has signed, on every kind of call', async () => {
    const { address } = await started();
    const { client } = dialled(address, { tokens: tokensOf('workflows', newKeys(['workflows', 'gateway', 'matching', 'disbursement'])) });
    expect(await problemOf(client.say({ words: '' }, call))).toEqual(UNKNOWN);
    expect(await problemOf(client.collect(nothing(), call))).toEqual(UNKNOWN);
    expect(await problemOf(Array.fromAsync(client.spell({ words: 'a' }, call)))).toEqual(UNKNOWN);
  });

  const NOW_S = Math.floor(Date.now() / 1_000);
  const RIGHT = { iss: 'workflows', aud: 'matching', sub: 'system:workflows', org: 'junkan', roles: ['system.workflow'], self: true };
  const LIFE = { iat: NOW_S, exp: NOW_S + 60 };
  /** A token with these claims, signed by a program that may be another than it says. */
  const forged = (claims: JWTPayload, by: keyof typeof keys, head: Partial<JWTHeaderParameters> = {}): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: by, ...head }).sign(keysOf(by, keys[by]).own.key);

  test('is known by a token that its program has signed, for this one, that ends soon', async () => {
    const { address } = await started();
    const { client } = dialled(address, { tokens: { ...tokensOf('workflows'), issue: () => forged({ ...RIGHT, ...LIFE }, 'workflows') } });
    expect(await client.say({ words: 'kon' }, call)).toEqual({ words: 'kon' });
  });

  const { aud: _aud, ...forAnybody } = RIGHT;
  test.each<[string, () => Promise<string>]>([
    ['signed by another program under its own name', () => forged({ ...RIGHT, ...LIFE }, 'disbursement')],
    ['signed by another program under the name of the first', () => forged({ ...RIGHT, ...LIFE }, 'disbursement', { kid: 'workflows' })],
    ['signed by a program for another issuer', () => forged({ ...RIGHT, ...LIFE, iss: 'gateway' }, 'workflows')],
    ['signed under a name that nobody has', () => forged({ ...RIGHT, ...LIFE, iss: 'bank' }, 'workflows', { kid: 'bank' })],
    ['for another program', () => forged({ ...RIGHT, ...LIFE, aud: 'disbursement' }, 'workflows')],
    ['for nobody in particular', () => forged({ ...forAnybody, ...LIFE }, 'workflows')],
    ['that has expired', () => forged({ ...RIGHT, iat: NOW_S - 90, exp: NOW_S - 60 }, 'workflows')],
    ['that never expires', () => forged({ ...RIGHT, iat: NOW_S }, 'workflows')],
    ['without the moment of its making', () => forged({ ...RIGHT, exp: NOW_S + 60 }, 'workflows')],
    ['that was made long ago and lives for years', () => forged({ ...RIGHT, iat: NOW_S - 600, exp: NOW_S + 1e8 }, 'workflows')],
    ['that was made in the future', () => forged({ ...RIGHT, iat: NOW_S + 3_600, exp: NOW_S + 3_660 }, 'workflows')],
    ['with a role that there is none of', () => forged({ ...RIGHT, ...LIFE, roles: ['root'] }, 'workflows')],
    ['with roles that are no list', () => forged({ ...RIGHT, ...LIFE, roles: 'system.workflow' }, 'workflows')],
    ['of nobody', () => forged({ ...RIGHT, ...LIFE, sub: '' }, 'workflows')],
    [
      'signed with a public key as if it were a shared one',
      () =>
        new SignJWT({ ...RIGHT, ...LIFE })
          .setProtectedHeader({ alg: 'HS256', kid: 'workflows' })
          .sign(new TextEncoder().encode(keys.workflows.JUNKAN_INTERNAL_PUBLIC_KEYS)),
    ],
    ['that is not signed', async () => new UnsecuredJWT({ ...RIGHT, ...LIFE }).encode()],
    ['that is no token', async () => 'workflows'],
  ])('is refused with a token %s', async (_, issue) => {
    const { address } = await started();
    const { client } = dialled(address, { tokens: { ...tokensOf('workflows'), issue } });
    expect(await problemOf(client.say({ words: '' }, call))).toEqual(UNKNOWN);
  });

  const person: Actor = { person: 'per_a', organisation: 'spo_a', roles: ['sponsor.officer'] };
  const copy: Actor = { ...WORKFLOW_ACTOR };

  test('may be a person whom the gateway names', async () => {
    const { address } = await started();
    const { client } = dialled(address, { tokens: tokensOf('gateway') });
    expect(await client.say({ words: 'kon' }, { ...call, actor: person })).toEqual({ words: 'kon' });
  });

  test.each<[string, keyof typeof keys, Actor]>([
    ['the system, named by the gateway', 'gateway', WORKFLOW_ACTOR],
    ['somebody with the system’s role, named by the gateway', 'gateway', copy],
    ['a person with the system’s role among others', 'gateway', { ...person, roles: ['sponsor.officer', 'system.workflow'] }],
    ['the gateway for itself, where it has nothing to ask', 'gateway', GATEWAY_ACTOR],
    ['a person whom the workflows name', 'workflows', person],
    ['somebody who is called as the workflows are', 'workflows', copy],
    ['a person whom a service names that has nothing to ask', 'disbursement', person],
    ['the workflows, named by a service', 'disbursement', copy],
    ['the workflows, claimed by a service', 'disbursement', WORKFLOW_ACTOR],
  ])('may not be %s', async (_, program, actor) => {
    const { address } = await started();
    const { client } = dialled(address, { tokens: tokensOf(program) });
    expect(await problemOf(client.say({ words: '' }, { ...call, actor }))).toEqual({
      kind: 'forbidden',
      type: 'CallIsNotForCaller',
      data: { program },
    });
  });

  test('may not be a person where only the workflows may call, on every kind of call', async () => {
    const { address } = await started();
    const { client } = dialled(address, { tokens: tokensOf('gateway') });
    const asked = { ...call, actor: person };
    for (const refused of [() => client.collect(nothing(), asked), () => Array.fromAsync(client.spell({ words: 'a' }, asked))])
      expect(await problemOf(refused())).toMatchObject({ kind: 'forbidden', type: 'CallIsNotForCaller' });
  });
});

test('the same request has the same hash, another request or method another', async () => {
  const hashes: string[] = [];
  const { address } = await started({
    say: async (request, { requestHash }) => {
      hashes.push(requestHash);
      return request;
    },
  });
  const { client } = dialled(address);
  for (const words of ['a', 'a', 'b']) await client.say({ words }, call);
  expect(hashes[0]).toBe(hashes[1]);
  expect(hashes[0]).not.toBe(hashes[2]);
});

describe('a refusal', () => {
  const problem = { kind: 'conflict', type: 'FundsAreShort', data: { missing: '12', names: ['日本'] } } as const;
  const refuse = () => Promise.reject(new ProblemError(problem));

  test('reaches the caller with its kind, its type and its data', async () => {
    const { address } = await started({ say: refuse });
    expect(await problemOf(dialled(address).client.say({ words: '' }, call))).toEqual(problem);
  });

  test('for a bug says nothing of what broke', async () => {
    const { address } = await started({ say: () => Promise.reject(new Error('password is secret')) });
    expect(await problemOf(dialled(address).client.say({ words: '' }, call))).toEqual({ kind: 'bug', type: 'CallFailed', data: {} });
  });
});

test('a database that is out of reach for a moment is an outage, which the caller outlasts', async () => {
  let asked = 0;
  const { address } = await started({
    async say(request) {
      asked += 1;
      if (asked < 3) throw new MongoNetworkError('connection 1 closed');
      return request;
    },
  });
  expect(await dialled(address).client.say({ words: 'again' }, call)).toEqual({ words: 'again' });
  expect(asked).toBe(3);
});

test('a database that stays out of reach is reported as an outage, not as a bug', async () => {
  const { address } = await started({ say: () => Promise.reject(new MongoServerSelectionError('none', {} as never)) });
  const problem = { kind: 'unavailable', type: 'StoreIsOutOfReach', data: {} };
  expect(await problemOf(dialled(address).client.say({ words: '' }, call))).toEqual(problem);
});

describe('policy time', () => {
  test('travels with the call, and the server that is behind adopts it before it decides', async () => {
    let offset = 0;
    const { address, clock } = await started({
      say: async (request) => {
        offset = clock.offset();
        return request;
      },
    });
    const caller = dialled(address);
    caller.clock.adopt(5_000);
    await caller.client.say({ words: '' }, call);
    expect(offset).toBe(5_000);
  });

  test('travels back with the answer, and the greater one stays with both', async () => {
    const { address, clock } = await started();
    const caller = dialled(address);
    clock.adopt(7_000);
    caller.clock.adopt(5_000);
    await caller.client.say({ words: '' }, call);
    await until(() => caller.clock.offset() === 7_000);
    expect(clock.offset()).toBe(7_000);
  });

  test('is real time outside of a trial, whatever a caller or an answer says', async () => {
    const real = await started({}, '127.0.0.1:0', undefined, false);
    const ahead = dialled(real.address);
    ahead.clock.adopt(5_000);
    await ahead.client.say({ words: '' }, call);
    expect(real.clock.offset()).toBe(0);

    const { address, clock } = await started();
    clock.adopt(7_000);
    const caller = dialled(address, { trial: false });
    await caller.client.say({ words: '' }, call);
    expect(caller.clock.offset()).toBe(0);
  });

  test.each(['Infinity', 'NaN', '-5', '0.5', '1e300', 'tomorrow'])('is not what is no span of time: %s', async (said) => {
    const { address, clock } = await started();
    const liar = { ...policyClock(true), offset: () => said as unknown as number };
    const channel = dialler(address, { tokens: tokensOf('workflows'), program: 'matching', clock: liar });
    closings.push(channel.close);
    expect(await channel.client(echo).say({ words: 'on' }, call)).toEqual({ words: 'on' });
    expect(clock.offset()).toBe(0);
  });

  test('is not adopted from a caller who is unknown', async () => {
    const { address, clock } = await started();
    const caller = dialled(address, { tokens: tokensOf('workflows', newKeys(['workflows', 'gateway', 'matching', 'disbursement'])) });
    caller.clock.adopt(5_000);
    await problemOf(caller.client.say({ words: '' }, call));
    expect(clock.offset()).toBe(0);
  });
});

test('a call that is not answered in time fails as late', async () => {
  const late = Promise.withResolvers<{ words: string }>();
  closings.push(() => late.resolve({ words: '' }));
  const { address } = await started({ say: () => late.promise });
  const problem = await problemOf(dialled(address, { deadlineMs: 100 }).client.say({ words: '' }, call));
  expect(problem).toMatchObject({ kind: 'late' });
});

test('a server says that it serves', async () => {
  const { address } = await started();
  const channel = new GrpcClient(address, credentials.createInsecure());
  closings.push(() => channel.close());
  const check = health['Check'];
  if (!check) throw new Error('the contract of the health check has changed');
  const { path, requestSerialize, responseDeserialize } = check;
  const answer = await new Promise((resolve, reject) => {
    channel.makeUnaryRequest(path, requestSerialize, responseDeserialize, { service: '' }, (error, response) =>
      error ? reject(error) : resolve(response),
    );
  });
  expect(answer).toEqual({ status: 'SERVING' });
});

/** A port that nobody listens on now. */
async function freeAddress(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const bound = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
}

describe('a server that is not there', () => {
  test('is waited for a little, so that one that comes up late is reached', async () => {
    const address = await freeAddress();
    const { client } = dialled(address);
    const answer = client.say({ words: 'late' }, call);
    await sleep(300);
    await started({}, address);
    expect(await answer).toEqual({ words: 'late' });
  });

  test('and does not come is reported as unavailable', async () => {
    const { client } = dialled(await freeAddress());
    expect(await problemOf(client.say({ words: '' }, call))).toMatchObject({ kind: 'unavailable' });
  });

  test('is reached again after a restart', async () => {
    const first = await started();
    const { client } = dialled(first.address);
    await client.say({ words: 'a' }, call);
    await first.close();
    await started({}, first.address);
    expect(await client.say({ words: 'b' }, call)).toEqual({ words: 'b' });
  });
});
