import type { DatabaseSync } from 'node:sqlite';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import type { Event } from '../../../agreements/agreement-faces.ts';
import { agreements, paymentFiles, statements } from '../../../mapping.ts';
import type { Event as StatementEvent } from '../../statements/statement.ts';
import type { Event as FileEvent } from '../payment-file.ts';

// The payments that wait for the bank, from which files are made, and the instructed ones, which statements are matched with: open ones,
// settled ones, and the references of attempts that failed or came back, with what they were before. Of a file the day is kept
// on which the bank is to pay, whether it is approved, and the references by which it pays; of statements, which of them have debits with a reference, and what is held for which of their lines.

const DDL = `
  CREATE TABLE payment (
    id TEXT PRIMARY KEY, agreement TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
    status TEXT NOT NULL, instruction TEXT NOT NULL, instructed_on TEXT NOT NULL, sponsor TEXT NOT NULL, file TEXT NOT NULL,
    payer_account TEXT NOT NULL, payee_account TEXT NOT NULL, instructed_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX payment_to_instruct ON payment (sponsor, currency, id) WHERE status = 'approved' AND file = '';
  CREATE INDEX payment_open_in_file ON payment (file) WHERE status IN ('approved', 'instructed');
  CREATE INDEX payment_of_payer ON payment (sponsor, currency);
  CREATE TABLE file (id TEXT PRIMARY KEY, day TEXT NOT NULL, approved INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE listed (file TEXT NOT NULL, payment TEXT NOT NULL, instruction TEXT NOT NULL, PRIMARY KEY (file, payment)) STRICT, WITHOUT ROWID;
  CREATE TABLE line (instruction TEXT NOT NULL, statement TEXT NOT NULL, PRIMARY KEY (instruction, statement)) STRICT, WITHOUT ROWID;
  CREATE TABLE part_held (agreement TEXT NOT NULL, hold INTEGER NOT NULL, statement TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (agreement, hold)) STRICT, WITHOUT ROWID;
  CREATE INDEX part_held_for ON part_held (statement);
  CREATE INDEX payment_by_instruction ON payment (instruction);
  CREATE TABLE attempt (instruction TEXT PRIMARY KEY, payment TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX attempt_by_payment ON attempt (payment);
  CREATE TABLE was (
    id TEXT PRIMARY KEY, agreement TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
    status TEXT NOT NULL, instruction TEXT NOT NULL, instructed_on TEXT NOT NULL, sponsor TEXT NOT NULL, file TEXT NOT NULL,
    payer_account TEXT NOT NULL, payee_account TEXT NOT NULL, instructed_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

type Instructed = Extract<Event, { type: 'PaymentInstructed' }>;
const instructionIn = (event: Instructed): string[] => {
  const { instruction, payerAccount = '', payeeAccount = '', at = '', payment } = event;
  return [instruction, firstDayOf(event), payerAccount, payeeAccount, at, payment];
};

function rows(db: DatabaseSync): Rows {
  const request = db.prepare(
    `INSERT INTO payment VALUES (?, ?, ?, ?, 'requested', '', '', ?, '', '', '', '')
     ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, currency = excluded.currency, status = 'requested', file = '', payer_account = '',
       payee_account = ''`,
  );
  const instruct = db.prepare(
    `UPDATE payment SET status = 'instructed', instruction = ?, instructed_on = ?, payer_account = ?, payee_account = ?, instructed_at = ? WHERE id = ?`,
  );
  const putIn = db.prepare('UPDATE payment SET file = ? WHERE id = ?');
  const fail = db.prepare(`INSERT OR IGNORE INTO attempt SELECT instruction, id FROM payment WHERE id = ?`);
  // By a reference that the bank may know from a file that was downloaded, or though it was refused.
  const letGo = db.prepare('INSERT OR IGNORE INTO attempt VALUES (?, ?)');
  // As it was, for the case that it failed or came back by mistake.
  const keep = db.prepare('INSERT OR REPLACE INTO was SELECT * FROM payment WHERE id = ?');
  const takeUp = db.prepare('INSERT OR REPLACE INTO payment SELECT * FROM was WHERE id = ?');
  const standsAgain = db.prepare('DELETE FROM attempt WHERE instruction = (SELECT instruction FROM payment WHERE id = ?)');
  const end = db.prepare('UPDATE payment SET status = ? WHERE id = ?');
  const begin = db.prepare('INSERT OR IGNORE INTO file VALUES (?, ?, 0)');
  const approve = db.prepare('UPDATE file SET approved = 1 WHERE id = ?');
  const list = db.prepare('INSERT OR IGNORE INTO listed VALUES (?, ?, ?)');
  const hold = holding(db);
  const debit = db.prepare('INSERT OR IGNORE INTO line VALUES (?, ?)');
  let [pending, ofFiles, read]: [
    { agreement: string; event: Event }[],
    { file: string; event: FileEvent }[],
    { statement: string; event: StatementEvent }[],
  ] = [[], [], []];

  function put(agreement: string, event: Event): void {
    if (event.type === 'PaymentRequested') request.run(event.payment, agreement, event.amount.amount, event.amount.currency, event.sponsor);
    if (event.type === 'PaymentApproved') end.run('approved', event.payment);
    if (event.type === 'PaymentPutInFile') putIn.run(event.file, event.payment);
    if (event.type === 'PaymentTakenFromFile') {
      putIn.run('', event.payment);
      if (event.instruction !== undefined) letGo.run(event.instruction, event.payment);
    }
    if (event.type === 'PaymentRefused') end.run('refused', event.payment);
    if (event.type === 'PaymentRefused' && event.instruction !== undefined) letGo.run(event.instruction, event.payment);
    if (event.type === 'PaymentInstructed') instruct.run(...instructionIn(event));
    hold(agreement, event);
    if (event.type === 'PaymentSettled') end.run('settled', event.payment);
    if (event.type === 'SettlementReversed') end.run('instructed', event.payment);
    if (event.type === 'OutcomeReversed') {
      takeUp.run(event.payment);
      standsAgain.run(event.payment);
    }
    if (event.type === 'PaymentFailed' || event.type === 'PaymentReturned') {
      fail.run(event.payment);
      keep.run(event.payment);
      end.run('failed', event.payment);
    }
  }

  function ofFile(file: string, event: FileEvent): void {
    if (event.type === 'PaymentFileBegun') begin.run(file, event.executionDate);
    if (event.type === 'PaymentFileApproved') approve.run(file);
    if (event.type === 'TransfersListed') for (const { payment, instruction } of event.transfers) list.run(file, payment, instruction);
  }

  function ofStatement(statement: string, event: StatementEvent): void {
    if (event.type !== 'EntriesRead') return;
    const debits = event.entries.filter(({ booked, direction, instruction }) => booked && direction === 'debit' && instruction !== '');
    for (const { instruction } of debits) debit.run(instruction, statement);
  }

  return {
    fold(event: ViewEvent) {
      if (event.aggregate === agreements.aggregate) pending.push({ agreement: event.stream, event: agreements.codec.decode(event) });
      if (event.aggregate === paymentFiles.aggregate) ofFiles.push({ file: event.stream, event: paymentFiles.codec.decode(event) });
      if (event.aggregate === statements.aggregate) read.push({ statement: event.stream, event: statements.codec.decode(event) });
    },
    write() {
      for (const { agreement, event } of pending) put(agreement, event);
      for (const { file, event } of ofFiles) ofFile(file, event);
      for (const { statement, event } of read) ofStatement(statement, event);
      [pending, ofFiles, read] = [[], [], []];
    },
    forget() {
      [pending, ofFiles, read] = [[], [], []];
    },
  };
}

/** What is on hold for which line of a statement. */
function holding(db: DatabaseSync) {
  const hold = db.prepare('INSERT OR REPLACE INTO part_held VALUES (?, ?, ?, ?)');
  const release = db.prepare('DELETE FROM part_held WHERE agreement = ? AND hold = ?');
  return (agreement: string, event: Event): void => {
    if (event.type === 'PaymentHeld' && event.statement) hold.run(agreement, event.hold, event.statement, event.statementEntry ?? 0);
    if (event.type === 'HoldReleased') release.run(agreement, event.hold);
  };
}

/** On which the bank can have paid it; '' = an earlier version instructed it. */
function firstDayOf({ withBankSince, at }: Extract<Event, { type: 'PaymentInstructed' }>): string {
  const since = withBankSince ?? at;
  return since ? dateOf(since) : '';
}

export const view: View = { name: 'open-payments', schema: VIEW_SCHEMAS['open-payments'], contexts: ['disbursement'], ddl: DDL, rows };
