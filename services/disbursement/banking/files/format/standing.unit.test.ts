import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import { expect, test } from 'vitest';
import { ask, ORDER, order } from '../../../agreements/advances/advance.fixture.ts';
import {
  approve,
  checker,
  effective,
  effectiveOn,
  FUND,
  instruct,
  NOW,
  PAYMENT,
  request,
  settled,
  terms,
} from '../../../agreements/agreement.fixture.ts';
import { leftOutReason } from './standing.ts';

const way = { file: 'pfl_a', budgets: { held: new Map(), rates: [] }, now: NOW, payerAccount: 'acc_a', payeeAccount: 'acc_b' } as const;
test('an approved payment can go into a file by two accounts', () => {
  const approved = effective(request(), approve());
  expect(leftOutReason(approved, PAYMENT, way)).toBeUndefined();
  expect(leftOutReason(approved, PAYMENT, { ...way, payeeAccount: '' })).toBe('no-usable-account');
  expect(leftOutReason(effective(request()), PAYMENT, way)).toBe('requested');
  expect(leftOutReason(effective(request(), approve(), instruct(), ...settled()), PAYMENT, way)).toBe('settled');
  expect(leftOutReason(effective(), PAYMENT, way)).toBe('not-approved');
});

test('so can an advance, which nobody has verified', () => {
  const shares = terms.shares.map((each) => (each.sponsor === FUND ? { ...each, financing: { ...GRANT, advances: true } } : each));
  const approved = effectiveOn({ shares }, ask(10n), order(), approve(checker, ORDER));
  expect(leftOutReason(approved, ORDER, way)).toBeUndefined();
});
