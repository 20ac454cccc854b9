import { deepStrictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { credentialOf, statusListOf } from '@junkan/programme/learning/api/credential.ts';
import { signingWith } from '@junkan/programme/learning/api/signing.ts';
import { verdictOf } from '@junkan/scripts/operate/verify-certificate.ts';

// Certificates are read by a program of others: good, forged, expired and revoked ones, of which it says the same as ours.

const HOME = 'https://junkan.example';
const EACH = 5;
const WORDS = ['good', 'forged', 'expired', 'revoked'] as const;
type Word = (typeof WORDS)[number];

const TEXT = {
  training: 'trn_01jtrial000000000000000001',
  session: 'ses_01jtrial000000000000000001',
  course: 'TR-04',
  title: 'Measure it: boundary, method, baseline',
  description: 'How a city bounds, measures and reports what flows.',
  language: 'en',
  mode: 'online',
  dimensions: ['data'],
  fromLevel: 1,
  toLevel: 3,
  hours: 18,
  attended: 17,
  exercise: 'Exercise passed',
  attendancePercent: 80,
  firstDay: '2025-03-29',
  lastDay: '2025-04-01',
  validMonths: 36,
} as const;

/** Says in another payload what the signature is of. */
function forged(jws: string): string {
  const [head, body = '', signature] = jws.split('.');
  const says = JSON.parse(Buffer.from(body, 'base64url').toString());
  return [head, Buffer.from(JSON.stringify({ ...says, name: 'Another training' })).toString('base64url'), signature].join('.');
}

async function written(): Promise<{
  certificates: { word: Word; jws: string }[];
  status: string;
  keys: { kid: string; n: string; e: string }[];
}> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const { key: kid, n, e, sign } = await signingWith(JSON.stringify(privateKey.export({ format: 'jwk' })));
  const certificates: { word: Word; jws: string }[] = [];
  for (const [at, word] of WORDS.flatMap((each) => Array<Word>(EACH).fill(each)).entries()) {
    const place = 4_711 + at;
    const validUntil = word === 'expired' ? '2025-12-31T23:59:59.999Z' : '2125-12-31T23:59:59.999Z';
    const said = {
      holder: `person-${at}`,
      salt: 'c2FsdA',
      code: '7K3M-9QX2-TVBS',
      list: 1,
      place,
      at: '2025-04-02T09:00:00.000Z',
      validUntil,
    };
    const jws = await sign(credentialOf({ text: TEXT as never, home: HOME, ...said }));
    certificates.push({ word, jws: word === 'forged' ? forged(jws) : jws });
  }
  const marked = certificates.flatMap(({ word }, at) => (word === 'revoked' ? [4_711 + at] : []));
  return {
    certificates,
    status: await sign(statusListOf(1, marked, { at: '2025-06-01T00:00:00.000Z', home: HOME })),
    keys: [{ kid, n, e }],
  };
}

export async function readBadgesByOthers(python: string): Promise<void> {
  const { certificates, status, keys } = await written();
  const now = new Date().toISOString();
  const words = certificates.map(({ word }) => word);
  deepStrictEqual(
    certificates.map(({ jws }) => verdictOf(jws, { keys, status, now }).word),
    words,
  );
  const folder = mkdtempSync(join(tmpdir(), 'junkan-'));
  try {
    const file = join(folder, 'badges.json');
    const [{ n, e } = { n: '', e: '' }] = keys;
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    writeFileSync(file, JSON.stringify({ key, status, certificates: certificates.map(({ jws }) => jws) }));
    const read = spawnSync(python, [fileURLToPath(new URL('read_badges.py', import.meta.url)), file], { encoding: 'utf8' });
    if (read.status !== 0) throw new Error(read.stderr);
    deepStrictEqual(JSON.parse(read.stdout), words);
    console.log(`openbadgeslib says of ${words.length} certificates what they are: ${WORDS.map((word) => `${EACH} ${word}`).join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
