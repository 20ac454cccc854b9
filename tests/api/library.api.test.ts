import { auditor } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system, api } = await openSystem();

test('the policies of the trial enter the library, once, and a city adopts one', async () => {
  const shown = await demonstrate(api, { only: ['policy'] });
  expect(shown.policy).toMatchObject({ policies: 46, status: 'adopted', distance: { kept: 1, changed: 2, added: 1, removed: 0 } });
  await demonstrate(api, { only: ['policy'] });
  await settled(api);
  const all = await Array.fromAsync(api.as(auditor).each('listPolicies', {}));
  expect(all).toHaveLength(46);
  const { counts } = await api.as(auditor).listPolicies({ counts: 'country,type,language' });
  expect(Object.keys(counts?.country ?? {})).toHaveLength(16);
  expect(await verifiedFaults(system)).toEqual({});
});
