import { type Acted, type Finding, finding, type Stored, streamsOf } from './facts.ts';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 21;
type Check = (holds: boolean, fault: () => string) => void;
/** Of those who asked for a seat, in the order of asking. */
type Asked = { readonly person: string; readonly firstTime: boolean; is: 'confirmed' | 'waiting' | 'offered' | 'over' };

/** 49. No session has more people than seats, and who waits is served in the order of asking, of those for whom a seat is free. */
export function seatsAreKept(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [session, events] of streamsOf(stored.programme, 'ses')) checkSession(session, events as readonly Acted[], check);
  return result();
}

function checkSession(session: string, events: readonly Acted[], check: Check): void {
  const asked: Asked[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: read as stored
  let plan: any = events[0]?.data.plan ?? {};
  const seated = (): Asked[] => asked.filter(({ is }) => is === 'confirmed' || is === 'offered');
  const isFor = (each: Asked, at: string): boolean => {
    if (seated().length >= plan.seats) return false;
    const isKept = plan.keepsSeats && Date.parse(at) < Date.parse(plan.meetings?.[0]?.from) - KEPT_DAYS * DAY_MS;
    return !isKept || each.firstTime || seated().filter(({ firstTime }) => !firstTime).length < plan.seats - Math.floor(plan.seats / 2);
  };
  const live = (person: string): Asked | undefined => asked.find((each) => each.person === person && each.is !== 'over');
  for (const { type, data, version } of events) {
    const name = `${session}@${version}`;
    if (type === 'SessionChanged') plan = data.plan;
    if (type === 'Enrolled') {
      const own: Asked = { person: data.person, firstTime: data.firstTime === true, is: 'waiting' };
      check(!live(own.person), () => `${name}: ${own.person} is enrolled twice`);
      const ahead = asked.find((each) => each.is === 'waiting' && isFor(each, data.at));
      check(!data.confirmed || (isFor(own, data.at) && !ahead), () => `${name}: ${own.person} has a seat that is another’s`);
      asked.push({ ...own, is: data.confirmed ? 'confirmed' : 'waiting' });
    }
    if (type === 'SeatOffered') {
      const next = asked.find((each) => each.is === 'waiting' && isFor(each, data.at));
      check(next?.person === data.person, () => `${name}: a seat is offered to ${data.person}, and ${next?.person ?? 'nobody'} is next`);
    }
    moved(live(data.person ?? ''), type);
    check(seated().length <= (plan.seats ?? 0), () => `${name}: ${seated().length} have one of ${plan.seats} seats`);
  }
}

function moved(own: Asked | undefined, type: Acted['type']): void {
  if (!own) return;
  if (type === 'SeatOffered') own.is = 'offered';
  if (type === 'SeatTaken') own.is = 'confirmed';
  if (type === 'EnrolmentCancelled' || type === 'SeatOfferExpired') own.is = 'over';
}

const FEEDBACK_DAYS = 30;

/** 66. Feedback on a session comes once for each seat of somebody who attended, within 30 days, and nothing stored names who gave it. */
export function feedbackIsOfThoseWhoAttended(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [session, events] of streamsOf(stored.programme, 'ses') as Iterable<[string, readonly Acted[]]>) {
    const meetings = events.findLast(({ type }) => type === 'SessionScheduled' || type === 'SessionChanged')?.data.plan?.meetings ?? [];
    const until = Date.parse(meetings.at(-1)?.to) + FEEDBACK_DAYS * DAY_MS;
    const given = new Set<string>();
    for (const { type, data, person, version } of events) {
      if (type !== 'FeedbackGiven') continue;
      const name = `${session}@${version}`;
      const before = events.filter((each) => each.version < version);
      const seat = before.find((each) => each.type === 'Enrolled' && each.data.claim === data.claim);
      const told = before.findLast((each) => each.type === 'AttendanceRecorded')?.data.attendance ?? [];
      const own = told.find((each: { person: string }) => each.person === seat?.data.person);
      check(seat !== undefined && (own?.hours ?? 0) > 0, () => `${name}: feedback is of a seat in which nobody attended`);
      check(!given.has(data.claim), () => `${name}: feedback is given twice for one seat`);
      check(person === 'system:workflows', () => `${name}: feedback names ${person}, who gave it`);
      check(Date.parse(data.at) < until, () => `${name}: feedback came ${data.at}, after its days`);
      given.add(data.claim);
    }
  }
  return result();
}
