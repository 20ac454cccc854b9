import { setTimeout as sleep } from 'node:timers/promises';
import { crashAt } from '../crash.ts';
import { newId, sha256 } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Collection, Database } from '../mongo.ts';
import { milliseconds } from '../pure/dates.ts';
import type { Commit } from '../store/commit.ts';
import type { Signatures } from '../store/signatures.ts';
import { ageOf, isFresh } from '../telemetry/fresh.ts';
import { type Telemetry, within } from '../telemetry/telemetry.ts';
import { messageId, signedEventOf } from './cloud-event.ts';
import { ensureEventStream, eventStreamName, keepReplicas, type Nats } from './nats.ts';
import { type Acked, relayMarks } from './relay-marks.ts';
import type { Signer } from './signing.ts';

const BATCH = 400;
/** Idle poll interval; doubles up to MAX_SWEEP_MS. An append wakes the relay at once. */
const FIRST_SWEEP_MS = 1_000;
const MAX_SWEEP_MS = 4_000;
/** What is appended right after a batch waits so long for more, so that a busy service publishes and marks in batches. */
const GATHER_MS = 40;
/** So long what waits is left to the replica whose turn it is. */
const PATIENCE_MS = 100;

type Options = {
  db: Database;
  nats: Nats;
  namespace: string;
  context: string;
  /** What the events are signed with. */
  signer: Signer;
  /** Under the commits: one that is not signed is not published. */
  signatures: Signatures;
  log: Log;
  telemetry?: Telemetry | undefined;
};

export type Relay = Awaited<ReturnType<typeof startRelay>>;

/**
 * Publishes what the outbox holds, in stream order, and marks it when the broker has acknowledged it; of several replicas one does, for
 * all. The outbox is the record: where the event stream has lost what it had acknowledged, the marks go back and it is published again.
 */
export async function startRelay({ db, nats, namespace, context, signer, signatures, log, telemetry }: Options) {
  const commits = db.collection<Commit>('commits');
  const stream = eventStreamName(namespace, context);
  const marks = relayMarks({ db, nats, stream, replica: newId('relay'), log });
  await ensureEventStream(nats, namespace, context);
  await keepReplicas(nats, stream);
  let stopped = false;
  /** Whether the broker is known to be as it was left: not after a start, a reconnect or a failure. */
  let sure = false;
  let isConnected = true;
  let isIdle = false;
  /** Whether what waits is left to another replica for a moment. */
  let isLeft = false;
  /** The highest sequence that was acknowledged before. */
  let highest = 0;
  const alarm = alarmClock();

  const { isLeftToAnother, nextBatch } = outbox(commits, { marks, signatures, log, telemetry });

  const round = async (): Promise<number> => {
    // What is sent into nothing waits for its acknowledgement long after the broker is back.
    if (!isConnected) return 0;
    const wasSure = sure;
    sure = true;
    if (!wasSure) await ensureEventStream(nats, namespace, context);
    // An idle relay gets no acknowledgements that would inform it of a stream that was deleted and made again.
    if (!wasSure || (isIdle && !(await marks.isIntact()))) highest = await marks.compare();
    isLeft = await isLeftToAnother();
    const batch = isLeft ? [] : await nextBatch();
    if (batch.length === 0) return 0;
    const acked = await publish({ nats, namespace, context, signer, log, telemetry }, batch);
    crashAt('relay.published');
    if (acked.some(({ sequence, duplicate }) => !duplicate && sequence <= highest))
      throw new Error('the event stream has gone back behind what it had acknowledged');
    highest = Math.max(highest, await marks.advance(batch, acked));
    telemetry?.counted('junkan_relay_published_events_total', acked.filter(({ duplicate }) => !duplicate).length);
    return batch.length;
  };

  const loop = async (): Promise<void> => {
    let sweep = FIRST_SWEEP_MS;
    while (!stopped) {
      let sent = 0;
      isLeft = false;
      try {
        sent = await round();
      } catch (error) {
        if (!stopped) log.warn({ err: error }, 'relay is held up and will try again');
        sure = false;
      }
      sweep = sure && isIdle ? Math.min(2 * sweep, MAX_SWEEP_MS) : FIRST_SWEEP_MS;
      if (isLeft && !stopped) {
        await sleep(PATIENCE_MS);
        continue;
      }
      if (sent > 0 && sent < BATCH && !stopped) await sleep(GATHER_MS);
      isIdle = sent < BATCH && !stopped && (await alarm.pause(sweep));
    }
  };

  void watchReconnects(nats, (connected) => {
    isConnected = connected;
    sure &&= !connected;
    if (connected) alarm.wake();
  });
  const running = loop();
  watchOutbox(commits, telemetry);
  return {
    /** Called after each append. */
    wake: alarm.wake,
    backlog: () => backlogIn(commits, nats, stream),
    async close(): Promise<void> {
      stopped = true;
      alarm.wake();
      await running;
    },
  };
}

async function watchReconnects({ connection }: Nats, told: (isConnected: boolean) => void): Promise<void> {
  for await (const { type } of connection.status()) if (type === 'disconnect' || type === 'reconnect') told(type === 'reconnect');
}

