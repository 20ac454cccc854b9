import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

const COLUMNS = ['title', 'status', 'due', 'amount', 'updated'] as const;
const SORTS = COLUMNS.flatMap((column) => [column, `-${column}`] as const);

/** Which projects are listed, and how: those changed last first where the address does not say. */
export const projectsSearch = z.object({
  q: text,
  status: text,
  country: text,
  theme: text,
  sort: z.catch(z.optional(z.enum(SORTS)), undefined),
  cursor: text,
});
export type ProjectsSearch = z.infer<typeof projectsSearch>;
