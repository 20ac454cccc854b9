import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Existing as BankAccount, BankAccountId } from '../../../banking/accounts/bank-account.ts';
import { accountRecords } from '../../../banking/accounts/view/records.ts';
import { bankAccounts, cashBooks } from '../../../mapping.ts';
import { isMissing, missingOf, type Reach, reachOf } from '../coverage.ts';
import type { Statements } from '../period.ts';
import { cashBooksIn, movementsIn } from '../view/closing.ts';

export type CoverageParts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly books: Pick<OpenView, 'prepare'>;
  readonly ownAccounts: Pick<OpenView, 'prepare'>;
  /** Which day it is in the time zone of the books. */
  readonly dayOfBooks: (at: Instant) => CalendarDate;
};
type Days = { readonly from: CalendarDate | ''; readonly through: CalendarDate; readonly recordedBefore: Instant | '' };
type Known = { readonly id: BankAccountId; readonly state: BankAccount };

/** Through which day the statements of bank accounts reach that should, and of which days there is none. */
export async function statementsThrough(parts: CoverageParts, { from, through, recordedBefore }: Days): Promise<Statements> {
  const { store, books, dayOfBooks } = parts;
  const { recordsOf } = accountRecords(parts);
  const movements = new Map(movementsIn(books.prepare, from, through, recordedBefore).map((each) => [each.account, each]));

  /** All records of one account of a sponsor: the cash book is kept under one of them, and payments may name another. */
  async function sameAs(account: BankAccountId): Promise<Known[]> {
    const loaded = await Promise.all(
      [...new Set([account, ...(await recordsOf(account))])].map(async (id) => ({ id, state: (await store.load(bankAccounts, id)).state })),
    );
    const known = loaded.flatMap(({ id, state }) => (state.status === 'absent' ? [] : [{ id, state }]));
    const own = known.find(({ id }) => id === account)?.state;
    return known.filter(({ state }) => state.organisation === own?.organisation && state.currency === own.currency);
  }

  const accounts: Reach[] = [];
  const missing: Statements['missing'][number][] = [];
  const seen = new Set<BankAccountId>();
  async function look(account: BankAccountId, statements: Parameters<typeof reachOf>[0]['statements']): Promise<void> {
    const records = await sameAs(account);
    for (const { id } of records) seen.add(id);
    const moved = records.flatMap(({ id }) => movements.get(id) ?? []);
    const retired = records.flatMap(({ state }) => (state.status === 'retired' ? [dayOfBooks(state.retiredAt)] : []));
    const isInUse = records.some(({ state }) => state.status === 'confirmed');
    const movedFirst = moved.map(({ first }) => first).toSorted()[0] ?? '';
    const movedLast =
      moved
        .map(({ last }) => last)
        .toSorted()
        .at(-1) ?? '';
    const retiredOn = isInUse ? '' : (retired.toSorted().at(-1) ?? '');
    const reach = reachOf({ account, statements, retiredOn, movedFirst, movedLast }, from, through);
    if (!reach) return;
    accounts.push(reach);
    if (isMissing(reach)) missing.push(missingOf(reach, movedFirst));
  }

  for (const id of cashBooksIn(books.prepare)) {
    const { state } = await store.load(cashBooks, id);
    if (state.status !== 'absent') await look(state.account, state.statements);
  }
  for (const account of movements.keys()) if (!seen.has(account)) await look(account, []);
  return { coverage: { accounts }, missing };
}
