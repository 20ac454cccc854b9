import type { Conversion } from '@junkan/kit/finance/conversion.ts';
import { placesOf } from '@junkan/kit/pure/currency-places.ts';
import { type CalendarDate, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { UsedRate } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { type CurrentRate, converted } from '../rate.ts';

type Wanted = {
  /** ISO 4217. */
  readonly currency: string;
  /** By the newest rates of this day or before. */
  readonly day: CalendarDate;
  /** Rates that are older than so many days are expired. */
  readonly days: number;
};
type Converted = { readonly money: Money; readonly by: readonly UsedRate[] };

/** Both of one source and day: the newest day; of several sources the first by name. */
const NEWEST = `
  SELECT source.day, source.source, source.base, source.rate AS "from", target.rate AS "to"
  FROM rate AS source CROSS JOIN rate AS target
    ON target.currency = ? AND target.day = source.day AND target.source = source.source AND target.base = source.base
  WHERE source.currency = ? AND source.day >= ? AND source.day <= ? ORDER BY source.day DESC, source.source, source.base LIMIT 1`;

/** The present rates of currencies against a base: the newest of this day or before, of whatever age. */
export const currentRates = (prepare: Prepare, base: string, currencies: readonly string[], day: CalendarDate): CurrentRate[] =>
  currencies.flatMap((currency) => {
    const found = currency === base ? undefined : prepare(NEWEST).get(currency, base, '', day);
    if (!found) return [];
    return [{ currency, from: String(found['from']), to: String(found['to']), day: String(found['day']), source: String(found['source']) }];
  });

/** Sums of several currencies in one, with the rates that were used; nothing where there is no rate that is not expired. */
export function inOneCurrency(prepare: Prepare, sums: readonly Money[], { currency, day, days }: Wanted): Converted | undefined {
  const by: UsedRate[] = [];
  let total = 0n;
  for (const { amount, currency: from } of sums) {
    if (amount === 0n) continue;
    if (from === currency) {
      total += amount;
      continue;
    }
    const found = conversionOf(prepare, { amount, currency: from }, { currency, day, days });
    if (!found) return undefined;
    const { amount: into, expiresOn: _, ...used } = found;
    by.push({ ...used, currency: from });
    total += into.amount;
  }
  return { money: { amount: total, currency }, by };
}

/** Money of one currency in another, with the rates that were used; nothing where there is no rate that is not expired. */
export function conversionOf(prepare: Prepare, { amount, currency: from }: Money, { currency, day, days }: Wanted): Conversion | undefined {
  const found = prepare(NEWEST).get(currency, from, plusCalendarDays(day, -days), day);
  if (!found) return undefined;
  const [fromRate, toRate] = [String(found['from']), String(found['to'])];
  const into = converted(amount, { rate: fromRate, places: placesOf(from) }, { rate: toRate, places: placesOf(currency) });
  const of = String(found['day']);
  const used = { day: of, source: String(found['source']), base: String(found['base']), expiresOn: plusCalendarDays(of, days) };
  return { amount: { amount: into, currency }, ...used, fromRate, toRate };
}
