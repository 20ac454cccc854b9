import type { Scenarios } from './scenario.ts';

/**
 * Money that waits for a condition, or that somebody holds for a while, and budgets that are paid out later, or in another currency; and what is no money.
 */
export const HELD: Scenarios = {
  'condition-met': {
    ends: 'closed',
    async run(scenario) {
      const { fund } = scenario.demoParties;
      const { project, funding } = await scenario.raising(1);
      const conditions = [{ title: 'The city owns the land', phase: 'precedent', kind: 'policy' }] as const;
      const agreement = await scenario.signedWith(fund, { project, funding }, { terms: { conditions: [...conditions] } });
      await scenario.conditionMet(agreement.id, fund.sponsor);
      await scenario.carriedOut(agreement);
      return scenario.closes(project);
    },
  },
  'budget-in-yen': {
    ends: 'closed',
    async run(scenario) {
      const { bank } = scenario.demoParties;
      const { project, funding } = await scenario.raising(2);
      const envelope = await scenario.budgetInYen(project, bank, '150');
      const agreement = await scenario.signedWith(bank, { project, funding }, { envelope });
      await scenario.moreOfBudget(agreement, { envelope, lender: bank }, '15000');
      // The first payment is a loss by exchange, once its rate is corrected; the second a gain.
      for (const [index, typed, yen] of [
        [0, '165', '156'],
        [1, '145', '145'],
      ] as const) {
        const [milestone] = (await scenario.milestones(agreement.id)).slice(index);
        if (!milestone) throw new Error(`${scenario.name}: two milestones were planned`);
        const of = { milestone: milestone.id, envelope, lender: bank };
        await scenario.met(milestone.id);
        await scenario.yenAt(typed, of);
        await scenario.paid(agreement.id, milestone.number);
        if (typed !== yen) await scenario.yenCorrected(yen, agreement.id, of);
      }
      // Less yen come back than were committed for them.
      await scenario.claimedBack(agreement.id, 'unspent', { amount: '100.00', currency: 'USD' });
      await scenario.refunds(agreement.id, 1, { amount: '100.00', currency: 'USD' });
      return scenario.closes(project);
    },
  },
  'payment-held': {
    ends: 'closed',
    async run(scenario) {
      const { fund } = scenario.demoParties;
      const { project, funding } = await scenario.raising(2);
      const agreement = await scenario.signedWith(fund, { project, funding });
      const [one, two] = await scenario.twoMilestones(agreement.id);
      await scenario.heldByTwo(agreement.id, { tranche: 1, sponsor: fund.sponsor });
      await scenario.met(one.id);
      await scenario.paid(agreement.id, 1);
      await scenario.met(two.id);
      await scenario.heldAsRequested(agreement.id, { tranche: 2, sponsor: fund.sponsor });
      await scenario.paid(agreement.id, 2);
      return scenario.closes(project);
    },
  },
  guaranteed: {
    ends: 'closed',
    async run(scenario) {
      const { fund, bank } = scenario.demoParties;
      const { project, funding } = await scenario.raising(1);
      const beside = await scenario.guaranteed(funding, bank, scenario.offered);
      await scenario.confirms(await scenario.funded(project, funding), fund);
      for (const round of beside) await scenario.confirms(round, bank);
      const drafted = await scenario.approved(project);
      await scenario.signed(drafted);
      const agreement = await scenario.agreement(drafted.id);
      await scenario.called(agreement, bank);
      await scenario.received(agreement, bank);
      await scenario.carriedOut(agreement);
      return scenario.closes(project);
    },
  },
  'budget-moved-on': {
    ends: 'closed',
    async run(scenario) {
      const { bank } = scenario.demoParties;
      const { project, funding } = await scenario.raising(1);
      const envelope = await scenario.budgetFor(project, bank, 10);
      const agreement = await scenario.signedWith(bank, { project, funding }, { envelope });
      const [milestone] = await scenario.milestones(agreement.id);
      if (!milestone) throw new Error(`${scenario.name}: a milestone was planned`);
      await scenario.met(milestone.id);
      await scenario.movedOn(envelope, bank, { agreement: agreement.id, dueOn: milestone.dueOn });
      await scenario.paid(agreement.id, 1);
      return scenario.closes(project);
    },
  },
};
