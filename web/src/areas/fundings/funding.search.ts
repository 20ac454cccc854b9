import { z } from 'zod/mini';

/** Addresses may hold what looks like a number. */
const text = z.catch(z.optional(z.pipe(z.union([z.string(), z.number()]), z.transform(String))), undefined);

/** Of a round: which offer is shown with its versions, which of them, which columns where there are many, and whose mandate makes an offer. */
export const fundingSearch = z.object({ offer: text, versions: text, columns: text, mandate: text });
