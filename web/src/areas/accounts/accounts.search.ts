import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

export const STATUSES = ['proposed', 'confirmed', 'refused', 'retired'] as const;

/** Which bank accounts are listed: all where the address does not say. */
export const accountsSearch = z.object({ status: z.catch(z.optional(z.enum(STATUSES)), undefined), cursor: text });
