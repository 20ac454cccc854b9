import { jwtVerify, SignJWT } from 'jose';
import type { Actor, Role } from '../pure/actor.ts';
import { Refused } from './problem.ts';

const ISSUER = 'junkan:internal';
const AUDIENCE = 'junkan:services';
const LIFE_S = 120;
const REUSE_MS = 60_000;

/** Signs and checks who acts, on calls between the parts of one installation that share a key. */
export function internalTokens(key: string) {
  const secret = new TextEncoder().encode(key);
  const made = new Map<string, { token: string; until: number }>();
  const checked = new Map<string, { actor: Actor; until: number }>();

  return {
    async issue(actor: Actor): Promise<string> {
      const name = JSON.stringify([actor.person, actor.organisation, actor.roles]);
      const before = made.get(name);
      if (before && before.until > Date.now()) return before.token;
      const token = await new SignJWT({ org: actor.organisation, roles: [...actor.roles] })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(actor.person)
        .setIssuedAt()
        .setExpirationTime(`${LIFE_S}s`)
        .sign(secret);
      remember(made, name, { token, until: Date.now() + REUSE_MS });
      return token;
    },
    /** @throws Refused where the token is missing, expired or not of this installation. */
    async check(token: string): Promise<Actor> {
      const before = checked.get(token);
      if (before && before.until > Date.now()) return before.actor;
      try {
        const { payload } = await jwtVerify(token, secret, { issuer: ISSUER, audience: AUDIENCE, algorithms: ['HS256'] });
        const actor = { person: String(payload.sub), organisation: String(payload['org']), roles: payload['roles'] as Role[] };
        remember(checked, token, { actor, until: (payload.exp ?? 0) * 1_000 });
        return actor;
      } catch {
        throw new Refused({ kind: 'unauthenticated', type: 'CallerIsUnknown', data: {} });
      }
    },
  };
}

export type InternalTokens = ReturnType<typeof internalTokens>;

const MOST = 5_000;

function remember<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  if (kept.size >= MOST) kept.clear();
  kept.set(key, value);
}
