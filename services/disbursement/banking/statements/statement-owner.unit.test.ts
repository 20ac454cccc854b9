import type { Actor } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { acceptedOn, answerTo, bookedBy, checker, entry, eventsOf, header, now, someone, usd, verdict } from './statement.fixture.ts';
import { type Command, type CommandOf, initial, type ReadEntry, type State, type Verdict } from './statement.ts';

const importer = someone('importer', 'finance.maker', 'finance.checker');
const maker = someone('maker', 'finance.maker', 'finance.checker');

const claimed = { ...header, closingBalance: usd(800n), owner: '', claimants: ['spo_a', 'spo_b'] } as const;

const decided = (state: State, command: Command) => ({ events: eventsOf(command, state), state: acceptedOn(state, command) });
const name = (account: `acc_${string}` = 'acc_a', more: Partial<CommandOf<'NameStatementOwner'>> = {}): Command => ({
  type: 'NameStatementOwner',
  account,
  relation: { sponsor: 'spo_a', lacks: '' },
  foreign: undefined,
  note: 'note',
  now,
  by: maker,
  ...more,
});
const confirm = (by = checker, account: `acc_${string}` = 'acc_a'): Command => ({
  type: 'ConfirmStatementOwner',
  account,
  foreign: undefined,
  now,
  by,
});
const refuse = (by = checker, note = 'why'): Command => ({ type: 'RefuseStatementOwner', note, now, by });
const charge = (by: Actor): Command => ({ type: 'RecordFee', entry: 2, note: 'note', now, by });

const imported = (): State =>
  acceptedOn(
    initial,
    { type: 'ImportStatement', header: claimed, entries: [entry('1'), entry('2')], now, by: importer },
    { type: 'MatchEntries', verdicts: [verdict(1, 'unmatched'), verdict(2, 'unmatched')], by: importer },
  );

test('one person of finance says whose the statement is, and another confirms it: what waits is booked then', () => {
  const named = acceptedOn(imported(), name());
  expect(named).toMatchObject({ owner: '', naming: { account: 'acc_a', sponsor: 'spo_a', status: 'proposed', by: 'maker' } });
  const { state, events } = decided(named, confirm());
  expect(state).toMatchObject({ owner: 'spo_a', moves: 1, naming: { status: 'confirmed', decidedBy: 'checker' } });
  expect(events).toMatchObject([
    {
      type: 'StatementOwnerConfirmed',
      entry: {
        postings: [
          { account: 'sponsor/spo_a/bank/acc_a', money: usd(-100n), line: { number: 1, bankReference: 'B-1' } },
          { account: 'sponsor/spo_a/suspense', money: usd(100n), line: { number: 1, valueDate: '2026-11-25' } },
          { account: 'sponsor/spo_a/bank/acc_a', money: usd(-100n), line: { number: 2 } },
          { account: 'sponsor/spo_a/suspense', money: usd(100n), line: { number: 2 } },
        ],
      },
    },
  ]);
  expect(answerTo(confirm(), state)).toEqual([]);
  expect(answerTo(name(), state)).toMatchObject({ type: 'StatementHasOwner', owner: 'spo_a' });
});

test('a statement without an owner is of no account from which something that it settles is not paid', () => {
  const foreign = 1;
  expect(answerTo(name('acc_a', { foreign }), imported())).toEqual({ type: 'EntryIsDecided', entry: 1, standing: 'unmatched' });
  const named = acceptedOn(imported(), name());
  expect(answerTo({ ...confirm(), foreign } as Command, named)).toEqual({ type: 'EntryIsDecided', entry: 1, standing: 'unmatched' });
});

