import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Which offers are listed: those under way where the address does not say. */
export const offersSearch = z.object({ state: z.catch(z.optional(z.enum(['held', 'ended'])), undefined), cursor: text });
