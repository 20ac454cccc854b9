import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedOn, answerTo, bookedBy, checker, entry, eventsOf, header, now, someone, usd, verdict } from './statement.fixture.ts';
import { bankReferenceOf, type Command, type Event, initial, type NamedPart, type ReadEntry, type State } from './statement.ts';

const maker = someone('maker', 'finance.maker', 'finance.checker');
const checker2 = someone('second', 'finance.maker', 'finance.checker');
const owned = { ...header, closingBalance: usd(800n), owner: 'spo_a', cashAccount: 'acc_a', claimants: [] } as const;

const read = (...entries: readonly ReadEntry[]): Command[] => [
  { type: 'ImportStatement', header: owned, entries, now, by: maker },
  { type: 'MatchEntries', verdicts: entries.map((_, at) => verdict(at + 1, 'unmatched')), by: maker },
];
const NO_PART = { agreement: '', payment: '', recovery: 0, statement: '', entry: 0, direction: 'debit' } as const;
const paid = (amount: bigint, more: Partial<NamedPart> = {}): NamedPart => ({
  ...NO_PART,
  as: 'payment',
  agreement: 'agr_1',
  payment: 'pay_1',
  amount: usd(amount),
  order: { amount: usd(amount), settledBy: undefined },
  ...more,
});
const named = (as: NamedPart['as'], amount: bigint, more: Partial<NamedPart> = {}): NamedPart => ({
  ...NO_PART,
  as,
  amount: usd(amount),
  ...more,
});
const explain = (parts: readonly NamedPart[], number = 1, note = 'note', by = maker): Command => ({
  type: 'ExplainEntry',
  entry: number,
  parts,
  note,
  now,
  by,
});
const confirm = (confirmed: number[] = [], by = checker): Command => ({
  type: 'ConfirmStatement',
  statement: 'stm_1',
  confirmed,
  reopened: [],
  now,
  by,
});

/** All that happens, and what it books. */
function happened(...commands: readonly Command[]): { state: State; booked: Record<string, bigint> } {
  let state: State = initial;
  const events: Event[] = [];
  for (const command of commands) {
    events.push(...eventsOf(command, state));
    state = acceptedOn(state, command);
  }
  return { state, booked: bookedBy(events) };
}

const BANK = 'sponsor/spo_a/bank/acc_a';
const of = (kind: string) => `sponsor/spo_a/${kind}`;

describe('every line that the bank has booked is in the cash of its account', () => {
  test('and in suspense until somebody says what it is; what the bank has not booked, or told before, is not', () => {
    const entries = [entry('1'), entry('2', { direction: 'credit', amount: usd(30n) }), entry('3', { booked: false }), entry('4')];
    const { booked } = happened(
      { type: 'ImportStatement', header: owned, entries, now, by: maker },
      {
        type: 'MatchEntries',
        verdicts: [verdict(1, 'unmatched'), verdict(2, 'returns'), verdict(3, 'pending'), verdict(4, 'repeated')],
        by: maker,
      },
    );
    expect(booked).toEqual({ [BANK]: -70n, [of('suspense')]: 70n });
  });

  test('line by line, each with its day and reference', () => {
    const [read1, matched] = read(entry('1', { bookedOn: '2026-11-24' }), entry('2')) as [Command, Command];
    const [event] = eventsOf(matched, acceptedOn(initial, read1));
    expect(event).toMatchObject({
      entry: {
        postings: [
          { account: BANK, line: { number: 1, bookedOn: '2026-11-24', valueDate: '2026-11-25', bankReference: 'B-1' } },
          { account: of('suspense'), line: { number: 1 } },
          { account: BANK, line: { number: 2, bookedOn: '' } },
          { account: of('suspense'), line: { number: 2 } },
        ],
      },
    });
  });

  test('what is dismissed is named as of no project, and what settles as disbursed', () => {
    const ignored: Command = { type: 'IgnoreEntry', entry: 1, note: 'n', now, by: maker };
    const linked: Command = {
      type: 'LinkEntry',
      entry: 2,
      agreement: 'agr_1',
      settles: 'pay_1',
      amount: usd(100n),
      instruction: '',
      now,
      by: maker,
    };
    const { booked, state } = happened(...read(entry('1'), entry('2')), ignored, linked, confirm([2]));
    expect(booked).toEqual({ [BANK]: -200n, [of('unrelated')]: 100n, [of('disbursed')]: 100n });
    expect(state).toMatchObject({ status: 'done' });
  });
});

