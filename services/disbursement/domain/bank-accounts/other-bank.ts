/** A bank as a statement or an account names it: by its BIC, or by its number in the clearing of its country; '' = it is not told. */
export type Bank = { readonly bic: string; readonly bankCode: string };

/** The bank and its country; what follows is the place and the branch. */
const INSTITUTION = 8;

/** Whether these are known to be two banks. What one of them does not say tells nothing apart. */
export function isOtherBank(one: Bank, other: Bank): boolean {
  if (one.bic !== '' && other.bic !== '') return one.bic.slice(0, INSTITUTION) !== other.bic.slice(0, INSTITUTION);
  return one.bankCode !== '' && other.bankCode !== '' && one.bankCode !== other.bankCode;
}
