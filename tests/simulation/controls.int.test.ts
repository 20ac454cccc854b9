import { expect, test } from 'vitest';
import { found } from './controls.ts';
import { type ControlName, NOTICED_SOON } from './defences.ts';

const TWICE = 2;
const FEW = 100;

test.each(Object.entries(NOTICED_SOON))('a walk notices that this defence is gone: %s', async (name, { seed, steps }) => {
  const noticed = await found(name as ControlName, { seed, seeds: 1, steps: TWICE * steps + FEW });
  expect(noticed.seed).toBe(seed);
});
