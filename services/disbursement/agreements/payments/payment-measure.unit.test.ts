import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import { describe, expect, test } from 'vitest';
import { ask, ORDER, order } from '../advances/advance.fixture.ts';
import {
  acceptedOn,
  approve,
  BANK,
  BIG_TRANCHES,
  checker,
  complete,
  confirm,
  effectiveOn,
  eventsOf,
  FUND,
  fail,
  met,
  money,
  PART,
  PAYMENT,
  paying,
  paymentOf,
  RELEASE,
  release,
  request,
  requestPart,
  sent,
  share,
  terminatedForBreach,
  verdict,
} from '../agreement.fixture.ts';
import type { Command } from '../agreement-faces.ts';
import type { State } from '../agreement-state.ts';
import type { PaymentId } from '../ids.ts';

/** 600 and 400 of two tranches: 450 + 300 of the fund, which pays ahead and keeps a fifth; 150 + 100 of the bank. */
const shares = [{ ...share(FUND, 750n), financing: { ...GRANT, advances: true, retentionPercent: '20' } }, share(BANK, 250n)];
const signed = (...commands: readonly Command[]): State => effectiveOn({ shares, tranches: BIG_TRANCHES }, ...commands);
const spelt = (payment: PaymentId): string => `BANK ${payment.replaceAll('_', ' ')}`;
const paid = (tranche: number, sponsor: `spo_${string}`): Command[] => [
  request({ tranche, sponsor, milestone: met(tranche) }),
  ...paying(paymentOf(tranche, sponsor), spelt(paymentOf(tranche, sponsor))),
];
const all = [...paid(1, FUND), ...paid(1, BANK), ...paid(2, FUND), ...paid(2, BANK)];
const advanced = [ask(), order(), ...paying(ORDER, 'ADVANCE 1')];
/** What an approval says that it compared, under this limit, and whether one person was enough. */
const under = (limit: bigint, payment: PaymentId, state: State) =>
  eventsOf(approve(checker, payment, { edition: 1, limits: [money(limit)] }), state).map((event) => [
    event.type,
    'measured' in event ? event.measured?.amount : undefined,
  ]);
const byTwo = (whole: bigint) => [['PaymentApprovedOnce', whole]];
const byOne = (whole: bigint) => [['PaymentApproved', whole]];

describe('whatever a payment pays of a cell, limits are compared with the whole cell', () => {
  test('an advance, and what is left after it', () => {
    expect(under(449n, ORDER, signed(ask(), order()))).toEqual(byTwo(450n));
    expect(under(449n, PAYMENT, signed(...advanced, request()))).toEqual(byTwo(450n));
    expect(under(450n, ORDER, signed(ask(), order()))).toEqual(byOne(450n));
    expect(under(450n, PAYMENT, signed(...advanced, request()))).toEqual(byOne(450n));
  });

  test('a payment in part after an advance, and what is left after both', () => {
    const inPart = [requestPart(50n), ...paying(PART, 'PART 1')];
    expect(under(449n, PART, signed(...advanced, requestPart(50n)))).toEqual(byTwo(450n));
    expect(under(449n, PAYMENT, signed(...advanced, ...inPart, request()))).toEqual(byTwo(450n));
  });

  test('a payment of which something is retained', () => {
    expect(under(449n, PAYMENT, signed(request()))).toEqual(byTwo(450n));
    expect(under(450n, PAYMENT, signed(request()))).toEqual(byOne(450n));
  });

  test('the release of what was retained: the greatest of the cells that it is of', () => {
    expect(under(449n, RELEASE, signed(...all, release()))).toEqual(byTwo(450n));
    expect(under(450n, RELEASE, signed(...all, release()))).toEqual(byOne(450n));
  });

  test('the payment that is ordered again once the bank has not carried it out', () => {
    const again = signed(...advanced, request(), ...sent(PAYMENT), fail(), confirm(), request());
    expect(under(449n, PAYMENT, again)).toEqual(byTwo(450n));
  });
});

describe('a cell is what it is when somebody approves', () => {
  test('an amendment or a verdict that makes it greater counts for what is left of it', () => {
    const carried = verdict({ tranche: 1, bps: 5_000, rest: 'carried' });
    expect(under(524n, paymentOf(2, FUND), signed(carried, request({ tranche: 2, milestone: met(2) })))).toEqual(byTwo(525n));
  });

  test('one that is cut counts with what was ordered before', () => {
    const state = signed(...advanced, ...terminatedForBreach(1), complete({ payable: [1] }), request());
    // What was to be retained of 450 is given back.
    expect(under(359n, PAYMENT, state)).toEqual(byTwo(360n));
    expect(under(360n, PAYMENT, state)).toEqual(byOne(360n));
    expect(acceptedOn(state, approve())).toMatchObject({ status: 'terminated' });
  });

  test('the cell of another sponsor is another matter', () => {
    expect(under(150n, paymentOf(1, BANK), signed(...paid(1, FUND), request({ sponsor: BANK })))).toEqual(byOne(150n));
  });
});
