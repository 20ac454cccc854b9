import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { itemHistory, itemQuery } from '@junkan/kit/grpc/item-queries.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { ITEMS } from '@junkan/proto/items.ts';
import { cashBookIdParts, REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Commands } from '../../../agreements/api/parts.ts';
import { within } from '../../../agreements/payments/api/bank.ts';
import { type NamingParts, namedAccounts } from '../../../banking/accounts/api/named-accounts.ts';
import type { BankAccountId } from '../../../banking/accounts/bank-account.ts';
import { limitsOfConfirmation } from '../../../banking/files/api/limits-of-confirmation.ts';
import type { Existing as Statement, StatementId } from '../../../banking/statements/statement.ts';
import { cashDayOf } from '../../../banking/statements/statement-cash.ts';
import { cashBookFold as fold } from '../../../fold.ts';
import { BODIES, cashBooks, statements } from '../../../mapping.ts';
import type { CashBookId, CashDay } from '../cash-book.ts';
import { cashBookActs } from '../cash-book-acts.ts';
import { decide } from '../cash-book-decide.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly clock: PolicyClock };
type CommandParts = Parts & Parameters<typeof limitsOfConfirmation>[0];
type CashRpcs = 'explainGap' | 'confirmGap' | 'refuseGap';

const bookOf = (account: BankAccountId, currency: string): CashBookId => idFrom(...cashBookIdParts(account, currency));

/** Keeps the cash books by what statements say. */
export function keepingCash({ store, clock }: Pick<Parts, 'store' | 'clock'>) {
  const run = commander(store, cashBooks, REJECTIONS);
  return {
    /**
     * Enters a statement in the book of its account, and takes it from those of others: again, it changes nothing. `repeated`: the numbers of
     * its entries that earlier statements contained.
     */
    async enter(id: StatementId, statement: Statement, repeated: ReadonlySet<number>, call: Received): Promise<void> {
      const { owner: sponsor, cashAccount: account = '', leftAccounts, currency } = statement;
      for (const left of leftAccounts) {
        if (left === account) continue;
        const command = { type: 'WithdrawStatement' as const, statement: id, now: clock.now(), by: call.actor };
        await run(bookOf(left, currency), command, within(call, `withdraw ${left}`));
      }
      if (!sponsor || account === '') return;
      const { reference, page, openingBalance, closingBalance, untold, importedAt } = statement;
      const days = daysOf(statement, repeated);
      const dates = days.map(({ day }) => day);
      const [from, to] = [statement.from || dates[0] || statement.to, statement.to || dates.at(-1) || dateOf(importedAt)];
      const entered = {
        statement: id,
        reference,
        page,
        from,
        to,
        openingBalance,
        closingBalance,
        isPage: untold === 'one-of-several-pages',
        days,
      };
      const command = { type: 'EnterStatement' as const, account, sponsor, currency, ...entered, now: clock.now(), by: call.actor };
      await run(bookOf(account, currency), command, within(call, 'enter'));
    },
  };
}

/** What the lines of each day come to, in the order of the days. A line without one is of the last day. */
function daysOf({ entries, from, to, currency, importedAt }: Statement, repeated: ReadonlySet<number>): CashDay[] {
  const sums = new Map<string, { moved: bigint; repeated: bigint }>();
  for (const { number, amount, direction, booked, ...dates } of entries) {
    if (!booked || amount.currency !== currency) continue;
    const day = cashDayOf(dates, from) || to || dateOf(importedAt);
    const moved = direction === 'credit' ? amount.amount : -amount.amount;
    const sum = sums.get(day) ?? { moved: 0n, repeated: 0n };
    sums.set(day, { moved: sum.moved + moved, repeated: sum.repeated + (repeated.has(number) ? moved : 0n) });
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, sum]) => ({ day, moved: money(sum.moved, currency), repeated: money(sum.repeated, currency) }));
}

/** Enters a statement whose owner has been confirmed: its entries are all read and matched. */
export async function entered({ store, clock }: Pick<Parts, 'store' | 'clock'>, id: StatementId, call: Received): Promise<void> {
  const { state } = await store.load(statements, id);
  if (state.status === 'absent') return;
  const repeated = new Set(state.entries.flatMap(({ number, standing }) => (standing === 'repeated' ? [number] : [])));
  await keepingCash({ store, clock }).enter(id, state, repeated, call);
}

/** Gaps between statements: explained by one person, confirmed by another. */
export function cashBookCommands(parts: CommandParts): Pick<Commands, CashRpcs> {
  const { store, texts, clock } = parts;
  const limits = limitsOfConfirmation(parts);
  const run = commander(store, cashBooks, REJECTIONS);
  const said = withNote(run, texts);
  return {
    explainGap: ({ book, gap, as, note: words }, call) =>
      said(book, words, call, (note) => ({ type: 'ExplainGap', gap, as, note, now: clock.now(), by: call.actor })),
    /** Held to the limits of the secretariat, with what is confirmed of lines. */
    async confirmGap({ book, explanation: number }, call) {
      const now = clock.now();
      const command = { type: 'ConfirmGap' as const, explanation: number, now, by: call.actor };
      const { state } = await store.load(cashBooks, book);
      const explanation = state.status === 'absent' ? undefined : state.explanations[number - 1];
      if (state.status === 'absent' || !explanation?.difference || !decide(command, state).ok) return run(book, command, call);
      const { at: since, first, difference } = explanation;
      const amount = difference.amount < 0n ? { ...difference, amount: -difference.amount } : difference;
      const matter = { user: `${book}/${number}` as const, payer: state.sponsor, amount, since, isSecond: first !== undefined };
      const { rules, measured } = await limits.at(now);
      const { fits, counted } = await measured(matter, call);
      try {
        return await run(book, { ...command, limited: { fits, first, rules } }, call);
      } finally {
        const { state: after } = counted ? await store.load(cashBooks, book) : { state };
        const isConfirmed = after.status !== 'absent' && after.explanations[number - 1]?.status === 'confirmed';
        if (counted && !isConfirmed) await limits.release([counted], now, call);
      }
    },
    refuseGap: ({ book, explanation, note: words }, call) =>
      said(book, words, call, (note) => ({ type: 'RefuseGap', explanation, note, now: clock.now(), by: call.actor })),
  };
}

export const cashBookQueries = (parts: Parts & NamingParts) =>
  itemQuery(ITEMS['cash-book'], parts, {
    fold,
    rejections: REJECTIONS,
    may: (state, actor) => cashBookActs.permissions(state, { now: parts.clock.now() }, BODIES, actor),
    extras: async (_, { account }, actor) => ({ accounts: await namedAccounts(parts, actor, [account]) }),
  });

export const cashBookHistory = (parts: Parts) => itemHistory(ITEMS['cash-book'], parts, { fold });
