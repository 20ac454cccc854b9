import { ProblemError } from '@junkan/kit/problem.ts';
import { ROLES } from '@junkan/proto/actor.ts';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Holder, Tokens } from '../tokens/tokens.ts';
import { clearSession, cookieOf, SESSION_COOKIE, setCookie, setMark } from './cookies.ts';
import type { Granted, Provider } from './provider.ts';
import type { Seal } from './sealed.ts';

const MINUTE_MS = 60_000;
/** A session ends, whatever is done in it. */
export const SESSION_MS = 8 * 60 * MINUTE_MS;
/** A session in which nothing is done ends. */
export const IDLE_MS = 30 * MINUTE_MS;
/** What is done in it is noted no more often. */
const NOTED_MS = MINUTE_MS;
/** The provider is asked again somewhat before its word ends. */
const RENEW_MS = 30_000;
/** Browsers keep no larger cookie. */
const MAX_COOKIE = 4_000;

/** All instants in milliseconds of real time. `until`: how long the provider's statement of the identity is valid. */
const shape = z.object({
  person: z.string(),
  organisation: z.string(),
  roles: z.array(z.enum(ROLES)),
  name: z.string(),
  until: z.number(),
  refresh: z.string(),
  hint: z.string(),
  began: z.number(),
  seen: z.number(),
});
export type Session = z.output<typeof shape>;

export const endOf = ({ began, seen }: Pick<Session, 'began' | 'seen'>): number => Math.min(began + SESSION_MS, seen + IDLE_MS);

export type Sessions = ReturnType<typeof sessions>;

type Parts = { readonly seal: Seal; readonly provider: Pick<Provider, 'renew'>; readonly tokens: Pick<Tokens, 'holderOf'> };

/** What a browser keeps in a cookie that it cannot read: gateways keep no state, and each can go on with a session of another. */
export function sessions({ seal, provider, tokens }: Parts) {
  // Copies of a session that was ended here are invalid immediately; elsewhere when the provider's statement expires.
  const over = new LRUCache<string, true>({ max: 10_000, ttl: SESSION_MS });
  // Concurrent requests renew a session once.
  const renewing = new LRUCache<string, Promise<Session>>({ max: 10_000, ttl: RENEW_MS });

  async function sessionFrom({ access, refresh, hint }: Granted, { began, seen }: Pick<Session, 'began' | 'seen'>): Promise<Session> {
    const { actor, name, until } = await tokens.holderOf(`Bearer ${access}`);
    return { ...actor, roles: [...actor.roles], name, until, refresh, hint, began, seen };
  }

  async function keep(response: Response, session: Session): Promise<void> {
    const end = endOf(session);
    const whole = await seal.seal('session', session, end);
    // Without the hint the provider asks the person whether its session is to end.
    const kept = whole.length <= MAX_COOKIE ? whole : await seal.seal('session', { ...session, hint: '' }, end);
    setCookie(response, SESSION_COOKIE, kept, end);
    setMark(response, end);
  }

  function renewed(cookie: string, session: Session): Promise<Session> {
    const under = renewing.get(cookie);
    if (under) return under;
    const asked = provider.renew(session.refresh).then((granted) => sessionFrom(granted, session));
    renewing.set(cookie, asked);
    asked.catch(() => renewing.delete(cookie));
    return asked;
  }

  /** @throws ProblemError where the session has ended, here or at the provider. */
  async function current(cookie: string, response: Response): Promise<{ readonly session: Session; readonly isRenewed: boolean }> {
    const opened = shape.safeParse(await seal.open('session', cookie));
    if (!opened.success || over.has(opened.data.refresh)) throw ended(response);
    const session = opened.data;
    if (session.until > Date.now() + RENEW_MS) return { session, isRenewed: false };
    try {
      return { session: await renewed(cookie, session), isRenewed: true };
    } catch (error) {
      const isOver = error instanceof ProblemError && error.problem.kind !== 'unavailable';
      if (isOver) throw ended(response);
      if (session.until > Date.now()) return { session, isRenewed: false };
      throw error;
    }
  }

  return {
    /** @throws ProblemError where the provider's word is not one for this installation. */
    async begin(granted: Granted, response: Response): Promise<void> {
      const now = Date.now();
      await keep(response, await sessionFrom(granted, { began: now, seen: now }));
    },

    /** Removes it from the browser, and invalidates copies. */
    end({ refresh }: Session, response: Response): void {
      over.set(refresh, true);
      clearSession(response);
    },

    /**
     * The session that a request is made in; nothing where it brings none. `watching`: that it is asked for is nothing that is done in it.
     * @throws ProblemError where it has ended.
     */
    async of(request: Request, response: Response, { watching = false } = {}): Promise<Session | undefined> {
      const cookie = cookieOf(request, SESSION_COOKIE);
      if (cookie === undefined) return undefined;
      const { session, isRenewed } = await current(cookie, response);
      const now = Date.now();
      const isNoted = watching || now - session.seen < NOTED_MS;
      const goesOn = isNoted ? session : { ...session, seen: now };
      if (isRenewed || !isNoted) await keep(response, goesOn);
      return goesOn;
    },
  };
}

function ended(response: Response): ProblemError {
  clearSession(response);
  return new ProblemError({ kind: 'unauthenticated', type: 'SessionHasEnded', data: {} });
}

export const holderIn = ({ person, organisation, roles, name, until }: Session): Holder => ({
  actor: { person, organisation, roles },
  name,
  until,
});
