import { CloudEvent } from 'cloudevents';
import type { StoredEvent } from '../store/codec.ts';
import type { Commit } from '../store/commit.ts';

/** An event as its readers get it: the stored event with where it stands and why it came to be. */
export type Published = {
  readonly stream: string;
  readonly version: number;
  readonly event: StoredEvent;
  readonly at: string;
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly clockOffset: number;
  /** Where the trace goes on that it is a part of, where it is of one. */
  readonly traceparent?: string;
};

export const messageId = (stream: string, version: number): string => `${stream}@${version}`;

/** The CloudEvents 1.0 form (JSON, structured) of the event at this place of a commit. */
export function cloudEventOf(context: string, commit: Commit, index: number): string {
  const event = commit.events[index];
  if (!event) throw new Error(`${commit._id} has no event ${index}`);
  const version = commit.from + index;
  return JSON.stringify(
    new CloudEvent({
      id: messageId(commit.stream, version),
      source: `/junkan/${context}`,
      type: `junkan.${context}.v${event.schema}.${event.type}`,
      subject: commit.stream,
      time: commit.at,
      datacontenttype: 'application/json',
      data: event.data,
      streamversion: version,
      actor: commit.actor.person,
      correlationid: commit.correlationId,
      causationid: commit.causationId,
      clockoffset: String(commit.clockOffset),
      ...(commit.traceparent === undefined ? {} : { traceparent: commit.traceparent }),
    }),
  );
}

const isFields = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null && !Array.isArray(data);

/** @throws when the text is no event of ours. */
export function readCloudEvent(text: string): Published {
  const read = JSON.parse(text) as Record<string, unknown>;
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
    correlationId: String(read['correlationid']),
    causationId: String(read['causationid']),
    clockOffset: Number(read['clockoffset']),
    ...(typeof read['traceparent'] === 'string' ? { traceparent: read['traceparent'] } : {}),
  };
}
