import type { Call } from '@junkan/kit/call.ts';
import { WORK_SCOPES } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import type { FlowPicture, PortfolioRequest, SinceCount, StageSum } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import { countsShown } from '../http/listing.ts';
import { country, id } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

export const orAny = <Shape extends z.ZodType<string>>(shape: Shape) => shape.or(z.literal('')).default('');
export const theme = z.string().regex(/^[a-z0-9-]{1,100}$/, 'must be a code of lower-case letters, digits and hyphens');

const asked = z.strictObject({
  proposer: orAny(id('org')),
  sponsor: orAny(id('spo')).meta({ description: 'For itself, for proposers of their own projects, and for overseers.' }),
  country: orAny(country),
  theme: orAny(theme),
});

const begun = z.strictObject({
  waits: z.enum(WORK_SCOPES).default('ours').meta({ description: 'Whose work `queue` counts, as in the list of work.' }),
});

export function portfolioRoutes({ get }: Routes, services: Services): void {
  get(
    '/portfolio',
    about('getPortfolio', 'The money of all published projects, by how sure it is, as far as the caller may know', answers.portfolio),
    { query: asked },
    ({ query, call }) => portfolioOf(services, query, call),
  );
  get(
    '/overview',
    about(
      'getOverview',
      'What a person begins with: what is due, what waits how long, and the own money by certainty and by month',
      answers.overview,
    ),
    { query: begun },
    async ({ query, call }) => {
      const { queue, money, months, ...of } = await services.catalogue.overview(query, call);
      return {
        ...of,
        queue: queue.map(({ since, amounts, ...each }) => ({ ...each, since: since.map(boundsShown), amounts: amounts.map(moneyOf) })),
        money: money.map((cut) => ({ ...cut, stages: cut.stages.map(stageShown) })),
        months: months.map(({ minorUnits, currency, ...month }) => ({ ...month, amount: moneyOf({ minorUnits, currency }) })),
      };
    },
  );
}

/** A day that bounds nothing is left out. */
const boundsShown = ({ from, to, count }: SinceCount) => ({ ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }), count });

export async function portfolioOf({ catalogue }: Services, request: PortfolioRequest, call: Call) {
  const { stages, flows, more, projects, counts, byCountries, pictures } = await catalogue.portfolio(request, call);
  return {
    stages: stages.map(stageShown),
    byCountries: byCountries.map((sum) => ({ ...sum, stages: sum.stages.map(stageShown) })),
    pictures: pictures.map(pictureShown),
    flows: flows.map(({ minorUnits, currency, ...flow }) => ({ ...flow, amount: moneyOf({ minorUnits, currency }) })),
    moreFlows: more,
    projects: { count: projects, counts: countsShown(counts) },
  };
}

const stageShown = ({ stage, ...sum }: StageSum) => ({ stage, amount: moneyOf(sum) });

function pictureShown({ currency, minorUnits, nodes, links }: FlowPicture) {
  const sum = (units: string) => moneyOf({ minorUnits: units, currency });
  return {
    amount: sum(minorUnits),
    nodes: nodes.map(({ minorUnits: units, ...node }) => ({ ...node, amount: sum(units) })),
    links: links.map(({ minorUnits: units, ...link }) => ({ ...link, amount: sum(units) })),
  };
}

const moneyOf = ({ minorUnits, currency }: { minorUnits: string; currency: string }) => ({ amount: BigInt(minorUnits), currency });
