import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCamt053 } from './camt053.ts';
import { opened, sample } from './opened.fixture.ts';
import { type Booked, detailText, entryText, type Stated, statementText } from './statement.fixture.ts';
import type { Statement } from './statement.ts';

function readAll(text: string): readonly Statement[] {
  const answer = readCamt053(opened(text));
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.content;
}
function read(stated: Stated): Statement {
  const [statement] = readAll(statementText(stated));
  if (!statement) throw new Error('a file without a statement');
  return statement;
}
const entriesOf = (...booked: readonly Booked[]) => read({ entries: booked.map(entryText) }).entries;
const php = (amount: bigint) => ({ amount, currency: 'PHP' });

test('a statement of another program is read', () => {
  expect(readAll(sample('camt.053.001.08.xml'))).toEqual([
    {
      statementId: 'EXMP-STMT-20260807-1',
      page: '1',
      account: '0001234567',
      servicer: { bic: '', bankCode: '' },
      currency: 'PHP',
      from: '2026-08-07',
      to: '2026-08-07',
      openingBalance: php(25_000_000_000n),
      closingBalance: php(23_000_000_000n),
      sum: { type: 'adds-up' },
      entries: [
        {
          key: expect.stringMatching(/^[0-9a-f]{32}$/),
          earlierKey: expect.stringMatching(/^[0-9a-f]{32}$/),
          bookedOn: '2026-08-07',
          amount: php(2_000_000_000n),
          direction: 'debit',
          isReversal: false,
          isBooked: true,
          valueDate: '2026-08-07',
          bankReference: 'MDB262190002',
          endToEndId: 'JUNKAN-01KBX7S0D4EF8R9T2V3W4G5Z62',
          counterparty: { name: 'Kalinaw City' },
          line: 12,
        },
      ],
    },
  ]);
});

describe('the bank that keeps the account', () => {
  const servicerOf = (servicer: string) => read({ servicer, entries: [] }).servicer;

  test('is identified by its BIC, by its number in the clearing, by both or by neither', () => {
    const [bic, code] = ['<BICFI>DEMOJPJTXXX</BICFI>', '<ClrSysMmbId><MmbId>0005</MmbId></ClrSysMmbId>'];
    expect(servicerOf(`${bic}${code}`)).toEqual({ bic: 'DEMOJPJTXXX', bankCode: '0005' });
    expect(servicerOf(bic)).toEqual({ bic: 'DEMOJPJTXXX', bankCode: '' });
    expect(servicerOf(code)).toEqual({ bic: '', bankCode: '0005' });
    expect(servicerOf('<Nm>Bank</Nm>')).toEqual({ bic: '', bankCode: '' });
  });

  test('has a BIC of a country that there is', () => {
    const answer = readCamt053(opened(statementText({ servicer: '<BICFI>DEMOQQJT</BICFI>', entries: [] })));
    expect(answer).toMatchObject({ ok: false, refusal: { field: 'Acct/Svcr/FinInstnId/BICFI', value: 'DEMOQQJT' } });
  });
});

describe('balances', () => {
  const entries = [{ amount: '30.00' }, { amount: '10.50', direction: 'CRDT' as const }, { amount: '99.00', status: 'PDNG' }].map(
    entryText,
  );

  test('add up by what is booked', () => {
    expect(read({ opening: '100.00', closing: '80.50', entries }).sum).toEqual({ type: 'adds-up' });
    expect(read({ opening: '10.00', closing: '-9.50', entries }).sum).toEqual({ type: 'adds-up' });
    expect(read({ opening: '100.00', closing: '80.50', openingKind: 'PRCD', entries }).sum).toEqual({ type: 'adds-up' });
  });

  test('are reported with the amount by which they do not add up', () => {
    expect(read({ opening: '100.00', closing: '80.00', entries }).sum).toEqual({ type: 'differs', by: php(-50n) });
  });

  test.each<[string, Partial<Stated>]>([
    ['no-opening-balance', { openingKind: 'ITBD' }],
    ['one-of-several-pages', { pages: '<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>' }],
    ['one-of-several-pages', { pages: '<StmtPgntn><PgNb>2</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>' }],
  ])('cannot be told: %s', (reason, stated) => {
    expect(read({ entries, ...stated }).sum).toEqual({ type: 'cannot-be-told', reason });
  });

  test('without a closing balance', () => {
    const text = statementText({ entries }).replaceAll('CLBD', 'CLAV');
    expect(readAll(text)[0]?.sum).toEqual({ type: 'cannot-be-told', reason: 'no-closing-balance' });
  });
});

