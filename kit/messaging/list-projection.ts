import { MongoBulkWriteError } from 'mongodb';
import { crashAt } from '../crash.ts';
import type { Collection, Database } from '../mongo.ts';
import { isDuplicateKey } from '../mongo.ts';
import type { EventStore, Folded, Folding } from '../store/event-store.ts';
import { type ConsumerOptions, type Delivery, type RunningConsumer, startConsumer } from './consumer.ts';
import { beginnings, foldOfRows, type Placed } from './list-order.ts';
import { parking } from './parking.ts';
import type { Row } from './projection.ts';
import { durableOf, renewReadModel } from './read-models.ts';
import type { Waits } from './waits.ts';

/** A list over one of the service's own aggregates: the domain's fold is its fold, and the message is its row. */
export type OwnList<State, Message> = {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a list reads any aggregate, whatever its events are
  readonly aggregate: Folding<State, any>;
  readonly message: (id: string, folded: Folded<State>) => Message | undefined;
  /**
   * The fields by which the list is filtered; each is indexed. `readers` are the organisations that may see the row, where
   * not everybody signed in may.
   */
  readonly keys: (message: Message, state: State) => Record<string, unknown>;
  /** Where in the list a row is, of letters, digits and `_.:/-`; by the time at which its stream began, where this is left out. */
  readonly place?: (message: Message) => string;
};

export type ListRow<Message> = Row & Placed & { readonly keys: Record<string, unknown>; readonly message: Message };

export const ownList = <State, Message>(list: OwnList<State, Message>): OwnList<State, Message> => list;

type Options = Omit<ConsumerOptions, 'handle' | 'durable' | 'aggregates'> & { db: Database; store: EventStore; waits: Waits };

export async function startOwnList<State, Message>(
  list: OwnList<State, Message>,
  { db, store, waits, ...options }: Options,
): Promise<RunningConsumer> {
  const rows = db.collection<ListRow<Message>>(list.name);
  const durable = durableOf(options.context, list.name);
  const model = { _id: list.name, context: options.context, durable, fold: foldOfRows(list.aggregate.foldVersion) };
  if (await renewReadModel({ db, nats: options.nats, namespace: options.namespace }, model))
    options.log.info({ list: list.name }, 'the list is folded anew from the first event');
  const parked = await parking(db, durable);

  const apply = async (deliveries: readonly Delivery[]): Promise<readonly Delivery[]> => {
    const newest = new Map(deliveries.map((delivery) => [delivery.stream, delivery]));
    const blocked = await parked.streams([...newest.keys()]);
    const begun = await beginnings(rows as never, store, deliveries);
    const writes: ListRow<Message>[] = [];
    for (const [stream, delivery] of newest) {
      if (blocked.has(stream)) {
        await parked.parkBehind(delivery);
        continue;
      }
      try {
        const folded = await store.load(list.aggregate, stream);
        const message = list.message(stream, folded);
        if (message === undefined) continue;
        const begunAt = await begun(stream);
        const place = `${list.place?.(message) ?? begunAt}/${stream}`;
        const row = { _id: stream, version: folded.version, sequence: delivery.sequence };
        writes.push({ ...row, begunAt, place, keys: list.keys(message, folded.state), message });
      } catch (error) {
        if (isOutage(error)) throw error;
        await parked.park(delivery, error instanceof Error ? error.message : String(error));
      }
    }
    await writeNewer(rows, writes);
    waits.wrote(list.name, writes);
    crashAt('list.written');
    return [];
  };

  const retries = parked.watch(apply, options.log);
  const consumer = await startConsumer({ ...options, durable, aggregates: [list.aggregate.aggregate], handle: apply });
  return {
    behind: consumer.behind,
    async close() {
      retries.close();
      await consumer.close();
    },
  };
}

const isOutage = (error: unknown): boolean => error instanceof Error && error.name.startsWith('Mongo');

/** Writes each row unless a newer one is there already. */
async function writeNewer<Message>(rows: Collection<ListRow<Message>>, writes: readonly ListRow<Message>[]): Promise<void> {
  if (writes.length === 0) return;
  try {
    await rows.bulkWrite(
      writes.map((row) => ({
        replaceOne: { filter: { _id: row._id, version: { $lt: row.version } } as never, replacement: row as never, upsert: true },
      })),
      { ordered: false },
    );
  } catch (error) {
    const onlyOlder =
      isDuplicateKey(error) && error instanceof MongoBulkWriteError && [error.writeErrors].flat().every(({ code }) => code === 11_000);
    if (!onlyOlder) throw error;
  }
}
