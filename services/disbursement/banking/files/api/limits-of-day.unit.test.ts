import type { Received } from '@junkan/kit/call.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { describe, expect, test } from 'vitest';
import { BANK, maker, PAYMENT, paymentOf } from '../../../agreements/agreement.fixture.ts';
import { decide, type Event, evolve, initial } from '../day-limit.ts';
import { limitsOfDay } from './limits-of-day.ts';

const NOW = '2026-11-24T10:00:00.000Z';
const usd = (amount: bigint) => money(amount, 'USD');

/** The stream of one day; a command that it has recorded is answered as before. */
function aDay() {
  const events: Event[] = [];
  const known = new Set<string>();
  const store = {
    async execute(_: unknown, { command, call }: { command: Parameters<typeof decide>[0]; call: Received }) {
      const decision = decide(command, events.reduce(evolve, initial));
      if (!decision.ok) return decision;
      if (decision.events.length > 0 && !known.has(call.commandId)) events.push(...decision.events);
      known.add(call.commandId);
      return { ok: true, version: events.length, status: '', state: undefined, repeated: false };
    },
  } as unknown as EventStore;
  const limits = limitsOfDay({
    store,
    openPayments: { prepare: () => ({}) } as never,
    paymentsCaughtUp: async () => undefined,
    dayOfBooks: () => '2026-11-24',
  });
  return { limits, used: () => Object.fromEntries([...events.reduce(evolve, initial).used].map(([user, { amount }]) => [user, amount])) };
}

const call = (commandId: string) => ({ actor: maker, commandId }) as Received;
const using = (user = PAYMENT, amount = 60n, now = NOW) => ({
  user,
  day: { payer: BANK, currency: 'USD', day: '2026-11-24' },
  amount: usd(amount),
  limited: { rules: { edition: 1, limits: [usd(100n)] }, ofDay: usd(0n) },
  alone: true,
  now,
});
const held = () => new ProblemError(problemOf({ type: 'PaymentIsUnknown', payment: PAYMENT }, REJECTIONS));
const isNot = async () => false;

describe('what is counted towards the limits of a day before it is done', () => {
  test('stays counted where it is done, and where nobody can say whether it is', async () => {
    const { limits, used } = aDay();
    await limits.counting(using(), call('one'), { act: (count) => count(), isDone: isNot });
    expect(used()).toEqual({ [PAYMENT]: 60n });
    const lost = async (count: () => Promise<void>) => {
      await count();
      throw new Error('the database is gone');
    };
    const other = paymentOf(1, BANK);
    await expect(limits.counting(using(other, 30n), call('two'), { act: lost, isDone: isNot })).rejects.toThrow('gone');
    expect(used()).toEqual({ [PAYMENT]: 60n, [other]: 30n });
  });

  test('is free again where it is refused after all, and counted again by a repeat', async () => {
    const { limits, used } = aDay();
    const refusedAfter = async (count: () => Promise<void>) => {
      await count();
      throw held();
    };
    await expect(limits.counting(using(), call('one'), { act: refusedAfter, isDone: isNot })).rejects.toThrow();
    expect(used()).toEqual({});
    const later = '2026-11-24T10:00:01.000Z';
    await limits.counting(using(PAYMENT, 60n, later), call('one'), { act: (count) => count(), isDone: isNot });
    expect(used()).toEqual({ [PAYMENT]: 60n });
  });

  test('is not freed where another has done it, or has counted it since', async () => {
    const { limits, used } = aDay();
    const done = async (count: () => Promise<void>) => {
      await count();
      throw held();
    };
    await expect(limits.counting(using(), call('one'), { act: done, isDone: async () => true })).rejects.toThrow();
    expect(used()).toEqual({ [PAYMENT]: 60n });
    const since = async (count: () => Promise<void>) => {
      await count();
      await limits.counting(using(PAYMENT, 60n, '2026-11-24T10:00:02.000Z'), call('two'), { act: (again) => again(), isDone: isNot });
      throw held();
    };
    await expect(limits.counting(using(), call('three'), { act: since, isDone: isNot })).rejects.toThrow();
    expect(used()).toEqual({ [PAYMENT]: 60n });
  });

  test('is counted as what it is, though a command with the same key has counted less before', async () => {
    const { limits, used } = aDay();
    await limits.counting(using(PAYMENT, 10n), call('one'), { act: (count) => count(), isDone: isNot });
    await limits.counting(using(PAYMENT, 90n), call('one'), { act: (count) => count(), isDone: isNot });
    expect(used()).toEqual({ [PAYMENT]: 90n });
  });
});
