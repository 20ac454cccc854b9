import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { kept } from './kept.ts';

test('all who ask while it runs or a while after get one outcome, and who asks later a new one', async () => {
  let runs = 0;
  const ask = kept(async () => {
    await sleep(20);
    runs += 1;
    return runs;
  }, 50);
  expect(await Promise.all(Array.from({ length: 100 }, ask))).toEqual(Array(100).fill(1));
  expect(await ask()).toBe(1);
  await expect.poll(ask).toBe(2);
});

test('a failure is not kept', async () => {
  let runs = 0;
  const ask = kept(async () => {
    runs += 1;
    if (runs === 1) throw new Error('away');
    return runs;
  }, 1_000);
  await expect(ask()).rejects.toThrow('away');
  expect(await ask()).toBe(2);
});
