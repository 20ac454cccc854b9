import type { Log } from '../log.ts';
import type { Database } from '../mongo.ts';
import type { Delivery } from './consumer.ts';

/** An event that a consumer could not take, with the reason. Its stream waits here, the others go on. */
export type ParkedEvent = {
  _id: string;
  consumer: string;
  stream: string;
  version: number;
  reason: string;
  delivery: Delivery;
  retry: boolean;
};

/** Takes deliveries; answers those that come too early, as a gap before them is not filled. */
type Apply = (deliveries: readonly Delivery[]) => Promise<readonly Delivery[]>;

const RETRY_SWEEP_MS = 2_000;

export async function parking(db: Database, consumer: string) {
  const events = db.collection<ParkedEvent>('parked');
  await events.createIndex({ consumer: 1, stream: 1, version: 1 });

  const idOf = ({ stream, version }: Delivery): string => `${consumer}|${stream}@${version}`;

  const retryAsked = async (apply: Apply): Promise<void> => {
    const asked = await events.find({ consumer, retry: true }).sort({ stream: 1, version: 1 }).toArray();
    if (asked.length === 0) return;
    const early = new Set((await apply(asked.map(({ delivery }) => delivery))).map(({ stream, version }) => `${stream}@${version}`));
    const taken = asked.filter(({ stream, version }) => !early.has(`${stream}@${version}`));
    // What failed again was parked anew by then, without the wish to retry.
    await events.deleteMany({ _id: { $in: taken.map(({ _id }) => _id) }, retry: true });
  };

  return {
    /** Which of these streams have parked events that nobody has asked to take again. */
    async streams(streams: readonly string[]): Promise<Set<string>> {
      const found = await events.find({ consumer, retry: false, stream: { $in: [...streams] } }, { projection: { stream: 1 } }).toArray();
      return new Set(found.map(({ stream }) => stream));
    },
    async park(delivery: Delivery, reason: string): Promise<void> {
      const { stream, version } = delivery;
      await events.replaceOne({ _id: idOf(delivery) }, { consumer, stream, version, reason, delivery, retry: false }, { upsert: true });
    },
    /** Parks what waits behind a parked event of its stream. The one it waits for may come again too: it keeps its own reason. */
    async parkBehind(delivery: Delivery): Promise<void> {
      const { stream, version } = delivery;
      const waiting = { consumer, stream, version, reason: 'an earlier event of this stream is parked', delivery };
      await events.updateOne({ _id: idOf(delivery) }, { $set: { retry: false }, $setOnInsert: waiting }, { upsert: true });
    },
    /** Takes parked events again when an operator has asked for it. */
    watch(apply: Apply, log: Log): { close(): void } {
      let busy = false;
      const timer = setInterval(() => {
        if (busy) return;
        busy = true;
        retryAsked(apply)
          .catch((error: unknown) => log.warn({ err: error, consumer }, 'parked events could not be taken again'))
          .finally(() => {
            busy = false;
          });
      }, RETRY_SWEEP_MS);
      return { close: () => clearInterval(timer) };
    },
  };
}

/** Asks a consumer to take its parked events again, all or those of one stream. Answers how many. */
export async function askRetry(db: Database, consumer?: string, stream?: string): Promise<number> {
  const filter = { ...(consumer ? { consumer } : {}), ...(stream ? { stream } : {}) };
  return (await db.collection<ParkedEvent>('parked').updateMany(filter, { $set: { retry: true } })).matchedCount;
}
