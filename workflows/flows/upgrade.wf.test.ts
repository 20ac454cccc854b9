import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { funding } from '../testing/funding-scenarios.fixture.ts';
import { milestone } from '../testing/scenarios.fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../testing/test-environment.fixture.ts';

const PATCH = /\bruntime\.has\('look-anyway'\)/g;

/** The code as it was before the patch: idle without a limit, in one run. */
function before(code: string): string {
  const earlier = code.replaceAll(PATCH, 'false');
  if (earlier === code) throw new Error('the patch is not found in the bundled code');
  return earlier;
}

let environment: TestEnvironment;
beforeAll(async () => {
  environment = await openTestEnvironment(before(inject('workflowCode')), { keepsRuns: false });
});
afterAll(() => environment?.close());

test('what began under the code before goes on under the code of today, and takes on its ways when it is next idle', async () => {
  const round = await funding(environment, 'began-before');
  await round.scene.happens(() => round.fake.proposes('off_a', 'large', 700n));
  const step = await milestone(environment, 'began-before', 400);
  await step.scene.pass(20);
  expect(await step.scene.history()).not.toContain('look-anyway');

  await environment.goesOnUnder(inject('workflowCode'));
  await round.scene.end();
  expect(round.fake.status).toBe('unfunded');
  expect(round.fake.claims).toEqual({ off_a: 'released' });
  // Waiting for the round's end has skipped some time, not always the same: in 500 days the last step of the ladder is past.
  await step.scene.pass(500);
  await step.scene.happens(() => step.fake.agreementIs('terminated'));
  await step.scene.end();
  const did = step.scene.taken.map((each) => JSON.stringify(each.step));
  expect(new Set(did).size).toBe(did.length);
  expect(step.scene.taken.map((each) => each.step.do)).toEqual([
    'RemindOf',
    'MarkMilestoneDue',
    'MarkMilestoneOverdue',
    'EscalateTo',
    'EscalateTo',
    'EscalateTo',
    'CancelMilestone',
  ]);
  const history = await step.scene.history();
  expect(history).toContain('core_patch');
  expect(history).toContain(
    Buffer.from(JSON.stringify({ id: 'look-anyway' }))
      .toString('base64')
      .slice(0, 12),
  );
  // It went on from what the worker had kept of it; from its history alone it goes the same way.
  await Worker.runReplayHistory({ workflowBundle: { code: inject('workflowCode') } }, JSON.parse(history));
});
