import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addressSettings, engineSettings, readConfig, serviceSettings, settingsOf, telemetrySettings, viewSettings } from './config.ts';
import { mongoSettings, natsSettings, temporalSettings } from './engine-settings.ts';
import { keysOf, newKeys } from './keys.ts';
import { streamReplicasOf } from './setting-rules.ts';

const schema = settingsOf(serviceSettings);
const right = {
  JUNKAN_MONGO_URL: 'mongodb://127.0.0.1:27017',
  JUNKAN_NATS_URL: 'nats://127.0.0.1:4222',
  ...newKeys(['matching', 'gateway']).matching,
};
const PEM = '-----BEGIN CERTIFICATE-----';

test('what may be left out has its usual value', () => {
  const usual = {
    JUNKAN_LISTEN: '127.0.0.1:0',
    JUNKAN_NAMESPACE: 'junkan',
    JUNKAN_PROTECTED_NETWORK: false,
    JUNKAN_TRIAL: false,
    JUNKAN_TRIAL_BEHIND_DAYS: 0,
  };
  expect(readConfig(schema, right)).toEqual({ ...right, ...usual, ...readConfig(z.object(telemetrySettings), {}) });
});

test('a trial is one only where it is said in so many words', () => {
  expect(readConfig(schema, { ...right, JUNKAN_TRIAL: 'true' }).JUNKAN_TRIAL).toBe(true);
  expect(readConfig(schema, { ...right, JUNKAN_TRIAL: 'false' }).JUNKAN_TRIAL).toBe(false);
  expect(() => readConfig(schema, { ...right, JUNKAN_TRIAL: 'perhaps' })).toThrow('JUNKAN_TRIAL');
});

test('telemetry is off where nobody asks for it, and stays on this machine where nobody says otherwise', () => {
  expect(readConfig(z.object(telemetrySettings), {})).toEqual({
    JUNKAN_TELEMETRY: false,
    JUNKAN_METRICS_LISTEN: '127.0.0.1:9464',
    JUNKAN_TRACES_KEPT: 1,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
  });
  expect(readConfig(schema, { ...right, JUNKAN_TELEMETRY: 'on' }).JUNKAN_TELEMETRY).toBe(true);
  const wrong = {
    JUNKAN_TELEMETRY: 'maybe',
    JUNKAN_METRICS_LISTEN: '9464',
    JUNKAN_TRACES_KEPT: '7',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
  };
  for (const [name, value] of Object.entries(wrong)) expect(() => readConfig(schema, { ...right, [name]: value })).toThrow(name);
});

test('all that is wrong is said at once, by name, and no value is repeated', () => {
  const wrong = {
    JUNKAN_MONGO_URL: 'http://mongo',
    JUNKAN_INTERNAL_KEY: 'a short secret',
    JUNKAN_LISTEN: 'nowhere',
    JUNKAN_NAMESPACE: 'With Spaces',
  };
  const refusal = () => readConfig(schema, wrong);
  for (const name of [...Object.keys(wrong), 'JUNKAN_NATS_URL']) expect(refusal).toThrow(name);
  expect(refusal).toThrow(/^these settings are wrong:(\n {2}JUNKAN_\w+: .+){8}$/);
  expect(refusal).not.toThrow('a short secret');
});

describe('a setting may be given as a file that holds it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'junkan-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const key = join(folder, 'key');
  writeFileSync(key, `${right.JUNKAN_INTERNAL_KEY}\n`);
  const { JUNKAN_INTERNAL_KEY, ...others } = right;

  test('by its name with _FILE behind', () => {
    expect(readConfig(schema, { ...others, JUNKAN_INTERNAL_KEY_FILE: key })).toEqual(readConfig(schema, right));
  });

  test('and not both ways; a file that cannot be read is named with all else that is wrong', () => {
    expect(() => readConfig(schema, { ...right, JUNKAN_INTERNAL_KEY_FILE: key })).toThrow(
      'JUNKAN_INTERNAL_KEY_FILE: cannot be combined with JUNKAN_INTERNAL_KEY',
    );
    const missing = { ...others, JUNKAN_NATS_URL: 'nowhere', JUNKAN_INTERNAL_KEY_FILE: join(folder, 'none') };
    expect(() => readConfig(schema, missing)).toThrow('JUNKAN_INTERNAL_KEY_FILE: cannot be read (ENOENT)');
    expect(() => readConfig(schema, missing)).toThrow('JUNKAN_NATS_URL');
  });
});

