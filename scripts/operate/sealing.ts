import { readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

// Backups are encrypted with age (https://age-encryption.org/v1), to a public key: who writes them cannot read them.

/** Makes a key pair: the private key as a file of its own, in the form of `age-keygen`. Answers the public one. @throws where the file is there. */
export async function makeBackupKey(file: string, at: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await writeFile(file, `# created: ${at}\n# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  return recipient;
}

const PRIVATE = /^AGE-SECRET-KEY-\S+$/gm;

/** The private keys in a file. @throws where there are none. */
export async function privateKeysIn(file: string): Promise<readonly string[]> {
  const keys = (await readFile(file, 'utf8')).match(PRIVATE) ?? [];
  if (keys.length === 0) throw new Error(`${file} holds no private key of a backup: npm run junkan -- backup-key <file> makes one`);
  return keys;
}

/** @throws where it is no public key. */
function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new Error(`${recipient} is no public key of a backup (age1...): npm run junkan -- backup-key <file> makes one`);
    }
  }
  return encrypter;
}

/** @throws where one of these is no public key. */
export const requireRecipients = (recipients: readonly string[]): void => void encrypterFor(recipients);

type Bytes = AsyncIterable<Uint8Array>;
const webOf = (bytes: Bytes): globalThis.ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(bytes)) as globalThis.ReadableStream<Uint8Array>;

/** The bytes, encrypted to each of these public keys. */
export async function* sealed(bytes: Bytes, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
  yield* (await encrypterFor(recipients).encrypt(webOf(bytes))) as ReadableStream<Uint8Array>;
}

/** What was encrypted to the public key of one of these. @throws where it was to none of them, or was changed. */
export async function* unsealed(bytes: Bytes, privateKeys: readonly string[]): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  for (const key of privateKeys) decrypter.addIdentity(key);
  yield* (await decrypter.decrypt(webOf(bytes))) as ReadableStream<Uint8Array>;
}
