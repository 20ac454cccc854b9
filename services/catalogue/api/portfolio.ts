import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { PortfolioRequest, PortfolioResponse } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { type Flow, flowsOf, projectsOf, STAGES, stagesOf } from '../query/portfolio.ts';

/** More are not told: what remains is in the sums of the stages. */
const MAX_FLOWS = 5_000;
const MAX_VALUES = 250;

/** The portfolio as it is answered. `reader`: the organisation as which it is read; undefined = one that may see all. */
export function portfolioFor(prepare: Prepare, asked: PortfolioRequest & { readonly reader: string | undefined }): PortfolioResponse {
  const flows = flowsOf(prepare, asked);
  const { count, counts } = projectsOf(prepare, asked);
  return {
    stages: stagesOf(flows).map(({ amount, ...of }) => ({ ...of, minorUnits: String(amount) })),
    flows: flows
      .sort(largestFirst)
      .slice(0, MAX_FLOWS)
      .map(({ amount, countries, ...of }) => ({ ...of, countries: [...countries], minorUnits: String(amount) })),
    more: flows.length > MAX_FLOWS,
    projects: count,
    counts: Object.entries(counts).map(([field, values]) => ({
      field,
      values: [...values].slice(0, MAX_VALUES).map(([value, found]) => ({ value, count: found })),
    })),
  };
}

/** Within a stage and a currency: amounts of different ones are not compared. */
function largestFirst(a: Flow, b: Flow): number {
  const byStage = STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage);
  if (byStage !== 0) return byStage;
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1;
}
