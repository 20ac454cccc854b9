import { generateKeyPairSync } from 'node:crypto';
import { ProblemError } from '@junkan/kit/problem.ts';
import { type Actor, KIND_OF_ROLE, kindOf, ROLES } from '@junkan/proto/actor.ts';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../config.ts';
import { type Tokens, tokens } from './tokens.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const settings = {
  JUNKAN_TOKEN_ISSUER: 'junkan:local',
  JUNKAN_TOKEN_AUDIENCE: 'junkan',
  JUNKAN_ISSUER_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
  JUNKAN_SECRETARIAT: 'iclei-japan',
  JUNKAN_MAX_TOKEN_AGE_MINUTES: 60,
  JUNKAN_TRIAL: true,
} as Settings;
let made: Tokens;
beforeAll(async () => {
  made = await tokens(settings);
});

async function asRead(actor: Actor): Promise<Actor | { kind: string; type: string }> {
  try {
    return (await made.holderOf(`Bearer ${await made.issue?.(actor)}`)).actor;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { kind: error.problem.kind, type: error.problem.type };
  }
}

const CITY = `org_${'1'.repeat(26)}`;
const FUND = `spo_${'1'.repeat(26)}`;

describe('a role counts only in an organisation of its kind', () => {
  test.each(ROLES.filter((role) => role !== 'system.workflow'))('%s', async (role) => {
    for (const [claimed, known] of [
      [CITY, CITY],
      [FUND, FUND],
      ['iclei-japan', 'secretariat'],
      ['secretariat', ''],
      ['junkan', 'junkan'],
      ['nowhere', 'nowhere'],
    ] as const) {
      const fits = KIND_OF_ROLE[role] === kindOf(known);
      expect(await asRead({ person: 'ann', organisation: claimed, roles: [role] })).toEqual(
        fits ? { person: 'ann', organisation: known, roles: [role] } : { kind: 'forbidden', type: 'WrongOrganisation' },
      );
    }
  });
});

test('one role of another kind makes the whole token unfit', async () => {
  expect(await asRead({ person: 'ann', organisation: CITY, roles: ['proposer.officer', 'finance.checker'] })).toEqual({
    kind: 'forbidden',
    type: 'WrongOrganisation',
  });
});

test('the role of the system cannot come from outside, and a token with no other role is none', async () => {
  expect(await asRead({ person: 'ann', organisation: CITY, roles: ['system.workflow', 'proposer.officer'] })).toMatchObject({
    roles: ['proposer.officer'],
  });
  expect(await asRead({ person: 'ann', organisation: 'junkan', roles: ['system.workflow'] })).toEqual({
    kind: 'unauthenticated',
    type: 'TokenIsNotValid',
  });
});

const HOUR_S = 3_600;
const lasting = async (from: number, to: number): Promise<string> => {
  const now = Math.floor(Date.now() / 1_000);
  const claims = new SignJWT({ org: CITY, roles: ['proposer.officer'] }).setProtectedHeader({ alg: 'ES256' }).setSubject('ann');
  const issued = claims
    .setIssuer('junkan:local')
    .setAudience('junkan')
    .setIssuedAt(now + from)
    .setExpirationTime(now + to);
  return `Bearer ${await issued.sign(privateKey)}`;
};

test('a token is taken for so long and no longer, whenever it ends by itself', async () => {
  expect(await made.holderOf(await lasting(-HOUR_S / 2, 10 * HOUR_S))).toMatchObject({ actor: { person: 'ann' } });
  const until = (await made.holderOf(await lasting(-HOUR_S / 2, 10 * HOUR_S))).until - Date.now();
  expect(until / 1_000 / HOUR_S).toBeCloseTo(0.5, 1);
  await expect(made.holderOf(await lasting(-2 * HOUR_S, HOUR_S))).rejects.toThrow('TokenIsNotValid');
});

test('a token holds the name of its person: on one line, of characters that can be seen, and of limited length', async () => {
  const nameIn = async (name: string | undefined) => {
    const token = await made.issue?.({ person: 'ann', organisation: CITY, roles: ['proposer.officer'], name });
    return (await made.holderOf(`Bearer ${token}`)).name;
  };
  expect(await nameIn(undefined)).toBe('');
  expect(await nameIn(' Đào Minh Châu ')).toBe('Đào Minh Châu');
  expect(await nameIn('two\nlines')).toBe('');
  expect(await nameIn('hid\u200bden')).toBe('');
  expect(await nameIn('😀'.repeat(300))).toBe('😀'.repeat(200));
});

test('a token that says it is meant for something else than access is none', async () => {
  const signed = (typ: string | undefined) =>
    new SignJWT({ org: CITY, roles: ['proposer.officer'] })
      .setProtectedHeader({ alg: 'ES256', ...(typ === undefined ? {} : { typ }) })
      .setIssuer('junkan:local')
      .setAudience('junkan')
      .setSubject('ann')
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(privateKey);
  for (const typ of ['at+jwt', 'application/at+jwt', 'JWT', undefined])
    expect((await made.holderOf(`Bearer ${await signed(typ)}`)).actor.person).toBe('ann');
  for (const typ of ['logout+jwt', 'id+jwt', 'dpop+jwt'])
    await expect(made.holderOf(`Bearer ${await signed(typ)}`)).rejects.toThrow('TokenIsNotValid');
});
