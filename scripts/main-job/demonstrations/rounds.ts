import { plusDays } from '@junkan/kit/pure/dates.ts';
import { approver, secretary, sponsorOfficerOf } from '../api.ts';
import type { Plays } from './play.ts';

/** What can become of a proposal and of the round in which it looks for sponsors. */
export const ROUNDS: Plays = {
  'draft-withdrawn': {
    ends: 'withdrawn',
    async play(play) {
      const project = await play.drafted();
      await play.withdraws(project);
      return project;
    },
  },
  'question-without-answer': {
    ends: 'ineligible',
    async play(play) {
      const project = await play.submitted();
      await play.as(secretary).requestInformation({ id: project }, { note: 'Which wards?' });
      // The officer is reminded and the certifier hears of it; nobody answers.
      const isEscalated = async () =>
        (await play.project(project)).reminded?.some((each) => each.startsWith('EscalateTo/information')) ?? false;
      await play.time.until(isEscalated);
      await play.as(secretary).declareIneligible({ id: project }, { reasons: ['no-answer'] });
      return project;
    },
  },
  'counter-offer': {
    ends: 'closed',
    async play(play) {
      const { fund, bank } = play.house;
      const { project, funding } = await play.raising();
      const first = await play.offered(funding, fund, '1000.00');
      await play.counters(first, '600.00');
      await play.accepts(first, sponsorOfficerOf(fund.sponsor), 2);
      await play.time.until(async () => (await play.funding(funding)).offers.some(({ status }) => status === 'accepted'));
      const second = await play.offered(funding, bank, '400.00');
      await play.accepts(second);
      await play.past(project, 'open');
      await play.confirms(first, fund);
      await play.confirms(second, bank);
      return play.seenThrough(project);
    },
  },
  'offer-expired': {
    ends: 'unfunded',
    async play(play) {
      const { project, funding } = await play.raising();
      const { now } = await play.time.until(async () => true);
      await play.offered(funding, play.house.fund, '1000.00', plusDays(now, 30).slice(0, 10));
      await play.past(project, 'open');
      return project;
    },
  },
  'offer-retracted': {
    ends: 'unfunded',
    async play(play) {
      const { project, funding } = await play.raising();
      await play.retracts(await play.offered(funding, play.house.fund, '1000.00'), play.house.fund);
      await play.past(project, 'open');
      return project;
    },
  },
  'two-offers-of-one-sponsor': {
    ends: 'closed',
    async play(play) {
      const { fund } = play.house;
      const { project, funding } = await play.raising();
      const offers = [await play.offered(funding, fund, '700.00'), await play.offered(funding, fund, '300.00', '', fund.second)];
      for (const offer of offers) await play.accepts(offer);
      await play.past(project, 'open');
      for (const offer of offers) await play.confirms(offer, fund);
      return play.seenThrough(project);
    },
  },
  'minimum-reached': {
    ends: 'closed',
    async play(play) {
      const { project, funding } = await play.raising(1, 6_000);
      const offer = await play.offered(funding, play.house.bank, '600.00');
      await play.accepts(offer);
      await play.past(project, 'open');
      await play.confirms(offer, play.house.bank);
      return play.seenThrough(project);
    },
  },
  'second-round': {
    ends: 'closed',
    async play(play) {
      const { project, funding } = await play.raising(1, 6_000);
      await play.accepts(await play.offered(funding, play.house.bank, '500.00'));
      await play.past(project, 'open');
      const again = await play.opened(project, 2);
      const offer = await play.funded(project, again);
      await play.confirms(offer, play.house.fund);
      return play.seenThrough(project);
    },
  },
  'co-funder-withdrawn': {
    ends: 'closed',
    async play(play) {
      const { fund, bank } = play.house;
      const { project, funding } = await play.raising();
      const [first, second] = await play.halves(project, funding);
      await play.confirms(first, fund);
      await play.takesBack(second, bank);
      await play.refilled(project, funding);
      return play.seenThrough(project);
    },
  },
  'approver-refuses-offer': {
    ends: 'unfunded',
    async play(play) {
      const { project, funding } = await play.raising();
      const [first, second] = await play.halves(project, funding);
      await play.confirms(first, play.house.fund);
      await play.takesBack(second, play.house.bank);
      await play.time.until(async () => (await play.funding(funding)).reopened > 0);
      await play.past(project, 'funded', 'open');
      return project;
    },
  },
  'project-refused': {
    ends: 'refused',
    async play(play) {
      const { project, funding } = await play.raising();
      await play.confirms(await play.funded(project, funding), play.house.fund);
      const note = { note: 'It duplicates another project.' };
      await play.as(approver).refuseProject({ id: project }, note);
      return project;
    },
  },
  'open-withdrawn': {
    ends: 'withdrawn',
    async play(play) {
      const { project, funding } = await play.raising();
      await play.offered(funding, play.house.fund, '1000.00');
      await play.withdraws(project);
      return project;
    },
  },
  'funded-withdrawn': {
    ends: 'withdrawn',
    async play(play) {
      const { project, funding } = await play.raising();
      await play.confirms(await play.funded(project, funding), play.house.fund);
      await play.withdraws(project);
      return project;
    },
  },
};
