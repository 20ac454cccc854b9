import { decideAs } from '@junkan/kit/pure/acting.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { acceptedOn, answerTo, checker, entry, eventsOf, header, now, someone, usd, verdict } from './statement.fixture.ts';
import { type Command, type Elsewhere, type Event, everNamedIn, initial, type State } from './statement.ts';
import { decide } from './statement-decide.ts';
import { evolve } from './statement-evolve.ts';

const maker = someone('maker', 'finance.maker');

const claimed = { ...header, closingBalance: usd(700n), claimants: [] };
const standings = (state: State) => (state.status === 'absent' ? [] : state.entries.map(({ standing }) => standing));

const entries = [entry('1'), entry('2'), entry('3'), entry('4', { direction: 'credit' }), entry('5', { valueDate: '' })];
const imported = (): State => acceptedOn(initial, { type: 'ImportStatement', header: claimed, entries, now, by: maker });
const matched = (): State =>
  acceptedOn(imported(), {
    type: 'MatchEntries',
    verdicts: [
      verdict(1, 'reported', 'pay_1'),
      verdict(2, 'suggested'),
      verdict(3, 'unmatched'),
      verdict(4, 'unmatched'),
      verdict(5, 'held'),
    ],
    by: maker,
  });

const link = (number: number, amount: ReturnType<typeof usd> | undefined = usd(100n), by = maker): Command => ({
  type: 'LinkEntry',
  entry: number,
  agreement: 'agr_1',
  settles: 'pay_2',
  amount,
  instruction: 'JUNKAN-2',
  now,
  by,
});
const ignore = (number: number, note = 'note', by = maker): Command => ({ type: 'IgnoreEntry', entry: number, note, now, by });
const hold = (number: number, note = 'note', by = maker): Command => ({ type: 'HoldEntry', entry: number, note, now, by });
const confirm = (confirmed: number[], reopened: number[] = [], by = checker): Command => ({
  type: 'ConfirmStatement',
  statement: 'stm_1',
  confirmed,
  reopened,
  now,
  by,
});

test('a statement waits while an entry is to be decided or confirmed, and is done with the last', () => {
  expect(imported()).toMatchObject({ status: 'importing' });
  const decided = [link(2), ignore(3), ignore(4), ignore(5)].reduce((state, command) => acceptedOn(state, command), matched());
  expect(standings(decided)).toEqual(['reported', 'reported', 'dismissed', 'dismissed', 'dismissed']);
  expect(decided).toMatchObject({ status: 'waiting' });
  expect(acceptedOn(decided, confirm([1, 2]))).toMatchObject({ status: 'done' });
});

test('the same statement again changes nothing, and another one under its name is refused', () => {
  const again: Command = { type: 'ImportStatement', header: claimed, entries, now, by: maker };
  expect(answerTo(again, matched())).toEqual([]);
  for (const other of [
    { ...again, entries: entries.slice(1) },
    { ...again, header: { ...claimed, closingBalance: usd(701n) } },
  ])
    expect(answerTo(other, matched())).toEqual({ type: 'StatementDiffers', reference: 'S' });
});

test('what was matched before is not matched again', () => {
  const again: Command = { type: 'MatchEntries', verdicts: [verdict(1, 'unmatched')], by: maker };
  expect(answerTo(again, matched())).toEqual([]);
  expect(answerTo({ ...again, verdicts: [verdict(9, 'unmatched')] }, imported())).toEqual({ type: 'EntryIsUnknown', entry: 9 });
});

