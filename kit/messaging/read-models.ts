import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../mongo.ts';
import { deleteConsumer, eventStreamName, type Nats, unreadBy } from './nats.ts';
import type { ParkedEvent } from './parking.ts';

/** A read model of a service, under the name of its collection. Services note theirs, so that operators can name them. */
export type ReadModel = {
  readonly _id: string;
  /** The context whose events it is folded from. */
  readonly context: string;
  /** Its durable consumer, by which its parked events are known too. */
  readonly durable: string;
};

/** The durable consumer of a read model of a service, named by the service's own context. */
export const durableOf = (context: string, name: string): string => `${context}_${name}`;

const notes = (db: Database) => db.collection<ReadModel>('read_models');

export async function noteReadModel(db: Database, model: ReadModel): Promise<void> {
  await notes(db).replaceOne({ _id: model._id }, model, { upsert: true });
}

/** The read models that a service's database has, by name. */
export const readModelsOf = (db: Database): Promise<ReadModel[]> => notes(db).find().sort({ _id: 1 }).toArray();

type Where = { readonly db: Database; readonly nats: Nats; readonly namespace: string };

/**
 * Empties a read model and has it read again from the first event, by the services that run or by those started next.
 * Rows go before the consumer: what a running service still holds then meets no row and comes again, and what was read
 * before the consumer is made anew is read twice, which a read model bears. The rows are emptied, not dropped with
 * their collection: services make its indexes only when they start.
 */
export async function rebuildReadModel({ db, nats, namespace }: Where, { _id, context, durable }: ReadModel): Promise<void> {
  await db.collection(_id).deleteMany({});
  await db.collection<ParkedEvent>('parked').deleteMany({ consumer: durable });
  await deleteConsumer(nats, eventStreamName(namespace, context), durable);
}

/** Removes a read model of an earlier version, with its consumer and what that has parked. */
export async function removeReadModel(where: Where, name: string): Promise<void> {
  const [model] = await notes(where.db).find({ _id: name }).toArray();
  if (!model) return;
  await deleteConsumer(where.nats, eventStreamName(where.namespace, model.context), model.durable);
  await where.db.collection(name).drop();
  await where.db.collection<ParkedEvent>('parked').deleteMany({ consumer: model.durable });
  await notes(where.db).deleteOne({ _id: name });
}

const POLL_MS = 100;

/** Waits until a read model has read all that is published, or has parked it. Answers whether it did so in time. */
export async function untilRead(
  { nats, namespace }: Omit<Where, 'db'>,
  { context, durable }: ReadModel,
  signal: AbortSignal,
): Promise<boolean> {
  const stream = eventStreamName(namespace, context);
  while (!signal.aborted) {
    if ((await unreadBy(nats, stream, durable)) === 0) return true;
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
