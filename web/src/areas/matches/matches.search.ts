import { z } from 'zod/mini';

/** Addresses may hold what looks like a number. */
const text = z.catch(z.optional(z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String))), undefined);
const id = (prefix: string) => z.catch(z.optional(z.string().check(z.regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`)))), undefined);
/** Codes with commas between. */
const codes = (code: string) => z.catch(z.optional(z.string().check(z.regex(new RegExp(`^${code}(,${code})*$`)))), undefined);

/** What the address of the matches says; what it says otherwise is left out. `open` is explained, through the mandate `via`. */
export const matchesSearch = z.object({
  mandate: codes('man_[0-9a-z]{26}'),
  country: codes('[A-Z]{2}'),
  theme: codes('[a-z0-9-]+'),
  q: text,
  near: z.catch(z.optional(z.literal('yes')), undefined),
  cursor: text,
  open: id('prj'),
  via: id('man'),
  /** Chosen to be compared. */
  p: codes('prj_[0-9a-z]{26}'),
});
export type MatchesSearch = z.infer<typeof matchesSearch>;

export const openSearch = z.object({ open: id('man') });

/** What filters the list, without what is shown of it. */
export const FILTERS = ['mandate', 'country', 'theme', 'q'] as const;
export type Filter = (typeof FILTERS)[number];

export const valuesOf = (given: string | undefined): string[] => (given === undefined || given === '' ? [] : given.split(','));
export const MAX_COMPARED = 4;

/** With a value more, or without it where it is there. */
export function toggled(given: string | undefined, value: string): string | undefined {
  const values = valuesOf(given);
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return next.length > 0 ? next.join(',') : undefined;
}
