import type { Agreement } from '../messages.ts';
import { usd } from './demo-parties.ts';
import type { Scenario, Scenarios } from './scenario.ts';

/** Two sponsors give a half each; one of them keeps a part of each payment, and allows advances. */
async function retaining(scenario: Scenario): Promise<{ readonly project: string; readonly agreement: Agreement }> {
  const { fund, bank } = scenario.demoParties;
  const { project, funding } = await scenario.raising(2);
  const offers = [
    await scenario.offered(funding, fund, '500.00', { terms: { retentionPercent: '7.5', advances: true } }),
    await scenario.offered(funding, bank, '500.00'),
  ] as const;
  for (const offer of offers) await scenario.accepts(offer);
  await scenario.past(project, 'open');
  await scenario.confirms(offers[0], fund);
  await scenario.confirms(offers[1], bank);
  const agreement = await scenario.approved(project);
  await scenario.signed(agreement);
  return { project, agreement };
}

/** Money that a sponsor keeps of each payment until all is settled. */
export const RETAINING: Scenarios = {
  'retained-and-released': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await retaining(scenario);
      const [one, two] = await scenario.twoMilestones(agreement.id);
      await scenario.met(one.id);
      await scenario.paid(agreement.id, 1);
      await scenario.met(two.id, { payableBasisPoints: 6_000, rest: 'cancelled' });
      await scenario.paid(agreement.id, 2);
      await scenario.released(agreement.id);
      return scenario.closes(project);
    },
  },
  'paid-in-several': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await retaining(scenario);
      const [one, two] = await scenario.twoMilestones(agreement.id);
      await scenario.met(one.id);
      const part = { tranche: 1, sponsor: scenario.demoParties.fund.sponsor };
      await scenario.paidInPart(agreement.id, part, 1, usd('100.00'));
      await scenario.paidInPart(agreement.id, part, 2, usd('120.00'), 'failed');
      await scenario.paidInPart(agreement.id, part, 3, usd('60.00'));
      await scenario.paid(agreement.id, 1);
      await scenario.partGivenBack(agreement.id, part, 1);
      await scenario.paidInPart(agreement.id, part, 4, usd('70.00'));
      await scenario.paidInPart(agreement.id, part, 5, usd('30.00'));
      await scenario.met(two.id);
      await scenario.paid(agreement.id, 2);
      await scenario.released(agreement.id);
      return scenario.closes(project);
    },
  },
  'retained-and-given-back': {
    ends: 'terminated',
    async run(scenario) {
      const { project, agreement } = await retaining(scenario);
      const [one] = await scenario.twoMilestones(agreement.id);
      await scenario.met(one.id);
      await scenario.paid(agreement.id, 1);
      await scenario.measure(agreement, 1, { kind: 'termination', cause: 'breach', cureUntil: await scenario.dayOfCure(agreement, 1) });
      await scenario.past(project, 'in-implementation');
      return project;
    },
  },
  'advance-liquidated': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await retaining(scenario);
      const part = { tranche: 1, sponsor: scenario.demoParties.fund.sponsor };
      await scenario.refusesAdvance(agreement.id, { ...part, amount: usd('70.00') });
      await scenario.advanced(agreement.id, 2, { ...part, amount: usd('60.00') });
      await scenario.liquidated(agreement.id, 2, usd('50.00'), usd('45.00'));
      await scenario.carriedOut(agreement);
      await scenario.claimedBack(agreement.id, 'unspent', usd('15.00'));
      await scenario.refunds(agreement.id, 1, usd('15.00'));
      await scenario.released(agreement.id);
      return scenario.closes(project);
    },
  },
};
