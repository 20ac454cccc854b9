import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { IN_PROGRESS } from '@junkan/trial-sign-in/in-progress.ts';
import { expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system } = await openSystem();

test('what waits is there without the other demonstrations as well, but for the report of a city that has come so far in them', async () => {
  const { inProgress = [] } = await demonstrate(system.api, { only: ['in-progress'] });
  const expected = Object.keys(IN_PROGRESS).filter((name) => name !== 'report-to-review');
  expect(inProgress.map(({ name }) => name)).toEqual(expected);
  expect(await verifiedFaults(system)).toEqual({});
});
