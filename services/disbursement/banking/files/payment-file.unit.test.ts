import { decideAs } from '@junkan/kit/pure/acting.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import {
  type Command,
  evolve,
  failuresToConfirm,
  initial,
  isContradicted,
  type ListedTransfer,
  remaining,
  type State,
} from './payment-file.ts';
import { decide } from './payment-file-decide.ts';

const NOW = '2026-11-26T10:00:00.000Z';
const actor = (person: string, ...roles: Role[]): Actor => ({ person, organisation: 'secretariat', roles });
const [maker, checker] = [actor('maker', 'finance.maker'), actor('checker', 'finance.checker')];
const both = (person: string) => actor(person, 'finance.maker', 'finance.checker');

const listed = (which: 'a' | 'b', because: ListedTransfer['because'] = ''): ListedTransfer => ({
  agreement: 'agr_a',
  payment: `pay_${which}`,
  tranche: 1,
  payee: 'org_a',
  payeeAccount: 'acc_b',
  amount: { amount: 50n, currency: 'USD' },
  instruction: `I-${which}`,
  because,
});
const begin = (more: Partial<Extract<Command, { type: 'BeginPaymentFile' }>> = {}): Command => ({
  type: 'BeginPaymentFile',
  payer: 'spo_a',
  currency: 'USD',
  executionDate: '2026-11-26',
  payerAccount: 'acc_a',
  message: 'M',
  duties: [
    { duty: 'requested', person: 'requester' },
    { duty: 'verified', person: 'verifier' },
    { duty: 'approved', person: 'approver' },
  ],
  approvedAlone: [],
  transfers: [listed('a'), listed('b')],
  fault: undefined,
  today: dateOf(NOW),
  now: NOW,
  by: maker,
  ...more,
});
const make = (leftOut: readonly number[] = []): Command => ({ type: 'MakePaymentFile', leftOut, sha256: 'h', now: NOW, by: maker });
const approve = (by = checker, fault?: Extract<Command, { type: 'ApprovePaymentFile' }>['fault']): Command => ({
  type: 'ApprovePaymentFile',
  fault,
  limited: undefined,
  today: dateOf(NOW),
  now: NOW,
  by,
});
const refuse = (by = checker, note = 'txt_a'): Command => ({ type: 'RefusePaymentFile', note, shown: undefined, now: NOW, by });
const download = (by = maker, now = NOW): Command => ({ type: 'DownloadPaymentFile', now, by });
const send = (by = maker): Command => ({ type: 'SendPaymentFile', fault: undefined, shown: undefined, today: dateOf(NOW), now: NOW, by });
const complete: Command = { type: 'CompleteSending', now: NOW, by: maker };
const outcome = (number: number, standing: 'accepted' | 'rejected' | 'waiting') => ({
  number,
  standing,
  code: 'C',
  reasonCode: '',
  refusal: '',
});
const answer = (name: string, ...said: ReturnType<typeof outcome>[]): Command => ({
  type: 'NoteAnswer',
  reference: 'R',
  answer: name,
  created: '',
  outcomes: said,
  untold: [],
  now: NOW,
  by: maker,
});
const STALE = { type: 'PaymentFileDoesNotStand', because: 'AccountIsNotUsable', agreement: '', payment: '', account: 'acc_a' } as const;

function after(...commands: readonly Command[]): State {
  return commands.reduce<State>((state, command) => {
    const decision = decide(command, state);
    if (!decision.ok) throw new Error(decision.rejection.type);
    return decision.events.reduce(evolve, state);
  }, initial);
}
const refusalOf = (command: Command, state: State) => {
  const decision = decide(command, state);
  return decision.ok ? decision.events.map(({ type }) => type) : decision.rejection.type;
};
const made = after(begin(), make());
const approved = after(begin(), make(), approve());
const sent = after(begin(), make(), approve(), download(), send(), complete);

