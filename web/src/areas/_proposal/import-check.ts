import { checked } from '../../imports/checked.ts';
import { type Item, planOf } from '../../imports/plan.ts';
import { columnsOf, KNOWN } from '../../imports/proposals.ts';
import type { Step } from '../../imports/steps.ts';

/** What is to be done with a file of projects, or why it cannot be read. */
export const checkedProjects = (
  file: File,
  proposer: string,
  signal: AbortSignal,
  onChecked: (done: number, all: number) => void,
): Promise<Step<Item, never>> =>
  checked(file, { known: KNOWN, columnsOf, planOf: (table) => planOf(table, proposer, { signal, onChecked }) });
