import { OPERATIONS } from '@junkan/proto/callers.ts';
import { type BacklogResponse, OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import { contextOf, type Owner } from '@junkan/proto/programs.ts';
import type { z } from 'zod';
import { policyClock } from './clock.ts';
import type { serviceSettings } from './config.ts';
import { type Addresses, neighboursOf } from './grpc/neighbours.ts';
import { type Served, serve, serving } from './grpc/serve.ts';
import { identityOf } from './identity.ts';
import { Opened } from './lifecycle.ts';
import type { Log } from './log.ts';
import { connectNats } from './messaging/connect-nats.ts';
import type { RunningConsumer } from './messaging/consumer.ts';
import { type Projection, startProjection } from './messaging/projection.ts';
import { durableOf, removeReadModel } from './messaging/read-models.ts';
import { type Relay, startRelay } from './messaging/relay.ts';
import { waits as waitsOf } from './messaging/waits.ts';
import { connectMongo, type Database, insistOnCopies } from './mongo.ts';
import { openEventStore } from './store/event-store.ts';
import { texts } from './store/texts.ts';
import { openTelemetry } from './telemetry/open.ts';

export type ServiceSettings = z.output<z.ZodObject<typeof serviceSettings>>;

/** A running service, as its starter sees it. */
export type RunningService = { readonly address: string; close(): Promise<void> };

/** Opens what every service stands on: its own database, the event store with its relay, clock, tokens, texts. */
export async function openService<P extends Owner>({
  service,
  settings,
  log: given,
}: {
  service: P;
  settings: ServiceSettings & Addresses<P>;
  log: Log;
}) {
  const context = contextOf(service);
  const opened = new Opened(given);
  try {
    const { telemetry, log } = await openTelemetry(service, settings, given, opened);
    const clock = policyClock(settings.JUNKAN_TRIAL, { log });
    const { signer, signers, tokens } = identityOf(service, settings);
    const mongo = await connectMongo(settings, telemetry);
    opened.add('mongo', () => mongo.close());
    await insistOnCopies(mongo, settings);
    const db = mongo.db(databaseName(settings.JUNKAN_NAMESPACE, context));
    const nats = await connectNats(settings, service);
    opened.add('nats', () => nats.connection.close());
    const relay = await startRelay({ db, nats, namespace: settings.JUNKAN_NAMESPACE, context, signer, log, telemetry });
    opened.add('relay', () => relay.close());
    const store = await openEventStore({ db, clock, appended: relay.wake, telemetry });
    const waits = waitsOf(db);
    const reading = { db, waits, nats, namespace: settings.JUNKAN_NAMESPACE, signers, log, telemetry };
    const consumers: RunningConsumer[] = [];
    const keep = (name: string, running: RunningConsumer): void => {
      consumers.push(running);
      opened.add(name, () => running.close());
      const consumer = durableOf(context, name);
      telemetry?.watch('junkan_parked_events', { durable: consumer }, () => db.collection('parked').countDocuments({ consumer }));
    };

    return {
      db,
      clock,
      store,
      waits,
      texts: await texts(db, { clock, log }),
      log,
      opened,
      dial: neighboursOf<P>({ settings, tokens, clock, telemetry, opened }),
      async project<View extends object>(projection: Projection<View>): Promise<void> {
        const running = await startProjection(projection, { ...reading, service: context });
        keep(projection.name, running);
      },
      /** Removes a list that an earlier version kept. */
      remove: (name: string): Promise<void> => removeReadModel(reading, name),
      async serve(services: readonly Served[]): Promise<RunningService> {
        const operations = serving(OperationsServiceService, OPERATIONS, { backlog: () => backlog(db, relay, consumers) });
        const { address, close } = await serve([...services, operations], {
          listen: settings.JUNKAN_LISTEN,
          tokens,
          clock,
          log,
          telemetry,
        });
        opened.add('server', close);
        log.info({ address }, 'serving');
        return { address, close: () => opened.close() };
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function backlog(db: Database, relay: Relay, consumers: readonly RunningConsumer[]): Promise<BacklogResponse> {
  const [outbox, parked, ...behind] = await Promise.all([
    relay.backlog(),
    db.collection('parked').countDocuments(),
    ...consumers.map((consumer) => consumer.behind()),
  ]);
  return { ...outbox, parked, unhandled: behind.reduce((sum, count) => sum + count, 0), awake: 0, earliestDeadline: '' };
}

/** Each context has a database of its own. */
export const databaseName = (namespace: string, context: string): string => `${namespace}_${context.replaceAll('-', '_')}`;
