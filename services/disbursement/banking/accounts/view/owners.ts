import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { SponsorId } from '../../../agreements/ids.ts';
import type { Accounts } from '../../../agreements/payments/payment.ts';
import { bankAccounts } from '../../../mapping.ts';
import type { Payer } from '../../files/view/payments.ts';
import type { AccountRelation } from '../../statements/statement-owner.ts';
import { isIban, spelt } from '../api/account-numbers.ts';
import type { BankAccountId, Existing } from '../bank-account.ts';
import { type Bank, isOtherBank } from '../bank-identity.ts';
import type { SponsorAccount } from './attributed.ts';
import { accountsWhere, type NamedBy } from './named.ts';

type Parts = { readonly store: Pick<EventStore, 'load'>; readonly texts: Texts };

const OF_SPONSORS = "last_four = ? AND organisation LIKE 'spo\\_%' ESCAPE '\\'";
const LAST = 4;

/** Whether another sponsor has named an account whose number ends so: mostly none has, and no number need be read. */
export const isNamedByOthers = ({ prepare }: NamedBy['ownAccounts'], lastFour: string, organisation: string): boolean =>
  prepare(`SELECT 1 FROM account WHERE ${OF_SPONSORS} AND organisation <> ? LIMIT 1`).get(lastFour, organisation) !== undefined;

/** The account that a statement names, and its currency; and the bank that keeps it, if it names one. */
export type Stated = {
  readonly account: string;
  readonly currency?: string | undefined;
  readonly bic?: string | undefined;
  readonly bankCode?: string | undefined;
};

export const bankOf = ({ bic = '', bankCode = '' }: Pick<Stated, 'bic' | 'bankCode'>): Bank => ({
  bic: spelt(bic),
  bankCode: spelt(bankCode),
});

/** The accounts of sponsors that a statement may be of: those with its number and currency, but for what is known to be kept by another bank. */
export async function sponsorAccounts(stated: Stated, { texts, ...view }: NamedBy & Pick<Parts, 'texts'>): Promise<SponsorAccount[]> {
  const named = await accountsWhere(view, OF_SPONSORS, spelt(stated.account).slice(-LAST));
  const numbers = await texts.read(named.map(({ state }) => state.number));
  return named.flatMap(({ id, state }) => (lackOf(state, numbers.get(state.number), stated) === '' ? [accountOf(id, state)] : []));
}

/** The relation of an account to a statement, when finance says that it belongs to it. */
export async function relationToStatement(id: BankAccountId, stated: Stated, { store, texts }: Parts): Promise<AccountRelation> {
  const { state } = await store.load(bankAccounts, id);
  if (state.status === 'absent') return { sponsor: 'spo_', lacks: 'sponsor' };
  const numbers = await texts.read([state.number]);
  return { sponsor: state.organisation as SponsorId, lacks: lackOf(state, numbers.get(state.number), stated) };
}

/** Whether the payer's account is the payee's: the same number, and not known to be of two banks. What has no account is none. */
export async function areOneAccount({ payerAccount, payeeAccount }: Accounts, { store, texts }: Parts): Promise<boolean> {
  if (payerAccount === '' || payeeAccount === '') return false;
  const [payer, payee] = await Promise.all([payerAccount, payeeAccount].map(async (id) => (await store.load(bankAccounts, id)).state));
  if (!payer || !payee || payer.status === 'absent' || payee.status === 'absent' || payer.lastFour !== payee.lastFour) return false;
  const numbers = await texts.read([payer.number, payee.number]);
  const number = numbers.get(payer.number);
  if (number === undefined || number !== numbers.get(payee.number)) return false;
  return isIban(number) || !isOtherBank(bankOf(payer), bankOf(payee));
}

/** An IBAN says its bank itself, and is no bank's own number. */
function lackOf(state: Existing, number: string | undefined, stated: Stated): AccountRelation['lacks'] {
  if (!state.organisation.startsWith('spo_')) return 'sponsor';
  if (state.status !== 'confirmed' && state.status !== 'retired') return 'confirmation';
  if (number !== spelt(stated.account) || (state.scheme === 'local' && isIban(number))) return 'number';
  if (stated.currency !== undefined && state.currency !== stated.currency) return 'currency';
  return state.scheme === 'local' && isOtherBank(bankOf(state), bankOf(stated)) ? 'bank' : '';
}

function accountOf(id: BankAccountId, state: Existing): SponsorAccount {
  const { organisation, scheme, holder, bankName, currency } = state;
  const usableFrom = 'usableFrom' in state ? state.usableFrom : '';
  const statementsOf = state.status === 'confirmed' ? state.statementsOf.map((each) => ({ ...bankOf(each), at: each.at })) : [];
  return { id, sponsor: organisation as SponsorId, scheme, holder, bankName, bank: bankOf(state), statementsOf, currency, usableFrom };
}

/** The sponsors whose accounts these are. */
export const sponsorsOf = (accounts: readonly SponsorAccount[]): SponsorId[] => [...new Set(accounts.map(({ sponsor }) => sponsor))];

/** Whether a payment is paid from one of these: from the account that its instruction names, or where it names none, from any of its payer. */
export const isPaidFrom = (accounts: readonly SponsorAccount[], payer: Payer | undefined): boolean =>
  accounts.some(({ id, sponsor }) => (payer?.account ? id === payer.account : sponsor === payer?.sponsor));