describe('an entry consists of what two persons say', () => {
  test('a payment and the charge that came with it: each is booked where it belongs, the charge once a second person confirms', () => {
    const parts = [paid(100n), named('fee', 5n)];
    const before = happened(...read(entry('1', { amount: usd(105n) })), explain(parts));
    expect(before.booked).toEqual({ [BANK]: -105n, [of('disbursed')]: 100n, [of('suspense')]: 5n });
    expect(before.state).toMatchObject({ status: 'waiting', entries: [{ standing: 'reported', payment: 'pay_1' }] });
    expect(answerTo(explain(parts), before.state)).toEqual([]);
    expect(answerTo(confirm([1], maker), before.state)).toMatchObject({ type: 'PersonHasAnotherDuty' });
    const after = happened(...read(entry('1', { amount: usd(105n) })), explain(parts), confirm([1]));
    expect(after.booked).toEqual({ [BANK]: -105n, [of('disbursed')]: 100n, [of('fees')]: 5n });
    expect(after.state).toMatchObject({ status: 'done', entries: [{ standing: 'confirmed' }] });
  });

  test.each<[string, Partial<ReadEntry>, NamedPart[], Record<string, bigint>]>([
    ['interest', { direction: 'credit', amount: usd(77n) }, [named('interest', 77n, { direction: 'credit' })], { interest: -77n }],
    ['a charge that is paid back', { direction: 'credit' }, [named('fee', 100n, { direction: 'credit' })], { fees: -100n }],
    ['more than was due', { amount: usd(103n) }, [paid(100n), named('over-payment', 3n)], { disbursed: 100n, 'over-payments': 3n }],
    [
      'less than was instructed',
      { amount: usd(98n) },
      [paid(100n), named('receivable-from-bank', 2n, { direction: 'credit' })],
      { disbursed: 100n, 'receivable-from-bank': -2n },
    ],
    ['several payments in one booking', { amount: usd(300n) }, [paid(100n), paid(200n, { payment: 'pay_2' })], { disbursed: 300n }],
    [
      'refunds of two sponsors’ shares',
      { direction: 'credit' },
      [
        named('refund', 60n, { agreement: 'agr_1', recovery: 1, direction: 'credit' }),
        named('refund', 40n, { agreement: 'agr_1', recovery: 2, direction: 'credit' }),
      ],
      { disbursed: -100n },
    ],
    [
      'a return of which the bank kept a quarter',
      { direction: 'credit', amount: usd(75n) },
      [paid(100n, { direction: 'credit' }), named('fee', 25n)],
      { disbursed: -100n, fees: 25n },
    ],
    [
      'other income, and what is of no project',
      { direction: 'credit' },
      [named('other-income', 90n, { direction: 'credit' }), named('unrelated', 10n, { direction: 'credit' })],
      { 'other-income': -90n, unrelated: -10n },
    ],
  ])('%s', (_, over, parts, expected) => {
    const line = entry('1', over);
    const { booked, state } = happened(...read(line), explain(parts), confirm([1]));
    const sum = Object.values(expected).reduce((all, each) => all + each, 0n);
    expect(booked).toEqual({ [BANK]: -sum, ...Object.fromEntries(Object.entries(expected).map(([kind, amount]) => [of(kind), amount])) });
    expect(state).toMatchObject({ status: 'done' });
  });

  test('that has to be the entry, and each part what it is said to be', () => {
    const { state } = happened(...read(entry('1', { amount: usd(105n) }), entry('2', { direction: 'credit' })));
    expect(answerTo(explain([paid(100n)]), state)).toEqual({ type: 'PartsAreNotTheEntry', entry: 1, booked: usd(105n), parts: usd(100n) });
    const refused: [NamedPart[], number, string, number][] = [
      [[paid(100n), named('fee', 0n)], 2, 'amount', 1],
      [[paid(100n), named('fee', 5n, { amount: { amount: 5n, currency: 'EUR' } })], 2, 'currency', 1],
      [[paid(100n), named('over-payment', 5n, { direction: 'credit' })], 2, 'direction', 1],
      [[paid(100n, { order: undefined }), named('fee', 5n)], 1, 'payment', 1],
      [[paid(90n, { order: { amount: usd(100n), settledBy: undefined } }), named('fee', 15n)], 1, 'whole', 1],
      [[paid(50n), paid(50n), named('fee', 5n)], 1, 'twice', 1],
      [[named('refund', 105n, { agreement: 'agr_1', recovery: 1 })], 1, 'recovery', 1],
      [[named('other-income', 105n)], 1, 'income', 1],
    ];
    for (const [parts, part, lacks, number] of refused)
      expect(answerTo(explain(parts, number), state)).toEqual({ type: 'PartDoesNotFit', part, lacks });
    expect(answerTo(explain([paid(100n), named('fee', 5n)], 1, ''), state)).toEqual({ type: 'NoteIsMissing' });
    expect(answerTo(explain([paid(100n)], 9), state)).toEqual({ type: 'EntryIsUnknown', entry: 9 });
    expect(answerTo(explain([paid(105n)], 1, 'n', checker), state)).toMatchObject({ type: 'RoleIsMissing' });
  });

  test('what a second person refuses waits again, in suspense, and can be said otherwise', () => {
    const parts = [paid(100n), named('fee', 5n)];
    const refuse: Command = { type: 'RefuseExplanation', entry: 1, note: 'why', now, by: checker };
    const { state, booked } = happened(...read(entry('1', { amount: usd(105n) })), explain(parts), refuse);
    expect(booked).toEqual({ [BANK]: -105n, [of('suspense')]: 105n });
    expect(state).toMatchObject({ entries: [{ standing: 'held', because: 'explanation-refused', parts: [] }] });
    expect(answerTo(refuse, state)).toEqual([]);
    expect(answerTo({ ...refuse, by: maker }, happened(...read(entry('1', { amount: usd(105n) })), explain(parts)).state)).toMatchObject({
      type: 'PersonHasAnotherDuty',
    });
    expect(answerTo(explain([paid(100n), named('over-payment', 5n)]), state)).toMatchObject([{ type: 'EntryExplained' }]);
  });

  test('one person alone never says and confirms a charge, though the payment that it came with is confirmed already', () => {
    const parts = [paid(100n), named('fee', 5n)];
    const entries = [entry('1', { amount: usd(105n) }), entry('2')];
    const { state } = happened(...read(...entries), explain(parts, 1, 'note', checker2), explain([named('fee', 100n)], 2));
    expect(answerTo(confirm([1], checker2), state)).toMatchObject([{ type: 'EntriesConfirmed', numbers: [2] }]);
    expect(answerTo(confirm([1]), state)).toMatchObject([{ type: 'EntriesConfirmed', numbers: [1, 2] }]);
  });

  test('a payment that is taken back reopens the entry: all of it is in suspense', () => {
    const parts = [paid(100n), paid(200n, { payment: 'pay_2' })];
    const reopen: Command = {
      type: 'ReopenEntry',
      entry: 1,
      of: { agreement: 'agr_2', payment: 'pay_2', recovery: 0 },
      report: 2,
      now,
      by: checker,
    };
    const { booked } = happened(...read(entry('1', { amount: usd(300n) })), explain(parts), confirm([1]), reopen);
    expect(booked).toEqual({ [BANK]: -300n, [of('suspense')]: 300n });
  });
});