describe('a booking of several transfers', () => {
  const two = [detailText({ endToEndId: 'A', amount: '1.00' }), detailText({ endToEndId: 'B', amount: '2.00' })].join('');

  test('is taken apart where its details are its sum', () => {
    expect(entriesOf({ amount: '3.00', reference: 'R', details: `<Btch><NbOfTxs>2</NbOfTxs></Btch>${two}` })).toMatchObject([
      { endToEndId: 'A', amount: php(100n), bankReference: 'R/1' },
      { endToEndId: 'B', amount: php(200n), bankReference: 'R/2' },
    ]);
  });

  test('has the bank’s own reference of each transfer where there is one', () => {
    const own = two.replaceAll('<Refs>', '<Refs><AcctSvcrRef>own</AcctSvcrRef>');
    expect(entriesOf({ amount: '3.00', reference: 'R', details: own }).map(({ bankReference }) => bankReference)).toEqual(['own', 'own']);
  });

  test('may go both ways', () => {
    const both = [detailText({ endToEndId: 'A', amount: '5.00' }), detailText({ endToEndId: 'B', amount: '2.00', direction: 'CRDT' })].join(
      '',
    );
    expect(entriesOf({ amount: '3.00', details: both })).toMatchObject([{ direction: 'debit' }, { direction: 'credit' }]);
  });

  test.each<[string, string | undefined, string]>([
    ['it has none', '<Btch><NbOfTxs>2</NbOfTxs></Btch>', 'without-details'],
    ['it has fewer than it counts', `<Btch><NbOfTxs>3</NbOfTxs></Btch>${two}`, 'without-details'],
    ['one of two is given', `<Btch><NbOfTxs>2</NbOfTxs></Btch>${detailText({ endToEndId: 'A' })}`, 'without-details'],
    ['they have no amounts', two.replaceAll(/<Amt.*?<\/Amt>/g, ''), 'without-details'],
    ['they are another sum', two.replace('1.00', '1.01'), 'details-differ'],
    ['they are of another currency', two.replaceAll('PHP', 'USD'), 'details-differ'],
  ])('is kept as one and marked where of its details %s', (_, details, batch) => {
    const entries = entriesOf({ amount: '3.00', reference: 'R', ...(details !== undefined && { details }) });
    expect(entries).toMatchObject([{ batch, amount: php(300n), bankReference: 'R' }]);
    expect(entries[0]).not.toHaveProperty('endToEndId');
  });

  test('keeps what the bank says was instructed: of the transfer, or of the booking', () => {
    const instructed = (amount: string) => `<AmtDtls><InstdAmt><Amt Ccy="USD">${amount}</Amt></InstdAmt></AmtDtls>`;
    const of = (details: string) => entriesOf({ amount: '570.00', details }).map((entry) => entry.instructed);
    expect(of(detailText({ endToEndId: 'E', rest: instructed('10.00') }))).toEqual([{ amount: 1000n, currency: 'USD' }]);
    expect(of(detailText({ endToEndId: 'E' }))).toEqual([undefined]);
    const two = [detailText({ amount: '500.00', rest: instructed('9.00') }), detailText({ amount: '70.00' })].join('');
    expect(of(two)).toEqual([{ amount: 900n, currency: 'USD' }, undefined]);
    const whole = entryText({ amount: '570.00' }).replace('</Ntry>', `${instructed('10.00')}</Ntry>`);
    expect(read({ entries: [whole] }).entries).toMatchObject([{ instructed: { amount: 1000n, currency: 'USD' } }]);
  });

  test('of one transfer is that transfer, with the amount that was booked', () => {
    const details = `<Btch><NbOfTxs>1</NbOfTxs></Btch>${detailText({ endToEndId: 'A', amount: '2.75' })}`;
    const [entry] = entriesOf({ amount: '3.00', details });
    expect(entry).toMatchObject({ endToEndId: 'A', amount: php(300n) });
    expect(entry).not.toHaveProperty('batch');
  });
});

