import { type Entry, invalid, notFound } from './entry.ts';
import { text, whole } from './facts.ts';

/** What is refused of what is a person's own: settings, notices, saved searches. */
export const notice = {
  TimeZoneIsUnknown: invalid({ timeZone: text('Asia/Tokio') }, { at: '/timeZone' }),
  MailAddressIsMalformed: invalid({}, { at: '/mail' }),
  MailAddressIsMissing: invalid({}, { lacks: '/mail' }),
  PlaceIsMalformed: invalid({ place: text('2026-12-01') }, { at: '/upTo' }),
  SearchIsUnknown: notFound({ number: whole(3) }),
  SearchTellsNothing: invalid({ list: text('work') }, { at: '/tell' }),
  SearchesAreTooMany: invalid({ most: whole(100) }),
} satisfies Record<string, Entry>;
