import { expect, test } from 'vitest';
import { NONE_UNANSWERED, type Unanswered, unansweredIn } from './unanswered.ts';

/** At which of the sweeps each of these is woken again. */
function wokenAt(sweeps: readonly (readonly { _id: string; woken: number }[])[]): [number, readonly string[]][] {
  let found: Unanswered = NONE_UNANSWERED;
  return sweeps.flatMap((awake, at): [number, readonly string[]][] => {
    const next = unansweredIn(found, awake);
    found = next.found;
    return next.again.length > 0 ? [[at + 1, next.again]] : [];
  });
}

test('who is found awake by the same wake-up again and again is woken, and ever more rarely', () => {
  expect(wokenAt(Array.from({ length: 50 }, () => [{ _id: 'a', woken: 17 }]))).toEqual([
    [6, ['a']],
    [12, ['a']],
    [24, ['a']],
    [48, ['a']],
  ]);
});

test('who was woken since, or has been idle in between, has answered', () => {
  expect(wokenAt(Array.from({ length: 30 }, (_, at) => [{ _id: 'a', woken: Math.floor(at / 5) }]))).toEqual([]);
  expect(wokenAt(Array.from({ length: 30 }, (_, at) => (at % 6 === 5 ? [] : [{ _id: 'a', woken: 1 }])))).toEqual([]);
});

test('each counts for itself', () => {
  const sweeps = Array.from({ length: 8 }, (_, at) => [{ _id: 'a', woken: 1 }, ...(at > 1 ? [{ _id: 'b', woken: 1 }] : [])]);
  expect(wokenAt(sweeps)).toEqual([
    [6, ['a']],
    [8, ['b']],
  ]);
});
