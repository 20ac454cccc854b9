/** When something was planned, and when it was done. Days, or instants. */
export type Dated = { readonly dueOn: string; readonly reportedAt: string | undefined; readonly paidAt: string | undefined };
export type Span = { readonly from: number; readonly to: number; readonly years: readonly { readonly year: number; readonly x: number }[] };

export const WIDTH = 260;
const EDGE = 14;
const DAY_MS = 24 * 3_600 * 1_000;

export const datesOf = ({ dueOn, reportedAt, paidAt }: Dated): string[] => [dueOn, reportedAt, paidAt].flatMap((at) => at ?? []);

/** From the first of the days to the last, with the years that begin between. */
export function spanOf(days: readonly string[]): Span {
  const all = days.map((day) => Date.parse(day));
  const [from, to] = [Math.min(...all) - DAY_MS, Math.max(...all) + DAY_MS];
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
  const years = Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at);
  // Of many years every second, or fewer, is named.
  const step = Math.ceil(years.length / 6);
  const span = { from, to, years: [] };
  return { ...span, years: years.filter((_, at) => at % step === 0).map((year) => ({ year, x: xOf(span, `${year}-01-01`) })) };
}

/** Where an instant is on a line of this width. */
export const xOf = ({ from, to }: Pick<Span, 'from' | 'to'>, at: string): number =>
  EDGE + ((Date.parse(at) - from) / (to - from)) * (WIDTH - 2 * EDGE);
