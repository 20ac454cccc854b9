import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Secrets = { readonly internalKey: string; readonly issuerKey: string };

/** The installation's own secrets: made at the first start, kept beside the data, readable by their owner only. */
export function secretsOf(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made = { internalKey: randomBytes(32).toString('base64url'), issuerKey: JSON.stringify(privateKey.export({ format: 'jwk' })) };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}
