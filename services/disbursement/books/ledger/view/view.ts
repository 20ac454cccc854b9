import type { DatabaseSync } from 'node:sqlite';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Rows, View, ViewEvent } from '@junkan/kit/views/view.ts';
import { VIEW_SCHEMAS } from '@junkan/proto/versions.ts';
import type { Event } from '../../../agreements/agreement-faces.ts';
import { accountOf, dayOfPosting, openDay } from '../../../agreements/journal.ts';
import type { Event as StatementEvent } from '../../../banking/statements/statement.ts';
import { agreements, periods, statements } from '../../../mapping.ts';
import type { Event as CashBookEvent } from '../../cash/cash-book.ts';
import type { Event as PeriodEvent } from '../../periods/period.ts';
import { entryIn, journalled } from './entries.ts';

// The journal, posting by posting, in the order of its days; and the balance of each kind of account at the end of each day on which it
// moved, so that a balance of any day is one look-up, however long the journal is.

const DDL = `
  CREATE TABLE agreement (id TEXT PRIMARY KEY, project TEXT NOT NULL, proposer TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX agreement_project ON agreement (project, id);
  CREATE TABLE party (agreement TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (agreement, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE posting (
    place TEXT PRIMARY KEY, day TEXT NOT NULL, at TEXT NOT NULL, entry TEXT NOT NULL, event TEXT NOT NULL, agreement TEXT NOT NULL,
    project TEXT NOT NULL, party TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
    payment TEXT NOT NULL, milestone TEXT NOT NULL, value_date TEXT NOT NULL, bank_reference TEXT NOT NULL, statement TEXT NOT NULL,
    recovery INTEGER NOT NULL, own_day TEXT NOT NULL, recorded_on TEXT NOT NULL, scopes TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX posting_at ON posting (at);
  CREATE TABLE frozen (period TEXT NOT NULL, through TEXT NOT NULL, since TEXT NOT NULL, until TEXT NOT NULL, PRIMARY KEY (period, since))
    STRICT, WITHOUT ROWID;
  CREATE TABLE resolution (
    agreement TEXT NOT NULL, recovery INTEGER NOT NULL, number INTEGER NOT NULL, value_date TEXT NOT NULL, bank_reference TEXT NOT NULL,
    PRIMARY KEY (agreement, recovery, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX posting_party ON posting (party, place);
  CREATE INDEX posting_agreement ON posting (agreement, place);
  CREATE INDEX posting_project ON posting (project, place);
  CREATE TABLE head (
    scope TEXT NOT NULL, kind TEXT NOT NULL, party TEXT NOT NULL, currency TEXT NOT NULL, PRIMARY KEY (scope, kind, party, currency)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE balance (
    scope TEXT NOT NULL, kind TEXT NOT NULL, party TEXT NOT NULL, currency TEXT NOT NULL, day TEXT NOT NULL, amount INTEGER NOT NULL,
    PRIMARY KEY (scope, kind, party, currency, day)
  ) STRICT, WITHOUT ROWID;`;

type Pending = { readonly meta: ViewEvent; readonly event: Event | StatementEvent | CashBookEvent | PeriodEvent };

/** Sorts as the journal does: by day, then as its events were published. */
const placeOf = (day: string, { sequence, place }: ViewEvent, part: number): string =>
  [day, String(sequence).padStart(12, '0'), String(place).padStart(4, '0'), String(part).padStart(4, '0')].join('.');

const fieldOf = (event: Pending['event'], field: string): string => String((event as Readonly<Record<string, unknown>>)[field] ?? '');

