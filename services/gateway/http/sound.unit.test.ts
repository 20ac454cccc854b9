import { expect, test } from 'vitest';
import { z } from 'zod';
import { soundPart } from './sound.ts';

const shape = z.strictObject({
  name: z.string().default(''),
  tags: z.array(z.string()).default([]),
  size: z.strictObject({ unit: z.string(), number: z.number().max(9) }).optional(),
  steps: z.array(z.strictObject({ title: z.string().default(''), due: z.number() })).default([]),
});
const faultsOf = (given: unknown) => {
  const { faults, value } = soundPart(shape, given);
  return [faults.map(({ pointer }) => pointer), value];
};
const nothing = { name: '', tags: [], steps: [] };

test('what is sound is read as it is', () => {
  const given = { name: 'a', tags: ['b'], size: { unit: 't', number: 1 }, steps: [{ title: 'c', due: 2 }] };
  expect(faultsOf(given)).toEqual([[], given]);
});

test('every field at fault is reported, and what can do without it is read', () => {
  expect(faultsOf({ name: 7, more: true, tags: ['b'] })).toEqual([['/name', '/more'], { ...nothing, tags: ['b'] }]);
  expect(faultsOf({ steps: [{ title: 8, due: 1 }, { due: 2 }] })).toEqual([
    ['/steps/0/title'],
    {
      ...nothing,
      steps: [
        { title: '', due: 1 },
        { title: '', due: 2 },
      ],
    },
  ]);
});

test('what cannot do without it is left out with it', () => {
  expect(faultsOf({ name: 'a', size: { unit: 't', number: 10 } })).toEqual([['/size/number'], { ...nothing, name: 'a' }]);
  expect(faultsOf({ name: 'a', tags: ['b', 3] })).toEqual([['/tags/1'], { ...nothing, name: 'a' }]);
  expect(faultsOf({ name: 'a', steps: [{ title: 'c' }] })).toEqual([['/steps/0/due'], { ...nothing, name: 'a' }]);
});

test.each([null, 'text', [], 7])('of %j nothing is read, and that is reported', (given) => {
  expect(faultsOf(given)).toEqual([[''], undefined]);
});

test('what is given is left as it was', () => {
  const given = { name: 7 };
  soundPart(shape, given);
  expect(given).toEqual({ name: 7 });
});
