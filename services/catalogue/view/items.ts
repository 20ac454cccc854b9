import { periodFold } from '@junkan/disbursement/fold.ts';
import type { PublishedFold } from '@junkan/kit/store/fold.ts';
import { ITEMS, type ItemOf } from '@junkan/proto/items.ts';
import type { Listed, Value } from './item.ts';

type Kinds = keyof typeof ITEMS;
/** Each with the fold that its owner publishes: a kind that is forgotten is missing here. */
// biome-ignore lint/suspicious/noExplicitAny: states go from a fold to its own message
const FOLDS: { readonly [Name in Kinds]: PublishedFold<any, any, ItemOf[Name]> } = { period: periodFold };

/** A row of the fields that the contract names. */
const listed = <Name extends Kinds>(kind: Name): Listed<unknown, ItemOf[Name]> => ({
  kind,
  fold: FOLDS[kind],
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, status } = seen;
    const own = Object.fromEntries(
      Object.keys(ITEMS[kind].list.columns).map((name) => [name, (seen as unknown as Record<string, Value>)[name] ?? '']),
    );
    const columns = { version, status, ...own, created, updated };
    return [{ kind, id, n, tags: {}, parties: [], columns, doc: () => FOLDS[kind].toJson(seen) }];
  },
});

export const LISTED_ITEMS = (Object.keys(ITEMS) as Kinds[]).map(listed);
