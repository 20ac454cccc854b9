import { idFrom } from '@junkan/kit/ids.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { COUNTRIES, CURRENCIES, LANGUAGES, THEMES } from './synthetic-words.ts';

export const SEED = 7;
/** So many projects are under way at a time: their events lie between one another, as those of a real feed do. */
const UNDER_WAY = 200;
const PROJECTS_PER_PROPOSER = 20;
const SPONSORS = 40;
const BEGUN_AT = Date.UTC(2025, 0, 1);
const STEP_MS = 60_000;
const DAY_MS = 86_400_000;

type Step = Pick<ViewEvent, 'context' | 'aggregate' | 'stream' | 'type' | 'data'>;
type Size = { readonly projects: number; readonly seed: number };

/**
 * The events of all contexts about so many projects, as their owners publish them: about 13 a project, with milestones, offers,
 * agreements and payments; titles in nine languages. The same seed gives the same ones. Sequences count in each context.
 */
export function* syntheticFeed({ projects, seed }: Size): Generator<ViewEvent> {
  const draw = drawer(seed);
  const place = placer();
  for (let number = 0; number < SPONSORS; number += 1) for (const step of sponsorSteps(seed, number)) yield place(step);
  const underWay: Step[][] = [];
  for (let begun = 0; begun < projects || underWay.length > 0; ) {
    while (begun < projects && underWay.length < UNDER_WAY) {
      underWay.push(projectSteps(seed, begun, draw));
      begun += 1;
    }
    const index = draw.upTo(underWay.length);
    const step = underWay[index]?.shift();
    if (step) yield place(step);
    else underWay[index] = underWay.at(-1) ?? [];
    if (!step) underWay.pop();
  }
}

/** Gives each step its version, its sequence and its time. */
function placer(): (step: Step) => ViewEvent {
  const versions = new Map<string, number>();
  const sequences = new Map<string, number>();
  let steps = 0;
  const next = (of: Map<string, number>, key: string): number => {
    const count = (of.get(key) ?? 0) + 1;
    of.set(key, count);
    return count;
  };
  return (step) => {
    steps += 1;
    return {
      ...step,
      version: next(versions, step.stream),
      sequence: next(sequences, step.context),
      place: 0,
      schema: 1,
      at: new Date(BEGUN_AT + steps * STEP_MS).toISOString(),
      actor: `per_${step.aggregate}`,
      correlationId: step.stream,
      causationId: step.stream,
      clockOffset: 0,
    };
  };
}

const sponsorOf = (seed: number, number: number): string => idFrom('spo', seed, number % SPONSORS);
const step = (context: string, aggregate: string, stream: string, type: string, data: Record<string, unknown>): Step => ({
  context,
  aggregate,
  stream,
  type,
  data,
});

function sponsorSteps(seed: number, number: number): Step[] {
  const sponsor = sponsorOf(seed, number);
  const total = { amount: '1000000000000', currency: 'USD' };
  const terms = {
    title: `Window ${number}`,
    countries: [...COUNTRIES],
    themes: [...THEMES],
    ticketMinimum: { amount: '100', currency: 'USD' },
    ticketMaximum: { amount: '900000000000', currency: 'USD' },
  };
  return [
    step('sponsor', 'sponsor', sponsor, 'SponsorRegistered', { name: `Fund ${number}`, kind: 'fund', by: 'per_secretariat' }),
    step('sponsor', 'mandate', idFrom('man', seed, number), 'MandatePublished', { sponsor, terms, by: 'per_sponsor' }),
    step('sponsor', 'envelope', idFrom('env', seed, number), 'EnvelopeOpened', { sponsor, total, by: 'per_sponsor' }),
  ];
}

