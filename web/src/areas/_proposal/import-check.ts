import { unknownOf } from '../../imports/columns.ts';
import { planOf } from '../../imports/plan.ts';
import { columnsOf, KNOWN } from '../../imports/proposals.ts';
import { readTable } from '../../imports/table.ts';
import { UnreadableFile } from '../../imports/unreadable.ts';
import type { Step } from './import-steps.ts';

const nearestOf = unknownOf(KNOWN);

/** What is to be done with a file, or why it cannot be read. */
export async function checked(
  file: File,
  proposer: string,
  signal: AbortSignal,
  onChecked: (done: number, all: number) => void,
): Promise<Step> {
  try {
    const table = await readTable(file);
    const { missing, unknown } = columnsOf(table);
    if (missing.length > 0) return { at: 'choosing', missing, unknown: unknown.map(nearestOf) };
    const items = await planOf(table, proposer, { signal, onChecked });
    return { at: 'planned', file: file.name, items, unknown: unknown.map(nearestOf) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { at: 'choosing', fault: error.fault };
    return { at: 'failed', error };
  }
}