test('a file is made, approved, handed over, sent and answered, each once', () => {
  expect(made).toMatchObject({ status: 'made', sum: { amount: 100n }, sha256: 'h', madeBy: 'maker' });
  expect(sent).toMatchObject({ status: 'sent', approvedBy: 'checker', sentBy: 'maker' });
  for (const [command, state] of [
    [begin(), made],
    [make(), made],
    [approve(), approved],
    [send(), sent],
    [complete, sent],
  ] as const)
    expect(refusalOf(command, state)).toEqual([]);
  const waiting = decide(answer('one', outcome(1, 'accepted'), outcome(2, 'waiting')), sent);
  const half = waiting.ok ? waiting.events.reduce(evolve, sent) : initial;
  expect(half).toMatchObject({ status: 'sent', transfers: [{ standing: 'accepted' }, { standing: 'waiting' }] });
  expect(refusalOf(answer('one'), half)).toEqual([]);
  const rest = decide(answer('two', outcome(2, 'rejected')), half);
  expect(rest.ok && rest.events.reduce(evolve, half)).toMatchObject({ status: 'answered', answers: ['one', 'two'] });
});

test('what went another way meanwhile is left out; where nothing is left there is no file', () => {
  expect(after(begin(), make([2]))).toMatchObject({
    status: 'made',
    sum: { amount: 50n },
    transfers: [{ standing: 'listed' }, { standing: 'left-out', because: 'in-another-file' }],
  });
  const none = after(begin(), make([1, 2]));
  expect(none).toMatchObject({ status: 'refused', note: '', transfers: [{ standing: 'left-out' }, { standing: 'left-out' }] });
  expect(refusalOf(make(), none)).toBe('PaymentFileInStatus');
});

test.each([
  ['is not to be carried out in the past', begin({ executionDate: '2026-11-25' }), initial, 'ExecutionDateIsPast'],
  ['needs an account to pay from', begin({ payerAccount: '' }), initial, 'PayerHasNoUsableAccount'],
  ['needs something to pay', begin({ transfers: [listed('a', 'no-usable-account')] }), initial, 'NothingToPay'],
  [
    'is written as banks write',
    begin({ fault: { type: 'PaymentFileCannotBeWritten', payment: '', part: 'p', breaks: 'b', characters: '' } }),
    initial,
    'PaymentFileCannotBeWritten',
  ],
  ['is approved by another than its maker', approve(both('maker')), made, 'PreparedByTheSamePerson'],
  ['is not approved by who requested a payment in it', approve(both('requester')), made, 'PersonHasAnotherDuty'],
  ['is not approved by who verified a milestone', approve(both('verifier')), made, 'PersonHasAnotherDuty'],
  ['is not approved once an account has changed', approve(checker, STALE), made, 'PaymentFileDoesNotStand'],
  ['is not approved by a maker', approve(maker), made, 'RoleIsMissing'],
  ['is not approved while it is made', approve(), after(begin()), 'PaymentFileInStatus'],
  ['is not approved once it was refused', approve(), after(begin(), make(), approve(), refuse()), 'PaymentFileInStatus'],
  ['is not sent before it is approved', send(), made, 'PaymentFileInStatus'],
  ['is not sent before somebody has it as the bank gets it', send(), approved, 'PaymentFileIsNotDownloaded'],
  ['is not sent by who approved it', send(both('checker')), approved, 'PersonHasAnotherDuty'],
  ['is not sent by who approved a payment in it', send(both('approver')), approved, 'PersonHasAnotherDuty'],
  ['is not refused once the bank has it', refuse(), sent, 'PaymentFileInStatus'],
  ['is not refused without a reason', refuse(checker, ''), made, 'NoteIsMissing'],
  ['is not answered before it is sent', answer('one'), approved, 'PaymentFileInStatus'],
  ['is not answered of what is not in it', answer('one', outcome(3, 'accepted')), sent, 'AnswerIsOfNoPayment'],
  ['is there', approve(), initial, 'PaymentFileIsUnknown'],
] as const)('a file %s', (_what, command, state, refusal) => {
  expect(refusalOf(command, state)).toBe(refusal);
});

test('a file is neither approved nor sent after its day, but where somebody had it by then', () => {
  const later = <Given extends Command>(command: Given): Given => ({ ...command, today: '2026-11-27', now: '2026-11-27T10:00:00.000Z' });
  for (const [command, state] of [
    [approve(), made],
    [send(), approved],
    [send(), after(begin(), make(), approve(), later(download()))],
  ] as const)
    expect(decide(later(command), state)).toMatchObject({ rejection: { type: 'PaymentFileDoesNotStand', because: 'ExecutionDateIsPast' } });
  expect(decide(later(send()), after(begin(), make(), approve(), download()))).toMatchObject({
    events: [{ type: 'PaymentFileHandedOver', day: '2026-11-26' }],
  });
  expect(refusalOf(later(send()), after(begin({ executionDate: '2026-11-27' }), make(), approve(), download()))).toEqual([
    'PaymentFileHandedOver',
  ]);
});

