import { z } from 'zod/mini';

/** What the address of the desk says; what it says otherwise is left out. */
export const deskSearch = z.object({
  waits: z.catch(z.optional(z.enum(['others', 'late'])), undefined),
  cursor: z.catch(z.optional(z.string()), undefined),
});
