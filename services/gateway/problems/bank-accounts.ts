import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, text } from './facts.ts';

const AS_PRINTED = 'Type it as the bank’s own papers have it. Spaces and small letters make no difference.';

/** What the bank accounts of organisations refuse. No problem repeats a number. */
export const bankAccounts = {
  BankAccountIsUnknown: notFound(
    'There is no such bank account',
    {},
    'No bank account has this identifier.',
    'See the bank accounts of the organisation.',
  ),
  BankAccountIsProposed: conflict(
    'The bank account is named already',
    {},
    'A bank account with this identifier is named.',
    'Name another, with a new Idempotency-Key.',
  ),
  BankAccountInStatus: conflict(
    'The bank account does not wait for this',
    { status: text('retired') },
    ({ status }) => `The bank account is ${status}.`,
    'Read the bank account for where it stands.',
  ),
  AccountToReplaceIsNotInUse: conflict(
    'The account to be replaced is not in use',
    { account: text(ID('acc')) },
    ({ account }) => `${account} is no confirmed bank account of this organisation.`,
    'Name an account that is confirmed, or none.',
    { at: '/replaces' },
  ),
  AccountNumberDiffers: conflict(
    'The number is not the one that was named',
    {},
    'What was typed is not the number of this bank account.',
    'Type it again from the bank’s own papers. If they say otherwise than the account that was named, refuse that.',
    { at: '/numberAgain' },
  ),
  OneAccountNumberIsNeeded: invalid(
    'One number is needed',
    {},
    'An account has an IBAN, or where there is none, a number of its country’s own.',
    'Give one of the two.',
  ),
  HolderCannotBeWritten: invalid(
    'Banks do not write the holder’s name so',
    { characters: text('高 知 市') },
    ({ characters }) => `In files of payments banks write Latin letters alone. They do not write ${characters}.`,
    'Give the name as the bank of the account writes it in Latin letters.',
    { at: '/holder' },
  ),
  IbanIsMalformed: invalid(
    'The IBAN is not right',
    {},
    'Its length, its letters or its check digits are not those of an IBAN of its country.',
    AS_PRINTED,
    { at: '/iban' },
  ),
  IbanIsOfAnotherCountry: invalid(
    'The IBAN is of another country',
    { country: text('KZ'), actual: text('PK') },
    ({ country, actual }) => `The account is said to be kept in ${country}, and its IBAN is of ${actual}.`,
    'Name the country that the IBAN begins with.',
    { at: '/iban' },
  ),
  AccountNumberIsMalformed: invalid(
    'The account number is not right',
    {},
    'An account number has 6 to 34 letters A to Z and digits.',
    AS_PRINTED,
    { at: '/accountNumber' },
  ),
  BicIsMalformed: invalid('The BIC is not right', {}, 'A BIC has eight or eleven letters and digits, as ISO 9362 has them.', AS_PRINTED, {
    at: '/bic',
  }),
  BankIsNotIdentified: invalid(
    'The bank is not identified',
    {},
    'A payment needs the BIC of the bank, or the code by which its country knows it.',
    'Give one of the two.',
  ),
  CurrencyIsUnknown: invalid(
    'The currency is unknown',
    { currency: text('XYZ') },
    ({ currency }) => `${currency} is no currency of ISO 4217.`,
    'Give its three letters, as in JPY.',
    { at: '/currency' },
  ),
} satisfies Record<string, Entry>;
