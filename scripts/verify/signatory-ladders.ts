import { type Finding, finding, type Recorded, type Stored } from './facts.ts';
import { daysOn, dueDay, owedUntil, type Step, walked } from './ladder.ts';
import { type Attempt, attemptsIn, before, type Check, dayOf, isDay, lastMoment, lastOf, owingBy } from './signatory-facts.ts';

/**
 * 40. What a signatory owes falls due on the days of its rule, and each step of the ladder is recorded on its day at the earliest, once, and before the later
 * ones; more time is granted once, as it was asked for, before any notice. While the services run, none is missing that was to come before today.
 */
export function ladderIsClimbed(stored: Stored, isRunning: boolean): Finding {
  const { check, result } = finding();
  const now = lastMoment(stored);
  for (const attempt of attemptsIn(stored)) {
    const admitted = lastOf(attempt.events, 'SignatoryAdmitted');
    if (!admitted) continue;
    checkDays(attempt, check);
    for (const event of attempt.events) if (event.type === 'TurnChanged') checkTurn(stored, attempt, event, check);
    checkDue(attempt, admitted, check);
    const reached = attempt.events.filter(({ type }) => type === 'RungReached');
    const recorded = new Set<string>();
    for (const event of reached) {
      const { obligation, on, due } = event.data;
      const step = stepIn(event);
      const name = `${step.rung} of ${obligation} of ${attempt.name}`;
      check(!recorded.has(keyOf(obligation, step)), () => `${name}, which counts from ${due}, was recorded twice`);
      recorded.add(keyOf(obligation, step));
      const steps = stepsBy(before(attempt.events, event), obligation, dayOf(attempt, event.at));
      check(
        steps.some((each) => keyOf(obligation, each) === keyOf(obligation, step) && each.on === on),
        () =>
          `${name} was recorded as of ${on}, counting from ${due}, at ${event.at}: by then there were ${steps.map(told).join(', ') || 'none'}`,
      );
    }
    for (const event of attempt.events.filter(({ type }) => type === 'ExtensionGranted')) checkExtension(attempt, event, check);
    const isIn = lastOf(attempt.events, 'SignatoryWithdrew', 'SignatoryLapsed') === undefined;
    const [last] = reached.toSorted((one, other) => (one.data.on < other.data.on ? 1 : -1));
    checkMissing(attempt, recorded, last ? before(attempt.events, last) : [], last?.data.on, check);
    if (isRunning && isIn) checkMissing(attempt, recorded, attempt.events, dayOf(attempt, now), check);
  }
  return result();
}

const stepIn = ({ data }: Recorded): Step => ({ rung: data.rung, days: data.days ?? 0, on: data.on, due: data.due });
const keyOf = (obligation: string, { rung, days, due }: Step): string => [obligation, rung, days, due].join(' ');
const told = ({ rung, days, on }: Step): string => `${rung}${days > 0 ? `-${days}` : ''} on ${on}`;

function stepsBy(events: readonly Recorded[], obligation: string, until: string): readonly Step[] {
  const owing = owingBy(events);
  return owing && dueDay(owing, obligation) !== undefined ? walked(owing, obligation, until).steps : [];
}

/** Steps that come before a day are recorded. */
function checkMissing(
  { name }: Attempt,
  recorded: ReadonlySet<string>,
  events: readonly Recorded[],
  day: string | undefined,
  check: Check,
): void {
  const owing = owingBy(events);
  if (!owing || day === undefined || !isDay(day)) return;
  for (const obligation of owedUntil(owing, day))
    for (const step of walked(owing, obligation, daysOn(day, -1)).steps)
      check(recorded.has(keyOf(obligation, step)), () => `${told(step)} of ${obligation} of ${name} is not recorded`);
}

/** What names its day is recorded on that day or after it. */
function checkDays(attempt: Attempt, check: Check): void {
  for (const { type, data, at } of attempt.events)
    if (data.on !== undefined)
      check(
        isDay(data.on) && data.on <= dayOf(attempt, at),
        () => `${type} of ${attempt.name} is of ${data.on}, and was recorded at ${at}`,
      );
}

/** A turn changes by an event of a plan, a report or an assessment, on the day on which that came. */
function checkTurn({ programme }: Stored, attempt: Attempt, { data }: Recorded, check: Check): void {
  const { obligation, fact, on, source } = data;
  const [stream = '', version] = String(source).split('@');
  const cause = programme.byStream.get(stream)?.find((each) => each.version === Number(version));
  check(
    cause !== undefined && dayOf(attempt, cause.data.at ?? cause.at) === on,
    () => `${obligation} of ${attempt.name} was ${fact} on ${on} by ${source}, which is ${cause ? `of ${cause.at}` : 'not recorded'}`,
  );
}

/** What falls due first, of each kind. */
function checkDue({ name, events }: Attempt, admitted: Recorded, check: Check): void {
  const owing = owingBy(events.filter(({ version }) => version <= admitted.version));
  if (!owing) return;
  const due = owedUntil({ ...owing, moves: [] }, owing.admittedOn).map((each) => `${each} by ${dueDay({ ...owing, moves: [] }, each)}`);
  const said = (admitted.data.obligations ?? []).map((each: { name: string; due: string }) => `${each.name} by ${each.due}`);
  check(due.join() === said.join(), () => `${name} was told that it owes ${said.join(', ')}, and owes ${due.join(', ')}`);
}

function checkExtension(attempt: Attempt, granted: Recorded, check: Check): void {
  const { obligation, days } = granted.data;
  const earlier = before(attempt.events, granted).filter(({ data }) => data.obligation === obligation);
  const asked = lastOf(earlier, 'ExtensionAsked', 'ExtensionGranted', 'ExtensionRefused');
  const most = obligation.startsWith('assessment-') ? 0 : (owingBy(before(attempt.events, granted))?.rule['extensionDays'] ?? 0);
  check(
    asked?.type === 'ExtensionAsked' && asked.data.days === days && days <= most && lastOf(earlier, 'NoticeIssued') === undefined,
    () =>
      `${days} days more for ${obligation} of ${attempt.name} were granted after ${asked?.type ?? 'nothing'} of ${asked?.data.days ?? 0} days of ${most}`,
  );
}
