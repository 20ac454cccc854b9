import { setTimeout as sleep } from 'node:timers/promises';
import { awaited, eventStreamName, type Nats } from '@junkan/kit/messaging/nats.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { BRIDGE } from '@junkan/workflows/contract.ts';

/** Which programs of an installation run, wherever that is: those that do wait for events at the broker. */
export type Running = { readonly some: boolean; readonly worker: boolean };

/** Between two requests for events nobody waits, for a moment. */
const TRIES = 10;
const PAUSE_MS = 200;

export async function whoRuns(nats: Nats, namespace: string): Promise<Running> {
  const seen = new Set<string>();
  for (let tries = 0; tries < TRIES && !seen.has(BRIDGE); tries += 1) {
    if (tries > 0) await sleep(PAUSE_MS);
    const waiting = CONTEXT_NAMES.map((context) => awaited(nats, eventStreamName(namespace, context)));
    for (const name of (await Promise.all(waiting)).flat()) seen.add(name);
  }
  return { some: seen.size > 0, worker: seen.has(BRIDGE) };
}
