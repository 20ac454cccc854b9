import { type PolicyClock, policyClock } from '@junkan/kit/clock.ts';
import { serving } from '@junkan/kit/grpc/serve.ts';
import { identityOf } from '@junkan/kit/identity.ts';
import { INFRASTRUCTURE, type Infrastructure } from '@junkan/kit/infrastructure.ts';
import { failed, ResourceStack } from '@junkan/kit/lifecycle.ts';
import type { Log } from '@junkan/kit/log.ts';
import { eventStreamEnd, type Nats } from '@junkan/kit/messaging/nats.ts';
import { requireReplication } from '@junkan/kit/mongo.ts';
import { neighboursOf } from '@junkan/kit/neighbours.ts';
import { databaseName, type RunningService } from '@junkan/kit/service.ts';
import { servicesOf } from '@junkan/kit/services.ts';
import { openTelemetry } from '@junkan/kit/telemetry/open.ts';
import { OPERATIONS } from '@junkan/proto/callers.ts';
import { OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import { PROGRAMS } from '@junkan/proto/programs.ts';
import { type ActivityInterceptorsFactory, DefaultLogger, type LogLevel, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { z } from 'zod';
import { cycleActivities } from './activities/cycle.ts';
import { enquiryActivities } from './activities/enquiry.ts';
import { exchangeActivities } from './activities/exchange.ts';
import { fundingActivities } from './activities/funding.ts';
import { milestoneActivities } from './activities/milestone.ts';
import { passportActivities } from './activities/passport.ts';
import { requestActivities } from './activities/request.ts';
import { screeningActivities } from './activities/screening.ts';
import { sessionActivities } from './activities/session.ts';
import { signatoryActivities } from './activities/signatory.ts';
import { tracedActivities } from './activities/traced.ts';
import { startBridge } from './bridge/bridge.ts';
import { bundleWorkflows } from './bundle.ts';
import type { settings as schema } from './config.ts';
import { taskQueueOf } from './contract.ts';
import type { NoticePolicy } from './rules/policy.ts';
import { connectTemporal, connectWorker, requireCluster } from './temporal.ts';
import { type WakeRecords, wakeRecords } from './wake-records.ts';
import { createWorker } from './worker.ts';

type Settings = z.output<typeof schema>;

/** What the workflows reach beyond themselves by: also the engine that keeps and runs them. */
export type WorkflowInfrastructure = Infrastructure & {
  readonly connectTemporal: typeof connectTemporal;
  readonly startWorker: typeof startWorker;
};

export const WORKFLOW_INFRASTRUCTURE: WorkflowInfrastructure = { ...INFRASTRUCTURE, connectTemporal, startWorker };

export async function start(settings: Settings, given: Log, infrastructure = WORKFLOW_INFRASTRUCTURE): Promise<RunningService> {
  const opened = new ResourceStack(given);
  try {
    const { telemetry, log } = await openTelemetry('workflows', settings, given, opened);
    const clock = policyClock(settings.JUNKAN_TRIAL, { log, behindDays: settings.JUNKAN_TRIAL_BEHIND_DAYS });
    const { signers, tokens } = identityOf('workflows', settings);
    const mongo = await infrastructure.connectMongo(settings, telemetry);
    opened.defer('mongo', () => mongo.close());
    await requireReplication(mongo, settings);
    const index = await wakeRecords(mongo.db(databaseName(settings.JUNKAN_NAMESPACE, 'workflows')), clock);
    const nats = await infrastructure.connectNats(settings, 'workflows');
    opened.defer('nats', () => nats.connection.close());
    const announced = await infrastructure.announceReplica({ nats, namespace: settings.JUNKAN_NAMESPACE, program: 'workflows', log });
    opened.defer('announcement', () => announced.close());
    const { client, close: disconnect } = await infrastructure.connectTemporal(settings);
    opened.defer('temporal client', disconnect);
    await requireCluster(client, settings);
    const services = servicesOf('workflows', neighboursOf<'workflows'>({ infrastructure, settings, tokens, clock, telemetry, opened }));
    const countUnrecognised = (of: string): void => telemetry?.counted('junkan_unrecognised_status_total', 1, { of });
    const parts = { services, wakeRecords: index, clock, policy: policyOf(settings), log, countUnrecognised };
    await infrastructure.startWorker(
      settings,
      opened,
      {
        ...fundingActivities(parts),
        ...milestoneActivities(parts),
        ...passportActivities(parts),
        ...screeningActivities(parts),
        ...signatoryActivities(parts),
        ...exchangeActivities(parts),
        ...requestActivities(parts),
        ...sessionActivities(parts),
        ...cycleActivities(parts),
        ...enquiryActivities(parts),
        rest: index.resting,
      },
      log,
      telemetry ? [tracedActivities(telemetry, index)] : [],
    );
    const bridge = await startBridge({
      client,
      wakeRecords: index,
      clock,
      nats,
      namespace: settings.JUNKAN_NAMESPACE,
      signers,
      log,
      telemetry,
    });
    opened.defer('bridge', () => bridge.close());
    const { address, close } = await infrastructure.serve(
      [operations(index, { behind: bridge.behind, published: publishedIn(nats, settings) }, clock)],
      {
        listen: settings.JUNKAN_LISTEN,
        tokens,
        clock,
        log,
        telemetry,
      },
    );
    opened.defer('server', close);
    telemetry?.watch('junkan_workflows_awake', {}, async () => (await index.backlog(clock.now())).awake);
    log.info({ address }, 'serving');
    return { address, close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

const policyOf = (settings: Settings): Required<NoticePolicy> => ({
  remindBeforeScreeningIsDue: settings.JUNKAN_POLICY_REMIND_BEFORE_SCREENING_DAYS,
  escalateInformationAfter: settings.JUNKAN_POLICY_ESCALATE_INFORMATION_DAYS,
  remindBeforeRoundEnds: settings.JUNKAN_POLICY_REMIND_BEFORE_ROUND_ENDS_DAYS,
  escalateApprovalAfter: settings.JUNKAN_POLICY_ESCALATE_APPROVAL_DAYS,
  escalateSignatureAfter: settings.JUNKAN_POLICY_ESCALATE_SIGNATURE_DAYS,
  remindBeforeReportIsDue: settings.JUNKAN_POLICY_REMIND_BEFORE_REPORT_DAYS,
  overdueAfter: settings.JUNKAN_POLICY_OVERDUE_GRACE_DAYS,
  toSponsorsAfter: settings.JUNKAN_POLICY_ESCALATE_TO_SPONSORS_DAYS,
  toSuspensionReviewAfter: settings.JUNKAN_POLICY_ESCALATE_TO_SUSPENSION_REVIEW_DAYS,
  escalateVerificationAfter: settings.JUNKAN_POLICY_ESCALATE_VERIFICATION_DAYS,
  escalatePaymentAfter: settings.JUNKAN_POLICY_ESCALATE_PAYMENT_DAYS,
  remindOfConfirmationAfter: settings.JUNKAN_POLICY_REMIND_OF_CONFIRMATION_DAYS,
  escalateClosingAfter: settings.JUNKAN_POLICY_ESCALATE_CLOSING_DAYS,
  remindBeforeClearanceExpires: settings.JUNKAN_POLICY_REMIND_BEFORE_CLEARANCE_EXPIRES_DAYS,
});

async function startWorker(
  settings: Settings,
  opened: ResourceStack,
  activities: object,
  log: Log,
  interceptors: ActivityInterceptorsFactory[],
): Promise<void> {
  quietRuntime(log);
  const connection = await connectWorker(settings);
  opened.defer('temporal worker connection', () => connection.close());
  const worker = await createWorker({
    connection,
    namespace: settings.JUNKAN_TEMPORAL_NAMESPACE,
    taskQueue: taskQueueOf(settings.JUNKAN_NAMESPACE),
    workflowBundle: settings.JUNKAN_WORKFLOW_BUNDLE ? { codePath: settings.JUNKAN_WORKFLOW_BUNDLE } : await bundleWorkflows(),
    activities,
    interceptors: { activity: interceptors },
    shutdownGraceTime: '5 seconds',
    // What is cut off then is done again elsewhere: steps carry business keys.
    shutdownForceTime: '8 seconds',
  });
  const running = worker.run();
  // Without it nothing goes on by itself, and nobody would notice.
  running.catch((error: unknown) => failed(log, error, 'the workflow worker has failed'));
  opened.defer('worker', async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    // A failure was logged when it came.
    await running.catch(() => undefined);
  });
}

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const satisfies Record<LogLevel, string>;

/** The worker's runtime is one per process; its own signal handling would cut the drain short. */
function quietRuntime(log: Log): void {
  try {
    Runtime.install({
      logger: new DefaultLogger('WARN', ({ level, message, meta }) => log[LEVELS[level]]({ meta: String(meta?.['error'] ?? '') }, message)),
      // The log of its native part goes the same way: by default it writes to the standard output, where answers are read.
      telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'WARN' }) } },
      shutdownSignals: [],
    });
  } catch (error) {
    log.debug({ err: error }, 'the worker runtime is installed already');
  }
}

/** How many events the streams have that the workflows read. */
const publishedIn =
  (nats: Nats, { JUNKAN_NAMESPACE: namespace }: Pick<Settings, 'JUNKAN_NAMESPACE'>) =>
  async (): Promise<bigint> => {
    const ends = await Promise.all(PROGRAMS.workflows.reads.map((context) => eventStreamEnd(nats, namespace, context)));
    return BigInt(ends.reduce((sum, end) => sum + (end?.sequence ?? 0), 0));
  };

type Heard = { readonly behind: () => Promise<number>; readonly published: () => Promise<bigint> };

const operations = (index: WakeRecords, heard: Heard, clock: PolicyClock) =>
  serving(OperationsServiceService, OPERATIONS, {
    async backlog() {
      // In this order: what is published from here on is missing in the first, and a wake-up is noted before its event counts as handled.
      const published = await heard.published();
      const unhandled = await heard.behind();
      return { unrelayed: 0, published, parked: 0, building: 0, unhandled, ...(await index.backlog(clock.now())) };
    },
  });
