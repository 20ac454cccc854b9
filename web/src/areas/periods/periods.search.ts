import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

export const STATUSES = ['proposed', 'closed', 'refused'] as const;

/** Which closings are listed: all where the address does not say. */
export const periodsSearch = z.object({ status: z.catch(z.optional(z.enum(STATUSES)), undefined), cursor: text });
export type PeriodsSearch = z.infer<typeof periodsSearch>;
