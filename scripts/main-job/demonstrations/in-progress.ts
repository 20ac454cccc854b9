import { BANK, CITY, FUND, IN_PROGRESS, type InProgressName } from '@junkan/trial-sign-in/in-progress.ts';
import { type Api, maker, officerOf, secretary, verifier } from '../api.ts';
import { fails, owedCells } from '../bank.ts';
import { cooled, settled } from '../clock.ts';
import type { Agreement } from '../messages.ts';
import type { InProgress } from '../summary.ts';
import { openAccount } from './accounts.ts';
import type { Round } from './base.ts';
import { type About, type DemoParties, sponsorNamed, usd } from './demo-parties.ts';
import { BEGUN, JUDGED, type Matters, openProgramme, programmeIn, stepsOfMatter } from './in-programme.ts';
import { type Scenario, scenarioOf } from './scenario.ts';
import { timeFor } from './time.ts';
import { visited } from './visiting.ts';

const NAME = 'in-progress';
const NAMES = Object.keys(IN_PROGRESS) as InProgressName[];
const THEME = 'recycling';
const TARGET = 240_000;

/** A project that waits for somebody. `run` takes it there. */
type Stage = { readonly what: string; readonly run: (scenario: Scenario) => Promise<unknown> };
type Stages = Readonly<Partial<Record<InProgressName, Stage>>>;

/** Funded by the fund and the bank, half each, and confirmed by the fund. */
async function funded(scenario: Scenario): Promise<{ project: string; second: Round }> {
  const { fund, bank } = scenario.demoParties;
  const { project, funding } = await scenario.raising(2, 10_000, TARGET);
  const half = (TARGET / 2).toFixed(2);
  const first = await scenario.offered(funding, fund, half);
  const second = await scenario.offered(funding, bank, half);
  for (const round of [first, second]) await scenario.accepts(round);
  await scenario.past(project, 'open');
  await scenario.confirms(first, fund);
  return { project, second };
}

async function drafted(scenario: Scenario): Promise<Agreement> {
  const { project, second } = await funded(scenario);
  await scenario.confirms(second, scenario.demoParties.bank);
  return scenario.approved(project);
}

/** Signed, and the first of its two reports is due. */
async function due(scenario: Scenario): Promise<{ readonly agreement: string; readonly first: string }> {
  const agreement = await drafted(scenario);
  await scenario.signed(agreement);
  const [{ id: first }] = await scenario.twoMilestones(agreement.id);
  await scenario.time.until(async () => (await scenario.milestone(first)).status !== 'scheduled');
  return { agreement: agreement.id, first };
}

/** Answers the agreement whose first milestone is verified. */
async function verified(scenario: Scenario): Promise<string> {
  const { agreement, first } = await due(scenario);
  await scenario.met(first);
  return agreement;
}

/** Its first part is with the bank. */
async function withTheBank(scenario: Scenario) {
  const agreement = await verified(scenario);
  const [cell] = owedCells(await scenario.agreement(agreement), 1);
  if (!cell) throw new Error(`${scenario.name}: a sponsor was to pay`);
  return scenario.instructed(agreement, cell, 'first');
}

/** Time passes until its report is late, so that it comes before the others. */
const LATE: Stages = {
  overdue: {
    what: 'A crusher that makes sand for paving of the bottles of the harbour.',
    async run(scenario) {
      const { first } = await due(scenario);
      await scenario.time.until(async () => (await scenario.milestone(first)).status === 'overdue');
    },
  },
};

