import { timeSkippingServerPath } from '@junkan/infra/embedded/binaries.ts';
import { type Instant, instant } from '@junkan/kit/pure/dates.ts';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import {
  type CycleInput,
  cycleId,
  type EnquiryInput,
  type ExchangeInput,
  enquiryId,
  exchangeId,
  type FundingInput,
  fundingId,
  idOfPassport,
  type MilestoneInput,
  milestoneId,
  type PassportInput,
  type RequestInput,
  requestId,
  type ScreeningInput,
  type SessionInput,
  type SignatoryInput,
  screeningId,
  sessionId,
  signatoryId,
  WAKE_UP,
} from '../contract.ts';
import type {
  CycleActivities,
  EnquiryActivities,
  ExchangeActivities,
  FundingActivities,
  MilestoneActivities,
  PassportActivities,
  RequestActivities,
  ScreeningActivities,
  SessionActivities,
  SignatoryActivities,
} from '../flows/flows.ts';
import type { IdleActivities } from '../flows/reconcile-loop.ts';
import type { CycleStep, CycleView } from '../rules/cycle.ts';
import type { EnquiryStep, EnquiryView } from '../rules/enquiry.ts';
import type { ExchangeStep, ExchangeView } from '../rules/exchange.ts';
import type { FundingStep, FundingView } from '../rules/funding-view.ts';
import type { MilestoneStep, MilestoneView } from '../rules/milestone.ts';
import type { Notice } from '../rules/next.ts';
import type { PassportStep, PassportView } from '../rules/passport.ts';
import type { RequestStep, RequestView } from '../rules/request.ts';
import type { ScreeningView } from '../rules/screening.ts';
import type { SessionStep, SessionView } from '../rules/session.ts';
import type { SignatoryStep, SignatoryView } from '../rules/signatory.ts';
import { createWorker } from '../worker.ts';

/** What a workflow sees of the services, and what its steps do there. */
export type Fake<View, Step> = { view(now: Instant): View; take(step: Step, now: Instant): void };

export type Taken<Step> = { readonly step: Step; readonly at: Instant };

/** One workflow in its fake, driven by a test. Time passes only when the test advances it. */
export type Scene<Step> = {
  /** Every step that took effect, in order. */
  readonly taken: readonly Taken<Step>[];
  now(): Promise<Instant>;
  /** Changes the fake, and wakes the workflow once for it; resolves when it is idle. */
  happens(change: () => void): Promise<void>;
  /** The wake-up alone. */
  signal(): Promise<void>;
  /** Lets days pass; resolves when the workflow has done all that falls due meanwhile. */
  pass(days: number): Promise<void>;
  /** Resolves when the workflow has ended; time passes to wherever it leads. */
  end(): Promise<void>;
  /** What the workflow answers about the moment that it waits for. */
  deadline(): Promise<string>;
  history(): Promise<string>;
  /** How many runs it went on over. */
  runs(): Promise<number>;
};

type Role<View, Step> = { readonly fake: Fake<View, Step>; readonly taken: Taken<Step>[] };
type Fakes<View, Step> = Map<string, Role<View, Step>>;

/** How often each workflow was woken, and who waits for it to become idle: the part of wake-records.ts, in memory. */
type Waking = { woken: number; rested(): void };
type Wakings = Map<string, Waking>;

const DAY = 86_400_000;
const TASK_QUEUE = 'environment';
/** Without a limit, the server of a test ends a workflow after ten years of 365 days. */
const LIMIT_DAYS = 20 * 365;

const noFakes = () => ({
  screening: new Map(),
  funding: new Map(),
  milestone: new Map(),
  passport: new Map(),
  signatory: new Map(),
  exchange: new Map(),
  request: new Map(),
  session: new Map(),
  cycle: new Map(),
  enquiry: new Map(),
});

