import { money } from '@junkan/kit/pure/money.ts';
import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actor, BANK, checker, maker, PAYMENT, paymentOf, refused } from '../../agreements/agreement.fixture.ts';
import { type Command, decide, type Event, evolve, initial, type State, type User, usedBesides } from './day-limit.ts';

const usd = (amount: bigint) => money(amount, 'USD');
const OTHER = paymentOf(1, BANK);
const FILE: User = 'pfl_a';
const NOW = '2026-11-24T10:00:00.000Z';
const DAY = { payer: BANK, currency: 'USD', day: '2026-11-24' } as const;
const rules = { edition: 1, limits: [usd(100n)] };
type Use = Extract<Command, { type: 'UseDayLimit' }>;
const use = (user: User, amount: bigint, more: Partial<Use> = {}): Use => ({
  type: 'UseDayLimit',
  ...DAY,
  user,
  amount: usd(amount),
  rules,
  alone: true,
  before: 0n,
  now: NOW,
  by: maker,
  ...more,
});
const used = (user: User, amount: bigint, before = 0n): Event => ({
  type: 'DayLimitUsed',
  ...DAY,
  user,
  amount: usd(amount),
  before: usd(before),
  rules: 1,
  at: NOW,
  by: 'maker',
});
const free = (user: User): Command => ({ type: 'FreeDayLimit', user, now: NOW, by: checker });
const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);

describe('the limit of a day', () => {
  test('is used by payments and files up to it, and by nothing above it', () => {
    expect(decide(use(PAYMENT, 60n), given())).toEqual({ ok: true, events: [used(PAYMENT, 60n)] });
    expect(decide(use(OTHER, 40n), given(used(PAYMENT, 60n)))).toEqual({ ok: true, events: [used(OTHER, 40n)] });
    const exceeded = refused('DayLimitIsExceeded', { limit: usd(100n), sum: usd(101n) });
    expect(decide(use(OTHER, 41n), given(used(PAYMENT, 60n)))).toEqual(exceeded);
    expect(decide(use(FILE, 41n), given(used(PAYMENT, 60n)))).toEqual(exceeded);
  });

  test('does not bind a file that two persons approve, which counts for what comes after it', () => {
    const two = use(FILE, 500n, { alone: false, by: checker });
    const counted = { ...used(FILE, 500n), by: 'checker' };
    expect(decide(two, given(used(PAYMENT, 60n)))).toEqual({ ok: true, events: [counted] });
    expect(decide(use(OTHER, 1n), given(counted))).toEqual(refused('DayLimitIsExceeded', { limit: usd(100n), sum: usd(501n) }));
  });

  test('counts a payment once, however often it is sent or instructed again', () => {
    expect(decide(use(PAYMENT, 60n), given(used(PAYMENT, 60n)))).toEqual(nothing);
    expect(decide(use(PAYMENT, 100n), given(used(PAYMENT, 60n)))).toEqual({ ok: true, events: [used(PAYMENT, 100n)] });
    const later = '2026-11-24T11:00:00.000Z';
    const again = { ...used(PAYMENT, 60n), at: later };
    expect(decide(use(PAYMENT, 60n, { now: later }), given(used(PAYMENT, 60n)))).toEqual({ ok: true, events: [again] });
    expect(usedBesides(FILE, given(used(PAYMENT, 60n), again))).toBe(60n);
  });

  test('counts what is paid on the day and was not counted when it was', () => {
    const known = given(used(OTHER, 20n, 10n));
    const exceeded = refused('DayLimitIsExceeded', { limit: usd(100n), sum: usd(101n) });
    expect(decide(use(PAYMENT, 31n, { before: 70n }), known)).toEqual(exceeded);
    expect(decide(use(PAYMENT, 30n, { before: 70n }), known)).toEqual({ ok: true, events: [used(PAYMENT, 30n, 50n)] });
    // What is known by then decides for one alone: what was counted when the stream began stays.
    expect(given(used(OTHER, 20n, 10n), used(PAYMENT, 30n, 50n)).before).toBe(10n);
    expect(decide(use(FILE, 41n, { before: 0n }), given(used(OTHER, 20n, 10n), used(PAYMENT, 30n, 50n)))).toEqual(exceeded);
  });

  test('is free again of what was counted and refused then, but not of what another act has counted since', () => {
    const refusedThen = (at: string): Command => ({ ...free(PAYMENT), counted: { at, by: 'maker' } }) as Command;
    expect(decide(refusedThen(NOW), given(used(PAYMENT, 60n)))).toMatchObject({ ok: true, events: [{ type: 'DayLimitFreed' }] });
    expect(decide(refusedThen('2026-11-24T09:00:00.000Z'), given(used(PAYMENT, 60n)))).toEqual(nothing);
    expect(decide(refusedThen(NOW), given())).toEqual(nothing);
  });

  test('counts what was paid before it was in force, as it was known when its stream began', () => {
    const late = use(PAYMENT, 60n, { before: 41n });
    expect(decide(late, given())).toEqual(refused('DayLimitIsExceeded', { limit: usd(100n), sum: usd(101n) }));
    expect(decide(use(OTHER, 1n, { before: 99n }), given(used(PAYMENT, 60n, 40n)))).toEqual(
      refused('DayLimitIsExceeded', { limit: usd(100n), sum: usd(101n) }),
    );
  });

  test('is free again of a file that was refused', () => {
    const freed: Event = { type: 'DayLimitFreed', user: FILE, at: NOW, by: 'checker' };
    expect(decide(free(FILE), given(used(FILE, 60n)))).toEqual({ ok: true, events: [freed] });
    expect(decide(free(FILE), given())).toEqual(nothing);
    expect(decide(use(PAYMENT, 100n), given(used(FILE, 60n), freed))).toMatchObject({ ok: true });
  });

  test('binds nothing where none applies to what is paid, which counts all the same', () => {
    const none = { edition: 1, limits: [] };
    expect(decide(use(PAYMENT, 500n, { rules: none }), given())).toEqual({ ok: true, events: [used(PAYMENT, 500n)] });
  });

  test('is used and freed by finance alone', () => {
    const auditor = actor('auditor', 'auditor');
    expect(decide(use(PAYMENT, 1n, { by: auditor }), given())).toMatchObject({ ok: false, rejection: { type: 'RoleIsMissing' } });
  });

  test('is never exceeded alone, whatever comes in whatever order', () => {
    const users: readonly User[] = [PAYMENT, OTHER, FILE];
    const step = fc.record({ user: fc.constantFrom(...users), amount: fc.bigInt(1n, 80n), frees: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.bigInt(0n, 120n), (steps, before) => {
        let state = initial;
        for (const { user, amount, frees } of steps) {
          const decision = decide(frees ? free(user) : use(user, amount, { before }), state);
          if (decision.ok) state = decision.events.reduce(evolve, state);
          const sum = usedBesides('pfl_none', state);
          expect(sum <= 100n || sum === state.before).toBe(true);
        }
      }),
    );
  });
});
