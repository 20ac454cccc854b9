import type { DatabaseSync } from 'node:sqlite';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import type { Event as AgreementEvent } from '../../../agreements/agreement-faces.ts';
import { comparable } from '../../../agreements/payments/bank-reference.ts';
import { bankReferenceOf, isSettlement, type Event as StatementEvent } from '../../../banking/statements/statement.ts';
import type { Event as CashBookEvent } from '../../cash/cash-book.ts';
import type { Event as RatesEvent } from '../../rates/rate-sheet.ts';
import type { Event as PeriodEvent } from '../period.ts';

// What two persons have said by hand that the bank did, of which day and account, until a line of a statement is confirmed to be it; and which days of which
// account there are statements of. Of a refund, and of what a guarantor has paid, nobody says of which account it is: it may be of any that who received or
// paid it has in its currency. A report that the statements of its day do not show keeps the books open.

export const BY_HAND_DDL = `
  CREATE TABLE by_hand (
    matter TEXT NOT NULL, what TEXT NOT NULL, report TEXT NOT NULL, reference TEXT NOT NULL, agreement TEXT NOT NULL, account TEXT NOT NULL,
    currency TEXT NOT NULL, day TEXT NOT NULL, is_confirmed INTEGER NOT NULL, PRIMARY KEY (matter, what, report)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX said ON by_hand (day) WHERE is_confirmed = 1;
  CREATE TABLE party (matter TEXT NOT NULL, what TEXT NOT NULL, sponsor TEXT NOT NULL, PRIMARY KEY (matter, what, sponsor)) STRICT, WITHOUT ROWID;
  CREATE TABLE undoes (resolution TEXT PRIMARY KEY, refund TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE call (claim TEXT PRIMARY KEY, sponsor TEXT NOT NULL, currency TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE line (
    statement TEXT NOT NULL, number INTEGER NOT NULL, direction TEXT NOT NULL, bank_reference TEXT NOT NULL, PRIMARY KEY (statement, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE shows (
    statement TEXT NOT NULL, number INTEGER NOT NULL, matter TEXT NOT NULL, what TEXT NOT NULL, reference TEXT NOT NULL, is_confirmed INTEGER NOT NULL,
    PRIMARY KEY (statement, number, matter, what)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX shown ON shows (matter, what, reference) WHERE is_confirmed = 1;
  CREATE TABLE entered (
    statement TEXT PRIMARY KEY, account TEXT NOT NULL, sponsor TEXT NOT NULL, currency TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entered_of ON entered (account);
  CREATE INDEX entered_by ON entered (sponsor, currency);`;

type Event = AgreementEvent | CashBookEvent | PeriodEvent | RatesEvent | StatementEvent;
export type What = 'settled' | 'returned' | 'refund' | 'claim';
/** `matter`: a payment, a recovery, or a call of a guarantee: each is once of one reference of the bank. */
type Said = { readonly matter: string; readonly what: What };
type Named = {
  readonly agreement: string;
  readonly payment: string;
  readonly recovery?: number | undefined;
  readonly drawing?: number | undefined;
  readonly direction: string;
};

const partOf = (agreement: string, number: number | undefined): string => `${agreement}/${number ?? 0}`;

function saidOf({ agreement, payment, recovery = 0, drawing = 0, direction }: Named): Said {
  if (drawing > 0) return { matter: partOf(agreement, drawing), what: 'claim' };
  if (recovery > 0) return { matter: partOf(agreement, recovery), what: 'refund' };
  return { matter: payment, what: direction === 'credit' ? 'returned' : 'settled' };
}

export function byHand(db: DatabaseSync) {
  const following = [ofPayments(db), ofRefunds(db), ofClaims(db), ofLines(db), ofBooks(db)];
  return (event: Event, meta: ViewEvent): void => {
    for (const follow of following) follow(event, meta);
  };
}

