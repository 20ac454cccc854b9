import type { OpenView } from './open-view.ts';

const LOOK_MS = 2_000;

/** How many recorded events a view lacks, as it was last seen: those that it has yet to read, and those that it could not take. */
export function lagOf({ behind, parked }: Pick<OpenView, 'behind' | 'parked'>): { now(): number; close(): void } {
  let lag = 0;
  const look = async (): Promise<void> => {
    const unread = Object.values(await behind()).reduce((sum, count) => sum + count, 0);
    lag = unread + parked().count;
  };
  // While the broker does not answer, the last count is kept.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  timer.unref();
  return { now: () => lag, close: () => clearInterval(timer) };
}
