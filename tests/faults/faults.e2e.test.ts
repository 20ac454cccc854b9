import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { rngOf } from '../rng.ts';
import { none } from './checking.ts';
import { without } from './controls/run.ts';
import { areEnginesExternal, clear, startInstallation } from './installation.ts';
import { crashPointsIn } from './points.ts';
import { powerLossIn } from './power.ts';
import { type AtWork, randomFaultsIn } from './run.ts';
import { startClients } from './workload/clients.ts';

/** What was done to the installation and when, printed if it did not withstand it. */
const began = performance.now();
const lines: string[] = [];
const say = (line: string): void => void lines.push(`${((performance.now() - began) / 1_000).toFixed(1)} s: ${line}`);
beforeEach(() => {
  lines.length = 0;
  onTestFailed(() => console.info(lines.join('\n')));
});

const only = { skip: areEnginesExternal };

describe('what was acknowledged is recorded, once, and the system becomes idle by itself', only, () => {
  let atWork: AtWork;
  beforeAll(async () => {
    const installation = await startInstallation({ rng: rngOf(12) });
    atWork = {
      installation,
      clients: await startClients({ addresses: installation.addresses, name: 'faults', rng: rngOf(13), projects: 3 }),
    };
  });
  afterAll(async () => {
    await atWork.clients.stop();
    await atWork.installation.close();
    clear(atWork.installation.data);
  });

  test('after some seconds of kills, stops, broken ways and repeated messages', async () => {
    const { findings, drainSeconds, ...summary } = await randomFaultsIn(atWork, { seed: 11, seconds: 10, say });
    console.info(JSON.stringify({ ...summary, drainSeconds }));
    expect(findings).toEqual(none);
    expect(drainSeconds).toBeDefined();
    expect(summary.acknowledged).toBeGreaterThan(0);
  });

  test('after a death between a command and its effects', async () => {
    const points = ['activity.acted'] as const;
    const { outcomes, findings } = await crashPointsIn(atWork, { seed: 3, points, say });
    expect(outcomes.filter(({ reached }) => !reached)).toEqual([]);
    expect(findings).toEqual(none);
  });

  test('after a power loss by which the broker has lost more than the database', async () => {
    const { outcomes, findings } = await powerLossIn(atWork, { seed: 4, workMs: 3_000, behind: [2], say });
    expect(findings).toEqual(none);
    expect(outcomes[0]?.acknowledgedBefore).toBeGreaterThan(0);
  });
});

test('without a defence such work is found to be wrong', only, async () => {
  expect((await without('unique command id', 1)).join()).toContain('doubled');
});
