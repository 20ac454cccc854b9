/** Events as they are stored and published: the proto3 JSON of the event's message, under its type name. */
export type StoredEvent = { readonly type: string; readonly schema: number; readonly data: Record<string, unknown> };

export type EventCodec<Event> = {
  /** The types that it knows. */
  readonly types: readonly string[];
  /** Whether this version can read it: a newer one may have recorded what this one does not know. */
  knows(stored: StoredEvent): boolean;
  encode(event: Event): StoredEvent;
  decode(stored: StoredEvent): Event;
};

type Data<Event extends { type: string }, Type> = Omit<Extract<Event, { type: Type }>, 'type'>;

/** The part of a generated message that the codec needs. Its shape must accept the domain event's fields unchanged. */
type EventMessage<Fields> = { toJSON: (message: Fields) => unknown; fromJSON(object: unknown): unknown };

/** Turns data of an older schema version into today's: `upcasts[2]` makes version 3 of what was version 2. */
export type Upcasts = Record<string, Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>;

/**
 * The codec of a context: one generated message for each type of domain event.
 * @throws when it meets an event type that it does not know: a newer writer, or a broken store.
 */
export function eventCodec<Event extends { type: string }>(
  messages: { [Type in Event['type']]: EventMessage<Data<Event, Type>> },
  upcasts: Upcasts = {},
): EventCodec<Event> {
  const byName = messages as unknown as Record<string, EventMessage<unknown>>;
  const known = (type: string): EventMessage<unknown> => {
    const message = byName[type];
    if (!message) throw new Error(`unknown event type ${type}`);
    return message;
  };
  const newest = (type: string): number => 1 + Object.keys(upcasts[type] ?? {}).length;
  return {
    types: Object.keys(byName),
    knows: ({ type, schema }) => Object.hasOwn(byName, type) && schema <= newest(type),
    encode: ({ type, ...fields }) => ({ type, schema: newest(type), data: known(type).toJSON(fields) as Record<string, unknown> }),
    decode({ type, schema, data }) {
      let current = data;
      for (let version = schema; version < newest(type); version += 1) current = upcasts[type]?.[version]?.(current) ?? current;
      return { type, ...(known(type).fromJSON(current) as object) } as unknown as Event;
    },
  };
}
