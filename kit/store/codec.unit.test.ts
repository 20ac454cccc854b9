import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventCodec } from './codec.ts';

type Event = { type: 'Paid'; amount: bigint; by: string } | { type: 'Closed' };

const messages = {
  Paid: {
    toJSON: ({ amount, by }: { amount: bigint; by: string }) => ({ amount: amount.toString(), by }),
    fromJSON: (data: unknown) => {
      const { amount, by } = data as { amount: string; by?: string };
      return { amount: BigInt(amount), by: by ?? '' };
    },
  },
  Closed: { toJSON: () => ({}), fromJSON: () => ({}) },
};
const renamed = { Paid: { 1: ({ sum, ...rest }: Record<string, unknown>) => ({ ...rest, amount: sum }) } };
const withPayer = { Paid: { ...renamed.Paid, 2: (data: Record<string, unknown>) => ({ ...data, by: 'somebody' }) } };

test('an event is read as it was written', () => {
  const codec = eventCodec<Event>(messages);
  fc.assert(
    fc.property(fc.bigInt(), fc.string(), (amount, by) => {
      const stored = codec.encode({ type: 'Paid', amount, by });
      expect(codec.decode(JSON.parse(JSON.stringify(stored)))).toEqual({ type: 'Paid', amount, by });
    }),
  );
  expect(codec.encode({ type: 'Closed' })).toEqual({ type: 'Closed', schema: 1, data: {} });
});

test('an event of any older schema goes through every step to the newest', () => {
  const codec = eventCodec<Event>(messages, withPayer);
  const paid = { type: 'Paid', amount: 5n, by: 'somebody' };
  expect(codec.decode({ type: 'Paid', schema: 1, data: { sum: '5' } })).toEqual(paid);
  expect(codec.decode({ type: 'Paid', schema: 2, data: { amount: '5' } })).toEqual(paid);
  expect(codec.decode({ type: 'Paid', schema: 3, data: { amount: '5', by: 'per_a' } })).toEqual({ ...paid, by: 'per_a' });
});

test('an event is written in the newest schema of its own type', () => {
  const codec = eventCodec<Event>(messages, withPayer);
  expect(codec.encode({ type: 'Paid', amount: 5n, by: '' }).schema).toBe(3);
  expect(codec.encode({ type: 'Closed' }).schema).toBe(1);
});

test('an unknown type is no event: it is refused, not passed over', () => {
  const codec = eventCodec<Event>(messages);
  expect(codec.knows({ type: 'Reopened', schema: 1, data: {} })).toBe(false);
  expect([1, 2].map((schema) => codec.knows({ type: 'Closed', schema, data: {} }))).toEqual([true, false]);
  expect(() => codec.decode({ type: 'Reopened', schema: 1, data: {} })).toThrow('unknown event type Reopened');
});
