import { type KeyObject, sign, verify } from 'node:crypto';
import { type Keys, programOfKey } from '../keys.ts';

/** What a program signs its events with. */
export type Signer = Keys['own'];

/** The public key of this id, if it belongs to the program that owns the context: only the owner can sign its events. */
export type Signers = (context: string, keyId: string) => KeyObject | undefined;

type Owners = Readonly<Record<string, string>>;

export const signersOf =
  (publicKey: Keys['publicKey'], owners: Owners): Signers =>
  (context, keyId) =>
    Object.hasOwn(owners, context) && owners[context] === programOfKey(keyId) ? publicKey(keyId) : undefined;

/** The subject is signed as well: it names the installation, the context and the kind of item that the event belongs to. */
const bytesOf = (subject: string, envelope: object): Buffer => Buffer.from(`${subject}\n${JSON.stringify(envelope)}`);

/** An event's envelope as JSON, with who signs it and the signature as two more of its attributes. */
export function signed(subject: string, envelope: object, { id, key }: Signer): string {
  const said = { ...envelope, signedby: id };
  return JSON.stringify({ ...said, signature: sign(null, bytesOf(subject, said), key).toString('base64url') });
}

/** The envelope of a signed event. @throws where it is none, or not signed by the owner of the context that its subject names. */
export function checkedEnvelope(subject: string, text: string, signers: Signers): Record<string, unknown> {
  const { signature, ...said } = JSON.parse(text) as Record<string, unknown>;
  const [, , context = ''] = subject.split('.');
  const key = signers(context, String(said['signedby']));
  if (typeof signature !== 'string' || !key) throw new Error(`not signed by the owner of ${context}`);
  if (!verify(null, bytesOf(subject, said), key, Buffer.from(signature, 'base64url')))
    throw new Error('the signature is not of this event, or not on this subject');
  return said;
}
