import { type Api, secretary, sendingAs } from '../api.ts';
import type { Agreement, Funding, Milestone, Project } from '../messages.ts';
import type { DemoParties } from './demo-parties.ts';
import type { Time } from './time.ts';

export type Base = ReturnType<typeof baseOf>;
export type Lender = DemoParties['fund'];
export type Round = { readonly funding: string; readonly offer: string };

/**
 * What every step of a demonstration needs. Each command has a key that follows from its place in the scenario, so that an interrupted
 * scenario can be run again: commands that were done return the same answer.
 */
export function baseOf(name: string, { api, time, demoParties }: { api: Api; time: Time; demoParties: DemoParties }) {
  let step = 0;
  const project = (id: string): Promise<Project> => api.as(secretary).getProject({ id });
  return {
    name,
    api,
    time,
    demoParties,
    city: demoParties.city,
    as: sendingAs(api, () => {
      step += 1;
      return { key: `${name}:${step}`, correlationId: `demonstration:${name}` };
    }).as,
    project,
    funding: (id: string): Promise<Funding> => api.as(secretary).getFunding({ id }),
    agreement: (id: string): Promise<Agreement> => api.as(secretary).getAgreement({ id }),
    milestone: (id: string): Promise<Milestone> => api.as(secretary).getMilestone({ id }),
    async milestones(agreement: string): Promise<Milestone[]> {
      const found = await Array.fromAsync(api.as(secretary).each('listMilestones', { agreement }));
      return found.toSorted((a, b) => a.number - b.number);
    },
    async twoMilestones(agreement: string): Promise<readonly [Milestone, Milestone]> {
      const [one, two] = await this.milestones(agreement);
      if (!one || !two) throw new Error(`${name}: two milestones were planned`);
      return [one, two];
    },
    /** Waits until the project leaves the given status. */
    async past(id: string, ...earlier: Project['status'][]): Promise<Project> {
      await time.until(async () => !earlier.includes((await project(id)).status));
      return project(id);
    },
  };
}
