import { auditor } from '@junkan/scripts/main-job/api.ts';
import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { expect, onTestFinished } from 'vitest';
import { verifiedFaults } from './breaking.ts';
import { startTestSystem } from './test-system.ts';

/** Runs variants of the life cycle on engines, twice; for one test alone. */
export async function runVariants(only: readonly string[]): Promise<void> {
  const system = await startTestSystem();
  onTestFinished(() => system.close());
  const { demonstrations: shown } = await demonstrate(system.api, { only });
  expect(shown.map(({ name, status }) => [name, status])).toEqual(shown.map(({ name, ends }) => [name, ends]));
  expect(shown.length).toBe(only.length);
  expect(await verifiedFaults(system)).toEqual({});
  const { earliestDeadline } = await system.api.as(auditor).getClock();
  expect(earliestDeadline).toBeUndefined();
  const before = await system.commits();
  expect((await demonstrate(system.api, { only })).demonstrations).toEqual(shown);
  expect(await system.commits()).toBe(before);
}
