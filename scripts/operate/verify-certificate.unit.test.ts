import { generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toldOf, verdictOf } from './verify-certificate.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
const keys = [{ kid: 'k1', n, e }];
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function signed(says: object, header: object = { alg: 'RS256', kid: 'k1', typ: 'JWT' }): string {
  const text = `${part(header)}.${part(says)}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

const LIST = 'https://junkan.example/v1/public/certificate-status/1';
const says = {
  name: 'Measure it',
  validFrom: '2027-04-02T09:00:00.000Z',
  validUntil: '2030-04-02T23:59:59.999Z',
  credentialStatus: { statusListCredential: LIST, statusListIndex: '4711' },
};
const certificate = signed(says);
const now = '2027-05-01T00:00:00.000Z';
function listWith(...places: readonly number[]): string {
  const bits = new Uint8Array(16_384);
  for (const place of places) bits[place >> 3] = 0x80 >> (place & 7);
  const encodedList = `u${gzipSync(bits).toString('base64url')}`;
  return signed({ id: LIST, validFrom: '2027-04-30T00:00:00.000Z', credentialSubject: { encodedList } });
}
const wordOf = (jws: string, given: Partial<Parameters<typeof verdictOf>[1]> = {}) => verdictOf(jws, { keys, now, ...given }).word;

test('a certificate that a key of the issuer has signed is good, and says until when and as of which list', () => {
  expect(toldOf(verdictOf(certificate, { keys, now, status: listWith(4712) }))).toBe(
    'good: Measure it, issued on 2027-04-02, valid until 2030-04-02; as of the list of 2027-04-30',
  );
  expect(toldOf(verdictOf(certificate, { keys, now }))).toContain('not known');
});

test('one that says something else, or takes another algorithm or none, is forged', () => {
  const [head, , signature] = certificate.split('.');
  expect(wordOf(`${head}.${part({ ...says, name: 'Another training' })}.${signature}`)).toBe('forged');
  expect(wordOf(`${part({ alg: 'none', kid: 'k1' })}.${part(says)}.`)).toBe('forged');
  expect(wordOf(signed(says, { alg: 'HS256', kid: 'k1' }))).toBe('forged');
  expect(wordOf('nonsense')).toBe('forged');
  expect(wordOf(signed(says, { alg: 'RS256', kid: 'k2' }))).toBe('another-key');
});

test('one that is revoked in a list that its issuer has signed is revoked, by no other list', () => {
  const status = listWith(4711);
  expect(toldOf(verdictOf(certificate, { keys, now, status }))).toBe('revoked: Measure it; as of the list of 2027-04-30');
  const [head, body] = status.split('.');
  expect(verdictOf(certificate, { keys, now, status: `${head}.${body}.AAAA` })).toMatchObject({ word: 'good', asOf: '' });
});

test('one is not valid before it is issued and after its last day', () => {
  expect(wordOf(certificate, { now: '2027-04-01T00:00:00.000Z' })).toBe('not-yet');
  expect(toldOf(verdictOf(certificate, { keys, now: '2030-05-01T00:00:00.000Z' }))).toContain('expired on 2030-04-02');
});

test('what a key has signed stands until it was lost, and not from then on', () => {
  expect(wordOf(certificate, { keys: [{ kid: 'k1', n, e, lost: '2027-04-03T00:00:00.000Z' }] })).toBe('good');
  expect(wordOf(certificate, { keys: [{ kid: 'k1', n, e, lost: '2027-04-02T09:00:00.000Z' }] })).toBe('forged');
});
