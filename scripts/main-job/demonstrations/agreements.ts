import { plusDays } from '@junkan/kit/pure/dates.ts';
import { approver, approverOf, secretary } from '../api.ts';
import type { Agreement } from '../messages.ts';
import { usd } from './house.ts';
import type { Play, Plays } from './play.ts';

type Drafted = { readonly project: string; readonly agreement: Agreement };

/** Funded by one sponsor, confirmed and approved; the agreement waits for its signatures. */
async function drafted(play: Play, milestones = 1): Promise<Drafted> {
  const { project, funding } = await play.raising(milestones);
  await play.confirms(await play.funded(project, funding), play.house.fund);
  return { project, agreement: await play.approved(project) };
}

async function signed(play: Play, milestones = 1): Promise<Drafted> {
  const found = await drafted(play, milestones);
  await play.signed(found.agreement);
  return found;
}

async function milestoneOf(play: Play, { id }: Agreement, number: number): Promise<string> {
  const found = (await play.milestones(id)).find((each) => each.number === number);
  if (!found) throw new Error(`${play.name}: there is no milestone ${number}`);
  return found.id;
}

/** What can become of an agreement, of its milestones and of its money. */
export const AGREEMENTS: Plays = {
  'city-declines-to-sign': {
    ends: 'withdrawn',
    async play(play) {
      const { project, agreement } = await drafted(play);
      await play.declines(agreement);
      await play.past(project, 'approved');
      return project;
    },
  },
  'sponsor-declines-to-sign': {
    ends: 'closed',
    async play(play) {
      const { fund, bank } = play.house;
      const { project, funding } = await play.raising();
      const [first, second] = await play.halves(project, funding);
      await play.confirms(first, fund);
      await play.confirms(second, bank);
      await play.declines(await play.approved(project), approverOf(bank.sponsor));
      await play.refilled(project, funding);
      return play.seenThrough(project);
    },
  },
  'partially-met-carried': {
    ends: 'closed',
    async play(play) {
      const { project, agreement } = await signed(play, 2);
      await play.met(await milestoneOf(play, agreement, 1), { payableBasisPoints: 6_000, rest: 'carried' });
      await play.paid(agreement.id, 1);
      await play.met(await milestoneOf(play, agreement, 2));
      await play.paid(agreement.id, 2);
      await play.closes(project);
      return project;
    },
  },
  'not-met-cancelled': {
    ends: 'closed',
    async play(play) {
      const { project, agreement } = await signed(play, 2);
      await play.notMet(await milestoneOf(play, agreement, 1), 'cancelled');
      await play.met(await milestoneOf(play, agreement, 2), { payableBasisPoints: 5_000, rest: 'cancelled' });
      await play.paid(agreement.id, 2);
      await play.closes(project);
      return project;
    },
  },
  'milestone-waived': {
    ends: 'closed',
    async play(play) {
      const { project, agreement } = await signed(play, 2);
      const waived = await milestoneOf(play, agreement, 1);
      const body = { rest: 'carried' as const, note: 'The flood has taken the site.' };
      await play.as(secretary).proposeWaiver({ id: waived }, body);
      await play.as(approver).waiveMilestone({ id: waived, number: 1 });
      await play.judged(waived);
      await play.met(await milestoneOf(play, agreement, 2));
      await play.paid(agreement.id, 2);
      await play.closes(project);
      return project;
    },
  },
  'overdue-suspended-resumed': {
    ends: 'closed',
    async play(play) {
      const { project, agreement } = await signed(play);
      const late = await milestoneOf(play, agreement, 1);
      const isReviewed = async () =>
        (await play.milestone(late)).reminded?.some((each) => each.startsWith('EscalateTo/suspension-review')) ?? false;
      await play.time.until(isReviewed);
      await play.measure(agreement, 1, 'suspension');
      await play.past(project, 'in-implementation');
      await play.measure(agreement, 2, 'resumption');
      await play.past(project, 'suspended');
      await play.carriedOut(agreement);
      await play.closes(project);
      return project;
    },
  },
  'dates-and-amounts-amended': {
    ends: 'closed',
    async play(play) {
      const { project, agreement } = await signed(play, 2);
      const { now } = await play.time.until(async () => true);
      const known = (await play.agreement(agreement.id)).measures[0]?.changes[0]?.dueOn;
      const dueOn = known ?? plusDays(now, 500).slice(0, 10);
      await play.measure(agreement, 1, 'amendment', [
        { tranche: 1, dueOn, amount: usd('300.00') },
        { tranche: 2, amount: usd('600.00') },
      ]);
      await play.time.until(async () => (await play.milestone(await milestoneOf(play, agreement, 1))).dueOn === dueOn);
      await play.carriedOut(agreement);
      await play.closes(project);
      return project;
    },
  },
  terminated: {
    ends: 'terminated',
    async play(play) {
      const { project, agreement } = await signed(play, 2);
      await play.met(await milestoneOf(play, agreement, 1));
      // What was earned before it is still paid.
      await play.measure(agreement, 1, 'termination');
      await play.past(project, 'in-implementation');
      await play.paid(agreement.id, 1);
      return project;
    },
  },
  'payment-failed': {
    ends: 'closed',
    async play(play) {
      const { project, agreement } = await signed(play);
      await play.met(await milestoneOf(play, agreement, 1));
      await play.paid(agreement.id, 1, { failsFirst: true });
      await play.closes(project);
      return project;
    },
  },
};
