import { idFrom } from '@junkan/kit/ids.ts';
import { type CalendarDate, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { periodIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { periods } from '../../../mapping.ts';
import type { PeriodId, State } from '../period.ts';
import { closedBefore } from '../view/closing.ts';

export type ClosedParts = { readonly store: EventStore; readonly books: Pick<OpenView, 'prepare'> };
type Found = { readonly id: PeriodId; readonly from: CalendarDate | ''; readonly state: State };

/** Behind every day. */
const NEVER = '9999-12-31';

/**
 * The period that contains a day, closed or not. The view says where to start reading; the periods themselves are read from their streams,
 * so that a period that was closed a moment ago counts as closed here.
 */
export async function periodOf({ store, books }: ClosedParts, day: CalendarDate): Promise<Found> {
  let before = closedBefore(books.prepare, day);
  for (;;) {
    const from = before === '' ? '' : plusCalendarDays(before, 1);
    const id: PeriodId = idFrom(...periodIdParts(from));
    const { state } = await store.load(periods, id);
    if (state.status !== 'closed' || state.through >= day) return { id, from, state };
    before = state.through;
  }
}

/** Through which day the books are closed; '' where they never were. */
export async function closedThrough(parts: ClosedParts): Promise<CalendarDate | ''> {
  const { from } = await periodOf(parts, NEVER);
  return from === '' ? '' : plusCalendarDays(from, -1);
}
