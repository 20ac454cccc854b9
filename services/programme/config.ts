import { addressSettings, listSettings, serviceSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';
import { z } from 'zod';

export const settings = settingsOf({
  ...serviceSettings,
  ...viewSettings,
  ...listSettings,
  ...addressSettings('programme'),
  /** The private key (RSA, as a JWK) that certificates are signed with; without it none is issued. No other program is given it. */
  JUNKAN_CERTIFICATE_KEY: z.string().refine(isRsaKey, 'must be a private RSA key as a JWK, for example from: npm run secrets').optional(),
  /** Where browsers find this installation: certificates name it, so it must not change. */
  JUNKAN_HOME: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8080'),
});

function isRsaKey(text: string): boolean {
  try {
    const { kty, n, e, d } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return kty === 'RSA' && [n, e, d].every((part) => typeof part === 'string' && part !== '');
  } catch {
    return false;
  }
}