describe('the bank’s reversal of its own booking', () => {
  const twin = { instruction: 'JUNKAN-1' };
  const entries = [entry('1', twin), entry('2', twin), entry('3', { ...twin, direction: 'credit', reversal: true })];
  const link = (number: number): Command => ({
    type: 'LinkEntry',
    entry: number,
    agreement: 'agr_1',
    settles: 'pay_1',
    amount: usd(100n),
    instruction: 'JUNKAN-1',
    now,
    by: maker,
  });
  const reversing = (state: State, number: number, more: object = {}): NamedPart => ({
    ...named('reversal', 100n, { direction: 'credit', statement: 'stm_1', entry: number }),
    reverses:
      state.status === 'absent' ? undefined : { entry: state.entries[number - 1] as never, account: '1', cashAccount: 'acc_a', ...more },
  });
  const settled = () => happened(...read(...entries), link(1), confirm([1])).state;

  test('is no return of the payment: it takes back the entry that was booked twice, and both are out of suspense', () => {
    expect(answerTo(link(3), settled())).toEqual({ type: 'EntryIsReversal', entry: 3 });
    const part = reversing(settled(), 2);
    const { state, booked } = happened(...read(...entries), link(1), confirm([1]), explain([part], 3), confirm());
    expect(state).toMatchObject({
      status: 'done',
      entries: [{ standing: 'confirmed' }, { standing: 'reversed' }, { standing: 'accounted' }],
    });
    expect(booked).toEqual({ [BANK]: -100n, [of('disbursed')]: 100n });
  });

  test('takes back nothing that was decided meanwhile, and nothing twice: it waits for a person again', () => {
    const part = reversing(settled(), 2);
    const fee: Command = { type: 'RecordFee', entry: 2, note: 'n', now, by: maker };
    const decided = happened(...read(...entries), link(1), confirm([1]), explain([part], 3), fee, confirm());
    expect(decided.state).toMatchObject({ entries: [{}, { standing: 'fee' }, { standing: 'held', because: 'objected' }] });
    const twice = [...entries, entry('4', { ...twin, direction: 'credit', reversal: true })];
    const both = happened(...read(...twice), link(1), confirm([1]), explain([part], 3), explain([part], 4), confirm());
    expect(both.state).toMatchObject({ entries: [{}, { standing: 'reversed' }, { standing: 'accounted' }, { standing: 'held' }] });
  });

  test('of another statement is confirmed only where that was taken back before; no third takes it back', () => {
    const part = { ...reversing(settled(), 2), statement: 'stm_2' as const };
    const said = happened(...read(...entries), link(1), confirm([1]), explain([part], 3));
    expect(answerTo(confirm(), said.state)).toEqual([]);
    expect(answerTo(confirm([3]), said.state)).toMatchObject([{ type: 'EntriesConfirmed', numbers: [3] }]);
    const reverse = (by: number): Command => ({
      type: 'ReverseEntry',
      entry: 2,
      reversingStatement: 'stm_3',
      reversingEntry: by,
      now,
      by: checker,
    });
    const reversed = acceptedOn(settled(), reverse(1));
    expect(answerTo(reverse(1), reversed)).toEqual([]);
    expect(answerTo(reverse(2), reversed)).toEqual({ type: 'EntryIsDecided', entry: 2, standing: 'reversed' });
  });

  test('returns the payment where it takes back what settles it, and nothing else of it waits', () => {
    const alone = happened(...read(entry('1', twin), entry('2', { ...twin, direction: 'credit', reversal: true })), link(1), confirm([1]));
    const back = (statement: `stm_${string}` | '', at: number): NamedPart =>
      paid(100n, {
        direction: 'credit',
        statement,
        entry: at,
        order: { amount: usd(100n), settledBy: { statement: 'stm_1', entry: 1 } },
        reverses: reversing(alone.state, 1).reverses,
      });
    expect(answerTo(explain([back('', 0)], 2), alone.state)).toEqual({ type: 'EntryIsReversal', entry: 2 });
    expect(answerTo(explain([back('stm_1', 2)], 2), alone.state)).toEqual({ type: 'EntryIsReversal', entry: 2 });
    expect(answerTo(explain([back('stm_1', 1)], 2), alone.state)).toMatchObject([{ type: 'EntryExplained' }]);
    expect(answerTo(explain([back('stm_1', 1)], 3), settled())).toEqual({ type: 'EntryIsReversal', entry: 3 });
  });

  test.each([
    ['entry', 2, { entry: undefined }],
    ['account', 2, { account: '2' }],
    ['account', 2, { cashAccount: 'acc_b' }],
    ['suspense', 1, {}],
    ['direction', 3, {}],
  ])('takes back nothing without: %s', (lacks, number, more) => {
    const state = settled();
    const part = reversing(state, number, more);
    const reverses = 'entry' in more ? undefined : part.reverses;
    expect(answerTo(explain([{ ...part, reverses }], 3), state)).toMatchObject({ type: 'EntryDoesNotReverse', entry: 3, lacks });
  });
});

