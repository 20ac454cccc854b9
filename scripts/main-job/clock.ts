import { ApiProblem } from '@junkan/client/problem.ts';
import { type Api, clockOperator } from './api.ts';
import type { Clock } from './messages.ts';

const WAIT_SECONDS = 5;
const TIMEOUT_MS = 180_000;

/** Waits until nothing is in progress: outboxes empty, consumers at the end, workflows idle. */
export async function settled(api: Api): Promise<Clock> {
  for (const end = Date.now() + TIMEOUT_MS; ; ) {
    const clock = await api.as(clockOperator).getClock({ wait: WAIT_SECONDS });
    if (clock.settled) return clock;
    if (Date.now() > end) throw new Error(`the system does not settle: ${JSON.stringify(clock.backlog)}`);
  }
}

/** Lets policy time pass to the earliest deadline, and everything that follows from it happen. */
export async function advance(api: Api, to: string): Promise<Clock> {
  await advanceTo(api, to);
  return settled(api);
}

const DAY_MS = 86_400_000;
/** Longer than what changes who is paid cools. */
const COOLING_DAYS = 4;
/** Lets the days pass in which accounts, and limits, cool. */
export async function cooled(api: Api): Promise<Clock> {
  const { now } = await settled(api);
  return advance(api, new Date(Date.parse(now) + COOLING_DAYS * DAY_MS).toISOString());
}

/** Lets policy time pass. What follows from that is under way. */
export async function advanceTo(api: Api, to: string): Promise<void> {
  try {
    await api.as(clockOperator).advanceClock({}, { to }, { key: `advance:${to}` });
  } catch (error) {
    // The deadline may pass while the request is under way.
    if (!(error instanceof ApiProblem && error.problem.type === '/problems/clock-only-moves-forward')) throw error;
  }
}
