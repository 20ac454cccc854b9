import { expect, test } from 'vitest';
import { acceptedOn, answerTo, bookedBy, checker, entry, eventsOf, header, now, someone, usd, verdict } from './statement.fixture.ts';
import { type Command, initial, type State } from './statement.ts';

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
