import type { Instant } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, rest } from './next.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

/** What the programme says of an award: whether a day is over that moves it on, and when the next one is. */
export type CycleView = {
  readonly now: Instant;
  readonly status: StatusOf<'cycle'>;
  /** Counts what is recorded of it. */
  readonly version: number;
  readonly due: boolean;
  readonly next: Instant | '';
};
export type WholeCycleView = Whole<CycleView>;
export type CycleStep = { readonly do: 'StepCycle'; readonly version: number };

/**
 * From the draft until nobody may object any more: the call and judging close on their days, and in the end the award does. It screens nobody, assigns no
 * ballots, opens none and announces nothing.
 */
export function nextOfCycle({ status, version, due, next }: CycleView): Next<CycleStep> {
  if (status === 'unrecognised') return rest();
  if (due) return act<CycleStep>({ do: 'StepCycle', version });
  return status === 'closed' || status === 'cancelled' ? end() : rest(next);
}
