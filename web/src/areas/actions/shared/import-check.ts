import { type ActionItem, columnsOf, KNOWN } from '../../../imports/actions.ts';
import { checked } from '../../../imports/checked.ts';
import { planOf } from '../../../imports/run-actions.ts';
import type { Step } from '../../../imports/steps.ts';

/** What is to be done with a file of actions, or why it cannot be read. */
export const checkedActions = (file: File, city: string, signal: AbortSignal): Promise<Step<ActionItem, never>> =>
  checked(file, { known: KNOWN, columnsOf, planOf: (table) => planOf(table, city, signal) });
