import { Router } from 'express';
import { z } from 'zod';
import { mustBeOfThisSite } from '../auth/callers.ts';
import { BadRequest, readPart } from '../http/problem.ts';
import { clearCookie, cookieOf, SIGN_IN_COOKIE, setCookie } from '../sign-in/cookies.ts';
import type { Provider } from '../sign-in/provider.ts';
import type { Seal } from '../sign-in/sealed.ts';
import type { Sessions } from '../sign-in/sessions.ts';

/** So long a person may take to sign in. */
const SIGN_IN_MS = 15 * 60_000;

/** What signing in needs, where the installation has a provider. */
export type SignIn = { readonly seal: Seal; readonly provider: Provider; readonly sessions: Sessions };

/** A path of this site: nothing that a browser takes for another. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\\\s]*$/.test(path);
const login = z.object({ next: z.string().max(2_000).refine(isOwnPath, 'must be a path of this site').default('/') });
const begun = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });

/** `/auth`: to the provider and back, and the end of a session. These are for browsers, not for programs. */
export function signInRoutes({ seal, provider, sessions }: SignIn): Router {
  const auth = Router({ caseSensitive: true, strict: true });

  auth.get('/login', async (request, response) => {
    const { next } = readPart('#query', login, request.query);
    const { address, checks } = await provider.begin();
    const until = Date.now() + SIGN_IN_MS;
    setCookie(response, SIGN_IN_COOKIE, await seal.seal('sign-in', { ...checks, next }, until), until);
    response.redirect(303, address);
  });

  auth.get('/callback', async (request, response) => {
    const sealed = cookieOf(request, SIGN_IN_COOKIE);
    const known = begun.safeParse(sealed && (await seal.open('sign-in', sealed)));
    clearCookie(response, SIGN_IN_COOKIE);
    if (!known.success) throw new BadRequest(400, 'SignInIsUnknown');
    const query = request.originalUrl.split('?')[1] ?? '';
    await sessions.begin(await provider.finish(query, known.data), response);
    response.redirect(303, known.data.next);
  });

  auth.post('/logout', async (request, response) => {
    mustBeOfThisSite(request);
    const session = await sessions.of(request, response, { watching: true });
    if (session) sessions.end(session, response);
    response.json({ href: session ? await provider.end(session) : '/' });
  });

  return auth;
}
