import { officerOf, secretary } from '../api.ts';
import type { Base } from './base.ts';
import { usd } from './house.ts';

/** From the first draft to a round that is open. */
export const proposing = (base: Base) => ({
  /** A complete proposal of 1000, in so many yearly milestones of equal amounts. */
  async drafted(milestones = 1, minimumCloseBasisPoints = 10_000): Promise<string> {
    const amount = usd((1000 / milestones).toFixed(2));
    const proposal = {
      reference: `demonstration-${base.name}`,
      title: `Demonstration: ${base.name}`,
      countries: ['JP'],
      themes: ['demonstration'],
      readiness: 3,
      target: usd('1000.00'),
      minimumCloseBasisPoints,
      milestones: Array.from({ length: milestones }, (_, index) => ({
        number: index + 1,
        title: `Year ${index + 1}`,
        monthsAfterEffective: 12 * (index + 1),
        amount,
      })),
    };
    return (await base.as(officerOf(base.city)).draftProject({}, { proposer: base.city, proposal })).id;
  },
  async submitted(milestones = 1, minimumCloseBasisPoints = 10_000): Promise<string> {
    const project = await this.drafted(milestones, minimumCloseBasisPoints);
    await base.as(officerOf(base.city)).submitProject({ id: project });
    return project;
  },
  /** Opened to sponsors; answers the round's funding. */
  async opened(project: string, round = 1): Promise<string> {
    if (round === 1) await base.as(secretary).declareEligible({ id: project });
    await base.as(secretary).openProject({ id: project });
    let found: string | undefined;
    await base.time.until(async () => {
      const fundings = await Array.fromAsync(base.as(secretary).each('listFundings', { id: project }));
      found = fundings.find((each) => each.round === round)?.id;
      return found !== undefined;
    });
    return found ?? '';
  },
  /** A project of which the first round is open. */
  async raising(milestones = 1, minimumCloseBasisPoints = 10_000): Promise<{ project: string; funding: string }> {
    const project = await this.submitted(milestones, minimumCloseBasisPoints);
    return { project, funding: await this.opened(project) };
  },
  withdraws: (project: string) =>
    base.as(officerOf(base.city)).withdrawProject({ id: project }, { note: 'The council has decided otherwise.' }),
});
