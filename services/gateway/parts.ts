import { z } from 'zod';

/** The parts that many answers share. What is not known is left out of an answer; zeros and empty lists are there. */
export const key = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`));
export const count = z.number().int().min(0);
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ format: 'date' });
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .meta({ format: 'date-time' });
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const maybe = <Shape extends z.ZodType>(shape: Shape) => shape.optional();
export const word = maybe(z.string());

export const money = z
  .strictObject({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string().length(3) })
  .meta({ id: 'Money', description: 'A decimal text with the places of its ISO 4217 currency.' });

/** The names of an answer, in addition to its contents. */
export const names = maybe(
  z.record(z.string(), z.strictObject({ text: z.string() })).meta({
    id: 'Names',
    description: 'What is called how, by id, as far as the caller may see it; where it was asked for (`with=names`).',
  }),
);

export const counts = z.record(z.string(), z.record(z.string(), count));

const listed = {
  names,
  nextCursor: z.string().optional().meta({ description: 'Leads to the next page; only where one follows.' }),
  total: z
    .strictObject({ count, more: z.boolean().meta({ description: 'Whether there are more than that.' }) })
    .meta({ description: 'All items that pass the filters: exact up to a bound.' }),
  counts: counts.meta({
    description: 'By field and value, under all filters but those on the field itself; of the fields that were asked for.',
  }),
  matched: maybe(
    z.record(z.string(), z.record(z.string(), z.array(z.array(count).length(2)))).meta({
      id: 'Matched',
      description:
        'Where `q` was found: by item and JSON pointer into it, from and to in UTF-16 code units, the end not included. Of `/proposer`: in what it is called.',
    }),
  ),
  corrected: word.meta({ description: 'What was probably meant, where nothing is found by what was typed.' }),
};

/** A list of the catalogue, with the total in addition to the page. */
export const counted = <Name extends string, Item extends z.ZodType>(name: Name, item: Item) =>
  z.strictObject({ [name]: z.array(item), ...listed });

export const list = <Name extends string, Item extends z.ZodType>(name: Name, item: Item) =>
  z.strictObject({
    [name]: z.array(item),
    names,
    nextCursor: z.string().optional().meta({ description: 'Leads to the next page; only where one follows.' }),
  });
