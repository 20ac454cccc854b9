import type { DatabaseSync } from 'node:sqlite';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import type { Event as AgreementEvent } from '../../../agreements/agreement-faces.ts';
import { isPending, type Event as StatementEvent } from '../../../banking/statements/statement.ts';
import { agreements, cashBooks, periods, rateSheets, statements } from '../../../mapping.ts';
import type { Event as CashBookEvent } from '../../cash/cash-book.ts';
import type { Event as RatesEvent } from '../../rates/rate-sheet.ts';
import type { Event as PeriodEvent, Unresolved } from '../period.ts';
import { BY_HAND_DDL, byHand } from './by-hand.ts';

// What keeps the books from being closed through a day: entries of statements, reports of the bank and rates that wait, each under its day, or under the
// moment of its record where that decides of which day it is: the time zone of the books may change, and rows do not. Who reported
// what on which day; which cash books there are, on which days the bank moved payments of which accounts, and the periods that are closed.

const DDL = `
  CREATE TABLE waiting (
    kind TEXT NOT NULL, item TEXT NOT NULL, part TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL, is_open INTEGER NOT NULL,
    PRIMARY KEY (kind, item, part)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX waiting_by_day ON waiting (day, kind, item) WHERE is_open = 1;
  CREATE TABLE reporter (day TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (day, person)) STRICT, WITHOUT ROWID;
  CREATE TABLE reported (person TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (person, at)) STRICT, WITHOUT ROWID;
  CREATE TABLE cash_book (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE payer (payment TEXT PRIMARY KEY, account TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE movement (account TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (account, day, at)) STRICT, WITHOUT ROWID;
  CREATE TABLE period (through TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;
  ${BY_HAND_DDL}`;

type Event = AgreementEvent | CashBookEvent | RatesEvent | PeriodEvent | StatementEvent;
type Pending = { readonly meta: ViewEvent; readonly event: Event };

/** After which an entry of a statement waits for a person, or for a second one. */
const WAITS_AGAIN: readonly StatementEvent['type'][] = [
  ...(['EntryLinked', 'EntryHeld', 'FeeRecorded', 'FeeRefused'] as const),
  ...(['EntryExplained', 'ExplanationRefused', 'DismissalRefused'] as const),
];

/** With which somebody says what a bank did or what a rate is, or confirms what a bank did: who did that does not close what came of it. */
const REPORTS: ReadonlySet<Event['type']> = new Set<Event['type']>([
  ...([
    'PaymentSettlementReported',
    'PaymentFailureReported',
    'PaymentReturnReported',
    'PaymentReversalReported',
    'PaymentMistakeReported',
  ] as const),
  ...(['ResolutionProposed', 'StatementImported', 'EntryLinked', 'EntryExplained', 'FeeRecorded', 'GapExplained', 'RatesEntered'] as const),
  ...(['PaymentSettled', 'PaymentFailed', 'PaymentReturned', 'SettlementReversed', 'OutcomeReversed'] as const),
  ...(['ResolutionConfirmed', 'ClaimReportedPaid', 'ClaimMistakeReported', 'ClaimPaid', 'ClaimReversed'] as const),
]);

type Waiting = {
  /** `day`: '' = that of the moment. */
  begin(kind: Unresolved['kind'], item: string, part: string | number, of: { day: string; at: string }, isOpen?: boolean): void;
  set(isOpen: boolean, kind: Unresolved['kind'], item: string, parts: readonly (string | number)[]): void;
};

