import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { ITEMS, type ItemKind } from '@junkan/proto/items.ts';

export type Context = keyof typeof CONTEXTS;
export const CONTEXT_NAMES = Object.keys(CONTEXTS) as readonly Context[];

/** The collection under /v1 in which the items of a kind of stream are read; nothing where they have no address of their own. */
export const collectionOf = (aggregate: string): string | undefined =>
  Object.hasOwn(ITEMS, aggregate) ? ITEMS[aggregate as ItemKind].path.slice(1) : undefined;

/** Where an item is read, by its id. */
export const addressOf = (id: string): string | undefined => {
  const prefix = id.slice(0, id.indexOf('_'));
  const item = Object.values(ITEMS).find((each) => each.prefix === prefix);
  return item && `/v1${item.path}/${id}`;
};
