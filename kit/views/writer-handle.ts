import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import type { FromThread, FromWriter, ToThread, ToWriter, WriterData } from './messages.ts';

const RESTART_MS = 1_000;
const CLOSE_MS = 5_000;

export type ToReader = Exclude<FromWriter, { kind: 'note' | 'behind' | 'failed' | 'closed' }>;

/** A view of a thread: how its writer is begun, and who hears what that says and that the thread has ended. */
type OfView = {
  readonly log: Log;
  readonly opening: ToThread;
  hear(message: FromWriter): void;
  /** `error`: of a thread that has failed. */
  ended(error: Error | undefined): void;
  /** Whether it is to be begun again. */
  isWanted(): boolean;
  begun(): void;
};
/** It holds files that change slowly: more room for what is new would only be filled before it is cleared. */
const YOUNG_MB = 12;

type Thread = ReturnType<typeof writingThread>;

/** One for the whole process: each has an engine of its own, with all that it loads. */
let running: Thread | undefined;

function theThread(): Thread {
  running ??= writingThread(() => {
    running = undefined;
  });
  return running;
}

/** The thread that writes views; one that dies is started again as long as one of them is wanted. */
function writingThread(forget: () => void) {
  const views = new Map<string, OfView>();
  let [isRunning, isToRestart] = [true, false];

  const start = (): Worker => {
    const thread = new Worker(new URL('./writer-thread.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    let failure: Error | undefined;
    thread.on('message', ({ path, message }: FromThread) => {
      views.get(path)?.hear(message);
    });
    thread.on('error', (error: Error) => {
      failure = error;
      const [first] = views.values();
      first?.log.error({ err: error }, 'the thread that writes views has failed');
    });
    thread.on('exit', () => {
      [isRunning, isToRestart] = [false, true];
      for (const view of views.values()) view.ended(failure);
      setTimeout(again, RESTART_MS).unref();
    });
    return thread;
  };
  const again = (): void => {
    isToRestart = false;
    const wanted = [...views.values()].filter((view) => view.isWanted());
    if (wanted.length === 0) return;
    worker = start();
    isRunning = true;
    for (const view of wanted) {
      worker.postMessage(view.opening);
      view.begun();
    }
  };
  let worker = start();

  return {
    isRunning: () => isRunning,
    say: (message: ToThread): void => worker.postMessage(message),
    add(path: string, view: OfView): void {
      views.set(path, view);
      if (isRunning) worker.postMessage(view.opening);
      else if (!isToRestart) again();
    },
    /** With the last view the thread ends. */
    async remove(path: string): Promise<void> {
      views.delete(path);
      if (views.size > 0) return;
      forget();
      if (!isRunning) return;
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage({ message: { kind: 'end' } } satisfies ToThread);
      await inTime(ended);
      await worker.terminate();
    },
  };
}

async function inTime(done: Promise<unknown>): Promise<void> {
  const late = new AbortController();
  await Promise.race([done, sleep(CLOSE_MS, undefined, { signal: late.signal, ref: false }).catch(() => undefined)]);
  late.abort();
}

/** The writer of a view, in the thread that writes all views of the process. */
export function writerHandle(data: WriterData, log: Log, heard: (message: ToReader) => void) {
  const { module, folder, path, nats, client, namespace, signers } = data;
  const program = { nats, client, namespace, signers };
  const thread = theThread();
  const [opening, closed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const questions = questionsAsked<Readonly<Record<string, number>>>();
  let isClosing = false;
  let [isOpened, hasFailed] = [false, false];
  let isListenedTo = false;
  const say = (message: ToWriter): void => thread.say({ path, message });
  const fail = (error: Error): void => {
    hasFailed = true;
    opening.reject(error);
  };

  thread.add(path, {
    log,
    opening: { path, message: { kind: 'open', module, folder, program } },
    hear(message) {
      if (message.kind === 'note') log[message.level](message.details, message.message);
      else if (message.kind === 'behind') questions.answer(message.id, message.counts);
      else if (message.kind === 'closed') closed.resolve();
      else if (message.kind === 'failed') fail(new Error(message.reason));
      else if (!isClosing) {
        heard(message);
        if (message.kind !== 'opened') return;
        isOpened = true;
        opening.resolve();
      }
    },
    ended(error) {
      questions.giveUp();
      closed.resolve();
      if (!isOpened) fail(error ?? new Error('the thread that writes views has ended'));
      else if (!isClosing) heard({ kind: 'stale', isStale: true });
    },
    isWanted: () => !hasFailed && !isClosing,
    begun: () => say({ kind: 'listened-to', isListenedTo }),
  });

  return {
    opened: opening.promise,
    say,
    /** Whether the events of a transaction are to be reported. */
    listen(wanted: boolean): void {
      isListenedTo = wanted;
      say({ kind: 'listened-to', isListenedTo });
    },
    behind(): Promise<Readonly<Record<string, number>>> {
      if (!thread.isRunning()) return Promise.reject(new Error('the thread that writes the view does not run'));
      const { id, answer } = questions.ask();
      say({ kind: 'behind', id });
      return answer;
    },
    async close(): Promise<void> {
      isClosing = true;
      if (thread.isRunning()) {
        say({ kind: 'close' });
        await inTime(closed.promise);
      }
      await thread.remove(path);
    },
  };
}

/** Questions to the other thread, each answered once. */
function questionsAsked<Answer>() {
  const open = new Map<number, PromiseWithResolvers<Answer>>();
  let lastId = 0;
  return {
    ask() {
      lastId += 1;
      const question = Promise.withResolvers<Answer>();
      open.set(lastId, question);
      return { id: lastId, answer: question.promise };
    },
    answer(id: number, answer: Answer | undefined): void {
      const question = open.get(id);
      open.delete(id);
      if (answer === undefined) question?.reject(new Error('the broker does not answer'));
      else question?.resolve(answer);
    },
    giveUp(): void {
      for (const { reject } of open.values()) reject(new Error('the thread that writes the view has ended'));
      open.clear();
    },
  };
}
