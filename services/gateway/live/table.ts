import { CONTEXTS } from '@junkan/proto/contexts.ts';

export type Context = keyof typeof CONTEXTS;
/** Every kind of stream, of whichever context. */
type Aggregate = { [Of in Context]: keyof (typeof CONTEXTS)[Of]['EVENTS'] }[Context];

export const CONTEXT_NAMES = Object.keys(CONTEXTS) as readonly Context[];

/** The collection under /v1 in which the items of each kind of stream are read. */
const COLLECTIONS: Readonly<Record<Aggregate, string>> = {
  proposer: 'proposers',
  project: 'projects',
  milestone: 'milestones',
  person: 'persons',
  clock: 'clock',
  sponsor: 'sponsors',
  mandate: 'mandates',
  envelope: 'envelopes',
  passport: 'passports',
  funding: 'fundings',
  agreement: 'agreements',
  'bank-reference': 'bank-references',
};

/** Nothing where the kind of stream is not known. */
export const collectionOf = (aggregate: string): string | undefined =>
  Object.hasOwn(COLLECTIONS, aggregate) ? COLLECTIONS[aggregate as Aggregate] : undefined;
