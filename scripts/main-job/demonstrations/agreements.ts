import { plusDays } from '@junkan/kit/pure/dates.ts';
import { approver, approverOf, officerOf, secretary, verifier } from '../api.ts';
import type { Agreement } from '../messages.ts';
import { usd } from './demo-parties.ts';
import type { Scenario, Scenarios } from './scenario.ts';

type Drafted = { readonly project: string; readonly agreement: Agreement };

/** Funded by one sponsor, confirmed and approved; the agreement waits for its signatures. */
async function drafted(scenario: Scenario, milestones = 1): Promise<Drafted> {
  const { project, funding } = await scenario.raising(milestones);
  await scenario.confirms(await scenario.funded(project, funding), scenario.demoParties.fund);
  return { project, agreement: await scenario.approved(project) };
}

async function signed(scenario: Scenario, milestones = 1): Promise<Drafted> {
  const found = await drafted(scenario, milestones);
  await scenario.signed(found.agreement);
  return found;
}

async function milestoneOf(scenario: Scenario, { id }: Agreement, number: number): Promise<string> {
  const found = (await scenario.milestones(id)).find((each) => each.number === number);
  if (!found) throw new Error(`${scenario.name}: there is no milestone ${number}`);
  return found.id;
}

/** What can become of an agreement, of its milestones and of its money. */
export const AGREEMENTS: Scenarios = {
  'city-declines-to-sign': {
    ends: 'withdrawn',
    async run(scenario) {
      const { project, agreement } = await drafted(scenario);
      await scenario.declines(agreement);
      await scenario.past(project, 'approved');
      return project;
    },
  },
  'sponsor-declines-to-sign': {
    ends: 'closed',
    async run(scenario) {
      const { fund, bank } = scenario.demoParties;
      const { project, funding } = await scenario.raising();
      const [first, second] = await scenario.halves(project, funding);
      await scenario.confirms(first, fund);
      await scenario.confirms(second, bank);
      await scenario.declines(await scenario.approved(project), approverOf(bank.sponsor));
      await scenario.refilled(project, funding);
      return scenario.seenThrough(project);
    },
  },
  'partially-met-carried': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario, 2);
      await scenario.met(await milestoneOf(scenario, agreement, 1), { payableBasisPoints: 6_000, rest: 'carried' });
      await scenario.paid(agreement.id, 1);
      await scenario.met(await milestoneOf(scenario, agreement, 2));
      await scenario.paid(agreement.id, 2);
      return scenario.closes(project);
    },
  },
  'not-met-cancelled': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario, 2);
      await scenario.notMet(await milestoneOf(scenario, agreement, 1), 'cancelled');
      await scenario.met(await milestoneOf(scenario, agreement, 2), { payableBasisPoints: 5_000, rest: 'cancelled' });
      await scenario.paid(agreement.id, 2);
      return scenario.closes(project);
    },
  },
  'milestone-waived': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario, 2);
      const waived = await milestoneOf(scenario, agreement, 1);
      const body = { rest: 'carried' as const, note: 'The flood has taken the site.' };
      await scenario.as(secretary).proposeWaiver({ id: waived }, body);
      await scenario.as(approver).waiveMilestone({ id: waived, number: 1 });
      await scenario.judged(waived);
      await scenario.met(await milestoneOf(scenario, agreement, 2));
      await scenario.paid(agreement.id, 2);
      return scenario.closes(project);
    },
  },
  'overdue-suspended-resumed': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario);
      const late = await milestoneOf(scenario, agreement, 1);
      const isReviewed = async () =>
        (await scenario.milestone(late)).reminded?.some((each) => each.startsWith('EscalateTo/suspension-review')) ?? false;
      await scenario.time.until(isReviewed);
      await scenario.measure(agreement, 1, { kind: 'suspension', cause: 'no-progress', cureUntil: await scenario.dayOfCure(agreement, 1) });
      await scenario.past(project, 'in-implementation');
      await scenario.measure(agreement, 2, { kind: 'resumption' });
      await scenario.past(project, 'suspended');
      await scenario.carriedOut(agreement);
      return scenario.closes(project);
    },
  },
  'dates-and-amounts-amended': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario, 2);
      const { now } = await scenario.time.until(async () => true);
      const known = (await scenario.agreement(agreement.id)).measures[0]?.changes[0]?.dueOn;
      const dueOn = known ?? plusDays(now, 500).slice(0, 10);
      const changes = [
        { tranche: 1, dueOn, amount: usd('300.00') },
        { tranche: 2, amount: usd('600.00') },
      ];
      // The city asks for it; more than a fifth of the money moves, so all parties approve.
      await scenario.measure(agreement, 1, { kind: 'amendment', changes }, officerOf(scenario.city));
      const provisions = 'The site is the harbour, not the market.';
      await scenario.measure(agreement, 2, { kind: 'amendment', amendment: 'error', provisions });
      await scenario.time.until(async () => (await scenario.milestone(await milestoneOf(scenario, agreement, 1))).dueOn === dueOn);
      await scenario.carriedOut(agreement);
      return scenario.closes(project);
    },
  },
  'targets-amended': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario, 2);
      await scenario.met(await milestoneOf(scenario, agreement, 1));
      await scenario.paid(agreement.id, 1);
      // What is still to be reported is to reach less; what was reported stays as it was judged.
      const results = [
        { tranche: 2, code: 'tonnes-composted', target: '900' },
        { tranche: 2, code: 'jobs-created', target: '6' },
      ];
      await scenario.measure(agreement, 1, { kind: 'amendment', results }, officerOf(scenario.city));
      const second = await milestoneOf(scenario, agreement, 2);
      await scenario.time.until(async () => (await scenario.milestone(second)).targets.length === results.length);
      await scenario.met(second);
      await scenario.paid(agreement.id, 2);
      return scenario.closes(project);
    },
  },
  terminated: {
    ends: 'terminated',
    async run(scenario) {
      const { project, agreement } = await signed(scenario, 2);
      await scenario.met(await milestoneOf(scenario, agreement, 1));
      // What was earned before it is still paid.
      await scenario.measure(agreement, 1, { kind: 'termination', cause: 'breach', cureUntil: await scenario.dayOfCure(agreement, 1) });
      await scenario.past(project, 'in-implementation');
      await scenario.paid(agreement.id, 1);
      return project;
    },
  },
  'report-signed-off': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario);
      const milestone = await milestoneOf(scenario, agreement, 1);
      await scenario.signedOff(milestone);
      await scenario.as(verifier).verifyMilestone({ id: milestone }, { report: 1 });
      await scenario.judged(milestone);
      await scenario.paid(agreement.id, 1);
      return scenario.closes(project);
    },
  },
  'paid-by-files': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario);
      await scenario.met(await milestoneOf(scenario, agreement, 1));
      await scenario.paidByFiles(agreement.id, 1);
      return scenario.closes(project);
    },
  },
  'settled-by-a-statement': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario);
      await scenario.met(await milestoneOf(scenario, agreement, 1));
      await scenario.settledByStatement(agreement.id, 1);
      return scenario.closes(project);
    },
  },
  'two-approve-above-a-limit': {
    ends: 'closed',
    async run(scenario) {
      const { project, funding } = await scenario.raising(1, 10_000, 1800);
      const { fund } = scenario.demoParties;
      // Above what any other demonstration pays, or offers.
      await scenario.limitedFor(fund, usd('1500.00'));
      await scenario.confirmedByTwo(await scenario.funded(project, funding, fund, '1800.00'), fund);
      await scenario.limitedFor(fund);
      const agreement = await scenario.approved(project);
      await scenario.signed(agreement);
      await scenario.met(await milestoneOf(scenario, agreement, 1));
      await scenario.limited(usd('1500.00'));
      await scenario.paid(agreement.id, 1, { isAboveLimit: true });
      await scenario.limited();
      return scenario.closes(project);
    },
  },
  'approved-by-a-deputy': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario);
      await scenario.met(await milestoneOf(scenario, agreement, 1));
      await scenario.paid(agreement.id, 1, { approvedBy: await scenario.deputised() });
      await scenario.backAgain();
      return scenario.closes(project);
    },
  },
  'payment-failed': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario);
      await scenario.met(await milestoneOf(scenario, agreement, 1));
      await scenario.paid(agreement.id, 1, { failsFirst: true });
      return scenario.closes(project);
    },
  },
  'returned-by-the-bank': {
    ends: 'closed',
    async run(scenario) {
      const { project, agreement } = await signed(scenario, 2);
      await scenario.met(await milestoneOf(scenario, agreement, 1));
      await scenario.paid(agreement.id, 1);
      await scenario.paidAgain(agreement.id, 1);
      await scenario.met(await milestoneOf(scenario, agreement, 2));
      await scenario.paid(agreement.id, 2);
      await scenario.bookedAgain(agreement.id, 2);
      return scenario.closes(project);
    },
  },
  'paid-money-recovered': {
    ends: 'closed',
    async run(scenario) {
      const { fund } = scenario.demoParties;
      const { project, agreement } = await signed(scenario);
      await scenario.carriedOut(agreement);
      await scenario.claimedBack(agreement.id, 'ineligible', usd('100.00'));
      const of = { id: agreement.id, number: 1 };
      const officer = scenario.as(secretary);
      await officer.proposeResolution(of, { kind: 'documented', amount: usd('30.00'), note: 'The invoice of that month was found.' });
      await scenario.as(approver).confirmResolution({ ...of, resolution: '1' });
      await officer.proposeWriteOff(of, { sponsor: fund.sponsor, amount: usd('20.00'), note: 'Asking for it would cost more.' });
      await scenario.as(approverOf(fund.sponsor)).confirmResolution({ ...of, resolution: '2' });
      await scenario.refunds(agreement.id, 3, usd('50.00'));
      return scenario.closes(project);
    },
  },
};