function ofPayments(db: DatabaseSync) {
  const begin = db.prepare(`INSERT OR REPLACE INTO by_hand SELECT ?, ?, ?, ?, ?, account, '', ?, 1 FROM payer WHERE payment = ?`);
  const end = db.prepare('DELETE FROM by_hand WHERE matter = ? AND what = ?');
  return (event: Event, { stream }: ViewEvent): void => {
    if ((event.type === 'PaymentSettled' || event.type === 'PaymentReturned') && event.statement === undefined) {
      const what: What = event.type === 'PaymentSettled' ? 'settled' : 'returned';
      const { payment, report, bankReference, valueDate } = event;
      begin.run(payment, what, String(report), comparable(bankReference), stream, valueDate, payment);
    }
    if (event.type === 'SettlementReversed') end.run(event.payment, 'settled');
    if (event.type === 'OutcomeReversed' && event.outcome === 'returned') end.run(event.payment, 'returned');
  };
}

/** Before a second person has confirmed it. `sponsors`: one of whom it is. */
type Begun = Said & {
  readonly report: string;
  readonly bankReference: string;
  readonly agreement: string;
  readonly currency: string;
  readonly day: string;
  readonly sponsors: readonly string[];
};
function beginning(db: DatabaseSync) {
  const begin = db.prepare(`INSERT OR REPLACE INTO by_hand VALUES (?, ?, ?, ?, ?, '', ?, ?, 0)`);
  const join = db.prepare('INSERT OR IGNORE INTO party VALUES (?, ?, ?)');
  return ({ matter, what, report, bankReference, agreement, currency, day, sponsors }: Begun): void => {
    begin.run(matter, what, report, comparable(bankReference), agreement, currency, day);
    for (const sponsor of sponsors) join.run(matter, what, sponsor);
  };
}

function ofRefunds(db: DatabaseSync) {
  const begin = beginning(db);
  const confirm = db.prepare(`UPDATE by_hand SET is_confirmed = 1 WHERE matter = ? AND what = 'refund' AND report = ?`);
  const end = db.prepare(`DELETE FROM by_hand WHERE matter = ? AND what = 'refund' AND report = ?`);
  const undo = db.prepare('INSERT OR REPLACE INTO undoes VALUES (?, ?)');
  const undone = db.prepare('SELECT refund FROM undoes WHERE resolution = ?');
  return (event: Event, { stream }: ViewEvent): void => {
    if (!('resolution' in event)) return;
    const [matter, report] = [partOf(stream, event.recovery), String(event.resolution)];
    const name = `${matter}/${report}`;
    if (event.type === 'ResolutionProposed') {
      const { kind, bankReference, amount, credited, portions, valueDate: day, undoes = 0, statement = '' } = event;
      if (kind === 'reversed') undo.run(name, String(undoes));
      if (kind !== 'refunded' || statement !== '') return;
      const { currency } = credited ?? amount;
      const sponsors = portions.map(({ sponsor }) => sponsor);
      begin({ matter, what: 'refund', report, bankReference, agreement: stream, currency, day, sponsors });
    }
    if (event.type === 'ResolutionConfirmed') {
      confirm.run(matter, report);
      end.run(matter, String(undone.get(name)?.['refund'] ?? ''));
    }
    if (event.type === 'ResolutionRefused') end.run(matter, report);
  };
}

