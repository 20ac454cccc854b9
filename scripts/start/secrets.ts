import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeySettings, newKeys } from '@junkan/kit/keys.ts';
import { PROGRAMS, type Program } from '@junkan/proto/callers.ts';

/** The key pairs that the programs of one installation know each other by, and the private key (JWK) of its own issuer. */
export type Secrets = { readonly keys: Readonly<Record<Program, KeySettings>>; readonly issuerKey: string };

export const newIssuerKey = (): string =>
  JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }));

export const newPassword = (): string => randomBytes(32).toString('base64url');

/** The installation's own secrets: made at the first start, kept beside the data, readable by their owner only. */
export function secretsOf(dataDir: string): Secrets {
  const { folder, file } = placesIn(dataDir);
  const kept = keptIn(file);
  if (kept) return kept;
  const made: Secrets = { keys: newKeys(PROGRAMS), issuerKey: newIssuerKey() };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** What whoever looks at an installation from outside knows its programs by, where it keeps secrets in this folder. */
export const publicKeysOf = (dataDir: string): Partial<Pick<KeySettings, 'JUNKAN_INTERNAL_PUBLIC_KEYS'>> => {
  const kept = keptIn(placesIn(dataDir).file);
  return kept ? { JUNKAN_INTERNAL_PUBLIC_KEYS: kept.keys.gateway.JUNKAN_INTERNAL_PUBLIC_KEYS } : {};
};

const placesIn = (dataDir: string) => ({ folder: join(dataDir, 'secrets'), file: join(dataDir, 'secrets', 'programs.json') });

function keptIn(file: string): Secrets | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}
