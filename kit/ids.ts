import { hash } from 'node:crypto';
import { TypeID } from 'typeid-js';
import { parse, v7 } from 'uuid';

/**
 * A typed identifier that follows from its parts, so that a repeated command names the same stream: `idFrom('prj', principal, commandId)`
 * is `prj_` and 26 characters of Crockford base32.
 */
export function idFrom<Prefix extends string>(prefix: Prefix, ...parts: readonly (string | number)[]): `${Prefix}_${string}` {
  const digest = hash('sha256', JSON.stringify(parts), 'buffer');
  return TypeID.fromUUIDBytes(prefix, new Uint8Array(digest.subarray(0, 16))).toString() as `${Prefix}_${string}`;
}

/** A new identifier that sorts by time (UUID version 7). */
export const newId = <Prefix extends string>(prefix: Prefix): `${Prefix}_${string}` =>
  TypeID.fromUUIDBytes(prefix, parse(v7())).toString() as `${Prefix}_${string}`;

/** Lower-case hexadecimal SHA-256. */
export const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes);
