import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGREEMENT, actor, BANK, checker, maker, PAYMENT, paymentOf, refused } from '../agreement.fixture.ts';
import {
  type Command,
  comparable,
  decide,
  type Event,
  evolve,
  initial,
  normalised,
  type OfAccounts,
  type State,
} from './bank-reference.ts';

const OTHER = paymentOf(1, BANK);
const of = (payment = PAYMENT, ...accounts: OfAccounts) => ({ bankReference: 'BANK-1', agreement: AGREEMENT, payment, accounts });
const reserve = (payment = PAYMENT, ...accounts: OfAccounts) =>
  ({ type: 'ReserveReference', ...of(payment, ...accounts), line: undefined, by: maker }) satisfies Command;
const release = (payment = PAYMENT) => ({ type: 'ReleaseReference', payment, by: checker }) satisfies Command;
const reservedOf = (payment = PAYMENT, ...accounts: OfAccounts): Event => ({
  type: 'BankReferenceReserved',
  ...of(payment, ...accounts),
  by: 'maker',
});
/** As before accounts were recorded: of every account. */
const reserved = reservedOf();
const released: Event = { type: 'BankReferenceReleased', payment: PAYMENT, by: 'checker' };
const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);

describe("a bank's reference settles one payment", () => {
  test('it is reserved for one, and refused to another', () => {
    expect(decide(reserve(), given())).toEqual({ ok: true, events: [reserved] });
    expect(decide(reserve(), given(reserved))).toEqual(nothing);
    expect(decide(reserve(OTHER), given(reserved))).toEqual(refused('BankReferenceIsUsed', { payment: PAYMENT }));
  });

  test('it is free again once it is released, by whom it was reserved for alone', () => {
    expect(decide(release(), given(reserved))).toEqual({ ok: true, events: [released] });
    expect(decide(release(), given(reserved, released))).toEqual(nothing);
    expect(decide(release(OTHER), given(reserved))).toEqual(nothing);
    expect(decide(reserve(OTHER), given(reserved, released))).toMatchObject({ ok: true });
  });

  test('of an account: another bank may use the same one', () => {
    const state = given(reservedOf(PAYMENT, 'acc_a', 'acc_b'));
    expect(decide(reserve(OTHER, 'acc_c'), state)).toEqual({ ok: true, events: [reservedOf(OTHER, 'acc_c')] });
    // Under whichever record of the account, and where it may be of any.
    for (const accounts of [['acc_a'], ['acc_d', 'acc_b'], []] as const)
      expect(decide(reserve(OTHER, ...accounts), state)).toEqual(refused('BankReferenceIsUsed', { payment: PAYMENT }));
    expect(decide(reserve(PAYMENT, 'acc_a'), state)).toEqual(nothing);
    const both = evolve(state, reservedOf(OTHER, 'acc_c'));
    expect(decide(reserve(PAYMENT, 'acc_c'), both)).toEqual(refused('BankReferenceIsUsed', { payment: OTHER }));
    const left = evolve(both, released);
    expect(decide(reserve(OTHER, 'acc_a'), left)).toMatchObject({ ok: true });
    expect(decide(reserve(PAYMENT, 'acc_c'), left)).toEqual(refused('BankReferenceIsUsed', { payment: OTHER }));
  });

  test('that an earlier version recorded is of every account', () => {
    expect(decide(reserve(OTHER, 'acc_c'), given(reserved))).toEqual(refused('BankReferenceIsUsed', { payment: PAYMENT }));
    expect(decide(reserve(PAYMENT, 'acc_c'), given(reserved))).toEqual(nothing);
  });

  test('is one entry of one statement, also where a person had reported it before', () => {
    const line = (statementEntry: number) => ({ statement: 'stm_a', statementEntry });
    const find = (statementEntry: number, payment = PAYMENT) =>
      ({ type: 'FindReference', payment, ...line(statementEntry), by: checker }) satisfies Command;
    const found: Event = { type: 'BankReferenceFound', payment: PAYMENT, ...line(2), by: 'checker' };
    expect(decide(find(2), given(reserved))).toEqual({ ok: true, events: [found] });
    expect(decide(find(2), given(reserved, found))).toEqual(nothing);
    expect(decide(find(3), given(reserved, found))).toEqual(refused('BankReferenceIsUsed', { payment: PAYMENT }));
    const byEntry = evolve(initial, { ...reservedOf(PAYMENT, 'acc_a'), ...line(1) } as Event);
    expect(decide(find(1), byEntry)).toEqual(nothing);
    expect(decide(find(2), byEntry)).toEqual(refused('BankReferenceIsUsed', { payment: PAYMENT }));
    // What was booked by mistake has no entry any more, and what no version has reserved is found once.
    expect(decide(find(3), given(reserved, found, released, reserved))).toMatchObject({ ok: true });
    expect(decide(find(3), given(found))).toEqual(refused('BankReferenceIsUsed', { payment: PAYMENT }));
  });

  test('only persons of finance reserve and release it', () => {
    const stranger = actor('city', 'org_city', 'proposer.officer');
    for (const command of [reserve(), release()])
      expect(decide({ ...command, by: stranger }, given())).toMatchObject(refused('RoleIsMissing'));
  });
});

describe('the spelling of a reference', () => {
  test('does not distinguish two references', () => {
    for (const spelt of ['stmt-1 a', '  STMT-1  A ', 'Stmt-1   a']) expect(normalised(spelt)).toBe('STMT-1 A');
    expect(normalised('  ')).toBe('');
  });

  test.each(['STMT\u200b1', 'STMT_1', 'STMT\t1', 'ＳＴＭＴ1', 'É1'])('has no characters that banks do not allow: %j', (spelt) => {
    expect(normalised(spelt)).toBeUndefined();
  });

  test('of what is normalised stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        const spelt = normalised(given);
        expect(spelt === undefined || normalised(spelt) === spelt).toBe(true);
      }),
    );
  });
});

test('spaces and marks make no other reference of it', () => {
  for (const spelt of ['ref 1', 'REF1', ' Ref-1 ', 'R.E.F/1']) expect(comparable(spelt)).toBe('REF1');
  expect(normalised('--')).toBeUndefined();
});
