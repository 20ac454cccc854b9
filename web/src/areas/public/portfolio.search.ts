import { z } from 'zod/mini';

/** Addresses may hold what looks like a number. */
const text = z.catch(z.optional(z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String))), undefined);

/** What the address of the portfolio says; what it says otherwise is left out. */
export const portfolioSearch = z.object({
  q: text,
  country: text,
  theme: text,
  status: text,
  sort: z.catch(z.optional(z.enum(['-amount', 'amount', 'title', '-title'])), undefined),
  cursor: text,
});
export type PortfolioSearch = z.infer<typeof portfolioSearch>;
