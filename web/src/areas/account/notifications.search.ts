import { z } from 'zod/mini';

/** What the address of the notifications says; what it says otherwise is left out. */
export const noticesSearch = z.object({ unread: z.catch(z.optional(z.literal(true)), undefined) });
