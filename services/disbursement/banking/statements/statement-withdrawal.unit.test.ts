import type { Actor } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { acceptedOn, answerTo, bookedBy, checker, entry, eventsOf, header, now, someone, usd, verdict } from './statement.fixture.ts';
import { type Command, type CommandOf, type EntryDuty, type Existing, initial, NO_PART, type State } from './statement.ts';
import { restoredBy } from './statement-withdrawal.ts';

const maker = someone('maker', 'finance.maker');
const second = someone('second', 'finance.maker', 'finance.checker');
const owned = { ...header, closingBalance: usd(900n), owner: 'spo_a', cashAccount: 'acc_a', claimants: [] } as const;
function on(...commands: readonly Command[]): State {
  let state: State = initial;
  for (const command of commands) state = acceptedOn(state, command);
  return state;
}
const said = (type: 'RecordFee' | 'WithdrawEntry' | 'RefuseWithdrawal', by = maker, note = 'txt_a'): Command => ({
  type,
  statement: 'stm_1',
  entry: 1,
  note,
  now,
  by,
});
const CHARGED: readonly Command[] = [
  { type: 'ImportStatement', header: owned, entries: [entry('a')], now, by: maker },
  { type: 'MatchEntries', verdicts: [verdict(1, 'unmatched')], by: maker },
  said('RecordFee'),
  { type: 'ConfirmStatement', statement: 'stm_1', confirmed: [], reopened: [], now, by: checker },
];
const entryOf = (state: State) => (state.status === 'absent' ? undefined : state.entries[0]);
const refused = (type: string, more: object = {}) => ({ type, ...more });

test('a charge that two persons have confirmed is in suspense again once two have said that it is none', () => {
  const charged = on(...CHARGED);
  expect(answerTo(said('WithdrawEntry'), on(...CHARGED.slice(0, 3)))).toMatchObject(
    refused('EntryIsNotAccounted', { standing: 'charged' }),
  );
  expect(answerTo(said('WithdrawEntry', maker, ''), charged)).toMatchObject(refused('NoteIsMissing'));
  const doubted = acceptedOn(charged, said('WithdrawEntry'));
  expect(entryOf(doubted)).toMatchObject({ standing: 'fee', doubt: { by: 'maker', note: 'txt_a' } });
  expect(eventsOf(said('WithdrawEntry'), doubted)).toEqual([]);
  expect(answerTo(said('WithdrawEntry', someone('other', 'finance.maker')), doubted)).toMatchObject(refused('RoleIsMissing'));
  const withdrawn = eventsOf(said('WithdrawEntry', second), doubted);
  expect(bookedBy(withdrawn)).toEqual({ 'sponsor/spo_a/fees': -100n, 'sponsor/spo_a/suspense': 100n });
  const again = acceptedOn(doubted, said('WithdrawEntry', second));
  expect(entryOf(again)).toMatchObject({ standing: 'held', because: 'objected', doubt: undefined });
  expect(eventsOf(said('WithdrawEntry', second), again)).toEqual([]);
});

test('it stays a charge where another person does not find that', () => {
  const doubted = on(...CHARGED, said('WithdrawEntry', second));
  expect(answerTo(said('RefuseWithdrawal', second), doubted)).toMatchObject(refused('PersonHasAnotherDuty', { duty: 'reported' }));
  const kept = acceptedOn(doubted, said('RefuseWithdrawal', checker));
  expect(entryOf(kept)).toMatchObject({ standing: 'fee', doubt: undefined });
  expect(answerTo(said('RefuseWithdrawal', checker), kept)).toMatchObject(refused('EntryIsNotAccounted'));
});

/** The second line takes back the first, of its own statement or of another, as two persons have confirmed. */
const reversal = (statement: 'stm_1' | 'stm_2', duties: readonly EntryDuty[] = []): Command => {
  const part = { ...NO_PART, as: 'reversal', statement, entry: 1, amount: usd(100n), direction: 'credit' } as const;
  const earlier = { ...entry('a'), ...verdict(1, 'unmatched'), note: '', by: 'maker', recovery: undefined, charge: undefined, parts: [] };
  const parts = [{ ...part, reverses: { entry: earlier, cashAccount: 'acc_a', account: '1' } }];
  return { type: 'ExplainEntry', entry: 2, parts, duties, note: 'txt_a', now, by: maker };
};
const paired = (statement: 'stm_1' | 'stm_2', duties?: readonly EntryDuty[]): State =>
  on(
    { type: 'ImportStatement', header: owned, entries: [entry('a'), entry('b', { direction: 'credit' })], now, by: maker },
    { type: 'MatchEntries', verdicts: [verdict(1, 'unmatched'), verdict(2, 'unmatched')], by: maker },
    reversal(statement, duties),
    { type: 'ConfirmStatement', statement: 'stm_1', confirmed: [2], reopened: [], now, by: checker },
  );
