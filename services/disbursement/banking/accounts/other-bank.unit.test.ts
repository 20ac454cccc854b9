import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bank, isOtherBank, isSameBank } from './bank-identity.ts';

const bank = (bic: string, bankCode = ''): Bank => ({ bic, bankCode });

test('banks are distinguished by the first eight characters of their BICs', () => {
  expect(isOtherBank(bank('DEMOJPJT'), bank('DEMOJPJTXXX'))).toBe(false);
  expect(isOtherBank(bank('DEMOJPJT'), bank('DEMOJPJ2'))).toBe(true);
  expect(isOtherBank(bank('DEMOJPJT', '0005'), bank('DEMOJPJT', '0009'))).toBe(false);
});

test('they are distinguished by their numbers where not both have a BIC', () => {
  expect(isOtherBank(bank('DEMOJPJT', '0005'), bank('', '0009'))).toBe(true);
  expect(isOtherBank(bank('', '0005'), bank('', '0005'))).toBe(false);
});

test('what one of them does not say distinguishes nothing, and it makes no difference which is compared with which', () => {
  const some = fc.record({
    bic: fc.constantFrom('', 'DEMOJPJT', 'DEMOJPJTXXX', 'DEMOJPJ2'),
    bankCode: fc.constantFrom('', '0005', '0009'),
  });
  expect(isOtherBank(bank('DEMOJPJT'), bank('', '0005'))).toBe(false);
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(isOtherBank(one, other)).toBe(isOtherBank(other, one));
      expect(isOtherBank(one, one)).toBe(false);
      expect(isOtherBank(one, bank('', ''))).toBe(false);
      expect(isSameBank(one, bank('', ''))).toBe(false);
      expect(isSameBank(one, other) && isOtherBank(one, other)).toBe(false);
    }),
  );
});
