import { WORK_KINDS } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { z } from 'zod';
import { count, names } from '../parts.ts';
import { task } from './items.ts';

export const workCounts = z.partialRecord(z.enum(WORK_KINDS), count);

export const work = z.strictObject({
  work: z.array(task),
  nextCursor: z.string().optional().meta({ description: 'Leads to the next page; only where one follows.' }),
  total: z
    .strictObject({ count, more: z.boolean().meta({ description: 'Whether there are more than that.' }) })
    .meta({ description: 'All that passes the filters: exact up to a bound.' }),
  counts: workCounts.meta({ description: 'By kind, whichever kinds are asked for, under all other filters: each exact up to 1,000.' }),
  names,
});
