import { type CalendarDate, later, plusCalendarDays, plusMonths } from '../pure/dates.ts';
import { type Clock, clockOf, dayAfter, isTurn, isTurnOn, usedBefore } from './clock.ts';
import type { Duty, DutyFact, DutyPolicy, Rung } from './duty.ts';

/**
 * A rung and its day. It is known by its name and by the due day that it counts from: where an extension moves that day, the rungs of the
 * earlier one remain recorded, and those of the later one come after them.
 */
type Step<Name extends string> = { readonly name: Name; readonly on: CalendarDate; readonly dueOn: CalendarDate };

/** Whether an act may be decided, and from which day; `wanting`: another act must come first. */
type Standing<Act extends string> =
  | { readonly is: 'open'; readonly since: CalendarDate }
  | { readonly is: 'ahead'; readonly from: CalendarDate }
  | { readonly is: 'in-review' }
  | { readonly is: 'wanting'; readonly act: Act }
  | { readonly is: 'decided'; readonly on: CalendarDate }
  | { readonly is: 'over' };

export type Ladder<Name extends string, Act extends string> = {
  readonly firstDueOn: CalendarDate;
  /** With the extension, where there is one. */
  readonly dueOn: CalendarDate;
  readonly acceptedOn: CalendarDate | undefined;
  /** Whose turn it is: of who owes, of the other side, or of nobody once it is accepted. */
  readonly turn: 'debtor' | 'other' | 'nobody';
  /** Full days of its turn that have gone by since the due day. */
  readonly daysUsed: number;
  /** What has come, the earliest first. */
  readonly steps: readonly Step<Name>[];
  /** What comes where nothing happens. */
  readonly ahead: readonly Step<Name>[];
  /** The day on which the first of them comes. */
  readonly next: CalendarDate | undefined;
  /** The times for which it lay with the other side, and the last day that this one has. */
  readonly reviews: readonly {
    readonly from: CalendarDate;
    readonly endsOn: CalendarDate | undefined;
    readonly dueOn: CalendarDate | undefined;
  }[];
  readonly may: { readonly [One in Act]?: Standing<Act> };
};

/** The status of a duty on a day, after all that has happened by then. What happens on a day comes before its rungs. */
export function ladder<Name extends string, Act extends string>(
  policy: DutyPolicy<Name, Act>,
  duty: Duty<Act>,
  today: CalendarDate,
): Ladder<Name, Act> {
  const facts = duty.facts.filter(({ on }) => on <= today);
  const at: At<Act> = { firstDueOn: duty.dueOn, dueOn: extended(duty.dueOn, facts), clock: clockOf(facts), facts };
  const { dueOn, clock } = at;
  const climbed = climb(policy, at);
  const all = [...climbed.steps, ...lateReviews(policy, at)].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const ahead = all.filter(({ on }) => on > today);
  return {
    firstDueOn: duty.dueOn,
    dueOn,
    acceptedOn: clock.acceptedOn,
    turn: clock.acceptedOn !== undefined ? 'nobody' : isTurn(clock) ? 'debtor' : 'other',
    daysUsed: usedBefore(clock, dueOn, today),
    steps: all.filter(({ on }) => on <= today),
    ahead,
    next: ahead[0]?.on,
    reviews: clock.reviews.map((review) => ({ ...review, dueOn: policy.review && plusCalendarDays(review.from, policy.review.days) })),
    may: Object.fromEntries(
      policy.rungs.flatMap((rung) => (rung.opens ? [[rung.opens, standingOf(rung, climbed.days.get(rung), at, today)]] : [])),
    ) as Ladder<Name, Act>['may'],
  };
}

type At<Act extends string> = {
  readonly firstDueOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly clock: Clock;
  readonly facts: readonly DutyFact<Act>[];
};

const extended = (dueOn: CalendarDate, facts: readonly DutyFact<string>[]): CalendarDate =>
  plusCalendarDays(dueOn, facts.find((fact) => fact.type === 'extended')?.days ?? 0);

const decidedOn = <Act extends string>({ facts }: At<Act>, act: Act): CalendarDate | undefined =>
  facts.find((fact) => fact.type === 'decided' && fact.act === act)?.on;

function climb<Name extends string, Act extends string>({ rungs }: DutyPolicy<Name, Act>, at: At<Act>) {
  const days = new Map<Rung<Name, Act>, CalendarDate>();
  const steps: Step<Name>[] = [];
  let above: CalendarDate | undefined = '';
  for (const rung of rungs) {
    const on: CalendarDate | undefined = dayOf(rung, at, above);
    if (rung.by === 'turn') above = on;
    if (on === undefined) continue;
    days.set(rung, on);
    steps.push({ name: rung.name, on, dueOn: rung.by === 'days-before' ? at.firstDueOn : at.dueOn });
  }
  return { days, steps };
}

