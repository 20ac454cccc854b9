import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gate, Stopped } from './gate.ts';

test('a gate that is opened and shut at once lets nobody begin who waited before it', async () => {
  const at = gate();
  at.shut();
  let begun = 0;
  const waiting = [1, 2].map(() =>
    at.during(async () => {
      begun += 1;
    }),
  );
  await turn();
  at.open();
  at.shut();
  await turn();
  expect([begun, at.underWay]).toEqual([0, 0]);
  at.open();
  await Promise.all(waiting);
  expect([begun, at.underWay]).toEqual([2, 0]);
});

test('what has begun is counted from the moment at which the gate let it through', async () => {
  const at = gate();
  const work = Promise.withResolvers<void>();
  const begun = at.during(() => work.promise);
  await turn();
  at.shut();
  expect(at.underWay).toBe(1);
  work.resolve();
  await begun;
  expect(at.underWay).toBe(0);
});

test('a gate that is stopped sends away all who wait, and all who come later, though it is shut again', async () => {
  const at = gate();
  at.shut();
  const waiting = at.pass();
  at.stop();
  at.shut();
  await expect(waiting).rejects.toThrow(Stopped);
  await expect(at.during(async () => undefined)).rejects.toThrow(Stopped);
});
