import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Remembers which input the main job has done, so that a second start need not look through it again. */
const markOf = (dataDir: string, projects: string | undefined): string => {
  const content = projects === undefined ? 'default' : readFileSync(projects);
  return join(dataDir, `done-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`);
};

export const isDone = (dataDir: string, projects?: string): boolean => existsSync(markOf(dataDir, projects));
export const markDone = (dataDir: string, projects?: string): void => writeFileSync(markOf(dataDir, projects), '');
