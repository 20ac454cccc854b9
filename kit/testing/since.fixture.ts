export type Data = Readonly<Record<string, unknown>>;

/** A stream that goes on otherwise than recorded: after the first event of this type ('' = from the beginning), with the events that come then, by that event's data. */
export type Variant = { readonly after: string; readonly come: (data: Data) => readonly (readonly [type: string, data: Data])[] };

/** By the kind of stream: what versions since the recording record, so that each type of event is folded at least once. */
export type Since = Readonly<Record<string, readonly Variant[]>>;
