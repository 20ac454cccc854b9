/** What waits, as far as days go: `due` and `dueOn` as the API answers them. */
export type Waiting = { readonly due?: string | undefined; readonly dueOn?: string | undefined; readonly overdue: boolean };

/** How many days after today have a heading of their own. */
const DAYS_AHEAD = 6;
const DAY_MS = 24 * 3_600 * 1_000;

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const NEXT_DAYS = 30;
export const nextDays = (today: string): string[] => Array.from({ length: NEXT_DAYS }, (_, at) => dayAfter(today, at));
export const daysBetween = (one: string, other: string): number => Math.round((Date.parse(other) - Date.parse(one)) / DAY_MS);
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => ((Date.parse(day) / DAY_MS + 3) % 7) + 1;

/** The calendar date by which it is to be done. */
const dueDayOf = ({ due, dueOn }: Pick<Waiting, 'due' | 'dueOn'>): string | undefined => (dueOn ?? due)?.slice(0, 10);

/** `late`, a calendar date from today on, `later`, or `none`. */
export function groupOf(task: Waiting, today: string): string {
  const day = dueDayOf(task);
  if (task.overdue) return 'late';
  if (day === undefined) return 'none';
  if (day <= today) return today;
  return day <= dayAfter(today, DAYS_AHEAD) ? day : 'later';
}

const rank = (group: string): string => (group === 'late' ? '' : group);

/** What is late first, then day by day, then what has time, and at the end what has no day; within each as it came. */
export const groupsOf = <Task extends Waiting>(tasks: readonly Task[], today: string): (readonly [group: string, readonly Task[]])[] =>
  [...Map.groupBy(tasks, (task) => groupOf(task, today))].toSorted(([one], [other]) => (rank(one) < rank(other) ? -1 : 1));
