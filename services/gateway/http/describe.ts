import type { z } from 'zod';

/** What the API's description says of a route beyond the shapes that check its requests. */
export type About = { readonly name: string; readonly summary: string; readonly answers?: z.ZodType };

export const about = (name: string, summary: string, answers?: z.ZodType): About => ({ name, summary, ...(answers ? { answers } : {}) });

/** A route as it was made: the description of the API is made from these, so it cannot describe others. */
export type Described = {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly tag: string;
  readonly about: About;
  /** `open` and `public` need no token, and what is public is answered to everybody alike; a `question` is a query whose body is too much for an address; a command needs an idempotency key; `upload` and `download` carry bytes of any media type; `stream` is one of events; a `feed` is a calendar for those who have its address; a `check` is public, of something that may be mistyped; a `letter` is sent by anybody, and answered before anything is done about it. */
  readonly kind: 'open' | 'public' | 'query' | 'question' | 'command' | 'upload' | 'download' | 'stream' | 'feed' | 'check' | 'letter';
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
  readonly creates?: boolean;
  readonly requiresIfMatch?: boolean;
  /** Whether it may also be accepted and wait. */
  readonly mayWait?: boolean;
};
