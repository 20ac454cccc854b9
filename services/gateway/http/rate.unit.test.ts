import type { Response } from 'express';
import { beforeEach, expect, test, vi } from 'vitest';
import { BadRequest } from './problem.ts';
import { rate } from './rate.ts';

// The time is the test's own: however long a busy machine takes, no second begins until the test says so.
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  return () => void vi.useRealTimers();
});

type Asked = { readonly isLetIn: boolean; readonly sentHeaders: Readonly<Record<string, string>> };

/** Asks once. `sentHeaders`: all headers of the answer. */
async function ask(limit: ReturnType<typeof rate>, person: string): Promise<Asked> {
  const sentHeaders: Record<string, string> = {};
  const response = { set: (headers: Record<string, string>) => Object.assign(sentHeaders, headers) } as unknown as Response;
  try {
    await limit(person, response);
    return { isLetIn: true, sentHeaders };
  } catch (refusal) {
    if (!(refusal instanceof BadRequest)) throw refusal;
    expect([refusal.status, refusal.type]).toEqual([429, 'RequestsAreTooMany']);
    return { isLetIn: false, sentHeaders: { ...sentHeaders, ...refusal.headers } };
  }
}

async function askTimes(limit: ReturnType<typeof rate>, person: string, times: number): Promise<Asked[]> {
  const all: Asked[] = [];
  for (let time = 0; time < times; time += 1) all.push(await ask(limit, person));
  return all;
}

const letIn = (all: readonly Asked[]): number => all.filter(({ isLetIn }) => isLetIn).length;

test('a caller that asks faster than the pace and its burst gets the time at which to go on, and others are not held up', async () => {
  const limit = rate(2, 4);
  const all = await askTimes(limit, 'hasty', 20);
  expect(letIn(all)).toBe(6);
  for (const { sentHeaders } of all.filter(({ isLetIn }) => !isLetIn)) {
    expect(sentHeaders).toMatchObject({ 'RateLimit-Policy': '"steady";q=2;w=1, "burst";q=4;w=2' });
    expect(Number(sentHeaders['Retry-After'])).toBeGreaterThanOrEqual(1);
    expect(sentHeaders['RateLimit']).toMatch(/^"steady";r=0;t=[1-9]$/);
  }
  expect(letIn(await askTimes(limit, 'patient', 2))).toBe(2);
});

test('who waits may ask again, each second at the pace, and with the burst once that has filled up', async () => {
  const limit = rate(2, 4);
  await askTimes(limit, 'hasty', 20);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(letIn(await askTimes(limit, 'hasty', 20))).toBe(2);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(letIn(await askTimes(limit, 'hasty', 20))).toBe(6);
});

test('without a burst the pace alone counts, and a pace of none is no limit and says nothing', async () => {
  const paced = await askTimes(rate(3, 0), 'hasty', 20);
  expect([letIn(paced), paced[0]?.sentHeaders['RateLimit-Policy']]).toEqual([3, '"steady";q=3;w=1']);
  const free = await askTimes(rate(0, 0), 'hasty', 300);
  expect([letIn(free), free[0]?.sentHeaders]).toEqual([300, {}]);
});
