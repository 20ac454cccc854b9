import { isValidBIC, isValidIBAN } from 'ibantools';
import { isInBankCharacters } from './characters.ts';

/** What a field must keep to. `most`: in characters; of a sum, in digits. */
export type Rule =
  | { readonly rule: 'empty' }
  | { readonly rule: 'too-long'; readonly most: number }
  | { readonly rule: 'characters'; readonly characters: readonly string[] }
  /** An identifier neither begins nor ends with a slash, and has no two in a row. */
  | { readonly rule: 'slashes' }
  | { readonly rule: 'iban' | 'bic' | 'country' | 'day' | 'instant' | 'currency' }
  /** A file is of one currency. */
  | { readonly rule: 'other-currency'; readonly currency: string }
  | { readonly rule: 'not-positive' }
  | { readonly rule: 'repeated' };

/** Where a party has its money: by IBAN, or by the number that its country's banks use. */
export type Account = { readonly iban: string } | { readonly local: string };

const MAX_IDENTIFIER = 35;
const MAX_LOCAL_ACCOUNT = 34;

const foreign = (text: string): string[] => [...new Set([...text].filter((character) => !isInBankCharacters(character)))];

/** Identifiers are compared by others letter by letter: they are sent unchanged, or not at all. */
export function identifierFault(text: string, most = MAX_IDENTIFIER): Rule | undefined {
  if (text.trim() === '') return { rule: 'empty' };
  if (!isInBankCharacters(text)) return { rule: 'characters', characters: foreign(text) };
  if (text !== text.trim()) return { rule: 'characters', characters: [' '] };
  if (text.length > most) return { rule: 'too-long', most };
  return /^\/|\/$|\/\//.test(text) ? { rule: 'slashes' } : undefined;
}

export const bicFault = (bic: string): Rule | undefined => (/^[A-Z0-9]+$/.test(bic) && isValidBIC(bic) ? undefined : { rule: 'bic' });

/** An IBAN without the spaces with which it is printed. */
export const plainIban = (iban: string): string => iban.replaceAll(' ', '');

export function accountFault(account: Account): Rule | undefined {
  if ('local' in account) return identifierFault(account.local, MAX_LOCAL_ACCOUNT);
  return isValidIBAN(plainIban(account.iban)) ? undefined : { rule: 'iban' };
}
