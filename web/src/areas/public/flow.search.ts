import { z } from 'zod/mini';

/** Whether the flow is shown as a picture or as a table of the same. */
export const flowSearch = z.object({ as: z.catch(z.optional(z.enum(['picture', 'table'])), undefined) });