describe('an entry', () => {
  test('that came back has its reason, its text and the other side’s name and account', () => {
    const rest = [
      '<RltdPties><Dbtr><Pty><Nm>Kalinaw City</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></DbtrAcct>',
      '<Cdtr><Pty><Nm>Monsoon</Nm></Pty></Cdtr></RltdPties>',
      '<RmtInf><Ustrd>KAL</Ustrd><Ustrd>1</Ustrd></RmtInf><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>',
    ].join('');
    expect(
      entriesOf({ amount: '3.00', direction: 'CRDT', reversal: true, details: detailText({ endToEndId: 'NOTPROVIDED', rest }) }),
    ).toEqual([
      {
        key: expect.any(String),
        bookedOn: '2026-08-07',
        amount: php(300n),
        direction: 'credit',
        isReversal: true,
        isBooked: true,
        valueDate: '2026-08-07',
        counterparty: { name: 'Kalinaw City', account: 'GB33BUKB20201555555555' },
        remittance: 'KAL 1',
        returnReason: 'AC04',
        line: 7,
      },
    ]);
  });

  test.each([
    ['JPY', '1000.00', 1000n],
    ['PHP', '1000', 100_000n],
    ['PHP', '0.5', 50n],
    ['PHP', '.5', 50n],
    ['PHP', '+007.10000', 710n],
    ['KWD', '1.005', 1005n],
  ])('of %s %s is exact', (currency, amount, expected) => {
    expect(read({ currency, entries: [entryText({ amount, currency })] }).entries[0]?.amount).toEqual({ amount: expected, currency });
  });

  test('of another currency than the account is refused with its line', () => {
    const entries = [entryText({ amount: '1.00' }), entryText({ amount: '1.00', currency: 'USD' })];
    const answer = readCamt053(opened(statementText({ currency: 'PHP', entries })));
    expect(answer).toEqual({ ok: false, refusal: { type: 'ValueIsUnreadable', field: 'Ntry/Amt/@Ccy', line: 8, value: 'USD' } });
  });

  test.each([
    ['JPY', '0.5'],
    ['PHP', '1.005'],
    ['QQQ', '1'],
  ])('of %s %s is refused with its line', (currency, amount) => {
    const answer = readCamt053(opened(statementText({ entries: [entryText({ amount, currency })] })));
    expect(answer).toEqual({ ok: false, refusal: { type: 'ValueIsUnreadable', field: 'Amt', line: 7, value: amount } });
  });

  test('has its booking date where it has no value date, and the day of a moment', () => {
    expect(entriesOf({ amount: '1' }, { amount: '1', valueDate: '2026-08-09' }).map(({ valueDate }) => valueDate)).toEqual([
      '2026-08-07',
      '2026-08-09',
    ]);
  });
});

