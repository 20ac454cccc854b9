import { fileURLToPath } from 'node:url';
import { timeSkippingServerPath } from '@junkan/infra/embedded/binaries.ts';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorker } from './worker.ts';

let env: TestWorkflowEnvironment;
let code = '';
beforeAll(async () => {
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
  env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: timeSkippingServerPath() } },
  });
  const workflowsPath = fileURLToPath(new URL('testing/endless-workflow.fixture.ts', import.meta.url));
  code = (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })).code;
});
afterAll(() => env?.teardown());

const workerOf = (taskQueue: string, patience?: Parameters<typeof createWorker>[1]) =>
  createWorker({ connection: env.nativeConnection, taskQueue, workflowBundle: { code } }, patience);

test('a workflow waits without a stack of each of its promises', async () => {
  const worker = await workerOf('waiting');
  await worker.runUntil(async () => {
    const handle = await env.client.workflow.start('waits', { workflowId: 'waits', taskQueue: 'waiting' });
    expect(await handle.query<string>('__stack_trace')).toBe('');
    await handle.terminate();
  });
});

test('a workflow that does not return ends the worker', async () => {
  const worker = await workerOf('spinning', { everyMs: 500, looks: 10 });
  const ended = worker.run().then(
    () => 'went on',
    (error: Error) => error.message,
  );
  await env.client.workflow.start('spins', { workflowId: 'spins', taskQueue: 'spinning' });
  expect(await ended).toContain('exited');
});
