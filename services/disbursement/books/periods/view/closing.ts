import { beginningOf, type CalendarDate, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { BankAccountId } from '../../../banking/accounts/bank-account.ts';
import type { CashBookId } from '../../cash/cash-book.ts';
import { balancesOf } from '../../ledger/view/statement.ts';
import type { Matter, TrialBalanceLine, Unresolved } from '../period.ts';
import type { What } from './by-hand.ts';

export type Movement = { readonly account: BankAccountId; readonly first: CalendarDate; readonly last: CalendarDate };

/** Of each kind of account and currency what there is at the end of a day, where there is anything; by kind and currency. */
export const trialBalance = (prepare: Prepare, through: CalendarDate): TrialBalanceLine[] =>
  balancesOf(prepare, { party: '', agreement: '', project: '', from: '', to: through }).flatMap(({ kind, closing }) =>
    closing && closing.amount !== 0n ? [{ kind, closing }] : [],
  );

/** So many items are named; all are counted. */
export const MAX_MATTERS = 20;

/** The books, and which day it is in their time zone at a moment. */
export type Days = { readonly prepare: Prepare; readonly dayOfBooks: (at: Instant) => CalendarDate };

const endOfBooks = ({ dayOfBooks }: Days, day: CalendarDate): Instant => beginningOf(plusCalendarDays(day, 1), dayOfBooks);

/** What waits of the days through one: the first items of it, each once, and how much there is. */
export function unresolvedThrough(books: Days, through: CalendarDate): Pick<Unresolved, 'count' | 'matters'> {
  const [end, { prepare, dayOfBooks }] = [endOfBooks(books, through), books];
  const of = `FROM waiting WHERE is_open = 1 AND (day <> '' AND day <= ? OR day = '' AND at < ?)`;
  const rows = prepare(
    `SELECT kind, item, min(CASE day WHEN '' THEN at ELSE day END) AS day ${of} GROUP BY kind, item ORDER BY day, kind, item LIMIT ?`,
  );
  const matters = rows.all(through, end, MAX_MATTERS).map(({ kind, item, day: said }) => {
    const day = String(said);
    return { kind: String(kind) as Matter['kind'], item: String(item), day: day.includes('T') ? dayOfBooks(day) : day };
  });
  return { matters, count: Number(prepare(`SELECT count(*) AS count ${of}`).get(through, end)?.['count']) };
}

/** As a refusal names what is said by hand. */
const UNSHOWN: Readonly<Record<What, Matter['kind']>> = {
  settled: 'unshown-report',
  returned: 'unshown-report',
  refund: 'unshown-refund',
  claim: 'unshown-claim',
};

/**
 * What two persons have said by hand that the bank did through a day, of an account whose statements reach that day, also where none is of it itself, and no line
 * of any is confirmed to be it: the first of each kind and agreement, and how many there are. Of days before the first statement of the account, those from one day
 * on: what was before it is closed. Where nobody says of which account it is, it may be of any that one of its sponsors has in its currency.
 */
export function unshownThrough(prepare: Prepare, from: CalendarDate | '', through: CalendarDate): Pick<Unresolved, 'count' | 'matters'> {
  const reaching = `GROUP BY account HAVING (min(first) <= by_hand.day OR by_hand.day >= :from) AND by_hand.day <= max(last)`;
  const isShown = `SELECT 1 FROM shows WHERE is_confirmed = 1
    AND shows.matter = by_hand.matter AND shows.what = by_hand.what AND shows.reference = by_hand.reference`;
  const of = `FROM by_hand WHERE is_confirmed = 1 AND day <= :through AND NOT EXISTS (${isShown}) AND CASE account
    WHEN '' THEN EXISTS (
      SELECT 1 FROM entered JOIN party USING (sponsor)
      WHERE party.matter = by_hand.matter AND party.what = by_hand.what AND entered.currency = by_hand.currency ${reaching})
    ELSE EXISTS (SELECT 1 FROM entered WHERE entered.account = by_hand.account ${reaching}) END`;
  const rows = prepare(`SELECT what, agreement, min(day) AS day ${of} GROUP BY what, agreement ORDER BY day, agreement LIMIT :limit`);
  const matters = rows
    .all({ from, through, limit: MAX_MATTERS })
    .map(({ what, agreement, day }) => ({ kind: UNSHOWN[String(what) as What], item: String(agreement), day: String(day) }));
  return { matters, count: Number(prepare(`SELECT count(*) AS count ${of}`).get({ from, through })?.['count']) };
}

/** Who reported anything from one day through another, or confirmed what a bank did on one of them. */
export function reportersIn(books: Days, from: CalendarDate | '', through: CalendarDate): string[] {
  const [start, end] = [from === '' ? '' : beginningOf(from, books.dayOfBooks), endOfBooks(books, through)];
  return books
    .prepare(
      'SELECT person FROM reporter WHERE day >= ? AND day <= ? UNION SELECT person FROM reported WHERE at >= ? AND at < ? ORDER BY person',
    )
    .all(from, through, start, end)
    .map(({ person }) => String(person));
}

/** The last day of the newest closed period that ends before a day; '' where there is none. */
export const closedBefore = (prepare: Prepare, day: CalendarDate): CalendarDate | '' =>
  String(prepare('SELECT max(through) AS through FROM period WHERE through < ?').get(day)?.['through'] ?? '');

/** Of which accounts the bank moved payments within these days, on the first and the last of them: as was recorded before a moment. */
export const movementsIn = (prepare: Prepare, from: CalendarDate | '', through: CalendarDate, before: Instant | ''): Movement[] =>
  prepare(
    `SELECT account, min(day) AS first, max(day) AS last FROM movement WHERE day >= ? AND day <= ? AND (? = '' OR at < ?) GROUP BY account ORDER BY account`,
  )
    .all(from, through, before, before)
    .map(({ account, first, last }) => ({ account: String(account) as BankAccountId, first: String(first), last: String(last) }));

export const cashBooksIn = (prepare: Prepare): CashBookId[] =>
  prepare('SELECT id FROM cash_book ORDER BY id')
    .all()
    .map(({ id }) => String(id) as CashBookId);
