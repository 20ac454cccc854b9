import { type Api, approver, approverOf, certifierOf, checker, lenderOf, maker, officerOf, secretary, verifier } from '../api.ts';
import type { Agreement, Cell, Funding, Milestone, Project } from '../messages.ts';
import type { MoneyText } from '../summary.ts';
import type { House } from './house.ts';
import type { Time } from './time.ts';

export const usd = (amount: string): MoneyText => ({ amount, currency: 'USD' });

export type Play = ReturnType<typeof playOf>;
type Round = { readonly funding: string; readonly offer: string };
type Lender = House['fund'];

/**
 * The parties' steps in one demonstration. Each command has a key of its own by its place in the play, so a play that was
 * cut off can be played again: what was done answers as it did.
 */
export function playOf(name: string, { api, time, house }: { api: Api; time: Time; house: House }) {
  let step = 0;
  const keyed = (what = ''): { key: string; correlationId: string } => {
    step += 1;
    return { key: `${name}:${step}${what}`, correlationId: `demonstration:${name}` };
  };
  const { city } = house;
  const projectOf = (id: string): Promise<Project> => api.as(secretary).get(`/projects/${id}`);

  const reading = {
    project: projectOf,
    funding: (id: string): Promise<Funding> => api.as(secretary).get(`/fundings/${id}`),
    agreement: (id: string): Promise<Agreement> => api.as(secretary).get(`/agreements/${id}`),
    milestone: (id: string): Promise<Milestone> => api.as(secretary).get(`/milestones/${id}`),
    async milestones(agreement: string): Promise<Milestone[]> {
      const found = await Array.fromAsync(api.as(secretary).each(`/milestones?agreement=${agreement}`));
      return found.toSorted((a, b) => a.number - b.number);
    },
  };

  /** Waits until the project stands no more where it is said to stand. */
  const past = async (project: string, ...earlier: Project['status'][]): Promise<Project> => {
    await time.until(async () => !earlier.includes((await projectOf(project)).status));
    return projectOf(project);
  };

  const proposing = {
    /** A complete proposal of 1000, in so many yearly milestones of equal amounts. */
    async drafted(milestones = 1, minimumCloseBasisPoints = 10_000): Promise<string> {
      const amount = usd((1000 / milestones).toFixed(2));
      const proposal = {
        reference: `demonstration-${name}`,
        title: `Demonstration: ${name}`,
        countries: ['JP'],
        themes: ['demonstration'],
        readiness: 3,
        target: usd('1000.00'),
        minimumCloseBasisPoints,
        milestones: Array.from({ length: milestones }, (_, index) => ({
          number: index + 1,
          title: `Year ${index + 1}`,
          monthsAfterEffective: 12 * (index + 1),
          amount,
        })),
      };
      return (await api.as(officerOf(city)).command('POST', '/projects', { proposer: city, proposal }, keyed())).id;
    },
    async submitted(milestones = 1, minimumCloseBasisPoints = 10_000): Promise<string> {
      const project = await this.drafted(milestones, minimumCloseBasisPoints);
      await api.as(officerOf(city)).command('POST', `/projects/${project}/submission`, {}, keyed());
      return project;
    },
    /** Opened to sponsors; answers the round's funding. */
    async opened(project: string, round = 1): Promise<string> {
      if (round === 1) await api.as(secretary).command('POST', `/projects/${project}/eligibility`, {}, keyed());
      await api.as(secretary).command('POST', `/projects/${project}/opening`, {}, keyed());
      let found: string | undefined;
      await time.until(async () => {
        const fundings = await Array.fromAsync(api.as(secretary).each(`/projects/${project}/fundings`));
        found = fundings.find((each) => each.round === round)?.id;
        return found !== undefined;
      });
      return found ?? '';
    },
    withdraws: (project: string) =>
      api.as(officerOf(city)).command('POST', `/projects/${project}/withdrawal`, { note: 'The council has decided otherwise.' }, keyed()),
  };

  const offering = {
    async offered(funding: string, lender: Lender, amount: string, validUntil = '', envelope = lender.envelope): Promise<Round> {
      const body = { mandate: lender.mandate, envelope, amount: usd(amount), validUntil };
      const { offer } = await api.as(lenderOf(lender.sponsor)).command('POST', `/fundings/${funding}/offers`, body, keyed());
      await time.until(async () => (await reading.funding(funding)).offers.some(({ id, status }) => id === offer && status !== 'proposed'));
      return { funding, offer };
    },
    accepts: ({ funding, offer }: Round, as = officerOf(city), terms = 1) =>
      api.as(as).command('POST', `/fundings/${funding}/offers/${offer}/acceptance`, { terms }, keyed()),
    counters: ({ funding, offer }: Round, amount: string) =>
      api.as(officerOf(city)).command('POST', `/fundings/${funding}/offers/${offer}/counter`, { terms: 1, amount: usd(amount) }, keyed()),
    retracts: ({ funding, offer }: Round, lender: Lender) =>
      api.as(lenderOf(lender.sponsor)).command('POST', `/fundings/${funding}/offers/${offer}/retraction`, {}, keyed()),
    takesBack: ({ funding, offer }: Round, lender: Lender) =>
      api
        .as(approverOf(lender.sponsor))
        .command('POST', `/fundings/${funding}/offers/${offer}/withdrawal`, { note: 'Our board has not confirmed it.' }, keyed()),
    confirms: ({ funding, offer }: Round, lender: Lender) =>
      api.as(approverOf(lender.sponsor)).command('POST', `/fundings/${funding}/offers/${offer}/approval`, {}, keyed()),
    /** One offer for all of it, accepted: the project is funded. */
    async funded(project: string, funding: string, lender: Lender = house.fund): Promise<Round> {
      const round = await this.offered(funding, lender, '1000.00');
      await this.accepts(round);
      await past(project, 'open');
      return round;
    },
    /** Both sponsors give a half each. */
    async halves(project: string, funding: string): Promise<readonly [Round, Round]> {
      const first = await this.offered(funding, house.fund, '500.00');
      const second = await this.offered(funding, house.bank, '500.00');
      await this.accepts(first);
      await this.accepts(second);
      await past(project, 'open');
      return [first, second];
    },
  };

  const contracting = {
    /** The secretariat approves what every sponsor has confirmed; answers the drafted agreement. */
    async approved(project: string): Promise<Agreement> {
      await api.as(approver).command('POST', `/projects/${project}/approval`, {}, keyed());
      let drafted: Agreement | undefined;
      await time.until(async () => {
        const found = await Array.fromAsync(api.as(secretary).each(`/agreements?project=${project}`));
        drafted = found.find(({ status }) => status !== 'void');
        return drafted !== undefined;
      });
      if (!drafted) throw new Error(`${name}: no agreement was drafted`);
      return reading.agreement(drafted.id);
    },
    async signed({ id, contentHash, shares, project }: Agreement): Promise<void> {
      for (const as of [certifierOf(city), ...shares.map(({ sponsor }) => approverOf(sponsor))])
        await api.as(as).command('POST', `/agreements/${id}/signatures`, { contentHash }, keyed());
      await past(project, 'approved');
    },
    declines: ({ id }: Agreement, as = certifierOf(city)) =>
      api.as(as).command('POST', `/agreements/${id}/declined-signatures`, { note: 'These are not our terms.' }, keyed()),
    /** Proposed by one person of the secretariat, approved by another and by whoever else must. */
    async measure(
      { id, shares }: Agreement,
      number: number,
      kind: 'suspension' | 'resumption' | 'termination' | 'amendment',
      changes: readonly { tranche: number; dueOn?: string; amount?: MoneyText }[] = [],
    ): Promise<void> {
      const body = { kind, note: `A ${kind} is due.`, changes: [...changes] };
      await api.as(secretary).command('POST', `/agreements/${id}/measures`, body, keyed());
      const parties = changes.some(({ amount }) => amount) ? [certifierOf(city), ...shares.map(({ sponsor }) => approverOf(sponsor))] : [];
      for (const as of [approver, ...parties])
        await api.as(as).command('POST', `/agreements/${id}/measures/${number}/approval`, {}, keyed());
    },
  };

  const implementing = {
    async reported(milestone: string): Promise<void> {
      await time.until(async () => (await reading.milestone(milestone)).status !== 'scheduled');
      const evidence = await api.as(officerOf(city)).upload(new TextEncoder().encode(`Report on ${milestone}`), 'text/plain');
      await api.as(officerOf(city)).command('POST', `/milestones/${milestone}/reports`, { evidence: [evidence.hash] }, keyed());
    },
    async met(milestone: string, share?: { payableBasisPoints: number; rest: 'carried' | 'cancelled' }): Promise<void> {
      await this.reported(milestone);
      const body = { report: 1, ...(share ? { ...share, note: 'Only a part is in use.' } : {}) };
      await api.as(verifier).command('POST', `/milestones/${milestone}/verification`, body, keyed());
      await this.judged(milestone);
    },
    async notMet(milestone: string, rest: 'carried' | 'cancelled'): Promise<void> {
      await this.reported(milestone);
      await api.as(verifier).command('POST', `/milestones/${milestone}/rejection`, { report: 1, rest, note: 'Nothing was built.' }, keyed());
      await this.judged(milestone);
    },
    /** Waits until what a verdict does to the money is done. */
    async judged(milestone: string): Promise<void> {
      const { status, agreement, number } = await reading.milestone(milestone);
      if (status === 'verified') return;
      await time.until(async () => (await reading.agreement(agreement)).verdicts.some(({ tranche }) => tranche === number));
    },
    /** Every sponsor's part of a tranche, by maker and checker; what is settled already is left alone. */
    async paid(agreement: string, tranche: number, { failsFirst = false } = {}): Promise<void> {
      const { now } = await time.until(async () => true);
      const { cells, payments } = await reading.agreement(agreement);
      const open = cells.filter((cell) => cell.tranche === tranche && /[1-9]/.test(cell.amount.amount));
      for (const cell of open) {
        if (payments.some(({ id, status }) => id === cell.payment && status === 'settled')) continue;
        if (failsFirst) await this.instructed(agreement, cell, 'failing');
        if (failsFirst) await this.fails(agreement, cell);
        await this.instructed(agreement, cell, 'paying');
        const body = { bankReference: `BANK-${cell.payment}`, valueDate: now.slice(0, 10) };
        const key = `${name}:settle:${cell.payment}:${body.valueDate}`;
        await api.as(maker).command('POST', `/agreements/${agreement}/payments/${cell.payment}/settlement`, body, { key });
      }
    },
    async instructed(agreement: string, { sponsor, tranche, payment }: Cell, attempt: string): Promise<void> {
      const key = (what: string) => ({ key: `${name}:${what}:${payment}:${attempt}`, correlationId: `demonstration:${name}` });
      await api.as(maker).command('POST', `/agreements/${agreement}/payments`, { tranche, sponsor }, key('request'));
      await api.as(checker).command('POST', `/agreements/${agreement}/payments/${payment}/approval`, {}, key('approve'));
      await api.as(maker).command('POST', `/agreements/${agreement}/payments/${payment}/instruction`, {}, key('instruct'));
    },
    fails: (agreement: string, { payment }: Cell) =>
      api
        .as(maker)
        .command('POST', `/agreements/${agreement}/payments/${payment}/failure`, { note: 'The account is closed.' }, { key: `${name}:fail:${payment}` }),
    /** Every milestone met and paid. */
    async carriedOut(agreement: Agreement): Promise<void> {
      for (const milestone of await reading.milestones(agreement.id)) {
        await this.met(milestone.id);
        await this.paid(agreement.id, milestone.number);
      }
    },
    async closes(project: string): Promise<void> {
      await past(project, 'in-implementation', 'suspended');
      await api.as(secretary).command('POST', `/projects/${project}/closure`, { note: 'All is accounted for.' }, keyed());
    },
  };

  return { api, time, house, keyed, past, ...reading, ...proposing, ...offering, ...contracting, ...implementing };
}
