import { addressSetting, serviceSettings } from '@junkan/kit/config.ts';
import { z } from 'zod';

const { JUNKAN_INTERNAL_KEY, JUNKAN_LISTEN, JUNKAN_TRIAL } = serviceSettings;

export const settings = z
  .object({
    JUNKAN_INTERNAL_KEY,
    JUNKAN_LISTEN,
    JUNKAN_TRIAL,
    JUNKAN_PROJECT_REGISTRY: addressSetting,
    JUNKAN_SPONSOR_REGISTRY: addressSetting,
    JUNKAN_MATCHING: addressSetting,
    JUNKAN_DISBURSEMENT: addressSetting,
    JUNKAN_WORKFLOWS: addressSetting,
    /** Tokens are taken from this issuer, for this audience. */
    JUNKAN_TOKEN_ISSUER: z.string().min(1).default('junkan:local'),
    JUNKAN_TOKEN_AUDIENCE: z.string().min(1).default('junkan'),
    /** The issuer's public keys. Without it, the local issuer of a trial installation signs with the key below. */
    JUNKAN_JWKS_URL: z.url().optional(),
    /** The private key (JWK, ES256) of the local issuer. */
    JUNKAN_ISSUER_KEY: z.string().optional(),
  })
  .refine((all) => all.JUNKAN_JWKS_URL !== undefined || (all.JUNKAN_TRIAL && all.JUNKAN_ISSUER_KEY !== undefined), {
    path: ['JUNKAN_JWKS_URL'],
    message: 'is required, unless this is a trial installation (JUNKAN_TRIAL) with a local issuer (JUNKAN_ISSUER_KEY)',
  });
export type Settings = z.output<typeof settings>;
