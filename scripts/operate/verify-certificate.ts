import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Command } from 'commander';
import { jwsOf, type PublicKey, type Says } from './jws.ts';

// A certificate is checked by itself: without the installation that issued it, and without a network.

type KeyOfTime = PublicKey & { readonly lost?: string };
type Given = { readonly keys: readonly KeyOfTime[]; readonly status?: string | undefined; readonly now: string };
export type Verdict = {
  readonly word: 'good' | 'forged' | 'another-key' | 'not-yet' | 'revoked' | 'expired';
  readonly says?: Says | undefined;
  /** Of which day the list is that says whether it is revoked; empty = none was given. */
  readonly asOf: string;
};

const MOST_BYTES = 1 << 20;
const textIn = (says: Says, name: string): string => (typeof says[name] === 'string' ? says[name] : '');

/** Whether a certificate is good, by these keys and by the newest status list that one has. */
export function verdictOf(certificate: string, { keys, status, now }: Given): Verdict {
  const read = jwsOf(certificate, keys);
  const key = keys.find(({ kid }) => kid === read?.key);
  if (!read || !key) return { word: read ? 'another-key' : 'forged', asOf: '' };
  const from = textIn(read.says, 'validFrom');
  // What a key has signed that others may have is not believed from then on.
  if (!read.isProven || (key.lost && from >= key.lost)) return { word: 'forged', asOf: '' };
  const { says } = read;
  const listed = statusIn(says, keys, status);
  if (from > now) return { word: 'not-yet', says, asOf: listed.asOf };
  if (listed.isRevoked) return { word: 'revoked', says, asOf: listed.asOf };
  const until = textIn(says, 'validUntil');
  return { word: until !== '' && until < now ? 'expired' : 'good', says, asOf: listed.asOf };
}

function statusIn(says: Says, keys: readonly PublicKey[], status: string | undefined): { isRevoked: boolean; asOf: string } {
  const { statusListCredential, statusListIndex } = (says['credentialStatus'] ?? {}) as Readonly<Record<string, string>>;
  const list = status === undefined ? undefined : jwsOf(status, keys);
  if (!list?.isProven || textIn(list.says, 'id') !== statusListCredential) return { isRevoked: false, asOf: '' };
  const { encodedList = '' } = (list.says['credentialSubject'] ?? {}) as Readonly<Record<string, string>>;
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: MOST_BYTES });
  const at = Number(statusListIndex);
  return { isRevoked: ((bits[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0, asOf: textIn(list.says, 'validFrom').slice(0, 10) };
}

/** In words, for who has asked. */
export function toldOf({ word, says = {}, asOf }: Verdict): string {
  const list = asOf === '' ? 'whether it is revoked is not known: no status list was given' : `as of the list of ${asOf}`;
  const until = textIn(says, 'validUntil').slice(0, 10);
  switch (word) {
    case 'good':
      return `good: ${textIn(says, 'name')}, issued on ${textIn(says, 'validFrom').slice(0, 10)}${until ? `, valid until ${until}` : ''}; ${list}`;
    case 'revoked':
      return `revoked: ${textIn(says, 'name')}; ${list}`;
    case 'expired':
      return `expired on ${until}: ${textIn(says, 'name')}; ${list}`;
    case 'not-yet':
      return `not valid before ${textIn(says, 'validFrom').slice(0, 10)}`;
    case 'another-key':
      return 'signed by a key that is not among these: fetch the newest keys of the issuer';
    case 'forged':
      return 'forged: no key of the issuer has signed this, or the key was lost before';
  }
}

const read = (file: string): string => readFileSync(file, 'utf8');

/** Says of a certificate whether it is good, and fails where it is not. */
export const verifyCertificateCommand = (now: () => Date = () => new Date()): Command =>
  new Command('verify-certificate')
    .description('say whether a certificate is good, from files alone: neither the installation nor a network is asked')
    .argument('<file>', 'the certificate, as its holder has it (a compact JWS)')
    .option(
      '--keys <file>',
      'the public keys of the issuer, from /v1/public/certificate-keys; without it, certificate-keys.json beside the certificate',
    )
    .option(
      '--status <file>',
      'the newest status list, from /v1/public/certificate-status/1; without it, certificate-status.jwt beside the certificate',
    )
    .action((file: string, { keys, status }: { keys?: string; status?: string }) => {
      const beside = join(dirname(file), 'certificate-status.jwt');
      const list = status ?? (existsSync(beside) ? beside : undefined);
      const known = JSON.parse(read(keys ?? join(dirname(file), 'certificate-keys.json'))) as { keys: readonly KeyOfTime[] };
      const given = { keys: known.keys, ...(list === undefined ? {} : { status: read(list) }), now: now().toISOString() };
      const verdict = verdictOf(read(file), given);
      process.stdout.write(`${toldOf(verdict)}\n`);
      if (verdict.word !== 'good') process.exitCode = 1;
    });
