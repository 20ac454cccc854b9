import { randomUUID } from 'node:crypto';
import type { BodyOf } from '@junkan/client/operations.ts';
import { ApiProblem } from '@junkan/client/problem.ts';
import {
  type Api,
  approver,
  approverOf,
  officerOf,
  type Person,
  secretary,
  sponsorOfficerOf,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { ordered, type Step, settles, statementOf, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Clock, Funding, Milestone, Project } from '@junkan/scripts/main-job/messages.ts';
import { signersOf } from '@junkan/scripts/main-job/phases/agreements.ts';
import { closeProject } from '@junkan/scripts/main-job/phases/closing.ts';
import { fundingOf } from '@junkan/scripts/main-job/phases/offers.ts';
import type { MoneyText } from '@junkan/scripts/main-job/summary.ts';
import { withAccounts } from './accounts.ts';
import { MET } from './screened.ts';

export const GRANT: BodyOf<'proposeOffer'>['financing'] = { instrument: 'grant' };
/** A loan of twenty years. */
export const LOAN: BodyOf<'proposeOffer'>['financing'] = {
  instrument: 'loan',
  loan: { rate: 'fixed', percent: '2.375', tenorMonths: 240, graceMonths: 60, repayment: 'annuity', payments: 'half-yearly' },
};

/** Money for a share in what is built. */
export const EQUITY: BodyOf<'proposeOffer'>['financing'] = { instrument: 'equity' };

/** Something else than money. */
export const IN_KIND: BodyOf<'proposeOffer'>['financing'] = { instrument: 'in-kind', inKind: { contribution: 'Two compost turners' } };

/** Of twenty years, for a fee. */
export const GUARANTEE: BodyOf<'proposeOffer'>['financing'] = {
  instrument: 'guarantee',
  guarantee: { feePercent: '0.5', tenorMonths: 240, payments: 'yearly' },
};

/** What has to be so before the first payment. */
export const CONDITION = { title: 'The site is free of waste', phase: 'precedent', kind: 'performance' } as const;

/** Currencies of two places, of none and of three. */
export type Currency = 'USD' | 'JPY' | 'KWD';
/** An amount that is written with two places, in the places of a currency. */
export const moneyIn =
  (currency: Currency) =>
  (amount: string): MoneyText => ({ amount: IN_PLACES[currency](amount), currency });
const IN_PLACES = {
  USD: (amount: string) => amount,
  JPY: (amount: string) => amount.replace(/\.\d\d$/, ''),
  KWD: (amount: string) => `${amount}0`,
};

export const usd = moneyIn('USD');

export type Sponsor = { readonly sponsor: string; readonly mandate: string; readonly envelope: string };

/** A proposal that is complete, in equal yearly milestones. */
export function proposal({ target = '1000.00', milestones = ['1000.00'], ...rest }: Partial<Plan> = {}, money = usd) {
  return {
    reference: `ref-${randomUUID()}`,
    title: 'Repair cafés in every ward',
    countries: ['JP'],
    themes: ['reuse'],
    readiness: 2,
    target: money(target),
    milestones: milestones.map((amount, index) => ({
      number: index + 1,
      title: `Year ${index + 1}`,
      monthsAfterEffective: 12 * (index + 1),
      amount: money(amount),
    })),
    ...rest,
  };
}
type Plan = {
  target: string;
  milestones: readonly string[];
  countries: readonly string[];
  indicators: readonly string[];
  plannedIndicators: NonNullable<BodyOf<'draftProject'>['proposal']['plannedIndicators']>;
  minimumCloseBasisPoints: number;
};

/** Of a grant, where nothing else is said. */
type Offered = readonly [Sponsor, amount: string, financing?: BodyOf<'proposeOffer'>['financing']];
type Indicators = NonNullable<BodyOf<'reportMilestone'>['indicators']>;
type Accepted = NonNullable<BodyOf<'verifyMilestone'>['accepted']>;

export type Actors = ReturnType<typeof actorsOf>;

/** Each party's steps, as its own person takes them over HTTP; every step is a command of its own. Some bring a project from one stage to the next. */
export function actorsOf(api: Api, money = usd) {
  const proposals = proposing(api, money);
  const rounds = financing(api, money, proposals);
  const milestones = implementing(api);
  return {
    ...proposals,
    ...rounds,
    ...milestones,
    /** A project of the city up to where its first milestone may be paid. The agreement is as it was drafted. */
    async payable(...of: Parameters<typeof rounds.agreed>): Promise<Agreement> {
      const agreement = await rounds.agreed(...of);
      await milestones.verified(first(await milestones.signed(agreement)));
      return agreement;
    },
  };
}

const proposing = (api: Api, money: typeof usd) => ({
  async city(name = 'Minato'): Promise<string> {
    return (await api.as(secretary).registerProposer({}, { name: `${name} ${randomUUID()}`, kind: 'city', countries: ['JP'] })).id;
  },
  async partner(): Promise<string> {
    const details = { name: `Network ${randomUUID()}`, kind: 'network', country: 'JP', themes: ['repair'] } as const;
    return (await api.as(secretary).registerPartner({}, details)).id;
  },
  /** A sponsor with one mandate and one envelope. `budget`: what the envelope holds, where it is in another currency. */
  async sponsor({
    total = '5000.00',
    minimum = '100.00',
    maximum = '2000.00',
    countries = ['JP'],
    budget = money(total),
    until = '',
  } = {}): Promise<Sponsor> {
    const { id: sponsor } = await api.as(secretary).registerSponsor({}, { name: `Fund ${randomUUID()}`, kind: 'fund' });
    const terms = { title: 'Circular cities', countries, ticketMinimum: money(minimum), ticketMaximum: money(maximum) };
    const { id: mandate } = await api.as(sponsorOfficerOf(sponsor)).publishMandate({}, { sponsor, terms });
    const { id: envelope } = await api
      .as(approverOf(sponsor))
      .openEnvelope({ id: sponsor }, { total: budget, ...(until ? { periodEnd: until } : {}) });
    return { sponsor, mandate, envelope };
  },
  async submitted(city: string, plan: Partial<Plan> = {}): Promise<string> {
    const { id } = await api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal(plan, money) });
    await api.as(officerOf(city)).submitProject({ id });
    return id;
  },
  /** Screened and opened to sponsors; answers its round. */
  async opened(project: string): Promise<Funding> {
    await api.as(secretary).declareEligible({ id: project }, MET);
    await api.as(secretary).openProject({ id: project });
    return this.funding(project);
  },
  async funding(project: string): Promise<Funding> {
    await settled(api);
    const found = await fundingOf(api, project);
    return first(found ? [found] : []);
  },
  project: (id: string): Promise<Project> => api.as(secretary).getProject({ id }),
});