test('whatever has changed, a file is sent that a statement shows at the bank: of another person, once somebody had the file', () => {
  const fault = { type: 'PaymentFileDoesNotStand', because: 'AccountIsNotUsable', agreement: '', payment: '', account: '' } as const;
  const shown = (by: string) => ({ statement: 'stm_a' as const, by });
  const had = after(begin(), make(), approve(), download());
  const sending = (by: string, of = had) => refusalOf({ ...send(), fault, shown: shown(by) } as Command, of);
  expect(decide({ ...send(), fault, shown: shown('importer') } as Command, had)).toMatchObject({
    events: [{ type: 'PaymentFileHandedOver', statement: 'stm_a' }],
  });
  expect([sending('maker'), sending('importer', approved)]).toEqual(['PaymentFileDoesNotStand', 'PaymentFileDoesNotStand']);
  const refusing = { ...refuse(), shown: shown('importer') } as Command;
  expect(refusalOf(refusing, had)).toBe('PaymentFileIsAtTheBank');
  for (const state of [approved, after(begin(), make(), download(checker))]) expect(decide(refusing, state)).toMatchObject({ ok: true });
});

test('an answer of the bank to a file that was downloaded asks that its sending is recorded first', () => {
  expect(refusalOf(answer('one'), after(begin(), make(), approve(), download()))).toBe('PaymentFileIsNotSent');
});

test('who requested a payment may send its file, who approved one may approve it, and its maker may refuse it', () => {
  expect(refusalOf(approve(both('approver')), made)).toEqual(['PaymentFileApproved']);
  expect(refusalOf(send(both('requester')), after(begin(), make(), approve(), download()))).toEqual(['PaymentFileHandedOver']);
  expect(refusalOf(refuse(both('maker')), approved)).toEqual(['PaymentFileRefused']);
});

describe('a file is approved by two persons', () => {
  const second = actor('second', 'finance.checker');
  const rules = { edition: 3, limits: [money(150n, 'USD')] };
  const above = (by: Actor, ofDay = 51n): Command => ({
    type: 'ApprovePaymentFile',
    fault: undefined,
    limited: { rules, ofDay: money(ofDay, 'USD') },
    today: dateOf(NOW),
    now: NOW,
    by,
  });
  const eventsOf = (command: Command, state: State) => {
    const decision = decide(command, state);
    return decision.ok ? decision.events : decision.rejection;
  };

  test('where its payer pays more on its day than the limit, by whatever files and by hand', () => {
    const measured = money(151n, 'USD');
    const said = { rules: 3, measured, at: NOW };
    expect(eventsOf(above(checker), made)).toEqual([
      { type: 'PaymentFileApprovedOnce', ...said, by: 'checker', limit: money(150n, 'USD') },
    ]);
    const once = after(begin(), make(), above(checker));
    expect(once).toMatchObject({ status: 'made', firstApproval: { by: 'checker', measured } });
    expect(eventsOf(above(checker), once)).toEqual([]);
    expect(eventsOf(above(second), once)).toEqual([{ type: 'PaymentFileApproved', ...said, by: 'second' }]);
    expect(refusalOf(above(checker, 50n), made)).toEqual(['PaymentFileApproved']);
    const both = after(begin(), make(), above(checker), above(second));
    for (const person of ['checker', 'second']) expect(refusalOf(send(actor(person, 'finance.maker')), both)).toBe('PersonHasAnotherDuty');
  });

  test('where the first of them approved a payment in it alone', () => {
    const alone = begin({ approvedAlone: ['approver'] });
    const own = actor('approver', 'finance.checker');
    expect(refusalOf(approve(own), after(alone, make()))).toEqual(['PaymentFileApprovedOnce']);
    const once = after(alone, make(), approve(own));
    expect(refusalOf(approve(own), once)).toEqual([]);
    expect(refusalOf(approve(second), once)).toEqual(['PaymentFileApproved']);
    expect(refusalOf(approve(second), after(alone, make()))).toEqual(['PaymentFileApproved']);
  });
});

