import { expect, test } from 'vitest';
import { GRANT, LOAN } from '../testing/financing.fixture.ts';
import { financingFault, isSame, type LoanTerms } from './financing.ts';

const lent = (over: Partial<LoanTerms>) => ({ ...LOAN, loan: LOAN.loan && { ...LOAN.loan, ...over } });
const GUARANTEE = { feePercent: '1', frontEndFeePercent: '', tenorMonths: 60, payments: 'yearly' } as const;
const indexed = { rate: 'index', index: 'TORF 6M', indexPercent: '0.5' } as const;

test.each([
  ['a grant', GRANT],
  ['a loan at a fixed rate', LOAN],
  ['a loan at a rate that follows an index', lent(indexed)],
  ['a loan without grace', lent({ graceMonths: 0 })],
  ['a guarantee with its fee', { ...GRANT, instrument: 'guarantee' as const, guarantee: GUARANTEE }],
])('%s fits together', (_, financing) => {
  expect(financingFault(financing)).toBeUndefined();
});

test.each([
  ['a loan without rate and repayment', { ...LOAN, loan: undefined }, { type: 'LoanTermsDoNotFit', instrument: 'loan' }],
  ['a grant with them', { ...GRANT, loan: LOAN.loan }, { type: 'LoanTermsDoNotFit', instrument: 'grant' }],
  ['a grant with the terms of a guarantee', { ...GRANT, guarantee: GUARANTEE }, { type: 'GuaranteeTermsDoNotFit', instrument: 'grant' }],
  ['an index without its value', lent({ ...indexed, indexPercent: '' }), { type: 'IndexDoesNotFit', rate: 'index' }],
  ['a fixed rate with an index', lent({ index: 'TORF 6M' }), { type: 'IndexDoesNotFit', rate: 'fixed' }],
  ['a grace that is as long as the loan', lent({ graceMonths: 240 }), { type: 'GraceIsTooLong', graceMonths: 240, tenorMonths: 240 }],
  ['a tenor of broken periods', lent({ tenorMonths: 243 }), { type: 'MonthsDoNotFit', months: 243, every: 6 }],
])('%s does not', (_, financing, fault) => {
  expect(financingFault(financing)).toEqual(fault);
});

test('terms are the same by what they say, and nothing asked asks for nothing else', () => {
  expect(isSame(undefined, LOAN)).toBe(true);
  expect(isSame({ ...LOAN }, LOAN)).toBe(true);
  expect(isSame(lent({ percent: '2.376' }), LOAN)).toBe(false);
  expect(isSame(GRANT, undefined)).toBe(false);
});
