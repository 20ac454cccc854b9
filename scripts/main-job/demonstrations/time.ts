import type { Api } from '../api.ts';
import { advance, settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { Clock } from '../messages.ts';

type Waiting = {
  readonly isSo: (clock: Clock) => Promise<boolean>;
  readonly goOn: (clock: Clock) => void;
  readonly giveUp: (why: Error) => void;
};

/** Lets scenarios share one clock: time passes only while every one of them waits, and then only to the next deadline. */
export function timeFor(api: Api) {
  const waiting = new Set<Waiting>();
  let running = 0;
  let ticking = false;

  /** Those for whom it has come true go on; where there is none, time passes. */
  async function tick(): Promise<void> {
    let clock = await settled(api);
    for (;;) {
      const now = clock;
      const all = await inParallel([...waiting], async (each) => ({ each, isSo: await each.isSo(now) }));
      const come = all.filter(({ isSo }) => isSo).map(({ each }) => each);
      if (come.length > 0) {
        for (const each of come) waiting.delete(each);
        for (const each of come) each.goOn(clock);
        return;
      }
      if (!clock.earliestDeadline) throw new Error('what is waited for does not come: no deadline is pending');
      clock = await advance(api, clock.earliestDeadline);
    }
  }

  function whenAllWait(): void {
    if (ticking || waiting.size === 0 || waiting.size < running) return;
    ticking = true;
    tick()
      .catch((why: Error) => {
        for (const each of waiting) each.giveUp(why);
        waiting.clear();
      })
      .finally(() => {
        ticking = false;
        whenAllWait();
      });
  }

  return {
    /** Resolves once the system has settled and it is so, however much time has to pass until then. */
    until: (isSo: (clock: Clock) => Promise<boolean>): Promise<Clock> =>
      new Promise((goOn, giveUp) => {
        waiting.add({ isSo, goOn, giveUp });
        whenAllWait();
      }),
    /** Runs scenarios side by side. */
    async sideBySide<Result>(scenarios: readonly (() => Promise<Result>)[]): Promise<Result[]> {
      running = scenarios.length;
      const outcomes = await Promise.allSettled(
        scenarios.map((run) =>
          run().finally(() => {
            running -= 1;
            whenAllWait();
          }),
        ),
      );
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed) throw failed.reason;
      return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    },
  };
}

export type Time = ReturnType<typeof timeFor>;
