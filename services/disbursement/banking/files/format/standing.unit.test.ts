import type { FinancialTerms } from '@junkan/kit/finance/financing.ts';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  actor,
  allSigned,
  approve,
  checker,
  draft,
  effective,
  FUND,
  instruct,
  maker,
  money,
  NOW,
  PAYMENT,
  request,
  settled,
  terms,
} from '../../../agreements/agreement.fixture.ts';
import type { Command } from '../../../agreements/agreement-faces.ts';
import { initial } from '../../../agreements/agreement-state.ts';
import type { PaymentId } from '../../../agreements/ids.ts';
import { leftOutReason } from './standing.ts';

const way = { file: 'pfl_a', now: NOW, payerAccount: 'acc_a', payeeAccount: 'acc_b' } as const;
const financing: FinancialTerms = {
  instrument: 'grant',
  loan: undefined,
  guarantee: undefined,
  security: '',
  advances: true,
  retentionPercent: '',
  conditions: [],
};
const ADVANCE: PaymentId = 'pay_advance';
const unmet = { id: 'mst_1', is: 'unverified', status: 'scheduled' } as const;

test('an approved payment can go into a file by two accounts', () => {
  const approved = effective(request(), approve());
  expect(leftOutReason(approved, PAYMENT, way)).toBeUndefined();
  expect(leftOutReason(approved, PAYMENT, { ...way, payeeAccount: '' })).toBe('no-usable-account');
  expect(leftOutReason(effective(request()), PAYMENT, way)).toBe('requested');
  expect(leftOutReason(effective(request(), approve(), instruct(), ...settled()), PAYMENT, way)).toBe('settled');
  expect(leftOutReason(effective(), PAYMENT, way)).toBe('not-approved');
});

test('so can an advance, which nobody has verified', () => {
  const [, ...signing] = allSigned;
  const ask = {
    type: 'AskAdvance',
    tranche: 1,
    sponsor: FUND,
    amount: money(10n),
    note: 'txt_plan',
    milestone: unmet,
    now: NOW,
    policy: { limitPercent: 30, liquidatedPercent: 80, statementDays: 90 },
    by: actor('city-officer', 'org_city', 'proposer.officer'),
  } satisfies Command;
  const order = {
    type: 'RequestAdvance',
    agreement: AGREEMENT,
    advance: 1,
    payment: ADVANCE,
    milestoneOf: () => unmet,
    now: NOW,
    by: maker,
  } satisfies Command;
  const shares = terms.shares.map((each) => (each.sponsor === FUND ? { ...each, financing } : each));
  const approved = acceptedOn(initial, draft({ shares }), ...signing, ask, order, approve(checker, ADVANCE));
  expect(leftOutReason(approved, ADVANCE, way)).toBeUndefined();
});
