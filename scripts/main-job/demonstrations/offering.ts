import type { BodyOf } from '@junkan/client/operations.ts';
import { approverOf, officerOf, sponsorOfficerOf } from '../api.ts';
import type { Base, Lender, Round } from './base.ts';
import { usd } from './demo-parties.ts';

/** Of a grant, where nothing else is said. */
type Terms = Partial<BodyOf<'proposeOffer'>['financing']>;
export type How = { readonly validUntil?: string; readonly envelope?: string; readonly terms?: Terms };

/** What sponsors and the city say to each other in a round. */
export const offering = (base: Base) => ({
  async offered(
    funding: string,
    lender: Lender,
    amount: string,
    { validUntil = '', envelope = lender.envelope, terms = {} }: How = {},
  ): Promise<Round> {
    const financing = { instrument: 'grant' as const, ...terms };
    const body = { mandate: lender.mandate, envelope, amount: usd(amount), validUntil, financing };
    const { offer } = await base.as(sponsorOfficerOf(lender.sponsor)).proposeOffer({ id: funding }, body);
    await base.time.until(async () => (await base.funding(funding)).offers.some(({ id, status }) => id === offer && status !== 'proposed'));
    return { funding, offer };
  },
  accepts: ({ funding, offer }: Round, as = officerOf(base.city), terms = 1) => base.as(as).acceptOffer({ id: funding, offer }, { terms }),
  counters: ({ funding, offer }: Round, amount: string) =>
    base.as(officerOf(base.city)).counterOffer({ id: funding, offer }, { terms: 1, amount: usd(amount) }),
  retracts: ({ funding, offer }: Round, lender: Lender) => base.as(sponsorOfficerOf(lender.sponsor)).retractOffer({ id: funding, offer }),
  takesBack: ({ funding, offer }: Round, lender: Lender) =>
    base.as(approverOf(lender.sponsor)).withdrawOffer({ id: funding, offer }, { note: 'Our board has not confirmed it.' }),
  confirms: ({ funding, offer }: Round, lender: Lender) => base.as(approverOf(lender.sponsor)).approveOffer({ id: funding, offer }),
  /** One offer for the whole amount, accepted: the project is funded. */
  async funded(
    project: string,
    funding: string,
    lender: Lender = base.demoParties.fund,
    amount = '1000.00',
    how: How = {},
  ): Promise<Round> {
    const round = await this.offered(funding, lender, amount, how);
    await this.accepts(round);
    await base.past(project, 'open');
    return round;
  },
  /** The gap that a co-funder has left is filled by the fund. */
  async refilled(project: string, funding: string): Promise<void> {
    await base.time.until(async () => (await base.funding(funding)).reopened > 0);
    const round = await this.offered(funding, base.demoParties.fund, '500.00');
    await this.accepts(round);
    await base.past(project, 'open', 'approved');
    await this.confirms(round, base.demoParties.fund);
  },
  /** Both sponsors give a half each. */
  async halves(project: string, funding: string): Promise<readonly [Round, Round]> {
    const first = await this.offered(funding, base.demoParties.fund, '500.00');
    const second = await this.offered(funding, base.demoParties.bank, '500.00');
    await this.accepts(first);
    await this.accepts(second);
    await base.past(project, 'open');
    return [first, second];
  },
});
