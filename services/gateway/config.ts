import { addressSettings, commonSettings, listSettings, settingsOf } from '@junkan/kit/config.ts';
import { hostPort } from '@junkan/kit/engine-settings.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { z } from 'zod';

/** The pace of one person, outside of a trial. */
export const RATE_PER_SECOND = 50;
/** The pace of one address, outside of a trial: many persons may have the same. */
export const RATE_PER_ADDRESS = 500;
/** Concurrent connections of one address, outside a trial and without a proxy in front. */
export const CONNECTIONS_PER_ADDRESS = 100;

const pace = z.coerce.number().int().min(0).max(1_000_000);

/** Of the engines it reaches NATS only, for live updates, and writes nothing there. */
export const settings = settingsOf({
  ...commonSettings,
  ...addressSettings('gateway'),
  ...listSettings,
  /** Tokens are taken from this issuer, for this audience. */
  JUNKAN_TOKEN_ISSUER: z.string().min(1).default('junkan:local'),
  JUNKAN_TOKEN_AUDIENCE: z.string().min(1).default('junkan'),
  /** What the issuer calls the organisation of this installation's secretariat, in the claim `org`. */
  JUNKAN_SECRETARIAT: z
    .string()
    .regex(/^(?!org_|spo_|ptn_|junkan$)\S{1,100}$/, 'must not have the form of the id of a city, a sponsor, a partner or the system')
    .default(SECRETARIAT),
  /** The issuer's public keys. Without it, the local issuer of a trial installation signs with the key below. */
  JUNKAN_JWKS_URL: z.url().optional(),
  /** The private key (JWK, ES256) of the local issuer. */
  JUNKAN_ISSUER_KEY: z.string().optional(),
  /** The OpenID provider at which persons sign in with a browser; without it nobody can. It issues tokens for the audience above. */
  JUNKAN_OIDC_ISSUER: z.url().optional(),
  /** What the provider knows this installation as. */
  JUNKAN_OIDC_CLIENT_ID: z.string().min(1).default('junkan-web'),
  JUNKAN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Where the gateway finds the provider, where that is not where browsers do. */
  JUNKAN_OIDC_BACKCHANNEL: z.url().optional(),
  /** Where browsers find this installation. */
  JUNKAN_HOME: z.url().optional(),
  /** The folder of the built web, which is then served too. */
  JUNKAN_WEB: z.string().min(1).optional(),
  /** What sessions of browsers are sealed with, the same for all gateways: 32 bytes as base64url. */
  JUNKAN_SESSION_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'must be 32 bytes as base64url')
    .optional(),
  /** Requests a second for each person, 0 = no limit; without it, none in a trial installation. */
  JUNKAN_RATE_PER_SECOND: pace.optional(),
  /** The burst that a person may send before that rate applies. */
  JUNKAN_RATE_BURST: pace.default(200),
  /** Requests per second from one address, by any person, 0 = no limit; without it, none in a trial installation. */
  JUNKAN_RATE_PER_ADDRESS: pace.optional(),
  /** Connections at a time. */
  JUNKAN_CONNECTIONS: z.coerce.number().int().min(1).max(1_000_000).default(5_000),
  /** Of these from one address, 0 = no limit; without it, none in a trial installation or behind proxies. */
  JUNKAN_CONNECTIONS_PER_ADDRESS: pace.optional(),
  /** The number of proxies in front; each adds the address of its client to X-Forwarded-For. */
  JUNKAN_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** The address of the health probes; without it they are served with the API, and /readyz for this host alone. */
  JUNKAN_PROBES_LISTEN: hostPort.optional(),
  /** Tokens that are older are not taken, whenever they end by themselves. */
  JUNKAN_MAX_TOKEN_AGE_MINUTES: z.coerce.number().int().min(1).max(525_600).default(1_440),
  /** Live streams that one person may have open at a time. */
  JUNKAN_STREAMS_PER_PERSON: z.coerce.number().int().min(1).max(1_000).default(8),
})
  .refine((all) => all.JUNKAN_JWKS_URL !== undefined || (all.JUNKAN_TRIAL && all.JUNKAN_ISSUER_KEY !== undefined), {
    path: ['JUNKAN_JWKS_URL'],
    message: 'is required, unless this is a trial installation (JUNKAN_TRIAL) with a local issuer (JUNKAN_ISSUER_KEY)',
    when: () => true,
  })
  .superRefine((all, { addIssue }) => {
    if (all.JUNKAN_OIDC_ISSUER === undefined) return;
    for (const needed of ['JUNKAN_OIDC_CLIENT_SECRET', 'JUNKAN_HOME', 'JUNKAN_SESSION_KEY'] as const)
      if (all[needed] === undefined) addIssue({ code: 'custom', path: [needed], message: 'is required with JUNKAN_OIDC_ISSUER' });
  })
  .refine((all) => all.JUNKAN_OIDC_ISSUER === undefined || all.JUNKAN_OIDC_CLIENT_ID !== all.JUNKAN_TOKEN_AUDIENCE, {
    path: ['JUNKAN_OIDC_CLIENT_ID'],
    message: 'must be another name than JUNKAN_TOKEN_AUDIENCE: an ID token would pass as an access token',
    when: () => true,
  })
  .refine((all) => all.JUNKAN_TRIAL || all.JUNKAN_OIDC_ISSUER === undefined || all.JUNKAN_OIDC_ISSUER === all.JUNKAN_TOKEN_ISSUER, {
    path: ['JUNKAN_OIDC_ISSUER'],
    message: 'must be JUNKAN_TOKEN_ISSUER, unless this is a trial installation (JUNKAN_TRIAL): one set of keys speaks for one issuer',
    when: () => true,
  });
export type Settings = z.output<typeof settings>;

const USUAL_TOKEN_AGE_MINUTES = 1_440;

/** What is allowed outside of a trial, and rarely meant: said at the start. */
export function unusual(given: Settings): string[] {
  if (given.JUNKAN_TRIAL) return [];
  const unlimited = (['JUNKAN_RATE_PER_SECOND', 'JUNKAN_RATE_PER_ADDRESS'] as const).filter((name) => given[name] === 0);
  return [
    ...unlimited.map((name) => `${name} is 0: nothing keeps one caller from taking all there is`),
    ...(given.JUNKAN_MAX_TOKEN_AGE_MINUTES > USUAL_TOKEN_AGE_MINUTES
      ? [`JUNKAN_MAX_TOKEN_AGE_MINUTES is over ${USUAL_TOKEN_AGE_MINUTES}: a person who is locked out stays in for as long`]
      : []),
  ];
}
