import type { SponsorId } from '../../../agreements/ids.ts';
import type { Attributed, BankAccountId, Scheme } from '../bank-account.ts';
import { type Bank, isNamedBank, isSameBank } from '../bank-identity.ts';

/** An account from which a sponsor pays, as two persons of it have confirmed. `statementsOf`: of which banks finance has said that statements are its own. */
export type SponsorAccount = {
  readonly id: BankAccountId;
  readonly sponsor: SponsorId;
  readonly scheme: Scheme;
  readonly holder: string;
  readonly bankName: string;
  readonly bank: Bank;
  readonly statementsOf: readonly Attributed[];
  readonly currency: string;
  /** When it was confirmed to be usable. */
  readonly usableFrom: string;
};

/**
 * Of the accounts that a statement may belong to, those that it does: if finance has confirmed it for an earlier statement of the same
 * number and bank, those of the sponsor confirmed last, whichever others have named the number; else all of them. An account that its
 * sponsor has retired no longer counts.
 */
export function attributedTo(accounts: readonly SponsorAccount[], servicer: Bank): readonly SponsorAccount[] {
  const said = accounts.flatMap(({ sponsor, ...account }) =>
    account.statementsOf
      .filter((bank) => isOfLike(account, bank, servicer, accounts))
      .map((bank) => ({ at: bank.at, isOfBank: isSameBank(servicer, bank), sponsor })),
  );
  // A confirmation for a statement that named its bank takes precedence over one for a statement that did not.
  const [last] = said.toSorted((a, b) => Number(b.isOfBank) - Number(a.isOfBank) || (a.at < b.at ? 1 : -1));
  return last ? accounts.filter(({ sponsor }) => sponsor === last.sponsor) : accounts;
}

/**
 * Whether what was confirmed for a statement of `bank` also holds for one of `servicer`: two banks count as one only if they are known to
 * be.
 */
function isOfLike(
  { scheme, bank: own }: Pick<SponsorAccount, 'scheme' | 'bank'>,
  bank: Bank,
  servicer: Bank,
  accounts: readonly SponsorAccount[],
): boolean {
  if (scheme === 'iban') return true;
  if (isNamedBank(servicer)) return isSameBank(servicer, bank) || isSameBank(servicer, own);
  return accounts.every((each) => isSameBank(each.bank, own));
}

/**
 * In whose cash the lines of a statement are booked, of accounts of one sponsor with its number and currency: of several records of one account the first, so
 * that another begins no second book. Nothing where they may be accounts of two banks, and the statement does not say of which: then a person does.
 */
export function cashAccountOf(accounts: readonly SponsorAccount[], servicer: Bank): BankAccountId | undefined {
  const certain = accounts.filter(({ scheme, bank }) => scheme === 'iban' || isSameBank(bank, servicer));
  const [first, ...others] = (certain.length > 0 ? certain : accounts).toSorted((a, b) => (a.usableFrom < b.usableFrom ? -1 : 1));
  if (!first) return undefined;
  return others.every(({ scheme, bank }) => scheme === 'iban' || isSameBank(bank, first.bank)) ? first.id : undefined;
}
