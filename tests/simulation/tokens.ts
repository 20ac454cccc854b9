import type { Tokens } from '@junkan/gateway/tokens/tokens.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Actor } from '@junkan/proto/actor.ts';

const LIFE_MS = 900_000;

/** Tokens that say in plain words who somebody is: signatures take time, and are no part of what is walked through. */
export const plainTokens: Tokens = {
  holderOf: async (authorization) => ({ actor: actorIn(authorization), name: '', until: Date.now() + LIFE_MS }),
  issue: async (actor) => Buffer.from(JSON.stringify(actor)).toString('base64url'),
};

function actorIn(authorization: string | undefined): Actor {
  const [, token] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? [];
  if (!token) throw new ProblemError({ kind: 'unauthenticated', type: 'TokenIsMissing', data: {} });
  const { person, organisation, roles } = JSON.parse(Buffer.from(token, 'base64url').toString()) as Actor;
  return { person, organisation, roles };
}