function watchOutbox(commits: Collection<Commit>, telemetry: Telemetry | undefined): void {
  telemetry?.watch('junkan_relay_unrelayed_commits', {}, () => commits.countDocuments({ relayed: 0 }));
  telemetry?.watch('junkan_relay_unrelayed_age_seconds', {}, async () => {
    const oldest = await commits.findOne({ relayed: 0 }, { sort: { at: 1 } });
    return oldest ? ageOf(oldest) / 1_000 : 0;
  });
}

async function backlogIn(commits: Collection<Commit>, nats: Nats, stream: string): Promise<{ unrelayed: number; published: bigint }> {
  // In this order: what is relayed between the two questions is then counted as published.
  const unrelayed = await commits.countDocuments({ relayed: 0 });
  return { unrelayed, published: BigInt((await nats.manager.streams.info(stream)).state.last_seq) };
}

type Outbox = Pick<Options, 'signatures' | 'log' | 'telemetry'> & { readonly marks: ReturnType<typeof relayMarks> };

/** What is to be published next: what nobody here has signed is left out, and waits for an operator. */
function outbox(commits: Collection<Commit>, { marks, signatures, log, telemetry }: Outbox) {
  /** By their ids. */
  const refused = new Set<string>();
  const waiting = () => (refused.size > 0 ? { relayed: 0, _id: { $nin: [...refused] } } : { relayed: 0 });
  async function nextBatch(): Promise<Commit[]> {
    const found = await commits.find(waiting()).sort({ _id: 1 }).limit(BATCH).toArray();
    const forged = new Set(found.filter((commit) => !signatures.hold('commit', commit)));
    if (forged.size === 0) return found;
    for (const { _id } of forged) {
      refused.add(_id);
      log.error({ commit: _id }, 'a commit that nobody here has signed is not published: npm run junkan -- verify names it');
    }
    telemetry?.counted('junkan_refused_commits_total', forged.size);
    return forged.size < found.length ? found.filter((commit) => !forged.has(commit)) : nextBatch();
  }
  return {
    nextBatch,
    /** Whether another replica publishes what waits: then it is not read here. */
    async isLeftToAnother(): Promise<boolean> {
      if (marks.isTurn()) return false;
      const first = await commits.findOne(waiting(), { sort: { _id: 1 }, projection: { _id: 1 } });
      return first !== null && !(await marks.hasTurn(first._id));
    },
  };
}

/** Pauses that a wake-up cuts short, also one that came before its pause began. */
function alarmClock() {
  let woken = false;
  let ring: () => void = () => {};
  return {
    wake(): void {
      woken = true;
      ring();
    },
    /** Resolves to true if nothing woke it. */
    async pause(milliseconds: number): Promise<boolean> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      ring = resolve;
      if (!woken) await promise;
      clearTimeout(timer);
      const undisturbed = !woken;
      woken = false;
      return undisturbed;
    },
  };
}

type Publishing = Pick<Options, 'nats' | 'namespace' | 'context' | 'signer' | 'log' | 'telemetry'>;

/** Publishes the events of the commits; each answer gives the position of the event in the stream, new or from an earlier attempt. */
async function publish(publishing: Publishing, batch: readonly Commit[]): Promise<Acked[]> {
  return (await Promise.all(asRecorded(batch).map((commit) => publishCommit(publishing, commit)))).flat();
}

/** Commits of many streams in the order of their time, and those of one stream in that of their versions, as they came. */
function asRecorded(batch: readonly Commit[]): Commit[] {
  const newest = new Map<string, number>();
  const placed = batch.map((commit) => {
    const at = Math.max(milliseconds(commit.at), newest.get(commit.stream) ?? 0);
    newest.set(commit.stream, at);
    return { at, commit };
  });
  return placed.toSorted((a, b) => a.at - b.at).map(({ commit }) => commit);
}

function publishCommit(publishing: Publishing, commit: Commit): Promise<Acked[]> {
  const { traceparent: parent } = commit;
  const traced = parent !== undefined && isFresh(commit) ? publishing.telemetry : undefined;
  const span = { name: `publish ${publishing.context}`, kind: 'producer', attributes: { 'messaging.system': 'nats' } } as const;
  return within(traced, { ...span, parent: parent ?? '' }, () =>
    Promise.all(commit.events.map((_, index) => publishEvent(publishing, commit, index))),
  );
}

async function publishEvent({ nats, signer, log, ...place }: Publishing, commit: Commit, index: number): Promise<Acked> {
  const id = messageId(commit.stream, commit.from + index);
  const { subject, text } = signedEventOf(place, signer, commit, index);
  const { seq: sequence, duplicate, stream } = await nats.js.publish(subject, text, { msgID: id });
  if (!duplicate) return { messageId: id, sequence, duplicate };
  const stored = await nats.manager.streams.getMessage(stream, { seq: sequence });
  if (stored?.subject === subject && stored.string() === text) return { messageId: id, sequence, duplicate };
  log.error({ stream, sequence, id }, 'the id of an event belongs to another message; the event is published under a new id');
  // Unknown before publication, because it depends on the signature, and the same for every publisher.
  const fresh = `${id}@${sha256(text)}`;
  const again = await nats.js.publish(subject, text, { msgID: fresh });
  return { messageId: fresh, sequence: again.seq, duplicate: again.duplicate };
}
