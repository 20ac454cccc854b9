import type { Recorded, Stored } from './facts.ts';
import { streamsOf } from './facts.ts';

/** From when until when the books were proposed or closed through a day; '' = they are still. */
type Frozen = { readonly through: string; readonly since: string; readonly until: string };
export type DayOf = (event: Recorded, posting: { readonly line?: { readonly bookedOn?: string; readonly valueDate?: string } }) => string;

/**
 * Which day a posting is of: that of the bank, and what has none under that of its record in the time zone of the books. Where the books were proposed or
 * closed through that day before it was recorded, under the first day that was open by then. What earlier versions recorded, under the day of its record in UTC.
 */
export function daysOf(disbursement: Stored['disbursement']): DayOf {
  const frozen: Frozen[] = [];
  for (const [, events] of streamsOf(disbursement, 'prd'))
    for (const { type, data, at, version } of events) {
      if (type !== 'PeriodProposed') continue;
      const refused = events.find(
        (each) => each.type === 'PeriodRefused' && each.version > version && each.data.proposal === data.proposal,
      );
      frozen.push({ through: data.through, since: at, until: refused?.at ?? '' });
    }
  return ({ data: { entry }, at }, { line }) => {
    if (!entry.recordedOn) return at.slice(0, 10);
    const own = String((line ? line.bookedOn || line.valueDate : entry.day) || entry.recordedOn);
    const [day = ''] = [own, entry.recordedOn].toSorted();
    const closed =
      frozen
        .filter(({ since, until }) => since <= at && (until === '' || at < until))
        .map(({ through }) => through)
        .toSorted()
        .at(-1) ?? '';
    if (day > closed) return day;
    const first = nextDay(closed);
    return [first, entry.recordedOn].toSorted().at(-1) ?? first;
  };
}

export const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** What books of the bank's day, and by which field: what undoes a mistake is of the day on which it is found. */
const BANK_DAYS: readonly Recorded['type'][] = [
  ...(['PaymentSettled', 'PaymentReturned', 'ExchangeOfRefundBooked', 'ExchangeOfReturnBooked'] as const),
];
/** No place on earth is further from UTC than this. */
export const ZONES_MS = 14 * 3_600_000;
/** Which day it is then where clocks are so far ahead of UTC. */
export const dayAt = (at: string, aheadMs: number): string => new Date(Date.parse(at) + aheadMs).toISOString().slice(0, 10);
const ZONES_BEHIND_MS = 12 * 3_600_000;
/** The first and the last of the days that it is at a moment anywhere on earth: events do not say in which time zone the books are. */
export const daysAt = (at: string) => ({ first: dayAt(at, -ZONES_BEHIND_MS), last: dayAt(at, ZONES_MS) });

/** Entries say the day of the bank that their event says, and a day of their record that was today somewhere. */
export function checkDaysSaid(disbursement: Stored['disbursement'], check: (holds: boolean, fault: () => string) => void): void {
  for (const { type, data, at } of disbursement.events) {
    const entry = data.entry;
    if (!entry?.recordedOn) continue;
    const [first, last] = [-ZONES_MS, ZONES_MS].map((by) => dayAt(at, by)) as [string, string];
    check(
      entry.recordedOn >= first && entry.recordedOn <= last,
      () => `entry ${entry.id} was recorded at ${at}, and says on ${entry.recordedOn}`,
    );
    if (!BANK_DAYS.includes(type)) continue;
    check(entry.day === data.valueDate, () => `entry ${entry.id} is of ${entry.day || 'no day'}, and the bank had it on ${data.valueDate}`);
  }
}
