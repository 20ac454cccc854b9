import type { Digest } from '../settings/settings.ts';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** The period of policy time that a moment is in: a day, or seven of them. */
export function periodOf(digest: Exclude<Digest, 'off'>, now: string): string {
  const day = Math.floor(Date.parse(now) / DAY_MS);
  return digest === 'daily' ? `day-${day}` : `week-${Math.floor(day / WEEK_DAYS)}`;
}