test('an entry is linked to a payment of its sum, and where it can settle or return one', () => {
  const state = matched();
  expect(acceptedOn(state, link(2))).toMatchObject({ entries: { 1: { standing: 'reported', payment: 'pay_2', by: 'maker' } } });
  expect(answerTo(link(2), acceptedOn(state, link(2)))).toEqual([]);
  expect(answerTo(link(2, usd(99n)), state)).toMatchObject({ type: 'EntryDiffersFromPayment', entry: 2, payment: usd(99n) });
  expect(answerTo(link(2, { amount: 100n, currency: 'JPY' }), state)).toMatchObject({ type: 'EntryDiffersFromPayment' });
  expect(answerTo({ ...link(2), amount: undefined } as Command, state)).toEqual({ type: 'PaymentIsUnknown', payment: 'pay_2' });
  // Money in returns what was settled.
  expect(acceptedOn(state, link(4))).toMatchObject({ entries: { 3: { standing: 'reported', direction: 'credit' } } });
  expect(answerTo(link(5), state)).toEqual({ type: 'EntryIsNoSettlement', entry: 5, lacks: 'value-date' });
  expect(answerTo(link(9), state)).toEqual({ type: 'EntryIsUnknown', entry: 9 });
  expect(answerTo(link(1), state)).toEqual({ type: 'EntryIsDecided', entry: 1, standing: 'reported' });
  expect(standings(acceptedOn(acceptedOn(state, ignore(2)), link(2)))[1]).toBe('reported');
});

test('less comes back of a payment that the bank names: what it kept is its charge, once a second person has confirmed the return', () => {
  const owned = { ...claimed, owner: 'spo_a' } as const;
  const back = (over: object = {}) => entry('1', { direction: 'credit', amount: usd(98n), instruction: 'JUNKAN-2', ...over });
  const read = (over: object = {}) =>
    acceptedOn(acceptedOn(initial, { type: 'ImportStatement', header: owned, entries: [back(over)], now, by: maker }), {
      type: 'MatchEntries',
      verdicts: [verdict(1, 'returns', 'pay_2')],
      by: maker,
    });
  const linked = acceptedOn(read(), link(1));
  expect(linked).toMatchObject({ entries: [{ standing: 'reported', payment: 'pay_2', charge: usd(2n) }] });
  const said: Command = { type: 'ConfirmStatement', statement: 'stm_1', confirmed: [1], reopened: [], now, by: checker };
  expect(answerTo(said, linked)).toMatchObject([
    {
      type: 'EntriesConfirmed',
      entry: {
        postings: [
          { account: 'sponsor/spo_a/bank', money: usd(-2n) },
          { account: 'sponsor/spo_a/fees', money: usd(2n) },
        ],
      },
    },
  ]);
  const reopened = acceptedOn(acceptedOn(linked, said), {
    type: 'ReopenEntry',
    entry: 1,
    of: { agreement: 'agr_2', payment: 'pay_2', recovery: 0 },
    report: 2,
    now,
    by: checker,
  });
  expect(reopened).toMatchObject({ entries: [{ standing: 'held', charge: undefined }] });
  expect(acceptedOn(read({ amount: usd(100n) }), link(1))).toMatchObject({ entries: [{ standing: 'reported', charge: undefined }] });
  const two = [back(), back({ key: 'k2' })];
  const both = acceptedOn(acceptedOn(initial, { type: 'ImportStatement', header: owned, entries: two, now, by: maker }), {
    type: 'MatchEntries',
    verdicts: [verdict(1, 'held'), verdict(2, 'held')],
    by: maker,
  });
  expect(answerTo(link(1), both)).toMatchObject({ type: 'EntryDiffersFromPayment' });
  // Never more than was sent, less than nine tenths, another currency, what left the account, or what the bank does not name.
  for (const other of [
    { amount: usd(101n) },
    { amount: usd(89n) },
    { amount: { amount: 98n, currency: 'EUR' } },
    { direction: 'debit' },
    { instruction: '' },
  ])
    expect(answerTo(link(1), read(other))).toMatchObject({ type: 'EntryDiffersFromPayment', entry: 1 });
});

