import { driven } from '@junkan/kit/testing/decider.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { expect, test } from 'vitest';
import { type Command, type CommandOf, type Event, evolve, initial, type State } from './period.ts';
import { decide } from './period-decide.ts';

const now = '2026-11-26T12:00:00.000Z';
const who = (person: string, ...roles: Actor['roles']): Actor => ({ person, organisation: 'secretariat', roles });
const [maker, checker] = [who('maker', 'finance.maker'), who('checker', 'finance.checker')];
const both = (person: string): Actor => who(person, 'finance.maker', 'finance.checker');
const balances = [{ kind: 'payable', closing: { amount: 5n, currency: 'USD' } }];
const matter = { kind: 'statement-entry', item: 'stm_a', day: '2026-10-30' } as const;
const unresolved = { ...matter, count: 2, matters: [matter] };
const propose = (more: Partial<CommandOf<'ProposePeriod'>> = {}): Command => ({
  type: 'ProposePeriod',
  today: '2026-11-26',
  from: '',
  through: '2026-10-31',
  reportedBy: ['reporter'],
  balances,
  balanceHash: 'a',
  unresolved: undefined,
  coverage: { accounts: [] },
  missing: [],
  note: '',
  now,
  by: maker,
  ...more,
});
const close = (more: Partial<CommandOf<'ClosePeriod'>> = {}): Command => ({
  type: 'ClosePeriod',
  balanceHash: 'a',
  unresolved: undefined,
  coverage: { accounts: [] },
  missing: [],
  now,
  by: checker,
  ...more,
});
const refuseIt = (note = 'txt_a'): Command => ({ type: 'RefusePeriod', note, now, by: checker });

const { acceptedOn, answerTo } = driven<State, Command, Event>({ decide, evolve, initial });
const given = (...commands: readonly Command[]): State => acceptedOn(initial, ...commands);
const refusalOf = (command: Command, state: State) => {
  const answer = answerTo(command, state);
  return 'type' in answer ? answer.type : answer.length;
};

test('a maker proposes a period with its trial balance, and another person closes it', () => {
  expect(decide(propose(), initial)).toEqual({
    ok: true,
    events: [
      {
        type: 'PeriodProposed',
        from: '',
        proposal: 1,
        through: '2026-10-31',
        reportedBy: ['reporter'],
        balances,
        balanceHash: 'a',
        coverage: { accounts: [] },
        allShown: true,
        allShownEarly: true,
        at: now,
        by: 'maker',
      },
    ],
  });
  expect(refusalOf(propose({ by: checker }), initial)).toBe('RoleIsMissing');
  expect(refusalOf(close(), initial)).toBe('PeriodIsUnknown');
  expect(given(propose(), close())).toMatchObject({
    status: 'closed',
    through: '2026-10-31',
    proposals: [{ standing: 'confirmed', decidedBy: 'checker' }],
  });
});

test('neither who proposed it nor who reported of it closes it', () => {
  expect(refusalOf(close({ by: both('maker') }), given(propose()))).toBe('PreparedByTheSamePerson');
  expect(refusalOf(close({ by: both('reporter') }), given(propose()))).toBe('PersonHasAnotherDuty');
});

test.each([
  ['PeriodEndsWithinAMonth', { through: '2026-10-30' }],
  ['PeriodEndsWithinAMonth', { through: '2026-02-27' }],
  ['PeriodIsNotOver', { through: '2026-11-30' }],
  ['PeriodIsNotOver', { through: '2026-11-30', today: '2026-11-30' }],
  // In America it is still November then.
  ['PeriodIsNotOver', { through: '2026-11-30', now: '2026-12-01T05:00:00.000Z', today: '2026-11-30' }],
  ['PeriodIsUnresolved', { unresolved }],
])('%s', (type, more) => {
  expect(refusalOf(propose(more), initial)).toBe(type);
});

test('while something of it waits it is neither proposed nor closed, and what was proposed is what is closed', () => {
  expect(decide(close({ unresolved }), given(propose()))).toEqual({
    ok: false,
    rejection: {
      type: 'PeriodIsUnresolved',
      waits: 'statement-entry',
      item: 'stm_a',
      day: '2026-10-30',
      count: 2,
      matters: [{ waits: 'statement-entry', item: 'stm_a', day: '2026-10-30' }],
    },
  });
  expect(refusalOf(close({ balanceHash: 'b' }), given(propose()))).toBe('TrialBalanceDiffers');
  expect(refusalOf(propose({ through: '2026-09-30' }), given(propose()))).toBe('PeriodIsProposed');
  expect(refusalOf(propose(), given(propose()))).toBe(0);
});

test('days without a statement are closed only where the proposal says why, and of no more days than it names', () => {
  const [account, from, through] = ['acc_a', '2026-10-29', '2026-10-30'] as const;
  const missing = [{ account, from, through }];
  const coverage = { accounts: [{ account, reached: '2026-10-28', needed: through }] };
  const faults = { missing, coverage };
  expect(decide(propose(faults), initial)).toEqual({
    ok: false,
    rejection: { type: 'StatementsAreMissing', missing: [{ item: account, day: from, through }] },
  });
  const said = given(propose({ ...faults, note: 'txt_why' }));
  expect(said).toMatchObject({ proposals: [{ coverage, reason: 'txt_why' }] });
  expect(given(propose({ note: 'txt_why' }))).toMatchObject({ proposals: [{ reason: '' }] });
  expect(refusalOf(close(faults), said)).toBe(1);
  // It came to be missing since: a statement was found to be another's, or another account has moved money.
  expect(refusalOf(close({ ...faults, missing: [{ account, from: '2026-10-28', through }] }), said)).toBe('StatementsAreMissing');
  expect(refusalOf(close({ ...faults, missing: [...missing, { account: 'acc_b', from, through }] }), said)).toBe('StatementsAreMissing');
  expect(refusalOf(close(faults), given(propose()))).toBe('StatementsAreMissing');
});

test('a refusal has a reason, and leads to another proposal', () => {
  expect(refusalOf(refuseIt(''), given(propose()))).toBe('NoteIsMissing');
  const refused = given(propose(), refuseIt());
  expect(refused).toMatchObject({ status: 'refused', proposals: [{ standing: 'refused', note: 'txt_a' }] });
  expect(refusalOf(refuseIt(), refused)).toBe(0);
  expect(refusalOf(refuseIt('txt_b'), refused)).toBe('PeriodDoesNotWait');
  expect(refusalOf(close(), refused)).toBe('PeriodDoesNotWait');
  expect(given(propose(), refuseIt(), propose(), close())).toMatchObject({
    proposals: [{ number: 1 }, { number: 2, standing: 'confirmed' }],
  });
});

test('what is closed is never opened again', () => {
  const closed = given(propose(), close());
  expect(refusalOf(close(), closed)).toBe(0);
  expect(refusalOf(propose(), closed)).toBe(0);
  expect(refusalOf(propose({ through: '2026-09-30' }), closed)).toBe('PeriodIsClosed');
  expect(refusalOf(refuseIt(), closed)).toBe('PeriodDoesNotWait');
});
