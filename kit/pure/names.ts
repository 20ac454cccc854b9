/** The table's own entry for a name, never one inherited from its prototype. */
export const ownOf = <Value>(table: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;

/** The names that are there more than once, each once. */
export const repeated = <Name>(names: readonly Name[]): Name[] => [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
