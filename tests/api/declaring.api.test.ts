import { DEMONSTRATIONS, demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { startMemorySystem } from '../memory-system.ts';

test('four cities sign, two of them as a group: one reports what its projects have verified, another is late, suspended and reinstated', async () => {
  const system = await startMemorySystem();
  try {
    const only = ['partially-met-carried', 'declaration'];
    expect(DEMONSTRATIONS).toEqual(expect.arrayContaining(only));
    const { declaration } = await demonstrate(system.api, { only });
    expect(declaration).toMatchObject({
      signatories: [
        { name: 'Kota Melati', status: 'active' },
        { name: 'Teluk Wangi', status: 'active' },
        { name: 'Bayan Luntian', status: 'active' },
        { name: 'Harukawa', status: 'active' },
      ],
      groupMembers: 2,
      report: { status: 'published' },
    });
    expect(declaration?.report.verified).toBeGreaterThan(0);
    expect(declaration?.ladder.map((each) => each.slice(11))).toEqual(
      expect.arrayContaining(['opened', 'reminded 90', 'overdue', 'help-offered', 'notice-may-be-issued', 'suspension-may-be-decided']),
    );
    // Once more it finds all done, and reports the same.
    expect((await demonstrate(system.api, { only })).declaration).toEqual(declaration);
    expect(await verifiedFaults(system)).toEqual({});
  } finally {
    await system.close();
  }
});