describe('outside of a trial', () => {
  const refused = (more: Record<string, string>, shape: z.ZodRawShape = {}) =>
    expect(() => readConfig(settingsOf({ ...serviceSettings, ...shape }), { ...right, ...more }));
  const gateway = { JUNKAN_ISSUER_KEY: z.string().optional(), JUNKAN_JWKS_URL: z.url().optional() };

  test.each([
    'k'.repeat(43),
    'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq',
    '1234567890123456789012345678901234567890123',
    'change-me-change-me-change-me-change-me-cha',
    'an_example_of_a_key_that_is_long_enough_for',
  ])('a key that was not generated randomly is refused: %s', (d) => {
    const JUNKAN_INTERNAL_KEY = JSON.stringify({ ...JSON.parse(right.JUNKAN_INTERNAL_KEY), d });
    refused({ JUNKAN_INTERNAL_KEY }).toThrow('JUNKAN_INTERNAL_KEY: looks like a placeholder');
    refused({ JUNKAN_INTERNAL_KEY, JUNKAN_TRIAL: 'true' }).not.toThrow();
  });

  test('an issuer of its own is refused, and keys of another that come in the open', () => {
    refused({ JUNKAN_ISSUER_KEY: '{}' }, gateway).toThrow('JUNKAN_ISSUER_KEY: can sign a token for anyone');
    refused({ JUNKAN_ISSUER_KEY: '{}', JUNKAN_TRIAL: 'true' }, gateway).not.toThrow();
    refused({ JUNKAN_JWKS_URL: 'http://login.city.example/keys' }, gateway).toThrow('JUNKAN_JWKS_URL: must be https');
    refused({ JUNKAN_JWKS_URL: 'http://127.0.0.1:8080/keys' }, gateway).not.toThrow();
  });

  test('event streams are kept three times, and once only where a single node was asked for', () => {
    refused({ JUNKAN_STREAM_REPLICAS: '1' }).toThrow('JUNKAN_STREAM_REPLICAS: must be 3 or 5');
    refused({ JUNKAN_STREAM_REPLICAS: '2' }).toThrow('JUNKAN_STREAM_REPLICAS');
    const replicas = (more: Record<string, string>) => streamReplicasOf(readConfig(schema, { ...right, ...more }));
    expect(replicas({})).toBe(3);
    expect(replicas({ JUNKAN_STREAM_REPLICAS: '5' })).toBe(5);
    expect(replicas({ JUNKAN_DURABILITY: 'single-node' })).toBe(1);
    expect(replicas({ JUNKAN_TRIAL: 'true' })).toBe(1);
    expect(replicas({ JUNKAN_TRIAL: 'true', JUNKAN_DURABILITY: 'replicated' })).toBe(3);
  });

  const engines = { ...mongoSettings, ...natsSettings, ...temporalSettings };
  const here = { JUNKAN_TEMPORAL_ADDRESS: 'localhost:7233' };
  const MONGO = 'mongodb://one.example:27017,127.0.0.1:27017/?replicaSet=rs0';
  const named = { JUNKAN_MONGO_USERNAME: 'u', JUNKAN_MONGO_PASSWORD: 'p' };
  /** Broken rules, by the setting under which each is reported. */
  const faultsOf = (more: Record<string, string>) => {
    const read = settingsOf({ ...serviceSettings, ...engines, JUNKAN_MATCHING: addressSettings('gateway').JUNKAN_MATCHING.optional() });
    try {
      readConfig(read, { ...right, ...here, ...more });
      return [];
    } catch (error) {
      return [...String(error).matchAll(/ {2}(JUNKAN_\w+):/g)].map(([, name]) => name);
    }
  };

  test.each<[string, Record<string, string>, string[]]>([
    ['MongoDB in the open, by anybody', { JUNKAN_MONGO_URL: MONGO }, ['JUNKAN_MONGO_URL', 'JUNKAN_MONGO_USERNAME']],
    ['MongoDB with TLS, by anybody', { JUNKAN_MONGO_URL: `${MONGO}&tls=true` }, ['JUNKAN_MONGO_USERNAME']],
    ['MongoDB in the open, by name', { JUNKAN_MONGO_URL: MONGO, ...named }, ['JUNKAN_MONGO_URL']],
    ['MongoDB whose TLS is switched off', { JUNKAN_MONGO_URL: `${MONGO}&tls=false`, JUNKAN_MONGO_CA: PEM, ...named }, ['JUNKAN_MONGO_URL']],
    ['Atlas without TLS', { JUNKAN_MONGO_URL: 'mongodb+srv://a.example/?ssl=false', ...named }, ['JUNKAN_MONGO_URL']],
    [
      'certificates that nobody checks',
      { JUNKAN_MONGO_URL: `${MONGO}&tls=true&tlsAllowInvalidCertificates=true`, ...named },
      ['JUNKAN_MONGO_URL'],
    ],
    [
      'certificates of another host',
      { JUNKAN_MONGO_URL: `${MONGO}&tls=true&tlsAllowInvalidHostnames=TRUE`, ...named },
      ['JUNKAN_MONGO_URL'],
    ],
    ['TLS that proves nothing, even here', { JUNKAN_MONGO_URL: 'mongodb://127.0.0.1/?tlsInsecure=true' }, ['JUNKAN_MONGO_URL']],
    ['NATS in the open, by anybody', { JUNKAN_NATS_URL: 'nats://n.example:4222' }, ['JUNKAN_NATS_URL', 'JUNKAN_NATS_CREDENTIALS']],
    [
      'a password for NATS in the open',
      { JUNKAN_NATS_URL: 'nats://127.0.0.1:4222,nats://n.example:4222', JUNKAN_NATS_USERNAME: 'u', JUNKAN_NATS_PASSWORD: 'p' },
      ['JUNKAN_NATS_URL'],
    ],
    [
      'NATS of which one server is in the open',
      { JUNKAN_NATS_URL: 'tls://a.example:4222,nats://b.example:4222', JUNKAN_NATS_USERNAME: 'u', JUNKAN_NATS_PASSWORD: 'p' },
      ['JUNKAN_NATS_URL'],
    ],
    ['NATS with TLS, by anybody', { JUNKAN_NATS_URL: 'tls://n.example:4222' }, ['JUNKAN_NATS_CREDENTIALS']],
    ['Temporal in the open', { JUNKAN_TEMPORAL_ADDRESS: 't.example:7233' }, ['JUNKAN_TEMPORAL_TLS', 'JUNKAN_TEMPORAL_API_KEY']],
    ['Temporal by anybody', { JUNKAN_TEMPORAL_ADDRESS: 't.example:7233', JUNKAN_TEMPORAL_TLS: 'true' }, ['JUNKAN_TEMPORAL_API_KEY']],
    ['a part that others reach in the clear', { JUNKAN_LISTEN: '0.0.0.0:7000' }, ['JUNKAN_PROTECTED_NETWORK']],
    ['a part that calls others in the clear', { JUNKAN_MATCHING: '127.0.0.1:1,matching:7000' }, ['JUNKAN_PROTECTED_NETWORK']],
  ])('is refused: %s', (_, more, faults) => {
    expect(faultsOf(more)).toEqual(faults);
    expect(faultsOf({ ...more, JUNKAN_TRIAL: 'true' })).toEqual([]);
  });

  test.each<[string, Record<string, string>]>([
    ['all of it on this host', { JUNKAN_LISTEN: '127.1.2.3:0', JUNKAN_MATCHING: 'localhost:1' }],
    ['MongoDB with TLS and a name', { JUNKAN_MONGO_URL: `${MONGO}&tls=true`, ...named }],
    ['MongoDB with a name in the URL, by an authority', { JUNKAN_MONGO_URL: MONGO.replace('//', '//u:p@'), JUNKAN_MONGO_CA: PEM }],
    [
      'MongoDB by certificate',
      { JUNKAN_MONGO_URL: `${MONGO}&authMechanism=MONGODB-X509`, JUNKAN_MONGO_CERTIFICATE: PEM, JUNKAN_MONGO_KEY: PEM },
    ],
    ['Atlas', { JUNKAN_MONGO_URL: 'mongodb+srv://a.example', ...named }],
    ['NATS with TLS and credentials', { JUNKAN_NATS_URL: 'tls://n.example:4222', JUNKAN_NATS_CREDENTIALS: 'c' }],
    ['Temporal with an API key', { JUNKAN_TEMPORAL_ADDRESS: 't.example:7233', JUNKAN_TEMPORAL_API_KEY: 'k' }],
    ['a network that is said to be protected', { JUNKAN_LISTEN: '0.0.0.0:7000', JUNKAN_PROTECTED_NETWORK: 'true' }],
  ])('is taken: %s', (_, more) => {
    expect(faultsOf(more)).toEqual([]);
  });

  test('the issuer of trials vouches for nobody', () => {
    const gateway = { JUNKAN_TOKEN_ISSUER: z.string().default('junkan:local') };
    refused({}, gateway).toThrow('JUNKAN_TOKEN_ISSUER: must be your identity provider');
    refused({ JUNKAN_TOKEN_ISSUER: 'https://login.example' }, gateway).not.toThrow();
  });

  test('what is forbidden is reported together with what is wrong', () => {
    const wrong = { JUNKAN_MONGO_URL: 'http://mongo', JUNKAN_INTERNAL_KEY: 'x'.repeat(43), JUNKAN_ISSUER_KEY: '{}' };
    for (const name of Object.keys(wrong)) refused(wrong, gateway).toThrow(name);
  });
});

