import { isFresh } from '../telemetry/fresh.ts';
import { failureOf, type Span, type Telemetry } from '../telemetry/telemetry.ts';
import type { Published } from './cloud-event.ts';

/**
 * Handles a batch as one span in each of the traces that it contains. The deliveries that are handed on carry that span, so that what
 * follows continues it.
 */
export async function handling<Delivery extends Published, Result>(
  telemetry: Telemetry | undefined,
  durable: string,
  deliveries: readonly Delivery[],
  handle: (deliveries: readonly Delivery[]) => Promise<Result>,
): Promise<Result> {
  if (!telemetry) return handle(deliveries);
  const spans = new Map<string, Span>();
  const continued = deliveries.map((delivery) => {
    const { traceparent: parent } = delivery;
    if (parent === undefined || !isFresh(delivery)) return delivery;
    const attributes = { 'messaging.system': 'nats', 'messaging.consumer.group.name': durable };
    const span = spans.get(parent) ?? telemetry.begin({ name: `process ${durable}`, kind: 'consumer', attributes, parent });
    spans.set(parent, span);
    return { ...delivery, traceparent: span.traceparent };
  });
  const end = (failure?: string): void => {
    for (const span of spans.values()) span.end({ failure });
  };
  try {
    const result = await handle(continued);
    end();
    return result;
  } catch (error) {
    end(failureOf(error));
    throw error;
  }
}
