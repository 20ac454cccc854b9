import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/**
 * Each program has its own key pair (Ed25519), and the public keys of all programs, which verify their calls and events. A key's id is the
 * program's name; while a second key of a program replaces the first, it has a suffix: `gateway:2`.
 */
export type Keys = {
  readonly program: string;
  readonly own: { readonly id: string; readonly key: KeyObject };
  /** A public key by its id, or nothing where no such program is known. */
  publicKey(id: string): KeyObject | undefined;
};

export type KeySettings = { readonly JUNKAN_INTERNAL_KEY: string; readonly JUNKAN_INTERNAL_PUBLIC_KEYS: string };

/** Who operates an installation: its key signs backups, and takes over what was stored before anything was signed. It runs no program. */
export const OPERATOR = 'operator';

export const programOfKey = (id: string): string => id.split(':')[0] ?? '';

const BYTES = /^[\w-]{43}$/;
const publicJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().regex(/^[a-z-]+(:[\w.-]+)?$/),
  x: z.string().regex(BYTES),
});
const privateJwk = publicJwk.extend({ d: z.string().regex(BYTES) });
const publicJwks = z.object({ keys: z.array(publicJwk).min(1) });

/** What a text of JSON holds, or nothing where it is none or of another shape. */
function within<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> | undefined {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const HINT = 'npm run secrets makes one for each program';

export const keySetting = z
  .string()
  .refine((text) => within(privateJwk, text) !== undefined, `must be an Ed25519 key as a JWK, with the program's name as its kid: ${HINT}`);

export const publicKeysSetting = z
  .string()
  .refine(
    (text) => within(publicJwks, text) !== undefined,
    'must be a JWKS of the Ed25519 keys of all programs, each with its program as its kid',
  );

/** The part of a key that must stay with its program. */
export const secretOf = (text: string): string => within(privateJwk, text)?.d ?? text;

/** The public keys that a setting holds. */
export function publicKeysIn(setting: string): (id: string) => KeyObject | undefined {
  const { keys } = publicJwks.parse(JSON.parse(setting));
  const known = new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })]));
  return (id) => known.get(id);
}

/** The ids of the keys that a setting holds. */
export const idsIn = (setting: string): string[] => publicJwks.parse(JSON.parse(setting)).keys.map(({ kid }) => kid);

/** @throws if the own key belongs to another program, or is missing from the public keys, so that nobody would accept it. */
export function keysOf(program: string, settings: KeySettings): Keys {
  const { kid, ...jwk } = privateJwk.parse(JSON.parse(settings.JUNKAN_INTERNAL_KEY));
  const publicKey = publicKeysIn(settings.JUNKAN_INTERNAL_PUBLIC_KEYS);
  const key = createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  if (programOfKey(kid) !== program) throw new Error(`JUNKAN_INTERNAL_KEY: is the key of ${kid}, and this is ${program}`);
  if (!publicKey(kid)?.equals(createPublicKey(key)))
    throw new Error(`JUNKAN_INTERNAL_PUBLIC_KEYS: does not hold the public key of ${kid} that belongs to JUNKAN_INTERNAL_KEY`);
  return { program, own: { id: kid, key }, publicKey };
}

/** Keys that an installation has already: the private ones by their programs, and the public ones of all that ever signed. */
export type KnownKeys = { readonly own: Readonly<Record<string, string | undefined>>; readonly publicKeys: string | undefined };
const NONE: KnownKeys = { own: {}, publicKeys: undefined };

/**
 * Key pairs for these programs, in the form of their settings. Known keys are kept, and so is every public key, because what was signed
 * must stay verifiable.
 */
export function newKeys<Program extends string>(
  programs: readonly Program[],
  { own, publicKeys }: KnownKeys = NONE,
): Readonly<Record<Program, KeySettings>> {
  const known = publicKeys === undefined ? [] : publicJwks.parse(JSON.parse(publicKeys)).keys;
  const taken = new Set(known.map(({ kid }) => kid));
  const pairs = programs.map((program) => privateJwk.parse(JSON.parse(own[program] ?? newKey(freeId(program, taken)))));
  const others = pairs.filter(({ kid }) => known.every((jwk) => jwk.kid !== kid)).map(({ d: _, ...jwk }) => jwk);
  const JUNKAN_INTERNAL_PUBLIC_KEYS = JSON.stringify({ keys: [...known, ...others] });
  const each = programs.map((program, index) => [
    program,
    { JUNKAN_INTERNAL_KEY: own[program] ?? JSON.stringify(pairs[index]), JUNKAN_INTERNAL_PUBLIC_KEYS },
  ]);
  return Object.fromEntries(each) as Readonly<Record<Program, KeySettings>>;
}

/** A key that was lost has left its public one, which what it signed is still checked by: the next key of the program is another. */
function freeId(program: string, taken: ReadonlySet<string>): string {
  if (!taken.has(program)) return program;
  let count = 2;
  while (taken.has(`${program}:${count}`)) count += 1;
  return `${program}:${count}`;
}

const newKey = (kid: string): string => JSON.stringify({ kid, ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) });
