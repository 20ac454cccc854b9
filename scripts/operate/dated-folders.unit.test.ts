import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dropOldest, folderBelow } from './dated-folders.ts';

const parent = mkdtempSync(join(tmpdir(), 'junkan-dated-'));
afterAll(() => rmSync(parent, { recursive: true }));

test('of backups of a schedule the newest whole ones stay, and so does what is no backup of it', async () => {
  const at = (hour: number): string => folderBelow(parent, new Date(Date.UTC(2026, 10, 30, hour, 15)));
  expect(at(2)).toBe(join(parent, '2026-11-30T02-15-00Z'));
  for (const hour of [1, 2, 3, 4]) mkdirSync(at(hour));
  mkdirSync(join(parent, 'by-hand'));
  // The last one was not finished.
  for (const folder of [at(1), at(2), at(3), join(parent, 'by-hand')]) writeFileSync(join(folder, 'manifest.json'), '{}');
  expect(await dropOldest(parent, 2)).toEqual([at(1)]);
  expect(readdirSync(parent).sort()).toEqual(['2026-11-30T02-15-00Z', '2026-11-30T03-15-00Z', '2026-11-30T04-15-00Z', 'by-hand']);
});
