import { createFileRegistry, fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import { comments } from '@junkan/proto/comments.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { DESCRIPTORS } from '@junkan/proto/descriptors.ts';
import { codesIn } from '../answers/codes.ts';
import { type Schema, schemasOf } from './proto-schema.ts';

const COMMON = 'junkan.common.v1';
const MEDIA_TYPE = 'application/cloudevents+json';

const set = fromBinary(FileDescriptorSetSchema, Buffer.from(DESCRIPTORS, 'base64'));
const registry = createFileRegistry(set);

/**
 * The AsyncAPI document of the public events, from the contracts: each message by its comments and its fields.
 * `all`: also of those that are a context's own, which no reader outside should go by.
 */
export function eventDocument({ all = false } = {}) {
  const events = Object.entries(CONTEXTS).flatMap(([context, { EVENTS, PUBLIC_EVENTS }]) => {
    const published = new Set<string>(PUBLIC_EVENTS);
    return Object.entries(EVENTS).flatMap(([aggregate, messages]) =>
      Object.keys(messages).flatMap((type) =>
        all || published.has(type) ? [{ context, aggregate, type, message: messageOf(context, type) }] : [],
      ),
    );
  });
  const commentOf = comments(set.file);
  const messages = new Map(events.map((event) => [`${event.context}.${event.type}`, messageObject(event, commentOf)]));
  const named = events.map((event) => [`${event.context}.${event.aggregate}.${event.type}`, event] as const);
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Junkan: events',
      version: '1',
      license: { name: 'Apache License 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      description:
        'What has happened, as CloudEvents 1.0 in structured JSON on NATS JetStream, one event stream for each context, in order for each item. ' +
        'Subjects and event streams begin with the namespace of the installation, `junkan` where nothing else is set. Additive changes only.',
    },
    defaultContentType: MEDIA_TYPE,
    channels: Object.fromEntries(
      named.map(([name, { context, type }]) => [
        name,
        {
          address: `junkan.events.${name}`,
          description: `In the event stream junkan_events_${context}.`,
          messages: { [type]: { $ref: `#/components/messages/${context}.${type}` } },
        },
      ]),
    ),
    operations: Object.fromEntries(
      named.map(([name]) => [`publish.${name}`, { action: 'send', channel: { $ref: `#/channels/${name}` } }] as const),
    ),
    components: {
      messages: Object.fromEntries(messages),
      schemas: { CloudEvent, ...schemasOf(new Set(events.map(({ message }) => message)), { commentOf, codesOf: codesIn(registry) }) },
    },
  };
}

/** A context's own message of this name, or one that all contexts share. @throws where the contracts have neither. */
function messageOf(context: string, type: string) {
  const message = registry.getMessage(`junkan.${context}.v1.${type}`) ?? registry.getMessage(`${COMMON}.${type}`);
  if (!message) throw new Error(`the contracts have no event ${type} of ${context}`);
  return message;
}

type Event = { readonly context: string; readonly type: string; readonly message: { readonly typeName: string } };

function messageObject({ context, type, message: { typeName } }: Event, commentOf: (typeName: string) => string) {
  const summary = commentOf(typeName);
  const own = {
    type: 'object',
    properties: {
      source: { const: `/junkan/${context}` },
      type: { type: 'string', pattern: `^junkan\\.${context}\\.v\\d+\\.${type}$` },
      data: { $ref: `#/components/schemas/${typeName}` },
    },
  };
  return {
    name: type,
    ...(summary === '' ? {} : { summary }),
    contentType: MEDIA_TYPE,
    payload: { allOf: [{ $ref: '#/components/schemas/CloudEvent' }, own] },
  };
}

/** The envelope of every event. Further extension attributes may come. */
const CloudEvent: Schema = {
  type: 'object',
  description: 'CloudEvents 1.0, structured, with the extensions of this system.',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'data', 'streamversion', 'actor', 'correlationid', 'causationid'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: 'The item’s stream and the event’s version in it: `prj_…@3`. A repeat has the same.' },
    source: { type: 'string' },
    type: { type: 'string', description: '`junkan.<context>.v<schema version>.<EventName>`' },
    subject: { type: 'string', description: 'The item whose stream the event is in.' },
    time: { type: 'string', format: 'date-time', description: 'Policy time.' },
    datacontenttype: { const: 'application/json' },
    data: { type: 'object', description: 'The event as proto3 JSON.' },
    streamversion: { type: 'integer', minimum: 1, description: 'Counts the events of the item’s stream.' },
    actor: { type: 'string', description: 'The opaque id of the person who caused it.' },
    correlationid: { type: 'string', description: 'One id from the first request of a chain to its last effect.' },
    causationid: { type: 'string', description: 'The request, event or workflow that caused it.' },
    clockoffset: {
      type: 'string',
      pattern: '^-?\\d+$',
      description: 'Milliseconds by which policy time was ahead of real time; below zero where a trial was behind it.',
    },
    signedby: { type: 'string', description: 'The key of the program that owns the context, by its id.' },
    signature: {
      type: 'string',
      description: 'Ed25519, base64url, over the NATS subject, a line feed, and all other attributes as JSON in this order.',
    },
    traceparent: { type: 'string', description: 'W3C trace context, where the cause was traced.' },
  },
};
