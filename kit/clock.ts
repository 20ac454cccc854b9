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
  adopt(offset: number): void;
};

export function policyClock(realNow: () => number = Date.now): PolicyClock {
  let ahead = 0;
  return {
    now: () => instant(realNow() + ahead),
    offset: () => ahead,
    adopt(offset) {
      if (offset > ahead) ahead = offset;
    },
  };
}