/** Time passes until their first milestone is due. */
const IMPLEMENTED: Stages = {
  'report-due': {
    what: 'Forty machines that give money back for bottles and cans.',
    run: due,
  },
  'report-returned': {
    what: 'Two yards that compost what the markets of the wards leave.',
    async run(scenario) {
      const { first } = await due(scenario);
      await scenario.reported(first);
      await scenario.as(verifier).returnReport({ id: first }, { report: 1, note: 'Which of the two yards is open?' });
    },
  },
  'to-verify': {
    what: 'A hall in which a cooperative of collectors sorts what it brings.',
    async run(scenario) {
      const { first } = await due(scenario);
      await scenario.reported(first);
      await visited(scenario, first);
    },
  },
  'to-request-payment': {
    what: 'Twelve shops that repair what would be thrown away, and teach it.',
    run: verified,
  },
  'to-approve-payment': {
    what: 'Boats that collect used oil of the kitchens along the canals.',
    async run(scenario) {
      const id = await verified(scenario);
      for (const { tranche, sponsor } of owedCells(await scenario.agreement(id), 1))
        await scenario.as(maker).requestPayment({ id }, { tranche, sponsor });
    },
  },
  'failed-at-the-bank': {
    what: 'Containers at the markets, and a hall that sorts what is put in them.',
    run: async (scenario) => fails(await withTheBank(scenario), 'The account is closed.'),
  },
  'claim-open': {
    what: 'A pool of cups for the stalls of the night market.',
    async run(scenario) {
      const id = await verified(scenario);
      await scenario.paid(id, 1);
      const claim = { kind: 'ineligible', amount: usd('6000.00'), note: 'These invoices are of another year.' } as const;
      await scenario.as(secretary).claimRecovery({ id }, claim);
    },
  },
};

/** No time passes. */
const PROPOSED: Stages = {
  draft: {
    what: 'A workshop that presses bowls of fallen leaves.',
    run: (scenario) => scenario.drafted(2, 10_000, TARGET),
  },
  'to-screen': {
    what: 'A digester that cooks the meals of the market with what it throws away.',
    run: (scenario) => scenario.submitted(2, 10_000, TARGET),
  },
  'question-open': {
    what: 'Tools that a quarter shares, in six rooms of its schools.',
    async run(scenario) {
      const id = await scenario.submitted(2, 10_000, TARGET);
      await scenario.as(secretary).requestInformation({ id }, { note: 'Who keeps the tools in order in the holidays?' });
    },
  },
  'offers-to-compare': {
    what: 'Booms and boats that keep plastic out of four canals.',
    async run(scenario) {
      const { fund, bank } = scenario.demoParties;
      const { funding } = await scenario.raising(2, 10_000, TARGET);
      await scenario.offered(funding, fund, '240000.00');
      const loan = {
        rate: 'fixed',
        percent: '1.25',
        tenorMonths: 120,
        graceMonths: 24,
        repayment: 'annuity',
        payments: 'half-yearly',
      } as const;
      await scenario.offered(funding, bank, '200000.00', { terms: { instrument: 'loan', loan } });
    },
  },
  'offer-to-approve': {
    what: 'A store that keeps what shops leave over for the kitchens of schools.',
    run: funded,
  },
  'to-approve': {
    what: 'A yard that makes bricks of what the building sites of the city leave.',
    async run(scenario) {
      const { second } = await funded(scenario);
      await scenario.confirms(second, scenario.demoParties.bank);
    },
  },
  'to-sign': {
    what: 'Workshops in which pupils repair bicycles that were left behind.',
    run: drafted,
  },
};

type Wave = { readonly stages: Stages; readonly matters: Matters };
const WAVES: readonly Wave[] = [
  { stages: LATE, matters: {} },
  { stages: IMPLEMENTED, matters: JUDGED },
  { stages: PROPOSED, matters: BEGUN },
];
const referenceOf = (name: string): string => `${NAME}-${name}`;
const STAGES = new Map(WAVES.flatMap(({ stages }) => Object.entries(stages)));
const MATTERS: Matters = { ...JUDGED, ...BEGUN };

/**
 * A city and two sponsors of a trial that has just begun, with a project in each stage that waits for somebody, and what waits in the programme as well. All of them are made up.
 */
