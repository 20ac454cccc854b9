import { money, total } from '@junkan/kit/pure/money.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { PortfolioRequest, PortfolioResponse, ProgressResponse } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { picturesOf } from '../query/pictures.ts';
import { type Flow, flowsOf, projectsOf, STAGES, stagesOf } from '../query/portfolio.ts';
import { progressOf } from '../query/progress.ts';

/** The most cells of an answer: the sums of the stages include the others. */
const MAX_FLOWS = 5_000;
const MAX_VALUES = 250;

/** The portfolio as it is answered. `reader`: the organisation that reads it; undefined = one that may see all. */
export function portfolioFor(prepare: Prepare, asked: PortfolioRequest & { readonly reader: string | undefined }): PortfolioResponse {
  const flows = flowsOf(prepare, asked);
  const { count, counts, together } = projectsOf(prepare, asked);
  return {
    stages: stagesOf(flows).map(({ amount, ...of }) => ({ ...of, minorUnits: String(amount) })),
    flows: largestFirst(flows)
      .slice(0, MAX_FLOWS)
      .map(({ stage, sponsor, countries, status, currency, amount }) => ({
        stage,
        sponsor,
        countries: [...countries],
        status,
        currency,
        minorUnits: String(amount),
      })),
    more: flows.length > MAX_FLOWS,
    projects: count,
    counts: Object.entries(counts).map(([field, values]) => ({
      field,
      values: [...values].slice(0, MAX_VALUES).map(([value, found]) => ({ value, count: found })),
    })),
    byCountries: byCountries(flows, together),
    pictures: picturesOf(flows).map(({ nodes, links, currency, amount: whole }) => ({
      currency,
      minorUnits: String(whole),
      nodes: nodes.map(({ amount, ...node }) => ({ ...node, countries: [...node.countries], minorUnits: String(amount) })),
      links: links.map(({ amount, ...link }) => ({ ...link, minorUnits: String(amount) })),
    })),
  };
}

/** Each project once: one in several countries counts under all of them together. */
function byCountries(flows: readonly Flow[], projects: ReadonlyMap<string, number>): PortfolioResponse['byCountries'] {
  const money = Map.groupBy(flows, ({ countries }) => countries.join('\n'));
  return [...new Set([...projects.keys(), ...money.keys()])].map((key) => ({
    countries: key === '' ? [] : key.split('\n'),
    projects: projects.get(key) ?? 0,
    stages: stagesOf(money.get(key) ?? []).map(({ amount, ...of }) => ({ ...of, minorUnits: String(amount) })),
  }));
}

/** Within a stage and a currency: amounts of different ones are not compared. */
function largestFirst(flows: readonly Flow[]): Flow[] {
  const groups = [...Map.groupBy(flows, ({ stage, currency }) => `${STAGES.indexOf(stage)} ${currency}`)];
  return groups
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => group.sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1)));
}

/** What has been paid of projects, as everybody may know it. */
export const progressFor = (prepare: Prepare, projects: readonly string[]): ProgressResponse['projects'] =>
  progressOf(prepare, projects).map(({ project, tranches: found, settled }) => {
    const tranches = found.map(({ currency, ...each }) => ({
      ...each,
      planned: money(each.planned, currency),
      payable: money(each.payable, currency),
      settled: money(each.settled, currency),
    }));
    const sumOf = (of: 'planned' | 'payable') =>
      settled &&
      total(
        tranches.map((each) => each[of]),
        settled.currency,
      );
    return {
      project,
      milestones: tranches.length,
      paid: tranches.filter(({ whole }) => whole).length,
      planned: sumOf('planned'),
      payable: sumOf('payable'),
      settled,
      tranches,
    };
  });
