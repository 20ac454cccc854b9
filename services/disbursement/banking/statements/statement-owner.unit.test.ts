import type { Actor } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { type Command, type CommandOf, evolve, initial, type ReadEntry, type State, type Verdict } from './statement.ts';
import { decide } from './statement-decide.ts';

const now = '2026-11-26T09:00:00.000Z';
const someone = (person: string, ...roles: Actor['roles']): Actor => ({ person, organisation: 'secretariat', roles });
const importer = someone('importer', 'finance.maker', 'finance.checker');
const maker = someone('maker', 'finance.maker', 'finance.checker');
const checker = someone('checker', 'finance.checker');
const usd = (amount: bigint) => ({ amount, currency: 'USD' });

const header: CommandOf<'ImportStatement'>['header'] = {
  ...({ account: '1', reference: 'S', page: '', currency: 'USD', from: '', to: '', balance: 'adds-up', differsBy: undefined } as const),
  ...({ openingBalance: usd(1000n), closingBalance: usd(800n), untold: '', file: 'file', words: 'words' } as const),
  owner: '',
  claimants: ['spo_a', 'spo_b'],
};
const entry = (key: string): ReadEntry => ({
  key,
  amount: usd(100n),
  direction: 'debit',
  booked: true,
  valueDate: '2026-11-25',
  bankReference: `B-${key}`,
  instruction: '',
});
const unmatched = (number: number): Verdict => ({
  number,
  standing: 'unmatched',
  because: '',
  agreement: '',
  payment: '',
  candidates: [],
  refusal: '',
  repeats: '',
});

function decided(state: State, command: Command) {
  const decision = decide(command, state);
  if (!decision.ok) throw new Error(decision.rejection.type);
  return { events: decision.events, state: decision.events.reduce(evolve, state) };
}
const after = (state: State, ...commands: readonly Command[]): State =>
  commands.reduce((before, each) => decided(before, each).state, state);
const refusal = (state: State, command: Command) => {
  const decision = decide(command, state);
  return decision.ok ? decision.events : decision.rejection;
};

const name = (account: `acc_${string}` = 'acc_a', more: Partial<CommandOf<'NameStatementOwner'>> = {}): Command => ({
  type: 'NameStatementOwner',
  account,
  beside: { sponsor: 'spo_a', lacks: '' },
  note: 'note',
  now,
  by: maker,
  ...more,
});
const confirm = (by = checker, account: `acc_${string}` = 'acc_a'): Command => ({ type: 'ConfirmStatementOwner', account, now, by });
const refuse = (by = checker, note = 'why'): Command => ({ type: 'RefuseStatementOwner', note, now, by });
const charge = (by: Actor): Command => ({ type: 'RecordFee', entry: 2, note: 'note', now, by });

const imported = (): State =>
  after(
    initial,
    { type: 'ImportStatement', header, entries: [entry('1'), entry('2')], now, by: importer },
    { type: 'MatchEntries', verdicts: [unmatched(1), unmatched(2)], by: importer },
  );

test('one person of finance says whose the statement is, and another confirms it: what waits is booked then', () => {
  const named = after(imported(), name());
  expect(named).toMatchObject({ owner: '', naming: { account: 'acc_a', sponsor: 'spo_a', status: 'proposed', by: 'maker' } });
  const { state, events } = decided(named, confirm());
  expect(state).toMatchObject({ owner: 'spo_a', moves: 1, naming: { status: 'confirmed', decidedBy: 'checker' } });
  expect(events).toMatchObject([
    {
      type: 'StatementOwnerConfirmed',
      entry: {
        postings: [
          { account: 'sponsor/spo_a/bank', money: usd(-200n) },
          { account: 'sponsor/spo_a/suspense', money: usd(200n) },
        ],
      },
    },
  ]);
  expect(refusal(state, confirm())).toEqual([]);
  expect(refusal(state, name())).toMatchObject({ type: 'StatementHasOwner', owner: 'spo_a' });
});

test('what the bank kept of a return that was confirmed before is booked as its charge', () => {
  const back: ReadEntry = { ...entry('1'), direction: 'credit', amount: usd(98n), instruction: 'JUNKAN-1' };
  const confirmed = after(
    initial,
    { type: 'ImportStatement', header, entries: [back], now, by: importer },
    { type: 'MatchEntries', verdicts: [{ ...unmatched(1), standing: 'returns', agreement: 'agr_1', payment: 'pay_1' }], by: importer },
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
    { type: 'ConfirmStatement', confirmed: [1], reopened: [], now, by: checker },
  );
  expect(confirmed).toMatchObject({ moves: 0, entries: [{ standing: 'confirmed', charge: usd(2n) }] });
  expect(decided(after(confirmed, name()), confirm()).events).toMatchObject([
    {
      entry: {
        postings: [
          { account: 'sponsor/spo_a/bank', money: usd(-2n) },
          { account: 'sponsor/spo_a/fees', money: usd(2n) },
        ],
      },
    },
  ]);
});

const ofOther = (by = maker): Command => name('acc_b', { beside: { sponsor: 'spo_b', lacks: '' }, by });
const ofPayment: Verdict = { ...unmatched(1), standing: 'reported', agreement: 'agr_a', payment: 'pay_a' };
const heldFor: Verdict = { ...ofPayment, standing: 'held', because: 'other-account' };

