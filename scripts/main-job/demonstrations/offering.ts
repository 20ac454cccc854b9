import { approverOf, officerOf, sponsorOfficerOf } from '../api.ts';
import { usd } from './house.ts';
import type { Lender, Round, Stage } from './stage.ts';

/** What sponsors and the city say to each other in a round. */
export const offering = (stage: Stage) => ({
  async offered(funding: string, lender: Lender, amount: string, validUntil = '', envelope = lender.envelope): Promise<Round> {
    const body = { mandate: lender.mandate, envelope, amount: usd(amount), validUntil };
    const { offer } = await stage.as(sponsorOfficerOf(lender.sponsor)).proposeOffer({ id: funding }, body);
    await stage.time.until(async () =>
      (await stage.funding(funding)).offers.some(({ id, status }) => id === offer && status !== 'proposed'),
    );
    return { funding, offer };
  },
  accepts: ({ funding, offer }: Round, as = officerOf(stage.city), terms = 1) =>
    stage.as(as).acceptOffer({ id: funding, offer }, { terms }),
  counters: ({ funding, offer }: Round, amount: string) =>
    stage.as(officerOf(stage.city)).counterOffer({ id: funding, offer }, { terms: 1, amount: usd(amount) }),
  retracts: ({ funding, offer }: Round, lender: Lender) => stage.as(sponsorOfficerOf(lender.sponsor)).retractOffer({ id: funding, offer }),
  takesBack: ({ funding, offer }: Round, lender: Lender) =>
    stage.as(approverOf(lender.sponsor)).withdrawOffer({ id: funding, offer }, { note: 'Our board has not confirmed it.' }),
  confirms: ({ funding, offer }: Round, lender: Lender) => stage.as(approverOf(lender.sponsor)).approveOffer({ id: funding, offer }),
  /** One offer for all of it, accepted: the project is funded. */
  async funded(project: string, funding: string, lender: Lender = stage.house.fund): Promise<Round> {
    const round = await this.offered(funding, lender, '1000.00');
    await this.accepts(round);
    await stage.past(project, 'open');
    return round;
  },
  /** The gap that a co-funder has left is filled by the fund. */
  async refilled(project: string, funding: string): Promise<void> {
    await stage.time.until(async () => (await stage.funding(funding)).reopened > 0);
    const round = await this.offered(funding, stage.house.fund, '500.00');
    await this.accepts(round);
    await stage.past(project, 'open', 'approved');
    await this.confirms(round, stage.house.fund);
  },
  /** Both sponsors give a half each. */
  async halves(project: string, funding: string): Promise<readonly [Round, Round]> {
    const first = await this.offered(funding, stage.house.fund, '500.00');
    const second = await this.offered(funding, stage.house.bank, '500.00');
    await this.accepts(first);
    await this.accepts(second);
    await stage.past(project, 'open');
    return [first, second];
  },
});
