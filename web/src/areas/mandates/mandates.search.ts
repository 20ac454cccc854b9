import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Which mandates are listed: those in force where the address does not say. */
export const mandatesSearch = z.object({
  state: z.catch(z.optional(z.enum(['paused', 'retired'])), undefined),
  sort: z.catch(z.optional(z.enum(['-updated', '-amount'])), undefined),
  q: text,
  country: text,
  cursor: text,
});
export type MandatesSearch = z.infer<typeof mandatesSearch>;
