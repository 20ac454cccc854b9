import { parentPort } from 'node:worker_threads';
import { faultOfFile } from './examine.ts';
import type { Examined, ToExaminer } from './examiner.ts';
import { lookOf } from './looks.ts';

parentPort?.on('message', ({ bytes, mediaType }: ToExaminer) => {
  // What breaks the examination ends the thread, and the one who asked learns of it.
  void faultOfFile(bytes, mediaType).then((fault) => {
    const look = fault ? undefined : lookOf(bytes, mediaType);
    parentPort?.postMessage({ fault, look } satisfies Examined);
  });
});
