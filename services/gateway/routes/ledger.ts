import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import { currency, date, id } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const orAny = <Shape extends z.ZodType<string>>(shape: Shape) => shape.or(z.literal('')).default('');

/** Of which lines a statement of account is. */
export const ofLedger = z.strictObject({
  party: orAny(z.string().regex(/^(org|spo)_[0-9a-z]{26}$/, 'must be an identifier org_… or spo_…')).meta({
    description: 'Whose accounts; without it the caller’s own, or all accounts for those who may see all.',
  }),
  project: orAny(id('prj')).meta({ description: 'Cannot be combined with an agreement.' }),
  agreement: orAny(id('agr')),
  from: orAny(date).meta({ description: 'The first day; without it from the first line on.' }),
  to: orAny(date).meta({ description: 'The last day, which is within.' }),
});

const asked = ofLedger.extend({
  in: orAny(currency).meta({
    description: 'A currency into which closing balances are converted as well, at the recorded rates of the last day.',
  }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2}\.\d{12}\.\d{4}\.\d{4})?$/, 'must be a cursor that was answered')
    .default(''),
});

export function ledgerRoutes({ get }: Routes, { disbursement }: Services): void {
  get(
    '/ledger',
    about(
      'getLedger',
      'A statement of account: what was in each kind of account before, each posting, and what is in it after',
      answers.ledger,
    ),
    { query: asked },
    async ({ query: { cursor: after, ...query }, call }) => {
      const { balances, lines, next, totals, closedThrough } = await disbursement.readLedger({ ...query, after }, call);
      return { balances, totals, lines, nextCursor: next, closedThrough };
    },
  );
}
