import { statesOf } from './seen.ts';
import type { Project, Step } from './state.ts';

/** What a walk came to. */
export type Tally = {
  readonly steps: number;
  readonly accepted: number;
  readonly refused: Readonly<Record<number, number>>;
  readonly taken: Readonly<Record<string, number>>;
  readonly ends: Readonly<Record<string, number>>;
  /** The states that were come to. */
  readonly reached: readonly string[];
};

export function tallying() {
  const [refused, taken, ends] = [counting<number>(), counting<string>(), counting<string>()];
  const reached = new Set<string>();
  let accepted = 0;
  return {
    accepted({ name }: Step): void {
      accepted += 1;
      taken.add(name);
    },
    refused: refused.add,
    reached(projects: readonly Project[]): void {
      for (const state of projects.flatMap(statesOf)) reached.add(state);
    },
    result(steps: number, projects: readonly Project[]): Tally {
      for (const { status } of projects) ends.add(status);
      return { steps, accepted, refused: refused.all, taken: taken.all, ends: ends.all, reached: [...reached].sort() };
    },
  };
}

function counting<Key extends string | number>() {
  const all: Partial<Record<Key, number>> = {};
  const add = (key: Key): void => {
    all[key] = (all[key] ?? 0) + 1;
  };
  return { add, all: all as Readonly<Record<Key, number>> };
}
