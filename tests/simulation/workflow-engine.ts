import { setTimeout as sleep } from 'node:timers/promises';
import type { Turn } from '@junkan/kit/testing/turn.fixture.ts';
import { flowsOn } from '@junkan/workflows/flows/flows.ts';
import type { Runtime } from '@junkan/workflows/flows/runtime.ts';
import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';

type WorkflowType = keyof ReturnType<typeof flowsOn>;
type Status = 'RUNNING' | 'COMPLETED';
type Execution = { readonly id: string; readonly type: WorkflowType; readonly input: object; status: Status; signals: number };
type Activities = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;
/** What a worker keeps of an execution while it lives. */
type Run = { isIdle: boolean; heard: number; wake: () => void };

const FIRST_RETRY_MS = 200;
const MAX_RETRY_MS = 20_000;
/** A run goes on as a new one after so many activities, much earlier than where real histories are long. */
const LONG_AFTER = 60;
/** No walk goes on for so long: who waits for longer is woken by the clock that is advanced. */
const FURTHEST_TIMER_MS = 3_600_000;

class NewRun extends Error {}

/**
 * Keeps workflows and has them run by the worker that lives, in memory. A worker that takes over begins each run again, which
 * the flows must bear: they know nothing that the services do not.
 */
export class WorkflowEngine {
  readonly #executions = new Map<string, Execution>();
  readonly #runs = new Map<string, Run>();
  #run: ((execution: Execution) => void) | undefined;

  get statuses(): { readonly workflowId: string; readonly status: string }[] {
    return [...this.#executions.values()].map(({ id, status }) => ({ workflowId: id, status }));
  }
  /** How often each was woken. */
  get signals(): ReadonlyMap<string, number> {
    return new Map([...this.#executions.values()].map(({ id, signals }) => [id, signals]));
  }
  /** Whether a worker lives and all that it runs waits. */
  get isIdle(): boolean {
    if (!this.#run) return false;
    for (const run of this.#runs.values()) if (!run.isIdle) return false;
    return true;
  }

  client(turn: Turn): Client {
    const running = (id: string): Execution => {
      const found = this.#executions.get(id);
      if (found?.status !== 'RUNNING') throw new WorkflowNotFoundError('workflow execution already completed', id, undefined);
      return found;
    };
    const workflow = {
      start: (type: WorkflowType, { workflowId: id, args: [input = {}] }: { workflowId: string; args: readonly object[] }) =>
        turn(`start ${id}`, () => {
          if (this.#executions.has(id)) throw new WorkflowExecutionAlreadyStartedError('already started', id, type);
          const execution: Execution = { id, type, input, status: 'RUNNING', signals: 0 };
          this.#executions.set(id, execution);
          this.#run?.(execution);
        }),
      getHandle: (id: string) => ({
        signal: () =>
          turn(`signal ${id}`, () => {
            running(id).signals += 1;
            this.#runs.get(id)?.wake();
          }),
      }),
    };
    return { workflow, withDeadline: (_: number, work: () => Promise<unknown>) => work() } as unknown as Client;
  }

  /** Runs everything from now on, until the worker dies. */
  work({ turn, onDeath }: { readonly turn: Turn; onDeath(listener: () => void): void }, activities: Activities): void {
    const run = (execution: Execution): void => void this.#play(execution, turn, activities);
    this.#run = run;
    onDeath(() => {
      if (this.#run === run) this.#run = undefined;
      this.#runs.clear();
    });
    for (const execution of this.#executions.values()) if (execution.status === 'RUNNING') run(execution);
  }

  async #play(execution: Execution, turn: Turn, activities: Activities): Promise<void> {
    const { id, type, input } = execution;
    const run: Run = { isIdle: false, heard: execution.signals, wake: () => undefined };
    this.#runs.set(id, run);
    for (;;) {
      try {
        await flowsOn(runtimeOf(execution, run, turn, activities))[type](input as never);
        await repeated(() =>
          turn(`complete ${id}`, () => {
            // The server refuses an end that has not heard of a signal, and has the last step taken again.
            if (run.heard === execution.signals) execution.status = 'COMPLETED';
          }),
        );
        if (execution.status !== 'COMPLETED') continue;
        this.#runs.delete(id);
        return;
      } catch (error) {
        if (!(error instanceof NewRun)) throw error;
      }
    }
  }
}

function runtimeOf(execution: Execution, run: Run, turn: Turn, activities: Activities): Runtime {
  let done = 0;
  let handle: () => void = () => undefined;
  const handleSignals = (): void => {
    if (run.heard === execution.signals) return;
    run.heard = execution.signals;
    handle();
  };
  const activity =
    (name: string) =>
    async (...args: unknown[]): Promise<unknown> => {
      done += 1;
      const work = activities[name];
      if (!work) throw new Error(`no activity ${name}`);
      // What goes to an activity and comes from it is written down between.
      const result = await repeated(async () => written(await turn(`${name} of ${execution.id}`, () => work(...args.map(written)))));
      handleSignals();
      return result;
    };
  run.heard = execution.signals;
  return {
    workflowId: execution.id,
    isLong: () => done >= LONG_AFTER,
    activities: <All extends object>() => new Proxy({}, { get: (_, name) => activity(String(name)) }) as All,
    onSignal(_, handler) {
      handle = handler;
    },
    onQuery: () => undefined,
    sleep: async (milliseconds) => void (await sleep(milliseconds)),
    async until(isSo, milliseconds = Number.POSITIVE_INFINITY) {
      handleSignals();
      if (isSo()) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = milliseconds < FURTHEST_TIMER_MS ? setTimeout(resolve, milliseconds) : undefined;
      run.isIdle = true;
      run.wake = () => {
        handleSignals();
        if (!isSo()) return;
        run.isIdle = false;
        resolve();
      };
      await promise;
      run.isIdle = false;
      run.wake = () => undefined;
      clearTimeout(timer);
    },
    has: () => true,
    goOnAsNewRun: async () => {
      throw new NewRun();
    },
    handled: async () => undefined,
    warn: () => undefined,
  };
}

const written = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

async function repeated<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let wait = FIRST_RETRY_MS; ; wait = Math.min(2 * wait, MAX_RETRY_MS)) {
    try {
      return await work();
    } catch {
      await sleep(wait);
    }
  }
}