/** The time-skipping server with one worker, whose activities are those of in-memory worlds. */
export async function openTestEnvironment(workflowCode: string, { identity = 'test', keepsRuns = true } = {}) {
  // The worker's runtime is one per process, and the first one stays.
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: timeSkippingServerPath() } },
    client: { identity },
  });
  const now = async (): Promise<Instant> => instant(await env.currentTimeMs());
  const wakings: Wakings = new Map();
  const fakes = noFakes();
  const parts = { env, activities: activities(fakes, wakings, now), identity };
  let stop = await playing(workflowCode, parts, keepsRuns);

  async function begin<View, Step>(
    workflow: string,
    workflowId: string,
    input: object,
    roles: Fakes<View, Step>,
    fake: Fake<View, Step>,
  ): Promise<Scene<Step>> {
    const taken: Taken<Step>[] = [];
    roles.set(workflowId, { fake, taken });
    const waking = { woken: 1, rested: () => {} };
    wakings.set(workflowId, waking);
    const firstRest = restOf(waking);
    const workflowExecutionTimeout = LIMIT_DAYS * DAY;
    await env.client.workflow.start(workflow, { workflowId, taskQueue: TASK_QUEUE, args: [input], workflowExecutionTimeout });
    await firstRest;
    return { taken, now, ...driving(env, workflowId, waking) };
  }

  return {
    now,
    screening: (input: ScreeningInput, fake: Fake<ScreeningView, Notice>) =>
      begin('Screening', screeningId(input.project, input.submission), input, fakes.screening, fake),
    funding: (input: FundingInput, fake: Fake<FundingView, FundingStep>) =>
      begin('FundingLifecycle', fundingId(input.project, input.round), input, fakes.funding, fake),
    milestone: (input: MilestoneInput, fake: Fake<MilestoneView, MilestoneStep>) =>
      begin('MilestoneLifecycle', milestoneId(input.milestone), input, fakes.milestone, fake),
    passport: (input: PassportInput, fake: Fake<PassportView, PassportStep>) =>
      begin('Passport', idOfPassport(input), input, fakes.passport, fake),
    signatory: (input: SignatoryInput, fake: Fake<SignatoryView, SignatoryStep>) =>
      begin('Signatory', signatoryId(input.signatory, input.attempt), input, fakes.signatory, fake),
    exchange: (input: ExchangeInput, fake: Fake<ExchangeView, ExchangeStep>) =>
      begin('Exchange', exchangeId(input.exchange), input, fakes.exchange, fake),
    request: (input: RequestInput, fake: Fake<RequestView, RequestStep>) =>
      begin('Request', requestId(input.request), input, fakes.request, fake),
    session: (input: SessionInput, fake: Fake<SessionView, SessionStep>) =>
      begin('Session', sessionId(input.session), input, fakes.session, fake),
    cycle: (input: CycleInput, fake: Fake<CycleView, CycleStep>) => begin('Cycle', cycleId(input.cycle), input, fakes.cycle, fake),
    enquiry: (input: EnquiryInput, fake: Fake<EnquiryView, EnquiryStep>) =>
      begin('Enquiry', enquiryId(input.enquiry), input, fakes.enquiry, fake),
    /** Time passes to an instant, for all of them. */
    passTo: async (to: Instant): Promise<void> => env.sleep(Math.max(0, Date.parse(to) - (await env.currentTimeMs()))),
    /** Runs that have begun continue under other code. */
    async goesOnUnder(code: string, keeps = true): Promise<void> {
      await stop();
      stop = await playing(code, parts, keeps);
    },
    async close(): Promise<void> {
      await stop();
      await env.teardown();
    },
  };
}

/** Resolves when the workflow is idle next. */
const restOf = (waking: Waking): Promise<void> =>
  new Promise<void>((resolve) => {
    waking.rested = resolve;
  });

function driving(env: TestWorkflowEnvironment, workflowId: string, waking: Waking): Omit<Scene<never>, 'taken' | 'now'> {
  // By its id alone, so that it is the newest run.
  const handle = env.client.workflow.getHandle(workflowId);
  return {
    async happens(change) {
      const rested = restOf(waking);
      change();
      waking.woken += 1;
      await handle.signal(WAKE_UP);
      await rested;
    },
    signal: () => handle.signal(WAKE_UP),
    pass: (days) => env.sleep(days * DAY),
    end: () => handle.result(),
    deadline: () => handle.query<string>('deadline'),
    history: async () => historyToJSON(await handle.fetchHistory()),
    runs: () => runsOf(env, workflowId),
  };
}

type Playing = {
  readonly env: TestWorkflowEnvironment;
  readonly activities: object;
  readonly identity: string;
};

