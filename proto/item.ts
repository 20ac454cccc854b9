// Items as their contracts declare them, in the generated `items.ts`.

/** How a list is filtered by a field. */
export type Filter =
  | { readonly is: 'codes'; readonly codes: readonly string[] }
  | { readonly is: 'id'; readonly prefix: string }
  | { readonly is: 'text' };

/** The rows in the catalogue, and how they are queried. */
export type ItemList = {
  readonly summary: string;
  /** The summary of the same list for everybody, without sign-in. */
  readonly public?: string;
  /** The RPC of the catalogue, and the field of its answer that holds the items. */
  readonly rpc: string;
  readonly field: string;
  /** Who sees them, apart from overseers. */
  readonly rows: 'everybody' | 'open' | 'partners' | 'party' | 'nobody';
  readonly columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>;
  /** Fields with several values, by each of which it is filtered and counted. */
  readonly tags: readonly string[];
  /** The columns that are no fields of the message. */
  readonly made: readonly string[];
  /** How the values of the others look. */
  readonly cells: Readonly<Record<string, 'code' | 'id' | 'date' | 'number' | 'text'>>;
  readonly sorts: readonly string[];
  readonly filters: Readonly<Record<string, Filter>>;
  readonly ranges: readonly string[];
  readonly counts: readonly string[];
  /** By which it is searched, the one that counts most first. */
  readonly texts: readonly string[];
};

/** Something that has an address of its own. */
export type Item = {
  readonly context: string;
  readonly message: string;
  /** In the names of operations. */
  readonly name: string;
  readonly prefix: string;
  /** Below /v1. */
  readonly path: string;
  readonly readers: readonly string[];
  /** The field with the organisation that it belongs to. */
  readonly party?: string;
  readonly list?: ItemList;
  /** The RPC of its owner, and the field of its answer that holds the item. */
  readonly read?: { readonly summary: string; readonly public?: string; readonly rpc: string; readonly field: string };
  /** Read by the RPC `history` of its owner. `entry`: the kind of its entries. */
  readonly timeline?: { readonly summary: string; readonly entry: string };
};
export type Items = Readonly<Record<string, Item>>;
