import { beforeEach, describe, expect, onTestFailed, test } from 'vitest';
import { none } from './checking.ts';
import { control } from './controls/run.ts';
import { areEnginesExternal } from './installation.ts';
import { crashPoints } from './points.ts';
import { powerLoss } from './power.ts';
import { randomFaults } from './run.ts';

/** What was done to the installation and when, told where that was too much for it. */
const began = performance.now();
const lines: string[] = [];
const say = (line: string): void => void lines.push(`${((performance.now() - began) / 1_000).toFixed(1)} s: ${line}`);
beforeEach(() => {
  lines.length = 0;
  onTestFailed(() => console.info(lines.join('\n')));
});

const only = { skip: areEnginesExternal };

describe('what was acknowledged stands, once, and the system comes to rest by itself', only, () => {
  test('after half a minute of kills, stops, broken ways and repeated messages', async () => {
    const { findings, drainSeconds, ...summary } = await randomFaults({ seed: 11, seconds: 30, projects: 3, say });
    console.info(JSON.stringify({ ...summary, drainSeconds }));
    expect(findings).toEqual(none);
    expect(drainSeconds).toBeDefined();
    expect(summary.acknowledged).toBeGreaterThan(100);
  });

  test('after deaths at the points between a command and its effects', async () => {
    const points = ['relay.advanced', 'activity.acted'] as const;
    const { outcomes, findings } = await crashPoints({ seed: 3, points, projects: 2, say });
    expect(outcomes.filter(({ reached }) => !reached)).toEqual([]);
    expect(findings).toEqual(none);
  });

  test('after a power loss by which the broker has lost more than the database', async () => {
    const { outcomes, findings } = await powerLoss({ seed: 4, workMs: 5_000, projects: 2, behind: [2], say });
    expect(findings).toEqual(none);
    expect(outcomes[0]?.acknowledgedBefore).toBeGreaterThan(20);
  });
});

test('without a defence the same work is found to be wrong', only, async () => {
  const { withIt, withoutIt } = await control('unique command id', 1, say);
  expect(withIt).toEqual([]);
  expect(withoutIt.join()).toContain('doubled');
});