const wrong = (by: Actor, duties: readonly EntryDuty[] = []): Command => ({ ...said('WithdrawEntry', by), entry: 2, duties }) as Command;

test('what takes back an entry is withdrawn by two persons as well: both are in suspense again, and it may be taken back once more', () => {
  const pair = paired('stm_1');
  expect(pair).toMatchObject({ entries: [{ standing: 'reversed', reversedBy: { entry: 2 } }, { standing: 'accounted' }] });
  const doubted = acceptedOn(pair, wrong(maker));
  expect(doubted).toMatchObject({ entries: [{ standing: 'reversed' }, { standing: 'accounted', doubt: { by: 'maker' } }] });
  const withdrawn = eventsOf(wrong(second), doubted);
  expect(withdrawn).toMatchObject([{ type: 'EntriesReopened', numbers: [2, 1] }]);
  // Each leaves the account of reversals, where together they were nothing.
  expect(withdrawn).toMatchObject([
    {
      entry: {
        postings: expect.arrayContaining(
          [{ account: 'sponsor/spo_a/reversals', money: usd(-100n) }].map((each) => expect.objectContaining(each)),
        ),
      },
    },
  ]);
  const undone = acceptedOn(doubted, wrong(second));
  const held = { standing: 'held', because: 'objected' };
  expect(undone).toMatchObject({ entries: [{ ...held, reversedBy: undefined }, held] });
  expect(eventsOf(wrong(second), undone)).toEqual([]);
  const confirm: Command = { type: 'ConfirmStatement', statement: 'stm_1', confirmed: [2], reopened: [], now, by: checker };
  expect(acceptedOn(undone, reversal('stm_1'), confirm)).toMatchObject({ entries: [{ standing: 'reversed' }, { standing: 'accounted' }] });
});

test('who had a part in what it takes back, or in what it bears the reference of, is not the second person', () => {
  const duty = [{ duty: 'requested', person: 'second' }] as const;
  const barred = refused('PersonHasAnotherDuty', { duty: 'requested' });
  for (const doubted of [acceptedOn(paired('stm_1', duty), wrong(maker)), acceptedOn(paired('stm_1'), wrong(maker, duty))]) {
    expect(answerTo(wrong(second), doubted)).toMatchObject(barred);
    expect(answerTo({ ...wrong(second), type: 'RefuseWithdrawal' } as Command, doubted)).toMatchObject(barred);
    expect(acceptedOn(doubted, wrong(checker))).toMatchObject({ entries: [{ standing: 'held' }, { standing: 'held' }] });
  }
});

test('what it takes back of another statement waits again there, and only what it has taken back', () => {
  const doubted = acceptedOn(paired('stm_2'), wrong(maker));
  expect(restoredBy(wrong(maker) as CommandOf<'WithdrawEntry'>, paired('stm_2') as Existing)).toBeUndefined();
  expect(restoredBy(wrong(second) as CommandOf<'WithdrawEntry'>, doubted as Existing)).toMatchObject({ statement: 'stm_2', entry: 1 });
  expect(eventsOf(wrong(second), doubted)).toMatchObject([{ numbers: [2] }]);
  const of = { entry: 1, reversingStatement: 'stm_9', reversingEntry: 2, now, by: checker } as const;
  const taken = on(...CHARGED.slice(0, 2), { type: 'ReverseEntry', ...of });
  const restore = (more: object = {}): Command => ({ type: 'RestoreEntry', ...of, ...more });
  expect(eventsOf(restore({ reversingEntry: 3 }), taken)).toEqual([]);
  expect(answerTo(restore({ by: maker }), taken)).toMatchObject(refused('RoleIsMissing'));
  expect(bookedBy(eventsOf(restore(), taken))).toEqual({ 'sponsor/spo_a/reversals': -100n, 'sponsor/spo_a/suspense': 100n });
  expect(eventsOf(restore(), acceptedOn(taken, restore()))).toEqual([]);
});
