import type { Schemas } from '@junkan/client/operations.ts';
import { auditor, checker, maker, type Person, secondChecker, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { ordered } from '@junkan/scripts/main-job/bank.ts';
import { advance, cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { actorsOf, type Currency, first, moneyIn, refused } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';
import { verifiedInParts } from '../payment-files.ts';

const { system, api } = await openSystem();
afterAll(async () => {
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});
const by = (person: Person) => api.as(person);

type Line = {
  /** Above zero what comes in: in hundredths of the currency’s unit. */
  readonly moved: number;
  readonly reference?: string;
  readonly ours?: string | undefined;
  readonly text?: string;
  readonly isReversal?: boolean;
  readonly isPending?: boolean;
  readonly transfers?: number;
  /** Of the statement’s day where it is not said. */
  readonly on?: string;
};

const DAY = 86_400_000;
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
/** The next day on which banks are open. */
const nextDay = (day: string): string => {
  const next = later(day, 1);
  return [0, 6].includes(new Date(next).getUTCDay()) ? nextDay(next) : next;
};

/** One bank account of a sponsor, whose bank sends a statement a day. */
function bankOf(currency: Currency, number: string, start: string) {
  const money = moneyIn(currency);
  const inMinor = (hundredths: number) => money(`${Math.trunc(hundredths / 100)}.${String(Math.abs(hundredths) % 100).padStart(2, '0')}`);
  const amountOf = (hundredths: number) => `<Amt Ccy="${currency}">${inMinor(Math.abs(hundredths)).amount}</Amt>`;
  const sign = (amount: number) => `<CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
  let [balance, day, count] = [100_000_00, start, 0];
  const lineText = ({ moved, reference, ours, text = '', isReversal, isPending, transfers = 0, on = day }: Line): string =>
    [
      `<Ntry>${amountOf(moved)}${sign(moved)}`,
      isReversal ? '<RvslInd>true</RvslInd>' : '',
      `<Sts><Cd>${isPending ? 'PDNG' : 'BOOK'}</Cd></Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>`,
      reference === undefined ? '' : `<AcctSvcrRef>${currency}-${reference}</AcctSvcrRef>`,
      '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn></BkTxCd>',
      transfers > 0
        ? `<NtryDtls><Btch><NbOfTxs>${transfers}</NbOfTxs></Btch></NtryDtls>`
        : `<NtryDtls><TxDtls>${ours === undefined ? '' : `<Refs><EndToEndId>${ours}</EndToEndId></Refs>`}<RmtInf><Ustrd>line ${text}</Ustrd></RmtInf></TxDtls></NtryDtls>`,
      '</Ntry>',
    ].join('');
  const balanceText = (kind: string, amount: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${amountOf(amount)}${sign(amount)}<Dt><Dt>${day}</Dt></Dt></Bal>`;

  /** A statement of the account’s day; `opens`: with another balance than the one before closed with. */
  const statement = (lines: readonly Line[], { opens = balance, again = false, from = '' } = {}) => {
    count += 1;
    const period = from && `<FrToDt><FrDtTm>${from}T00:00:00Z</FrDtTm><ToDtTm>${day}T23:59:59Z</ToDtTm></FrToDt>`;
    const closes = opens + lines.reduce((sum, { moved, isPending }) => (isPending ? sum : sum + moved), 0);
    const text = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M</MsgId><CreDtTm>${day}T18:00:00Z</CreDtTm></GrpHdr><Stmt><Id>${currency}-${count}</Id>${period}<Acct><Id><Othr><Id>${number}</Id></Othr></Id><Ccy>${currency}</Ccy></Acct>
${balanceText('OPBD', opens)}${balanceText('CLBD', closes)}${lines.map(lineText).join('\n')}</Stmt></BkToCstmrStmt></Document>`;
    if (!again) balance = closes;
    return new TextEncoder().encode(text);
  };
  return {
    money: (hundredths: number) => inMinor(hundredths),
    statement,
    goOn: () => {
      day = nextDay(day);
    },
    today: () => day,
    balance: () => inMinor(balance),
  };
}

const imported = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => first((await by(maker).uploadStatements(bytes)).statements).id;
const linesOf = async (id: string) => (await by(maker).getStatement({ id })).lines;
const part = (as: Schemas['StatementPart']['as'], amount: Schemas['Money'], direction: 'credit' | 'debit', more: object = {}) => ({
  as,
  amount,
  direction,
  ...more,
});

async function opened(currency: Currency, own = '777') {
  const money = moneyIn(currency);
  const actors = actorsOf(api, money);
  const number = `00${currency.charCodeAt(0)}${currency.charCodeAt(1)}${own}`;
  const [city, lender] = [await actors.city(), await actors.sponsor({ total: '100000.00' })];
  const account = await accountOf(api, lender.sponsor, { currency }, number);
  await accountOf(api, city, { currency });
  await cooled(api);
  const agreement = await verifiedInParts(api, actors, { lender, city, parts: 8 });
  for (let tranche = 1; tranche <= 8; tranche += 1) await ordered(api, agreement.id, { tranche, sponsor: lender.sponsor }, () => ({}));
  const { now } = await settled(api);
  const { payments } = await by(auditor).getAgreement({ id: agreement.id });
  const orders = payments.map(({ id, instruction = '' }) => ({ payment: id, ours: instruction }));
  const bank = bankOf(currency, number, now.slice(0, 10));
  const on = (payment: string) => ({ agreement: agreement.id, payment });
  const balances = async () => {
    await settled(api);
    const { balances: all } = await by(sponsorOfficerOf(lender.sponsor)).getLedger({});
    return Object.fromEntries(
      all.filter(({ closing }) => closing.currency === currency).map(({ kind, closing }) => [kind, closing.amount]),
    );
  };
  const book = async () => first((await by(auditor).listCashBooks({ sponsor: lender.sponsor })).books);
  return { agreement, orders, bank, on, balances, book, sponsor: lender.sponsor, account };
}

/** The clock of a system goes on to the day of a bank. */
const until = async (day: string): Promise<void> => {
  const { now } = await settled(api);
  if (now.slice(0, 10) < day) await advance(api, `${day}T12:00:00.000Z`);
};

test.each(['USD', 'JPY', 'KWD'] as const)(
  'every line of a bank ends where it belongs, and the books have what the bank has: %s',
  async (currency) => {
    const { orders, bank, on, balances, book, agreement } = await opened(currency);
    const [one, two, three, four, five, six, seven] = orders as [(typeof orders)[0], ...typeof orders] & Record<number, (typeof orders)[0]>;
    if (!(two && three && four && five && six && seven)) throw new Error('seven were ordered');
    const step = async (lines: readonly Line[]): Promise<string> => {
      await until(bank.today());
      const id = await imported(bank.statement(lines));
      await settled(api);
      expect((await balances())['bank']).toBe(bank.balance().amount);
      return id;
    };
    const confirms = async (id: string) => {
      expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ unconfirmed: [], left: 0 });
      expect((await balances())['bank']).toBe(bank.balance().amount);
      bank.goOn();
    };

    // A payment, one to which the bank gives no reference, and one that is not booked yet.
    const plain = await step([
      { moved: -10_000, reference: 'A-1', ours: one.ours },
      { moved: -10_000, ours: two.ours },
      { moved: -10_000, reference: 'A-3', ours: three.ours, isPending: true },
    ]);
    expect((await linesOf(plain)).map(({ standing }) => standing)).toEqual(['reported', 'reported', 'pending']);
    await confirms(plain);
    expect(await by(auditor).getStatement({ id: plain })).toMatchObject({ status: 'done' });

    // More than was instructed, several payments in one booking, interest, a charge that is paid back, and what is of no project.
    const mixed = await step([
      { moved: -10_300, reference: 'B-1', ours: three.ours },
      { moved: -20_500, reference: 'B-2', transfers: 2 },
      { moved: 7_700, reference: 'B-3' },
      { moved: 300, reference: 'B-4' },
      { moved: -4_200, reference: 'B-5' },
    ]);
    expect((await linesOf(mixed)).map(({ standing, because = '' }) => [standing, because])).toEqual([
      ['held', 'other-amount'],
      ['held', 'batch-without-details'],
      ['unmatched', ''],
      ['unmatched', ''],
      ['unmatched', ''],
    ]);
    const { money } = bank;
    const explain = (id: string, entry: string, parts: ReturnType<typeof part>[]) =>
      by(maker).explainEntry({ id, entry }, { parts: parts as never, note: 'As the bank says.' });
    expect(await refused(explain(mixed, '1', [part('payment', money(10_000), 'debit', on(three.payment))]))).toMatchObject({
      status: 422,
      type: '/problems/parts-are-not-the-entry',
      facts: { booked: money(10_300), parts: money(10_000) },
    });
    await explain(mixed, '1', [part('payment', money(10_000), 'debit', on(three.payment)), part('over-payment', money(300), 'debit')]);
    await explain(mixed, '2', [
      part('payment', money(10_000), 'debit', on(four.payment)),
      part('payment', money(10_000), 'debit', on(five.payment)),
      part('fee', money(500), 'debit'),
    ]);
    await explain(mixed, '3', [part('interest', money(7_700), 'credit')]);
    await explain(mixed, '4', [part('fee', money(300), 'credit')]);
    await by(maker).ignoreEntry({ id: mixed, entry: '5' }, { note: 'Its own purchase.' });
    await confirms(mixed);

    // The same booking with more words, in a statement that overlaps; the bank’s double booking, and its reversal.
    bank.goOn();
    const double = await step([
      { moved: -10_000, reference: 'C-1', ours: six.ours },
      { moved: -10_000, reference: 'C-2', ours: six.ours },
    ]);
    await by(maker).linkEntry({ id: double, entry: '1' }, { agreement: agreement.id, settles: six.payment });
    await by(secondChecker).confirmStatement({ id: double }, {});
    const again = await imported(
      bank.statement(
        [
          { moved: -10_000, reference: 'C-1', ours: six.ours, text: 'and more' },
          { moved: -10_000, reference: 'C-2', ours: six.ours, text: 'and more' },
        ],
        { opens: 0, again: true },
      ),
    );
    expect((await linesOf(again)).map(({ standing }) => standing)).toEqual(['repeated', 'repeated']);
    bank.goOn();
    const reversal = await step([
      { moved: 10_000, reference: 'C-3', ours: six.ours, isReversal: true },
      { moved: 10_000, reference: 'C-4', ours: six.ours, isReversal: true },
    ]);
    expect(
      await refused(by(maker).linkEntry({ id: reversal, entry: '1' }, { agreement: agreement.id, settles: six.payment })),
    ).toMatchObject({ status: 409, type: '/problems/entry-is-reversal' });
    const takesBack = { statement: double, entry: 2 };
    for (const entry of ['1', '2']) await explain(reversal, entry, [part('reversal', money(10_000), 'credit', takesBack)]);
    // The bank has taken back the one more often than it had booked it: only the first is a reversal.
    expect(await by(secondChecker).confirmStatement({ id: reversal }, {})).toMatchObject({
      confirmed: 1,
      unconfirmed: [{ entry: 2, rejection: 'EntryDoesNotReverse' }],
    });
    expect((await linesOf(double)).map(({ standing }) => standing)).toEqual(['confirmed', 'reversed']);
    expect(await refused(explain(reversal, '2', [part('reversal', money(10_000), 'credit', takesBack)]))).toMatchObject({
      status: 409,
      type: '/problems/entry-does-not-reverse',
    });
    await explain(reversal, '2', [part('other-income', money(10_000), 'credit')]);
    await confirms(reversal);

    // A return of which the bank kept more than a tenth; and what leaves the account for less than was instructed.
    const last = await step([
      { moved: 7_500, reference: 'D-1', ours: one.ours },
      { moved: -9_900, reference: 'D-2', ours: seven.ours },
      { moved: -10_000, reference: 'C-1', ours: six.ours },
    ]);
    // What one entry has settled, no other has: under the same reference either.
    expect(await refused(by(maker).linkEntry({ id: last, entry: '3' }, { agreement: agreement.id, settles: six.payment }))).toMatchObject({
      status: 409,
    });
    expect(await refused(explain(last, '3', [part('payment', money(10_000), 'debit', on(six.payment))]))).toMatchObject({ status: 409 });
    await explain(last, '3', [part('receivable-from-bank', money(10_000), 'debit')]);
    await explain(last, '1', [part('payment', money(10_000), 'credit', on(one.payment)), part('fee', money(2_500), 'debit')]);
    await explain(last, '2', [
      part('payment', money(10_000), 'debit', on(seven.payment)),
      part('receivable-from-bank', money(100), 'credit'),
    ]);
    await confirms(last);

    const end = await balances();
    const amount = (hundredths: number) => money(hundredths).amount;
    expect(end).toMatchObject({
      bank: bank.balance().amount,
      disbursed: amount(60_000),
      'over-payments': amount(300),
      fees: amount(500 - 300 + 2_500),
      interest: amount(-7_700),
      'other-income': amount(-10_000),
      'receivable-from-bank': amount(10_000 - 100),
      unrelated: amount(4_200),
      reversals: amount(0),
      suspense: amount(0),
    });
    const kept = await book();
    expect(kept).toMatchObject({ status: 'open', closingBalance: bank.balance() });
    // The statement that was made up to tell lines again opens with nothing: that is a gap, and the days that were left out are.
    const { gaps, statements } = await by(auditor).getCashBook({ id: kept.id });
    expect(gaps.every(({ status }) => status === 'open')).toBe(true);
    for (const { statement, difference } of statements)
      if (statement !== again) expect([statement, difference]).toEqual([statement, money(0)]);
  },
);

test('statements that do not follow on each other are work, keep the books open, and are accepted by two persons', async () => {
  const { bank, book, balances } = await opened('USD', '888');
  await until(bank.today());
  await imported(bank.statement([{ moved: -1_000, reference: 'G-1' }]));
  bank.goOn();
  await until(bank.today());
  const { money } = bank;
  const [start, off] = [99_000_00 / 100, 4_900];
  await imported(bank.statement([], { opens: start * 100 - off }));
  await settled(api);
  const { id } = await book();
  const gap = async () => first((await by(auditor).getCashBook({ id })).gaps);
  expect(await gap()).toMatchObject({ kind: 'opening-differs', status: 'open' });
  const { difference, key } = await gap();
  const waits = async (kind: 'gap-to-explain' | 'gap-to-confirm', person: Person) =>
    (await by(person).listWork({ kind })).work.map(({ href }) => href);
  expect(await waits('gap-to-explain', maker)).toContain(`/v1/cash-books/${id}`);
  const inCents = async (kind: string) => BigInt((await balances())[kind]?.replace('.', '') ?? 0);
  const before = await inCents('bank');

  expect(await refused(by(maker).explainGap({ id }, { gap: 'sum-differs.stm_a', note: 'n' }))).toMatchObject({ status: 404 });
  const note = 'The bank moved it between its systems.';
  const unnamed = { status: 422, type: '/problems/difference-is-not-named' };
  expect(await refused(by(maker).explainGap({ id }, { gap: key, note }))).toMatchObject(unnamed);
  expect(await refused(by(maker).explainGap({ id }, { gap: key, as: 'other-income', note }))).toMatchObject(unnamed);
  await by(maker).explainGap({ id }, { gap: key, as: 'receivable-from-bank', note });
  await settled(api);
  expect(await waits('gap-to-confirm', checker)).toContain(`/v1/cash-books/${id}`);
  await by(checker).confirmGap({ id, explanation: '1' });
  await settled(api);
  expect(await gap()).toMatchObject({ status: 'accepted', note: 'The bank moved it between its systems.' });
  expect(await book()).toMatchObject({ status: 'reconciled', closingBalance: bank.balance() });
  const after = await inCents('bank');
  expect(after - before).toBe(BigInt(difference?.amount.replace('.', '') ?? 0));
  expect([await inCents('receivable-from-bank'), await inCents('suspense')]).toEqual([before - after, 1_000n]);
  expect(money(0)).toEqual({ amount: '0.00', currency: 'USD' });
  expect((await by(auditor).getCashBookTimeline({ id })).entries.map(({ type }) => type)).toEqual([
    'StatementEntered',
    'StatementEntered',
    'GapExplained',
    'GapConfirmed',
  ]);
  await settled(api);
  const store = breaking(system);
  const alone = await store.changed({ in: 'disbursement', type: 'GapConfirmed', where: { stream: id } }, (data) => {
    data.explanation = 2;
  });
  expect(alone[35]?.[0]).toContain(`explanation 2 of ${id} is of`);
  const otherwise = await store.changed({ in: 'disbursement', type: 'GapExplained', where: { stream: id } }, (data) => {
    data.as = 'fee';
  });
  expect(otherwise[35]?.[0]).toContain('what was accepted as that is');
});

test('a line that a statement repeats of a day before its first is in its balances, for the books and for who verifies them', async () => {
  const { bank, book } = await opened('USD', '999');
  await until(bank.today());
  const began = bank.today();
  bank.goOn();
  await until(bank.today());
  const told = { moved: -1_000, reference: 'T-1', on: began };
  await imported(bank.statement([told], { from: began }));
  const second = bank.today();
  bank.goOn();
  await until(bank.today());
  await imported(bank.statement([told, { moved: -500, reference: 'T-2' }], { from: second }));
  await settled(api);
  const { id } = await book();
  const { gaps } = await by(auditor).getCashBook({ id });
  expect(gaps.map(({ kind }) => kind)).toEqual(['opening-differs']);
  for (const [index, { key }] of gaps.entries()) {
    await by(maker).explainGap({ id }, { gap: key, as: 'receivable-from-bank', note: 'The bank tells it twice.' });
    await by(checker).confirmGap({ id, explanation: `${index + 1}` });
  }
  await settled(api);
  expect(await book()).toMatchObject({ status: 'reconciled' });
  expect(await verifiedFaults(system)).toEqual({});
});

test('a line that the bank dates before the first day of its statement moves the cash with that statement', async () => {
  const { bank, book } = await opened('USD', '1010');
  await until(bank.today());
  const before = later(bank.today(), -10);
  await imported(bank.statement([{ moved: -1_000, reference: 'E-1' }]));
  const first = bank.balance();
  bank.goOn();
  await until(bank.today());
  await imported(bank.statement([{ moved: -700, reference: 'E-2', on: before }]));
  await settled(api);
  const { id } = await book();
  const { status, statements, gaps } = await by(auditor).getCashBook({ id });
  expect([status, gaps]).toEqual(['reconciled', []]);
  expect(statements.map(({ closingBalance, ledgerBalance }) => [closingBalance, ledgerBalance])).toEqual([
    [first, first],
    [bank.balance(), bank.balance()],
  ]);
  expect(await verifiedFaults(system)).toEqual({});
});
