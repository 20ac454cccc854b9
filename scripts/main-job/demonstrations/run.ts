import { type Api, auditor, officerOf } from '../api.ts';
import { cooled } from '../clock.ts';
import type { Project } from '../messages.ts';
import type { CallSummary, DeclarationSummary, Demonstration, InProgress, LearningSummary, PolicySummary } from '../summary.ts';
import { AGREEMENTS } from './agreements.ts';
import { call } from './calling.ts';
import { closeBooks } from './closing.ts';
import { declare } from './declaring.ts';
import { type DemoParties, openDemoParties } from './demo-parties.ts';
import { HELD } from './held.ts';
import { begin } from './in-progress.ts';
import { teach } from './learning.ts';
import { adoptPolicy } from './library.ts';
import { RETAINING } from './retaining.ts';
import { ROUNDS } from './rounds.ts';
import { type Scenarios, scenarioOf } from './scenario.ts';
import { type Time, timeFor } from './time.ts';

const SCENARIOS: Scenarios = { ...ROUNDS, ...AGREEMENTS, ...RETAINING, ...HELD };

/** Those that are of no one project: cities sign a declaration, their people learn, one adopts a policy of the library, and a sponsor opens a call. */
const DECLARATION = 'declaration';
const LEARNING = 'learning';
const POLICY = 'policy';
const CALL = 'call';
/** What waits for somebody. It comes last, as no time is to pass over it. */
const IN_PROGRESS = 'in-progress';

export const DEMONSTRATIONS = [...Object.keys(SCENARIOS), DECLARATION, LEARNING, POLICY, CALL, IN_PROGRESS];

type Chosen = { readonly only?: readonly string[]; readonly edition?: string };

type Shown = {
  readonly demonstrations: readonly Demonstration[];
  readonly declaration?: DeclarationSummary;
  readonly learning?: LearningSummary;
  readonly policy?: PolicySummary;
  readonly call?: CallSummary;
  readonly inProgress?: readonly InProgress[];
};

/** Runs every demonstration, or only these, in parallel with one clock; those that have ended already are left unchanged. */
export async function demonstrate(api: Api, { only = DEMONSTRATIONS, edition }: Chosen = {}): Promise<Shown> {
  const demoParties = await openDemoParties(api, edition);
  const policy = only.includes(POLICY) ? await adoptPolicy(api, demoParties) : undefined;
  const time = timeFor(api);
  const ended = await endedProjects(api, demoParties);
  const chosen = Object.entries(SCENARIOS).filter(([name]) => only.includes(name));
  if (chosen.some(([name, { ends }]) => ended.get(`demonstration-${name}`)?.status !== ends)) await cooled(api);
  const waiting = chosen.map(([name, { ends, run }]) => async (): Promise<Demonstration> => {
    const before = ended.get(`demonstration-${name}`);
    const project = before?.status === ends ? before.id : await runOne(run, name, { api, time, demoParties });
    return { name, project, ends, path: '', status: '' };
  });
  const declaring = only.includes(DECLARATION) ? [() => declare({ api, time, demoParties })] : [];
  const teaching = only.includes(LEARNING) ? [() => teach({ api, time, demoParties })] : [];
  const calling = only.includes(CALL) ? [() => call({ api, time, demoParties })] : [];
  const shown = await time.sideBySide<Demonstration | DeclarationSummary | LearningSummary | CallSummary>([
    ...waiting,
    ...declaring,
    ...teaching,
    ...calling,
  ]);
  await closeBooks(api);
  const inProgress = only.includes(IN_PROGRESS) ? await begin(api, demoParties) : undefined;
  const declaration = shown.find((each) => 'ladder' in each);
  const learning = shown.find((each) => 'certificates' in each);
  const called = shown.find((each) => 'reviews' in each);
  const demonstrations = await Promise.all(shown.flatMap((each) => ('ends' in each ? [withPath(api, each)] : [])));
  return {
    demonstrations,
    ...(declaration ? { declaration } : {}),
    ...(learning ? { learning } : {}),
    ...(policy ? { policy } : {}),
    ...(called ? { call: called } : {}),
    ...(inProgress ? { inProgress } : {}),
  };
}

async function runOne(
  run: Scenarios[string]['run'],
  name: string,
  parts: { api: Api; time: Time; demoParties: DemoParties },
): Promise<string> {
  try {
    const project = await run(scenarioOf(name, parts));
    await parts.time.until(async () => true);
    return project;
  } catch (error) {
    throw new Error(`demonstration ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function endedProjects(api: Api, { city }: DemoParties): Promise<Map<string, Project>> {
  const found = await Array.fromAsync(api.as(officerOf(city)).each('listProjects', { proposer: city }));
  return new Map(found.map((project) => [project.proposal.reference, project]));
}

/** The events of a project's own stream that show its path, as one line. */
async function withPath(api: Api, demonstration: Demonstration): Promise<Demonstration> {
  const { project } = demonstration;
  const [{ status }, { entries }] = await Promise.all([
    api.as(auditor).getProject({ id: project }),
    api.as(auditor).getTimeline({ id: project }),
  ]);
  const words = entries.flatMap(({ type }) => WORDS[type] ?? []);
  return { ...demonstration, status, path: words.filter((word, index) => word !== words[index - 1]).join(' > ') };
}

/** What happened in few words; what only leads from one to the next is left out. */
const WORDS: Readonly<Record<string, string>> = {
  ProjectDrafted: 'drafted',
  ProjectSubmitted: 'submitted',
  MoreInformationRequested: 'asked',
  ProjectDeclaredEligible: 'eligible',
  ProjectDeclaredIneligible: 'ineligible',
  ProjectOpenedToSponsors: 'open',
  OfferCountered: 'countered',
  OfferExpired: 'offer expired',
  OfferRetracted: 'offer retracted',
  OfferWithdrawn: 'offer withdrawn',
  ProjectGapReopened: 'gap reopened',
  ProjectLeftUnfunded: 'unfunded',
  ProjectFunded: 'funded',
  ProjectRefused: 'refused',
  ProjectApproved: 'approved',
  AgreementVoided: 'draft void',
  ProjectWithdrawn: 'withdrawn',
  ImplementationStarted: 'in implementation',
  MilestoneBecameOverdue: 'overdue',
  MilestoneRejected: 'not met',
  MilestoneWaived: 'waived',
  TrancheReduced: 'tranche cut',
  AgreementAmended: 'amended',
  PaymentFailed: 'payment failed',
  PaymentReturned: 'payment returned',
  PaymentHeld: 'on hold',
  HoldReleased: 'hold released',
  BudgetEndMoved: 'budget moved on',
  GuaranteeCalled: 'guarantee called',
  ClaimPaid: 'guarantor has paid',
  ReceiptRecorded: 'received in kind',
  SettlementReversed: 'settlement reversed',
  OutcomeReversed: 'outcome reversed',
  ProjectSuspended: 'suspended',
  ProjectResumed: 'resumed',
  ProjectTerminated: 'terminated',
  ProjectCompleted: 'completed',
  ProjectClosed: 'closed',
};
