import { expect, test } from 'vitest';
import { acceptedOn, answerTo, checker, entry, eventsOf, header, now, someone, usd, verdict } from './statement.fixture.ts';
import type { Command, Limited, State } from './statement.ts';
import { initial } from './statement.ts';

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
const above: Limited = { fits: new Map(), once: [1], rules: 2 };
const within: Limited = { fits: new Map([[1, 100n]]), once: [], rules: 2 };
const entryOf = (state: State) => (state.status === 'absent' ? undefined : state.entries[0]);

test('what is above a limit is confirmed once, and then by another person', () => {
  expect(eventsOf(confirm(above), charged)).toEqual([{ type: 'EntriesConfirmedOnce', numbers: [1], at: now, by: 'checker', rules: 2 }]);
  const once = acceptedOn(charged, confirm(above));
  expect(entryOf(once)).toMatchObject({ standing: 'charged', first: { by: 'checker', at: now } });
  expect(answerTo(confirm(within), once)).toMatchObject({ type: 'PersonHasAnotherDuty', duty: 'approved' });
  expect(eventsOf(confirm(within, second), once)).toMatchObject([{ type: 'EntriesConfirmed', numbers: [1], by: 'second', rules: 2 }]);
});

test('what was said, or confirmed once, since it was measured is left', () => {
  const other: Limited = { ...within, fits: new Map([[1, 99n]]) };
  expect(eventsOf(confirm(other), charged)).toEqual([]);
  expect(eventsOf(confirm({ ...within, fits: new Map() }), charged)).toEqual([]);
  const once = acceptedOn(charged, confirm(above));
  expect(eventsOf(confirm(above, second), once)).toEqual([]);
});

test('the first confirmation is over once somebody says again what it is', () => {
  const again = acceptedOn(acceptedOn(charged, confirm(above)), charge('txt_b'));
  expect(entryOf(again)).toMatchObject({ standing: 'charged', first: undefined });
  expect(eventsOf(confirm(above), again)).toMatchObject([{ type: 'EntriesConfirmedOnce' }]);
});
