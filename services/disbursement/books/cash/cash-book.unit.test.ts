import { driven } from '@junkan/kit/testing/decider.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, type CommandOf, type DifferenceKind, type Entered, type Event, evolve, initial, type State } from './cash-book.ts';
import { decide } from './cash-book-decide.ts';
import { followed, ledgerBalances, statusOf } from './cash-gaps.ts';

const now = '2026-11-30T09:00:00.000Z';
const someone = (person: string, ...roles: Actor['roles']): Actor => ({ person, organisation: 'secretariat', roles });
const maker = someone('maker', 'finance.maker');
const checker = someone('checker', 'finance.checker');
const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const { eventsOf, acceptedOn, answerTo } = driven<State, Command, Event>({ decide, evolve, initial });

type Day = readonly [day: string, moved: bigint, repeated?: bigint];
const statement = (
  number: number,
  from: string,
  to: string,
  [opening, closing]: readonly [opening: bigint | undefined, closing: bigint | undefined],
  ...days: readonly Day[]
): Entered => ({
  statement: `stm_${number}`,
  reference: `S${number}`,
  page: '1',
  from: `2026-11-${from}`,
  to: `2026-11-${to}`,
  openingBalance: opening === undefined ? undefined : usd(opening),
  closingBalance: closing === undefined ? undefined : usd(closing),
  isPage: false,
  days: days.map(([day, moved, repeated = 0n]) => ({ day: `2026-11-${day}`, moved: usd(moved), repeated: usd(repeated) })),
});
const enter = (entered: Entered): CommandOf<'EnterStatement'> => ({
  type: 'EnterStatement',
  account: 'acc_a',
  sponsor: 'spo_a',
  currency: 'USD',
  ...entered,
  now,
  by: maker,
});
const explain = (gap: string, note = 'why', as: DifferenceKind | '' = 'fee'): Command => ({
  type: 'ExplainGap',
  gap,
  as,
  note,
  now,
  by: maker,
});
const confirm = (explanation: number, by = checker): Command => ({ type: 'ConfirmGap', explanation, now, by });
const limited = (fits: boolean, by = checker, first?: string): Command => ({
  type: 'ConfirmGap',
  explanation: 1,
  limited: { fits, first, rules: 2 },
  now,
  by,
});
const refuse = (explanation: number, note = 'no', by = checker): Command => ({ type: 'RefuseGap', explanation, note, now, by });

const bookOf = (...statements: readonly Entered[]): State => statements.reduce((state, each) => acceptedOn(state, enter(each)), initial);
const gapsOf = (state: State) =>
  state.status === 'absent' ? [] : followed(state).gaps.map(({ kind, statement: at, difference }) => [kind, at, difference?.amount]);
const balancesOf = (state: State) => (state.status === 'absent' ? [] : [...ledgerBalances(state)].toSorted());
const status = (state: State) => (state.status === 'absent' ? 'absent' : statusOf(state));
const cashIn = (events: readonly Event[]): bigint =>
  events
    .flatMap((event) => ('entry' in event ? (event.entry?.postings ?? []) : []))
    .reduce((sum, { account, money }) => (account === 'sponsor/spo_a/bank/acc_a' ? sum + money.amount : sum), 0n);