test('the reference of a part is the bank’s; without one it is the statement and the entry, and of several payments each has its own', () => {
  const line = { number: 3, bankReference: 'B-3' };
  expect(bankReferenceOf('stm_0123456789abcdefgh', line)).toBe('B-3');
  expect(bankReferenceOf('stm_0123456789abcdefgh', line, 2, 2)).toBe('B-3/P2');
  expect(bankReferenceOf('stm_0123456789abcdefgh', { number: 3, bankReference: '' })).toBe('0123456789ABCDEF-3');
});

test('whatever is said of the entries, the cash of the account is what the bank has booked, and every entry is on one side of it', () => {
  const line = fc.record({ amount: fc.bigInt({ min: 1n, max: 10n ** 15n }), isIn: fc.boolean(), booked: fc.boolean() });
  const act = fc.record({
    entry: fc.nat(5),
    kind: fc.constantFrom('fee', 'ignore', 'hold', 'explain', 'confirm', 'refuse'),
    rest: fc.bigInt({ min: 1n, max: 10n ** 6n }),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.array(act, { maxLength: 12 }), (lines, acts) => {
      const entries = lines.map(({ amount, isIn, booked }, at) =>
        entry(`${at}`, { amount: usd(amount), direction: isIn ? 'credit' : 'debit', booked }),
      );
      let state: State = initial;
      const events: Event[] = [];
      const run = (command: Command) => {
        if (!Array.isArray(answerTo(command, state))) return;
        events.push(...eventsOf(command, state));
        state = acceptedOn(state, command);
      };
      for (const command of read(...entries)) run(command);
      for (const { entry: at, kind, rest } of acts) {
        const number = at + 1;
        const { amount = usd(0n), direction = 'debit' } = entries[at] ?? {};
        const other = direction === 'debit' ? 'credit' : 'debit';
        const by = { now, by: maker };
        if (kind === 'fee') run({ type: 'RecordFee', entry: number, note: 'n', ...by });
        if (kind === 'ignore') run({ type: 'IgnoreEntry', entry: number, note: 'n', ...by });
        if (kind === 'hold') run({ type: 'HoldEntry', entry: number, note: 'n', ...by });
        if (kind === 'confirm') run(confirm());
        if (kind === 'refuse') run({ type: 'RefuseExplanation', entry: number, note: 'n', now, by: checker });
        if (kind === 'explain')
          run(
            explain([named('interest', amount.amount + rest, { direction }), named('fee', rest, { direction: other })], number, `${rest}`),
          );
      }
      const booked = bookedBy(events);
      const cash = entries.reduce(
        (sum, each) => (!each.booked ? sum : sum + (each.direction === 'credit' ? 1n : -1n) * each.amount.amount),
        0n,
      );
      expect(booked[BANK] ?? 0n).toBe(cash);
      expect(Object.values(booked).reduce((sum, each) => sum + each, 0n)).toBe(0n);
    }),
  );
});

