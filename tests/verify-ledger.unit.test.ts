import { DatabaseSync } from 'node:sqlite';
import { balancesOf, linesOf } from '@junkan/disbursement/books/ledger/view/statement.ts';
import { view } from '@junkan/disbursement/books/ledger/view/view.ts';
import type { ViewFile } from '@junkan/kit/views/files.ts';
import { statementsOf } from '@junkan/kit/views/statements.ts';
import type { Recorded, Stored } from '@junkan/scripts/verify/facts.ts';
import { statementsOfAccountAddUp } from '@junkan/scripts/verify/ledger.ts';
import { describe, expect, test } from 'vitest';
import { goldenStreams } from './recorded/streams.ts';

/** Every agreement that an earlier version recorded, each begun some days after the other, so that days come out of their order. */
function recorded(): Recorded[] {
  const streams = Object.values(goldenStreams('disbursement', 'agreement')).flat();
  return streams.flatMap((events, index) =>
    events.map(({ type, data }, place) => {
      const at = new Date(Date.UTC(2027, 0, 1 + ((index * 7) % 30) + place)).toISOString();
      return { stream: `agr_${index}`, version: place + 1, type: type as Recorded['type'], data, person: 'per_a', at };
    }),
  );
}

/** The day of the books that each posting of an entry is of, as the view was given these events in this order. */
function daysIn(given: readonly Recorded[]): unknown[] {
  const found = folded(given);
  const rows = found.prepare('SELECT entry, day FROM posting ORDER BY place').all();
  const balances = found
    .prepare(`SELECT day, amount FROM balance WHERE scope = '' AND party = '' AND kind = 'refunded' ORDER BY day`)
    .all();
  return [rows.map(({ entry, day }) => `${entry} ${day}`), balances.map(({ day, amount }) => `${day} ${amount}`)];
}

function folded(events: readonly Recorded[]): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rows = view.rows(db);
  const cause = { actor: 'per_a', correlationId: 'req_a', causationId: 'req_a', clockOffset: 0, schema: 1, place: 0 };
  for (const [index, { stream, version, type, data, at }] of events.entries())
    rows.fold({
      context: 'disbursement',
      aggregate: stream.startsWith('prd') ? 'period' : 'agreement',
      ...cause,
      stream,
      version,
      type,
      data,
      at,
      sequence: index + 1,
    });
  rows.write();
  return db;
}

test('a posting is of the day of the bank until the closing of its month is proposed, in whatever order the view learns of both', () => {
  const event = (stream: string, type: Recorded['type'], at: string, data: object): Recorded => ({
    stream,
    version: 1,
    type,
    data,
    person: 'per_a',
    at,
  });
  const settling = (id: string, at: string) => {
    const postings = ['1', '-1'].map((amount) => ({
      account: `sponsor/spo_a/${amount === '1' ? 'refunded' : 'fees'}`,
      money: { amount, currency: 'USD' },
    }));
    const entry = { id, postings, day: '2026-12-30', recordedOn: at.slice(0, 10) };
    return event('agr_a', 'PaymentSettled', at, { payment: 'pay_a', valueDate: '2026-12-30', entry });
  };
  const [first, second, third] = [
    settling('one', '2027-01-03T09:00:00.000Z'),
    settling('two', '2027-01-03T11:00:00.000Z'),
    settling('six', '2027-01-03T13:00:00.000Z'),
  ];
  const proposed = event('prd_a', 'PeriodProposed', '2027-01-03T10:00:00.000Z', { through: '2026-12-31', proposal: 1 });
  const refused = event('prd_a', 'PeriodRefused', '2027-01-03T12:00:00.000Z', { proposal: 1 });
  const wanted = [
    ['one 2026-12-30', 'one 2026-12-30', 'six 2026-12-30', 'six 2026-12-30', 'two 2027-01-03', 'two 2027-01-03'],
    ['2026-12-30 2', '2027-01-03 3'],
  ];
  for (const order of [
    [first, proposed, second, refused, third],
    [third, second, proposed, first, refused],
    [second, third, first, proposed, refused],
  ]) {
    const [rows, balances] = daysIn(order) as [string[], string[]];
    expect([rows.toSorted(), balances]).toEqual(wanted);
  }
});

const events = recorded();
const byStream = Map.groupBy(events, ({ stream }) => stream);
const db = folded(events);
const file = {
  label: 'ledger',
  name: 'ledger',
  contexts: ['disbursement'],
  db,
  versions: () => new Map([...byStream].map(([stream, { length }]) => [stream, length])),
} as unknown as ViewFile;
const found = () => statementsOfAccountAddUp({ disbursement: { events, byStream } } as unknown as Stored, [file]);

