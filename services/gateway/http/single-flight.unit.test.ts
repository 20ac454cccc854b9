import { expect, test } from 'vitest';
import { singleFlight } from './single-flight.ts';

/** Runs that end when a test ends them, each with its number. */
function runs() {
  const begun: PromiseWithResolvers<number>[] = [];
  const ask = singleFlight(() => {
    const run = Promise.withResolvers<number>();
    begun.push(run);
    return run.promise;
  });
  const settle = () => new Promise(setImmediate);
  return { begun, ask, settle };
}

test('who asks while a run is under way gets the next one, with all who asked meanwhile', async () => {
  const { begun, ask, settle } = runs();
  const answers = [ask(), ask(), ask()];
  await settle();
  expect(begun.length).toBe(1);
  begun[0]?.resolve(1);
  await settle();
  expect(begun.length).toBe(2);
  begun[1]?.resolve(2);
  expect(await Promise.all(answers)).toEqual([1, 2, 2]);
});

test('a run that fails fails for those who wait for it, and for nobody else', async () => {
  const { begun, ask, settle } = runs();
  const [first, second] = [ask(), ask()];
  begun[0]?.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await settle();
  begun[1]?.resolve(2);
  expect(await second).toBe(2);
  const third = ask();
  begun[2]?.resolve(3);
  expect(await third).toBe(3);
});
