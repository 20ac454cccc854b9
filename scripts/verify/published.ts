import { createHash } from 'node:crypto';
import { publicKeysIn } from '@junkan/kit/keys.ts';
import { type Published, readSignedEvent } from '@junkan/kit/messaging/cloud-event.ts';
import type { Nats } from '@junkan/kit/messaging/nats.ts';
import { type PublishedMessage, publishedIn } from '@junkan/kit/messaging/scan.ts';
import { signersOf } from '@junkan/kit/messaging/signing.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { OWNERS } from '@junkan/proto/programs.ts';
import { type Context, type Finding, finding, type Stored } from './facts.ts';

/** The contents of the event stream of a context: each message with its event, if the context's owner has signed it. */
export type PublishedEvents = (context: string) => AsyncIterable<PublishedMessage & { readonly event: Published | undefined }>;

type Reading = { readonly nats: Nats; readonly namespace: string; readonly publicKeys: string };

export function publishedEvents({ nats, namespace, publicKeys }: Reading): PublishedEvents {
  const signers = signersOf(publicKeysIn(publicKeys), OWNERS);
  const eventIn = ({ subject, text }: PublishedMessage): Published | undefined => {
    try {
      return readSignedEvent(subject, text, signers);
    } catch {
      return undefined;
    }
  };
  return async function* (context) {
    for await (const message of publishedIn(nats, namespace, context)) yield { ...message, event: eventIn(message) };
  };
}

/** What was published of the events of a context. */
export type Comparison = {
  /** How often an event was published. */
  readonly times: (stream: string, version: number) => number;
  /** What is published, and not recorded. */
  readonly unrecorded: readonly string[];
  /** Commits that are not marked as published. */
  readonly unmarked: readonly string[];
  /** 14. */
  readonly saysTheSame: Finding;
};

export async function compared(stored: Stored, published: PublishedEvents): Promise<ReadonlyMap<string, Comparison>> {
  const comparisons = new Map<string, Comparison>();
  for (const context of Object.values(stored)) comparisons.set(context.name, await compareContext(context, published));
  return comparisons;
}

async function compareContext(context: Context, published: PublishedEvents): Promise<Comparison> {
  const { name } = context;
  const { check, result } = finding();
  const recorded = recordedEvents();
  const unmarked: string[] = [];
  const unrecorded = new Set<string>();
  for await (const commit of context.commits()) {
    recorded.add(commit);
    if (!(commit.relayed > 0)) unmarked.push(commit._id);
  }
  for await (const { sequence, subject, event } of published(name)) {
    check(event !== undefined, () => `message ${sequence} in ${name}, on ${subject}, is not signed by the owner of ${name}`);
    if (!event) continue;
    const place = `${event.stream}@${event.version}`;
    const isSame = recorded.meet(event);
    if (isSame === undefined) unrecorded.add(place);
    check(isSame !== false, () => `${place} says otherwise in ${name} than what was published`);
  }
  return { times: recorded.times, unrecorded: [...unrecorded], unmarked, saysTheSame: result() };
}

const DIGEST_BYTES = 12;

/** Events by what they say, as a few bytes each: there may be millions of them. */
function recordedEvents() {
  const streams = new Map<string, { readonly digests: string[]; readonly times: number[] }>();
  return {
    add({ stream, from, events, actor, given, at, correlationId, causationId, clockOffset }: Commit): void {
      const of = streams.get(stream) ?? { digests: [], times: [] };
      streams.set(stream, of);
      for (const [index, event] of events.entries()) {
        const version = from + index;
        const acting = given ? { actingFor: given.for } : {};
        of.digests[version - 1] = digestOf({
          stream,
          version,
          event,
          actor: actor.person,
          ...acting,
          at,
          correlationId,
          causationId,
          clockOffset,
        });
        of.times[version - 1] = 0;
      }
    },
    /** Counts what was published. Answers whether it says what is recorded; nothing where nothing of it is recorded. */
    meet(event: Published): boolean | undefined {
      const of = streams.get(event.stream);
      const digest = of?.digests[event.version - 1];
      if (!of || !digest) return undefined;
      of.times[event.version - 1] = (of.times[event.version - 1] ?? 0) + 1;
      return digest === digestOf(event);
    },
    times: (stream: string, version: number): number => streams.get(stream)?.times[version - 1] ?? 0,
  };
}

function digestOf({ stream, version, event, at, actor, actingFor, correlationId, causationId, clockOffset }: Published): string {
  const { type, schema, data } = event;
  return createHash('sha256')
    .update(JSON.stringify([stream, version, type, schema, data, at, actor, actingFor, correlationId, causationId, clockOffset]))
    .digest()
    .toString('latin1', 0, DIGEST_BYTES);
}

/** 14. What is published is signed by its owner, and says the same as what is recorded: as hashes over all that an event says. */
export function publishedAsRecorded(comparisons: ReadonlyMap<string, Comparison>): Finding {
  const found = [...comparisons.values()].map(({ saysTheSame }) => saysTheSame);
  return { checked: found.reduce((sum, { checked }) => sum + checked, 0), broken: found.flatMap(({ broken }) => broken) };
}
