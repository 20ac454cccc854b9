import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

export const STATUSES = ['making', 'made', 'approved', 'refused', 'sending', 'sent', 'answered'] as const;

/** Which payment files are listed: all where the address does not say. */
export const filesSearch = z.object({ status: z.catch(z.optional(z.enum(STATUSES)), undefined), cursor: text });
