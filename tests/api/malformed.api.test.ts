import { generateKeyPairSync } from 'node:crypto';
import { secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { importJWK, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, problemOf, type Reply } from '../http.ts';
import { BODIES, MONEY } from '../malformed/bodies.ts';
import { EDGES } from '../malformed/edges.ts';
import { NAMES } from '../malformed/names.ts';
import { VARIANTS } from '../malformed/variants.ts';
import { draftOf, type World, worldOf } from '../malformed/world.ts';
import { openSystem } from '../open-system.ts';

const { system } = await openSystem();
let world: World;
let before: number;

beforeAll(async () => {
  world = await worldOf(system);
});
beforeEach(async () => {
  before = await system.commits();
});
afterEach(async () => {
  expect(await system.commits()).toBe(before);
});
afterAll(async () => {
  // Nor did anything come of all of it later.
  await settled(system.api);
  expect(await system.commits()).toBe(before);
});

describe.each([
  ['a body', BODIES],
  ['money', MONEY],
  ['a name of something', NAMES],
  ['a variant', VARIANTS],
  ['a header or a query', EDGES],
])('%s that is malformed changes nothing:', (_, cases) => {
  test.each(cases)('%s', async (_name, ask, status, type, ...pointers) => {
    const reply = await ask(world);
    expect(problemOf(reply)).toEqual({ status, type: `/problems/${type}`, pointers });
    const { title, detail, errors = [] } = bodyOf<{ title: string; detail: string; errors?: { detail: string }[] }>(reply);
    for (const { detail } of errors) expect(detail).toMatch(/\w{2}/);
    for (const said of [title, detail, ...errors.map((error) => error.detail)])
      expect(said).not.toMatch(/Invalid|expected|received|undefined/);
    expect(detail).toMatch(/^\S.*\.$/);
  });
});

describe('a token that is not valid changes nothing:', () => {
  const now = Math.floor(Date.now() / 1000);
  const GOOD = { sub: 'officer', iss: 'junkan:local', aud: 'junkan', iat: now - 60, exp: now + 300 };
  const forger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const signed = async (change: object = {}, key: object = system.issuerKey): Promise<string> =>
    new SignJWT({ ...GOOD, org: world.city, roles: ['proposer.officer'], ...change })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(await importJWK(key, 'ES256'));
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const ask = (authorization: string | undefined): Promise<Reply> =>
    world.web.send('POST', '/v1/projects', { body: draftOf(world), headers: authorization === undefined ? {} : { authorization } });

  test.each<[string, () => Promise<string>]>([
    ['expired', () => signed({ exp: now - 1 })],
    ['of a time to come', () => signed({ nbf: now + 600 })],
    ['without an end', () => signed({ exp: undefined })],
    ['with an end that is no time', () => signed({ exp: 'never' })],
    ['forged with another key', () => signed({}, forger)],
    ['of another audience', () => signed({ aud: 'another' })],
    ['without an audience', () => signed({ aud: undefined })],
    ['of another issuer', () => signed({ iss: 'another' })],
    ['of nobody', () => signed({ sub: undefined })],
    ['of no organisation', () => signed({ org: '' })],
    ['with an unknown role', () => signed({ roles: ['proposer.officer', 'owner'] })],
    ['with a role that is no list', () => signed({ roles: 'proposer.officer' })],
    ['unsigned', async () => `${part({ alg: 'none' })}.${part({ ...GOOD, org: world.city, roles: ['proposer.officer'] })}.`],
    [
      'signed, and changed',
      async () => (await signed()).replace(/\.([^.]+)\./, `.${part({ ...GOOD, org: 'another', roles: ['auditor'] })}.`),
    ],
    [
      'signed with the open key as a secret',
      async () =>
        new SignJWT({ ...GOOD, org: world.city, roles: ['proposer.officer'] })
          .setProtectedHeader({ alg: 'HS256' })
          .sign(Buffer.from(JSON.stringify(system.issuerKey.x).padEnd(64))),
    ],
    ['no token', async () => 'nonsense'],
  ])('%s', async (_, token) => {
    expect(problemOf(await ask(`Bearer ${await token()}`))).toEqual({ status: 401, type: '/problems/token-is-not-valid', pointers: [] });
  });

  test.each<[string, () => Promise<string | undefined>]>([
    ['none', async () => undefined],
    ['of another scheme', async () => 'Basic b2ZmaWNlcjpwYXNzd29yZA=='],
    ['two of them', async () => `Bearer ${await signed()} ${await signed()}`],
  ])('%s', async (_, authorization) => {
    const reply = await ask(await authorization());
    expect(problemOf(reply)).toEqual({ status: 401, type: '/problems/token-is-missing', pointers: [] });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  });

  test.each([
    ['of a role that may not', ['proposer.certifier']],
    ['of no role', []],
  ])('%s', async (_, roles) => {
    const reply = await ask(`Bearer ${await signed({ roles })}`);
    expect(problemOf(reply)).toEqual({ status: 403, type: '/problems/role-is-missing', pointers: [] });
  });
});

test('what all of these left out is taken: a commit more', async () => {
  const { id } = await system.api.as(secretary).registerProposer({}, { name: 'Kita', kind: 'city', countries: ['JP'] });
  expect(id).toMatch(/^org_/);
  expect(await system.commits()).toBe(before + 1);
  before += 1;
});
