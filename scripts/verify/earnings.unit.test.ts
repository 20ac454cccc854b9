import { expect, test } from 'vitest';
import { earningsArePayable } from './earnings.ts';
import type { Recorded, Stored } from './facts.ts';

const SHARES = [{ sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount: { amount: '5000' }, financing: { retentionPercent: '10' } }];
const cells = (amount: string) => [{ tranche: 1, sponsor: 'spo_a', payment: 'pay_a', amount: { amount } }];
const release = { payment: 'pay_r', sponsor: 'spo_a', amount: { amount: '500' } };

/** A part of 5000 of which 500 was retained, and released; what came then, and a termination that leaves so much of it. */
function found(then: readonly Pick<Recorded, 'type' | 'data'>[], left: string): readonly string[] {
  const all: Pick<Recorded, 'type' | 'data'>[] = [
    { type: 'AgreementDrafted', data: { cells: cells('5000'), shares: SHARES } },
    { type: 'PaymentRequested', data: { ...cells('4500')[0], retained: { amount: '500' } } },
    { type: 'PaymentSettled', data: { payment: 'pay_a' } },
    { type: 'PaymentRequested', data: release },
    { type: 'PaymentSettled', data: { payment: 'pay_r' } },
    ...then,
    { type: 'AgreementTerminated', data: { cells: cells(left) } },
  ];
  const events = all.map((event, index) => ({ ...event, stream: 'agr_a', version: index + 1, person: 'per_a', at: '' }));
  const milestone = [
    { type: 'MilestoneBegun', data: { agreement: 'agr_a', number: 1 } },
    { type: 'MilestoneVerified', data: {} },
  ];
  const stored = { disbursement: { byStream: new Map([['agr_a', events]]) }, project: { byStream: new Map([['mst_a', milestone]]) } };
  return earningsArePayable(stored as unknown as Stored).broken;
}

test('a termination takes nothing of a part whose retained money was released, and takes it where the bank returned that', () => {
  const returned = [{ type: 'PaymentReturned' as const, data: { payment: 'pay_r' } }];
  expect(found([], '5000')).toEqual([]);
  expect(found(returned, '4500')).toEqual([]);
  expect(found([], '4500').join()).toContain('of 5000 that spo_a owed for it 4500 is left');
});

test('what was retained of a payment that the bank returned is what its terms would have kept', () => {
  const returned = ['pay_r', 'pay_a'].map((payment) => ({ type: 'PaymentReturned' as const, data: { payment } }));
  expect(found(returned, '4500')).toEqual([]);
  expect(found(returned, '4000').join()).toContain('of 4500 that spo_a owed for it 4000 is left');
});
