import type { CursorScope } from '@junkan/kit/views/page.ts';
import type { KindName } from '../kinds.ts';

/** A condition on one field. `all`: the item has every one of the values, not just any. */
export type Filter = { readonly field: string; readonly values: readonly string[]; readonly all: boolean };
/** From and to a value, both included; '' = without bound. Amounts are decimal texts of minor units. */
export type Range = { readonly field: string; readonly from: string; readonly to: string };

/** What is asked of a list. `reader`: the organisation as which it is read; undefined = one that may see all. */
export type ListQuery = {
  readonly kind: KindName;
  readonly reader: string | undefined;
  readonly filters: readonly Filter[];
  readonly ranges: readonly Range[];
  /** What a person typed to search for; '' = nothing. */
  readonly typed: string;
};

/** `sort`: the name of a field, with `-` before it for the greatest first; '' = the usual order of the list. */
export type PageQuery = ListQuery & { readonly sort: string; readonly limit: number; readonly cursor: string };

/** What cursors depend on in addition to their list and order. */
export type Scope = Pick<CursorScope, 'schema' | 'origin'>;
