import { parentPort } from 'node:worker_threads';
import { faultOfFile } from './examine.ts';
import type { Examined, ToExaminer } from './examiner.ts';
import { lookOf } from './looks.ts';
import { takenOf } from './taken.ts';

parentPort?.on('message', ({ bytes, mediaType }: ToExaminer) => {
  // What breaks the examination ends the thread, and the one who asked learns of it.
  void faultOfFile(bytes, mediaType).then((fault) => {
    const found = fault ? {} : { look: lookOf(bytes, mediaType), taken: takenOf(bytes, mediaType) };
    parentPort?.postMessage({ fault, ...found } satisfies Examined);
  });
});
