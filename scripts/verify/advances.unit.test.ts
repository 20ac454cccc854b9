import { expect, test } from 'vitest';
import { advancesAreLiquidated } from './advances.ts';
import type { Recorded, Stored } from './facts.ts';

type Short = readonly [type: Recorded['type'], data?: object];

const amount = { amount: '100' };
const DRAFTED: Short = [
  'AgreementDrafted',
  {
    proposer: 'org_a',
    cells: [{ tranche: 1, sponsor: 'spo_a', payment: 'pay_c', amount: { amount: '1000' } }],
    shares: [{ sponsor: 'spo_a', offer: 'off_a', amount: { amount: '1000' }, financing: { advances: true } }],
  },
];
const ASKED: Short = ['AdvanceAsked', { advance: 1, tranche: 1, sponsor: 'spo_a', amount, limitPercent: 30 }];
const REQUESTED: Short = ['PaymentRequested', { payment: 'pay_a', advance: 1, tranche: 1, sponsor: 'spo_a', amount, submittedBy: 'per_a' }];
const FAILED: Short = ['PaymentFailed', { payment: 'pay_a' }];
const REFUSED: Short = ['AdvanceRefused', { advance: 1 }];

function found(...given: readonly Short[]): readonly string[] {
  const events = [DRAFTED, ASKED, ...given].map(([type, data = {}], index) => ({
    type,
    data,
    stream: 'agr_a',
    version: index + 1,
    person: 'per_a',
    at: '',
  }));
  return advancesAreLiquidated({ disbursement: { byStream: new Map([['agr_a', events]]) } } as unknown as Stored).broken;
}

test('an advance whose payment came to nothing is requested again, or refused', () => {
  expect(found(REQUESTED, FAILED, REQUESTED)).toEqual([]);
  expect(found(REQUESTED, FAILED, REFUSED)).toEqual([]);
});

test('an advance that is refused is not requested, and one that has a valid payment is not refused', () => {
  expect(found(REFUSED, REQUESTED).join()).toContain('advance 1 of agr_a was refused and requested');
  expect(found(REQUESTED, REFUSED).join()).toContain('advance 1 of agr_a was refused while pay_a was valid');
});
