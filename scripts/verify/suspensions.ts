import { type Finding, finding, type Recorded, SKEW_MS, type Stored } from './facts.ts';
import { ANNOUNCED_DAYS, daysOn, monthsOn, type Walked, walked } from './ladder.ts';
import { type Attempt, attemptsIn, before, type Check, dayOf, lastOf, owingBy } from './signatory-facts.ts';

/**
 * 41. Nobody is suspended without a notice, which says the first day on which that may be, before that day, before the days of the ladder and of the answer have
 * gone by, or while what is missing lies with the secretariat; nor does a signature lapse so, or unannounced. Who is reinstated has given what was missing.
 */
export function suspensionsAreHeard(stored: Stored): Finding {
  const { check, result } = finding();
  for (const attempt of attemptsIn(stored))
    for (const event of attempt.events) {
      if (AGAINST.includes(event.type)) checkUnheard(stored, attempt, event, check);
      if (event.type === 'NoticeIssued') checkNotice(attempt, event, check);
      if (event.type === 'SignatorySuspended') checkSuspension(attempt, event, check);
      if (event.type === 'SignatoryReinstated') checkReinstatement(attempt, event, check);
      if (event.type === 'LapseAnnounced') checkAnnounced(attempt, event, check);
      if (event.type === 'SignatoryLapsed') checkLapse(attempt, event, check);
    }
  return result();
}

const AGAINST: readonly Recorded['type'][] = ['NoticeIssued', 'SignatorySuspended'];
const HANDED: readonly Recorded['type'][] = [
  'PlanSubmitted',
  'PlanReturned',
  'PlanAccepted',
  'ReportSubmitted',
  'ReportReturned',
  'ReportAccepted',
];

/** The ladder learns of what was handed in by and by: here its own stream is asked. */
function checkUnheard({ programme }: Stored, { signatory, number, name }: Attempt, event: Recorded, check: Check): void {
  const { obligation } = event.data;
  const last = [...programme.byStream.values()]
    .filter(([opened]) => opened?.data.signatory === signatory && opened.data.attempt === number && obligation === obligationOf(opened))
    .flat()
    .findLast(({ type, at }) => HANDED.includes(type) && Date.parse(at) + SKEW_MS < Date.parse(event.at));
  const isOpen = last === undefined || last.type.endsWith('Returned');
  check(isOpen, () => `${event.type} for ${obligation} of ${name} came at ${event.at}, after ${last?.type} at ${last?.at}`);
}

const obligationOf = ({ type, data }: Recorded): string =>
  type === 'PlanOpened' ? 'plan' : type === 'ReportOpened' ? `report-${data.number}` : '';

/** Where an obligation was on the day of an event, after all that was recorded before. */
function standing({ events }: Attempt, event: Recorded, obligation = event.data.obligation): Walked | undefined {
  const owing = owingBy(before(events, event));
  return owing && walked(owing, obligation, event.data.on);
}

const rule = ({ events }: Attempt, name: string): number => owingBy(events)?.rule[name] ?? 0;

function checkNotice(attempt: Attempt, issued: Recorded, check: Check): void {
  const { obligation, on, hash, suspensionFrom } = issued.data;
  const name = `the notice of ${obligation} of ${attempt.name}`;
  const earlier = before(attempt.events, issued).filter(({ data }) => data.obligation === obligation);
  const prepared = lastOf(earlier, 'NoticePrepared', 'NoticeIssued');
  check(prepared?.type === 'NoticePrepared' && prepared.data.hash === hash, () => `${name} was issued, and not prepared like that`);
  check(on === dayOf(attempt, issued.data.at), () => `${name} was issued at ${issued.data.at}, and says ${on}`);
  const { steps = [], isInReview = true, acceptedOn = '', returnedOn = '' } = standing(attempt, issued) ?? {};
  const from = steps.find(({ rung }) => rung === 'notice-may-be-issued')?.on ?? '~';
  const spared = returnedOn === '' ? '' : daysOn(returnedOn, rule(attempt, 'afterReturnDays'));
  const soonest = [from, spared].toSorted().at(-1) ?? from;
  check(on >= soonest && acceptedOn === '', () => `${name} was issued on ${on}, and may be from ${soonest} on`);
  check(!isInReview, () => `${name} was issued on ${on}, while it was in review`);
  const owing = owingBy(before(attempt.events, issued));
  if (!owing) return;
  const noticed = { ...owing, moves: [...owing.moves, { obligation, on, what: 'noticed' } as const] };
  const longest = daysOn(on, rule(attempt, 'suspensionDays') + rule(attempt, 'afterNoticeDays') + 2);
  const following = walked(noticed, obligation, longest).steps.find(({ rung }) => rung === 'suspension-may-be-decided')?.on;
  check(
    following === suspensionFrom,
    () => `${name} says that a suspension may follow from ${suspensionFrom}, and it may from ${following}`,
  );
}

