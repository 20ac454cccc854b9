import { auditor } from '@junkan/scripts/main-job/api.ts';
import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import type { Demonstration } from '@junkan/scripts/main-job/summary.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { type Constellation, startConstellation } from '../constellation.ts';

let system: Constellation;
let shown: Demonstration[];
beforeAll(async () => {
  system = await startConstellation();
  shown = await demonstrate(system.api);
}, 240_000);
afterAll(() => system.close());

describe('every turn that a project can take', () => {
  test('ends where it should', () => {
    expect(shown.map(({ name, status }) => [name, status])).toEqual(shown.map(({ name, ends }) => [name, ends]));
    expect(shown.length).toBeGreaterThan(20);
  });

  test('leaves every invariant whole, and no reservation, workflow or timer behind', async () => {
    expect(await verifiedFaults(system)).toEqual({});
    const { earliestDeadline } = await system.api.get<{ earliestDeadline?: string }>('/clock', { as: auditor });
    expect(earliestDeadline).toBeUndefined();
  });

  test('shown again, changes nothing', async () => {
    const before = await system.commits();
    expect(await demonstrate(system.api)).toEqual(shown);
    expect(await system.commits()).toBe(before);
  });
});
