import { CompactSign, calculateJwkThumbprint, importJWK, type JWK } from 'jose';

/** The key that certificates are signed with; it stays in this program. */
export type Signing = {
  readonly key: string;
  readonly n: string;
  readonly e: string;
  readonly sign: (credential: object) => Promise<string>;
};

/** @throws where it is no private RSA key as a JWK. */
export async function signingWith(setting: string): Promise<Signing> {
  const jwk = JSON.parse(setting) as JWK;
  const { kty, n = '', e = '' } = jwk;
  const [privateKey, key] = await Promise.all([importJWK(jwk, 'RS256'), calculateJwkThumbprint({ kty, n, e } as JWK)]);
  const header = { alg: 'RS256', kid: key, typ: 'JWT' } as const;
  const sign = (credential: object): Promise<string> =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(credential))).setProtectedHeader(header).sign(privateKey);
  return { key, n, e, sign };
}
