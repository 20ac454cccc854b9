import type { DatabaseSync } from 'node:sqlite';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { Event as AgreementEvent } from '../../../agreements/agreement-faces.ts';
import type { Event as StatementEvent } from '../../../banking/statements/statement.ts';
import type { Event as CashBookEvent } from '../../cash/cash-book.ts';
import type { Event as RatesEvent } from '../../rates/rate-sheet.ts';
import type { Event as PeriodEvent } from '../period.ts';

// What two persons have said by hand that the bank did, of which account and day, until a line of a statement is confirmed to be it; and which days of which
// account there are statements of. A report that the statements of its day do not show keeps the books open.

export const BY_HAND_DDL = `
  CREATE TABLE by_hand (
    payment TEXT NOT NULL, what TEXT NOT NULL, report INTEGER NOT NULL, agreement TEXT NOT NULL, account TEXT NOT NULL, day TEXT NOT NULL,
    is_shown INTEGER NOT NULL, PRIMARY KEY (payment, what, report)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX unshown ON by_hand (account, day) WHERE is_shown = 0;
  CREATE TABLE line (statement TEXT NOT NULL, number INTEGER NOT NULL, direction TEXT NOT NULL, PRIMARY KEY (statement, number)) STRICT, WITHOUT ROWID;
  CREATE TABLE shows (
    statement TEXT NOT NULL, number INTEGER NOT NULL, payment TEXT NOT NULL, what TEXT NOT NULL, PRIMARY KEY (statement, number, payment, what)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE entered (statement TEXT PRIMARY KEY, account TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX entered_of ON entered (account);`;

type Event = AgreementEvent | CashBookEvent | PeriodEvent | RatesEvent | StatementEvent;
type What = 'settled' | 'returned';
const whatOf = (direction: string): What => (direction === 'credit' ? 'returned' : 'settled');

type Line = { readonly statement: string; readonly number: number };

export function byHand(db: DatabaseSync) {
  const begin = db.prepare('INSERT OR REPLACE INTO by_hand SELECT ?, ?, ?, ?, account, ?, 0 FROM payer WHERE payment = ?');
  const end = db.prepare('DELETE FROM by_hand WHERE payment = ? AND what = ?');
  const read = db.prepare('INSERT OR REPLACE INTO line VALUES (?, ?, ?)');
  const linesOf = db.prepare('SELECT count(*) AS lines FROM line WHERE statement = ?');
  const directionOf = db.prepare('SELECT direction FROM line WHERE statement = ? AND number = ?');
  const forget = db.prepare('DELETE FROM shows WHERE statement = ? AND number = ?');
  const say = db.prepare('INSERT OR IGNORE INTO shows VALUES (?, ?, ?, ?)');
  const show = db.prepare(
    'UPDATE by_hand SET is_shown = ? WHERE (payment, what) IN (SELECT payment, what FROM shows WHERE statement = ? AND number = ?)',
  );
  const enter = db.prepare('INSERT OR REPLACE INTO entered VALUES (?, ?, ?, ?)');
  const withdraw = db.prepare('DELETE FROM entered WHERE statement = ?');

  /** Which payments a person says a line to be: that counts once it is confirmed. */
  function said({ statement, number }: Line, payments: readonly { readonly payment: string; readonly what: What }[]): void {
    forget.run(statement, number);
    for (const { payment, what } of payments) if (payment !== '') say.run(statement, number, payment, what);
  }

  return (event: Event, { stream }: ViewEvent): void => {
    if ((event.type === 'PaymentSettled' || event.type === 'PaymentReturned') && event.statement === undefined) {
      const what: What = event.type === 'PaymentSettled' ? 'settled' : 'returned';
      begin.run(event.payment, what, event.report, stream, event.valueDate, event.payment);
    }
    if (event.type === 'SettlementReversed') end.run(event.payment, 'settled');
    if (event.type === 'OutcomeReversed' && event.outcome === 'returned') end.run(event.payment, 'returned');
    if (event.type === 'EntriesRead') {
      const before = Number(linesOf.get(stream)?.['lines']);
      for (const [place, { direction }] of event.entries.entries()) read.run(stream, before + place + 1, direction);
    }
    if (event.type === 'EntryLinked') {
      const direction = String(directionOf.get(stream, event.number)?.['direction']);
      said({ statement: stream, number: event.number }, [{ payment: event.payment, what: whatOf(direction) }]);
    }
    if (event.type === 'EntryExplained') {
      const parts = event.parts
        .filter(({ as }) => as === 'payment')
        .map(({ payment, direction }) => ({ payment, what: whatOf(direction) }));
      said({ statement: stream, number: event.number }, parts);
    }
    if (event.type === 'EntriesConfirmed' || event.type === 'EntriesReopened')
      for (const number of event.numbers) show.run(event.type === 'EntriesConfirmed' ? 1 : 0, stream, number);
    if (event.type === 'StatementEntered') enter.run(event.statement, event.account, event.from, event.to);
    if (event.type === 'StatementWithdrawn') withdraw.run(event.statement);
  };
}