function ofClaims(db: DatabaseSync) {
  const begin = beginning(db);
  const call = db.prepare('INSERT OR REPLACE INTO call VALUES (?, ?, ?)');
  const called = db.prepare('SELECT sponsor, currency FROM call WHERE claim = ?');
  const confirm = db.prepare(`UPDATE by_hand SET is_confirmed = 1 WHERE matter = ? AND what = 'claim'`);
  const end = db.prepare(`DELETE FROM by_hand WHERE matter = ? AND what = 'claim'`);
  const endWaiting = db.prepare(`DELETE FROM by_hand WHERE matter = ? AND what = 'claim' AND is_confirmed = 0`);
  return (event: Event, { stream }: ViewEvent): void => {
    const matter = 'drawing' in event ? partOf(stream, event.drawing) : '';
    if (event.type === 'GuaranteeCalled') call.run(matter, event.sponsor, event.amount.currency);
    if (event.type === 'ClaimReportedPaid' && !event.statement) {
      const { sponsor = '', currency = '' } = called.get(matter) ?? {};
      const { bankReference, valueDate: day } = event;
      const of = { bankReference, agreement: stream, currency: String(currency), day, sponsors: [String(sponsor)] };
      begin({ matter, what: 'claim', report: '', ...of });
    }
    if (event.type === 'ClaimPaid') confirm.run(matter);
    if (event.type === 'ClaimObjectedTo') endWaiting.run(matter);
    if (event.type === 'ClaimReversed') end.run(matter);
  };
}

/** With which a line is something else than it was said to be, or nothing. */
const UNSAYS: readonly Event['type'][] = [
  ...(['EntryHeld', 'EntryIgnored', 'FeeRecorded', 'EntryReversed'] as const),
  ...(['FeeRefused', 'ExplanationRefused', 'DismissalRefused'] as const),
];

/** Which of them a line is taken to be: that counts once it is confirmed. */
function ofLines(db: DatabaseSync) {
  const read = db.prepare('INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?)');
  const linesOf = db.prepare('SELECT count(*) AS lines FROM line WHERE statement = ?');
  const lineOf = db.prepare('SELECT direction, bank_reference FROM line WHERE statement = ? AND number = ?');
  const unsay = db.prepare('DELETE FROM shows WHERE statement = ? AND number = ?');
  const say = db.prepare('INSERT OR IGNORE INTO shows VALUES (?, ?, ?, ?, ?, 0)');
  const show = db.prepare('UPDATE shows SET is_confirmed = 1 WHERE statement = ? AND number = ?');

  function said(statement: string, number: number, all: readonly Omit<Named, 'direction'>[]): void {
    unsay.run(statement, number);
    const line = lineOf.get(statement, number);
    const [direction, bankReference] = [String(line?.['direction']), String(line?.['bank_reference'] ?? '')];
    for (const [at, named] of all.entries()) {
      const { matter, what } = saidOf({ direction, ...named });
      const reference = bankReferenceOf(statement, { number, bankReference }, at + 1, all.length);
      say.run(statement, number, matter, what, comparable(reference));
    }
  }

  return (event: Event, { stream }: ViewEvent): void => {
    if (event.type === 'EntriesRead') {
      const before = Number(linesOf.get(stream)?.['lines']);
      for (const [place, { direction, bankReference }] of event.entries.entries())
        read.run(stream, before + place + 1, direction, bankReference);
    }
    if (event.type === 'EntriesMatched')
      for (const entry of event.entries) if (entry.standing === 'reported') said(stream, entry.number, [entry]);
    if (event.type === 'EntryLinked') said(stream, event.number, [event]);
    if (event.type === 'EntryExplained') said(stream, event.number, event.parts.filter(isSettlement));
    if (event.type === 'EntriesConfirmed') for (const number of event.numbers) show.run(stream, number);
    if (event.type === 'EntriesReopened') for (const number of event.numbers) unsay.run(stream, number);
    if (UNSAYS.includes(event.type) && 'number' in event) unsay.run(stream, event.number);
  };
}

function ofBooks(db: DatabaseSync) {
  const enter = db.prepare('INSERT OR REPLACE INTO entered VALUES (?, ?, ?, ?, ?, ?)');
  const withdraw = db.prepare('DELETE FROM entered WHERE statement = ?');
  return (event: Event): void => {
    if (event.type === 'StatementEntered') enter.run(event.statement, event.account, event.sponsor, event.currency, event.from, event.to);
    if (event.type === 'StatementWithdrawn') withdraw.run(event.statement);
  };
}
