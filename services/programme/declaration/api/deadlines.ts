import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Deadline } from '@junkan/proto/junkan/programme/v1/service.ts';
import { owedBy, recordOf, rungOf, standingOf } from '../obligation.ts';
import { type Existing, isInForce } from '../signatory.ts';

/** Of what is open, the day on which it is due while it is the city’s turn, and each step that comes where nothing happens. */
export function deadlinesOf(state: Existing, today: CalendarDate): Deadline[] {
  if (!isInForce(state)) return [];
  return owedBy(state, today)
    .owed.filter(({ acceptedOn }) => acceptedOn === undefined)
    .flatMap((owed) => {
      const { obligation, dueOn: on, ahead } = owed;
      const isInReview = standingOf(owed, recordOf(state.recorded, obligation)) === 'in-review';
      const steps = ahead.map(rungOf).map(({ name: rung, ...step }) => ({ obligation, rung, on: step.on, days: step.days }));
      return isInReview ? steps : [{ obligation, on, rung: '' as const, days: 0 }, ...steps];
    });
}