describe('statements follow on each other', () => {
  const first = statement(1, '02', '03', [1000n, 900n], ['02', -150n], ['03', 50n]);
  const second = statement(2, '04', '06', [900n, 700n], ['05', -200n]);

  test('where each opens with what the one before closed with, on the next day on which banks are open', () => {
    const state = bookOf(first, second, statement(3, '09', '09', [700n, 700n]));
    expect([gapsOf(state), status(state)]).toEqual([[], 'reconciled']);
    expect(balancesOf(state)).toEqual([
      ['stm_1', 900n],
      ['stm_2', 700n],
      ['stm_3', 700n],
    ]);
  });

  test('in whatever order they are imported, and the opening balance is that of the first', () => {
    const [event] = eventsOf(enter(second), initial);
    expect(event).toMatchObject({
      entry: {
        postings: [
          { account: 'sponsor/spo_a/opening-balance', money: usd(-900n) },
          { account: 'sponsor/spo_a/bank/acc_a', money: usd(900n) },
        ],
      },
    });
    expect(cashIn(eventsOf(enter(first), bookOf(second)))).toBe(100n);
    expect(gapsOf(bookOf(second, first))).toEqual([]);
    expect(answerTo(enter(first), bookOf(first))).toEqual([]);
  });

  test('where several tell of one day, as their balances follow', () => {
    const late = statement(3, '04', '04', [850n, 800n], ['04', -50n]);
    const early = statement(2, '04', '04', [900n, 850n], ['04', -50n]);
    for (const state of [bookOf(first, late, early), bookOf(first, early, late)]) {
      expect(gapsOf(state)).toEqual([]);
      expect(balancesOf(state)).toEqual([
        ['stm_1', 900n],
        ['stm_2', 850n],
        ['stm_3', 800n],
      ]);
    }
  });

  test('where their days overlap, and lines are told twice', () => {
    const wide = statement(2, '03', '05', [850n, 700n], ['03', 50n, 50n], ['05', -200n]);
    const state = bookOf(first, wide);
    expect(gapsOf(state)).toEqual([]);
    expect(balancesOf(state)).toEqual([
      ['stm_1', 900n],
      ['stm_2', 700n],
    ]);
  });

  test('where one of the same day says more than the other', () => {
    const part = statement(2, '04', '04', [900n, 850n], ['04', -50n]);
    const next = statement(4, '05', '05', [800n, 800n]);
    const whole = (repeated: bigint) => statement(3, '04', '04', [900n, 800n], ['04', -100n, repeated]);
    expect(gapsOf(bookOf(first, part, whole(-50n), next))).toEqual([]);
    expect(gapsOf(bookOf(first, whole(0n), statement(2, '04', '04', [900n, 850n], ['04', -50n, -50n]), next))).toEqual([]);
  });

  test('on pages, of which the first opens and the last closes', () => {
    const page = (
      number: number,
      page: string,
      balances: readonly [opening: bigint | undefined, closing: bigint | undefined],
      moved: bigint,
    ) => ({
      ...statement(number, '04', '04', balances, ['04', moved]),
      page,
      isPage: true,
    });
    expect(gapsOf(bookOf(first, page(3, '2', [undefined, 800n], -60n), page(2, '1', [900n, undefined], -40n)))).toEqual([]);
    expect(gapsOf(bookOf(first, page(3, '2', [undefined, 800n], -60n)))).toEqual([['sum-differs', 'stm_3', -40n]]);
  });
});