function ofAgreement(event: AgreementEvent, { stream, at }: ViewEvent, { begin, set }: Waiting): void {
  const kind = 'bank-report';
  if (event.type === 'PaymentSettlementReported' || event.type === 'PaymentReturnReported')
    begin(kind, stream, event.payment, { day: event.valueDate, at });
  if (event.type === 'PaymentFailureReported' || event.type === 'PaymentReversalReported' || event.type === 'PaymentMistakeReported')
    begin(kind, stream, event.payment, { day: '', at });
  if (
    event.type === 'PaymentSettled' ||
    event.type === 'PaymentFailed' ||
    event.type === 'PaymentReturned' ||
    event.type === 'SettlementReversed' ||
    event.type === 'OutcomeReversed' ||
    event.type === 'PaymentObjectedTo'
  )
    set(false, kind, stream, [event.payment]);
  if (event.type === 'ClaimReportedPaid') begin(kind, stream, callOf(event), { day: event.valueDate, at });
  if (event.type === 'ClaimMistakeReported') begin(kind, stream, callOf(event), { day: '', at });
  if (event.type === 'ClaimPaid' || event.type === 'ClaimObjectedTo' || event.type === 'ClaimReversed')
    set(false, kind, stream, [callOf(event)]);
  if (event.type === 'ResolutionProposed' && (event.kind === 'refunded' || event.kind === 'reversed'))
    begin(kind, stream, resolutionOf(event), { day: event.valueDate, at });
  if (event.type === 'ResolutionConfirmed' || event.type === 'ResolutionRefused') set(false, kind, stream, [resolutionOf(event)]);
}

const callOf = ({ drawing }: { readonly drawing: number }): string => `call ${drawing}`;
const resolutionOf = ({ recovery, resolution }: { readonly recovery: number; readonly resolution: number }): string =>
  `${recovery}.${resolution}`;

/** Of which account the bank moved a payment, and on which day: of the one that its last instruction names. */
function movements(db: DatabaseSync) {
  const instruct = db.prepare('INSERT OR REPLACE INTO payer VALUES (?, ?)');
  const move = db.prepare('INSERT OR IGNORE INTO movement SELECT account, ?, ? FROM payer WHERE payment = ?');
  return (event: Event, { at }: ViewEvent): void => {
    if (event.type === 'PaymentInstructed' && event.payerAccount) instruct.run(event.payment, event.payerAccount);
    if (event.type === 'PaymentSettled' || event.type === 'PaymentReturned') move.run(event.valueDate, at, event.payment);
  };
}

/** Who reported something, when, and of which day of the bank; '' = of none. */
function reporting(db: DatabaseSync) {
  const moment = db.prepare('INSERT OR IGNORE INTO reported VALUES (?, ?)');
  const bankDay = db.prepare('INSERT OR IGNORE INTO reporter VALUES (?, ?)');
  return (person: string, at: string, day: string): void => {
    moment.run(person, at);
    if (day !== '') bankDay.run(day, person);
  };
}

/** Of which day it is what the bank did: those who report it later have a part in that month, too. */
function bankDays(db: DatabaseSync) {
  const dayOfPart = db.prepare('SELECT day FROM waiting WHERE kind = ? AND item = ? AND part = ?');
  const dayOf = (kind: Unresolved['kind'], item: string, part: string | number): string =>
    String(dayOfPart.get(kind, item, String(part))?.['day'] ?? '');
  return (event: Event, { stream }: ViewEvent): string => {
    if ('valueDate' in event) return event.valueDate;
    if (event.type === 'StatementImported') return event.to;
    if ('resolution' in event) return dayOf('bank-report', stream, resolutionOf(event));
    if (event.type === 'ClaimMistakeReported' || event.type === 'ClaimPaid' || event.type === 'ClaimReversed')
      return dayOf('bank-report', stream, callOf(event));
    return 'number' in event ? dayOf('statement-entry', stream, event.number) : '';
  };
}

