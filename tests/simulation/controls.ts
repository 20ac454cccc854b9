import { type ControlName, mustFit } from './defences.ts';
import { ran } from './run.ts';
import { USUAL_FAULTS } from './simulate.ts';

type Search = { readonly seed: number; readonly seeds: number; readonly steps: number };
/** Which seed misses the defence, after how many steps, and what it says; none where no seed does. */
export type Found = { readonly control: ControlName; readonly seed?: number; readonly steps?: number; readonly says?: string };

export async function found(control: ControlName, { seed, seeds, steps }: Search): Promise<Found> {
  mustFit(control);
  for (let each = seed; each < seed + seeds; each += 1) {
    const { failure, steps: taken } = await ran({ seed: each, steps, verifyEvery: VERIFY_EVERY, faults: USUAL_FAULTS }, control);
    if (failure !== undefined) return { control, seed: each, steps: taken, says: failure.split('\n')[0]?.slice(0, 200) ?? '' };
  }
  return { control };
}

/** Often, as what is found early is found cheaply. */
const VERIFY_EVERY = 100;
