import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  approve,
  booked,
  complete,
  confirm,
  effectiveOn,
  FUND,
  fail,
  heard,
  inForce,
  instruct,
  met,
  mistaken,
  money,
  object,
  PAYMENT,
  paying,
  paymentOf,
  RELEASE,
  refused,
  release,
  request,
  returned,
  reversed,
  settle,
  share,
  terminatedForBreach,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import type { State } from '../agreement-state.ts';
import { heldOf } from './retention.ts';

/** The fund alone pays 60 and 40, and keeps a tenth of each. */
const alone = { shares: [{ ...share(FUND, 100n), financing: { ...GRANT, retentionPercent: '10' } }] };
const paidOf = (tranche: number): Command[] => [
  request({ tranche, milestone: met(tranche) }),
  ...paying(paymentOf(tranche, FUND), `ONE ${tranche}`),
];
const released: Command[] = [release(), ...paying(RELEASE, 'ONE 0')];
const held = (state: State): bigint => heldOf(inForce(state), FUND).amount;
const second = confirm({ report: 2 });

test('what was retained of a payment that comes back is undisbursed with it, and retained again when it is paid again', () => {
  const paid = effectiveOn(alone, ...paidOf(1), ...paidOf(2));
  expect(held(paid)).toBe(10n);
  expect(booked(second, acceptedOn(paid, returned()))).toEqual([
    ['proposer/org_city/received', -54n],
    [`agreement/${AGREEMENT}/retained/${FUND}`, -6n],
    [`agreement/${AGREEMENT}/undisbursed/${FUND}`, 60n],
  ]);
  const back = acceptedOn(paid, returned(), second);
  expect(held(back)).toBe(4n);
  expect(decide(release(), back)).toEqual(refused('PaymentsAreOpen', { payments: [PAYMENT] }));
  const again = [request(), approve(), instruct(), settle({ bankReference: 'TWO' }), confirm({ report: 3 })];
  expect(held(acceptedOn(back, ...again))).toBe(10n);
});

test('nothing is released while a payment is said to have come back, and no payment is undone once it is', () => {
  const paid = effectiveOn(alone, ...paidOf(1), ...paidOf(2));
  expect(decide(release(), acceptedOn(paid, returned()))).toEqual(refused('PaymentsAreOpen', { payments: [PAYMENT] }));
  expect(decide(release(), acceptedOn(paid, returned(), object({ report: 2 })))).toMatchObject({ ok: true });
  for (const state of [acceptedOn(paid, release()), acceptedOn(paid, ...released)])
    for (const command of [returned(), reversed()])
      expect(decide(command, state)).toEqual(refused('RetentionIsReleased', { sponsor: FUND }));
});

test('a release that comes back is retained again, and is released again', () => {
  const paid = effectiveOn(alone, ...paidOf(1), ...paidOf(2), ...released);
  const back = returned({ payment: RELEASE, bankReference: 'BACK 0' });
  expect(held(paid)).toBe(0n);
  expect(booked(confirm({ payment: RELEASE, report: 2 }), acceptedOn(paid, back))).toEqual([
    ['proposer/org_city/received', -10n],
    [`agreement/${AGREEMENT}/retained/${FUND}`, 10n],
  ]);
  const state = acceptedOn(paid, back, confirm({ payment: RELEASE, report: 2 }));
  expect(held(state)).toBe(10n);
  expect(decide(release(), state)).toMatchObject({ ok: true, events: [{ amount: money(10n) }] });
});

test('what a termination has given back stays with the sponsor when the payment comes back after it', () => {
  const terminated = acceptedOn(effectiveOn(alone, ...paidOf(1)), ...terminatedForBreach(1, heard(1).slice(0, 2)));
  const over = acceptedOn(terminated, complete({ payable: [1] }));
  expect(booked(second, acceptedOn(over, returned()))).toEqual([
    ['proposer/org_city/received', -54n],
    [`agreement/${AGREEMENT}/undisbursed/${FUND}`, 54n],
  ]);
  const again = acceptedOn(over, returned(), second, request());
  expect(again).toMatchObject({ status: 'terminated' });
});

/** Terminated for a breach after all of that; what is verified of the first part stays due. */
const overBefore = (...over: readonly Command[]) =>
  acceptedOn(acceptedOn(effectiveOn(alone, ...over), ...terminatedForBreach(1, heard(1).slice(0, 2))), complete({ payable: [1] }));
const mistake = (report: number): Command[] => [mistaken(), confirm({ report })];

test('an outcome that was a mistake is undone after a termination too: what that has given back is not retained again', () => {
  const back = overBefore(...paidOf(1), returned(), second);
  expect(booked(confirm({ report: 3 }), acceptedOn(back, mistaken()))).toEqual([
    ['proposer/org_city/received', 54n],
    [`agreement/${AGREEMENT}/undisbursed/${FUND}`, -54n],
  ]);
  expect(held(acceptedOn(back, ...mistake(3)))).toBe(0n);
  const gone = overBefore(request(), approve(), instruct(), fail(), confirm());
  const again = acceptedOn(gone, ...mistake(2));
  expect(again).toMatchObject({ status: 'terminated' });
  expect(held(again)).toBe(0n);
});

test('what fails after a termination goes back without what that has given back of it', () => {
  const waiting = acceptedOn(overBefore(...paidOf(1)), reversed(), second);
  expect(booked(confirm({ report: 3 }), acceptedOn(waiting, fail()))).toEqual([
    [`agreement/${AGREEMENT}/payable/${FUND}`, -54n],
    [`agreement/${AGREEMENT}/undisbursed/${FUND}`, 54n],
  ]);
});
