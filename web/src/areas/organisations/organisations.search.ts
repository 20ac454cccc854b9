import { z } from 'zod/mini';
import { textInAddress as text } from '../../parts/search.ts';

/** Which organisations are listed: cities and agencies where the address does not say. */
export const organisationsSearch = z.object({ kind: z.catch(z.optional(z.enum(['sponsors'])), undefined), q: text, cursor: text });
