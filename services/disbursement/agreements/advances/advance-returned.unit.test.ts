import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  BIG_TRANCHES,
  booked,
  claim,
  confirm,
  effectiveOn,
  FUND,
  met,
  money,
  paying,
  propose,
  refused,
  request,
  returned,
  reversed,
  share,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import type { State } from '../agreement-state.ts';
import { ask, ORDER, order, state } from './advance.fixture.ts';

/** The fund alone, which allows advances, pays 600 and 400; 100 of the first tranche are paid ahead. */
const financing = { ...GRANT, advances: true };
const alone = { shares: [{ ...share(FUND, 1000n), financing }], tranches: BIG_TRANCHES };
const back = returned({ payment: ORDER });
const mistake = reversed({ payment: ORDER });
const second = confirm({ payment: ORDER, report: 2 });

const paid = (...commands: readonly Command[]): State => effectiveOn(alone, ask(), order(), ...paying(ORDER, 'AHEAD'), ...commands);

test('an advance that the bank returns leaves the account of the advance, and may be paid again or not', () => {
  expect(booked(second, paid(back))).toEqual([
    [`proposer/org_city/advance/${AGREEMENT}`, -100n],
    [`agreement/${AGREEMENT}/undisbursed/${FUND}`, 100n],
  ]);
  expect(decide(order(), paid(back, second))).toMatchObject({ ok: true });
  // What comes without it pays the whole part.
  expect(decide(request(), paid(back, second))).toMatchObject({ ok: true, events: [{ amount: money(600n) }] });
  expect(decide(request(), paid())).toMatchObject({ ok: true, events: [{ amount: money(500n) }] });
});

test('an advance that was booked by mistake is payable again', () => {
  expect(booked(second, paid(mistake))).toEqual([
    [`proposer/org_city/advance/${AGREEMENT}`, -100n],
    [`agreement/${AGREEMENT}/payable/${FUND}`, 100n],
  ]);
});

test('while an advance is said to have come back nothing is stated, claimed or requested of it, and nothing is terminated', () => {
  const coming = paid(back);
  expect(decide(state(10n), coming)).toEqual(refused('AdvanceInStatus', { advance: 1, status: 'ordered' }));
  expect(decide(request(), coming)).toEqual(refused('AdvanceIsUnderWay', { advance: 1 }));
  expect(decide(propose('termination'), coming)).toEqual(refused('PaymentsAreUnderWay', { payments: [ORDER] }));
  const unspent = claim({ kind: 'unspent' });
  expect(decide(unspent, coming)).toEqual(refused('NothingIsOpen'));
  for (const command of [back, mistake])
    for (const before of [paid(unspent), paid(state(10n)), paid(request({ milestone: met(1) }))])
      expect(decide(command, before)).toEqual(refused('AdvanceIsRestedOn', { advance: 1 }));
});
