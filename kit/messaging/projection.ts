import { crashAt } from '../crash.ts';
import type { Collection, Database } from '../mongo.ts';
import { isDuplicateKey } from '../mongo.ts';
import type { StoredEvent } from '../store/codec.ts';
import type { Published } from './cloud-event.ts';
import { type ConsumerOptions, type Delivery, type RunningConsumer, startConsumer } from './consumer.ts';
import { parking } from './parking.ts';
import { durableOf, noteReadModel } from './read-models.ts';
import type { Waits } from './waits.ts';

/** What every row of a read model has: one row per stream, as of a version. */
export type Row = { readonly _id: string; readonly version: number; readonly sequence: number };

/** A read model: one fold over each stream, kept as one row. `fold` throws on what it cannot understand. */
export type Projection<View extends object> = {
  /** Names the collection and, with the service, the durable consumer. */
  readonly name: string;
  readonly context: string;
  readonly aggregates: readonly string[];
  readonly fold: (view: View | undefined, event: StoredEvent, published: Published) => View;
};

type Options = Omit<ConsumerOptions, 'handle' | 'context' | 'durable' | 'aggregates'> & { db: Database; service: string; waits: Waits };

/** Rows lead the stream position of the batch by being journaled before it is acknowledged. */
export async function startProjection<View extends object>(
  projection: Projection<View>,
  { db, service, waits, ...options }: Options,
): Promise<RunningConsumer> {
  const rows = db.collection<Row & View>(projection.name);
  const durable = durableOf(service, projection.name);
  await noteReadModel(db, { _id: projection.name, context: projection.context, durable });
  const parked = await parking(db, durable);
  const apply = (deliveries: readonly Delivery[]): Promise<readonly Delivery[]> =>
    applyAll(projection, { rows, parked, waits }, deliveries);
  const retries = parked.watch(apply, options.log);
  const consumer = await startConsumer({
    ...options,
    context: projection.context,
    aggregates: projection.aggregates,
    durable,
    handle: apply,
  });
  return {
    behind: consumer.behind,
    async close() {
      retries.close();
      await consumer.close();
    },
  };
}

type Parking = Awaited<ReturnType<typeof parking>>;

async function applyAll<View extends object>(
  projection: Projection<View>,
  { rows, parked, waits }: { rows: Collection<Row & View>; parked: Parking; waits: Waits },
  deliveries: readonly Delivery[],
): Promise<readonly Delivery[]> {
  const byStream = Map.groupBy(deliveries, ({ stream }) => stream);
  const known = new Map(
    (await rows.find({ _id: { $in: [...byStream.keys()] } } as never).toArray()).map((row) => [row._id as string, row as Row & View]),
  );
  const blocked = await parked.streams([...byStream.keys()]);
  const early: Delivery[] = [];
  const writes: { before: number; row: Row & View }[] = [];
  for (const [stream, events] of byStream) {
    const before = known.get(stream);
    let row = before;
    for (const delivery of events.toSorted((a, b) => a.version - b.version)) {
      const version = row?.version ?? 0;
      if (delivery.version <= version) continue;
      if (blocked.has(stream)) await parked.parkBehind(delivery);
      else if (delivery.version > version + 1) early.push(delivery);
      else {
        try {
          row = { ...projection.fold(row, delivery.event, delivery), _id: stream, version: delivery.version, sequence: delivery.sequence };
        } catch (error) {
          await parked.park(delivery, error instanceof Error ? error.message : String(error));
          blocked.add(stream);
        }
      }
    }
    if (row && row !== before) writes.push({ before: before?.version ?? 0, row });
  }
  const isWritten = await written(rows, writes);
  if (isWritten)
    waits.wrote(
      projection.name,
      writes.map(({ row }) => row),
    );
  crashAt('projection.written');
  return isWritten ? early : deliveries;
}

/**
 * One bulk write; answers whether all of it was done. A row is made only for a stream that had none: where another
 * replica has written a row meanwhile, or a rebuild has taken it away, nothing matches, and the batch is folded again.
 */
async function written<View extends object>(
  rows: Collection<Row & View>,
  writes: readonly { before: number; row: Row & View }[],
): Promise<boolean> {
  if (writes.length === 0) return true;
  try {
    const { matchedCount, upsertedCount } = await rows.bulkWrite(
      writes.map(({ before, row }) => ({
        replaceOne: { filter: { _id: row._id, version: before } as never, replacement: row as never, upsert: before === 0 },
      })),
      { ordered: false },
    );
    return matchedCount + upsertedCount === writes.length;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
