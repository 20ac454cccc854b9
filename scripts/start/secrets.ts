import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Secrets = { readonly internalKey: string; readonly issuerKey: string };

/** Secrets for one installation: the key that its parts know each other by, and the private key (JWK) of its own issuer. */
export function newSecrets(): Secrets {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { internalKey: newKey(), issuerKey: JSON.stringify(privateKey.export({ format: 'jwk' })) };
}

export const newKey = (): string => randomBytes(32).toString('base64url');

/** The installation's own secrets: made at the first start, kept beside the data, readable by their owner only. */
export function secretsOf(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made = newSecrets();
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}
