import { CONTEXTS } from '@junkan/proto/contexts.ts';

export type Context = keyof typeof CONTEXTS;
/** Every kind of stream, of whichever context. */
type Aggregate = { [Of in Context]: keyof (typeof CONTEXTS)[Of]['EVENTS'] }[Context];

export const CONTEXT_NAMES = Object.keys(CONTEXTS) as readonly Context[];

const AGGREGATES: ReadonlySet<string> = new Set(Object.values(CONTEXTS).flatMap(({ EVENTS }) => Object.keys(EVENTS)));

/** The collections that are not called as their items are, in the plural. */
const OTHERWISE: Partial<Record<Aggregate, string>> = { clock: 'clock', settings: 'settings' };

/** What is read by the item that it belongs to. */
const WITHIN: readonly Aggregate[] = ['report', 'questions'];

/** The collection under /v1 in which the items of a kind of stream are read; nothing where there is none, or the kind is not known. */
export const collectionOf = (aggregate: string): string | undefined =>
  AGGREGATES.has(aggregate) && !WITHIN.some((each) => each === aggregate)
    ? (OTHERWISE[aggregate as Aggregate] ?? `${aggregate}s`)
    : undefined;
