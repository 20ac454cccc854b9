import type { WakeRecord } from '../wake-records.ts';

type Awake = Pick<WakeRecord, '_id' | 'woken'>;
/** How often in succession a workflow was found awake by the same wake-up, and at which such time it is woken again. */
type Found = { readonly woken: number; readonly times: number; readonly next: number };
export type Unanswered = ReadonlyMap<string, Found>;

export const NONE_UNANSWERED: Unanswered = new Map();

/** Found awake this often, a workflow has lost its wake-up; one that has its reasons is woken ever more rarely. */
const PATIENCE = 6;

/** Who has not answered a wake-up for so long that its signal was lost, as by the end of a worker: to wake a workflow again does no harm. */
export function unansweredIn(
  before: Unanswered,
  awake: readonly Awake[],
): { readonly found: Unanswered; readonly again: readonly string[] } {
  const again: string[] = [];
  const found = new Map<string, Found>();
  for (const { _id, woken } of awake) {
    const last = before.get(_id);
    const times = last?.woken === woken ? last.times + 1 : 1;
    const next = last && times > 1 ? last.next : PATIENCE;
    if (times >= next) again.push(_id);
    found.set(_id, { woken, times, next: times >= next ? next * 2 : next });
  }
  return { found, again };
}
