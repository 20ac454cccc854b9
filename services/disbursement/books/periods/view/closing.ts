import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import type { CashBookId } from '../../cash/cash-book.ts';
import { balancesOf } from '../../ledger/view/statement.ts';
import type { TrialBalanceLine, Unresolved } from '../period.ts';

/** Of each kind of account and currency what there is at the end of a day, where there is anything; by kind and currency. */
export const trialBalance = (prepare: Prepare, through: CalendarDate): TrialBalanceLine[] =>
  balancesOf(prepare, { party: '', agreement: '', project: '', from: '', to: through }).flatMap(({ kind, closing }) =>
    closing && closing.amount !== 0n ? [{ kind, closing }] : [],
  );

/** What waits of the days through one: the first of it, and how much there is. */
export function unresolvedThrough(prepare: Prepare, through: CalendarDate): Unresolved | undefined {
  const of = 'FROM waiting WHERE is_open = 1 AND day <= ?';
  const first = prepare(`SELECT kind, item, day ${of} ORDER BY day, kind, item LIMIT 1`).get(through);
  if (!first) return undefined;
  const count = Number(prepare(`SELECT count(*) AS count ${of}`).get(through)?.['count']);
  return { kind: String(first['kind']) as Unresolved['kind'], item: String(first['item']), day: String(first['day']), count };
}

/** Who reported anything from one day through another, or confirmed what a bank did. */
export const reportersIn = (prepare: Prepare, from: CalendarDate | '', through: CalendarDate): string[] =>
  prepare('SELECT DISTINCT person FROM reporter WHERE day >= ? AND day <= ? ORDER BY person')
    .all(from, through)
    .map(({ person }) => String(person));

/** The last day of the newest closed period that ends before a day; '' where there is none. */
export const closedBefore = (prepare: Prepare, day: CalendarDate): CalendarDate | '' =>
  String(prepare('SELECT max(through) AS through FROM period WHERE through < ?').get(day)?.['through'] ?? '');

export const cashBooksIn = (prepare: Prepare): CashBookId[] =>
  prepare('SELECT id FROM cash_book ORDER BY id')
    .all()
    .map(({ id }) => String(id) as CashBookId);
