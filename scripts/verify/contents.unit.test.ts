import { expect, test } from 'vitest';
import { restingOnNothing } from './contents.ts';
import type { Recorded } from './facts.ts';

const at = (day: number): string => `2026-11-${day}T12:00:00.000Z`;
const event = (day: number, type: Recorded['type'], data: object): Recorded => ({
  stream: 'agr_a',
  version: day,
  type,
  person: 'p',
  at: at(day),
  data,
});

test.each([
  ['PaymentSettlementReported', {}, { document: 'a' }],
  ['PaymentReturnReported', {}, { document: 'a' }],
  ['ResolutionProposed', { kind: 'refunded' }, { kind: 'refunded', document: 'a' }],
  ['ExpenditureSubmitted', { evidence: [] }, { evidence: ['a'] }],
] as const)('%s without a file is found, unless it is of an earlier version', (type, without, having) => {
  expect(restingOnNothing([event(11, type, without)])).toEqual([]);
  expect(restingOnNothing([event(11, type, without), event(12, type, having)])).toEqual([]);
  expect(restingOnNothing([event(12, type, having), event(13, type, without)])).toEqual([`${type} 13 of agr_a rests on no file`]);
});

test('what a statement says, and what is given up, needs no file', () => {
  const proven = event(11, 'PaymentSettlementReported', { document: 'a' });
  const others = [
    event(12, 'PaymentSettlementReported', { statement: 'stm_a', statementEntry: 1 }),
    event(12, 'ResolutionProposed', { kind: 'written-off' }),
  ];
  expect(restingOnNothing([proven, ...others])).toEqual([]);
});
