export type Rng = {
  copy(): Rng;
  is(percent: number): boolean;
  upTo(most: number): number;
  of<Item>(items: readonly Item[]): Item;
};

/** Rng that repeats itself: the same seed, the same walk (mulberry32). */
export function rngOf(seed: number): Rng {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    /** One that goes on as this one would, and changes nothing of it. */
    copy: () => rngOf(state),
    /** So often, of a hundred times. */
    is: (percent: number): boolean => next() * 100 < percent,
    /** A whole number from 1 up to this one. */
    upTo: (most: number): number => 1 + Math.floor(next() * most),
    of<Item>(items: readonly Item[]): Item {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('there is nothing to choose from');
      return item;
    },
  };
}
