import { type Entry, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

/** What is refused of what is a person's own: settings, notices, saved searches. */
export const notice = {
  TimeZoneIsUnknown: invalid(
    'There is no such time zone',
    { timeZone: text('Asia/Tokio') },
    ({ timeZone }) => `${timeZone} is no time zone of the IANA database.`,
    'Give one such as Asia/Tokyo, or none for that of the browser.',
    { at: '/timeZone' },
  ),
  MailAddressIsMalformed: invalid(
    'The mail address is malformed',
    {},
    'No mail can go to this address.',
    'Give an address such as name@city.example, or none.',
    { at: '/mail' },
  ),
  MailAddressIsMissing: invalid(
    'The mail address is missing',
    {},
    'Mail is to come, and no address says where to.',
    'Give an address, or turn mail off.',
    { lacks: '/mail' },
  ),
  PlaceIsMalformed: invalid(
    'There is no such place among notices',
    { place: text('2026-12-01') },
    ({ place }) => `${place} is no place of a notice, or one that is still to come.`,
    'Give the place of the newest notice that was read, as the list tells it.',
    { at: '/upTo' },
  ),
  SearchIsUnknown: notFound(
    'There is no such search',
    { number: whole(3) },
    ({ number }) => `The caller keeps no search ${number}.`,
    'Check the number; /v1/searches tells which there are.',
  ),
  SearchTellsNothing: invalid(
    'Of this list nothing new is told',
    { list: text('work') },
    ({ list }) => `New finds are told of matches, and this search is of ${list}.`,
    'Keep it without "tell".',
    { at: '/tell' },
  ),
  SearchesAreTooMany: invalid(
    'The caller keeps too many searches',
    { most: whole(100) },
    ({ most }) => `A person keeps ${most} searches at most.`,
    'Remove one first.',
  ),
} satisfies Record<string, Entry>;
