import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_CANDIDATES } from './candidates.ts';
import { match, type Verdict } from './match.ts';
import type { Payment } from './payment.ts';
import type { Entry } from './statement.ts';

const php = (amount: bigint) => ({ amount, currency: 'PHP' });
const payment = (of: string, change: Partial<Payment> = {}): Payment => ({
  payment: `pay_${of}`,
  endToEndId: `JUNKAN-${of}`,
  amount: php(100n),
  instructedOn: '2026-08-04',
  payeeName: 'Kalinaw City',
  attempts: [],
  status: 'instructed',
  ...change,
});
const debit = (of: string | undefined, change: Partial<Entry> = {}): Entry => ({
  key: `key-${of}`,
  amount: php(100n),
  direction: 'debit',
  isReversal: false,
  isBooked: true,
  valueDate: '2026-08-07',
  bankReference: `BANK-${of}`,
  ...(of !== undefined && { endToEndId: `JUNKAN-${of}` }),
  counterparty: {},
  line: 1,
  ...change,
});
const credit = (of: string | undefined, change: Partial<Entry> = {}) => debit(of, { direction: 'credit', ...change });
const settled = (of: string, change: Partial<Payment> = {}) => payment(of, { status: 'settled', ...change });

describe('a booked debit', () => {
  test('with the reference, amount and currency of an open payment settles it', () => {
    expect(match([debit('A')], [payment('A'), payment('B')])).toEqual([
      { type: 'settles', key: 'key-A', payment: 'pay_A', bankReference: 'BANK-A', valueDate: '2026-08-07' },
    ]);
  });

  test('in another currency settles it where the bank says that it was instructed with exactly the payment, and took this for it', () => {
    const amount = { amount: 270n, currency: 'JPY' };
    expect(match([debit('A', { amount, instructed: php(100n) })], [payment('A')])).toEqual([
      { type: 'settles', key: 'key-A', payment: 'pay_A', bankReference: 'BANK-A', valueDate: '2026-08-07', debited: amount },
    ]);
    for (const instructed of [php(101n), { amount: 100n, currency: 'USD' }])
      expect(match([debit('A', { amount, instructed })], [payment('A')])).toMatchObject([{ type: 'held', reason: 'other-currency' }]);
    // In the currency of the payment what was booked decides: charges may have been added.
    expect(match([debit('A', { amount: php(101n), instructed: php(100n) })], [payment('A')])).toMatchObject([{ reason: 'other-amount' }]);
    expect(match([credit('A', { amount, instructed: php(100n) })], [settled('A')])).toMatchObject([{ type: 'returns', isWhole: true }]);
  });

  const { bankReference: _, ...unreferenced } = debit('A');
  const { valueDate: __, ...undated } = debit('A');
  test.each<[string, Entry, Payment[]]>([
    ['other-amount', debit('A', { amount: php(101n) }), [payment('A')]],
    ['other-currency', debit('A', { amount: { amount: 100n, currency: 'USD' } }), [payment('A')]],
    ['batch-without-details', debit('A', { batch: 'without-details' }), [payment('A')]],
    ['batch-details-differ', debit('A', { batch: 'details-differ' }), [payment('A')]],
    ['reversal', debit('A', { isReversal: true }), [payment('A')]],
    ['not-booked', debit('A', { isBooked: false }), [payment('A')]],
    ['before-instruction', debit('A', { valueDate: '2026-08-03' }), [payment('A')]],
    ['two-candidates', debit('A'), [payment('A'), payment('A')]],
    ['two-candidates', debit('A'), [payment('A'), payment('B', { attempts: ['JUNKAN-A'] })]],
    ['earlier-attempt', debit('A'), [payment('B', { attempts: ['JUNKAN-A'] })]],
    ['settled-already', debit('A'), [settled('A')]],
    ['no-value-date', undated, [payment('A')]],
  ])('is held: %s', (reason, entry, payments) => {
    const of = payments.map((each) => each.payment);
    expect(match([entry], payments)).toEqual([{ type: 'held', key: 'key-A', reason, payments: of }]);
  });

  test('settles without a reference of the bank, which not all banks give', () => {
    expect(match([unreferenced], [payment('A')])).toEqual([{ type: 'settles', key: 'key-A', payment: 'pay_A', valueDate: '2026-08-07' }]);
  });

  test('is held with its rival: two debits of one payment settle nothing', () => {
    const held = (key: string) => ({ type: 'held', key, reason: 'two-candidates', payments: ['pay_A'] });
    expect(match([debit('A', { key: '1' }), debit('A', { key: '2' })], [payment('A')])).toEqual([held('1'), held('2')]);
  });

  test('is held without a payment where its batch, its reversal or its waiting says nothing of any', () => {
    expect(match([debit(undefined, { batch: 'without-details' })], [])).toMatchObject([{ type: 'held', payments: [] }]);
    expect(match([debit(undefined, { isReversal: true })], [])).toMatchObject([{ reason: 'reversal' }]);
  });
});

