import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGREEMENT, actor, BANK, checker, maker, PAYMENT, paymentOf, refused } from '../agreement.fixture.ts';
import { type Command, comparable, decide, type Event, evolve, initial, normalised, type State } from './bank-reference.ts';

const OTHER = paymentOf(1, BANK);
const reserve = (payment = PAYMENT) =>
  ({ type: 'ReserveReference', bankReference: 'BANK-1', agreement: AGREEMENT, payment, by: maker }) satisfies Command;
const release = (payment = PAYMENT) => ({ type: 'ReleaseReference', payment, by: checker }) satisfies Command;
const reserved: Event = { type: 'BankReferenceReserved', bankReference: 'BANK-1', agreement: AGREEMENT, payment: PAYMENT, by: 'maker' };
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
