import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Which budgets overseers are shown, and how: those whose period ends first at the top where the address does not say. */
export const envelopesSearch = z.object({
  sponsor: z.catch(z.optional(z.string().check(z.regex(/^spo_[0-9a-z]{26}$/))), undefined),
  sort: z.catch(z.optional(z.enum(['-updated', '-amount'])), undefined),
  cursor: text,
});
export type EnvelopesSearch = z.infer<typeof envelopesSearch>;
