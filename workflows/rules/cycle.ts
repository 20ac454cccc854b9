import type { Instant } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

/** What the programme says of an award, or of a call for projects: whether a day is over that moves it on, and when the next one is. */
export type CycleView = {
  readonly now: Instant;
  readonly status: StatusOf<'cycle' | 'call'>;
  /** Counts what is recorded of it. */
  readonly version: number;
  readonly due: boolean;
  readonly next: Instant | '';
};
export type WholeCycleView = Whole<CycleView>;
export type CycleStep = { readonly do: 'StepCycle'; readonly version: number };

/**
 * From the draft to the end: what is handed in and what is judged close on their days, and in the end the award or the call does. It screens nobody, assigns
 * nothing, opens nothing that is sealed and announces nothing.
 */
export function nextOfCycle({ status, version, due, next }: CycleView): Next<CycleStep> {
  if (status === 'unrecognised') return rest();
  if (due) return act<CycleStep>({ do: 'StepCycle', version });
  return status === 'closed' || status === 'cancelled' ? end() : rest(next);
}
