export type Data = Readonly<Record<string, unknown>>;

/**
 * A variant of a recorded stream: it diverges after the first event of this type ('' = at the beginning), and continues with the events
 * that this function makes from that event's data.
 */
export type Variant = { readonly after: string; readonly come: (data: Data) => readonly (readonly [type: string, data: Data])[] };

/** By the kind of stream: what versions since the recording record, so that each type of event is folded at least once. */
export type Since = Readonly<Record<string, readonly Variant[]>>;
