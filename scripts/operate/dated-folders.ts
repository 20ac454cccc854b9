import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

// Backups of a schedule, each in a folder that is named by its time: 2026-11-30T02-15-00Z.

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;

export const isDated = (name: string): boolean => NAME.test(name);

export const folderBelow = (parent: string, at: Date): string =>
  join(
    parent,
    at
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replaceAll(':', '-'),
  );

/** Deletes all but the newest ones that are whole. Answers which were deleted. */
export async function dropOldest(parent: string, keep: number): Promise<string[]> {
  const folders = (await readdir(parent)).filter(isDated).map((name) => join(parent, name));
  const whole = folders.filter((folder) => existsSync(join(folder, 'manifest.json'))).toSorted();
  const dropped = whole.slice(0, -keep);
  for (const folder of dropped) await rm(folder, { recursive: true });
  return dropped;
}