test('what the bank kept of a return that was confirmed before is booked as its charge', () => {
  const back: ReadEntry = { ...entry('1'), direction: 'credit', amount: usd(98n), instruction: 'JUNKAN-1' };
  const confirmed = acceptedOn(
    initial,
    { type: 'ImportStatement', header: claimed, entries: [back], now, by: importer },
    {
      type: 'MatchEntries',
      verdicts: [{ ...verdict(1, 'unmatched'), standing: 'returns', agreement: 'agr_1', payment: 'pay_1' }],
      by: importer,
    },
    {
      type: 'LinkEntry',
      entry: 1,
      agreement: 'agr_1',
      settles: 'pay_1',
      amount: usd(100n),
      instruction: 'JUNKAN-1',
      now,
      by: maker,
    },
    { type: 'ConfirmStatement', statement: 'stm_1', confirmed: [1], reopened: [], now, by: checker },
  );
  expect(confirmed).toMatchObject({ moves: 0, entries: [{ standing: 'confirmed', charge: usd(2n) }] });
  expect(decided(acceptedOn(confirmed, name()), confirm()).events).toMatchObject([
    {
      entry: {
        postings: [
          { account: 'sponsor/spo_a/bank/acc_a', money: usd(98n) },
          { account: 'sponsor/spo_a/disbursed', money: usd(-100n) },
          { account: 'sponsor/spo_a/fees', money: usd(2n) },
        ],
      },
    },
  ]);
});

const ofOther = (by = maker): Command => name('acc_b', { relation: { sponsor: 'spo_b', lacks: '' }, by });
const ofPayment: Verdict = { ...verdict(1, 'unmatched'), standing: 'reported', agreement: 'agr_a', payment: 'pay_a' };
const heldFor: Verdict = { ...ofPayment, standing: 'held', because: 'other-account' };

test('what was booked to one sponsor is taken back and booked to another, of whom two persons say that it is', () => {
  const owned = acceptedOn(imported(), name(), confirm());
  const named = acceptedOn(owned, ofOther());
  expect(named).toMatchObject({ owner: 'spo_a', naming: { sponsor: 'spo_b', status: 'proposed' } });
  const { state, events } = decided(named, confirm(checker, 'acc_b'));
  expect(state).toMatchObject({ owner: 'spo_b', moves: 2 });
  expect(state).toMatchObject({ cashAccount: 'acc_b', leftAccounts: ['acc_a'] });
  expect(bookedBy(events)).toEqual({
    'sponsor/spo_a/bank/acc_a': 200n,
    'sponsor/spo_a/suspense': -200n,
    'sponsor/spo_b/bank/acc_b': -200n,
    'sponsor/spo_b/suspense': 200n,
  });
  expect(answerTo(ofOther(), acceptedOn(named, refuse()))).toMatchObject([{ type: 'StatementOwnerNamed' }]);
});

test('while an entry settles a payment of its owner, a statement is of nobody else', () => {
  const before = acceptedOn(initial, { type: 'ImportStatement', header: claimed, entries: [entry('1'), entry('2')], now, by: importer });
  const held = acceptedOn(before, { type: 'MatchEntries', verdicts: [heldFor, verdict(2, 'unmatched')], by: importer }, name(), confirm());
  const settling = acceptedOn(held, { type: 'MatchEntries', verdicts: [ofPayment, verdict(2, 'unmatched')], by: importer });
  expect(settling).toMatchObject({ entries: [{ standing: 'reported' }, { standing: 'unmatched' }] });
  const isDecided = { type: 'EntryIsDecided', entry: 1, standing: 'reported' };
  expect(answerTo(ofOther(), settling)).toEqual(isDecided);
  const late = acceptedOn(held, ofOther(), { type: 'MatchEntries', verdicts: [ofPayment], by: importer });
  expect(answerTo(confirm(checker, 'acc_b'), late)).toEqual(isDecided);
});

test('nor while two persons have confirmed what an entry is, or that another takes it back: that was counted of its owner', () => {
  const owned = acceptedOn(imported(), name(), confirm(), charge(maker));
  const second = someone('second', 'finance.checker');
  const confirmed: Command = { type: 'ConfirmStatement', statement: 'stm_1', confirmed: [], reopened: [], now, by: second };
  const isDecided = { type: 'EntryIsDecided', entry: 2, standing: 'fee' };
  expect(answerTo(ofOther(), acceptedOn(owned, confirmed))).toEqual(isDecided);
  // What is confirmed after one has said it, and before a second confirms it.
  expect(answerTo(confirm(checker, 'acc_b'), acceptedOn(owned, ofOther(), confirmed))).toEqual(isDecided);
  const withdrawn = (by: Actor): Command => ({ type: 'WithdrawEntry', statement: 'stm_1', entry: 2, note: 'why', now, by });
  expect(answerTo(ofOther(), acceptedOn(owned, confirmed, withdrawn(maker), withdrawn(second)))).toMatchObject([
    { type: 'StatementOwnerNamed' },
  ]);
  const taken: Command = { type: 'ReverseEntry', entry: 1, reversingStatement: 'stm_2', reversingEntry: 1, now, by: checker };
  const reversed = acceptedOn(imported(), name(), confirm(), taken);
  expect(answerTo(ofOther(), reversed)).toEqual({ type: 'EntryIsDecided', entry: 1, standing: 'reversed' });
});