describe('who counts as one person by a delegation', () => {
  const joined = (person: string, other: string): Actor => ({
    ...actor(person, 'finance.checker'),
    acting: { given: [], joined: [other] },
  });

  test('approves no payment alone and its file alone after it', () => {
    const alone = after(begin({ approvedAlone: ['approver'] }), make());
    const once = decideAs(joined('deputy', 'approver'), (by) => decide(approve(by), alone)).decision;
    expect(once).toMatchObject({ ok: true, events: [{ type: 'PaymentFileApprovedOnce', by: 'deputy' }] });
    expect(decideAs(joined('deputy', 'somebody'), (by) => decide(approve(by), alone)).decision).toMatchObject({
      ok: true,
      events: [{ type: 'PaymentFileApproved' }],
    });
  });

  test('confirms no failure that one of them has brought, and those of others all the same', () => {
    const told = after(
      begin(),
      make(),
      approve(),
      download(),
      send(),
      complete,
      answer('one', outcome(1, 'rejected'), outcome(2, 'rejected')),
    );
    if (told.status === 'absent') throw new Error('there is a file');
    const transfers = told.transfers.map((each) => (each.number === 2 ? { ...each, toldBy: 'other' } : each));
    const state = { ...told, transfers };
    const confirm = (by: Actor): Command => ({ type: 'ConfirmFileFailures', confirmed: [1, 2], concluded: [], now: NOW, by });
    expect(decideAs(joined('deputy', 'maker'), (by) => decide(confirm(by), state)).decision).toMatchObject({
      ok: true,
      events: [{ type: 'FileFailuresConfirmed', numbers: [2] }],
    });
    expect(decideAs(joined('deputy', 'maker'), (by) => decide(confirm(by), told)).decision).toMatchObject({
      ok: false,
      rejection: { type: 'PersonHasAnotherDuty' },
    });
  });
});