function rows(db: DatabaseSync): Rows {
  const insert = db.prepare('INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?, ?, ?)');
  const change = db.prepare('UPDATE waiting SET is_open = ? WHERE kind = ? AND item = ? AND part = ?');
  const statementDay = db.prepare(`SELECT day, at FROM waiting WHERE kind = 'statement-entry' AND item = ? AND part = '0'`);
  const bankDayOf = bankDays(db);
  const entriesOf = db.prepare(`SELECT count(*) AS entries FROM waiting WHERE kind = 'statement-entry' AND item = ?`);
  const report = reporting(db);
  const cashBook = db.prepare('INSERT OR IGNORE INTO cash_book VALUES (?)');
  const following = [movements(db), byHand(db)];
  const closePeriod = db.prepare('INSERT OR REPLACE INTO period VALUES (?, ?)');
  const waiting: Waiting = {
    begin: (kind, item, part, { day, at }, isOpen = true) => void insert.run(kind, item, String(part), day, at, Number(isOpen)),
    set(isOpen, kind, item, parts) {
      for (const part of parts) change.run(Number(isOpen), kind, item, String(part));
    },
  };
  let pending: Pending[] = [];

  function ofStatement(event: StatementEvent, { stream, at }: ViewEvent): void {
    const kind = 'statement-entry';
    // The statement itself, for the day of entries that have none.
    if (event.type === 'StatementImported') waiting.begin(kind, stream, 0, { day: event.to, at }, false);
    if (event.type === 'EntriesRead') {
      const last = statementDay.get(stream);
      const [to, imported] = [String(last?.['day'] ?? ''), String(last?.['at'] ?? at)];
      const before = Number(entriesOf.get(stream)?.['entries']);
      // Its cash is of the day on which it was booked, and what it settles of the value date: no month is closed over either.
      for (const [place, { bookedOn = '', valueDate }] of event.entries.entries()) {
        const [first = to] = [bookedOn, valueDate].filter((day) => day !== '').toSorted();
        waiting.begin(kind, stream, before + place, { day: first, at: imported });
      }
    }
    if (event.type === 'EntriesMatched') {
      const known = event.entries.filter((entry) => entry.standing === 'repeated' || isPending(entry)).map(({ number }) => number);
      waiting.set(false, kind, stream, known);
    }
    if (event.type === 'EntryReversed') waiting.set(false, kind, stream, [event.number]);
    if (event.type === 'EntryIgnored') waiting.set(event.waits, kind, stream, [event.number]);
    if (event.type === 'EntriesConfirmed') waiting.set(false, kind, stream, event.numbers);
    if (WAITS_AGAIN.includes(event.type) && 'number' in event) waiting.set(true, kind, stream, [event.number]);
    if (event.type === 'EntriesReopened') waiting.set(true, kind, stream, event.numbers);
  }

  function ofRates(event: RatesEvent, { stream, at }: ViewEvent): void {
    if (event.type === 'RatesEntered') waiting.begin('rates', stream, event.edition, { day: event.day, at });
    else waiting.set(false, 'rates', stream, [event.edition]);
  }

  const FOLDS = {
    [agreements.aggregate]: { codec: agreements.codec, put: (event, meta) => ofAgreement(event as AgreementEvent, meta, waiting) },
    [statements.aggregate]: { codec: statements.codec, put: (event, meta) => ofStatement(event as StatementEvent, meta) },
    [rateSheets.aggregate]: { codec: rateSheets.codec, put: (event, meta) => ofRates(event as RatesEvent, meta) },
    [cashBooks.aggregate]: { codec: cashBooks.codec, put: (_, { stream }) => void cashBook.run(stream) },
    [periods.aggregate]: {
      codec: periods.codec,
      put: (event, { stream }) => void (event.type === 'PeriodClosed' && closePeriod.run(event.through, stream)),
    },
  } satisfies Record<string, { codec: { decode(event: ViewEvent): Event }; put(event: Event, meta: ViewEvent): void }>;
  const foldOf = (aggregate: string) => (Object.hasOwn(FOLDS, aggregate) ? FOLDS[aggregate] : undefined);

  return {
    fold(meta: ViewEvent) {
      const fold = foldOf(meta.aggregate);
      if (fold) pending.push({ meta, event: fold.codec.decode(meta) });
    },
    write() {
      for (const { meta, event } of pending) {
        foldOf(meta.aggregate)?.put(event, meta);
        for (const follow of following) follow(event, meta);
        if (REPORTS.has(event.type) && 'by' in event) report(String(event.by), meta.at, bankDayOf(event, meta));
      }
      pending = [];
    },
    forget() {
      pending = [];
    },
  };
}

export const view: View = { name: 'books', schema: VIEW_SCHEMAS.books, contexts: ['disbursement'], ddl: DDL, rows };