describe('imported once', () => {
  const a = { amount: '1.00', reference: 'R1', details: detailText({ endToEndId: 'A' }) };
  const b = { amount: '2.00', reference: 'R2', details: detailText({ endToEndId: 'B' }) };
  const nameless = { amount: '3.00' };
  const keys = (id: string, ...booked: readonly Booked[]) => read({ id, entries: booked.map(entryText) }).entries.map(({ key }) => key);

  test('an entry has the same key in statements whose days overlap, at any position in them', () => {
    const [first, second] = keys('S1', a, b);
    expect(keys('S2', b, a)).toEqual([second, first]);
  });

  test('entries that are alike are counted, and the same in number each time', () => {
    const twice = keys('S1', a, a);
    expect(new Set(twice).size).toBe(2);
    expect(keys('S2', a, b, a)).toEqual([twice[0], expect.any(String), twice[1]]);
  });

  test('what has no reference at all is one of its own statement and page', () => {
    expect(keys('S1', nameless)).toEqual(keys('S1', nameless));
    expect(keys('S1', nameless)).not.toEqual(keys('S2', nameless));
    const page = (number: number) => {
      const pages = `<StmtPgntn><PgNb>${number}</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>`;
      return read({ pages, entries: [entryText(nameless)] }).entries[0]?.key;
    };
    expect(page(1)).not.toBe(page(2));
  });

  test('an entry with a reference of the bank is the same though more is said of it, and is still known by all that was said', () => {
    const said = (text: string) => detailText({ endToEndId: 'A', rest: `<RmtInf><Ustrd>${text}</Ustrd></RmtInf>` });
    const [one, other] = ['paid', 'paid, second line'].map(
      (text) => read({ entries: [entryText({ ...a, details: said(text) })] }).entries[0],
    );
    expect(one?.key).toBe(other?.key);
    expect(one?.earlierKey).not.toBe(other?.earlierKey);
    expect(keys('S1', a)).not.toEqual(keys('S1', { ...a, amount: '1.01' }));
    expect(keys('S1', a)).not.toEqual(keys('S1', { ...a, direction: 'CRDT' }));
    expect(read({ entries: [entryText(nameless)] }).entries[0]).not.toHaveProperty('earlierKey');
  });

  test('an entry that waited is another than the booked one', () => {
    expect(keys('S1', { ...a, status: 'PDNG' })).not.toEqual(keys('S1', a));
  });
});

describe('laws', () => {
  const cents = fc.bigInt({ min: 1n, max: 10n ** 12n });
  const decimal = (amount: bigint) => `${amount / 100n}.${`${amount % 100n}`.padStart(2, '0')}`;
  const booked = fc.record({
    amounts: fc.array(cents, { minLength: 1, maxLength: 4 }),
    direction: fc.constantFrom('CRDT' as const, 'DBIT' as const),
  });

  test('entries are the statement’s money: taken apart or not, they are the difference of its balances, and have keys of their own', () => {
    fc.assert(
      fc.property(fc.array(booked, { maxLength: 6 }), fc.bigInt({ min: 0n, max: 10n ** 12n }), (all, opening) => {
        const sums = all.map(({ amounts, direction }) => amounts.reduce((a, b) => a + b) * (direction === 'CRDT' ? 1n : -1n));
        const closing = sums.reduce((a, b) => a + b, opening);
        const entries = all.map(({ amounts, direction }, at) =>
          entryText({
            amount: decimal(amounts.reduce((a, b) => a + b)),
            direction,
            details: amounts.map((amount, detail) => detailText({ endToEndId: `E${at}-${detail}`, amount: decimal(amount) })).join(''),
          }),
        );
        const closingText = closing < 0n ? `-${decimal(-closing)}` : decimal(closing);
        const statement = read({ opening: decimal(opening), closing: closingText, entries });
        expect(statement.sum).toEqual({ type: 'adds-up' });
        const moved = statement.entries.reduce(
          (sum, { amount, direction }) => sum + (direction === 'credit' ? amount.amount : -amount.amount),
          0n,
        );
        expect(opening + moved).toBe(closing);
        expect(new Set(statement.entries.map(({ key }) => key)).size).toBe(statement.entries.length);
      }),
    );
  });
});
