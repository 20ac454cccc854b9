import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import type { RateSheet } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { excluding, type Task, task } from './task.ts';

/** A second person confirms what the first has entered. */
export function tasksOfRates({ editions }: RateSheet): Task[] {
  const pending = editions.find(({ standing }) => standing === 'proposed');
  if (!pending) return [];
  const operations = ['confirmRates', 'refuseRates'];
  const excluded = excluding('PreparedByTheSamePerson', [pending.enteredBy]);
  const common = { organisation: SECRETARIAT, silence: 'nothing' } as const;
  return [task({ ...common, kind: 'rates-to-confirm', role: 'finance.checker', operations, excluded })];
}
