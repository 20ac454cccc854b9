import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

/** A fact as the oracles read it. */
export type Fact = Readonly<Record<string, unknown>> & { readonly fact: string };
type Answer<Figures> = { readonly is: Figures } | { readonly refused: string };

/** What the independent computation in tests/oracles/programme comes to: one process for all cases. */
export function oracle<Figures>(name: 'ladder' | 'rollup', cases: readonly (readonly Fact[])[]): readonly Answer<Figures>[] {
  const program = fileURLToPath(new URL('../../tests/oracles/programme/many.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync('python3', [program, name], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (status !== 0) throw new Error(`The oracle has failed: ${stderr}`);
  return JSON.parse(stdout);
}

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
