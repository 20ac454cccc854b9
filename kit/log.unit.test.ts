import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from './log.ts';

test('a line names one service, also where several write to one log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'junkan-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'log');
  const shared = createLog(undefined, 'info', file);
  for (const service of ['matching', 'gateway']) shared.child({ service }).info('serving');
  shared.info('all are there');
  createLog('gateway', 'info', file).info('serving');
  const lines = () => readFileSync(file, 'utf8').trim().split('\n');
  await expect.poll(() => lines().length).toBe(4);
  const services = lines().map((line) => [...line.matchAll(/"service":"([^"]+)"/g)].map(([, name]) => name).join());
  expect(services.toSorted()).toEqual(['', 'gateway', 'gateway', 'matching']);
});

test('a level that there is not is refused by the name of its setting, with those that there are', () => {
  expect(() => createLog('matching', 'loud')).toThrow('JUNKAN_LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent');
});
