import { z } from 'zod/mini';

/** The projects that are compared, two to four, and whether only what differs is shown. */
export const compareSearch = z.object({
  p: z.catch(z.optional(z.string().check(z.regex(/^prj_[0-9a-z]{26}(,prj_[0-9a-z]{26}){0,3}$/))), undefined),
  differ: z.catch(z.optional(z.literal('only')), undefined),
});
