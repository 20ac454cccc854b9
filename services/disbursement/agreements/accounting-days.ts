import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Event } from './agreement-faces.ts';
import { isInForce, type State } from './agreement-state.ts';
import { entryOf } from './journal.ts';
import type { Resolution } from './recoveries/recovery.ts';

/** What undoes a mistake is of the day on which it is found. */
const OF_TODAY: readonly Event['type'][] = ['SettlementReversed', 'OutcomeReversed'];
const REVERSALS: readonly Event['type'][] = ['ExchangeReversed', 'ExchangeOfRefundReversed', 'ExchangeOfReturnReversed'];

/** The same events, whose entries say on which day the bank had what they book: paid, returned or refunded. */
export function withDays(events: readonly Event[], state: State): Event[] {
  const [first] = events;
  if (!first || OF_TODAY.includes(first.type) || isReversal(first, state)) return [...events];
  return events.map((event, at) => {
    const entry = entryOf(event);
    if (!entry) return event;
    // What is undone with a return is of its day; what is booked again at other rates, of the same day as before.
    const of = REVERSALS.includes(event.type) ? (first.type === 'PaymentReturned' ? first : events[at + 1]) : event;
    const day = of && bankDayOf(of, state);
    return day ? ({ ...event, entry: { ...entry, day } } as Event) : event;
  });
}

function bankDayOf(event: Event, state: State): CalendarDate | '' {
  return 'valueDate' in event ? event.valueDate : (resolutionOf(event, state)?.valueDate ?? '');
}

/** Of a refund that was confirmed by mistake. */
const isReversal = (event: Event, state: State): boolean => resolutionOf(event, state)?.kind === 'reversed';

const resolutionOf = (event: Event, state: State): Resolution | undefined =>
  event.type === 'ResolutionConfirmed' && state.status !== 'absent' && isInForce(state)
    ? state.recoveries[event.recovery - 1]?.resolutions[event.resolution - 1]
    : undefined;