export async function begin(api: Api, { partner, edition }: DemoParties): Promise<readonly InProgress[]> {
  const parties = await openParties(api, { partner, edition });
  const known = await Array.fromAsync(api.as(officerOf(parties.city)).each('listProjects', { proposer: parties.city }));
  // Accounts cool once: over what waits already, no time is to pass.
  if (known.length === 0) await cooled(api);
  const of = await openProgramme(api, parties, (step) => ({ key: [NAME, edition, step].join(':') }));
  // In data of an earlier version the projects wait already: what takes time is not begun over them.
  const isLast = known.some(({ proposal }) => Object.keys(PROPOSED).some((name) => referenceOf(name) === proposal.reference));
  const already = isLast ? await waitingIn(api) : [];
  const isToDo = (name: string): boolean => !isLast || name in BEGUN || already.some((each) => each.name === name);
  for (const { stages, matters } of WAVES) {
    const time = timeFor(api);
    await time.sideBySide<unknown>([
      ...Object.entries(stages).map(
        ([name, { run }]) =>
          () =>
            run(scenarioOf(referenceOf(name), { api, time, demoParties: parties })),
      ),
      ...Object.entries(matters).flatMap(([name, { run }]) =>
        isToDo(name) ? [() => run({ of, time, steps: stepsOfMatter(api, name, edition) })] : [],
      ),
    ]);
  }
  await settled(api);
  return waitingIn(api);
}

/** What is there, each with its address in the browser. */
export async function waitingIn(api: Api): Promise<readonly InProgress[]> {
  const [{ proposers }, { sponsors }] = await Promise.all([
    api.as(secretary).listProposers({ q: CITY }),
    api.as(secretary).listSponsors({ q: FUND }),
  ]);
  const city = proposers.find(({ name }) => name === CITY)?.id;
  const fund = sponsors.find(({ name }) => name === FUND)?.id;
  if (!city || !fund) return [];
  const projects = await Array.fromAsync(api.as(secretary).each('listProjects', { proposer: city }));
  const found = new Map(projects.map(({ id, proposal }) => [proposal.reference, `/projects/${id}`]));
  const programme = await programmeIn(api, city, fund);
  const shown: InProgress[] = [];
  for (const name of NAMES) {
    const path = found.get(referenceOf(name)) ?? (programme && (await MATTERS[name]?.found(api.as(secretary), programme)));
    if (path) shown.push({ name, ...IN_PROGRESS[name], path });
  }
  return shown;
}

function about(reference: string): About {
  const name = NAMES.find((each) => referenceOf(each) === reference);
  const what = STAGES.get(name ?? '')?.what ?? '';
  return {
    reference,
    title: name ? IN_PROGRESS[name].title : reference,
    description: `${what} Made up for a trial.`.trim(),
    country: 'ID',
    theme: THEME,
    place: '1642911',
    monthsApart: 6,
    own: 36_000,
    ofWard: 24_000,
    isIllustrated: true,
  };
}

async function openParties(api: Api, { partner, edition }: Pick<DemoParties, 'partner' | 'edition'>): Promise<DemoParties> {
  const key = (...of: readonly string[]) => ({ key: [NAME, edition, ...of].join(':') });
  const register = { name: CITY, kind: 'city' as const, countries: ['ID'] };
  const { id: city } = await api.as(secretary).registerProposer({}, register, key('city'));
  const of = { country: 'ID', theme: THEME, ticketMaximum: '1000000.00', total: '20000000.00' } as const;
  const fund = await sponsorNamed(api, { ...of, name: FUND, kind: 'fund', key: key('fund').key });
  const bank = await sponsorNamed(api, { ...of, name: BANK, kind: 'development-bank', key: key('bank').key });
  await openAccount(api, city, 'Kota Kenanga', key);
  for (const { sponsor } of [fund, bank]) await openAccount(api, sponsor, 'Sponsor of the trial', key);
  return { city, fund, bank, partner, edition, about };
}
