import { isCurrency } from '@junkan/kit/money-text.ts';
import { isValidBIC, isValidIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import { inBankCharacters } from '../../iso20022/characters.ts';
import type { Fault, Scheme } from '../bank-account.ts';

/** A number in the one spelling in which it is compared and kept: people write spaces and hyphens where they like. */
export const spelt = (number: string): string => number.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();

/** An IBAN is given as what it is: as a number of a bank's own it would be of any bank. */
export const isIban = (number: string): boolean => isValidIBAN(number);
const MISTYPED: readonly ValidationErrorsIBAN[] = [
  ValidationErrorsIBAN.WrongIBANChecksum,
  ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
];
/** It has the form of one of its country, though a digit of it may be wrong. */
const looksLikeIban = (number: string): boolean => validateIBAN(number).errorCodes.every((each) => MISTYPED.includes(each));
/** The country, and two check digits. */
const BEGINS_AS_IBAN = /^[A-Z]{2}\d{2}/;

type Said = {
  readonly holder: string;
  readonly iban: string;
  readonly accountNumber: string;
  readonly country: string;
  readonly currency: string;
  readonly bankCode: string;
  readonly bic: string;
};
export type Checked = { readonly scheme: Scheme; readonly number: string; readonly bic: string; readonly faults: readonly Fault[] };

/** Of the characters that banks do not write. */
const MAX_FAULTS = 10;
/** What banks may have in a number of their own; no shorter than that its last four characters reveal little. */
const LOCAL = /^[A-Z0-9]{6,34}$/;

/** An account's numbers in normalised form, with the faults of its details. */
export function checkedNumbers({ holder, iban, accountNumber, country, currency, bankCode, bic: given }: Said): Checked {
  const scheme = iban === '' ? 'local' : 'iban';
  const number = spelt(scheme === 'iban' ? iban : accountNumber);
  const bic = spelt(given);
  const faults: Fault[] = [];
  const name = inBankCharacters(holder);
  if (!name.ok) faults.push({ type: 'HolderCannotBeWritten', characters: name.characters.slice(0, MAX_FAULTS).join(' ') });
  if ((iban === '') === (accountNumber === '')) faults.push({ type: 'OneAccountNumberIsNeeded' });
  else if (scheme === 'iban') faults.push(...ofIban(number, country));
  else if (looksLikeIban(number)) faults.push({ type: 'AccountNumberIsAnIban' });
  else if (!LOCAL.test(number)) faults.push({ type: 'AccountNumberIsMalformed' });
  if (bic !== '') faults.push(...ofBic(bic, country));
  if (bic === '' && bankCode === '') faults.push({ type: 'BankIsNotIdentified' });
  if (!isCurrency(currency)) faults.push({ type: 'CurrencyIsUnknown', currency });
  return { scheme, number, bic, faults };
}

/** Territories whose banks have a BIC of their own and numbers of the other country, each as ISO 3166-1 alpha-2. */
const NUMBERS_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['GG', 'IM', 'JE'].map((territory) => [territory, 'GB'])),
  ...Object.fromEntries(
    ['BL', 'GF', 'GP', 'MC', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT'].map((territory) => [territory, 'FR']),
  ),
  ...Object.fromEntries(['AS', 'GU', 'MP', 'PR', 'VI'].map((territory) => [territory, 'US'])),
  AX: 'FI',
};

/** A bank keeps accounts where it is: a BIC of another country is mostly the wrong bank. */
function ofBic(bic: string, country: string): Fault[] {
  if (!isValidBIC(bic)) return [{ type: 'BicIsMalformed' }];
  const actual = bic.slice(4, 6);
  const isThere = actual === country || NUMBERS_OF[actual] === country || NUMBERS_OF[country] === actual;
  return isThere ? [] : [{ type: 'BicIsOfAnotherCountry', country, actual }];
}

function ofIban(number: string, country: string): Fault[] {
  if (!BEGINS_AS_IBAN.test(number) && LOCAL.test(number)) return [{ type: 'IbanIsAnAccountNumber' }];
  if (!isIban(number)) return [{ type: 'IbanIsMalformed' }];
  const actual = number.slice(0, 2);
  return actual === country ? [] : [{ type: 'IbanIsOfAnotherCountry', country, actual }];
}
