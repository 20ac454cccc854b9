// Items as their contracts declare them, in the generated `items.ts`.

/** Something with an id that can be read and listed. */
export type Item = {
  readonly context: string;
  readonly message: string;
  readonly prefix: string;
  readonly path: string;
  readonly one: string;
  readonly many: string;
  readonly with: string;
  readonly readers: readonly string[];
  readonly rpcs: { readonly list: string; readonly read: string; readonly history: string };
  /** The fields of the answers of these RPCs that hold it. */
  readonly fields: { readonly list: string; readonly read: string };
  readonly list: {
    readonly columns: Readonly<Record<string, 'TEXT' | 'INTEGER'>>;
    readonly sorts: readonly string[];
    readonly filters: readonly string[];
    readonly ranges: readonly string[];
    readonly counts: readonly string[];
  };
  readonly codes: Readonly<Record<string, readonly string[]>>;
};
export type Items = Readonly<Record<string, Item>>;
