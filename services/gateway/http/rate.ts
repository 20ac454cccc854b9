import type { Response } from 'express';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { BadRequest } from './problem.ts';

export type Rate = ReturnType<typeof rate>;

/**
 * A rate limit for each person in requests per second, or per so many seconds, with a burst that refills at that rate; 0 = no limit. Counted in this process alone.
 * @throws BadRequest for a caller who exceeds it.
 */
export function rate(perSecond: number, burst: number, seconds = 1): (person: string, response: Response) => Promise<void> {
  if (perSecond === 0) return async () => undefined;
  const refill = Math.max(1, Math.ceil(burst / perSecond));
  const steady = new RateLimiterMemory({ keyPrefix: 'steady', points: perSecond, duration: seconds });
  const limiter =
    burst === 0 ? steady : new BurstyRateLimiter(steady, new RateLimiterMemory({ keyPrefix: 'burst', points: burst, duration: refill }));
  const policy = `"steady";q=${perSecond};w=${seconds}${burst === 0 ? '' : `, "burst";q=${burst};w=${refill}`}`;
  return async (person, response) => {
    const writeHeaders = ({ remainingPoints, msBeforeNext }: RateLimiterRes): string => {
      const seconds = String(Math.ceil(msBeforeNext / 1000));
      response.set({ 'RateLimit-Policy': policy, RateLimit: `"steady";r=${remainingPoints};t=${seconds}` });
      return seconds;
    };
    try {
      writeHeaders(await limiter.consume(person));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new BadRequest(429, 'RequestsAreTooMany', [], { 'Retry-After': writeHeaders(refusal) });
    }
  };
}
