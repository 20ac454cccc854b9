import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from './asked.mjs';
import { secretsIn } from './secrets.ts';
import type { Env } from './trial.ts';

/** About as long as the main job takes in policy time with its own projects and all demonstrations, so that it ends near today. */
const MAIN_JOB_DAYS = 5_669;

/**
 * How far the policy time of this data begins behind real time, kept with the data from its first start on. Data of an earlier version, and
 * a start with other projects or fewer demonstrations, which take another time, begin today; so does whatever the environment says itself.
 */
export function behindDaysOf({ data, projects, demonstrations }: Pick<Options, 'data' | 'projects' | 'demonstrations'>): Env {
  const file = join(data, 'behind-days');
  const isNew = secretsIn(data) === undefined;
  const isWhole = projects === undefined && demonstrations === undefined;
  if (isNew && !existsSync(file)) {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    writeFileSync(file, process.env['JUNKAN_TRIAL_BEHIND_DAYS'] ?? String(isWhole ? MAIN_JOB_DAYS : 0));
  }
  return { JUNKAN_TRIAL_BEHIND_DAYS: existsSync(file) ? readFileSync(file, 'utf8').trim() : '0' };
}
