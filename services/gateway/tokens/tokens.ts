import type { webcrypto } from 'node:crypto';
import { ProblemError } from '@junkan/kit/problem.ts';
import { isPlainLine } from '@junkan/kit/visible.ts';
import { type Actor, KIND_OF_ROLE, kindOf, ROLES, SECRETARIAT } from '@junkan/proto/actor.ts';
import { createRemoteJWKSet, importJWK, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Settings } from '../config.ts';
import { believing } from './believed.ts';

const LIFE = '15 minutes';

/** Access tokens (RFC 9068), and those of providers that do not say what theirs are; what is meant for something else says so. */
const TYPES: readonly (string | undefined)[] = ['at+jwt', 'application/at+jwt', 'jwt', undefined];

/** Longer names are cut: they are shown on one line with what a person did. */
const MAX_NAME = 200;

const claims = z.object({
  sub: z.string().min(1),
  name: z.string().optional().catch(undefined),
  org: z.string().min(1),
  roles: z.array(z.enum(ROLES)),
  exp: z.number(),
  iat: z.number(),
});

/** `name`: what the person is called, '' where the token has no name. `until`: how long that is known, in milliseconds of real time. */
export type Holder = { readonly actor: Actor; readonly name: string; readonly until: number };

export type Tokens = Awaited<ReturnType<typeof tokens>>;

/** Checks bearer tokens against the issuer's keys; in a trial installation it also issues them. */
export async function tokens(settings: Settings) {
  const { JUNKAN_TOKEN_ISSUER: issuer, JUNKAN_TOKEN_AUDIENCE: audience, JUNKAN_JWKS_URL: address } = settings;
  // In a trial the provider of browsers signs with the same key.
  const issuers = settings.JUNKAN_OIDC_ISSUER === undefined ? [issuer] : [issuer, settings.JUNKAN_OIDC_ISSUER];
  const local = address === undefined ? await localKey(settings.JUNKAN_ISSUER_KEY ?? '') : undefined;
  const keys = local ? local.verify : createRemoteJWKSet(new URL(address ?? ''));
  async function claimsOf(authorization: string | undefined): Promise<z.output<typeof claims> & { readonly until: number }> {
    const [, token] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? [];
    if (!token) throw refused('TokenIsMissing');
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys as JWTVerifyGetKey, {
        issuer: issuers,
        audience,
        algorithms: ['ES256', 'RS256'],
        requiredClaims: ['exp', 'sub'],
        maxTokenAge: settings.JUNKAN_MAX_TOKEN_AGE_MINUTES * 60,
      });
      if (!TYPES.includes(protectedHeader.typ?.toLowerCase())) throw refused('TokenIsNotValid');
      const given = claims.parse(payload);
      const exp = Math.min(given.exp, given.iat + settings.JUNKAN_MAX_TOKEN_AGE_MINUTES * 60);
      return Object.assign(given, { until: exp * 1000 });
    } catch {
      throw refused('TokenIsNotValid');
    }
  }
  const believed = believing(claimsOf);
  return {
    /** @throws ProblemError without a valid token for this audience, or with one whose roles are not its organisation's to give. */
    async holderOf(authorization: string | undefined): Promise<Holder> {
      const { sub: person, name = '', org, roles, until } = await believed(authorization);
      const actor = fitting({ person, organisation: organisationOf(org, settings.JUNKAN_SECRETARIAT), roles });
      return { actor, name: nameIn(name), until };
    },
    /** Trial only: a token for a person, as an identity provider would give it. */
    issue:
      local && settings.JUNKAN_TRIAL
        ? ({ person, organisation, roles, name }: Actor & { readonly name?: string | undefined }): Promise<string> =>
            new SignJWT({ org: organisation, roles: [...roles], ...(name === undefined ? {} : { name }) })
              .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
              .setIssuer(issuer)
              .setAudience(audience)
              .setSubject(person)
              .setIssuedAt()
              .setExpirationTime(LIFE)
              .sign(local.sign)
        : undefined,
  };
}

/** A name of several lines, or with characters that cannot be seen, is none. */
const nameIn = (claimed: string): string => {
  const name = [...claimed.trim()].slice(0, MAX_NAME).join('');
  return isPlainLine(name) ? name : '';
};

/** The secretariat has one name within the system, whatever the identity provider calls it; no other organisation may have that name. */
const organisationOf = (claimed: string, secretariat: string): string =>
  claimed === secretariat ? SECRETARIAT : claimed === SECRETARIAT ? '' : claimed;

/**
 * The actor with the roles that count; none if the token has none, since another may have given the person one. The system's own role
 * cannot come from outside. @throws ProblemError where a role is of another kind of organisation.
 */
function fitting({ person, organisation, roles: given }: Actor): Actor {
  const roles = given.filter((role) => role !== 'system.workflow');
  if (roles.length < given.length && roles.length === 0) throw refused('TokenIsNotValid');
  if (roles.length === 0 && kindOf(organisation) === undefined) throw refused('TokenIsNotValid');
  const misfit = roles.find((role) => KIND_OF_ROLE[role] !== kindOf(organisation));
  if (misfit) throw new ProblemError({ kind: 'forbidden', type: 'WrongOrganisation', data: { role: misfit, kind: KIND_OF_ROLE[misfit] } });
  return { person, organisation, roles };
}

async function localKey(text: string) {
  const { d, ...open } = JSON.parse(text) as { d: string; kty: string; crv: string; x: string; y: string };
  const sign = (await importJWK({ ...open, d }, 'ES256')) as webcrypto.CryptoKey;
  const key = (await importJWK(open, 'ES256')) as webcrypto.CryptoKey;
  return { sign, verify: async () => key };
}

const refused = (type: string): ProblemError => new ProblemError({ kind: 'unauthenticated', type, data: {} });
