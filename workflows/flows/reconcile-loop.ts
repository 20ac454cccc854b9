import { type Instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import { WAKE_UP } from '../contract.ts';
import { type Next, type Notice, noticeKey } from '../rules/next.ts';
import type { Runtime } from './runtime.ts';

/** The result of an observation: the view, and which wake-up it answers. */
export type Observed<View> = { readonly view: View; readonly seen: number };

/** Reported when an observation left nothing to do: which wake-up it answered, and what the workflow waits for. */
export type Idle = { readonly workflowId: string; readonly seen: number; readonly wakeAt: Instant | ''; readonly ended: boolean };
export type IdleActivities = {
  /**
   * Whether the workflow may become idle, or end; if not, it must observe again. Undefined in older histories, which means yes. Histories
   * record the name.
   */
  rest(resting: Idle): Promise<boolean | undefined>;
};

type Flow<View extends { now: string }, Step extends { do: string }> = {
  observe: () => Promise<Observed<View>>;
  next: (view: View, sent: ReadonlySet<string>) => Next<Step>;
  act: (steps: readonly Step[]) => Promise<void>;
  /** What the run was begun with. */
  input: object;
};

const STUCK_MS = 60_000;
const MAX_REPEATS = 3;
/** It observes at least once a week, so that a wake-up that was lost is made up for. */
const MAX_IDLE_MS = 7 * 24 * 60 * 60 * 1_000;

/**
 * The reconcile loop: observe, decide by a pure rule, act or wait until woken or until the next deadline. Signals carry nothing, so
 * repeated, late and lost ones do no harm.
 */
export async function reconcileLoop<View extends { now: string }, Step extends { do: string }>(
  runtime: Runtime,
  { observe, next, act, input }: Flow<View, Step>,
): Promise<void> {
  const { rest } = runtime.activities<IdleActivities>();
  const { workflowId } = runtime;
  const sent = new Set<string>();
  let woken = false;
  let deadline = '';
  let stage: unknown;
  runtime.onSignal(WAKE_UP, () => {
    woken = true;
  });
  runtime.onQuery('deadline', () => deadline);
  runtime.onQuery('stage', () => stage);

  for (let repeats = 0, before = ''; ; ) {
    woken = false;
    const { view, seen } = await observe();
    stage = view;
    const { steps, wakeAt, ended } = next(view, sent);
    if (steps.length > 0) {
      const taken = JSON.stringify(steps);
      repeats = taken === before ? repeats + 1 : 0;
      before = taken;
      if (repeats >= MAX_REPEATS) {
        runtime.warn('the same steps do not take effect; waiting before the next try', { steps: taken });
        await runtime.sleep(STUCK_MS);
      }
      await act(steps);
      for (const step of steps) if (isNotice(step)) sent.add(noticeKey(step));
      continue;
    }
    deadline = wakeAt;
    if ((await rest({ workflowId, seen, wakeAt, ended })) === false) continue;
    if (ended) break;
    const left = wakeAt === '' ? undefined : Math.max(1, milliseconds(wakeAt) - milliseconds(view.now));
    // Runs that began before this patch follow it from the next time they are idle.
    if (runtime.has('look-anyway')) {
      // All that a run knows, the services know as well.
      if (runtime.isLong()) await runtime.goOnAsNewRun(input);
      await runtime.until(() => woken, Math.min(left ?? MAX_IDLE_MS, MAX_IDLE_MS));
    } else await runtime.until(() => woken, left);
  }
  await runtime.handled();
}

const isNotice = (step: { do: string }): step is Notice => step.do === 'RemindOf' || step.do === 'EscalateTo';
