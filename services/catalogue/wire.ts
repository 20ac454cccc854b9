import { policyClock } from '@junkan/kit/clock.ts';
import { always, serving } from '@junkan/kit/grpc/serve.ts';
import { identityOf } from '@junkan/kit/identity.ts';
import { INFRASTRUCTURE } from '@junkan/kit/infrastructure.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import type { Log } from '@junkan/kit/log.ts';
import { neighboursOf } from '@junkan/kit/neighbours.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { RunningService } from '@junkan/kit/service.ts';
import { openTelemetry } from '@junkan/kit/telemetry/open.ts';
import type { Telemetry } from '@junkan/kit/telemetry/telemetry.ts';
import { backlogOf } from '@junkan/kit/views/backlog.ts';
import { lagOf } from '@junkan/kit/views/lag.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { readyWith, whenReady } from '@junkan/kit/views/readiness.ts';
import { CATALOGUE_QUERIES, OPERATIONS } from '@junkan/proto/callers.ts';
import { CONTRACTS } from '@junkan/proto/contracts.ts';
import { CatalogueQueryServiceService } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import { type BacklogResponse, OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import { OWNERS } from '@junkan/proto/programs.ts';
import type { z } from 'zod';
import { queries } from './api/queries.ts';
import { ownersOf } from './api/texts.ts';
import type { settings as schema } from './config.ts';
import { liveColumns } from './live/kept.ts';
import { clearancesExpiring, paymentsByStatus, workByKind } from './query/standing.ts';

export async function start(settings: z.output<typeof schema>, given: Log, infrastructure = INFRASTRUCTURE): Promise<RunningService> {
  const opened = new ResourceStack(given);
  try {
    const { telemetry, log } = await openTelemetry('catalogue', settings, given, opened);
    const clock = policyClock(settings.JUNKAN_TRIAL, { log, behindDays: settings.JUNKAN_TRIAL_BEHIND_DAYS });
    const { tokens } = identityOf('catalogue', settings);
    const dial = neighboursOf<'catalogue'>({ infrastructure, settings, tokens, clock, telemetry, opened });
    const nats = await infrastructure.connectNats(settings, 'catalogue');
    opened.defer('nats', () => nats.connection.close());
    const announced = await infrastructure.announceReplica({ nats, namespace: settings.JUNKAN_NAMESPACE, program: 'catalogue', log });
    opened.defer('announcement', () => announced.close());
    const owners = ownersOf((owner) => dial(owner, CONTRACTS[owner]));
    const reading = await infrastructure.openView({
      module: new URL('./view/view.ts', import.meta.url),
      directory: settings.JUNKAN_VIEWS,
      nats: settings,
      client: 'catalogue',
      namespace: settings.JUNKAN_NAMESPACE,
      signers: { publicKeys: settings.JUNKAN_INTERNAL_PUBLIC_KEYS, owners: OWNERS },
      log,
      telemetry,
    });
    opened.defer('view', () => reading.close());
    const columns = liveColumns(reading);
    opened.defer('columns', async () => columns.close());
    const lag = lagOf(reading);
    opened.defer('lag', () => lag.close());
    const readiness = readyWith([reading]);
    const { address, close } = await infrastructure.serve(
      [
        serving(CatalogueQueryServiceService, CATALOGUE_QUERIES, queries({ reading, columns, owners, clock })),
        always(serving(OperationsServiceService, OPERATIONS, { backlog: () => backlog(reading) })),
      ],
      {
        listen: settings.JUNKAN_LISTEN,
        tokens,
        clock,
        log,
        telemetry,
        view: { token: reading.token, waitFor: reading.waitFor, lag: lag.now },
        readiness,
      },
    );
    opened.defer('server', close);
    watchStanding(telemetry, reading, () => clock.now());
    log.info({ address }, 'serving');
    return { address, ready: whenReady(readiness), close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** What waits in the installation, and its payments: each replica knows all of it. */
function watchStanding(telemetry: Telemetry | undefined, { prepare }: Pick<OpenView, 'prepare'>, now: () => Instant): void {
  const work = (of: 'waiting' | 'overdue' | 'oldest') => async () =>
    workByKind(prepare, now()).map((row) => ({ of: { kind: row.kind }, value: row[of] }));
  telemetry?.watch('junkan_work_waiting', {}, work('waiting'));
  telemetry?.watch('junkan_work_overdue', {}, work('overdue'));
  telemetry?.watch('junkan_work_oldest_seconds', {}, work('oldest'));
  telemetry?.watch('junkan_payments', {}, async () =>
    paymentsByStatus(prepare).map(({ status, count }) => ({ of: { status }, value: count })),
  );
  telemetry?.watch('junkan_clearances_expiring', {}, async () => clearancesExpiring(prepare, now()));
}

/** It publishes nothing; what it has yet to read is what its rows lack. */
const backlog = async (reading: OpenView): Promise<BacklogResponse> => ({
  ...(await backlogOf([reading])),
  unrelayed: 0,
  published: 0n,
  awake: 0,
  earliestDeadline: '',
});
