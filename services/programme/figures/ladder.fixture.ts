import { type Fact, Refused } from './facts.fixture.ts';

// The days of what a signatory owes, once more and by other means: from plain facts, going from day to day, without anything that the product works them out with.

type Happened = { readonly fact: string; readonly obligation: string; readonly on: number; readonly days: number };
type Policy = Readonly<Record<string, number>> & { readonly align: readonly string[]; readonly reminders: readonly number[] };
type Rung = readonly [on: string, rung: string];
export type Figures = Readonly<Record<string, { readonly due: string; readonly rungs: readonly Rung[] }>>;

/** Days are counted. */
const dayOf = (text: unknown): number => Date.parse(String(text)) / 86_400_000;
const textOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dateIn = (year: number, month: number, date: number): number => {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Date.UTC(year, month - 1, Math.min(date, last)) / 86_400_000;
};

function monthsAfter(day: number, months: number): number {
  const [year = 0, month = 0, date = 0] = textOf(day).split('-').map(Number);
  const all = year * 12 + month - 1 + months;
  return dateIn(Math.floor(all / 12), (all % 12) + 1, date);
}

function onReportingDay(day: number, align: readonly string[]): number {
  const year = Number(textOf(day).slice(0, 4));
  const coming = [year, year + 1].flatMap((each) => align.map((one) => dateIn(each, Number(one.slice(0, 2)), Number(one.slice(3)))));
  return align.length === 0 ? day : Math.min(...coming.filter((each) => each >= day));
}

