import { Worker } from 'node:worker_threads';
import { faultOfFile, isOfText } from './examine.ts';
import type { Taken } from './taken.ts';
import { type FileFault, fileTypeOf } from './types.ts';

/** Of longer texts and all other files the examination would keep other requests waiting. */
const SHORT_BYTES = 64 * 1024;
const TIMEOUT_MS = 60_000;
const IDLE_MS = 10_000;
const MEMORY_MB = 1_024;

/** `look`: what a picture looks like, of those that are compared. `taken`: what a picture says of when and where it was taken. */
export type Examined = { readonly fault: FileFault | undefined; readonly look?: string | undefined; readonly taken?: Taken | undefined };
export type ToExaminer = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string };

export type Examiner = {
  /** What is found in the bytes of a file that is sent as of this media type. One that takes too long, or too much memory, is at fault. */
  examine(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Examined>;
};

/** Files are examined one after the other in a thread of their own, which a hostile one may break: it is started with the first and ends when there is none. */
export function examiner(): Examiner {
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const end = (): void => {
    void thread?.terminate();
    thread = undefined;
  };

  function asked(of: ToExaminer): Promise<Examined> {
    clearTimeout(idle);
    thread ??= new Worker(new URL('./examiner-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    const running = thread;
    running.ref();
    return new Promise((resolve) => {
      const found = (examined: Examined): void => {
        clearTimeout(timeout);
        running.off('message', found).off('error', broken).off('exit', broken);
        running.unref();
        idle = setTimeout(end, IDLE_MS).unref();
        resolve(examined);
      };
      const broken = (): void => {
        end();
        found({ fault: 'unclear' });
      };
      const timeout = setTimeout(broken, TIMEOUT_MS);
      running.on('message', found).on('error', broken).on('exit', broken);
      running.postMessage(of);
    });
  }

  return {
    async examine(bytes, mediaType): Promise<Examined> {
      const type = fileTypeOf(mediaType);
      if (type && isOfText(type) && bytes.length <= SHORT_BYTES) return { fault: await faultOfFile(bytes, mediaType) };
      const answer = last.then(() => asked({ bytes, mediaType }));
      last = answer;
      return await answer;
    },
  };
}
