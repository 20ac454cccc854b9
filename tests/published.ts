import { eventDocument } from '@junkan/gateway/docs/events.ts';
import type { Nats } from '@junkan/kit/messaging/nats.ts';
import { eventStreamName } from '@junkan/kit/messaging/nats.ts';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const SCHEMAS = '#/components/schemas/';

/** What has been published in a context, as it was: subject and text. */
export async function published({ js, manager }: Nats, namespace: string, context: string): Promise<{ subject: string; text: string }[]> {
  const stream = eventStreamName(namespace, context);
  const { messages } = (await manager.streams.info(stream)).state;
  const consumer = await js.consumers.get(stream);
  const found: { subject: string; text: string }[] = [];
  for await (const message of await consumer.fetch({ max_messages: Math.max(messages, 1), expires: 2_000 }))
    found.push({ subject: message.subject, text: message.string() });
  await consumer.delete();
  return found;
}

/**
 * Holds messages against the AsyncAPI document: answers what is wrong with one, if anything. Stricter than the document, which
 * leaves room for fields to come: what it does not know is a fault here.
 */
export function eventChecker(): (subject: string, text: string) => string | undefined {
  const { channels, components } = eventDocument({ all: true });
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const closed = Object.fromEntries(
    Object.entries(components.schemas).map(([name, schema]) => [
      name,
      name === 'CloudEvent' ? schema : { ...schema, additionalProperties: false },
    ]),
  );
  const local = (schema: object): object => JSON.parse(JSON.stringify(schema).replaceAll(SCHEMAS, '#/$defs/')) as object;
  const checks = new Map(
    Object.values(channels).map(({ address, messages }) => {
      const [name = ''] = Object.values(messages).map(({ $ref }) => $ref.split('/').at(-1));
      return [address, ajv.compile(local({ ...components.messages[name]?.payload, $defs: closed }))] as const;
    }),
  );
  return (subject, text) => {
    const check = checks.get(subject);
    if (!check) return `no channel has the address ${subject}`;
    return check(JSON.parse(text)) ? undefined : `${subject}: ${ajv.errorsText(check.errors)} in ${text}`;
  };
}