/** The facts of one signatory, as far as they are of what it owes. */
function read(facts: readonly Fact[]) {
  const of = (name: string): Fact => {
    const found = facts.find(({ fact }) => fact === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
  const happened = facts
    .filter((each) => each['obligation'] !== undefined)
    .map(
      (each): Happened => ({
        fact: each.fact,
        obligation: String(each['obligation']),
        on: dayOf(each['on']),
        days: Number(each['days'] ?? 0),
      }),
    );
  return { policy: of('policy') as unknown as Policy, admitted: dayOf(of('admitted')['on']), happened, until: dayOf(of('until')['on']) };
}

const daysOf = (policy: Policy, name: string): number => policy[name] ?? 0;

function* obligationsOf(policy: Policy, admitted: number, happened: readonly Happened[]): Generator<readonly [name: string, due: number]> {
  yield ['plan', onReportingDay(monthsAfter(admitted, daysOf(policy, 'plan_months')), policy.align)];
  const [first, every, settle] = ['first_report_months', 'report_every_months', 'settle_days'].map((name) => daysOf(policy, name)) as [
    number,
    number,
    number,
  ];
  for (let number = 1; number === 1 || every > 0; number += 1) {
    const planned = onReportingDay(monthsAfter(admitted, first + (number - 1) * every), policy.align);
    const before = happened.find(({ fact, obligation }) => fact === 'accepted' && obligation === `report-${number - 1}`);
    const isLate = before !== undefined && before.on > planned - settle;
    yield [`report-${number}`, isLate ? Math.max(planned, onReportingDay(before.on + settle, policy.align)) : planned];
  }
}

type Owed = { readonly policy: Policy; readonly name: string; readonly due: number; readonly happened: readonly Happened[] };
type Come = readonly [day: number, rung: string];

/** The steps of one obligation until a day, up to its acceptance. What happens on a day comes before the steps of that day. */
function climbed({ policy, name, due, happened }: Owed, until: number): readonly Come[] {
  const of = (what: string): number => daysOf(policy, `${what}_days`);
  const mine = happened.filter(({ obligation }) => obligation === name);
  const extension = mine.find(({ fact }) => fact === 'extension');
  if (extension && extension.days > of('extension')) throw new Refused('ExtensionIsTooLong');
  const start = due + (extension?.days ?? 0);
  const opened = due - of('opened');
  const waiting: [number, string][] = [
    [0, 'overdue'],
    [of('help'), 'help-offered'],
    [of('second'), 'certifier-reminded'],
    [of('notice'), 'notice-may-be-issued'],
    [of('last'), 'last-reminder'],
  ];
  const come: Come[] = [[opened, 'opened'], ...(extension ? [[extension.on, `extended-to-${textOf(start)}`] as const] : [])];
  let [isInReview, used, returned, noticed, mayBeSuspended, reviewDue] = [false, 0, Number.NaN, Number.NaN, false, Number.NaN];
  // What comes before it is asked for is not asked for.
  for (let day = Math.min(opened, ...mine.map(({ on }) => on)); day <= until; day += 1) {
    const is = (what: string): boolean => mine.some(({ fact, on }) => fact === what && on === day);
    if (is('accepted')) return [...come, [day, 'accepted'] as const].filter(([on, rung]) => on <= day && rung !== 'review-due');
    if (is('submitted') && !isInReview) {
      [isInReview, reviewDue] = [true, day + of('review')];
      come.push([day, 'submitted']);
    }
    if (is('returned') && isInReview) {
      if (reviewDue <= day) come.push([reviewDue, 'review-due']);
      [isInReview, returned, reviewDue] = [false, day, Number.NaN];
      come.push([day, 'returned']);
    }
    if (!isInReview && day >= opened && policy.reminders.includes(due - day)) come.push([day, `reminded-${due - day}`]);
    if (day > start && !isInReview && day !== returned) {
      used += 1;
      for (let next = waiting[0]; next && next[0] < used; next = waiting[0]) {
        if (next[1] === 'notice-may-be-issued' && day < returned + of('after_return')) break;
        waiting.shift();
        come.push([day, next[1]]);
      }
    }
    if (is('notice')) {
      if (!come.some(([, rung]) => rung === 'notice-may-be-issued')) throw new Refused('NoticeIsTooEarly');
      noticed = day;
      come.push([day, 'notice-issued']);
    }
    if (!isInReview && !mayBeSuspended && used > of('suspension') && day >= noticed + of('after_notice')) {
      mayBeSuspended = true;
      come.push([day, 'suspension-may-be-decided']);
    }
    if (is('suspended')) {
      if (!mayBeSuspended) throw new Refused('SuspensionIsTooEarly');
      come.push([day, 'suspended'], [monthsAfter(day, daysOf(policy, 'lapse_months')), 'lapses']);
    }
  }
  return Number.isNaN(reviewDue) ? come : [...come, [reviewDue, 'review-due']];
}

/** What falls due until the day that the facts of one signatory name, with its steps. @throws `Refused` where somebody decided what was not to be decided yet: by the name of the refusal. */
export function figuresOf(facts: readonly Fact[]): Figures {
  const { policy, admitted, happened, until } = read(facts);
  const figures: Record<string, { due: string; rungs: Rung[] }> = {};
  for (const [name, due] of obligationsOf(policy, admitted, happened)) {
    if (due > until && name !== 'plan') break;
    if (due > until) continue;
    const rungs = climbed({ policy, name, due, happened }, until).map(([day, rung]): Rung => [textOf(day), rung]);
    figures[name] = { due: textOf(due), rungs: rungs.toSorted((a, b) => (a.join() < b.join() ? -1 : 1)) };
  }
  return figures;
}

/** What is a step of the ladder, and not what somebody did. */
const STEP =
  /^(opened|reminded-\d+|overdue|help-offered|certifier-reminded|notice-may-be-issued|last-reminder|suspension-may-be-decided|lapses)$/;

/** What comes before the due day, and counts back from it however much time is granted. */
const BEFORE = /^(opened|reminded-\d+)$/;

/**
 * The steps that are on record by the last day, `<day> <obligation> <rung>`, in order: each as it came, by what had happened until then. What happens later on a
 * day, or later at all, takes none of them back; none comes a second time unless another day is due.
 */
export function reachedBy(facts: readonly Fact[]): string[] {
  const { policy, admitted, happened, until } = read(facts);
  const turning = [...new Set(happened.map(({ on }) => on))].toSorted((a, b) => a - b);
  const reached = new Map<string, string>();
  for (let index = 0; index <= turning.length; index += 1) {
    const [from, to] = [turning[index - 1] ?? admitted, Math.min(turning[index] ?? until, until)];
    const before = happened.filter(({ on }) => on <= from && index > 0);
    for (const [name, due] of obligationsOf(policy, admitted, before)) {
      if (due - daysOf(policy, 'opened_days') > to && name !== 'plan') break;
      const granted = before.find(({ fact, obligation }) => fact === 'extension' && obligation === name)?.days ?? 0;
      for (const [day, rung] of climbed({ policy, name, due, happened: before }, to)) {
        const key = `${name} ${rung} ${BEFORE.test(rung) ? due : due + granted}`;
        if (day <= to && STEP.test(rung) && !reached.has(key)) reached.set(key, `${textOf(day)} ${name} ${rung}`);
      }
    }
  }
  return [...reached.values()].toSorted();
}
