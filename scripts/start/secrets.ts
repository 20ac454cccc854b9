import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idsIn, type KeySettings, newKeys, publicKeysIn } from '@junkan/kit/keys.ts';
import { ACCOUNT_NAMES, type AccountName, type Passwords } from './accounts.ts';

/**
 * The key pairs by which the programs of one installation authenticate each other, and the operator's, the private keys (JWK) of its own issuer and of certificates, the passwords
 * of the embedded engines, and the secrets of browsers' sessions: the gateway's client secret at the identity provider, and the key that
 * encrypts them.
 */
export type Secrets = {
  readonly keys: Readonly<Record<AccountName, KeySettings>>;
  readonly issuerKey: string;
  readonly certificateKey: string;
  readonly passwords: Passwords;
  readonly signIn: { readonly clientSecret: string; readonly sessionKey: string };
};

/** What certificates are signed with: a private RSA key (JWK). */
export const newCertificateKey = (): string =>
  JSON.stringify(generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' }));

export const newIssuerKey = (): string =>
  JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }));

/** 32 bytes, as base64url. */
export const newSealKey = (): string => randomBytes(32).toString('base64url');
const newSignIn = (): Secrets['signIn'] => ({ clientSecret: newSealKey(), sessionKey: newSealKey() });

/** A password for each account at the engines. */
export const newPasswords = (): Passwords => Object.fromEntries(ACCOUNT_NAMES.map((name) => [name, newPassword()])) as Passwords;

/** Letters and digits alone, with a letter first: wherever it is written, it is taken as text. */
export const newPassword = (): string => `p${randomBytes(24).toString('hex')}`;

/** The installation's own secrets: generated at the first start, stored with the data, readable by their owner only. */
export function secretsOf(dataDir: string): Secrets {
  const { folder, file } = placesIn(dataDir);
  const kept = keptIn(file);
  if (kept?.signIn && kept.certificateKey && ACCOUNT_NAMES.every((name) => name in kept.keys)) return kept;
  const made = kept ? completed(kept) : newSecrets();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

const newSecrets = (publicKeys?: string): Secrets => ({
  keys: newKeys(ACCOUNT_NAMES, { own: {}, publicKeys }),
  issuerKey: newIssuerKey(),
  certificateKey: newCertificateKey(),
  passwords: newPasswords(),
  signIn: newSignIn(),
});

/**
 * An installation that goes on from what another has recorded: its own keys are new, and it knows the public keys (JWKS) of the other.
 * @throws where it has keys already that do not include these.
 */
export function makeSecretsKnowing(dataDir: string, publicKeys: string): void {
  const { folder, file } = placesIn(dataDir);
  const kept = keptIn(file);
  if (kept) {
    const known = publicKeysIn(kept.keys.gateway.JUNKAN_INTERNAL_PUBLIC_KEYS);
    const given = publicKeysIn(publicKeys);
    const isKnown = idsIn(publicKeys).every((id) => given(id)?.equals(known(id) as KeyObject));
    if (isKnown) return;
    throw new Error(`${dataDir} has keys of its own: restore into a data folder that is new`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(newSecrets(publicKeys)), { mode: 0o600 });
}

/** What an earlier version made, with what programs need that are new since. */
function completed({ keys, issuerKey, certificateKey, passwords, signIn = newSignIn() }: Secrets): Secrets {
  const own = Object.fromEntries(Object.entries(keys).map(([program, { JUNKAN_INTERNAL_KEY: key }]) => [program, key]));
  const made = newKeys(ACCOUNT_NAMES, { own, publicKeys: keys.gateway.JUNKAN_INTERNAL_PUBLIC_KEYS });
  return {
    keys: made,
    issuerKey,
    certificateKey: certificateKey || newCertificateKey(),
    passwords: { ...newPasswords(), ...passwords },
    signIn,
  };
}

/** The secrets that an installation keeps in this folder, where it does. */
export const secretsIn = (dataDir: string): Secrets | undefined => keptIn(placesIn(dataDir).file);

const placesIn = (dataDir: string) => ({ folder: join(dataDir, 'secrets'), file: join(dataDir, 'secrets', 'programs.json') });

function keptIn(file: string): Secrets | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}