describe('a credit', () => {
  test('with the reference of a settled payment returns it, in whole or less a charge', () => {
    expect(match([credit('A', { returnReason: 'AC04' })], [settled('A')])).toEqual([
      { type: 'returns', key: 'key-A', payment: 'pay_A', amount: php(100n), isWhole: true, reason: 'AC04' },
    ]);
    expect(match([credit('A', { amount: php(98n) })], [settled('A')])).toMatchObject([
      { type: 'returns', amount: php(98n), isWhole: false },
    ]);
  });

  test('returns what a debit of the same statement settles, in either order', () => {
    const entries = [credit('A', { key: 'c' }), debit('A', { key: 'd' })];
    expect(match(entries, [payment('A')])).toMatchObject([
      { type: 'returns', key: 'c' },
      { type: 'settles', key: 'd' },
    ]);
  });

  test.each<[string, Entry, Payment]>([
    ['not-settled', credit('A'), payment('A')],
    ['other-amount', credit('A', { amount: php(101n) }), settled('A')],
    ['other-currency', credit('A', { amount: { amount: 100n, currency: 'USD' } }), settled('A')],
    ['reversal', credit('A', { isReversal: true }), settled('A')],
    ['not-booked', credit('A', { isBooked: false }), settled('A')],
    ['earlier-attempt', credit('B'), settled('A', { attempts: ['JUNKAN-B'] })],
  ])('is held: %s', (reason, entry, of) => expect(match([entry], [of])).toMatchObject([{ type: 'held', reason, payments: ['pay_A'] }]));

  test('that no payment knows is unmatched, whatever its amount', () => {
    expect(match([credit(undefined), credit('Z')], [payment('A')])).toMatchObject([{ type: 'unmatched' }, { type: 'unmatched' }]);
  });
});