/** What is wrong while the view is changed by SQL. */
function broken(change: string, back: string): readonly string[] {
  db.exec(change);
  const faults = found().broken;
  db.exec(back);
  return faults;
}

describe('verify, of statements of account', () => {
  test('finds nothing wrong where they are what the journals say, whatever the order of their days', () => {
    const { checked, broken: faults } = found();
    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(500);
  });

  test('20: names a posting that was never made, one that is missing, and a balance that its postings do not come to', () => {
    const [first] = db.prepare('SELECT place, entry, day, account, amount, currency FROM posting ORDER BY place LIMIT 1').all();
    const { place, entry, day, account, amount, currency } = first as Record<string, string | number>;
    const which = `UPDATE posting SET amount = amount`;
    const more = broken(`${which} + 1 WHERE place = '${place}'`, `${which} - 1 WHERE place = '${place}'`);
    expect(more).toEqual([
      expect.stringContaining(`posting ${entry} ${day} ${account} ${Number(amount) + 1} ${currency} is in `),
      expect.stringContaining(`posting ${entry} ${day} ${account} ${amount} ${currency} is in `),
    ]);
    const balance = "UPDATE balance SET amount = amount + 1 WHERE scope = '' AND kind = 'commitment'";
    const other = broken(balance, balance.replace('+', '-'));
    expect(other.length).toBeGreaterThan(0);
    expect(other[0]).toMatch(/^balance {2}commitment {2}\w{3} [\d-]+ is -?\d+ in ledger, and by its postings -?\d+$/);
    const lost = "UPDATE balance SET party = 'spo_other' WHERE scope = 'agr_0' AND kind = 'received'";
    const back =
      "UPDATE balance SET party = (SELECT id FROM party WHERE agreement = 'agr_0' AND id LIKE 'org_%') WHERE party = 'spo_other'";
    expect(broken(lost, back)).toContainEqual(expect.stringContaining('and by its postings none'));
    expect(found().broken).toEqual([]);
  });
});

describe('a statement of account', () => {
  const asked = { party: '', agreement: '', project: '', from: '2027-01-05', to: '2027-01-20' };
  const [agreement = ''] = byStream.keys();
  const [
    {
      data: { project, proposer },
    },
  ] = events as [Recorded];

  test('says of what a refund and its exchange moved when the bank had it, under which reference, and of which recovery', () => {
    const refunds = events.filter(({ type, data }) => type === 'ResolutionProposed' && data.kind === 'refunded');
    const said = ({ valueDate, bankReference, recovery }: Recorded['data']) => ({ valueDate, bankReference, recovery });
    // What they moved is left out of what was recorded.
    const postings = [1n, -1n].map((amount) => ({ account: 'sponsor/spo_a/refunded', money: { amount, currency: 'JPY' } }));
    const moving = events.map(({ data, ...of }) => ({ ...of, data: data.entry ? { ...data, entry: { ...data.entry, postings } } : data }));
    const all = linesOf(statementsOf(folded(moving)), { party: '', agreement: '', project: '', from: '', to: '' }, '', 100_000).lines;
    for (const type of ['ResolutionConfirmed', 'ExchangeOfRefundBooked', 'ExchangeOfRefundReversed']) {
      const lines = all.filter((line) => line.event === type && line.valueDate !== '');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const of = refunds.filter(({ stream }) => stream === line.agreement).map(({ data }) => said(data));
        expect(of).toContainEqual(said(line));
      }
    }
    expect(all.filter(({ event, recovery }) => event === 'PaymentSettled' && recovery !== 0)).toEqual([]);
  });

  test('reads each page and each balance along an index, whatever is asked for', () => {
    const plans: string[] = [];
    const prepare = statementsOf(db);
    const watched = (sql: string) => {
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array<string>(sql.split('?').length - 1).fill(''));
      plans.push(...plan.map(({ detail }) => String(detail)));
      return prepare(sql);
    };
    for (const of of [{}, { party: proposer }, { agreement }, { project }, { party: proposer, agreement }, { party: proposer, project }]) {
      balancesOf(watched, { ...asked, ...of });
      linesOf(watched, { ...asked, ...of }, '', 10);
    }
    expect(plans.length).toBeGreaterThan(10);
    expect(plans.filter((plan) => /SCAN|TEMP B-TREE/.test(plan))).toEqual([]);
  });
});
