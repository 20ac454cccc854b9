import { z } from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

/** What the address of the portfolio says; what it says otherwise is left out. */
export const portfolioSearch = z.object({
  q: text,
  country: text,
  theme: text,
  status: text,
  sort: z.catch(z.optional(z.enum(['-amount', 'amount', 'title', '-updated'])), undefined),
  cursor: text,
});
export type PortfolioSearch = z.infer<typeof portfolioSearch>;
