import { type Acted, type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';
import { lastMoment } from './signatory-facts.ts';

type Of = { readonly programme: Pick<Stored['programme'], 'events' | 'byStream'> };
type Check = (holds: boolean, fault: () => string) => void;

const MAX_A_DAY = 3;
const ANSWER_DAYS = 7;
const DAY_MS = 86_400_000;
/** Who answers, names the city, or closes. */
const BY_OFFICERS: readonly Recorded['type'][] = ['EnquiryAnswered', 'EnquiryLinked', 'EnquiryClosed'];
const ANSWERING: readonly Recorded['type'][] = ['EnquiryAnswered', 'EnquiryLinked'];

const dayOf = (at: string): string => at.slice(0, 10);
const daysOn = (at: string, days: number): string => dayOf(new Date(Date.parse(at) + days * DAY_MS).toISOString());
/** The moment twelve months later; of a day that there is not, the last of that month. */
function yearAfter(at: string): string {
  const year = String(Number(at.slice(0, 4)) + 1);
  const isLeapDay = at.slice(5, 10) === '02-29';
  return `${year}${isLeapDay ? '-02-28' : at.slice(4, 10)}${at.slice(10)}`;
}

/** The references of all that persons have written in an enquiry. */
const wordsIn = (events: readonly Recorded[]): string[] =>
  events
    .flatMap(({ data }) => [data.note, ...Object.values(data.writer ?? {})])
    .filter((reference): reference is string => Boolean(reference));

/** Which words of enquiries that are forgotten are still kept. */
export async function keptOfForgotten({ programme }: Pick<Stored, 'programme'>): Promise<ReadonlySet<string>> {
  const references = streamsOf(programme, 'enq').flatMap(([, events]) => (isForgotten(events) ? wordsIn(events) : []));
  if (references.length === 0) return new Set();
  const kept = programme.db.collection<{ _id: string }>('texts').find({ _id: { $in: references } });
  return new Set((await kept.toArray()).map(({ _id }) => _id));
}

const isForgotten = (events: readonly Recorded[]): boolean => events.some(({ type }) => type === 'EnquiryForgotten');

/**
 * 65. Anybody’s enquiry is to be answered in seven days, and is answered, linked to a city or closed by an officer or an approver of the secretariat, in that order at most once
 * each; an approver is notified once of one that nobody has answered by its day, and not before; no more than three of one address and day are recorded. Twelve months after the last of it, and not before, its words and its writer are erased: while
 * the services run, none is kept for longer.
 */
export function enquiriesAreDealtWith(
  stored: Of & Parameters<typeof lastMoment>[0],
  isRunning: boolean,
  kept: ReadonlySet<string>,
): Finding {
  const { check, result } = finding();
  const now = lastMoment(stored);
  const ofDay = new Map<string, number[]>();
  for (const [enquiry, events] of stored.programme.byStream) {
    if (!enquiry.startsWith('enq_')) continue;
    const [first, ...later] = events;
    if (first?.type !== 'EnquiryReceived') {
      check(false, () => `${enquiry} was never received`);
      continue;
    }
    const { hash, number, due } = first.data;
    const key = `${hash} on ${dayOf(first.data.at)}`;
    ofDay.set(key, [...(ofDay.get(key) ?? []), number]);
    check(dayOf(due ?? '') === daysOn(first.data.at, ANSWER_DAYS), () => `${enquiry} is to be answered by ${due}`);
    checkActs(enquiry, later, check);
    for (const { type, at } of later)
      check(type !== 'MatterEscalated' || at >= (due ?? ''), () => `${enquiry} was escalated at ${at}, before its day`);
    checkTime(enquiry, events, { now: isRunning ? now : '', kept }, check);
  }
  for (const [key, numbers] of ofDay)
    check(
      numbers.length <= MAX_A_DAY && new Set(numbers).size === numbers.length && numbers.every((each) => each >= 1 && each <= MAX_A_DAY),
      () => `enquiries ${numbers.join(', ')} of ${key} are recorded`,
    );
  return result();
}

const ANSWERERS: readonly string[] = ['secretariat.officer', 'secretariat.approver'];

/** Each act is of an officer or an approver of the secretariat, and nothing comes after what ends it. */
function checkActs(enquiry: string, later: readonly Acted[], check: Check): void {
  for (const [at, { type, version, data, actor }] of later.entries()) {
    const what = `${type} of ${enquiry}@${version}`;
    const before = later.slice(0, at);
    const has = (...types: readonly Recorded['type'][]): boolean => before.some((event) => types.includes(event.type));
    check(!has('EnquiryForgotten'), () => `${what} came after it was forgotten`);
    if (type === 'MatterEscalated') check(!has(...BY_OFFICERS, type), () => `${what} is of what is dealt with, or comes again`);
    if (!BY_OFFICERS.includes(type)) continue;
    const isTheirs =
      actor.organisation === 'secretariat' && actor.roles.some((role) => ANSWERERS.includes(role)) && data.by === actor.person;
    check(isTheirs, () => `${what} is by ${actor.person} for ${actor.organisation}`);
    check(!has('EnquiryLinked', 'EnquiryClosed'), () => `${what} came after its end`);
    check(type !== 'EnquiryAnswered' || !has(...ANSWERING), () => `${what} answers it again`);
  }
}

type Time = { readonly now: string; readonly kept: ReadonlySet<string> };

/** What is forgotten is erased, a year after the last of it. */
function checkTime(enquiry: string, events: readonly Recorded[], { now, kept }: Time, check: Check): void {
  const last = events.findLast(({ type }) => type !== 'EnquiryForgotten' && type !== 'MatterEscalated')?.data.at ?? '';
  const forgotten = events.find(({ type }) => type === 'EnquiryForgotten');
  check(
    forgotten === undefined || forgotten.data.at >= yearAfter(last),
    () => `${enquiry} was forgotten at ${forgotten?.data.at}, too early`,
  );
  const isLate = forgotten === undefined && now !== '' && daysOn(yearAfter(last), 1) < dayOf(now);
  check(!isLate, () => `${enquiry}, of which the last is of ${last}, is not forgotten`);
  if (forgotten) for (const reference of wordsIn(events)) check(!kept.has(reference), () => `${reference} of ${enquiry} is not erased`);
}
