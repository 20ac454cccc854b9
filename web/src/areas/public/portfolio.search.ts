import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** What the address of the portfolio says; what it says otherwise is left out. */
export const portfolioSearch = z.object({
  q: text,
  country: text,
  theme: text,
  status: text,
  sort: z.catch(z.optional(z.enum(['-amount', 'amount', 'title', '-title'])), undefined),
  cursor: text,
  /** A cell of the map. */
  cell: text,
  map: z.catch(z.optional(z.enum(['picture', 'table'])), undefined),
});
export type PortfolioSearch = z.infer<typeof portfolioSearch>;
