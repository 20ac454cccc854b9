import { LRUCache } from 'lru-cache';

/** Verified tokens are cached for less time than the issuer's keys, so that a withdrawn key is obeyed hardly later. */
const BELIEVED_MS = 60_000;
/** More persons than are at work within a minute. */
const MAX_CACHED = 10_000;

type Read<Claims> = (authorization: string | undefined) => Promise<Claims>;

/** Believes a token that was found to be good for a minute, and never past its end: a signature costs more to check than all else of a request that is refused. */
export function believing<Claims extends { readonly until: number }>(read: Read<Claims>): Read<Claims> {
  const found = new LRUCache<string, { readonly claims: Claims; readonly at: number }>({ max: MAX_CACHED });
  return async (authorization) => {
    const now = Date.now();
    const known = authorization === undefined ? undefined : found.get(authorization);
    if (known && now >= known.at && now < Math.min(known.at + BELIEVED_MS, known.claims.until)) return known.claims;
    const claims = await read(authorization);
    if (authorization !== undefined) found.set(authorization, { claims, at: now });
    return claims;
  };
}
