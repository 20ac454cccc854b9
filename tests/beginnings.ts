import type { Case, Event } from './deciders-by-chance.ts';

/** How each may begin: with its first event, and on each of its ways as far as any step. */
export const beginningsOf = ({ first, begun = [] }: Case): Event[][] => {
  const all = [[first], ...begun.flatMap((way) => way.map((_, step) => [first, ...way.slice(0, step + 1)]))];
  const textOf = (way: readonly Event[]): string =>
    JSON.stringify(way, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
  // Several ways begin alike.
  const known = new Map(all.map((way) => [textOf(way), way]));
  return [...known.values()];
};
