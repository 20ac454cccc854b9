import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, clockOperator } from './api.ts';
import type { Clock } from './messages.ts';

const POLL_MS = 60;
const PATIENCE_MS = 180_000;

/** Waits until nothing is under way: outboxes empty, consumers at the end, workflows at rest. */
export async function settled(api: Api): Promise<Clock> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const clock = await api.as(clockOperator).get('/clock');
    if (clock.settled) return clock;
    if (Date.now() > until) throw new Error(`the system does not settle: ${JSON.stringify(clock.backlog)}`);
    await sleep(POLL_MS);
  }
}

/** Lets policy time pass to the earliest deadline, and everything that follows from it happen. */
export async function advance(api: Api, to: string): Promise<Clock> {
  await api.as(clockOperator).command('POST', '/clock/advance', { to }, { key: `advance:${to}` });
  return settled(api);
}
