import type { Request, Response } from 'express';
import { BadRequest } from '../http/problem.ts';
import { cookieOf, SESSION_COOKIE } from '../sign-in/cookies.ts';
import { holderIn, type Sessions } from '../sign-in/sessions.ts';
import type { Holder, Tokens } from '../tokens/tokens.ts';

export type Callers = {
  /** @throws ProblemError, BadRequest if the caller is unknown. */
  holderOf(request: Request, response: Response): Promise<Holder>;
};

/** The caller: by a bearer token, or by the session of a browser. */
export function callersOf(tokens: Pick<Tokens, 'holderOf'>, sessions?: Pick<Sessions, 'of'>): Callers {
  return {
    async holderOf(request, response) {
      const authorization = request.header('authorization');
      mustBeOne(request, sessions);
      const session = await sessions?.of(request, response);
      if (!session) return tokens.holderOf(authorization);
      mustBeOfThisSite(request);
      return holderIn(session);
    },
  };
}

/** @throws BadRequest for a request with both a token and a session: they might be of different persons. */
export function mustBeOne(request: Request, sessions: Pick<Sessions, 'of'> | undefined): void {
  const isInSession = sessions !== undefined && cookieOf(request, SESSION_COOKIE) !== undefined;
  if (isInSession && request.header('authorization') !== undefined) throw new BadRequest(400, 'CredentialsAreTwo');
}

/** A browser sends the cookie with requests from any site, and names the site. @throws BadRequest if it was not one of ours. */
export function mustBeOfThisSite(request: Request): void {
  if (['GET', 'HEAD'].includes(request.method)) return;
  if (request.header('sec-fetch-site') !== 'same-origin') throw new BadRequest(403, 'RequestIsOfAnotherSite');
}
