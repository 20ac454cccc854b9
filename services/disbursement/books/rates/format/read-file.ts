import { isCalendarDate } from '@junkan/kit/pure/dates.ts';
import type { RatesUnreadable } from '../../../mapping.ts';
import type { Rate } from '../rate.ts';

/** What a file says of one day. */
type Day = { readonly day: string; readonly rates: readonly Rate[] };
type Read = { readonly ok: true; readonly days: readonly Day[] } | { readonly ok: false; readonly refusal: RatesUnreadable };
type Where = Omit<RatesUnreadable, 'type' | 'because'>;

const MAX_DAYS = 100;
const MAX_COLUMNS = 200;
/** The ECB's mark for a missing rate. */
const NONE = ['N/A', ''];
const DECIMAL = /^\d{1,12}(\.\d{1,12})?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const refused = (because: string, where: Partial<Where> = {}): Read & { ok: false } => ({
  ok: false,
  refusal: { type: 'RatesAreUnreadable', because, line: 0, field: '', detail: '', ...where },
});

/**
 * Reads a file of rates, whole or not at all: with the ECB's columns (`Date,USD,JPY,…`, one line a day, `N/A` where there is none) or those of a
 * central bank (`date,currency,rate`). Days are ISO 8601 or as in `25 November 2026`.
 */
export function readRates(file: string): Read {
  const lines = file
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ line: at + 1, cells: cellsOf(text) }))
    .filter(({ cells }) => cells.length > 0);
  const [head, ...rows] = lines;
  if (!head || rows.length === 0) return refused('FileIsEmpty');
  if (head.cells.length > MAX_COLUMNS) return refused('FileIsTooWide', { line: head.line });
  const columns = head.cells.map((cell) => cell.toLowerCase());
  if (columns[0] !== 'date') return refused('HeadIsUnknown', { line: head.line, detail: head.cells.join(',') });
  const isByLine = columns.join() === 'date,currency,rate';
  const days = new Map<string, Rate[]>();
  for (const { line, cells } of rows) {
    if (cells.length !== columns.length) return refused('LineHasOtherColumns', { line, detail: cells.join(',') });
    const [dayText = '', ...values] = cells;
    const day = dayOf(dayText);
    if (day === undefined) return refused('DayIsNoDate', { line, field: 'date', detail: dayText });
    if (!isByLine && days.has(day)) return refused('DayIsToldTwice', { line, field: 'date', detail: dayText });
    const rates = isByLine ? [{ currency: values[0] ?? '', rate: values[1] ?? '' }] : ratesOf(head.cells.slice(1), values);
    const wrong = rates.find(({ rate }) => !DECIMAL.test(rate));
    if (wrong) return refused('RateIsNoDecimal', { line, field: wrong.currency, detail: wrong.rate });
    days.set(day, [...(days.get(day) ?? []), ...rates]);
  }
  if (days.size > MAX_DAYS) return refused('FileHasTooManyDays', { detail: String(days.size) });
  const sheets = [...days].map(([day, rates]) => ({ day, rates }));
  const empty = sheets.find(({ rates }) => rates.length === 0);
  return empty ? refused('DayHasNoRates', { detail: empty.day }) : { ok: true, days: sheets };
}

/** The ECB ends each line with a comma. */
function cellsOf(text: string): string[] {
  const cells = text.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

const ratesOf = (currencies: readonly string[], values: readonly string[]): Rate[] =>
  currencies.flatMap((currency, at) => {
    const rate = values[at] ?? '';
    return NONE.includes(rate) ? [] : [{ currency, rate }];
  });

function dayOf(text: string): string | undefined {
  if (isCalendarDate(text)) return text;
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Za-z]{3,9}) (\d{4})$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return number > 0 && isCalendarDate(date) ? date : undefined;
}
