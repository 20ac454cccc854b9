import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from './asked.mjs';

type Input = Pick<Options, 'projects' | 'demonstrations'>;

/** Remembers the input for which the main job is done, so that a second start need not check it again. */
function markOf(dataDir: string, { projects, demonstrations = [] }: Input): string {
  const content = projects === undefined ? 'default' : readFileSync(projects);
  const hash = createHash('sha256').update(content).update(demonstrations.join());
  return join(dataDir, `done-${hash.digest('hex').slice(0, 16)}`);
}

export const isDone = (dataDir: string, input: Input): boolean => existsSync(markOf(dataDir, input));
export const markDone = (dataDir: string, input: Input): void => writeFileSync(markOf(dataDir, input), '');
