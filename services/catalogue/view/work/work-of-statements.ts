import type { Statement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Waited } from '../item.ts';
import { type Task, tasksOf } from './task.ts';

/** What the statement of a bank waits for, with which statement it is and whose. */
export const tasksOfStatement = (state: Statement & Waited): Task[] => {
  const { owner, naming, from, to, account, reference, page } = state;
  return tasksOf(state).map((task) => ({
    ...task,
    owner: task.kind === 'statement-owner-to-confirm' ? (naming?.sponsor ?? '') : owner,
    day: to || from,
    statement: { account, reference, page },
  }));
};
