import { expect, test } from 'vitest';
import { checkedNumbers, spelt } from './account-numbers.ts';

const said = { holder: 'Crédit municipal', iban: '', accountNumber: '', country: 'KZ', currency: 'KZT', bankCode: '', bic: 'KZKOKZKX' };
const IBAN = 'KZ86 125K ZT50 0410 0100';
const faultsOf = (more: Partial<typeof said>) => checkedNumbers({ ...said, ...more }).faults;

test('a number is kept in one spelling, however it was typed', () => {
  expect(checkedNumbers({ ...said, iban: ` ${IBAN.toLowerCase()} `, bic: 'kzko kzkx' })).toEqual({
    scheme: 'iban',
    number: 'KZ86125KZT5004100100',
    bic: 'KZKOKZKX',
    faults: [],
  });
  expect(spelt('１２３-45 67')).toBe('1234567');
  expect(checkedNumbers({ ...said, country: 'JP', bic: 'BOTKJPJT', accountNumber: '123-4567' })).toMatchObject({
    scheme: 'local',
    number: '1234567',
    faults: [],
  });
});

test('what is wrong is reported by its name, and never with the number', () => {
  expect(faultsOf({ iban: 'KZ86 125K ZT50 0410 0101' })).toEqual([{ type: 'IbanIsMalformed' }]);
  expect(faultsOf({ iban: IBAN, country: 'PK', bic: 'NBPAPKKA' })).toEqual([
    { type: 'IbanIsOfAnotherCountry', country: 'PK', actual: 'KZ' },
  ]);
  // An IBAN has a field of its own, also where a digit of it is wrong; and so has a number of a bank’s own.
  for (const accountNumber of [IBAN, 'KZ86 125K ZT50 0410 0101'])
    expect(faultsOf({ accountNumber })).toEqual([{ type: 'AccountNumberIsAnIban' }]);
  expect(faultsOf({ iban: '123-4567' })).toEqual([{ type: 'IbanIsAnAccountNumber' }]);
  for (const iban of ['123', 'KZ86 125K']) expect(faultsOf({ iban })).toEqual([{ type: 'IbanIsMalformed' }]);
  for (const accountNumber of ['12345', '12345/67', 'x'.repeat(35)])
    expect(faultsOf({ accountNumber })).toEqual([{ type: 'AccountNumberIsMalformed' }]);
  for (const numbers of [{}, { iban: IBAN, accountNumber: '1234567' }])
    expect(faultsOf(numbers)).toEqual([{ type: 'OneAccountNumberIsNeeded' }]);
  expect(faultsOf({ iban: IBAN, bic: 'KZKO' })).toEqual([{ type: 'BicIsMalformed' }]);
  expect(faultsOf({ iban: IBAN, bic: 'DEUTDEFF' })).toEqual([{ type: 'BicIsOfAnotherCountry', country: 'KZ', actual: 'DE' }]);
  expect(faultsOf({ iban: 'FR14 2004 1010 0505 0001 3M02 606', country: 'FR', bic: 'CFMOMCMX' })).toEqual([]);
  expect(faultsOf({ iban: IBAN, bic: '' })).toEqual([{ type: 'BankIsNotIdentified' }]);
  expect(faultsOf({ iban: IBAN, bic: '', bankCode: '125' })).toEqual([]);
  expect(faultsOf({ iban: IBAN, holder: '高知市 ABC' })).toEqual([{ type: 'HolderCannotBeWritten', characters: '高 知 市' }]);
  expect(faultsOf({ iban: IBAN, currency: 'XYZ' })).toEqual([{ type: 'CurrencyIsUnknown', currency: 'XYZ' }]);
});