describe('a payment in another currency, from the account of the statement', () => {
  const line = entry('1', { amount: usd(1_030n), instruction: 'JUNKAN-1' });
  const order = { amount: { amount: 150_000n, currency: 'JPY' }, settledBy: undefined };
  const converted = { ...order, debitCurrency: 'USD' };
  const link = (debitCurrency?: string): Command => ({
    type: 'LinkEntry',
    entry: 1,
    agreement: 'agr_1',
    settles: 'pay_1',
    amount: order.amount,
    instruction: 'JUNKAN-1',
    debitCurrency,
    now,
    by: maker,
  });

  test('is the whole entry, or what other parts leave of it', () => {
    const state = acceptedOn(initial, ...read(line));
    expect(eventsOf(link('USD'), state)).toMatchObject([{ type: 'EntryLinked', payment: 'pay_1', charge: undefined }]);
    const { booked } = happened(...read(line), explain([paid(1_000n, { order: converted }), named('fee', 30n)]), confirm([1]));
    expect(booked).toMatchObject({ [of('disbursed')]: 1_000n, [of('fees')]: 30n });
  });

  test('is none where it is paid from another account', () => {
    const state = acceptedOn(initial, ...read(line));
    expect(answerTo(link(), state)).toMatchObject({ type: 'EntryDiffersFromPayment' });
    expect(answerTo(link('KWD'), state)).toMatchObject({ type: 'EntryDiffersFromPayment' });
    expect(answerTo(explain([paid(1_030n, { order })]), state)).toMatchObject({ type: 'PartDoesNotFit', lacks: 'whole' });
  });
});