test('what was booked to one sponsor is taken back and booked to another, of whom two persons say that it is', () => {
  const owned = after(imported(), name(), confirm());
  const named = after(owned, ofOther());
  expect(named).toMatchObject({ owner: 'spo_a', naming: { sponsor: 'spo_b', status: 'proposed' } });
  const { state, events } = decided(named, confirm(checker, 'acc_b'));
  expect(state).toMatchObject({ owner: 'spo_b', moves: 2 });
  expect(events).toMatchObject([
    {
      entry: {
        postings: [
          { account: 'sponsor/spo_a/bank', money: usd(200n) },
          { account: 'sponsor/spo_a/suspense', money: usd(-200n) },
          { account: 'sponsor/spo_b/bank', money: usd(-200n) },
          { account: 'sponsor/spo_b/suspense', money: usd(200n) },
        ],
      },
    },
  ]);
  expect(refusal(after(named, refuse()), ofOther())).toMatchObject([{ type: 'StatementOwnerNamed' }]);
});

test('while an entry settles a payment of its owner, a statement is of nobody else', () => {
  const before = after(initial, { type: 'ImportStatement', header, entries: [entry('1'), entry('2')], now, by: importer });
  const held = after(before, { type: 'MatchEntries', verdicts: [heldFor, unmatched(2)], by: importer }, name(), confirm());
  const settling = after(held, { type: 'MatchEntries', verdicts: [ofPayment, unmatched(2)], by: importer });
  expect(settling).toMatchObject({ entries: [{ standing: 'reported' }, { standing: 'unmatched' }] });
  const isDecided = { type: 'EntryIsDecided', entry: 1, standing: 'reported' };
  expect(refusal(settling, ofOther())).toEqual(isDecided);
  const late = after(held, ofOther(), { type: 'MatchEntries', verdicts: [ofPayment], by: importer });
  expect(refusal(late, confirm(checker, 'acc_b'))).toEqual(isDecided);
});

test('what is matched again is what was held for want of an owner, and comes to something else now', () => {
  const before = after(initial, { type: 'ImportStatement', header, entries: [entry('1'), entry('2')], now, by: importer });
  const held = after(before, { type: 'MatchEntries', verdicts: [heldFor, unmatched(2)], by: importer });
  expect(refusal(held, { type: 'MatchEntries', verdicts: [heldFor, { ...unmatched(2), standing: 'suggested' }], by: importer })).toEqual(
    [],
  );
});

test('what was explained before is booked where it belongs', () => {
  const explained = after(imported(), charge(maker), { type: 'ConfirmStatement', confirmed: [], reopened: [], now, by: checker });
  const [event] = decided(after(explained, name()), confirm()).events;
  expect(event).toMatchObject({
    entry: {
      postings: [
        { account: 'sponsor/spo_a/bank', money: usd(-200n) },
        { account: 'sponsor/spo_a/suspense', money: usd(100n) },
        { account: 'sponsor/spo_a/fees', money: usd(100n) },
      ],
    },
  });
});

test('whoever named it, imported the statement or said what waits in it is not the second person', () => {
  const named = after(imported(), name());
  const apart = (person: string) => ({ type: 'PersonHasAnotherDuty', person, duty: 'reported' });
  for (const second of [confirm, refuse]) {
    expect(refusal(named, second(maker))).toEqual(apart('maker'));
    expect(refusal(named, second(importer))).toEqual(apart('importer'));
    const other = someone('other', 'finance.maker', 'finance.checker');
    expect(refusal(after(named, charge(other)), second(other))).toEqual(apart('other'));
  }
  expect(refusal(named, confirm(someone('m', 'finance.maker')))).toMatchObject({ type: 'RoleIsMissing' });
});

test('a second person refuses it with a reason, and it can be said anew', () => {
  const named = after(imported(), name());
  expect(refusal(named, refuse(checker, ''))).toEqual({ type: 'NoteIsMissing' });
  const refused = after(named, refuse());
  expect(refused).toMatchObject({ owner: '', moves: 0, naming: { status: 'refused', decidedBy: 'checker', reason: 'why' } });
  expect(refusal(refused, refuse())).toEqual([]);
  expect(refusal(refused, confirm())).toEqual({ type: 'StatementOwnerIsNotNamed' });
  expect(after(refused, name('acc_b'))).toMatchObject({ naming: { account: 'acc_b', status: 'proposed' } });
});

test('one thing is said at a time, of an account of which the statement may be, and that is what is confirmed', () => {
  const named = after(imported(), name());
  expect(refusal(named, name())).toEqual([]);
  expect(refusal(named, name('acc_b'))).toEqual({ type: 'StatementOwnerIsNamed', account: 'acc_a' });
  expect(refusal(named, confirm(checker, 'acc_b'))).toEqual({ type: 'StatementOwnerIsNotNamed' });
  for (const lacks of ['sponsor', 'confirmation', 'number', 'bank'] as const)
    expect(refusal(imported(), name('acc_b', { beside: { sponsor: 'spo_b', lacks } }))).toEqual({
      type: 'AccountIsNotOfStatement',
      account: 'acc_b',
      lacks,
    });
  expect(refusal(imported(), name('acc_a', { note: '' }))).toEqual({ type: 'NoteIsMissing' });
});
