import { EncryptJWT, jwtDecrypt } from 'jose';

/** What a sealed text is for: one that was made for one thing is nothing for another. */
type Purpose = 'session' | 'sign-in';

export type Seal = ReturnType<typeof sealing>;

/** Seals facts into text that only gateways with the same key can make or read (JWE, A256GCM). `key`: 32 bytes as base64url. */
export function sealing(key: string) {
  const secret = Buffer.from(key, 'base64url');
  return {
    /** `until`: in milliseconds of real time. */
    seal: (purpose: Purpose, facts: object, until: number): Promise<string> =>
      new EncryptJWT({ facts })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(purpose)
        .setExpirationTime(Math.floor(until / 1000))
        .encrypt(secret),

    /** Nothing for what was not sealed with this key, for another purpose, or has ended. */
    async open(purpose: Purpose, text: string): Promise<unknown> {
      try {
        const { payload } = await jwtDecrypt(text, secret, { audience: purpose, requiredClaims: ['exp'] });
        return payload['facts'];
      } catch {
        return undefined;
      }
    },
  };
}
