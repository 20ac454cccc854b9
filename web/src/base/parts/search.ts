import { z } from 'zod/mini';

/** A text in an address, which may look like a number or a keyword; other values are ignored. */
export const textInAddress = z.catch(z.optional(z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String))), undefined);

/** One of these codes in an address; what is none of them is left out. */
export const oneOf = <const Codes extends readonly string[]>(codes: Codes) => z.catch(z.optional(z.enum(codes)), undefined);

/** A date in an address; what is none is left out. */
export const dayInAddress = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);
