import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

const DAY = text('2026-11-25');
const currency = text('JPY');

/** What exchange rates refuse. */
export const rates = {
  RatesAreUnknown: notFound({}),
  CurrencyIsToldTwice: invalid({ currency, day: DAY }, { at: '/rates' }),
  RateDateIsInTheFuture: invalid({ day: DAY, today: text('2026-11-24') }, { at: '/day' }),
  RateDeviates: invalid(
    { currency, day: DAY, percent: whole(99), presentOf: text('2026-11-23'), source: text('European Central Bank') },
    { at: '/rates' },
  ),
  RateIsNotPositive: invalid({ currency, day: DAY, rate: text('0') }, { at: '/rates' }),
  RateIsOfItsBase: invalid({ currency: text('EUR'), day: DAY }, { at: '/rates' }),
  RatesAreUnreadable: invalid(
    { because: text('HeadIsUnknown'), line: whole(1), field: text('date'), detail: text('day,rate') },
    { at: '/file' },
  ),
  RatesArePending: conflict({ day: DAY, edition: whole(2) }),
  RatesDiffer: conflict({ day: DAY, edition: whole(1) }),
  RatesDoNotWait: conflict({ status: text('confirmed') }),
} satisfies Record<string, Entry>;
