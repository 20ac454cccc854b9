import { expect, test } from 'vitest';
import { z } from 'zod';
import { soundPart } from './sound.ts';

const shape = z.strictObject({
  name: z.string().default(''),
  tags: z.array(z.string()).default([]),
  size: z.strictObject({ unit: z.string(), number: z.number().max(9) }).optional(),
  steps: z.array(z.strictObject({ title: z.string().default(''), due: z.number() })).default([]),
});
const told = (given: unknown) => {
  const { faults, value } = soundPart(shape, given);
  return [faults.map(({ pointer }) => pointer), value];
};
const nothing = { name: '', tags: [], steps: [] };

test('what is sound is read as it is', () => {
  const given = { name: 'a', tags: ['b'], size: { unit: 't', number: 1 }, steps: [{ title: 'c', due: 2 }] };
  expect(told(given)).toEqual([[], given]);
});

test('every field at fault is reported, and what can do without it is read', () => {
  expect(told({ name: 7, more: true, tags: ['b'] })).toEqual([['/name', '/more'], { ...nothing, tags: ['b'] }]);
  expect(told({ steps: [{ title: 8, due: 1 }, { due: 2 }] })).toEqual([
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
  expect(told({ name: 'a', size: { unit: 't', number: 10 } })).toEqual([['/size/number'], { ...nothing, name: 'a' }]);
  expect(told({ name: 'a', tags: ['b', 3] })).toEqual([['/tags/1'], { ...nothing, name: 'a' }]);
  expect(told({ name: 'a', steps: [{ title: 'c' }] })).toEqual([['/steps/0/due'], { ...nothing, name: 'a' }]);
});

test.each([null, 'text', [], 7])('of %j nothing is read, and that is reported', (given) => {
  expect(told(given)).toEqual([[''], undefined]);
});

test('what is given is left as it was', () => {
  const given = { name: 7 };
  soundPart(shape, given);
  expect(given).toEqual({ name: 7 });
});