describe('what the bank says of the whole file', () => {
  const word = (name: string, code: string, ...said: ReturnType<typeof outcome>[]): Command => ({
    ...(answer(name, ...said) as Extract<Command, { type: 'NoteAnswer' }>),
    untold: [{ because: said.length > 0 ? 'group' : 'group-only', code, reasonCode: 'AM04', instruction: '' }],
  });
  const rejectRest = (numbers = [1, 2], by = maker): Command => ({
    type: 'RejectRemainingTransfers',
    outcomes: numbers.map((number) => ({ ...outcome(number, 'rejected'), code: 'RJCT', reasonCode: 'AM04' })),
    now: NOW,
    by,
  });
  const confirmFailures = (by = checker, confirmed = [1, 2], concluded: readonly number[] = []): Command => ({
    type: 'ConfirmFileFailures',
    confirmed,
    concluded,
    now: NOW,
    by,
  });
  /** As the bank wrote it on that day, and as that person brought it. */
  const on = (day: number, said: Command, by = maker): Command => ({ ...said, created: `2026-11-${day}T10:00:00`, by }) as Command;
  const left = (state: State) => (state.status === 'absent' ? [] : remaining(state).map(({ number }) => number));
  const toConfirm = (state: State) => (state.status === 'absent' ? [] : failuresToConfirm(state).map(({ number }) => number));
  const bank = (...said: readonly Command[]) => after(begin(), make(), approve(), download(), send(), complete, ...said);
  const standings = (state: State) => (state.status === 'absent' ? [] : state.transfers.map(({ standing }) => standing));
  const whole = after(begin(), make(), approve(), download(), send(), complete, word('a', 'RJCT'));
  const rejected = after(begin(), make(), approve(), download(), send(), complete, word('a', 'RJCT'), rejectRest());

  test('a rejection of the whole is applied by a maker to the transfers on which the bank has not decided one by one', () => {
    expect(standings(whole)).toEqual(['listed', 'listed']);
    expect(refusalOf(rejectRest(), whole)).toEqual(['RemainingTransfersRejected', 'TransfersTold']);
    expect(rejected).toMatchObject({ status: 'answered', transfers: [{ toldBy: 'maker', reasonCode: 'AM04' }, { standing: 'rejected' }] });
    expect(refusalOf(rejectRest(), rejected)).toEqual([]);
    const named = after(begin(), make(), approve(), download(), send(), complete, word('a', 'RJCT', outcome(1, 'accepted')), rejectRest());
    expect(standings(named)).toEqual(['accepted', 'rejected']);
  });

  test('it is not applied where the bank has said nothing of the kind, or something else since', () => {
    expect(refusalOf(rejectRest(), sent)).toBe('WholeFileIsNotRejected');
    expect(refusalOf(rejectRest(), made)).toBe('PaymentFileInStatus');
    for (const code of ['ACSP', 'PART', '']) {
      const since = after(begin(), make(), approve(), download(), send(), complete, word('a', 'RJCT'), word('b', code));
      expect(refusalOf(rejectRest(), since)).toBe('WholeFileIsNotRejected');
    }
    expect(refusalOf(rejectRest([1, 2], checker), whole)).toBe('RoleIsMissing');
  });

  test('a later word that does not reject it contradicts what was rejected in an earlier answer', () => {
    const isFalse = (state: State) => state.status !== 'absent' && isContradicted(state);
    const apply = [on(26, word('a', 'RJCT')), rejectRest()];
    expect(isFalse(bank(...apply))).toBe(false);
    expect(isFalse(bank(...apply, on(27, word('b', 'ACSC'))))).toBe(true);
    expect(isFalse(bank(...apply, on(27, word('b', 'ACSC')), on(28, word('c', 'RJCT'))))).toBe(false);
    expect(isFalse(bank(...apply, on(25, word('b', 'ACSC'))))).toBe(false);
    expect(isFalse(bank(on(25, word('b', 'ACCP')), on(26, answer('c', outcome(1, 'rejected')))))).toBe(false);
    expect(isFalse(bank(on(26, answer('c', outcome(1, 'rejected'))), on(27, word('b', 'ACSC'))))).toBe(true);
    expect(isFalse(bank(on(26, answer('c', outcome(1, 'rejected'))), on(27, word('b', 'PART'))))).toBe(false);
    expect(isFalse(bank(on(26, word('b', 'ACSC', outcome(1, 'rejected')))))).toBe(false);
  });

  test('it is applied to what the bank has said nothing of since, by when the bank wrote it', () => {
    const [rejection, pending] = [on(26, word('a', 'RJCT')), answer('b', outcome(1, 'waiting'))];
    expect(left(bank(rejection, on(27, pending)))).toEqual([2]);
    expect(left(bank(on(27, pending), rejection))).toEqual([2]);
    expect(left(bank(rejection, on(25, pending)))).toEqual([1, 2]);
    expect(left(bank(on(26, word('a', 'RJCT', outcome(1, 'waiting')))))).toEqual([2]);
    expect(standings(bank(rejection, on(27, pending), rejectRest()))).toEqual(['waiting', 'rejected']);
    // Of earlier versions, by when they were taken.
    expect(left(bank(word('a', 'RJCT'), pending))).toEqual([2]);
    expect(left(bank(pending, word('a', 'RJCT')))).toEqual([1, 2]);
  });

  test('an older word never becomes the last', () => {
    expect(refusalOf(rejectRest(), bank(on(27, word('a', 'ACSC')), on(26, word('b', 'RJCT'))))).toBe('WholeFileIsNotRejected');
    expect(left(bank(on(27, word('a', 'RJCT')), on(26, word('b', 'ACSC')), rejectRest()))).toEqual([]);
    const zoned = { ...on(27, word('b', 'ACSC')), created: '2026-11-26T12:00:00+09:00' } as Command;
    expect(refusalOf(rejectRest(), bank(on(26, word('a', 'RJCT')), zoned))).toEqual(['RemainingTransfersRejected', 'TransfersTold']);
  });

  test('what has failed with the whole is not confirmed once the bank says otherwise of the whole', () => {
    const since = bank(on(26, word('a', 'RJCT', outcome(1, 'rejected'))), rejectRest([2]), on(27, word('b', 'ACSC')));
    expect(toConfirm(since)).toEqual([1]);
    expect(decide(confirmFailures(), since)).toMatchObject({ events: [{ numbers: [1] }] });
    const all = bank(on(26, word('a', 'RJCT')), rejectRest(), on(27, word('b', 'ACSC')));
    expect(refusalOf(confirmFailures(), all)).toBe('WholeFileIsNotRejected');
    const again = bank(on(26, word('a', 'RJCT')), rejectRest(), on(27, word('b', 'ACSC')), on(28, word('c', 'RJCT')));
    expect(toConfirm(again)).toEqual([1, 2]);
  });

  test('neither who brought the rejection of the whole confirms what another applied, nor who applied it', () => {
    const applied = bank(on(26, word('a', 'RJCT'), both('bringer')), rejectRest([1, 2], both('applier')));
    for (const person of ['bringer', 'applier']) expect(refusalOf(confirmFailures(both(person)), applied)).toBe('PersonHasAnotherDuty');
    expect(refusalOf(confirmFailures(), applied)).toEqual(['FileFailuresConfirmed']);
  });

  test('what has failed is confirmed by another person than who brought it, once', () => {
    expect(refusalOf(confirmFailures(), whole)).toBe('NoFailureIsReported');
    expect(refusalOf(confirmFailures(both('maker')), rejected)).toBe('PersonHasAnotherDuty');
    expect(refusalOf(confirmFailures(maker), rejected)).toBe('RoleIsMissing');
    expect(refusalOf(confirmFailures(checker, []), rejected)).toEqual([]);
    const setup = [begin(), make(), approve(), download(), send(), complete, word('a', 'RJCT'), rejectRest()];
    expect(refusalOf(confirmFailures(), after(...setup, confirmFailures(checker, [1], [2])))).toBe('NoFailureIsReported');
    expect(after(...setup, confirmFailures(checker, [1]))).toMatchObject({ transfers: [{ isConcluded: true }, { isConcluded: false }] });
    const byTwo = after(
      begin(),
      make(),
      approve(),
      download(),
      send(),
      complete,
      word('a', 'RJCT', outcome(1, 'rejected')),
      rejectRest([2], both('other')),
    );
    expect(refusalOf(confirmFailures(both('other')), byTwo)).toEqual(['FileFailuresConfirmed']);
    expect(
      after(
        ...setup.slice(0, 6),
        word('a', 'RJCT', outcome(1, 'rejected')),
        rejectRest([2], both('other')),
        confirmFailures(both('other')),
      ),
    ).toMatchObject({
      transfers: [{ isConcluded: true }, { isConcluded: false }],
    });
  });
});

