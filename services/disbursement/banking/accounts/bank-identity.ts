/** A bank as a statement or an account names it: by its BIC, or by its number in the clearing of its country; '' = unknown. */
export type Bank = { readonly bic: string; readonly bankCode: string };

/** The bank and its country; what follows is the place and the branch. */
const INSTITUTION = 8;

const institutionOf = ({ bic }: Bank): string => bic.slice(0, INSTITUTION);

/** The identity of a bank: its BIC, up to the place, or its number in the clearing; '' if neither is known. */
export const nameOfBank = (bank: Bank): string => institutionOf(bank) || bank.bankCode;

/** Whether these are one bank; undefined where what they say of it cannot be compared. */
function isOne(one: Bank, other: Bank): boolean | undefined {
  if (one.bic !== '' && other.bic !== '') return institutionOf(one) === institutionOf(other);
  return one.bankCode !== '' && other.bankCode !== '' ? one.bankCode === other.bankCode : undefined;
}

/** Whether these are known to be two banks. A detail that one of them lacks distinguishes nothing. */
export const isOtherBank = (one: Bank, other: Bank): boolean => isOne(one, other) === false;

/** Whether these are known to be one bank. */
export const isSameBank = (one: Bank, other: Bank): boolean => isOne(one, other) === true;

export const isNamedBank = (bank: Bank): boolean => nameOfBank(bank) !== '';
