import { createPublicKey, verify } from 'node:crypto';

/** A public key (RSA) as a JWKS has it. */
export type PublicKey = { readonly kid: string; readonly n: string; readonly e: string };
export type Says = Readonly<Record<string, unknown>>;

/**
 * What a compact JWS says, and whether one of these keys has signed it with RS256: no other algorithm is taken, whatever its header says.
 * @returns nothing for what is none. `key`: the id that it names.
 */
export function jwsOf(
  jws: string,
  keys: readonly PublicKey[],
): { readonly key: string; readonly isProven: boolean; readonly says: Says } | undefined {
  const [head = '', body = '', signature = '', ...more] = jws.trim().split('.');
  const [header, says] = [objectIn(head), objectIn(body)];
  if (!header || !says || more.length > 0) return undefined;
  const key = String(header['kid'] ?? '');
  const known = keys.find(({ kid }) => kid === key);
  const isProven = header['alg'] === 'RS256' && known !== undefined && isSigned(`${head}.${body}`, signature, known);
  return { key, isProven, says };
}

function isSigned(text: string, signature: string, { n, e }: PublicKey): boolean {
  const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
  return verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

function objectIn(part: string): Says | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Says) : undefined;
  } catch {
    return undefined;
  }
}