describe('a file that was downloaded may be with the bank', () => {
  const second = actor('second', 'finance.checker');
  const downloaded = after(begin(), make(), approve(), download());

  test('is recorded of each person, once a day, from when a second person looks at it', () => {
    expect(refusalOf(download(), after(begin(), make()))).toBe('PaymentFileInStatus');
    expect(refusalOf(download(actor('other', 'finance.maker')), after(begin(), make()))).toBe('RoleIsMissing');
    expect(after(begin(), make(), download(checker))).toMatchObject({ downloads: [{ by: 'checker' }] });
    expect(decide(download(), downloaded)).toEqual({ ok: true, events: [] });
    expect(decide(download(second), downloaded)).toMatchObject({ events: [{ type: 'PaymentFileDownloaded', by: 'second' }] });
    expect(decide(download(maker, '2026-11-27T10:00:00.000Z'), downloaded)).toMatchObject({ events: [{ type: 'PaymentFileDownloaded' }] });
    expect(refusalOf(download(), after(begin(), make(), refuse()))).toBe('PaymentFileInStatus');
  });

  test('is refused by two persons, of whom the second never had it and did not make it', () => {
    expect(decide(refuse(), downloaded)).toMatchObject({ events: [{ type: 'PaymentFileRefusalRequested', by: 'checker', note: 'txt_a' }] });
    expect(refusalOf(refuse(checker, ''), downloaded)).toBe('NoteIsMissing');
    const asked = after(begin(), make(), approve(), download(), refuse());
    expect(asked).toMatchObject({ status: 'approved', refusalRequest: { by: 'checker' } });
    expect(decide(refuse(), asked)).toEqual({ ok: true, events: [] });
    expect(refusalOf(refuse(both('maker')), asked)).toBe('PreparedByTheSamePerson');
    expect(refusalOf(refuse(second, ''), asked)).toBe('NoteIsMissing');
    expect(decide(refuse(second), asked)).toMatchObject({ events: [{ type: 'PaymentFileRefused', by: 'second' }] });
    // Nor who took it only since.
    const since = after(begin(), make(), approve(), download(), refuse(), download(second));
    expect(refusalOf(refuse(second), since)).toBe('PreparedByTheSamePerson');
  });

  test('goes to the bank, whoever says that the bank does not have it, and is refused by nobody then', () => {
    const sent = after(begin(), make(), approve(), download(), refuse(), send());
    expect(sent).toMatchObject({ status: 'sending' });
    expect(refusalOf(refuse(second), sent)).toBe('PaymentFileInStatus');
  });

  test('by nobody, is refused by one person', () => {
    expect(decide(refuse(), after(begin(), make(), approve()))).toMatchObject({ events: [{ type: 'PaymentFileRefused' }] });
  });
});
