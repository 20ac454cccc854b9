import type { Log } from './log.ts';
import type { Instant } from './pure/dates.ts';
import { instant } from './pure/dates.ts';

/**
 * The clock of deadlines and decisions: real time plus an offset that only a trial installation advances. Offsets travel with calls and
 * events and the greatest wins, so no program decides at an earlier time than one it has heard from. A trial may begin behind real time,
 * so that what takes years in it ends near today: its offset is below zero then.
 */
export type PolicyClock = {
  now(): Instant;
  /** Milliseconds beyond real time, below zero while a trial is behind it; never decreases. */
  offset(): number;
  /** Adopts a larger offset from another program. Ignored outside a trial installation, as is anything that is not a valid offset. */
  adopt(offset: number): void;
};

const YEAR_MS = 366 * 86_400_000;
/** A hundred years: more than any trial needs, and within the range of dates. */
export const MAX_OFFSET_MS = 100 * YEAR_MS;

const isOffset = (offset: number): boolean => Number.isSafeInteger(offset) && Math.abs(offset) <= MAX_OFFSET_MS;

type Options = {
  readonly realNow?: () => number;
  readonly log?: Log;
  /** How many days a trial begins behind real time. */
  readonly behindDays?: number;
};

const DAY_MS = 86_400_000;

export function policyClock(trial: boolean, { realNow = Date.now, log, behindDays = 0 }: Options = {}): PolicyClock {
  let ahead = trial && behindDays > 0 ? -behindDays * DAY_MS : 0;
  return {
    now: () => instant(realNow() + ahead),
    offset: () => ahead,
    adopt(offset) {
      if (offset === 0) return;
      if (!trial) log?.warn({ offset: String(offset) }, 'ignored: a clock offset is accepted in trial installations only');
      else if (!isOffset(offset))
        log?.warn({ offset: String(offset) }, 'somebody says that policy time is ahead by what is no span of time');
      else if (offset > ahead) ahead = offset;
    },
  };
}
