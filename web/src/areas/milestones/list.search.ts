import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

const COLUMNS = ['title', 'due', 'amount', 'status'] as const;
const SORTS = COLUMNS.flatMap((column) => [column, `-${column}`] as const);
const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);

/** Which milestones are listed, and how: those that are still to come, what is due first at the top, where the address does not say. */
export const milestonesSearch = z.object({
  state: z.catch(z.optional(z.enum(['reported', 'over'])), undefined),
  q: text,
  dueFrom: day,
  dueTo: day,
  sort: z.catch(z.optional(z.enum(SORTS)), undefined),
  cursor: text,
});
export type MilestonesSearch = z.infer<typeof milestonesSearch>;