test('an entry of another account than the one that pays settles nothing, and returns what the same sponsor paid alone', () => {
  const from = (elsewhere: Elsewhere, number: number) => answerTo({ ...link(number), elsewhere } as Command, matched());
  for (const each of ['other-account', 'other-sponsor'] as const)
    expect(from(each, 2)).toEqual({ type: 'EntryIsOfAnotherAccount', entry: 2, payment: 'pay_2' });
  expect(from('other-account', 4)).toMatchObject([{ type: 'EntryLinked' }]);
  expect(from('other-sponsor', 4)).toMatchObject({ type: 'EntryIsOfAnotherAccount', entry: 4 });
});

test('an entry is linked to the recovery that it refunds, where it is money that came in, and to one thing alone', () => {
  const state = matched();
  const back = (entry: number): Command => ({ ...link(entry), settles: '', amount: undefined, recovery: 1 }) as Command;
  expect(acceptedOn(state, back(4))).toMatchObject({ entries: { 3: { standing: 'reported', payment: '', recovery: 1 } } });
  expect(answerTo(back(4), acceptedOn(state, back(4)))).toEqual([]);
  expect(answerTo({ ...back(4), recovery: 2 } as Command, acceptedOn(state, back(4)))).toMatchObject({ type: 'EntryIsDecided' });
  expect(answerTo(back(2), state)).toEqual({ type: 'EntryIsNoRefund', entry: 2, direction: 'debit' });
  expect(answerTo(back(5), state)).toMatchObject({ type: 'EntryIsNoSettlement' });
  for (const both of [
    { ...link(4), recovery: 1 },
    { ...link(4), settles: '' },
  ] as Command[])
    expect(answerTo(both, state)).toEqual({ type: 'EntryIsOfOneThing', entry: 4 });
});

test('an entry waits again once the settlement that rests on it was booked by mistake, and for no other reason', () => {
  const reopen = (entry: number, payment = 'pay_2', report = 2): Command => ({
    type: 'ReopenEntry',
    entry,
    of: { agreement: 'agr_2', payment: payment as never, recovery: 0 },
    report,
    now,
    by: checker,
  });
  const confirmed = acceptedOn(acceptedOn(matched(), link(2)), {
    type: 'ConfirmStatement',
    statement: 'stm_1',
    confirmed: [2],
    reopened: [],
    now,
    by: checker,
  });
  const reopened = acceptedOn(confirmed, reopen(2));
  expect(reopened).toMatchObject({ status: 'waiting', entries: { 1: { standing: 'held', because: 'objected' } } });
  for (const [command, state] of [
    [reopen(2), reopened],
    [reopen(2, 'pay_other'), confirmed],
    [reopen(1), confirmed],
  ] as const)
    expect(answerTo(command, state)).toEqual([]);
  expect(answerTo({ ...reopen(2), by: maker } as Command, confirmed)).toMatchObject({ type: 'RoleIsMissing' });
  const again = acceptedOn(acceptedOn(reopened, link(2)), {
    type: 'ConfirmStatement',
    statement: 'stm_1',
    confirmed: [2],
    reopened: [],
    now,
    by: checker,
  });
  expect(again).toMatchObject({ entries: { 1: { standing: 'confirmed' } } });
  expect(answerTo(reopen(2), again)).toEqual([]);
  expect(answerTo(reopen(2, 'pay_2', 4), again)).toMatchObject([{ type: 'EntriesReopened', undoes: 'pay_2/4' }]);
});

test.each([
  ['booking', { booked: false }],
  ['value-date', { valueDate: '' }],
] as const)('an entry without a %s settles nothing', (lacks, more) => {
  const read = acceptedOn(initial, { type: 'ImportStatement', header: claimed, entries: [entry('1', more)], now, by: maker });
  const state = acceptedOn(read, { type: 'MatchEntries', verdicts: [verdict(1, 'held')], by: maker });
  expect(answerTo(link(1), state)).toEqual({ type: 'EntryIsNoSettlement', entry: 1, lacks });
});

