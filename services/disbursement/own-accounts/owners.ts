import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { spelt } from '../api/account-numbers.ts';
import type { SponsorId } from '../domain/agreement/agreement-state.ts';
import type { BankAccountId } from '../domain/bank-accounts/bank-account.ts';
import { type Bank, isOtherBank } from '../domain/bank-accounts/other-bank.ts';
import { bankAccounts } from '../mapping.ts';
import type { Payer } from '../open-payments/payments.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly ownAccounts: Pick<OpenView, 'prepare'> };
/** An account from which a sponsor pays, as two persons of it have confirmed. */
export type SponsorAccount = { readonly id: BankAccountId; readonly sponsor: SponsorId };

const OF_SPONSORS = "SELECT id FROM account WHERE last_four = ? AND organisation LIKE 'spo\\_%' ESCAPE '\\' ORDER BY id";
const LAST = 4;

/** Of which account a statement tells; the bank that keeps it, where it says. */
type Stated = { readonly account: string; readonly bic?: string | undefined; readonly bankCode?: string | undefined };

/** The accounts of sponsors that a statement may be of: those with its number, but for what is known to be kept by another bank. An IBAN says its bank itself. */
export async function sponsorAccounts({ account, bic, bankCode }: Stated, { store, texts, ownAccounts }: Parts): Promise<SponsorAccount[]> {
  const number = spelt(account);
  const servicer = bankOf({ bic, bankCode });
  const ids = ownAccounts
    .prepare(OF_SPONSORS)
    .all(number.slice(-LAST))
    .map(({ id }) => String(id) as BankAccountId);
  const states = await Promise.all(ids.map(async (id) => ({ id, state: (await store.load(bankAccounts, id)).state })));
  const confirmed = states.flatMap(({ id, state }) =>
    state.status === 'confirmed' || state.status === 'retired'
      ? [
          {
            id,
            sponsor: state.organisation as SponsorId,
            number: state.number,
            isElsewhere: state.scheme === 'local' && isOtherBank(servicer, bankOf(state)),
          },
        ]
      : [],
  );
  const numbers = await texts.read(confirmed.map((each) => each.number));
  return confirmed.filter((each) => !each.isElsewhere && numbers.get(each.number) === number);
}

const bankOf = ({ bic = '', bankCode = '' }: Omit<Stated, 'account'>): Bank => ({ bic: spelt(bic), bankCode: spelt(bankCode) });

/** The sponsor whose accounts these are; '' where they are nobody's, or of more than one. */
export function ownerOf(accounts: readonly SponsorAccount[]): SponsorId | '' {
  const [owner, ...others] = new Set(accounts.map(({ sponsor }) => sponsor));
  return owner !== undefined && others.length === 0 ? owner : '';
}

/** Whether a payment is paid from one of these: from the account that its instruction names, or where it names none, from any of its payer. */
export const isPaidFrom = (accounts: readonly SponsorAccount[], payer: Payer | undefined): boolean =>
  accounts.some(({ id, sponsor }) => (payer?.account ? id === payer.account : sponsor === payer?.sponsor));