/** `above`: the day of the rung above it; nothing where that one does not come by itself. */
function dayOf(rung: Rung<string, string>, at: At<string>, above: CalendarDate | undefined): CalendarDate | undefined {
  const { clock, dueOn, firstDueOn } = at;
  switch (rung.by) {
    case 'days-before': {
      const on = plusCalendarDays(firstDueOn, -rung.days);
      return (rung.always ? isBeforeItsEnd(on, clock) : isTurnOn(clock, on)) ? on : undefined;
    }
    case 'turn': {
      const { days, daysSinceReturn = 0 } = rung;
      if (above === undefined) return undefined;
      return dayAfter(clock, dueOn, { days, from: ({ returnedOn }) => later(above, spared(returnedOn, daysSinceReturn)) });
    }
    case 'turn-after-act': {
      const acted = decidedOn(at, rung.act);
      const from = acted && plusCalendarDays(acted, rung.daysSinceAct);
      return from && dayAfter(clock, dueOn, { days: rung.days, from: () => from, onReturn: true });
    }
    case 'months-after-act': {
      const acted = decidedOn(at, rung.act);
      const on = acted && plusCalendarDays(plusMonths(acted, rung.months), -(rung.lessDays ?? 0));
      return on && isBeforeItsEnd(on, clock) ? on : undefined;
    }
  }
}

const isBeforeItsEnd = (on: CalendarDate, { acceptedOn }: Clock): boolean => acceptedOn === undefined || on <= acceptedOn;
const spared = (returnedOn: CalendarDate | undefined, days: number): CalendarDate =>
  returnedOn === undefined ? '' : plusCalendarDays(returnedOn, days);

/** The other side has let its own day go by. */
function lateReviews<Name extends string>({ review }: DutyPolicy<Name, string>, { clock, dueOn }: At<string>): Step<Name>[] {
  if (!review) return [];
  return clock.reviews.flatMap(({ from, endsOn }) => {
    const on = plusCalendarDays(from, review.days + 1);
    return endsOn === undefined || on < endsOn ? [{ name: review.late, on, dueOn }] : [];
  });
}

/** `on`: the day of the rung that opens the act. */
function standingOf<Act extends string>(
  rung: Rung<string, Act>,
  on: CalendarDate | undefined,
  at: At<Act>,
  today: CalendarDate,
): Standing<Act> {
  const decided = rung.opens && decidedOn(at, rung.opens);
  if (decided !== undefined) return { is: 'decided', on: decided };
  if (at.clock.acceptedOn !== undefined) return { is: 'over' };
  if (!isTurn(at.clock)) return { is: 'in-review' };
  if ('act' in rung && decidedOn(at, rung.act) === undefined) return { is: 'wanting', act: rung.act };
  if (on === undefined) throw new Error(`${rung.name} comes on no day`);
  const days = rung.by === 'turn' ? (rung.daysSinceReturn ?? 0) : 0;
  const from = later(on, spared(at.clock.turns.at(-1)?.returnedOn, days));
  return from <= today ? { is: 'open', since: from } : { is: 'ahead', from };
}

export type ExtensionFault<Act extends string> =
  | { readonly type: 'DutyIsDone'; readonly on: CalendarDate }
  | { readonly type: 'ActIsDecided'; readonly act: Act; readonly on: CalendarDate }
  | { readonly type: 'ExtendedOnce'; readonly on: CalendarDate }
  | { readonly type: 'ExtensionIsTooLong'; readonly days: number; readonly most: number };

/** Why a duty is not to be extended by so many days; nothing where it may be. It may be once, and before anything was decided. */
export function extensionFault<Act extends string>(
  { extensionDays }: Pick<DutyPolicy<string, Act>, 'extensionDays'>,
  facts: readonly DutyFact<Act>[],
  days: number,
): ExtensionFault<Act> | undefined {
  const acceptedOn = facts.find(({ type }) => type === 'accepted')?.on;
  if (acceptedOn !== undefined) return { type: 'DutyIsDone', on: acceptedOn };
  const decided = facts.find((fact) => fact.type === 'decided');
  if (decided) return { type: 'ActIsDecided', act: decided.act, on: decided.on };
  const before = facts.find(({ type }) => type === 'extended');
  if (before) return { type: 'ExtendedOnce', on: before.on };
  return days > extensionDays ? { type: 'ExtensionIsTooLong', days, most: extensionDays } : undefined;
}
