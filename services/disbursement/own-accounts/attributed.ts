import type { SponsorId } from '../domain/agreement/ids.ts';
import type { Attributed, BankAccountId, Scheme } from '../domain/bank-accounts/bank-account.ts';
import { type Bank, isSameBank, isToldBank } from '../domain/bank-accounts/other-bank.ts';

/** An account from which a sponsor pays, as two persons of it have confirmed. `statementsOf`: of which banks finance has said that statements are its own. */
export type SponsorAccount = {
  readonly id: BankAccountId;
  readonly sponsor: SponsorId;
  readonly scheme: Scheme;
  readonly holder: string;
  readonly bankName: string;
  readonly bank: Bank;
  readonly statementsOf: readonly Attributed[];
};

/**
 * Of the accounts of which a statement may be, those of which it is: where finance has said it of an earlier statement of the same number and bank, those of the
 * sponsor of which it said so last, whoever else has named the number; else all of them. An account that its sponsor has retired decides nothing any more.
 */
export function attributedTo(accounts: readonly SponsorAccount[], servicer: Bank): readonly SponsorAccount[] {
  const said = accounts.flatMap(({ sponsor, ...account }) =>
    account.statementsOf
      .filter((bank) => isOfLike(account, bank, servicer, accounts))
      .map((bank) => ({ at: bank.at, isOfBank: isSameBank(servicer, bank), sponsor })),
  );
  // What was said of a statement that told the bank comes before what was said of one that did not.
  const [last] = said.toSorted((a, b) => Number(b.isOfBank) - Number(a.isOfBank) || (a.at < b.at ? 1 : -1));
  return last ? accounts.filter(({ sponsor }) => sponsor === last.sponsor) : accounts;
}

/** Whether what was said of a statement of `bank` holds of one that tells `servicer`: nothing is taken for one bank that is not known to be it. */
function isOfLike(
  { scheme, bank: own }: Pick<SponsorAccount, 'scheme' | 'bank'>,
  bank: Bank,
  servicer: Bank,
  accounts: readonly SponsorAccount[],
): boolean {
  if (scheme === 'iban') return true;
  if (isToldBank(servicer)) return isSameBank(servicer, bank) || isSameBank(servicer, own);
  return accounts.every((each) => isSameBank(each.bank, own));
}
