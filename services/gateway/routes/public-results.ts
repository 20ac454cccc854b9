import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import type { PublicRoutes } from '../http/public.ts';
import { country, id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { orAny, theme } from './portfolio.ts';

const wanted = z.strictObject({
  indicator: z.string().max(100).default('').meta({ description: 'A code of the list indicators.' }),
  country: orAny(country),
  city: orAny(id('org')),
  theme: orAny(theme),
  sponsor: orAny(id('spo')).meta({ description: 'Of what it has paid for, the part that is its own.' }),
  commitment: z.string().max(60).default('').meta({ description: 'Which serves it: the id of the declaration and the code, "dcl_…/C1".' }),
  certainty: z.enum(['', 'reported', 'verified']).default(''),
  action: orAny(id('act')),
  project: orAny(id('prj')).meta({ description: 'Of its action; `action` is not asked for beside it.' }),
});
const BY = ['', 'city', 'country', 'touched', 'attributed', 'payer', 'theme', 'certainty'] as const;
const split = wanted.extend({
  by: z
    .enum(BY)
    .default('')
    .meta({ description: 'What they are split by. `touched` and `theme` overlap; all others add up to the whole.' }),
});
const paged = wanted.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  cursor: z.string().max(200).default(''),
});

/** What the results of actions add up to, for everybody: every total opens to the rows that it is the sum of. */
export function publicResults({ get }: PublicRoutes, { programme }: Services): void {
  get(
    '/public/results',
    about(
      'getPublicResults',
      'What the results of actions add up to, by indicator, reported and verified apart, with the cost of each verified unit',
      answers.resultTotals,
    ),
    { query: split },
    ({ query, call }) => programme.resultTotals(query, call),
  );
  get(
    '/public/results/rows',
    about(
      'listPublicResultRows',
      'What each source adds to the figures, once: the amounts of all rows add up to the total',
      answers.resultRows,
    ),
    { query: paged },
    ({ query: { limit, cursor, ...of }, call }) => programme.resultAtoms({ of: { ...of, by: '' }, limit, cursor }, call),
  );
}
