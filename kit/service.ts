import { OPERATIONS } from '@junkan/proto/callers.ts';
import { type BacklogResponse, OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import { contextOf, OWNERS, type Owner } from '@junkan/proto/programs.ts';
import type { z } from 'zod';
import { policyClock } from './clock.ts';
import type { serviceSettings } from './config.ts';
import { always, type Served, serving } from './grpc/serve.ts';
import { identityOf } from './identity.ts';
import type { Infrastructure } from './infrastructure.ts';
import { ResourceStack } from './lifecycle.ts';
import type { Log } from './log.ts';
import { eventStreamEnd, eventStreamName } from './messaging/nats.ts';
import { removeReadModels } from './messaging/read-models.ts';
import { type Relay, startRelay } from './messaging/relay.ts';
import { requireReplication } from './mongo.ts';
import { type Addresses, neighboursOf } from './neighbours.ts';
import { type Completed, openEventStore } from './store/event-store.ts';
import { dailyHeads } from './store/heads.ts';
import { texts } from './store/texts.ts';
import { openTelemetry } from './telemetry/open.ts';
import { atHead } from './views/at-head.ts';
import { backlogOf } from './views/backlog.ts';
import type { OpenView } from './views/open-view.ts';
import { readyWith, whenReady } from './views/readiness.ts';

export type ServiceSettings = z.output<z.ZodObject<typeof serviceSettings>>;

/** A running service, as its starter sees it. */
export type RunningService = {
  readonly address: string;
  /** Once it has all that it answers from. */
  readonly ready?: Promise<void>;
  close(): Promise<void>;
};

/** Opens what every service needs: its own database, the event store with its relay, clock, tokens, texts. */
export async function openService<P extends Owner>({
  service,
  settings,
  log: given,
  infrastructure,
  completed,
}: {
  service: P;
  settings: ServiceSettings & Addresses<P>;
  log: Log;
  infrastructure: Infrastructure;
  completed?: Completed | undefined;
}) {
  const context = contextOf(service);
  const opened = new ResourceStack(given);
  try {
    const { telemetry, log } = await openTelemetry(service, settings, given, opened);
    const clock = policyClock(settings.JUNKAN_TRIAL, { log, behindDays: settings.JUNKAN_TRIAL_BEHIND_DAYS });
    const { signer, tokens, signaturesIn } = identityOf(service, settings);
    const signatures = signaturesIn(context);
    const mongo = await infrastructure.connectMongo(settings, telemetry);
    opened.defer('mongo', () => mongo.close());
    await requireReplication(mongo, settings);
    const db = mongo.db(databaseName(settings.JUNKAN_NAMESPACE, context));
    const nats = await infrastructure.connectNats(settings, service);
    opened.defer('nats', () => nats.connection.close());
    const usual = { clock, settings, log, telemetry, opened };
    const withheld = await infrastructure.announceWriter({ nats, namespace: settings.JUNKAN_NAMESPACE, program: service, log });
    opened.defer('announcement', () => withheld.close());
    const { relay, store } = await openRecord({ ...usual, db, nats, context, signer, signatures, completed, withheld });
    await removeReadModels({ db, nats, namespace: settings.JUNKAN_NAMESPACE });
    const views: OpenView[] = [];

    return {
      db,
      signatures,
      clock,
      store,
      texts: await texts(db, { clock, log }),
      log,
      telemetry,
      opened,
      dial: neighboursOf<P>({ ...usual, infrastructure, tokens }),
      /** Opens a view that this service stores in a local directory. */
      async view(module: URL, directory: string): Promise<OpenView> {
        const view = await infrastructure.openView({
          module,
          directory,
          nats: settings,
          client: service,
          namespace: settings.JUNKAN_NAMESPACE,
          signers: { publicKeys: settings.JUNKAN_INTERNAL_PUBLIC_KEYS, owners: OWNERS },
          log,
          telemetry,
        });
        opened.defer(`view ${module.pathname}`, () => view.close());
        views.push(view);
        return view;
      },
      /** Waits until views, which are made of these aggregates, have all that was recorded in this context before: then a decision may rest on their rows. */
      atHead: (resting: readonly OpenView[], aggregates?: readonly string[]) =>
        atHead({ db, context, log, end: () => eventStreamEnd(nats, settings.JUNKAN_NAMESPACE, context) }, resting, aggregates),
      async serve(services: readonly Served[]): Promise<RunningService> {
        const operations = always(serving(OperationsServiceService, OPERATIONS, { backlog: () => backlog(relay, views) }));
        const readiness = readyWith(views);
        const { address, close } = await infrastructure.serve([...services, operations], {
          listen: settings.JUNKAN_LISTEN,
          tokens,
          clock,
          log,
          telemetry,
          readiness,
        });
        opened.defer('server', close);
        log.info({ address }, 'serving');
        return { address, ready: whenReady(readiness), close: () => opened.close() };
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

type RecordParts = Omit<Parameters<typeof startRelay>[0], 'namespace'> &
  Pick<Parameters<typeof openEventStore>[0], 'clock' | 'completed' | 'withheld'> & {
    readonly settings: Pick<ServiceSettings, 'JUNKAN_NAMESPACE'>;
    readonly opened: ResourceStack;
  };

/** The event store of a context; what is appended is published, and once a day the head of the record is written. */
async function openRecord({ settings: { JUNKAN_NAMESPACE: namespace }, opened, clock, completed, withheld, ...parts }: RecordParts) {
  const { db, nats, context, signatures, log, telemetry } = parts;
  const relay = await startRelay({ ...parts, namespace });
  opened.defer('relay', () => relay.close());
  const stream = eventStreamName(namespace, context);
  const streamMade = async (): Promise<string> => (await nats.manager.streams.info(stream)).created ?? '';
  const heads = dailyHeads({ db, signatures, streamMade, log });
  opened.defer('heads', () => heads.close());
  const appended = (): void => {
    relay.wake();
    heads.wake();
  };
  return { relay, store: await openEventStore({ db, signatures, clock, appended, telemetry, completed, withheld }) };
}

async function backlog(relay: Relay, views: readonly OpenView[]): Promise<BacklogResponse> {
  const [outbox, read] = await Promise.all([relay.backlog(), backlogOf(views)]);
  return { ...outbox, ...read, awake: 0, earliestDeadline: '' };
}

/** Each context has its own database. */
export const databaseName = (namespace: string, context: string): string => `${namespace}_${context.replaceAll('-', '_')}`;
