import { plusDays } from '@junkan/kit/pure/dates.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirmed, given, now, proposed, usableFrom } from './bank-account.fixture.ts';
import type { BankAccountId, Event } from './bank-account.ts';
import { usableOf } from './usable-account.ts';

type Account = Parameters<typeof usableOf>[0][number];
const account = (id: BankAccountId, ...events: readonly Event[]): Account => ({ id, state: given(...events) });
const replacing = (replaces: BankAccountId): Event => ({ ...proposed, replaces });
const before = plusDays(usableFrom, -1);
const idAt = (at: string, ...accounts: readonly Account[]) => usableOf(accounts, 'JPY', at)?.id;

test('an account is used once it has cooled, in its currency, until it is retired', () => {
  const one = account('acc_a', proposed, confirmed);
  expect([idAt(before, one), idAt(usableFrom, one)]).toEqual([undefined, 'acc_a']);
  expect(usableOf([one], 'USD', usableFrom)).toBeUndefined();
  expect(idAt(usableFrom, account('acc_a', proposed))).toBeUndefined();
  expect(idAt(usableFrom, account('acc_a', proposed, confirmed, { type: 'BankAccountRetired', at: now, by: 'cho' }))).toBeUndefined();
});

test('the account that is replaced is used until the other one is, and not again once that is retired', () => {
  const old = account('acc_a', proposed, { ...confirmed, usableFrom: now });
  const next = account('acc_b', replacing('acc_a'), confirmed);
  expect([idAt(now, old, next), idAt(before, old, next), idAt(usableFrom, old, next)]).toEqual(['acc_a', 'acc_a', 'acc_b']);
  const retiredAt = (at: string) => account('acc_b', replacing('acc_a'), confirmed, { type: 'BankAccountRetired', at, by: 'cho' });
  expect(idAt(plusDays(usableFrom, 2), old, retiredAt(plusDays(usableFrom, 1)))).toBeUndefined();
  // It never was used: the old one goes on.
  expect(idAt(plusDays(usableFrom, 2), old, retiredAt(before))).toBe('acc_a');
});

test('a newer account takes the place of an older one that it does not name, and money does not fall back to that when it is retired', () => {
  const old = account('acc_a', proposed, { ...confirmed, usableFrom: now });
  const next = account('acc_b', proposed, confirmed);
  const later = plusDays(usableFrom, 2);
  expect([idAt(before, old, next), idAt(usableFrom, old, next)]).toEqual(['acc_a', 'acc_b']);
  const retired = account('acc_b', proposed, confirmed, { type: 'BankAccountRetired', at: plusDays(usableFrom, 1), by: 'cho' });
  expect(idAt(later, old, retired)).toBeUndefined();
  expect(idAt(later, old, retired, account('acc_c', proposed, { ...confirmed, usableFrom: later }))).toBe('acc_c');
  // In another currency it takes no place.
  expect(idAt(later, old, account('acc_b', { ...proposed, currency: 'USD' }, confirmed))).toBe('acc_a');
});

test('whatever accounts there are: what is used is confirmed, has cooled and is of the currency', () => {
  const ids = ['acc_a', 'acc_b', 'acc_c'] as const satisfies readonly BankAccountId[];
  const at = fc.integer({ min: 0, max: 9 }).map((days) => plusDays(now, days));
  const any = fc.record({
    replaces: fc.constantFrom('' as const, ...ids),
    currency: fc.constantFrom('JPY', 'USD'),
    from: fc.option(at, { nil: undefined }),
    until: fc.option(at, { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.tuple(any, any, any), at, (all, moment) => {
      const accounts = all.map(({ replaces, currency, from, until }, index) =>
        account(
          ids[index] ?? 'acc_a',
          { ...proposed, replaces, currency },
          ...(from ? [{ ...confirmed, usableFrom: from }] : []),
          ...(from && until ? [{ type: 'BankAccountRetired' as const, at: until, by: 'cho' }] : []),
        ),
      );
      const found = usableOf(accounts, 'JPY', moment);
      if (!found) return;
      expect(found.account).toMatchObject({ status: 'confirmed', currency: 'JPY' });
      expect(found.account.usableFrom <= moment).toBe(true);
    }),
  );
});
