import { ownOf } from './names.ts';

type Recorded = { readonly type: string };

/** What a reader makes of events, by their type. Those that are not named mean nothing to it. */
export type Handlers<Event extends Recorded, Given extends readonly unknown[], Made> = {
  readonly [Type in Event['type']]?: (event: Extract<Event, { readonly type: Type }>, ...given: Given) => Made;
};

/** What the handler of its type makes of an event; nothing where there is none. */
export function handled<Event extends Recorded, Given extends readonly unknown[], Made>(
  handlers: Handlers<Event, Given, Made>,
  event: Event,
  ...given: Given
): Made | undefined {
  // The table types each handler by its own event, so the handler of this type takes this event.
  const handler = ownOf<unknown>(handlers, event.type) as ((of: Event, ...more: Given) => Made) | undefined;
  return handler?.(event, ...given);
}
