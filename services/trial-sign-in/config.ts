import { hostPort } from '@junkan/kit/engine-settings.ts';
import { z } from 'zod';

export const settings = z.object({
  JUNKAN_LISTEN: hostPort,
  /** It signs in anybody without a password: it starts only if this is set. */
  JUNKAN_TRIAL: z.literal('true', 'must be true: this identity provider asks for no password'),
  /** Where browsers find this provider. */
  JUNKAN_OIDC_ISSUER: z.url(),
  JUNKAN_OIDC_CLIENT_ID: z.string().min(1).default('junkan-web'),
  JUNKAN_OIDC_CLIENT_SECRET: z.string().min(1),
  JUNKAN_TOKEN_AUDIENCE: z.string().min(1).default('junkan'),
  /** Where browsers find the installation. */
  JUNKAN_HOME: z.url(),
  /** Where this provider finds the installation's API, for the names of organisations. */
  JUNKAN_API: z.url(),
  /** The private key (JWK, ES256) of the trial's issuer, which the gateway checks tokens by. */
  JUNKAN_ISSUER_KEY: z.string(),
});
export type Settings = z.output<typeof settings>;