const financing = (api: Api, money: typeof usd, proposals: ReturnType<typeof proposing>) => ({
  /** Of a grant, where nothing else is said. */
  offer: async (
    funding: string,
    { sponsor, mandate, envelope }: Sponsor,
    amount: string,
    financing: BodyOf<'proposeOffer'>['financing'] = GRANT,
  ): Promise<string> =>
    (await api.as(sponsorOfficerOf(sponsor)).proposeOffer({ id: funding }, { mandate, envelope, amount: money(amount), financing })).offer,
  accept: ({ id, proposer }: Pick<Funding, 'id' | 'proposer'>, offer: string) =>
    api.as(officerOf(proposer)).acceptOffer({ id, offer }, { terms: 1 }),
  /** Every sponsor offers its amount, the city accepts each, and the round closes. */
  async funded(project: string, offers: readonly Offered[]): Promise<Funding> {
    const funding = await proposals.opened(project);
    const made: string[] = [];
    for (const [sponsor, amount, financing] of offers) made.push(await this.offer(funding.id, sponsor, amount, financing));
    await settled(api);
    for (const offer of made) await this.accept(funding, offer);
    return proposals.funding(project);
  },
  async approved(project: string, { id, offers }: Funding): Promise<Agreement> {
    for (const { id: offer, sponsor } of offers.filter(({ status }) => status === 'accepted'))
      await api.as(approverOf(sponsor)).approveOffer({ id, offer });
    await settled(api);
    await api.as(approver).approveProject({ id: project });
    await settled(api);
    const agreement = await this.agreement(project);
    await withAccounts(api, [agreement.proposer, ...agreement.shares.map(({ sponsor }) => sponsor)], money('1.00').currency);
    return agreement;
  },
  async agreement(project: string): Promise<Agreement> {
    const { agreement } = await api.as(secretary).getProject({ id: project });
    const { agreements } = await api.as(secretary).listAgreements({ project });
    return api.as(secretary).getAgreement({ id: agreement ?? first(agreements).id });
  },
  /** A project of the city from its draft on: submitted, funded and approved. Its agreement waits to be signed. */
  async agreed(city: string, offers: readonly Offered[], plan: Partial<Plan> = {}): Promise<Agreement> {
    const project = await proposals.submitted(city, plan);
    return this.approved(project, await this.funded(project, offers));
  },
});

