import { expect, test } from 'vitest';
import { found } from './controls.ts';
import { CONTROL_NAMES, NOTICED } from './defences.ts';

const TWICE = 2;
const FEW = 100;

test.each(CONTROL_NAMES)(
  'a walk notices that this defence is gone: %s',
  async (name) => {
    const noticed = NOTICED[name];
    const { seed } = await found(name, { seed: noticed.seed, seeds: 1, steps: TWICE * noticed.steps + FEW });
    expect(seed).toBe(noticed.seed);
  },
  120_000,
);