describe('engines elsewhere', () => {
  const addresses = { ...right, JUNKAN_TEMPORAL_ADDRESS: 'temporal.internal:7233', JUNKAN_TRIAL: 'true' };
  const read = (more: Record<string, string>) => readConfig(settingsOf(engineSettings), { ...addresses, ...more });

  test('are several servers of a cluster, and may be encrypted', () => {
    expect(read({ JUNKAN_NATS_URL: 'tls://a:4222, tls://b:4222' }).JUNKAN_NATS_URL).toBe('tls://a:4222, tls://b:4222');
    for (const JUNKAN_NATS_URL of ['a:4222', 'nats://a:4222,b', 'nats://user:word@a:4222', ''])
      expect(() => read({ JUNKAN_NATS_URL })).toThrow('JUNKAN_NATS_URL');
    expect(read({ JUNKAN_MONGO_URL: 'mongodb+srv://cluster.example' }).JUNKAN_MONGO_URL).toContain('srv');
    const set = 'mongodb://one.example:27017,two.example:27017,three.example:27017/?replicaSet=rs0&tls=true';
    expect(read({ JUNKAN_MONGO_URL: set }).JUNKAN_MONGO_URL).toBe(set);
    for (const wrong of ['mongodb://', 'mongodb://one,,two', 'mongodb+srv://one,two', 'mongo://one', 'mongodb://one two'])
      expect(() => read({ JUNKAN_MONGO_URL: wrong })).toThrow('JUNKAN_MONGO_URL: mongodb://host:port');
  });

  test.each([
    ['JUNKAN_MONGO_USERNAME', 'JUNKAN_MONGO_PASSWORD'],
    ['JUNKAN_NATS_USERNAME', 'JUNKAN_NATS_PASSWORD'],
    ['JUNKAN_MONGO_CERTIFICATE', 'JUNKAN_MONGO_KEY'],
    ['JUNKAN_NATS_CERTIFICATE', 'JUNKAN_NATS_KEY'],
    ['JUNKAN_TEMPORAL_CERTIFICATE', 'JUNKAN_TEMPORAL_KEY'],
  ])('want %s and %s together', (one, other) => {
    expect(() => read({ [one]: PEM })).toThrow(`${other}: is required if ${one} is set`);
    expect(() => read({ [other]: PEM })).toThrow(`${one}: is required if ${other} is set`);
    expect(() => read({ [one]: PEM, [other]: PEM })).not.toThrow();
  });

  test('take one kind of credentials, and certificates as PEM text', () => {
    const names = { JUNKAN_NATS_USERNAME: 'junkan', JUNKAN_NATS_PASSWORD: 'p' };
    expect(() => read({ ...names, JUNKAN_NATS_CREDENTIALS: 'c' })).toThrow('JUNKAN_NATS_CREDENTIALS: cannot be combined');
    expect(() => read({ JUNKAN_NATS_CA: '/etc/ca.pem' })).toThrow('JUNKAN_NATS_CA: must be PEM text');
  });
});

