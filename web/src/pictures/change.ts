/** One line of a picture of change: five levels, the levels of each edition in their order, and the target as a ring. */
export type Drawn = {
  readonly marks: readonly number[];
  readonly path: string;
  readonly dots: readonly { readonly x: number; readonly radius: number; readonly isNewest: boolean }[];
  readonly ring: number | undefined;
};

export const WIDTH = 400;
export const HEIGHT = 28;
export const MIDDLE = HEIGHT / 2;
const LEVELS = 5;
/** A ring at either end is whole. */
const MARGIN = 14;
const STEP = (WIDTH - 2 * MARGIN) / (LEVELS - 1);
const NEWEST = 6;
const EARLIER = 4.5;

const xOf = (level: number): number => MARGIN + level * STEP;

/** `levels`: from the first edition to the newest, of those in which it is known. `target`: 0 = none is set. */
export function changeOf(levels: readonly number[], target: number): Drawn {
  const last = levels.length - 1;
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  return {
    marks: Array.from({ length: LEVELS }, (_, level) => xOf(level)),
    path: levels.length > 0 && least < most ? `M${xOf(least)} ${MIDDLE}H${xOf(most)}` : '',
    // Where an earlier edition had the same level as the newest, the newest is seen.
    dots: levels.map((level, index) => ({ x: xOf(level), radius: index === last ? NEWEST : EARLIER, isNewest: index === last })),
    ring: target > 0 ? xOf(target) : undefined,
  };
}
