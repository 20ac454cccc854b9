import { PROJECT_STATUSES } from '@junkan/proto/junkan/project/v1/language.ts';
import { z } from 'zod';
import { count, counts, key, maybe, money, names } from './parts.ts';

export const STAGES = ['sought', 'offered', 'accepted', 'committed', 'in-payment', 'settled'] as const;
const stage = z.enum(STAGES).meta({ description: 'How sure the money is: the least sure first.' });

const flow = z
  .strictObject({
    stage,
    sponsor: maybe(key('spo')).meta({ description: 'Absent of what is sought, and where the sponsor is not told to the caller.' }),
    countries: z.array(z.string()).meta({ description: 'All countries of the projects; projects of several are in one flow.' }),
    status: z.enum(PROJECT_STATUSES).meta({ description: 'Of the projects.' }),
    amount: money,
  })
  .meta({ id: 'Flow', description: 'From a sponsor to projects. Every unit of money is in one flow alone.' });

const portfolio = z
  .strictObject({
    stages: z
      .array(z.strictObject({ stage, amount: money }))
      .meta({ description: 'By stage and currency. A unit is in the surest stage that it has come to; `offered` stands beside `sought`.' }),
    flows: z.array(flow),
    moreFlows: z.boolean().meta({ description: 'Whether there are more flows than are told; the stages hold all.' }),
    projects: z
      .strictObject({ count, counts })
      .meta({ description: 'How many: in `counts`, one of several countries or themes in each of them.' }),
    names,
  })
  .meta({ id: 'Portfolio' });

const { stages, flows, moreFlows, projects } = portfolio.shape;

export const portfolioAnswers = {
  portfolio,
  publicTotals: z.strictObject({ stages, projects, names }),
  publicFlow: z.strictObject({ flows, moreFlows, names }),
  publicPlaces: z.strictObject({
    places: z
      .array(z.strictObject({ country: z.string(), projects: count }))
      .meta({ description: 'The country with most projects first.' }),
    names,
  }),
};
