import { unknownOf } from './columns.ts';
import type { Step } from './steps.ts';
import { readTable, type Table } from './table.ts';
import { UnreadableFile } from './unreadable.ts';

type Checking<Item> = {
  /** Columns that mean something. */
  readonly known: readonly string[];
  readonly columnsOf: (table: Pick<Table, 'columns'>) => { readonly missing: readonly string[]; readonly unknown: readonly string[] };
  readonly planOf: (table: Table) => Promise<readonly Item[]>;
};

/** What is to be done with a file, or why it cannot be read. */
export async function checked<Item>(file: File, { known, columnsOf, planOf }: Checking<Item>): Promise<Step<Item, never>> {
  try {
    const table = await readTable(file);
    const { missing, unknown: others } = columnsOf(table);
    const unknown = others.map(unknownOf(known));
    if (missing.length > 0) return { at: 'choosing', missing, unknown };
    return { at: 'planned', file: file.name, items: await planOf(table), unknown };
  } catch (error) {
    return error instanceof UnreadableFile ? { at: 'choosing', fault: error.fault } : { at: 'failed', error };
  }
}