const implementing = (api: Api) => ({
  async milestones(project: string): Promise<Milestone[]> {
    const found = await Array.fromAsync(api.as(verifier).each('listMilestonesOfProject', { id: project }));
    return found.toSorted((a, b) => a.number - b.number);
  },
  async signed(agreement: Agreement): Promise<Milestone[]> {
    const { id, project, contentHash } = agreement;
    for (const as of signersOf(agreement)) await api.as(as).signAgreement({ id }, { contentHash });
    await settled(api);
    return this.milestones(project);
  },
  /** Waits for the milestone's day, and reports with evidence. */
  async reported({ id, proposer, report }: Milestone, indicators: Indicators = []): Promise<number> {
    const as = officerOf(proposer);
    await passUntil(api, async () => (await api.as(as).getMilestone({ id })).status !== 'scheduled');
    const evidence = (await api.as(as).upload(new TextEncoder().encode(`Report on ${id}`), 'text/plain')).hash;
    const number = (report?.number ?? 0) + 1;
    await api.as(as).reportMilestone({ id }, { evidence: [evidence], indicators, note: `Report ${number}` });
    return number;
  },
  /** `accepted`: the values that the verifier accepts in the place of those reported. */
  async verified(milestone: Milestone, indicators: Indicators = [], accepted: Accepted = []): Promise<void> {
    const report = await this.reported(milestone, indicators);
    await api.as(verifier).verifyMilestone({ id: milestone.id }, { report, accepted });
  },
  /** Each sponsor's part of a tranche, by maker and checker. */
  async paid({ id, cells }: Agreement, tranche: number, chain?: string, confirmedBy?: Person): Promise<void> {
    const { now } = await settled(api);
    const sending = { correlationId: chain };
    for (const { sponsor } of cells.filter((cell) => cell.tranche === tranche)) {
      const order = await ordered(api, id, { tranche, sponsor }, () => sending);
      const step = stepsOf(api, order, () => sending);
      const eachSeen: Step = async (as, ...said) => {
        await settled(api);
        return step(as, ...said);
      };
      await settles(eachSeen, { bankReference: statementOf(order.payment), valueDate: now.slice(0, 10) }, 1, confirmedBy);
    }
    await settled(api);
  },
  async closed(project: string): Promise<void> {
    await settled(api);
    await closeProject(api, project);
    await settled(api);
  },
});

export function first<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error('there is nothing');
  return item;
}

/** Lets policy time pass, from deadline to deadline, until something is so. */
export async function passUntil(api: Api, isSo: (clock: Clock) => Promise<boolean>): Promise<Clock> {
  let clock = await settled(api);
  while (!(await isSo(clock))) {
    if (!clock.earliestDeadline) throw new Error('what is waited for does not come: no deadline is pending');
    clock = await advance(api, clock.earliestDeadline);
  }
  return clock;
}

type Refusal = { status: number; type: string; facts: Record<string, unknown>; pointers?: string[] };

/** The problem that a step meets, which must not succeed. */
export async function refused(step: Promise<unknown>): Promise<Refusal> {
  try {
    await step;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const { status, type, facts = {}, errors } = error.problem;
    return { status, type, facts, ...(errors ? { pointers: errors.map(({ pointer }) => pointer) } : {}) };
  }
  throw new Error('the step was not refused');
}
