import { expect, test } from 'vitest';
import { acceptedOn, answerTo, checker, entry, eventsOf, header, now, someone, usd, verdict } from './statement.fixture.ts';
import type { Command, Limited, State } from './statement.ts';
import { initial, measuredAs } from './statement.ts';

const maker = someone('maker', 'finance.maker');
const second = someone('second', 'finance.checker');
const charge = (note: string): Command => ({ type: 'RecordFee', entry: 1, note, now, by: maker });
const CHARGED: readonly Command[] = [
  { type: 'ImportStatement', header: { ...header, closingBalance: usd(900n), claimants: [] }, entries: [entry('a')], now, by: maker },
  { type: 'MatchEntries', verdicts: [verdict(1, 'unmatched')], by: maker },
  charge('txt_a'),
];
const charged = CHARGED.reduce<State>((state, command) => acceptedOn(state, command), initial);
const confirm = (limited: Limited, by = checker): Command => ({
  type: 'ConfirmStatement',
  statement: 'stm_1',
  confirmed: [],
  reopened: [],
  limited,
  now,
  by,
});
const entryOf = (state: State) => (state.status === 'absent' ? undefined : state.entries[0]);
const measured = (state: State): ReadonlyMap<number, string> => {
  const found = entryOf(state);
  return new Map(found ? [[1, measuredAs(found)]] : []);
};
const above = (state: State): Limited => ({ fits: new Map(), once: measured(state), rules: 2 });
const within = (state: State): Limited => ({ fits: measured(state), once: new Map(), rules: 2 });

test('what is above a limit is confirmed once, and then by another person', () => {
  const first = confirm(above(charged));
  expect(eventsOf(first, charged)).toEqual([{ type: 'EntriesConfirmedOnce', numbers: [1], at: now, by: 'checker', rules: 2 }]);
  const once = acceptedOn(charged, first);
  expect(entryOf(once)).toMatchObject({ standing: 'charged', first: { by: 'checker', at: now } });
  expect(answerTo(confirm(within(once)), once)).toMatchObject({ type: 'PersonHasAnotherDuty', duty: 'approved' });
  expect(eventsOf(confirm(within(once), second), once)).toMatchObject([{ type: 'EntriesConfirmed', numbers: [1], by: 'second', rules: 2 }]);
});

test('what was said, or confirmed once, since it was measured is left', () => {
  const once = acceptedOn(charged, confirm(above(charged)));
  const again = acceptedOn(once, charge('txt_b'));
  for (const limited of [within(charged), within(once), above(charged)]) expect(eventsOf(confirm(limited, second), again)).toEqual([]);
  expect(eventsOf(confirm(above(charged), second), once)).toEqual([]);
  expect(eventsOf(confirm({ ...within(charged), fits: new Map() }), charged)).toEqual([]);
});

test('the first confirmation is over once somebody says again what it is', () => {
  const again = acceptedOn(acceptedOn(charged, confirm(above(charged))), charge('txt_b'));
  expect(entryOf(again)).toMatchObject({ standing: 'charged', first: undefined });
  expect(eventsOf(confirm(above(again)), again)).toMatchObject([{ type: 'EntriesConfirmedOnce' }]);
});