describe('a gap', () => {
  const first = statement(1, '02', '03', [1000n, 900n], ['02', -100n]);
  test.each<[string, Entered, [string, string, bigint | undefined][]]>([
    ['another opening balance', statement(2, '04', '04', [-4000n, -4000n]), [['opening-differs', 'stm_2', -4900n]]],
    ['lines that do not add up', statement(2, '04', '04', [900n, 1000n], ['04', -100n]), [['sum-differs', 'stm_2', 200n]]],
    ['days of which none tells', statement(2, '06', '06', [900n, 900n]), [['days-missing', 'stm_2', undefined]]],
    ['no closing balance', statement(2, '04', '04', [900n, undefined]), [['balance-missing', 'stm_2', undefined]]],
  ])('is %s', (_, second, gaps) => {
    const state = bookOf(first, second);
    expect([gapsOf(state), status(state)]).toEqual([gaps, 'open']);
  });

  test('is none of a weekend', () => {
    expect(gapsOf(bookOf(first, statement(2, '04', '06', [900n, 900n]), statement(3, '09', '09', [900n, 900n])))).toEqual([]);
    expect(gapsOf(bookOf(first, statement(2, '04', '05', [900n, 900n]), statement(3, '09', '09', [900n, 900n])))).toEqual([
      ['days-missing', 'stm_3', undefined],
    ]);
  });

  test('is explained by one person, and accepted by another: then the books have what the bank has', () => {
    const open = bookOf(first, statement(2, '04', '04', [950n, 940n], ['04', -10n]));
    expect(balancesOf(open)).toEqual([
      ['stm_1', 900n],
      ['stm_2', 890n],
    ]);
    const said = acceptedOn(open, explain('opening-differs.stm_2'));
    expect(status(said)).toBe('explained');
    expect(answerTo(explain('opening-differs.stm_2'), said)).toEqual([]);
    expect(answerTo(explain('opening-differs.stm_2', 'other'), said)).toEqual({ type: 'GapIsExplained', explanation: 1 });
    expect(answerTo(explain('sum-differs.stm_2'), said)).toEqual({ type: 'GapIsUnknown', gap: 'sum-differs.stm_2' });
    expect(answerTo(explain('opening-differs.stm_2', ''), open)).toEqual({ type: 'NoteIsMissing' });
    const unnamed = { type: 'DifferenceIsNotNamed', difference: usd(50n) };
    expect(answerTo(explain('opening-differs.stm_2', 'why', ''), open)).toEqual(unnamed);
    expect(eventsOf(explain('opening-differs.stm_2', 'why', 'other-income'), open)).toMatchObject([{ as: 'other-income' }]);
    const less = bookOf(first, statement(2, '04', '04', [850n, 850n]));
    expect(answerTo(explain('opening-differs.stm_2', 'why', 'other-income'), less)).toMatchObject({ type: 'DifferenceIsNotNamed' });
    const both = someone('maker', 'finance.maker', 'finance.checker');
    expect(answerTo(confirm(1, both), said)).toEqual({ type: 'PreparedByTheSamePerson', person: 'maker' });
    expect(answerTo(confirm(2), said)).toEqual({ type: 'ExplanationIsUnknown', explanation: 2 });
    expect(eventsOf(confirm(1), said)).toMatchObject([
      {
        entry: {
          postings: [
            { account: 'sponsor/spo_a/fees', money: usd(-50n) },
            { account: 'sponsor/spo_a/bank/acc_a', money: usd(50n) },
          ],
        },
      },
    ]);
    const accepted = acceptedOn(said, confirm(1));
    expect(status(accepted)).toBe('reconciled');
    expect(answerTo(confirm(1), accepted)).toEqual([]);
    expect(balancesOf(accepted)).toEqual([
      ['stm_1', 900n],
      ['stm_2', 940n],
    ]);
  });

  test('above a limit it is accepted by two, none of whom explained it or entered the statement', () => {
    const open = bookOf(statement(1, '01', '01', [1000n, 900n], ['01', -100n]), statement(2, '02', '02', [950n, 950n]));
    const other = someone('other', 'finance.maker');
    const said = acceptedOn(open, { ...(explain('opening-differs.stm_2') as CommandOf<'ExplainGap'>), by: other });
    const [second, both] = [someone('second', 'finance.checker'), someone('maker', 'finance.maker', 'finance.checker')];
    expect(answerTo(confirm(1, both), said)).toMatchObject({ type: 'PreparedByTheSamePerson' });
    expect(eventsOf(limited(false), said)).toEqual([{ type: 'GapConfirmedOnce', explanation: 1, at: now, by: 'checker', rules: 2 }]);
    const once = acceptedOn(said, limited(false));
    expect(answerTo(limited(true, checker, 'checker'), once)).toMatchObject({ type: 'PreparedByTheSamePerson' });
    // It was measured before the first had confirmed it.
    expect(answerTo(limited(true, second), once)).toMatchObject({ type: 'ExplanationDoesNotWait' });
    expect(eventsOf(limited(true, second, 'checker'), once)).toMatchObject([{ type: 'GapConfirmed', rules: 2, by: 'second' }]);
  });

  test('what an earlier version explained without saying what it is, is in suspense, and leaves it when another statement closes the gap', () => {
    const open = bookOf(first, statement(3, '05', '05', [850n, 850n]));
    const [said] = eventsOf(explain('opening-differs.stm_3'), open);
    const state = acceptedOn(evolve(open, { ...said, as: '' } as Event), confirm(1));
    const late = statement(2, '04', '04', [900n, 850n], ['04', -50n]);
    expect(eventsOf(enter(late), state)).toMatchObject([
      { entry: { postings: [{ account: 'sponsor/spo_a/suspense', money: usd(-50n) }, { account: 'sponsor/spo_a/bank/acc_a' }] } },
    ]);
  });

  test('is open again when its explanation is refused, and when other statements change it', () => {
    const open = bookOf(first, statement(3, '05', '05', [850n, 850n]));
    const refused = acceptedOn(open, explain('opening-differs.stm_3'), refuse(1));
    expect(status(refused)).toBe('open');
    expect(answerTo(refuse(1), refused)).toEqual([]);
    expect(answerTo(confirm(1), refused)).toEqual({ type: 'ExplanationDoesNotWait', explanation: 1, status: 'refused' });
    expect(answerTo(refuse(1, ''), acceptedOn(open, explain('opening-differs.stm_3')))).toEqual({ type: 'NoteIsMissing' });
    const accepted = acceptedOn(open, explain('opening-differs.stm_3'), confirm(1), explain('days-missing.stm_3', 'why', ''), confirm(2));
    expect(status(accepted)).toBe('reconciled');
    // The missing statement comes after all: what was accepted is taken back.
    const late = statement(2, '04', '04', [900n, 850n], ['04', -50n]);
    expect(cashIn(eventsOf(enter(late), accepted))).toBe(50n);
    expect([status(acceptedOn(accepted, enter(late))), balancesOf(acceptedOn(accepted, enter(late)))]).toEqual([
      'reconciled',
      [
        ['stm_1', 900n],
        ['stm_2', 850n],
        ['stm_3', 850n],
      ],
    ]);
  });

  test('goes with a statement that is of another account', () => {
    const state = bookOf(first, statement(2, '04', '04', [950n, 950n]));
    const withdraw: Command = { type: 'WithdrawStatement', statement: 'stm_2', now, by: checker };
    expect(status(acceptedOn(state, withdraw))).toBe('reconciled');
    expect(answerTo(withdraw, acceptedOn(state, withdraw))).toEqual([]);
    expect(answerTo({ ...withdraw, by: maker }, state)).toMatchObject({ type: 'RoleIsMissing' });
    expect(answerTo(explain('x'), initial)).toEqual({ type: 'CashBookIsUnknown' });
  });
});

test('statements of consecutive days, imported in any order, leave no gap, and the books have the closing balance of each', () => {
  const moves = fc.array(fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { maxLength: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.bigInt({ min: -1000n, max: 1000n }), moves, fc.infiniteStream(fc.nat()), (opening, all, order) => {
      let reached = opening;
      const statements = all.map((of, at) => {
        const day = String(2 + at).padStart(2, '0');
        const before = reached;
        reached += of.reduce((sum, each) => sum + each, 0n);
        return statement(at + 1, day, day, [before, reached], ...of.map((moved): Day => [day, moved]));
      });
      const shuffled = statements.map((each) => ({ each, key: order.next().value })).toSorted((a, b) => a.key - b.key);
      let state: State = initial;
      let cash = 0n;
      for (const { each } of shuffled) {
        cash += cashIn(eventsOf(enter(each), state)) + each.days.reduce((sum, { moved }) => sum + moved.amount, 0n);
        state = acceptedOn(state, enter(each));
      }
      expect(gapsOf(state)).toEqual([]);
      expect(balancesOf(state)).toEqual(
        statements.map((each) => [each.statement, each.closingBalance?.amount] as [string, bigint]).toSorted(),
      );
      expect(cash).toBe(reached);
    }),
  );
});
