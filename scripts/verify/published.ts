import { createHash } from 'node:crypto';
import { publicKeysIn } from '@junkan/kit/keys.ts';
import { type Published, readSignedEvent } from '@junkan/kit/messaging/cloud-event.ts';
import type { Nats } from '@junkan/kit/messaging/nats.ts';
import { type PublishedMessage, publishedIn } from '@junkan/kit/messaging/scan.ts';
import { signersOf } from '@junkan/kit/messaging/signing.ts';
import { OWNERS } from '@junkan/proto/programs.ts';
import { type Context, type Finding, finding, type Stored } from './facts.ts';

/** The contents of the event streams, by context: each message with its event, if the context's owner has signed it. */
export type PublishedEvents = {
  readonly ofContext: Readonly<Record<string, readonly (PublishedMessage & { readonly event?: Published | undefined })[]>>;
};

export const placeOf = ({ stream, version }: { readonly stream: string; readonly version: number }): string => `${stream}@${version}`;

type Reading = { readonly nats: Nats; readonly namespace: string; readonly publicKeys: string };

export async function publishedEvents({ nats, namespace, publicKeys }: Reading, contexts: readonly string[]): Promise<PublishedEvents> {
  const signers = signersOf(publicKeysIn(publicKeys), OWNERS);
  const eventIn = ({ subject, text }: PublishedMessage): Published | undefined => {
    try {
      return readSignedEvent(subject, text, signers);
    } catch {
      return undefined;
    }
  };
  const read = contexts.map(async (context) => {
    const published = await publishedIn(nats, namespace, context);
    return [context, published.map((message) => ({ ...message, event: eventIn(message) }))] as const;
  });
  return { ofContext: Object.fromEntries(await Promise.all(read)) };
}

/** 14. What is published is signed by its owner, and says the same as what is recorded: as hashes over all that an event says. */
export function publishedAsRecorded(stored: Stored, { ofContext }: PublishedEvents): Finding {
  const { check, result } = finding();
  for (const context of Object.values(stored)) {
    const recorded = hashesOf(context);
    for (const { sequence, subject, event } of ofContext[context.name] ?? []) {
      check(
        event !== undefined,
        () => `message ${sequence} in ${context.name}, on ${subject}, is not signed by the owner of ${context.name}`,
      );
      if (!event) continue;
      const hash = recorded.get(placeOf(event));
      check(
        hash === undefined || hash === hashOf(event),
        () => `${placeOf(event)} says otherwise in ${context.name} than what was published`,
      );
    }
  }
  return result();
}

function hashesOf({ commits }: Context): Map<string, string> {
  const events = commits.flatMap(({ stream, from, events: stored, actor, given, at, correlationId, causationId, clockOffset }) =>
    stored.map((event, index) => ({
      stream,
      version: from + index,
      event,
      actor: actor.person,
      ...(given ? { actingFor: given.for } : {}),
      at,
      correlationId,
      causationId,
      clockOffset,
    })),
  );
  return new Map(events.map((event) => [placeOf(event), hashOf(event)]));
}

const hashOf = ({
  stream,
  version,
  event: { type, schema, data },
  at,
  actor,
  actingFor,
  correlationId,
  causationId,
  clockOffset,
}: Published): string =>
  createHash('sha256')
    .update(JSON.stringify([stream, version, type, schema, data, at, actor, actingFor, correlationId, causationId, clockOffset]))
    .digest('hex');
