import { expect, test } from 'vitest';
import { exampleOf } from './example.ts';

test('an example has what must be given, in the form that each field has', () => {
  const schema = {
    type: 'object',
    required: ['project', 'amount', 'on', 'kinds', 'levels', 'secondSource', 'at'],
    properties: {
      project: { type: 'string', pattern: '^prj_[0-9a-z]{26}$' },
      amount: { $ref: '#/components/schemas/Money' },
      on: { type: 'string', format: 'date' },
      kinds: { type: 'array', items: { type: 'string', enum: ['one', 'other'] } },
      levels: { type: 'array', minItems: 3, items: { type: 'integer' } },
      secondSource: { type: 'string' },
      at: { type: 'integer', minimum: 3 },
      note: { type: 'string' },
    },
  };
  const money = {
    type: 'object',
    required: ['amount', 'currency'],
    properties: { amount: { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d+)?$' }, currency: { type: 'string', maxLength: 3 } },
  };
  expect(exampleOf(schema, { Money: money })).toEqual({
    project: 'prj_01hv8x5z7k3m9q2w4r6t8y0abc',
    amount: { amount: '1250000.00', currency: 'JPY' },
    on: '2027-03-31',
    kinds: ['one'],
    levels: [1, 1, 1],
    secondSource: 'second source',
    at: 3,
  });
});

test('a form that is unknown here is refused rather than guessed', () => {
  expect(() => exampleOf({ type: 'string', pattern: '^#[0-9]{99}$' }, {}, 'colour')).toThrow('no example is known');
});
