import { plusMonths } from '@junkan/kit/pure/dates.ts';
import { approverOf, secondApproverOf, sponsorOfficerOf } from '../api.ts';
import type { Base, Lender } from './base.ts';
import { usd } from './demo-parties.ts';

/** Budgets with a last day, which two persons of the sponsor move. */
export const budgeting = (base: Base) => ({
  /** A budget that is over some months after the project was opened to sponsors. */
  async budgetFor(project: string, { sponsor }: Lender, months: number): Promise<string> {
    const { openedAt = '' } = await base.project(project);
    const period = { periodEnd: plusMonths(openedAt.slice(0, 10), months) };
    return (await base.as(approverOf(sponsor)).openEnvelope({ id: sponsor }, { total: usd('2000.00'), ...period })).id;
  },
  /** Another last day is refused first; the next one is confirmed, and the agreement follows. */
  async movedOn(envelope: string, { sponsor }: Lender, { agreement, dueOn }: { agreement: string; dueOn: string }): Promise<void> {
    const propose = (months: number, note: string) =>
      base.as(sponsorOfficerOf(sponsor)).proposeEnvelopeEnd({ id: envelope }, { periodEnd: plusMonths(dueOn, months), note });
    await propose(120, 'So that nobody has to ask again.');
    const [one, other] = [approverOf(sponsor), secondApproverOf(sponsor)];
    await base.as(one).refuseEnvelopeEnd({ id: envelope }, { proposal: 1, note: 'Our board plans for one year.' });
    await propose(12, 'The works are a season late.');
    await base.as(other).confirmEnvelopeEnd({ id: envelope }, { proposal: 2 });
    await base.time.until(async () => (await base.agreement(agreement)).shares.every(({ periodEnd = '' }) => periodEnd > dueOn));
  },
});