test('what is matched again is what was held for want of an owner, and comes to something else now', () => {
  const before = acceptedOn(initial, { type: 'ImportStatement', header: claimed, entries: [entry('1'), entry('2')], now, by: importer });
  const held = acceptedOn(before, { type: 'MatchEntries', verdicts: [heldFor, verdict(2, 'unmatched')], by: importer });
  expect(
    answerTo({ type: 'MatchEntries', verdicts: [heldFor, { ...verdict(2, 'unmatched'), standing: 'suggested' }], by: importer }, held),
  ).toEqual([]);
});

test('what was explained before is booked where it belongs', () => {
  const explained = acceptedOn(imported(), charge(maker), {
    type: 'ConfirmStatement',
    statement: 'stm_1',
    confirmed: [],
    reopened: [],
    now,
    by: checker,
  });
  expect(bookedBy(decided(acceptedOn(explained, name()), confirm()).events)).toEqual({
    'sponsor/spo_a/bank/acc_a': -200n,
    'sponsor/spo_a/suspense': 100n,
    'sponsor/spo_a/fees': 100n,
  });
});

test('a person who named it, imported the statement or said what waits in it is not the second person', () => {
  const named = acceptedOn(imported(), name());
  const apart = (person: string) => ({ type: 'PersonHasAnotherDuty', person, duty: 'reported' });
  for (const second of [confirm, refuse]) {
    expect(answerTo(second(maker), named)).toEqual(apart('maker'));
    expect(answerTo(second(importer), named)).toEqual(apart('importer'));
    const other = someone('other', 'finance.maker', 'finance.checker');
    expect(answerTo(second(other), acceptedOn(named, charge(other)))).toEqual(apart('other'));
  }
  expect(answerTo(confirm(someone('m', 'finance.maker')), named)).toMatchObject({ type: 'RoleIsMissing' });
});

test('a second person refuses it with a reason, and it can be said again', () => {
  const named = acceptedOn(imported(), name());
  expect(answerTo(refuse(checker, ''), named)).toEqual({ type: 'NoteIsMissing' });
  const refused = acceptedOn(named, refuse());
  expect(refused).toMatchObject({ owner: '', moves: 0, naming: { status: 'refused', decidedBy: 'checker', reason: 'why' } });
  expect(answerTo(refuse(), refused)).toEqual([]);
  expect(answerTo(confirm(), refused)).toEqual({ type: 'StatementOwnerIsNotNamed' });
  expect(acceptedOn(refused, name('acc_b'))).toMatchObject({ naming: { account: 'acc_b', status: 'proposed' } });
});

test('one thing is said at a time, of an account of which the statement may be, and that is what is confirmed', () => {
  const named = acceptedOn(imported(), name());
  expect(answerTo(name(), named)).toEqual([]);
  expect(answerTo(name('acc_b'), named)).toEqual({ type: 'StatementOwnerIsNamed', account: 'acc_a' });
  expect(answerTo(confirm(checker, 'acc_b'), named)).toEqual({ type: 'StatementOwnerIsNotNamed' });
  for (const lacks of ['sponsor', 'confirmation', 'number', 'currency', 'bank'] as const)
    expect(answerTo(name('acc_b', { relation: { sponsor: 'spo_b', lacks } }), imported())).toEqual({
      type: 'AccountIsNotOfStatement',
      account: 'acc_b',
      lacks,
    });
  expect(answerTo(name('acc_a', { note: '' }), imported())).toEqual({ type: 'NoteIsMissing' });
});
