import { DEMONSTRATIONS, demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system } = await openSystem();
const only = ['call'];

test('a sponsor opens a call, and selects otherwise than the order, as the sum is not enough for the first two; shown again it changes nothing', async () => {
  expect(DEMONSTRATIONS).toEqual(expect.arrayContaining(only));
  const { call } = await demonstrate(system.api, { only });
  expect(call).toMatchObject({
    status: 'decided',
    available: { amount: '2500.00', currency: 'USD' },
    interests: 1,
    order: [
      { title: 'Repair points at every tram stop', place: 1, selected: true },
      { title: 'A bank of textiles', place: 2, selected: false },
      { title: 'Tools that a ward shares', place: 3, selected: true },
    ],
  });
  const before = await system.commits();
  expect((await demonstrate(system.api, { only })).call).toEqual(call);
  expect(await system.commits()).toBe(before);
  expect(await verifiedFaults(system)).toEqual({});
});
