import { z } from 'zod/mini';

/** The mandate whose terms a new one begins with. */
export const newMandateSearch = z.object({
  from: z.catch(z.optional(z.string().check(z.regex(/^man_[0-9a-z]{26}$/))), undefined),
});
