import type { Scenarios } from './scenario.ts';

/** Money that somebody holds for a while. */
export const HELD: Scenarios = {
  'payment-held': {
    ends: 'closed',
    async run(scenario) {
      const { fund } = scenario.house;
      const { project, funding } = await scenario.raising(2);
      await scenario.confirms(await scenario.funded(project, funding), fund);
      const agreement = await scenario.approved(project);
      await scenario.signed(agreement);
      const [one, two] = await scenario.milestones(agreement.id);
      if (!one || !two) throw new Error(`${scenario.name}: two milestones were planned`);
      await scenario.heldByTwo(agreement.id, { tranche: 1, sponsor: fund.sponsor });
      await scenario.met(one.id);
      await scenario.paid(agreement.id, 1);
      await scenario.met(two.id);
      await scenario.heldAsRequested(agreement.id, { tranche: 2, sponsor: fund.sponsor });
      await scenario.paid(agreement.id, 2);
      await scenario.closes(project);
      return project;
    },
  },
};
