import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

export const STATUSES = ['requested', 'cleared', 'flagged', 'revoked', 'expired'] as const;

/** Which passports are listed: all where the address does not say. */
export const passportsSearch = z.object({ status: z.catch(z.optional(z.enum(STATUSES)), undefined), cursor: text });
