import { plusDays } from '@junkan/kit/pure/dates.ts';
import { approver, secretary, sponsorOfficerOf } from '../api.ts';
import type { Scenarios } from './scenario.ts';

/** What can happen to a proposal and to the round in which it seeks sponsors. */
export const ROUNDS: Scenarios = {
  'draft-withdrawn': {
    ends: 'withdrawn',
    async run(scenario) {
      const project = await scenario.drafted();
      await scenario.withdraws(project);
      return project;
    },
  },
  'question-without-answer': {
    ends: 'ineligible',
    async run(scenario) {
      const project = await scenario.submitted();
      await scenario
        .as(secretary)
        .requestInformation(
          { id: project },
          { note: 'Which wards?', checks: [{ criterion: 'deliverable-plan', answer: 'no', note: 'It does not say in which wards.' }] },
        );
      // The officer is reminded and the certifier notified; nobody answers.
      const isEscalated = async () =>
        (await scenario.project(project)).reminded?.some((each) => each.startsWith('EscalateTo/information')) ?? false;
      await scenario.time.until(isEscalated);
      await scenario.as(secretary).declareIneligible(
        { id: project },
        {
          reasons: ['no-answer'],
          checks: [{ criterion: 'deliverable-plan', answer: 'no', note: 'Nobody has answered in which wards.' }],
        },
      );
      return project;
    },
  },
  'counter-offer': {
    ends: 'closed',
    async run(scenario) {
      const { fund, bank } = scenario.demoParties;
      const { project, funding } = await scenario.raising();
      const first = await scenario.offered(funding, fund, '1000.00');
      await scenario.counters(first, '600.00');
      await scenario.accepts(first, sponsorOfficerOf(fund.sponsor), 2);
      await scenario.time.until(async () => (await scenario.funding(funding)).offers.some(({ status }) => status === 'accepted'));
      const second = await scenario.offered(funding, bank, '400.00');
      await scenario.accepts(second);
      await scenario.past(project, 'open');
      await scenario.confirms(first, fund);
      await scenario.confirms(second, bank);
      return scenario.seenThrough(project);
    },
  },
  'offer-expired': {
    ends: 'unfunded',
    async run(scenario) {
      const { project, funding } = await scenario.raising();
      const { now } = await scenario.time.until(async () => true);
      await scenario.offered(funding, scenario.demoParties.fund, '1000.00', { validUntil: plusDays(now, 30).slice(0, 10) });
      await scenario.past(project, 'open');
      return project;
    },
  },
  'offer-retracted': {
    ends: 'unfunded',
    async run(scenario) {
      const { project, funding } = await scenario.raising();
      await scenario.retracts(await scenario.offered(funding, scenario.demoParties.fund, '1000.00'), scenario.demoParties.fund);
      await scenario.past(project, 'open');
      return project;
    },
  },
  'two-offers-of-one-sponsor': {
    ends: 'closed',
    async run(scenario) {
      const { fund } = scenario.demoParties;
      const { project, funding } = await scenario.raising();
      const offers = [
        await scenario.offered(funding, fund, '700.00'),
        await scenario.offered(funding, fund, '300.00', { envelope: fund.second }),
      ];
      for (const offer of offers) await scenario.accepts(offer);
      await scenario.past(project, 'open');
      for (const offer of offers) await scenario.confirms(offer, fund);
      return scenario.seenThrough(project);
    },
  },
  'minimum-reached': {
    ends: 'closed',
    async run(scenario) {
      const { project, funding } = await scenario.raising(1, 6_000);
      await scenario.confirms(await scenario.funded(project, funding, scenario.demoParties.bank, '600.00'), scenario.demoParties.bank);
      return scenario.seenThrough(project);
    },
  },
  'second-round': {
    ends: 'closed',
    async run(scenario) {
      const { project, funding } = await scenario.raising(1, 6_000);
      await scenario.accepts(await scenario.offered(funding, scenario.demoParties.bank, '500.00'));
      await scenario.past(project, 'open');
      const again = await scenario.opened(project, 2);
      const offer = await scenario.funded(project, again);
      await scenario.confirms(offer, scenario.demoParties.fund);
      return scenario.seenThrough(project);
    },
  },
  'co-funder-withdrawn': {
    ends: 'closed',
    async run(scenario) {
      const { fund, bank } = scenario.demoParties;
      const { project, funding } = await scenario.raising();
      const [first, second] = await scenario.halves(project, funding);
      await scenario.confirms(first, fund);
      await scenario.takesBack(second, bank);
      await scenario.refilled(project, funding);
      return scenario.seenThrough(project);
    },
  },
  'approver-refuses-offer': {
    ends: 'unfunded',
    async run(scenario) {
      const { project, funding } = await scenario.raising();
      const [first, second] = await scenario.halves(project, funding);
      await scenario.confirms(first, scenario.demoParties.fund);
      await scenario.takesBack(second, scenario.demoParties.bank);
      await scenario.time.until(async () => (await scenario.funding(funding)).reopened > 0);
      await scenario.past(project, 'funded', 'open');
      return project;
    },
  },
  'project-refused': {
    ends: 'refused',
    async run(scenario) {
      const { project, funding } = await scenario.raising();
      await scenario.confirms(await scenario.funded(project, funding), scenario.demoParties.fund);
      const note = { note: 'It duplicates another project.' };
      await scenario.as(approver).refuseProject({ id: project }, note);
      return project;
    },
  },
  'open-withdrawn': {
    ends: 'withdrawn',
    async run(scenario) {
      const { project, funding } = await scenario.raising();
      await scenario.offered(funding, scenario.demoParties.fund, '1000.00');
      await scenario.withdraws(project);
      return project;
    },
  },
  'funded-withdrawn': {
    ends: 'withdrawn',
    async run(scenario) {
      const { project, funding } = await scenario.raising();
      await scenario.confirms(await scenario.funded(project, funding), scenario.demoParties.fund);
      await scenario.withdraws(project);
      return project;
    },
  },
};