function rows(db: DatabaseSync): Rows {
  const draft = db.prepare('INSERT OR REPLACE INTO agreement VALUES (?, ?, ?)');
  const unbind = db.prepare('DELETE FROM party WHERE agreement = ?');
  const bind = db.prepare('INSERT OR IGNORE INTO party VALUES (?, ?)');
  const projectOf = db.prepare('SELECT project FROM agreement WHERE id = ?');
  const post = db.prepare('INSERT INTO posting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const saidOfBank = bankIn(db);
  const add = balancesIn(db);
  const days = frozenIn(db, add);
  let pending: Pending[] = [];

  function put({ meta, event }: Pending): void {
    const { stream } = meta;
    if (event.type === 'PeriodProposed' || event.type === 'PeriodRefused' || event.type === 'PeriodClosed') {
      days.changed(event, meta);
      return;
    }
    if (event.type === 'AgreementDrafted') {
      draft.run(stream, event.project, event.proposer);
      // Drafted again after a declined signature it may have other parties.
      unbind.run(stream);
      for (const id of [event.proposer, ...event.shares.map(({ sponsor }) => sponsor)]) bind.run(stream, id);
    }
    const told = saidOfBank(event, stream);
    const entry = entryIn(meta);
    if (!entry) return;
    const agreement = meta.aggregate === agreements.aggregate ? stream : '';
    const statement = meta.aggregate === statements.aggregate ? stream : fieldOf(event, 'statement');
    const project = String(projectOf.get(stream)?.['project'] ?? '');
    const [payment, milestone] = [fieldOf(event, 'payment'), fieldOf(event, 'milestone')];
    const recovery = ('recovery' in event && event.recovery) || 0;
    const recorded = entry.recordedOn ?? dateOf(meta.at as Instant);
    for (const [part, posting] of entry.postings.entries()) {
      const { account, money, line } = posting;
      const own = dayOfPosting(entry, posting, meta.at as Instant);
      const day = entry.recordedOn === undefined ? own : openDay(own, recorded, days.closedAt(meta.at));
      const of = [payment, milestone, ...(line ? [line.valueDate, line.bankReference] : told), statement, recovery];
      const { kind, party } = accountOf(account);
      const { amount, currency } = money;
      const place = placeOf(day, meta, part);
      const scopes = [
        ...['', party].map((scope) => [scope, '']),
        ...(agreement === '' ? [] : [agreement, project]).map((scope) => [scope, party]),
      ];
      const dated = [own, entry.recordedOn === undefined ? '' : recorded, JSON.stringify(scopes)] as const;
      post.run(place, day, meta.at, entry.id, event.type, agreement, project, party, account, kind, amount, currency, ...of, ...dated);
      for (const [scope = '', whose = ''] of scopes) add({ scope, kind, party: whose, currency, day }, amount);
    }
  }

  return {
    fold(event: ViewEvent) {
      const decoded = journalled(event) ?? (event.aggregate === periods.aggregate ? periods.codec.decode(event) : undefined);
      if (decoded) pending.push({ meta: event, event: decoded as Pending['event'] });
    },
    write() {
      for (const each of pending) put(each);
      pending = [];
    },
    forget() {
      pending = [];
    },
  };
}

/** Through which day the books were proposed or closed at an instant, and what of the postings changes its day when that is learnt late. */
function frozenIn(db: DatabaseSync, add: ReturnType<typeof balancesIn>) {
  const freeze = db.prepare(`INSERT OR REPLACE INTO frozen VALUES (?, ?, ?, '')`);
  const thaw = db.prepare(`UPDATE frozen SET until = ? WHERE period = ? AND until = ''`);
  const closed = db.prepare(`SELECT max(through) AS through FROM frozen WHERE since <= ? AND (until = '' OR until > ?)`);
  const since = db.prepare(`SELECT * FROM posting WHERE at >= ? AND recorded_on <> ''`);
  since.setReadBigInts(true);
  const move = db.prepare('UPDATE posting SET place = ?, day = ? WHERE place = ?');
  const movesOn = db.prepare('SELECT 1 FROM posting WHERE day = ? AND kind = ? AND currency = ? AND scopes LIKE ? LIMIT 1');
  const forget = db.prepare('DELETE FROM balance WHERE scope = ? AND kind = ? AND party = ? AND currency = ? AND day = ?');
  const closedAt = (at: string): string => String(closed.get(at, at)?.['through'] ?? '');
  return {
    closedAt,
    /** A month that is refused is open again for what is recorded from then on. */
    changed(event: PeriodEvent, { stream, at }: ViewEvent): void {
      if (event.type === 'PeriodProposed') freeze.run(stream, event.through, at);
      if (event.type === 'PeriodRefused') thaw.run(at, stream);
      for (const row of since.all(at)) {
        const text = (column: string): string => String(row[column]);
        const [before, day] = [text('day'), openDay(text('own_day'), text('recorded_on'), closedAt(text('at')))];
        if (day === before) continue;
        move.run(`${day}${text('place').slice(before.length)}`, day, text('place'));
        const amount = BigInt(text('amount'));
        for (const [scope, party] of JSON.parse(text('scopes')) as [string, string][])
          for (const [on, sum] of [[before, -amount] as const, [day, amount] as const])
            add({ scope, kind: text('kind'), party, currency: text('currency'), day: on }, sum);
        for (const of of JSON.parse(text('scopes')) as [string, string][]) {
          const [scope, party] = of;
          const [kind, currency] = [text('kind'), text('currency')];
          // On a day on which nothing of it has moved there is no balance.
          const others = movesOn.get(before, kind, currency, `%${JSON.stringify(of)}%`);
          if (!others) forget.run(scope, kind, party, currency, before);
        }
      }
    },
  };
}

/** What an event says of the bank's booking, itself or by the resolution of a recovery that it is of: the value date, and the reference. */
function bankIn(db: DatabaseSync): (event: Pending['event'], stream: string) => readonly string[] {
  const propose = db.prepare('INSERT OR REPLACE INTO resolution VALUES (?, ?, ?, ?, ?)');
  const proposed = db.prepare('SELECT value_date, bank_reference FROM resolution WHERE agreement = ? AND recovery = ? AND number = ?');
  return (event, stream) => {
    if (event.type === 'ResolutionProposed') propose.run(stream, event.recovery, event.resolution, event.valueDate, event.bankReference);
    const of = 'resolution' in event ? proposed.get(stream, event.recovery, event.resolution) : undefined;
    return [
      fieldOf(event, 'valueDate') || String(of?.['value_date'] ?? ''),
      fieldOf(event, 'bankReference') || String(of?.['bank_reference'] ?? ''),
    ];
  };
}

type Of = { readonly scope: string; readonly kind: string; readonly party: string; readonly currency: string; readonly day: string };

/** Adds an amount to what a kind of account came to at the end of a day, and of each day after it. */
function balancesIn(db: DatabaseSync): (of: Of, amount: bigint) => void {
  const SAME = 'scope = ? AND kind = ? AND party = ? AND currency = ?';
  const begin = db.prepare('INSERT OR IGNORE INTO head VALUES (?, ?, ?, ?)');
  const before = db.prepare(`SELECT day, amount FROM balance WHERE ${SAME} AND day <= ? ORDER BY day DESC LIMIT 1`);
  before.setReadBigInts(true);
  const insert = db.prepare('INSERT INTO balance VALUES (?, ?, ?, ?, ?, ?)');
  const change = db.prepare(`UPDATE balance SET amount = amount + ? WHERE ${SAME} AND day >= ?`);
  return ({ scope, kind, party, currency, day }, amount) => {
    const same = [scope, kind, party, currency] as const;
    const last = before.get(...same, day);
    if (!last) begin.run(...same);
    if (last?.['day'] !== day) insert.run(...same, day, BigInt(String(last?.['amount'] ?? 0)));
    change.run(amount, ...same, day);
  };
}

export const view: View = { name: 'ledger', schema: VIEW_SCHEMAS.ledger, contexts: ['disbursement'], ddl: DDL, rows };
