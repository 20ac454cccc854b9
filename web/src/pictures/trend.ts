import { type Drawn, type Place, planeOf, wayOf } from './series.ts';

/** What a sum has come to by the day on which it last grew. */
export type Grown = { readonly on: string; readonly value: number };
export type DrawnTrend = Pick<Drawn, 'levels' | 'years'> & {
  readonly committed: string;
  /** Below the line of what is committed. */
  readonly area: string;
  readonly settled: string;
  readonly dots: readonly Place[];
};

/** Whether there is something to compare: of what began today, and of one sum alone, there is nothing to draw. */
export const isCourse = (committed: readonly Grown[], settled: readonly Grown[], today: string): boolean =>
  committed.length + settled.length > 1 && [...committed, ...settled].some(({ on }) => on < today);

/** What is committed, in steps, and what is settled of it, both added up until today, of so many pixels. */
export function trendOf(committed: readonly Grown[], settled: readonly Grown[], today: string, width: number): DrawnTrend {
  const grown = [...committed, ...settled];
  const [first = today] = [...grown.map(({ on }) => on), today].toSorted();
  const { place, levels, years } = planeOf([first, today], [0, ...grown.map(({ value }) => value)], width);
  const lineOf = (points: readonly Grown[]): Place[] => [
    ...points.map(place),
    ...points.slice(-1).map(({ value }) => place({ on: today, value })),
  ];
  const steps = stepsOf(lineOf(committed));
  const [start, end, base] = [steps[0], steps.at(-1), place({ on: first, value: 0 })];
  return {
    committed: wayOf(steps),
    area: start && end ? `${wayOf([{ ...start, y: base.y }, ...steps, { ...end, y: base.y }])}Z` : '',
    settled: wayOf(lineOf(settled)),
    dots: settled.map(place),
    levels,
    years,
  };
}

/** A sum is what it was until it grows. */
const stepsOf = (places: readonly Place[]): Place[] =>
  places.flatMap((place, at) => {
    const before = places[at - 1];
    return before ? [{ x: place.x, y: before.y }, place] : [place];
  });
