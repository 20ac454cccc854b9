import fc from 'fast-check';

/** Randomness that repeats itself. */
export type Chance = {
  /** A whole number between two, both included. */
  readonly between: (least: number, most: number) => number;
  /** So often, of a hundred times. */
  readonly is: (percent: number) => boolean;
  readonly of: <Item>(items: readonly Item[]) => Item;
};

/** Random cases, the same ones each time. */
export const byChance = <Case>(runs: number, make: (chance: Chance) => Case): Case[] =>
  fc.sample(
    fc.gen().map((value) => {
      const between = (min: number, max: number): number => value(fc.integer, { min, max });
      const of = <Item>(items: readonly Item[]): Item => value(() => fc.constantFrom(...items)) as Item;
      return make({ between, of, is: (percent) => between(1, 100) <= percent });
    }),
    { numRuns: runs, seed: 20_270_120 },
  );
