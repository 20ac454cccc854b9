import type { Request, Response } from 'express';

/** For this host alone and never in the clear; browsers count loopback as safe. Sent along when a link of another site is followed, and not otherwise. */
const OPTIONS = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

export const SESSION_COOKIE = '__Host-junkan';
export const SIGN_IN_COOKIE = '__Host-junkan-sign-in';
type CookieName = typeof SESSION_COOKIE | typeof SIGN_IN_COOKIE;

/** Lets pages know that somebody is signed in, so that they need not ask if nobody is. It admits nobody. */
const MARK_COOKIE = 'junkan-signed-in';
const MARK_OPTIONS = { ...OPTIONS, httpOnly: false } as const;

export function setMark(response: Response, until: number): void {
  response.cookie(MARK_COOKIE, '1', { ...MARK_OPTIONS, expires: new Date(until) });
}

export const setCookie = (response: Response, name: CookieName, value: string, until: number): void =>
  void response.cookie(name, value, { ...OPTIONS, expires: new Date(until) });

export function clearSession(response: Response): void {
  response.clearCookie(SESSION_COOKIE, OPTIONS);
  response.clearCookie(MARK_COOKIE, MARK_OPTIONS);
}

export const clearCookie = (response: Response, name: CookieName): void => void response.clearCookie(name, OPTIONS);

/** The cookie's value, or nothing where a request brings none. */
export function cookieOf(request: Request, name: CookieName): string | undefined {
  const pairs = (request.header('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}