/** What becomes of one project: some stay drafts, some are refused, most are opened and half of these are funded and paid. */
function projectSteps(seed: number, number: number, draw: Draw): Step[] {
  const facts = factsOf(seed, number, draw);
  const { project, proposer, country, proposal } = facts;
  const by = 'per_officer';
  const of = (type: string, data: Record<string, unknown>): Step => step('project', 'project', project, type, data);
  const first = number % PROJECTS_PER_PROPOSER === 0;
  const steps = first
    ? [
        step('project', 'proposer', proposer, 'ProposerRegistered', {
          name: `City ${number / PROJECTS_PER_PROPOSER}`,
          kind: 'city',
          countries: [country],
          by,
        }),
      ]
    : [];
  steps.push(of('ProjectDrafted', { proposer, proposal, by }));
  if (draw.is(5)) return steps;
  steps.push(of('ProjectSubmitted', { submission: 1, screeningDue: facts.due(20), by }));
  if (draw.is(8)) return [...steps, of('ProjectDeclaredIneligible', { submission: 1, reasons: ['target-missing'], by })];
  steps.push(of('ProjectDeclaredEligible', { submission: 1, openingDue: facts.due(40), by }));
  if (draw.is(15)) return steps;
  steps.push(of('ProjectOpenedToSponsors', { round: 1, deadline: facts.due(90), by, at: facts.due(30) }), ...offerSteps(facts));
  return draw.is(55) ? steps : [...steps, ...agreementSteps(facts)];
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(seed: number, number: number, draw: Draw) {
  const id = <Prefix extends string>(prefix: Prefix): string => idFrom(prefix, seed, number);
  const { works, things, places } = draw.of(LANGUAGES);
  const currency = draw.of(CURRENCIES);
  const amount = 1_000_000 * (1 + draw.upTo(5_000));
  const money = (share = 1) => ({ amount: String(amount / share), currency });
  const milestones = [1, 2].map((each) => ({
    number: each,
    title: `${draw.of(things)} ${each}`,
    monthsAfterEffective: 12 * each,
    amount: money(2),
  }));
  const country = draw.of(COUNTRIES);
  const proposal = {
    reference: `P${100_000 + number}`,
    title: `${draw.of(works)} ${draw.of(things)} ${draw.of(places)}`,
    countries: [country],
    themes: [...new Set([draw.of(THEMES), draw.of(THEMES)])],
    instruments: ['loan'],
    target: money(),
    minimumCloseBasisPoints: 10_000,
    readiness: draw.upTo(5),
    indicators: ['waste-diverted'],
    milestones,
  };
  return {
    project: id('prj'),
    funding: id('fnd'),
    offer: id('off'),
    agreement: id('agr'),
    payment: id('pay'),
    milestone: (of: number): string => idFrom('mst', seed, number, of),
    proposer: idFrom('org', seed, Math.floor(number / PROJECTS_PER_PROPOSER)),
    sponsor: sponsorOf(seed, number),
    mandate: idFrom('man', seed, number % SPONSORS),
    envelope: idFrom('env', seed, number % SPONSORS),
    country,
    proposal,
    milestones,
    money,
    due: (days: number): string => new Date(BEGUN_AT + (days + number / 10) * DAY_MS).toISOString(),
  };
}

function offerSteps({ project, proposer, funding, offer, sponsor, mandate, envelope, money, due }: Facts): Step[] {
  const of = (type: string, data: Record<string, unknown>): Step => step('matching', 'funding', funding, type, data);
  const terms = { offer, terms: 1 };
  return [
    of('FundingOpened', { project, round: 1, proposer, target: money(), minimumClose: money(), deadline: due(90) }),
    of('OfferProposed', { ...terms, sponsor, mandate, envelope, amount: money(), by: 'per_sponsor' }),
    of('OfferBacked', terms),
  ];
}

function agreementSteps(facts: Facts): Step[] {
  const { project, proposer, funding, offer, sponsor, envelope, agreement, payment, milestone, milestones, money, due } = facts;
  const by = 'per_officer';
  const inMatching = (type: string, data: Record<string, unknown>): Step => step('matching', 'funding', funding, type, data);
  const inProject = (type: string, data: Record<string, unknown>): Step => step('project', 'project', project, type, { round: 1, ...data });
  const inAgreement = (type: string, data: Record<string, unknown>): Step => step('disbursement', 'agreement', agreement, type, data);
  const paid = (type: string, data: Record<string, unknown>): Step =>
    inAgreement(type, { payment, milestone: milestone(1), by, at: due(500), ...data });
  const cells = milestones.map(({ number, amount }) => ({
    tranche: number,
    sponsor,
    amount,
    payment: number === 1 ? payment : `${payment}${number}`,
  }));
  const draft = {
    project,
    round: 1,
    funding,
    proposer,
    shares: [{ sponsor, offer, envelope, amount: money() }],
    tranches: milestones,
    cells,
  };
  return [
    inMatching('OfferAccepted', { offer, terms: 1, by }),
    inMatching('FundingClosed', { accepted: money(), ended: [] }),
    inProject('ProjectFunded', { funding, approvalDue: due(120) }),
    inMatching('OfferApproved', { offer, by: 'per_sponsor' }),
    inProject('ProjectApproved', { by }),
    inAgreement('AgreementDrafted', { ...draft, contentHash: '0'.repeat(64), signingDue: due(150) }),
    inAgreement('AgreementSigned', { party: proposer, contentHash: '0'.repeat(64), at: due(140), by }),
    inAgreement('AgreementSigned', { party: sponsor, contentHash: '0'.repeat(64), at: due(141), by }),
    inAgreement('AgreementBecameEffective', { at: due(141), entry: { id: 'e', postings: [] } }),
    inProject('ImplementationStarted', { agreement }),
    ...milestones.map(({ number, title, amount }) =>
      step('project', 'milestone', milestone(number), 'MilestoneBegun', {
        project,
        agreement,
        proposer,
        number,
        title,
        dueOn: due(365 * number).slice(0, 10),
        amount,
      }),
    ),
    step('project', 'milestone', milestone(1), 'MilestoneReportSubmitted', {
      report: 1,
      evidence: ['0'.repeat(64)],
      verificationDue: due(400),
      at: due(380),
      by,
    }),
    step('project', 'milestone', milestone(1), 'MilestoneVerified', { report: 1, payableBasisPoints: 10_000, by, paymentDue: due(430) }),
    paid('PaymentRequested', { tranche: 1, sponsor, amount: money(2), report: 1, submittedBy: by, verifiedBy: 'per_verifier' }),
    paid('PaymentApproved', { entry: { id: 'p', postings: [] } }),
    paid('PaymentInstructed', { instruction: `I${payment}` }),
    paid('PaymentSettlementReported', { report: 1, bankReference: `B${payment}`, valueDate: due(510).slice(0, 10) }),
    paid('PaymentSettled', {
      report: 1,
      bankReference: `B${payment}`,
      valueDate: due(510).slice(0, 10),
      reportedBy: by,
      entry: { id: 's', postings: [] },
    }),
  ];
}

type Draw = ReturnType<typeof drawer>;

/** Mulberry32: small, fast and good enough to draw test data. */
function drawer(seed: number) {
  let state = seed | 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0, below the bound. */
  const upTo = (bound: number): number => Math.floor(share() * bound);
  return {
    upTo,
    is: (percent: number): boolean => share() * 100 < percent,
    of: <Item>(items: readonly Item[]): Item => items[upTo(items.length)] as Item,
  };
}