/** A worker with this code; what it answers stops it. */
async function playing(code: string, { env, ...parts }: Playing, keepsRuns: boolean): Promise<() => Promise<void>> {
  const worker = await createWorker({
    connection: env.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle: { code },
    // A worker that others follow keeps no runs: the server would wait for it to come back. Without them each task repeats its run, and the library drops one
    // that waits for an activity as soon as the task of another comes: one at a time.
    ...(keepsRuns ? {} : { maxCachedWorkflows: 0, maxConcurrentWorkflowTaskExecutions: 1 }),
    ...parts,
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
  };
}

/** Each run but the first names the one that it continues. */
async function runsOf(env: TestWorkflowEnvironment, workflowId: string): Promise<number> {
  let runs = 0;
  let runId: string | undefined = '';
  for (; runId !== undefined; runs += 1) {
    const handle: WorkflowHandle = env.client.workflow.getHandle(workflowId, runId || undefined);
    const [began] = (await handle.fetchHistory()).events ?? [];
    runId = began?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return runs;
}

export type TestEnvironment = Awaited<ReturnType<typeof openTestEnvironment>>;

function activities(
  fakes: {
    screening: Fakes<ScreeningView, Notice>;
    funding: Fakes<FundingView, FundingStep>;
    milestone: Fakes<MilestoneView, MilestoneStep>;
    passport: Fakes<PassportView, PassportStep>;
    signatory: Fakes<SignatoryView, SignatoryStep>;
    exchange: Fakes<ExchangeView, ExchangeStep>;
    request: Fakes<RequestView, RequestStep>;
    session: Fakes<SessionView, SessionStep>;
    cycle: Fakes<CycleView, CycleStep>;
    enquiry: Fakes<EnquiryView, EnquiryStep>;
  },
  wakings: Wakings,
  now: () => Promise<Instant>,
): ScreeningActivities &
  FundingActivities &
  MilestoneActivities &
  PassportActivities &
  SignatoryActivities &
  ExchangeActivities &
  RequestActivities &
  SessionActivities &
  CycleActivities &
  EnquiryActivities &
  IdleActivities {
  const look = async <View, Step>(roles: Fakes<View, Step>, workflowId: string) => {
    const seen = wakings.get(workflowId)?.woken ?? 0;
    return { seen, view: roleOf(roles, workflowId).fake.view(await now()) };
  };
  const act = async <View, Step>(roles: Fakes<View, Step>, workflowId: string, steps: readonly Step[]): Promise<void> => {
    const { fake, taken } = roleOf(roles, workflowId);
    for (const step of steps) {
      const at = await now();
      fake.take(step, at);
      taken.push({ step, at });
    }
  };
  return {
    lookAtScreening: ({ project, submission }) => look(fakes.screening, screeningId(project, submission)),
    actOnScreening: ({ project, submission }, steps) => act(fakes.screening, screeningId(project, submission), steps),
    lookAtFunding: ({ project, round }) => look(fakes.funding, fundingId(project, round)),
    actOnFunding: ({ project, round }, steps) => act(fakes.funding, fundingId(project, round), steps),
    lookAtMilestone: ({ milestone }) => look(fakes.milestone, milestoneId(milestone)),
    actOnMilestone: ({ milestone }, steps) => act(fakes.milestone, milestoneId(milestone), steps),
    lookAtPassport: (input) => look(fakes.passport, idOfPassport(input)),
    actOnPassport: (input, steps) => act(fakes.passport, idOfPassport(input), steps),
    lookAtSignatory: ({ signatory, attempt }) => look(fakes.signatory, signatoryId(signatory, attempt)),
    actOnSignatory: ({ signatory, attempt }, steps) => act(fakes.signatory, signatoryId(signatory, attempt), steps),
    lookAtExchange: ({ exchange }) => look(fakes.exchange, exchangeId(exchange)),
    actOnExchange: ({ exchange }, steps) => act(fakes.exchange, exchangeId(exchange), steps),
    lookAtRequest: ({ request }) => look(fakes.request, requestId(request)),
    actOnRequest: ({ request }, steps) => act(fakes.request, requestId(request), steps),
    lookAtSession: ({ session }) => look(fakes.session, sessionId(session)),
    actOnSession: ({ session }, steps) => act(fakes.session, sessionId(session), steps),
    lookAtCycle: ({ cycle }) => look(fakes.cycle, cycleId(cycle)),
    actOnCycle: ({ cycle }, steps) => act(fakes.cycle, cycleId(cycle), steps),
    lookAtEnquiry: ({ enquiry }) => look(fakes.enquiry, enquiryId(enquiry)),
    actOnEnquiry: ({ enquiry }, steps) => act(fakes.enquiry, enquiryId(enquiry), steps),
    async rest({ workflowId, seen, ended }) {
      const waking = wakings.get(workflowId);
      if (waking && (ended || waking.woken === seen)) waking.rested();
    },
  };
}

function roleOf<View, Step>(roles: Fakes<View, Step>, workflowId: string): Role<View, Step> {
  const role = roles.get(workflowId);
  if (!role) throw new Error(`nobody plays ${workflowId}`);
  return role;
}