test.each([
  ['dismissed', ignore],
  ['held', hold],
] as const)('an entry is %s with a note, once', (standing, act) => {
  const state = matched();
  const decided = acceptedOn(state, act(2));
  expect(standings(decided)[1]).toBe(standing);
  expect(answerTo(act(2), decided)).toEqual([]);
  expect(answerTo(act(2, 'another note'), decided)).toHaveLength(1);
  expect(answerTo(act(2, ''), state)).toEqual({ type: 'NoteIsMissing' });
  expect(answerTo(act(1), state)).toEqual({ type: 'EntryIsDecided', entry: 1, standing: 'reported' });
  expect(answerTo(act(9), state)).toEqual({ type: 'EntryIsUnknown', entry: 9 });
});

test('what is reported is confirmed by somebody else than who reported all of it', () => {
  const state = matched();
  const self: Actor = { ...maker, roles: ['finance.maker', 'finance.checker'] };
  expect(answerTo(confirm([1], [], self), state)).toEqual({ type: 'PersonHasAnotherDuty', person: 'maker', duty: 'reported' });
  expect(answerTo(confirm([1, 2, 3]), state)).toEqual([{ type: 'EntriesConfirmed', numbers: [1], at: now, by: 'checker' }]);
  expect(answerTo(confirm([]), state)).toEqual([]);
  const reopened = acceptedOn(state, confirm([], [1]));
  expect(reopened).toMatchObject({ entries: { 0: { standing: 'held', because: 'objected', payment: 'pay_1' } } });
});

test('a charge is not confirmed by who counts as one person with who said so, nor by the other way round', () => {
  const charge = (number: number, person: string): Command => ({
    type: 'RecordFee',
    entry: number,
    note: 'note',
    now,
    by: someone(person, 'finance.maker'),
  });
  const said = [charge(2, 'giver'), charge(3, 'maker')].reduce((state, command) => acceptedOn(state, command), matched());
  const deputy: Actor = { ...checker, person: 'deputy', acting: { given: [], joined: ['giver'] } };
  const confirmed = decideAs(deputy, (by) => decide(confirm([], [], by), said)).decision;
  expect(confirmed).toMatchObject({ ok: true, events: [{ type: 'EntriesConfirmed', numbers: [3], by: 'deputy' }] });
  const own = acceptedOn(matched(), charge(2, 'giver'));
  const state = own.status === 'absent' ? own : { ...own, entries: own.entries.filter(({ number }) => number !== 1) };
  expect(decideAs(deputy, (by) => decide(confirm([], [], by), state)).decision).toMatchObject({
    ok: false,
    rejection: { type: 'PersonHasAnotherDuty' },
  });
});

test('each act is for its role, and of a statement that is there', () => {
  const acts: readonly ((by: Actor) => Command)[] = [
    (by) => link(2, usd(100n), by),
    (by) => ignore(2, 'note', by),
    (by) => hold(2, 'note', by),
    (by) => confirm([1], [], by),
  ];
  for (const [at, act] of acts.entries()) {
    const [own, other] = at < acts.length - 1 ? [maker, checker] : [checker, maker];
    expect(answerTo(act(other), matched())).toMatchObject({ type: 'RoleIsMissing' });
    expect(answerTo(act(own), initial)).toEqual({ type: 'StatementIsUnknown' });
  }
});

test('a charge of the bank is said by one person and confirmed by another, and can be taken back before that', () => {
  const charge = (number: number, note = 'note', by = maker): Command => ({ type: 'RecordFee', entry: number, note, now, by });
  expect(answerTo(charge(3, 'note', checker), matched())).toMatchObject({ type: 'RoleIsMissing' });
  expect(answerTo(charge(3, ''), matched())).toEqual({ type: 'NoteIsMissing' });
  expect(answerTo(charge(4), matched())).toEqual({ type: 'EntryIsNoCharge', entry: 4, direction: 'credit' });
  expect(answerTo(charge(1), matched())).toMatchObject({ type: 'EntryIsDecided' });
  const charged = acceptedOn(matched(), charge(3));
  expect(standings(charged)[2]).toBe('charged');
  expect(answerTo(charge(3), charged)).toEqual([]);
  expect(standings(acceptedOn(charged, hold(3)))[2]).toBe('held');
  const both: Actor = { person: 'maker', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };
  expect(answerTo(confirm([], [], both), charged)).toMatchObject({ type: 'PersonHasAnotherDuty', duty: 'reported' });
  const confirmed = acceptedOn(charged, confirm([1]));
  expect(standings(confirmed).slice(0, 3)).toEqual(['confirmed', 'suggested', 'fee']);
  expect(answerTo(hold(3), confirmed)).toMatchObject({ type: 'EntryIsDecided', standing: 'fee' });
});

