/** The course of an indicator: its values in time, from the day of the first to that of the last or of its target. */
export type Measured = { readonly on: string; readonly value: number | undefined; readonly isEstimated: boolean };
export type Aimed = { readonly on: string; readonly value: number };

export type Place = { readonly x: number; readonly y: number };
export type Drawn = {
  /** Where nothing was measured in between, the line ends. */
  readonly paths: readonly string[];
  readonly dots: readonly (Place & { readonly isEstimated: boolean })[];
  readonly baseline: Place | undefined;
  readonly target: Place | undefined;
  /** From the last value to the target. */
  readonly ahead: string;
  readonly levels: readonly { readonly value: number; readonly y: number }[];
  readonly years: readonly { readonly year: string; readonly x: number }[];
};

export const WIDTH = 720;
export const HEIGHT = 240;
const [LEFT, RIGHT, TOP, BOTTOM] = [72, 24, 20, 36];
/** Where the years are written. */
export const FOOT = HEIGHT - 12;
const STEPS = 4;
const MOST_YEARS = 8;

const dayOf = (on: string): number => Date.parse(`${on}T00:00:00Z`);

/** A round step of which a few reach over the span. */
function stepOver(span: number): number {
  const rough = span / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power;
}

/** From nothing on, or from below the least value. */
function scaleOf(values: readonly number[]): { readonly least: number; readonly most: number; readonly step: number } {
  const [low, high] = [Math.min(0, ...values), Math.max(...values)];
  const step = stepOver(high - low || 1);
  return { least: Math.floor(low / step) * step, most: Math.ceil(high / step) * step || step, step };
}

/** Where a day and a value are drawn on so many pixels, with the levels and the years that are written at the edges. */
export function planeOf(days: readonly string[], values: readonly number[], width: number) {
  const [first, last] = [Math.min(...days.map(dayOf)), Math.max(...days.map(dayOf))];
  const { least, most, step } = scaleOf(values);
  const xOf = (at: number): number =>
    round(first === last ? (LEFT + width - RIGHT) / 2 : LEFT + ((at - first) / (last - first)) * (width - LEFT - RIGHT));
  const yOf = (value: number): number => round(TOP + ((most - value) / (most - least)) * (HEIGHT - TOP - BOTTOM));
  return {
    place: ({ on, value }: Aimed): Place => ({ x: xOf(dayOf(on)), y: yOf(value) }),
    levels: Array.from({ length: Math.round((most - least) / step) + 1 }, (_, at) => least + at * step).map((value) => ({
      value,
      y: yOf(value),
    })),
    years: yearsOf(days, xOf),
  };
}

/** Nothing where no value is known. */
export function courseOf(measured: readonly Measured[], target?: Aimed, baseline?: Aimed): Drawn | undefined {
  const known = measured.flatMap(({ on, value }) => (value === undefined ? [] : [{ on, value }]));
  const all = [...known, ...[baseline, target].filter((each) => each !== undefined)];
  if (known.length === 0) return undefined;
  const { place, levels, years } = planeOf(
    all.map(({ on }) => on),
    all.map(({ value }) => value),
    WIDTH,
  );
  const runs = runsOf(measured).map((run) => run.map(place));
  const end = known.at(-1);
  return {
    paths: runs.filter(({ length }) => length > 1).map(wayOf),
    dots: measured.flatMap(({ on, value, isEstimated }) => (value === undefined ? [] : [{ ...place({ on, value }), isEstimated }])),
    baseline: baseline && place(baseline),
    target: target && place(target),
    ahead: target && end && end.on < target.on ? wayOf([place(end), place(target)]) : '',
    levels,
    years,
  };
}

const round = (pixels: number): number => Math.round(pixels * 10) / 10;
export const wayOf = (places: readonly Place[]): string => places.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');

function runsOf(measured: readonly Measured[]): Aimed[][] {
  const runs: Aimed[][] = [[]];
  for (const { on, value } of measured)
    if (value === undefined) runs.push([]);
    else runs.at(-1)?.push({ on, value });
  return runs;
}

/** So few that none covers another. */
function yearsOf(days: readonly string[], xOf: (at: number) => number): Drawn['years'] {
  const byYear = new Map(days.map((on) => [on.slice(0, 4), xOf(dayOf(on))]));
  const inTime = [...byYear].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const gap = (WIDTH - LEFT - RIGHT) / MOST_YEARS;
  const shown: { year: string; x: number }[] = [];
  // From the newest on, which is always there.
  for (const [year, x] of inTime.toReversed()) if (shown.every((each) => Math.abs(each.x - x) >= gap)) shown.push({ year, x });
  return shown.toReversed();
}
