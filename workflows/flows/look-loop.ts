import { type Instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import {
  allHandlersFinished,
  condition,
  defineQuery,
  defineSignal,
  log,
  patched,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { LOOK_AGAIN } from '../contract.ts';
import { type Next, type Notice, noticeKey } from '../rules/next.ts';

/** What a look brings: where things stand, and which wake-up it answers. */
export type Looked<View> = { readonly view: View; readonly seen: number };

/** What a workflow says when a look left it nothing to do: which wake-up that look answered, and what it waits for. */
export type Resting = { readonly workflowId: string; readonly seen: number; readonly wakeAt: Instant | ''; readonly ended: boolean };
export type RestActivities = { rest(resting: Resting): Promise<void> };

const lookAgain = defineSignal(LOOK_AGAIN);
const deadlineQuery = defineQuery<string>('deadline');
const stageQuery = defineQuery<unknown>('stage');

/** Short, so that a lost worker holds nothing up for long; repeated until it works. */
export const LOCAL = {
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '20 seconds' },
} as const;

type Flow<View extends { now: string }, Step extends { do: string }> = {
  look: () => Promise<Looked<View>>;
  next: (view: View, sent: ReadonlySet<string>) => Next<Step>;
  act: (steps: readonly Step[]) => Promise<void>;
  /** Goes on as a new run: all that a run knows, the services know as well. */
  anew: () => Promise<never>;
};

const STUCK_MS = 60_000;
const MOST_REPEATS = 3;
/** It looks at least once a week, so that a wake-up that was lost is made up for. */
const LOOK_ANYWAY_MS = 7 * 24 * 60 * 60 * 1_000;
/** Events after which a run goes on as a new one, though the server may suggest it earlier: some hundred looks. */
const MOST_EVENTS = 2_000;

/**
 * The one way that workflows go: look where things stand, decide by a pure rule, act or rest until woken or until the
 * next moment. Signals carry nothing, so repeated, late and lost ones do no harm.
 */
export async function lookLoop<View extends { now: string }, Step extends { do: string }>({
  look,
  next,
  act,
  anew,
}: Flow<View, Step>): Promise<void> {
  const { rest } = proxyLocalActivities<RestActivities>(LOCAL);
  const { workflowId } = workflowInfo();
  const sent = new Set<string>();
  let woken = false;
  let deadline = '';
  let stage: unknown;
  setHandler(lookAgain, () => {
    woken = true;
  });
  setHandler(deadlineQuery, () => deadline);
  setHandler(stageQuery, () => stage);

  for (let repeats = 0, before = ''; ; ) {
    woken = false;
    const { view, seen } = await look();
    stage = view;
    const { steps, wakeAt, ended } = next(view, sent);
    if (steps.length > 0) {
      const taken = JSON.stringify(steps);
      repeats = taken === before ? repeats + 1 : 0;
      before = taken;
      if (repeats >= MOST_REPEATS) {
        log.warn('the same steps do not take effect; waiting before the next try', { steps: taken });
        await sleep(STUCK_MS);
      }
      await act(steps);
      for (const step of steps) if (isNotice(step)) sent.add(noticeKey(step));
      continue;
    }
    deadline = wakeAt;
    await rest({ workflowId, seen, wakeAt, ended });
    if (ended) break;
    const left = wakeAt === '' ? undefined : Math.max(1, milliseconds(wakeAt) - milliseconds(view.now));
    // Runs that began before this was so go by it from their next rest on.
    if (patched('look-anyway')) {
      if (isLong()) await anew();
      await condition(() => woken, Math.min(left ?? LOOK_ANYWAY_MS, LOOK_ANYWAY_MS));
    } else if (left === undefined) await condition(() => woken);
    else await condition(() => woken, left);
  }
  await condition(allHandlersFinished);
}

function isLong(): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength >= MOST_EVENTS;
}

const isNotice = (step: { do: string }): step is Notice => step.do === 'RemindOf' || step.do === 'EscalateTo';
