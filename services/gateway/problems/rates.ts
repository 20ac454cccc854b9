import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

const DAY = text('2026-11-25');
const currency = text('JPY');

/** What exchange rates refuse. */
export const rates = {
  RatesAreUnknown: notFound('There are no such rates', {}, 'No rates have this identifier.', 'See the list of rates.'),
  CurrencyIsToldTwice: invalid(
    'A currency is told twice',
    { currency, day: DAY },
    ({ currency: of, day }) => `For ${day} there are two rates of ${of}.`,
    'Give one rate of each currency.',
    { at: '/rates' },
  ),
  RateDateIsInTheFuture: invalid(
    'The day is in the future',
    { day: DAY, today: text('2026-11-24') },
    ({ day, today }) => `The rates are of ${day}, and today is ${today}.`,
    'Enter rates of a day that has come.',
    { at: '/day' },
  ),
  RateIsNotPositive: invalid(
    'A rate is not above zero',
    { currency, day: DAY, rate: text('0') },
    ({ currency: of, day, rate }) => `The rate of ${of} for ${day} is ${rate}.`,
    'Give a rate above zero.',
    { at: '/rates' },
  ),
  RateIsOfItsBase: invalid(
    'A rate is of the base itself',
    { currency: text('EUR'), day: DAY },
    ({ currency: of }) => `One ${of} is always one ${of}.`,
    'Leave the base out of the rates.',
    { at: '/rates' },
  ),
  RatesAreUnreadable: invalid(
    'The file of rates cannot be read',
    { because: text('HeadIsUnknown'), line: whole(1), field: text('date'), detail: text('day,rate') },
    ({ because, line, detail }) => `Nothing of it was taken (${because}), because of line ${line}: ${detail}.`,
    'Give a file that begins with Date,USD,JPY,… or with date,currency,rate, and has a day in each line.',
    { at: '/file' },
  ),
  RatesArePending: conflict(
    'Other rates wait for their second person',
    { day: DAY, edition: whole(2) },
    ({ day, edition }) => `Edition ${edition} of the rates for ${day} is neither confirmed nor refused.`,
    'Have that decided first.',
  ),
  RatesDiffer: conflict(
    'Other rates stand',
    { day: DAY, edition: whole(1) },
    ({ day, edition }) => `Edition ${edition} of the rates for ${day} was confirmed, and says something else.`,
    'If that is wrong, say that these correct it (corrects); the earlier ones stay to be read.',
  ),
  RatesDoNotWait: conflict(
    'No rates wait for a second person',
    { status: text('confirmed') },
    ({ status }) => `The rates are ${status}.`,
    'Read the rates for where they stand.',
  ),
} satisfies Record<string, Entry>;
