import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

export const STATUSES = ['proposed', 'correcting', 'confirmed', 'refused'] as const;

/** Which exchange rates are listed: all where the address does not say. */
export const ratesSearch = z.object({ status: z.catch(z.optional(z.enum(STATUSES)), undefined), source: text, cursor: text });
export type RatesSearch = z.infer<typeof ratesSearch>;