function checkSuspension(attempt: Attempt, suspended: Recorded, check: Check): void {
  const { obligation, on } = suspended.data;
  const name = `the suspension for ${obligation} of ${attempt.name}`;
  const earlier = before(attempt.events, suspended);
  const notice = earlier.findLast(({ type, data }) => type === 'NoticeIssued' && data.obligation === obligation)?.data;
  check(notice !== undefined, () => `${name} has no notice`);
  const state = lastOf(earlier, 'SignatoryAdmitted', 'SignatorySuspended', 'SignatoryReinstated')?.type;
  check(state !== undefined && state !== 'SignatorySuspended', () => `${name} came after ${state ?? 'nothing'}`);
  const { isInReview = true, acceptedOn = '', used = 0 } = standing(attempt, suspended) ?? {};
  check(!isInReview && acceptedOn === '', () => `${name} was decided on ${on}, when it ${isInReview ? 'was in review' : 'was accepted'}`);
  const days = rule(attempt, 'suspensionDays');
  check(used > days, () => `${name} was decided on ${on}, on day ${used} of its turn, and may be after day ${days}`);
  const heard = notice ? [notice.suspensionFrom, daysOn(notice.on, rule(attempt, 'afterNoticeDays'))].toSorted().at(-1) : '~';
  check(
    on >= heard && on === dayOf(attempt, suspended.data.at),
    () => `${name} was decided on ${on}, and its answer could come until ${heard}`,
  );
}

/** Since when, and for what, it is suspended. */
const suspensionBefore = (attempt: Attempt, event: Recorded): Recorded | undefined => {
  const last = lastOf(before(attempt.events, event), 'SignatorySuspended', 'SignatoryReinstated');
  return last?.type === 'SignatorySuspended' ? last : undefined;
};

function checkReinstatement(attempt: Attempt, reinstated: Recorded, check: Check): void {
  const obligation = suspensionBefore(attempt, reinstated)?.data.obligation;
  const { acceptedOn = '' } = (obligation && standing(attempt, reinstated, obligation)) || {};
  check(
    acceptedOn !== '',
    () => `${attempt.name} was reinstated, and ${obligation ?? 'nothing'} for which it was suspended is not accepted`,
  );
}

function checkAnnounced(attempt: Attempt, announced: Recorded, check: Check): void {
  const { on, from } = announced.data;
  const suspended = suspensionBefore(attempt, announced);
  const soonest = suspended ? daysOn(monthsOn(suspended.data.on, rule(attempt, 'lapseMonths')), -ANNOUNCED_DAYS) : '~';
  check(
    on >= soonest && from >= daysOn(on, ANNOUNCED_DAYS),
    () => `the lapse of ${attempt.name} was announced on ${on} from ${from} on, and may be from ${soonest} on`,
  );
  checkWanting(attempt, announced, check);
}

function checkLapse(attempt: Attempt, lapsed: Recorded, check: Check): void {
  const { on } = lapsed.data;
  const suspended = suspensionBefore(attempt, lapsed);
  const announced = lastOf(before(attempt.events, lapsed), 'LapseAnnounced', 'SignatorySuspended');
  const soonest = suspended ? monthsOn(suspended.data.on, rule(attempt, 'lapseMonths')) : '~';
  const from = announced?.type === 'LapseAnnounced' ? announced.data.from : '~';
  check(
    on >= soonest && on >= from,
    () => `${attempt.name} lapsed on ${on}, suspended until ${soonest} at least, announced from ${from} on`,
  );
  checkWanting(attempt, lapsed, check);
}

/** What was missing has not come by then. */
function checkWanting(attempt: Attempt, event: Recorded, check: Check): void {
  const obligation = suspensionBefore(attempt, event)?.data.obligation;
  const { acceptedOn = '', isInReview = false } = (obligation && standing(attempt, event, obligation)) || {};
  check(acceptedOn === '' && !isInReview, () => `${event.type} of ${attempt.name} is of ${event.data.on}, and what was missing had come`);
}

/** 42. A suspension is of honours alone: nothing of an agreement, a hold or a payment was caused by it or by what the signatory’s workflow does. */
export async function moneyGoesOn({ programme, disbursement }: Stored): Promise<Finding> {
  const { check, result } = finding();
  const causes = new Map<string, string>();
  for await (const { stream, events, causationId } of programme.commits())
    for (const { type } of events) if (SUSPENDING.includes(type)) causes.set(causationId, `${type} of ${stream}`);
  if (causes.size === 0) return result();
  for await (const { _id, causationId } of disbursement.commits()) {
    const cause = causes.get(causationId) ?? (causationId.startsWith('signatory:') ? causationId : undefined);
    check(cause === undefined, () => `${_id} in disbursement was caused by ${cause}`);
  }
  return result();
}

const SUSPENDING = ['SignatorySuspended', 'SignatoryReinstated', 'LapseAnnounced', 'SignatoryLapsed', 'NoticeIssued'];