test('a charge of the bank is refused by another person than who said so, with a reason, and waits again', () => {
  const charged = acceptedOn(matched(), { type: 'RecordFee', entry: 3, note: 'note', now, by: maker });
  const notTaken = (note = 'why', by: Actor = checker, entry = 3): Command => ({ type: 'RefuseFee', entry, note, now, by });
  expect(answerTo(notTaken('why', maker), charged)).toMatchObject({ type: 'RoleIsMissing' });
  const both: Actor = { person: 'maker', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };
  expect(answerTo(notTaken('why', both), charged)).toMatchObject({ type: 'PersonHasAnotherDuty', duty: 'reported' });
  expect(answerTo(notTaken(''), charged)).toEqual({ type: 'NoteIsMissing' });
  expect(answerTo(notTaken('why', checker, 9), charged)).toEqual({ type: 'EntryIsUnknown', entry: 9 });
  expect(answerTo(notTaken('why', checker, 2), charged)).toMatchObject({ type: 'EntryIsNotCharged', entry: 2 });
  const waiting = acceptedOn(charged, notTaken());
  expect(waiting).toMatchObject({ status: 'waiting' });
  expect(standings(waiting)[2]).toBe('held');
  expect(answerTo(notTaken(), waiting)).toEqual([]);
  expect(standings(acceptedOn(waiting, { type: 'RecordFee', entry: 3, note: 'again', now, by: maker }))[2]).toBe('charged');
});

test('what one person says to concern no payment another confirms or refuses, with a reason; what was left aside before stays so', () => {
  const dismissed = acceptedOn(matched(), ignore(3));
  const both: Actor = { person: 'maker', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };
  const notFound = (note = 'why', by: Actor = checker, entry = 3): Command => ({ type: 'RefuseDismissal', entry, note, now, by });
  expect(answerTo(confirm([], [], both), dismissed)).toMatchObject({ type: 'PersonHasAnotherDuty', duty: 'reported' });
  expect(answerTo(notFound('why', maker), dismissed)).toMatchObject({ type: 'RoleIsMissing' });
  expect(answerTo(notFound('why', both), dismissed)).toMatchObject({ type: 'PersonHasAnotherDuty', duty: 'reported' });
  expect(answerTo(notFound(''), dismissed)).toEqual({ type: 'NoteIsMissing' });
  expect(answerTo(notFound('why', checker, 9), dismissed)).toEqual({ type: 'EntryIsUnknown', entry: 9 });
  expect(answerTo(notFound('why', checker, 2), dismissed)).toMatchObject({ type: 'EntryIsNotDismissed', entry: 2 });
  const waiting = acceptedOn(dismissed, notFound());
  expect(waiting).toMatchObject({ status: 'waiting', entries: { 2: { standing: 'held', because: 'dismissal-refused' } } });
  expect(answerTo(notFound(), waiting)).toEqual([]);
  expect(standings(acceptedOn(dismissed, confirm([])))[2]).toBe('ignored');
  const before: Event = { type: 'EntryIgnored', number: 3, note: 'note', waits: false, duties: [], at: now, by: 'maker', entry: undefined };
  expect(standings(evolve(matched(), before))[2]).toBe('ignored');
  expect(answerTo(confirm([]), evolve(matched(), before))).toEqual([]);
});

