import { randomBytes } from 'node:crypto';
import { settingFaults } from '@junkan/kit/config.ts';
import { expect, test } from 'vitest';
import { type Settings, settings, unusual } from './config.ts';

const SIGN_IN = {
  JUNKAN_JWKS_URL: 'https://login.example/keys',
  JUNKAN_TOKEN_ISSUER: 'https://login.example/',
  JUNKAN_OIDC_ISSUER: 'https://login.example/',
  JUNKAN_OIDC_CLIENT_SECRET: randomBytes(24).toString('hex'),
  JUNKAN_HOME: 'https://junkan.example',
  JUNKAN_SESSION_KEY: randomBytes(32).toString('base64url'),
};
const faultsOf = (more: object): string =>
  settingFaults(settings, { ...SIGN_IN, ...more })
    .filter((fault) => fault.includes('JUNKAN_OIDC'))
    .join('\n');

test('what tells the client of browsers who signed in passes as no access token: the two have different names', () => {
  expect(faultsOf({})).toBe('');
  expect(faultsOf({ JUNKAN_OIDC_CLIENT_ID: 'junkan', JUNKAN_TOKEN_AUDIENCE: 'junkan' })).toContain(
    'must be another name than JUNKAN_TOKEN_AUDIENCE',
  );
  expect(faultsOf({ JUNKAN_OIDC_CLIENT_ID: 'city', JUNKAN_TOKEN_AUDIENCE: 'city' })).toContain(
    'must be another name than JUNKAN_TOKEN_AUDIENCE',
  );
});

test('outside of a trial one issuer is believed', () => {
  const other = { JUNKAN_OIDC_ISSUER: 'https://other.example/' };
  expect(faultsOf(other)).toContain('must be JUNKAN_TOKEN_ISSUER');
  expect(faultsOf({ ...other, JUNKAN_TRIAL: 'true' })).toBe('');
});

test('what is allowed outside of a trial and rarely meant is said', () => {
  const given = { JUNKAN_TRIAL: false, JUNKAN_MAX_TOKEN_AGE_MINUTES: 1_440 } as Settings;
  expect(unusual(given)).toEqual([]);
  expect(unusual({ ...given, JUNKAN_RATE_PER_SECOND: 0, JUNKAN_MAX_TOKEN_AGE_MINUTES: 525_600 }).map((said) => said.split(' ')[0])).toEqual(
    ['JUNKAN_RATE_PER_SECOND', 'JUNKAN_MAX_TOKEN_AGE_MINUTES'],
  );
  expect(unusual({ ...given, JUNKAN_TRIAL: true, JUNKAN_RATE_PER_SECOND: 0 })).toEqual([]);
});
