export const KINDS = ['queries', 'getmore', 'insert', 'update', 'remove', 'commands'] as const;
export type Kind = (typeof KINDS)[number];

/** How often a collection was asked in one way, by all programs together, and the time of the server that this took. */
export type Operations = { readonly collection: string; readonly kind: Kind; readonly count: number; readonly microseconds: number };

/** What the database was asked for since it runs, and how many commands are recorded. */
export type Asked = { readonly operations: readonly Operations[]; readonly commands: number };

const nameOf = ({ collection, kind }: Operations): string => `${collection} ${kind}`;

/** What was asked for from one moment to another. Nothing where the server has begun to count again in between. */
export function askedBetween(before: Asked | undefined, after: Asked | undefined): Asked | undefined {
  if (!before || !after) return undefined;
  const earlier = new Map(before.operations.map((each) => [nameOf(each), each]));
  const operations = after.operations.map((each) => ({
    ...each,
    count: each.count - (earlier.get(nameOf(each))?.count ?? 0),
    microseconds: each.microseconds - (earlier.get(nameOf(each))?.microseconds ?? 0),
  }));
  if (operations.some(({ count }) => count < 0)) return undefined;
  return { operations: operations.filter(({ count }) => count > 0), commands: after.commands - before.commands };
}

/** How many operations a recorded command took, with two places. Nothing where no command was recorded. */
export function operationsPerCommand({ operations, commands }: Asked): number | undefined {
  const count = operations.reduce((sum, each) => sum + each.count, 0);
  return commands > 0 ? Math.round((100 * count) / commands) / 100 : undefined;
}

/** The operations as a table, the most frequent first. */
export function operationTable({ operations, commands }: Asked): string {
  const rows = operations.toSorted((a, b) => b.count - a.count).map((each) => rowOf(each, commands));
  return [['count', 'per command', 'server ms', 'kind', 'collection'], ...rows].map(lineOf).join('\n');
}

const rowOf = ({ collection, kind, count, microseconds }: Operations, commands: number): string[] => [
  String(count),
  (count / commands).toFixed(2),
  (microseconds / 1_000).toFixed(0),
  kind,
  collection,
];

const lineOf = ([count = '', perCommand = '', time = '', kind = '', collection = '']: readonly string[]): string =>
  `  ${count.padStart(7)} ${perCommand.padStart(12)} ${time.padStart(10)}  ${kind.padEnd(9)} ${collection}`;
