import { expect, test } from 'vitest';
import { found } from './controls.ts';
import { CONTROL_NAMES, NOTICED_AFTER } from './defences.ts';

const TWICE = 2;
const FEW = 100;

test.each(CONTROL_NAMES)(
  'a walk notices that this defence is gone: %s',
  async (name) => {
    const { seed, steps } = await found(name, { seed: 1, seeds: 1, steps: TWICE * NOTICED_AFTER[name] + FEW });
    expect([seed, steps]).toEqual([1, expect.any(Number)]);
  },
  120_000,
);
