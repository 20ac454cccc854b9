import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, text } from './facts.ts';

/** What the bank accounts of organisations refuse. No problem repeats a number. */
export const bankAccounts = {
  BankAccountIsUnknown: notFound({}),
  BankAccountIsProposed: conflict({}),
  BankAccountInStatus: conflict({ status: text('retired') }),
  AccountToReplaceIsNotInUse: conflict({ account: text(ID('acc')) }, { at: '/replaces' }),
  AccountNumberDiffers: conflict({}, { at: '/numberAgain' }),
  OneAccountNumberIsNeeded: invalid({}),
  HolderCannotBeWritten: invalid({ characters: text('高 知 市') }, { at: '/holder' }),
  IbanIsMalformed: invalid({}, { at: '/iban' }),
  IbanIsAnAccountNumber: invalid({}, { at: '/iban' }),
  AccountNumberIsAnIban: invalid({}, { at: '/accountNumber' }),
  IbanIsOfAnotherCountry: invalid({ country: text('KZ'), actual: text('PK') }, { at: '/iban' }),
  AccountNumberIsMalformed: invalid({}, { at: '/accountNumber' }),
  BicIsMalformed: invalid(
    {},
    {
      at: '/bic',
    },
  ),
  BicIsOfAnotherCountry: invalid({ country: text('JP'), actual: text('DE') }, { at: '/bic' }),
  BankIsNotIdentified: invalid({}),
  CurrencyIsUnknown: invalid({ currency: text('XYZ') }, { at: '/currency' }),
} satisfies Record<string, Entry>;
