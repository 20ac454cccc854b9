/** What a table says of a name; nothing where it has no such entry of its own, whatever the name. */
export const ownOf = <Value>(table: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
