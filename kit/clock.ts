import type { Log } from './log.ts';
import type { Instant } from './pure/dates.ts';
import { instant } from './pure/dates.ts';

/**
 * The clock that deadlines and decisions go by: real time plus an offset that only a trial installation advances.
 * Offsets travel with calls and events, and the greater one wins, so that nobody decides in another's past.
 */
export type PolicyClock = {
  now(): Instant;
  /** Milliseconds beyond real time; never decreases. */
  offset(): number;
  /** Takes the offset of somebody who is ahead. Outside of a trial there is none to take; what is no offset is never taken. */
  adopt(offset: number): void;
};

const YEAR_MS = 366 * 86_400_000;
/** A hundred years: more than a trial goes on for, and less than dates can hold. */
export const MAX_OFFSET_MS = 100 * YEAR_MS;

const isOffset = (offset: number): boolean => Number.isSafeInteger(offset) && offset >= 0 && offset <= MAX_OFFSET_MS;

type Options = { readonly realNow?: () => number; readonly log?: Log };

export function policyClock(trial: boolean, { realNow = Date.now, log }: Options = {}): PolicyClock {
  let ahead = 0;
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
