import type { DatabaseSync } from 'node:sqlite';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { rateSheet } from '../items.ts';
import type { Streams } from '../streams.ts';
import type { SheetsOf } from './work-of-exchanges.ts';

/** Which rates stand of which days, and what was booked by those of days around a day: as of the rows that are written. */
export function ratesAtHand(db: DatabaseSync, known: Streams) {
  const standing = db.prepare(
    `SELECT id FROM rates WHERE day >= ? AND day <= ? AND status IN ('confirmed', 'correcting') ORDER BY day DESC, source, base`,
  );
  const booked = db.prepare(
    `SELECT DISTINCT agreement.id FROM tag JOIN agreement ON agreement.n = tag.n
     WHERE tag.kind = 'agreement.booked' AND tag.value >= ? AND substr(tag.value, 12) <= ? ORDER BY agreement.id`,
  );
  const sheetsOf: SheetsOf = function* (from, to) {
    for (const { id } of standing.all(from, to)) {
      const sheet = known.find(rateSheet, String(id))?.seen;
      if (sheet) yield sheet;
    }
  };
  return {
    sheetsOf,
    /** The agreements of which something was booked by the rates of this day or an earlier one, though it was paid on this day or later. */
    bookedAround: (day: CalendarDate): string[] => booked.all(day, day).map(({ id }) => String(id)),
  };
}
