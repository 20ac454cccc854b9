/** A bank as a statement or an account names it: by its BIC, or by its number in the clearing of its country; '' = it is not told. */
export type Bank = { readonly bic: string; readonly bankCode: string };

/** The bank and its country; what follows is the place and the branch. */
const INSTITUTION = 8;

/** Whether these are one bank; undefined where what they say of it cannot be compared. */
function isOne(one: Bank, other: Bank): boolean | undefined {
  if (one.bic !== '' && other.bic !== '') return one.bic.slice(0, INSTITUTION) === other.bic.slice(0, INSTITUTION);
  return one.bankCode !== '' && other.bankCode !== '' ? one.bankCode === other.bankCode : undefined;
}

/** Whether these are known to be two banks. What one of them does not say tells nothing apart. */
export const isOtherBank = (one: Bank, other: Bank): boolean => isOne(one, other) === false;

/** Whether these are known to be one bank. */
export const isSameBank = (one: Bank, other: Bank): boolean => isOne(one, other) === true;

export const isToldBank = ({ bic, bankCode }: Bank): boolean => bic !== '' || bankCode !== '';
