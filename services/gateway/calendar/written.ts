import { type CalendarDate, dayIn } from '@junkan/kit/pure/dates.ts';
import type { Work } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import type { ReadCalendarResponse } from '@junkan/proto/junkan/programme/v1/service.ts';
import { bundleIn } from '@junkan/words/bundle.ts';
import type * as words from '@junkan/words/gen/deadlines/messages.d.ts';
import { LANGUAGES, SOURCE } from '@junkan/words/languages.ts';
import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { addressOf } from '../live/table.ts';

type Place = { readonly signatory: string; readonly today: CalendarDate; readonly home: string };

/** The days of a city, and what waits for it, as a calendar (RFC 5545) in the language of its address. */
export async function written(calendar: ReadCalendarResponse, work: readonly Work[], { signatory, today, home }: Place): Promise<string> {
  const language = LANGUAGES.find((each) => each === calendar.language) ?? SOURCE;
  const m = await bundleIn<typeof words>('deadlines', language);
  const feed = new ICalCalendar({ name: m.name(), prodId: { company: 'Junkan', product: 'Deadlines', language: language.toUpperCase() } });
  // A day is the city's own, and the same in every zone of a reader.
  const day = (uid: string, on: string, summary: string, page: string): void =>
    void feed.createEvent({
      id: `${uid}@junkan`,
      start: dateOn(on),
      allDay: true,
      stamp: dateOn(today),
      summary,
      url: `${home}${page}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  for (const { obligation: name, on, rung, days } of calendar.deadlines)
    day(
      [signatory, name, rung || 'due', ...(days > 0 ? [days] : [])].join('/'),
      on,
      rung === '' ? m.due({ name }) : m.step({ name, code: rung, days }),
      `/signatories/${signatory}`,
    );
  for (const each of work)
    day(uidOf(each), dayOf(each, calendar.timeZone), m.waits({ code: each.kind, of: nameOf(each) }), pageOf(each.item));
  return feed.toString();
}

const dateOn = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = ({ due, dueOn }: Work, zone: string): string => dueOn || dayIn(zone, due);
const nameOf = ({ title, name }: Work): string => [...new Set([title, name])].filter(Boolean).join(' · ') || 'none';
const pageOf = (item: string): string => (addressOf(item) ?? '/v1/desk').replace('/v1', '');
/** What distinguishes a task from every other that waits. */
const uidOf = ({
  kind,
  item,
  offer,
  payment,
  measure,
  tranche,
  condition,
  recovery,
  resolution,
  advance,
  expenditure,
  contest,
  correction,
  comment,
  since,
}: Work): string =>
  [item, kind, offer, payment, measure, tranche, condition, recovery, resolution, advance, expenditure, contest, correction, comment, since]
    .filter(Boolean)
    .join('/');
