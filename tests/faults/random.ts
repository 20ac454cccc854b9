import { setTimeout as sleep } from 'node:timers/promises';
import type { Rng } from '../rng.ts';
import type { Installation } from './installation.ts';
import { sendSignal, type Victim } from './victims.ts';

/** What was done to an installation, by whom it hit and by its kind. */
export type Done = { readonly kills: Partial<Record<Victim, number>>; readonly faults: Record<string, number> };

const PAUSE_MS = [1_000, 2_000, 3_500, 5_000, 8_000];
const NETWORK_MS = [500, 1_500, 3_000, 5_000];
const BETWEEN_MS = [400, 900, 1_500, 2_500, 4_000];
const DELAYS_MS = [20, 100, 400];
/** Of a hundred messages, and of how many in a run. */
const DISTURBED_PERCENT = 8;
const MAX_DISTURBED = 20_000;

/** One fault after another until it is stopped; resolves when all of them are over. */
export async function faultsAtRandom(installation: Installation, rng: Rng, stop: AbortSignal, say: (line: string) => void) {
  const done: Done = { kills: {}, faults: {} };
  const under = new Set<Promise<void>>();
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal: stop }).catch(() => undefined);
  const count = (kind: string): void => {
    done.faults[kind] = (done.faults[kind] ?? 0) + 1;
  };

  function kill(victim: Victim): void {
    if (!installation.signal(victim, 'SIGKILL')) return;
    done.kills[victim] = (done.kills[victim] ?? 0) + 1;
    count('kill');
  }

  async function freeze(victim: Victim): Promise<void> {
    // By its number: a process that has replaced it meanwhile was never stopped.
    const pid = installation.pidOf(victim);
    if (!sendSignal(pid, 'SIGSTOP')) return;
    count('freeze');
    await pause(rng.of(PAUSE_MS));
    sendSignal(pid, 'SIGCONT');
  }

  async function cutOff(victim: Victim): Promise<void> {
    const proxy = installation.proxies.get(victim);
    const kind = rng.of(['cut', 'delay', 'refuse', 'hold'] as const);
    count(kind);
    if (kind === 'cut') proxy?.cut();
    else if (kind === 'delay') proxy?.delay(rng.of(DELAYS_MS));
    else proxy?.[kind]();
    await pause(rng.of(NETWORK_MS));
    proxy?.heal();
  }

  Object.assign(installation.messageFaults, { percent: DISTURBED_PERCENT, left: MAX_DISTURBED });
  while (!stop.aborted) {
    const victim = rng.of(installation.victims);
    const kind = rng.of(['kill', 'kill', 'freeze', 'network', 'network'] as const);
    say(`${kind} ${victim}`);
    if (kind === 'kill') kill(victim);
    else {
      const fault = kind === 'freeze' ? freeze(victim) : cutOff(victim);
      under.add(fault);
      void fault.finally(() => under.delete(fault));
    }
    await pause(rng.of(BETWEEN_MS));
  }
  await Promise.all(under);
  installation.messageFaults.percent = 0;
  return done;
}
