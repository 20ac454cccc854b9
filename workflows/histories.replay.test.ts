import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { SCENARIO_NAMES } from './testing/scenarios.fixture.ts';

const folder = new URL('histories/', import.meta.url);
/** Those of today's code, and in `earlier/` those of the code before it, which was idle without a limit. */
const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
const textOf = (file: string): Promise<string> => readFile(new URL(file, folder), 'utf8');

beforeAll(() => {
  // A replay that fails, as the changed workflows must, is no news.
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging: { filter: 'off' } } });
});

const replay = async (code: string, file: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: { code } }, JSON.parse(await textOf(file)), file);

test('there is a recorded history for every way to an end', () => {
  for (const name of SCENARIO_NAMES) expect(files).toContain(`${name}.json`);
});

test.each(files)('%s names no machine', async (file) => {
  const text = await textOf(file);
  expect(new Set(text.match(/"identity":"[^"]*"/g))).toEqual(new Set(['"identity":"recorder"']));
});

describe('what has begun goes on under the code of today', () => {
  test.each(files)('%s replays', async (file) => {
    await replay(inject('workflowCode'), file);
  });
});

describe('a change that would break what has begun is noticed', () => {
  let changed = '';
  beforeAll(async () => {
    const workflowsPath = fileURLToPath(new URL('testing/changed-workflows.fixture.ts', import.meta.url));
    changed = (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })).code;
  });

  test.each(files)('%s does not replay under workflows that wait before they look', async (file) => {
    await expect(replay(changed, file)).rejects.toThrow(DeterminismViolationError);
  });
});
