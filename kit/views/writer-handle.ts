import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import type { FromWriter, ToWriter, WriterData } from './messages.ts';

const RESTART_MS = 1_000;
const CLOSE_MS = 5_000;

export type ToReader = Exclude<FromWriter, { kind: 'note' | 'behind' }>;

/** The thread that writes; one that dies is started again. */
export function writerHandle(workerData: WriterData, log: Log, heard: (message: ToReader) => void) {
  const opening = Promise.withResolvers<void>();
  const questions = questionsAsked<Readonly<Record<string, number>>>();
  let isClosing = false;
  let isOpened = false;
  let isRunning = true;
  let isListenedTo = false;

  const hear = (message: FromWriter): void => {
    if (message.kind === 'note') log[message.level](message.details, message.message);
    else if (message.kind === 'behind') questions.answer(message.id, message.counts);
    else if (!isClosing) {
      heard(message);
      if (message.kind !== 'opened') return;
      isOpened = true;
      opening.resolve();
    }
  };

  const start = (): Worker => {
    const thread = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData });
    thread.on('message', hear);
    thread.on('error', (error) => {
      log.error({ err: error }, 'the thread that writes a view has failed');
      if (!isOpened) opening.reject(error);
    });
    thread.on('exit', () => {
      isRunning = false;
      questions.giveUp();
      if (isClosing || !isOpened) return;
      heard({ kind: 'stale', isStale: true });
      setTimeout(() => {
        if (isClosing) return;
        worker = start();
        isRunning = true;
        say({ kind: 'listened-to', isListenedTo });
      }, RESTART_MS).unref();
    });
    return thread;
  };
  let worker = start();
  const say = (message: ToWriter): void => worker.postMessage(message);

  return {
    opened: opening.promise,
    say,
    /** Whether the events of a transaction are to be reported. */
    listen(wanted: boolean): void {
      isListenedTo = wanted;
      say({ kind: 'listened-to', isListenedTo });
    },
    behind(): Promise<Readonly<Record<string, number>>> {
      if (!isRunning) return Promise.reject(new Error('the thread that writes the view does not run'));
      const { id, answer } = questions.ask();
      say({ kind: 'behind', id });
      return answer;
    },
    async close(): Promise<void> {
      isClosing = true;
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      say({ kind: 'close' });
      const late = new AbortController();
      await Promise.race([ended, sleep(CLOSE_MS, undefined, { signal: late.signal, ref: false }).catch(() => undefined)]);
      late.abort();
      await worker.terminate();
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
