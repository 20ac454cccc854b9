import type { Database } from '../mongo.ts';
import { deleteConsumer, eventStreamName, type Nats } from './nats.ts';

/** A read model that an earlier version kept in the database, under the name of its collection. */
type ReadModel = { readonly _id: string; readonly context: string; readonly durable: string };

type Where = { readonly db: Database; readonly nats: Nats; readonly namespace: string };

/** Removes the read models that an earlier version kept in a service's database, each with its consumer, and what these had parked. */
export async function removeReadModels({ db, nats, namespace }: Where): Promise<void> {
  const notes = db.collection<ReadModel>('read_models');
  for (const { _id, context, durable } of await notes.find().toArray()) {
    await deleteConsumer(nats, eventStreamName(namespace, context), durable);
    await db.collection(_id).drop();
    await notes.deleteOne({ _id });
  }
  await db.collection('parked').drop();
}
