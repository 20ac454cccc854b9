import { CloudEvent } from 'cloudevents';
import type { StoredEvent } from '../store/codec.ts';
import type { Commit } from '../store/commit.ts';
import type { Signed } from '../store/signatures.ts';
import { subjectOf } from './nats.ts';
import { checkedEnvelope, type Signer, type Signers, signed } from './signing.ts';

/** An event as its readers receive it: the stored event, with its position and its cause. */
export type Published = {
  readonly stream: string;
  readonly version: number;
  readonly event: StoredEvent;
  readonly at: string;
  readonly actor: string;
  /** In whose place, where it was done in another's. */
  readonly actingFor?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly clockOffset: number;
  /** The trace that it belongs to, if any. */
  readonly traceparent?: string;
};

export const messageId = (stream: string, version: number): string => `${stream}@${version}`;

/** What is published of a commit. */
export type Publishable = Omit<Commit, 'before' | 'relayed' | keyof Signed>;

type Place = { readonly namespace: string; readonly context: string };

/** The event at this position of a commit as it is published: its subject, and its CloudEvents 1.0 form (JSON, structured), signed. */
export function signedEventOf(
  { namespace, context }: Place,
  signer: Signer,
  commit: Publishable,
  index: number,
): { subject: string; text: string } {
  const event = commit.events[index];
  if (!event) throw new Error(`${commit._id} has no event ${index}`);
  const version = commit.from + index;
  const envelope = new CloudEvent({
    id: messageId(commit.stream, version),
    source: `/junkan/${context}`,
    type: `junkan.${context}.v${event.schema}.${event.type}`,
    subject: commit.stream,
    time: commit.at,
    datacontenttype: 'application/json',
    data: event.data,
    streamversion: version,
    actor: commit.actor.person,
    ...(commit.given ? { actingfor: commit.given.for } : {}),
    correlationid: commit.correlationId,
    causationid: commit.causationId,
    clockoffset: String(commit.clockOffset),
    ...(commit.traceparent === undefined ? {} : { traceparent: commit.traceparent }),
  });
  const subject = subjectOf(namespace, context, commit.aggregate, event.type);
  return { subject, text: signed(subject, envelope.toJSON(), signer) };
}

const isFields = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null && !Array.isArray(data);

/** @throws when the text is no event of ours, or is not signed by the owner of its context. */
export const readSignedEvent = (subject: string, text: string, signers: Signers): Published =>
  publishedIn(checkedEnvelope(subject, text, signers));

/** An event of which it is known that the owner of its context has signed it. @throws when the text is no event of ours. */
export const readVerifiedEvent = (text: string): Published => publishedIn(JSON.parse(text) as Record<string, unknown>);

function publishedIn(read: Readonly<Record<string, unknown>>): Published {
  const [, , schema, type] = String(read['type']).split('.');
  const version = Number(read['streamversion']);
  const data = read['data'];
  const isOurs = type && schema && typeof read['subject'] === 'string' && Number.isInteger(version) && isFields(data);
  if (!isOurs) throw new Error('not an event of this system');
  return {
    stream: String(read['subject']),
    version,
    event: { type, schema: Number(schema.slice(1)), data },
    at: String(read['time']),
    actor: String(read['actor']),
    ...(typeof read['actingfor'] === 'string' ? { actingFor: read['actingfor'] } : {}),
    correlationId: String(read['correlationid']),
    causationId: String(read['causationid']),
    clockOffset: Number(read['clockoffset']),
    ...(typeof read['traceparent'] === 'string' ? { traceparent: read['traceparent'] } : {}),
  };
}
