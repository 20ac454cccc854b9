import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { believing } from './believed.ts';
import type { Holder } from './tokens.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const actor = { person: 'ann', organisation: 'secretariat', roles: [] };
const reading = (until: number) => {
  const read = vi.fn(async (authorization: string | undefined): Promise<Holder> => {
    if (authorization !== 'Bearer good') throw new Error('TokenIsNotValid');
    return { actor, name: 'Ann', until };
  });
  return { read, holderOf: believing(read) };
};

test('a good token is looked at once a minute, however often it comes', async () => {
  const { read, holderOf } = reading(15 * 60_000);
  for (const at of [0, 1_000, 59_999]) {
    vi.setSystemTime(at);
    expect(await holderOf('Bearer good')).toEqual({ actor, name: 'Ann', until: 15 * 60_000 });
  }
  expect(read).toHaveBeenCalledTimes(1);
  vi.setSystemTime(60_000);
  await holderOf('Bearer good');
  expect(read).toHaveBeenCalledTimes(2);
});

test('it is not believed past its end, nor by a clock that went back', async () => {
  const { read, holderOf } = reading(5_000);
  vi.setSystemTime(4_000);
  await holderOf('Bearer good');
  vi.setSystemTime(5_000);
  await holderOf('Bearer good');
  vi.setSystemTime(3_000);
  await holderOf('Bearer good');
  expect(read).toHaveBeenCalledTimes(3);
});

test('what is refused is looked at each time, and no token is none', async () => {
  const { read, holderOf } = reading(60_000);
  for (let count = 0; count < 2; count += 1) await expect(holderOf('Bearer forged')).rejects.toThrow('TokenIsNotValid');
  for (let count = 0; count < 2; count += 1) await expect(holderOf(undefined)).rejects.toThrow('TokenIsNotValid');
  expect(read).toHaveBeenCalledTimes(4);
});