test('another part is at one address, or at those of its replicas', () => {
  const { JUNKAN_MATCHING: address } = addressSettings('gateway');
  for (const right of ['matching:7000', '127.0.0.1:7000', '127.0.0.1:7000,127.0.0.1:7001']) expect(address.parse(right)).toBe(right);
  for (const wrong of ['', 'matching', '127.0.0.1:7000,', ':7000']) expect(address.safeParse(wrong).success).toBe(false);
});

test('a program that keeps views takes the place of their files from its settings, and does not guess it', () => {
  expect(readConfig(settingsOf(viewSettings), { JUNKAN_VIEWS: '/var/lib/junkan/views' })).toEqual({
    JUNKAN_VIEWS: '/var/lib/junkan/views',
  });
  expect(() => readConfig(settingsOf(viewSettings), {})).toThrow('JUNKAN_VIEWS');
});

describe('the key of a program', () => {
  const keys = newKeys(['matching', 'gateway']);

  test('is taken with the public keys of all, its own among them', () => {
    const { own, publicKey } = keysOf('matching', keys.matching);
    expect(own.id).toBe('matching');
    expect([publicKey('gateway'), publicKey('elsewhere')]).toEqual([expect.anything(), undefined]);
  });

  test('of another program, or one that the others do not know, ends the start with the reason', () => {
    expect(() => keysOf('gateway', keys.matching)).toThrow('JUNKAN_INTERNAL_KEY: is the key of matching, and this is gateway');
    const { JUNKAN_INTERNAL_PUBLIC_KEYS } = newKeys(['matching', 'gateway']).matching;
    expect(() => keysOf('matching', { ...keys.matching, JUNKAN_INTERNAL_PUBLIC_KEYS })).toThrow(
      'JUNKAN_INTERNAL_PUBLIC_KEYS: does not hold the public key of matching',
    );
  });

  test('that is missing, or no key, is reported by name with where to get one', () => {
    const { JUNKAN_INTERNAL_KEY: _none, ...without } = right;
    expect(() => readConfig(schema, without)).toThrow('JUNKAN_INTERNAL_KEY');
    for (const wrong of ['a shared key of at least 32 characters', '{}', right.JUNKAN_INTERNAL_PUBLIC_KEYS])
      expect(() => readConfig(schema, { ...right, JUNKAN_INTERNAL_KEY: wrong })).toThrow(/JUNKAN_INTERNAL_KEY: must be .* npm run secrets/);
    for (const wrong of ['nothing', '{"keys":[]}', right.JUNKAN_INTERNAL_KEY])
      expect(() => readConfig(schema, { ...right, JUNKAN_INTERNAL_PUBLIC_KEYS: wrong })).toThrow(
        'JUNKAN_INTERNAL_PUBLIC_KEYS: must be a JWKS',
      );
  });

  test('a second key of a program has a mark behind its name, and both are known', () => {
    const old = JSON.parse(keys.matching.JUNKAN_INTERNAL_PUBLIC_KEYS) as { keys: { kid: string }[] };
    const { JUNKAN_INTERNAL_KEY, JUNKAN_INTERNAL_PUBLIC_KEYS } = newKeys(['matching:2'])['matching:2'];
    const joined = JSON.stringify({ keys: [...old.keys, ...JSON.parse(JUNKAN_INTERNAL_PUBLIC_KEYS).keys] });
    const { own, publicKey } = keysOf('matching', { JUNKAN_INTERNAL_KEY, JUNKAN_INTERNAL_PUBLIC_KEYS: joined });
    expect(own.id).toBe('matching:2');
    expect(publicKey('matching')).toBeDefined();
  });
});