test('of a sponsor’s own account what is booked and waits is in suspense, and a confirmed charge among its fees', () => {
  const of = (command: Command, state: State) => {
    const postings = eventsOf(command, state).flatMap((event) => ('entry' in event ? (event.entry?.postings ?? []) : []));
    return { state: acceptedOn(state, command), moved: Object.fromEntries(postings.map(({ account, money }) => [account, money.amount])) };
  };
  const owned = acceptedOn(initial, { type: 'ImportStatement', header: { ...claimed, owner: 'spo_a' }, entries, now, by: maker });
  const verdicts = [verdict(1, 'reported', 'pay_1'), verdict(2, 'unmatched'), verdict(3, 'held'), verdict(4, 'unmatched')];
  const [bank, suspense, fees] = ['bank', 'suspense', 'fees'].map((kind) => `sponsor/spo_a/${kind}`) as [string, string, string];
  const read = of({ type: 'MatchEntries', verdicts, by: maker }, owned);
  expect(read.moved).toEqual({ [bank]: -100n, [suspense]: 100n });
  const charged = of({ type: 'RecordFee', entry: 2, note: 'note', now, by: maker }, read.state);
  expect(charged.moved).toEqual({});
  expect(of(confirm([]), charged.state).moved).toEqual({ [suspense]: -100n, [fees]: 100n });
  const dismissed = of(ignore(4), read.state);
  const ignored = of(confirm([]), dismissed.state);
  expect([dismissed.moved, ignored.moved]).toEqual([{}, { [suspense]: 100n, [bank]: -100n }]);
  const aside = of(confirm([]), of(ignore(2), read.state).state);
  const taken = of({ type: 'RecordFee', entry: 2, note: 'note', now, by: maker }, aside.state);
  expect([aside.moved, taken.moved]).toEqual([
    { [suspense]: -100n, [bank]: 100n },
    { [bank]: -100n, [suspense]: 100n },
  ]);
  expect(of(hold(4), ignored.state).moved).toEqual({ [bank]: 100n, [suspense]: -100n });
  expect(of(link(3), read.state).moved).toEqual({ [suspense]: -100n, [bank]: 100n });
  expect(of({ type: 'MatchEntries', verdicts, by: maker }, imported()).moved).toEqual({});
});

test('what an entry was said to be is remembered until it is said to be that again; what is refused of it is retracted by the person who said it', () => {
  const namedOf = (state: State) =>
    state.status === 'absent'
      ? []
      : state.entries
          .slice(1, 2)
          .flatMap(everNamedIn)
          .map(({ payment }) => payment);
  const linked = acceptedOn(matched(), link(2));
  expect(namedOf(linked)).toEqual(['pay_2']);
  const said = [{ agreement: 'agr_1', payment: 'pay_2', recovery: 0 }] as const;
  const retract: Command = { type: 'RetractEntry', entry: 2, said, refusal: 'PaymentIsReported', now, by: maker };
  expect(answerTo({ ...retract, by: someone('other', 'finance.maker') }, linked)).toEqual([]);
  expect(answerTo({ ...retract, said: [{ ...said[0], payment: 'pay_3' }] }, linked)).toEqual([]);
  const retracted = acceptedOn(linked, retract);
  expect(retracted).toMatchObject({ entries: { 1: { standing: 'held', because: 'report-refused', refusal: 'PaymentIsReported' } } });
  expect(answerTo(retract, retracted)).toEqual([]);
  expect(namedOf(acceptedOn(retracted, ignore(2)))).toEqual(['pay_2']);
  const other = acceptedOn(retracted, { ...link(2), settles: 'pay_3' } as Command);
  expect(namedOf(other)).toEqual(['pay_2', 'pay_3']);
  expect(namedOf(acceptedOn(acceptedOn(other, { ...retract, said: [{ ...said[0], payment: 'pay_3' }] }), link(2)))).toEqual([
    'pay_3',
    'pay_2',
  ]);
});