describe('a debit without a reference of ours', () => {
  const named = (name: string, change: Partial<Entry> = {}) => debit(undefined, { counterparty: { name }, ...change });
  const suggested = (entry: Entry, payments: readonly Payment[]) => {
    const [verdict] = match([entry], payments);
    return verdict?.type === 'suggested' ? verdict.candidates : verdict;
  };

  test('has the payments of its amount, by the likeness of their names and the nearness of their days', () => {
    const payments = [
      payment('far', { payeeName: 'Minato Ward' }),
      payment('early', { instructedOn: '2026-07-20' }),
      payment('near'),
      payment('city', { payeeName: 'City of Kalinaw' }),
      payment('dear', { amount: php(101n) }),
      payment('old', { instructedOn: '2026-06-01' }),
      payment('later', { instructedOn: '2026-08-08' }),
      payment('paid', { status: 'settled' }),
    ];
    expect(suggested(named('KALINAW CITY'), payments)).toMatchObject([
      { payment: 'pay_near', likeness: 100, days: 3, score: 98 },
      { payment: 'pay_city', likeness: 80, days: 3 },
      { payment: 'pay_early', likeness: 100, days: 18 },
      { payment: 'pay_far' },
    ]);
  });

  test('has those of the same day and of thirty days before, and none of later or longer before', () => {
    const payments = ['2026-08-07', '2026-08-08', '2026-07-08', '2026-07-07'].map((instructedOn) =>
      payment(instructedOn, { instructedOn }),
    );
    expect(suggested(named('Kalinaw City'), payments)).toMatchObject([
      { payment: 'pay_2026-08-07', days: 0, score: 100 },
      { payment: 'pay_2026-07-08', days: 30, score: 80 },
    ]);
  });

  test('is not alike in name where neither has one', () => {
    expect(suggested(debit(undefined), [payment('A', { payeeName: '' })])).toMatchObject([{ likeness: 0 }]);
  });

  test('knows names by the letters of banks, in any order of their words', () => {
    expect(suggested(named('NANG DA'), [payment('A', { payeeName: 'Đà Nẵng' })])).toMatchObject([{ likeness: 100 }]);
  });

  test('has the payment first whose reference is in its text, also with another amount', () => {
    const entry = named('Someone', { remittance: 'paid /EREF/JUNKAN-B/REMI/ thanks' });
    expect(suggested(entry, [payment('A', { payeeName: 'Someone' }), payment('B')])).toMatchObject([
      { payment: 'pay_A', score: 98 },
      { payment: 'pay_B', score: 95, isNamed: true },
    ]);
    expect(suggested(entry, [payment('B', { amount: php(99n) })])).toMatchObject([{ payment: 'pay_B', score: 50, isSameAmount: false }]);
  });

  test('has no payment that another entry settles', () => {
    expect(match([debit('A'), debit(undefined)], [payment('A')])).toMatchObject([{ type: 'settles' }, { type: 'unmatched' }]);
  });

  test('has the likest of many of one amount', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => payment(`${at}`, { payeeName: `City ${at}` }));
    expect(suggested(named('City 7'), many)).toMatchObject({ length: MAX_CANDIDATES, 0: { payment: 'pay_7', likeness: 100 } });
  });
});

describe('laws', () => {
  const letter = fc.constantFrom('A', 'B', 'C', 'D');
  const amount = fc.record({ amount: fc.constantFrom(100n, 101n), currency: fc.constantFrom('PHP', 'USD') });
  const day = fc.constantFrom('2026-08-01', '2026-08-04', '2026-08-07');
  const payments = fc.uniqueArray(letter, { minLength: 1 }).chain((letters) =>
    fc.tuple(
      ...letters.map((of) =>
        fc
          .record({
            amount,
            instructedOn: day,
            status: fc.constantFrom('instructed' as const, 'settled' as const),
            attempts: fc.subarray(['JUNKAN-A', 'JUNKAN-X']),
          })
          .map((change) => payment(of, change)),
      ),
    ),
  );
  const entries = fc
    .array(
      fc.record({
        of: fc.option(letter, { nil: undefined }),
        amount,
        valueDate: day,
        direction: fc.constantFrom('credit' as const, 'debit' as const),
        isBooked: fc.boolean(),
        isReversal: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.map(({ of, ...change }, at) => debit(of, { ...change, key: `${at}` })));

  test('each entry has one verdict, and no payment is settled twice or by what is not exactly it', () => {
    fc.assert(
      fc.property(entries, payments, (read, open) => {
        const verdicts = match(read, open);
        expect(verdicts.map(({ key }) => key)).toEqual(read.map(({ key }) => key));
        const settles = verdicts.filter((each): each is Extract<Verdict, { type: 'settles' }> => each.type === 'settles');
        expect(new Set(settles.map((each) => each.payment)).size).toBe(settles.length);
        for (const { key, payment: id } of settles) {
          const [entry, of] = [read.find((each) => each.key === key), open.find((each) => each.payment === id)];
          expect(entry).toMatchObject({
            direction: 'debit',
            isBooked: true,
            isReversal: false,
            endToEndId: of?.endToEndId,
            amount: of?.amount,
          });
          expect(of?.status).toBe('instructed');
          expect((entry?.valueDate ?? '') >= (of?.instructedOn ?? '~')).toBe(true);
        }
      }),
    );
  });

  test('the order of the payments says nothing', () => {
    const sorted = (verdicts: readonly Verdict[]) =>
      verdicts.map((each) => (each.type === 'held' ? { ...each, payments: each.payments.toSorted() } : each));
    fc.assert(
      fc.property(
        entries,
        payments,
        (read, open) => void expect(sorted(match(read, open.toReversed()))).toEqual(sorted(match(read, open))),
      ),
    );
  });
});
