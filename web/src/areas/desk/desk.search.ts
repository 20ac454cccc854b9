import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** What the address of the desk says; what it says otherwise is left out. */
export const deskSearch = z.object({
  waits: z.catch(z.optional(z.enum(['others', 'late'])), undefined),
  kind: text,
  cursor: text,
});
