import { CUT_BYS, FLOW_NODE_KINDS, MONTH_STAGES, WORK_KINDS } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { PROJECT_STATUSES } from '@junkan/proto/junkan/project/v1/language.ts';
import { z } from 'zod';
import { count, counts, day, key, maybe, money, names } from '../parts.ts';

export const STAGES = [
  'sought',
  'offered',
  'accepted',
  'committed',
  'in-payment',
  'settled',
  'guaranteed',
  'guarantee-paid',
  'in-kind',
] as const;
const stage = z
  .enum(STAGES)
  .meta({ description: 'How sure the money is: the least sure first. `guaranteed` and `in-kind` are no money, and are added to none.' });

const flow = z
  .strictObject({
    stage,
    sponsor: maybe(key('spo')).meta({ description: 'Absent for what is sought, and if the caller may not see the sponsor.' }),
    countries: z.array(z.string()).meta({ description: 'All countries of the projects; projects of several are in one flow.' }),
    status: z.enum(PROJECT_STATUSES).meta({ description: 'Of the projects.' }),
    amount: money,
  })
  .meta({ id: 'Flow', description: 'From a sponsor to projects. Every unit of money is in one flow alone.' });

const stageSum = z.strictObject({ stage, amount: money });

const countriesSum = z
  .strictObject({
    countries: z.array(z.string()).meta({ description: 'All countries of the projects; projects of several are in one sum.' }),
    projects: count,
    stages: z.array(stageSum),
  })
  .meta({ id: 'CountriesSum' });

const place = count.meta({ description: 'A place among the nodes, from 0.' });
const flowPicture = z
  .strictObject({
    amount: money.meta({ description: 'All of it.' }),
    nodes: z.array(
      z.strictObject({
        kind: z.enum(FLOW_NODE_KINDS).meta({ description: '`others`: the countries with less money than those that have a node.' }),
        countries: z.array(z.string()),
        code: maybe(z.string()).meta({ description: 'The status or the stage.' }),
        amount: money,
      }),
    ),
    links: z.array(z.strictObject({ source: place, target: place, stage, amount: money })),
  })
  .meta({
    id: 'FlowPicture',
    description:
      'Money of one currency, from countries to the status of their projects and on to how sure it is, without what is only offered, guaranteed or given in kind. Links add up to their nodes.',
  });

const portfolio = z
  .strictObject({
    stages: z.array(stageSum).meta({
      description:
        'By stage and currency. A unit is in the most certain stage that it has reached; `offered` is counted in addition to `sought`. `guaranteed` and `in-kind` are what guarantees cover and contributions in kind are worth, of rounds that are over and of agreements.',
    }),
    flows: z.array(flow),
    byCountries: z.array(countriesSum).meta({ description: 'Every project, and every unit of money, is in one of them alone.' }),
    pictures: z.array(flowPicture).meta({ description: 'One for each currency.' }),
    moreFlows: z.boolean().meta({ description: 'Whether there are more flows than this answer contains; the stages include all.' }),
    projects: z
      .strictObject({ count, counts })
      .meta({ description: 'How many: in `counts`, one of several countries or themes in each of them.' }),
    names,
  })
  .meta({ id: 'Portfolio' });

const since = (said: string) => maybe(day).meta({ description: said });
const overview = z
  .strictObject({
    day: day.meta({ description: 'When this is so, in policy time.' }),
    days: z
      .array(z.strictObject({ day, count, mine: count.meta({ description: 'What of it the caller may do.' }) }))
      .meta({ description: 'The days of the next thirty on which something is due that waits for the caller’s organisation.' }),
    queue: z
      .array(
        z.strictObject({
          kind: z.enum(WORK_KINDS),
          count,
          overdue: count,
          since: z
            .array(
              z.strictObject({ from: since('The first day; absent = all before.'), to: since('The last day; absent = all after.'), count }),
            )
            .meta({ description: 'By the day on which the wait began, the newest first.' }),
          amounts: z.array(money).meta({ description: 'In each currency.' }),
        }),
      )
      .meta({ description: 'What waits, by kind: the kind of which most has waited longest first.' }),
    money: z.array(z.strictObject({ by: z.enum(CUT_BYS), code: z.string(), stages: z.array(stageSum) })).meta({
      description:
        'The money of a city’s projects, or a sponsor’s own part, by country and by theme: a project of several counts in each. Empty for others.',
    }),
    months: z.array(z.strictObject({ stage: z.enum(MONTH_STAGES), month: z.string().regex(/^\d{4}-\d{2}$/), count, amount: money })).meta({
      description:
        '`settled`: what was settled in the month, of the payments that the caller may list, of a sponsor its own. `committed`: the caller’s part of agreements that came into force in it.',
    }),
  })
  .meta({ id: 'Overview' });

const { stages, flows, byCountries, pictures, moreFlows, projects } = portfolio.shape;

export const portfolioAnswers = {
  overview,
  portfolio,
  publicDay: z.strictObject({ date: day, trial: z.boolean(), names }),
  publicTotals: z.strictObject({ stages, byCountries, projects, names }),
  publicFlow: z.strictObject({ pictures, flows, moreFlows, names }),
  publicPlaces: z.strictObject({
    places: z
      .array(z.strictObject({ country: z.string(), projects: count }))
      .meta({ description: 'The country with most projects first.' }),
    names,
  }),
};
