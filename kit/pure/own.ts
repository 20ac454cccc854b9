/** The table's own entry for a name, never one inherited from its prototype. */
export const ownOf = <Value>(table: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
