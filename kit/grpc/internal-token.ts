import { type Actor, APPROVING, ROLES } from '@junkan/proto/actor.ts';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type Keys, programOfKey } from '../keys.ts';
import { ProblemError } from '../problem.ts';

const LIFE_S = 120;
const REUSE_MS = 60_000;
/** By how much the clocks of two hosts may differ. */
const SKEW_S = 10;

/** The caller, by its own token: a program, for itself or on behalf of an actor. */
export type Caller = { readonly program: string; readonly actor: Actor; readonly forItself: boolean };

const claims = z.object({
  sub: z.string().min(1),
  org: z.string().min(1),
  roles: z.array(z.enum(ROLES)),
  self: z.boolean(),
  acting: z
    .object({
      given: z.array(z.object({ delegation: z.string(), role: z.enum(APPROVING), for: z.string() })),
      joined: z.array(z.string()),
    })
    .optional(),
  exp: z.number(),
});

/** Signs who acts for the program that is called, and checks what another program has signed for this one. */
export function internalTokens({ program, own, publicKey }: Keys) {
  const made = new Map<string, { token: string; until: number }>();
  const checked = new Map<string, { caller: Caller; until: number }>();

  return {
    /** `forItself`: the program is the actor. An actor on whose behalf it calls must never look like the program, whatever its id is. */
    async issue(actor: Actor, audience: string, forItself = false): Promise<string> {
      const name = JSON.stringify([audience, forItself, actor.person, actor.organisation, actor.roles, actor.acting]);
      const before = made.get(name);
      if (before && before.until > Date.now()) return before.token;
      const { acting } = actor;
      const token = await new SignJWT({ org: actor.organisation, roles: [...actor.roles], self: forItself, ...(acting ? { acting } : {}) })
        .setProtectedHeader({ alg: 'EdDSA', kid: own.id })
        .setIssuer(program)
        .setAudience(audience)
        .setSubject(actor.person)
        .setIssuedAt()
        .setExpirationTime(`${LIFE_S}s`)
        .sign(own.key);
      remember(made, name, { token, until: Date.now() + REUSE_MS });
      return token;
    },
    /** @throws ProblemError where the token is missing, expired, lives too long, is for another program, or is not signed by who it says. */
    async check(token: string): Promise<Caller> {
      const before = checked.get(token);
      if (before && before.until > Date.now()) return before.caller;
      try {
        const { kid = '' } = decodeProtectedHeader(token);
        const key = publicKey(kid);
        if (!key) throw new Error('no such key');
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['EdDSA'],
          issuer: programOfKey(kid),
          audience: program,
          requiredClaims: ['exp', 'iat', 'sub'],
          maxTokenAge: LIFE_S,
          clockTolerance: SKEW_S,
        });
        const { sub, org, roles, self, acting, exp } = claims.parse(payload);
        const actor = { person: sub, organisation: org, roles, ...(acting ? { acting } : {}) };
        const caller = { program: programOfKey(kid), actor, forItself: self };
        remember(checked, token, { caller, until: exp * 1_000 });
        return caller;
      } catch {
        throw new ProblemError({ kind: 'unauthenticated', type: 'CallerIsUnknown', data: {} });
      }
    },
  };
}

export type InternalTokens = ReturnType<typeof internalTokens>;

const MAX_KEPT = 5_000;

function remember<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, value);
}
