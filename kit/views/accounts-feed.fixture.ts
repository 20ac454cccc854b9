import { type Publishable, signedEventOf } from '../messaging/cloud-event.ts';
import type { Nats } from '../messaging/nats.ts';
import type { Signer } from '../messaging/signing.ts';
import { instant } from '../pure/dates.ts';
import type { ViewEvent } from './view.ts';

/** An event as its owner's relay publishes it. */
export function publishedForm(namespace: string, signer: Signer, event: ViewEvent): { readonly subject: string; readonly text: string } {
  const { context, aggregate, stream, version, type, schema, data } = event;
  const commit: Publishable = {
    _id: `${stream}@${version}`,
    stream,
    aggregate,
    from: version,
    to: version,
    events: [{ type, schema, data }],
    commandId: '',
    requestHash: '',
    answer: { status: '' },
    actor: { person: event.actor, organisation: '', roles: [] },
    correlationId: event.correlationId,
    causationId: event.causationId,
    at: instant(Date.parse(event.at)),
    clockOffset: event.clockOffset,
  };
  return signedEventOf({ namespace, context }, signer, commit, 0);
}

/** Publishes events in their order. */
export async function publishAll(nats: Nats, namespace: string, signer: Signer, events: readonly ViewEvent[]): Promise<void> {
  const forms = events.map((event) => publishedForm(namespace, signer, event));
  await Promise.all(forms.map(({ subject, text }) => nats.js.publish(subject, text)));
}
