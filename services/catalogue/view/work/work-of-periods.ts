import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import type { Period } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { excluding, type Task, task } from './task.ts';

/** A second person, who has no part in its entries, closes what the first has proposed to close. */
export function tasksOfPeriod({ proposals }: Period): Task[] {
  const pending = proposals.find(({ standing }) => standing === 'proposed');
  if (!pending) return [];
  const excluded = {
    ...excluding('PersonHasAnotherDuty', pending.reportedBy),
    ...excluding('PreparedByTheSamePerson', [pending.proposedBy]),
  };
  const operations = ['closePeriod', 'refusePeriod'];
  const common = { organisation: SECRETARIAT, silence: 'nothing' } as const;
  return [task({ ...common, kind: 'period-to-close', role: 'finance.checker', operations, excluded })];
}
