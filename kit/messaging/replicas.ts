import { setTimeout as sleep } from 'node:timers/promises';
import { RECORDED } from '@junkan/proto/recorded.ts';
import { DeliverPolicy, DiscardPolicy, type JsMsg, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { z } from 'zod';
import { newId, sha256 } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Withheld } from '../store/withheld.ts';
import { makeStream, type Nats } from './nats.ts';

/** What each replica says of itself: the digest of all that it knows to be recorded. `left`: it has stopped. */
const SAID = z.object({ knows: z.string().regex(/^[0-9a-f]{64}$/), left: z.literal(true).optional() });
type Said = z.output<typeof SAID>;
type Seen = Said & { readonly at: number };

const AGAIN_MS = 5_000;
/** Who says nothing for as long is gone. */
const LEASE_MS = 20_000;
/** After how many times of saying that it lives a replica also says again what it knows. */
const LIST_EVERY = 12;
/** For how long the last replica of a program counts that no longer has any. */
const KEPT_NS = 24 * 3_600_000_000_000;
const KEPT_MS = KEPT_NS / 1_000_000;
const RETRY_MS = 1_000;
/** How soon it shows that the broker sends nothing any more, and is asked again: a program does not start before. By default that is most of a minute. */
const HEARD = { expires: 5_000, idle_heartbeat: 1_000 };
/** What a program says of itself is short, and a list is some 100 KB. */
const LIMITS = { max_msgs: 10_000, max_bytes: 64 * 1024 * 1024, max_msg_size: 1024 * 1024 };
/** A program that stops does not wait longer for a broker that is away. */
const SAY_MS = 2_000;

export const replicasStream = (namespace: string): string => `${namespace}_replicas`;
const prefixOf = (namespace: string): string => `${namespace}.replicas`;
/** The subjects on which a program says that it lives, and all of them what they know. */
export const replicaSubjects = (namespace: string, program: string): string[] => [
  `${prefixOf(namespace)}.lives.${program}.*`,
  `${prefixOf(namespace)}.knows.*`,
];

type Parts = {
  readonly nats: Nats;
  readonly namespace: string;
  readonly program: string;
  readonly log: Log;
  /** What this version knows to be recorded. */
  readonly recorded?: readonly string[];
};

/** Says to the others what this replica knows, until it is closed. */
export async function announceReplica({ nats, namespace, program, log, recorded = RECORDED }: Parts) {
  const text = recorded.join('\n');
  const knows = sha256(text);
  const own = `${prefixOf(namespace)}.lives.${program}.${newId('rpl')}`;
  const say = (said: Said): Promise<unknown> => nats.js.publish(own, JSON.stringify(said), { timeout: SAY_MS });
  const announce = async (): Promise<void> => {
    await ensureStream(nats, namespace);
    await nats.js.publish(`${prefixOf(namespace)}.knows.${knows}`, text);
    await say({ knows });
  };
  await announce();
  let times = 0;
  const timer = setInterval(() => {
    times += 1;
    // Where the broker has lost the stream, it is made again with the next list.
    const said = times % LIST_EVERY === 0 ? announce() : say({ knows }).catch(announce);
    said.catch((error: unknown) => log.debug({ err: error }, 'the broker does not hear that this replica lives'));
  }, AGAIN_MS);
  timer.unref();
  return {
    async close(): Promise<void> {
      clearInterval(timer);
      await say({ knows, left: true }).catch(() => undefined);
    },
  };
}

/** The same of one that records, which hears what the others know. It resolves once all that were there before have been heard. */
export async function announceWriter(parts: Parts): Promise<Withheld & { close(): Promise<void> }> {
  const { nats, namespace, log, recorded = RECORDED } = parts;
  const announced = await announceReplica(parts);
  const heard = hearing(recorded);
  const stop = new AbortController();
  let names: ReadonlySet<string> = new Set();
  const { promise: allHeard, resolve } = Promise.withResolvers<void>();
  const take = (message: JsMsg): void => {
    if (!heard.take(message)) log.warn({ subject: message.subject }, 'what is said of a replica is not what replicas say, and is left out');
    const next = heard.withheld();
    if (next.size !== names.size) log.info({ withheld: next.size }, 'what not all replicas know is not recorded');
    names = next;
    if (message.info.pending === 0) resolve();
  };
  void listen(nats, namespace, take, stop.signal, log);
  await allHeard;
  return {
    get names() {
      return names;
    },
    async close() {
      stop.abort();
      await announced.close();
    },
  };
}

/** Reads the newest of each replica, and all that comes, for as long as it is not stopped. */
async function listen({ js }: Nats, namespace: string, take: (message: JsMsg) => void, stop: AbortSignal, log: Log): Promise<void> {
  while (!stop.aborted) {
    try {
      const consumer = await js.consumers.get(replicasStream(namespace), { deliver_policy: DeliverPolicy.LastPerSubject });
      const messages = await consumer.consume({ abort_on_missing_resource: true, ...HEARD });
      const leave = (): void => messages.stop();
      stop.addEventListener('abort', leave, { once: true });
      for await (const message of messages) take(message);
      stop.removeEventListener('abort', leave);
    } catch (error) {
      log.warn({ err: error }, 'the broker does not say which replicas live; asking again');
    }
    if (!stop.aborted) await sleep(RETRY_MS, undefined, { ref: false });
  }
}

/** Nothing where it is something else: any account may publish under its own name. */
function saidIn(text: string): Said | undefined {
  try {
    return SAID.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Who lives, by what was heard so far. All times are the broker's. */
function hearing(own: readonly string[]) {
  const programs = new Map<string, Map<string, Seen>>();
  const lists = new Map<string, ReadonlySet<string>>([[sha256(own.join('\n')), new Set(own)]]);
  let now = 0;
  /** Those of a program that live; the last one that did where none does. */
  const counting = (replicas: Iterable<Seen>): Seen[] => {
    const all = [...replicas].toSorted((a, b) => b.at - a.at);
    const live = all.filter(({ at, left }) => !left && now - at < LEASE_MS);
    return live.length > 0 ? live : all.slice(0, 1);
  };
  return {
    /** @returns whether it is what replicas say: a list is under its own digest. */
    take(message: JsMsg): boolean {
      const [, , kind, name = '', replica = ''] = message.subject.split('.');
      const text = message.string();
      if (kind === 'knows') {
        const isOfIt = sha256(text) === name;
        if (isOfIt) lists.set(name, new Set(text.split('\n')));
        return isOfIt;
      }
      const said = saidIn(text);
      if (!said) return false;
      const at = message.info.timestampNanos / 1_000_000;
      now = Math.max(now, at);
      const replicas = programs.get(name) ?? new Map<string, Seen>();
      for (const [known, seen] of replicas) if (now - seen.at > KEPT_MS) replicas.delete(known);
      programs.set(name, replicas.set(replica, { ...said, at }));
      return true;
    },
    withheld(): ReadonlySet<string> {
      const digests = new Set([...programs.values()].flatMap((replicas) => counting(replicas.values())).map(({ knows }) => knows));
      // One whose list is not heard yet may know nothing of it.
      const others = [...digests].map((knows) => lists.get(knows) ?? NOTHING);
      return new Set(own.filter((name) => others.some((list) => !list.has(name))));
    },
  };
}

async function ensureStream({ manager, replicas }: Nats, namespace: string): Promise<void> {
  const config = {
    name: replicasStream(namespace),
    subjects: [`${prefixOf(namespace)}.>`],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    max_msgs_per_subject: 1,
    max_age: KEPT_NS,
    num_replicas: replicas,
    ...LIMITS,
  };
  await makeStream({ manager }, config);
}
