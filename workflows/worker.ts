import { Worker as Thread } from 'node:worker_threads';
import { type Logger, type WorkerOptions as Options, Worker } from '@temporalio/worker';
import { ThreadedVMWorkflowCreator, WorkerThreadClient } from '@temporalio/worker/lib/workflow/threaded-vm.js';
import type { WorkflowBundleWithSourceMapAndFilename as Bundle } from '@temporalio/worker/lib/workflow/workflow-worker-thread/input.js';

/** How often it is looked whether the thread answers, and how often in a row it may not have. Looks are counted: a process that was stopped for a while looks once. */
const PATIENCE = { everyMs: 5_000, looks: 6 };

type Patience = typeof PATIENCE;

/**
 * A worker whose workflows run as lightly as they can. The library by itself has a thread of the system watch over each call into a workflow, some five for each
 * step, and takes a stack of each promise: more than half of what workflows cost. Here one clock watches over all calls, and no stacks are kept. A workflow that
 * does not return ends the worker.
 */
export function createWorker(options: Options, patience: Patience = PATIENCE): Promise<Worker> {
  class LeanWorker extends Worker {
    protected static override async createWorkflowCreator(workflowBundle: Bundle, { activities }: Activities, logger: Logger) {
      const thread = new WatchedThread(new Thread(new URL('./workflow-thread.ts', import.meta.url)), logger, patience);
      await thread.send({
        type: 'init',
        workflowBundle,
        // Undefined is without a watching thread, for which the type has no word.
        isolateExecutionTimeoutMs: undefined as unknown as number,
        reuseV8Context: true,
        registeredActivityNames: new Set(activities.keys()),
        hasPatchActivationCallback: false,
      });
      return new ThreadedVMWorkflowCreator([thread]);
    }
  }
  return LeanWorker.create(options);
}

type Activities = { readonly activities: ReadonlyMap<string, unknown> };

/** Ends the thread if it has not answered for a while though it was asked something. */
class WatchedThread extends WorkerThreadClient {
  private asked = 0;
  private silent = 0;
  private looking: NodeJS.Timeout | undefined;
  private readonly patience: Patience;

  constructor(thread: Thread, logger: Logger, patience: Patience) {
    super(thread, logger);
    this.patience = patience;
  }

  override async send(input: Parameters<WorkerThreadClient['send']>[0]): ReturnType<WorkerThreadClient['send']> {
    this.asked += 1;
    this.looking ??= setInterval(() => this.look(), this.patience.everyMs);
    try {
      return await super.send(input);
    } finally {
      this.asked -= 1;
      this.silent = 0;
      if (this.asked === 0) this.rest();
    }
  }

  private rest(): void {
    clearInterval(this.looking);
    this.looking = undefined;
  }

  private look(): void {
    this.silent += 1;
    if (this.silent < this.patience.looks) return;
    this.rest();
    this.logger.error('a workflow does not return: its thread is ended, and the worker with it');
    void this.workerThread.terminate();
  }
}
