import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  acceptedOn,
  actor,
  approve,
  BANK,
  BIG_TRANCHES,
  checker,
  complete,
  confirm,
  effectiveOn,
  end,
  eventsOf,
  FUND,
  fail,
  inForce,
  maker,
  met,
  money,
  NOW,
  PART,
  PAYMENT,
  paying,
  paymentOf,
  propose,
  refused,
  reject,
  request,
  requestPart,
  returned,
  reversed,
  sent,
  share,
  terminatedForBreach,
  verdict,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import type { State } from '../agreement-state.ts';
import type { Share } from '../contract/terms.ts';
import type { PaymentId } from '../ids.ts';
import { restOf, unpaidCells } from '../retention/retention.ts';
import { partPaidOn } from './part-payment.ts';

/** 600 and 400 of two tranches: 450 + 300 of the fund, 150 + 100 of the bank. */
const on = (shares: Share[], ...commands: readonly Command[]): State => effectiveOn({ shares, tranches: BIG_TRANCHES }, ...commands);
const plain = [share(FUND, 750n), share(BANK, 250n)];
const signed = (...commands: readonly Command[]): State => on(plain, ...commands);
const retaining = (...commands: readonly Command[]): State =>
  on([{ ...share(FUND, 750n), financing: { ...GRANT, retentionPercent: '10' } }, share(BANK, 250n)], ...commands);

const SECOND: PaymentId = 'pay_part2';
const spelt = (payment: PaymentId): string => payment.replaceAll('_', ' ');
const paid = (payment: PaymentId): readonly Command[] => paying(payment, `BANK ${spelt(payment)}`);
const inPart = (amount: bigint, payment = PART): Command[] => [requestPart(amount, { payment }), ...paid(payment)];
const closed = [request(), ...paid(PAYMENT)];
const back = (payment: PaymentId): Command[] => [
  returned({ payment, bankReference: `BACK ${spelt(payment)}` }),
  confirm({ payment, report: 2, by: actor('second', 'secretariat', 'finance.checker') }),
];
const cellOf = (state: State) => {
  const cell = inForce(state).cells[0];
  if (!cell) throw new Error('no cell');
  return cell;
};
const standing = (state: State) => [partPaidOn(inForce(state), cellOf(state)), restOf(inForce(state), cellOf(state))];

describe('a payment in part', () => {
  test('is requested once the milestone is verified, and leaves at least a minor unit for the payment that closes the part', () => {
    expect(eventsOf(requestPart(449n), signed())).toMatchObject([
      {
        type: 'PaymentRequested',
        payment: PART,
        amount: money(449n),
        partPayment: 1,
        partWhole: money(450n),
        partLeft: money(1n),
        milestone: 'mst_1',
      },
    ]);
    expect(decide(requestPart(450n), signed())).toEqual(refused('PartPaymentExceedsTheRest', { asked: 450n, most: 449n, currency: 'USD' }));
    const unverified = { id: 'mst_1' as const, is: 'unverified' as const, status: 'submitted' };
    expect(decide(requestPart(1n, { milestone: unverified }), signed())).toMatchObject(refused('MilestoneIsNotVerified'));
  });

  test('is of money above zero in the currency of the agreement, by a maker who had no part in the verdict', () => {
    expect(decide(requestPart(0n), signed())).toEqual(refused('AmountIsNotPositive', money(0n)));
    expect(decide(requestPart(-1n), signed())).toEqual(refused('AmountIsNotPositive', money(-1n)));
    expect(decide(requestPart(1n, { currency: 'JPY' }), signed())).toEqual(refused('WrongCurrency', { currency: 'USD' }));
    expect(decide(requestPart(1n, { by: checker }), signed())).toMatchObject(refused('RoleIsMissing'));
    const verifier = actor('verifier', 'secretariat', 'finance.maker');
    expect(decide(requestPart(1n, { by: verifier }), signed())).toMatchObject(refused('PersonHasAnotherDuty', { duty: 'verified' }));
    expect(decide(requestPart(1n, { tranche: 9 }), signed())).toMatchObject(refused('CellIsUnknown'));
    expect(decide(approve(maker, PART), signed(requestPart(1n)))).toMatchObject(refused('RoleIsMissing'));
    const both = actor('maker', 'secretariat', 'finance.checker');
    expect(decide(approve(both, PART), signed(requestPart(1n)))).toMatchObject(refused('PersonHasAnotherDuty', { duty: 'requested' }));
  });

  test('is one at a time: another and the closing payment wait for it, and the same request changes nothing', () => {
    const state = signed(requestPart(100n));
    expect(decide(requestPart(100n), state)).toEqual(nothing);
    const underWay = refused('PartPaymentIsUnderWay', { payment: PART, status: 'requested' });
    expect(decide(requestPart(99n), state)).toEqual(underWay);
    expect(decide(requestPart(1n, { payment: SECOND }), state)).toEqual(underWay);
    expect(decide(request(), state)).toEqual(underWay);
    expect(decide(request({ sponsor: BANK }), state)).toMatchObject({ ok: true });
    expect(decide(requestPart(1n, { payment: SECOND, sponsor: BANK }), state)).toMatchObject({ ok: true });
  });

  test('is booked as every payment is, and the closing payment pays the rest', () => {
    const state = signed(...inPart(100n), ...inPart(200n, SECOND));
    expect(standing(state)).toEqual([300n, 150n]);
    expect(eventsOf(request(), state)).toMatchObject([
      { payment: PAYMENT, amount: money(150n), partPaid: money(300n), partWhole: money(450n) },
    ]);
    const [settlement] = eventsOf(confirm({ payment: PART }), signed(...inPart(100n).slice(0, -1)));
    expect(settlement).toMatchObject({
      type: 'PaymentSettled',
      entry: { postings: [{ account: 'agreement/agr_a/payable/spo_fund' }, { account: 'proposer/org_city/received', money: money(100n) }] },
    });
    expect(inForce(signed(...inPart(100n), ...inPart(200n, SECOND), ...closed)).status).toBe('effective');
    expect(standing(signed(...inPart(100n), ...inPart(200n, SECOND), ...closed))).toEqual([300n, 0n]);
  });

  test('that is refused, fails or comes back is due again with the rest', () => {
    for (const over of [
      [requestPart(100n), reject(checker, PART)],
      [requestPart(100n), ...sent(PART), fail(PART), confirm({ payment: PART })],
      [...inPart(100n), ...back(PART)],
    ]) {
      expect(standing(signed(...over))).toEqual([0n, 450n]);
      expect(eventsOf(request(), signed(...over))[0]).toMatchObject({ amount: money(450n) });
      expect(eventsOf(requestPart(50n, { payment: SECOND }), signed(...over))[0]).toMatchObject({ partPayment: 2 });
    }
  });

  test('is not passed by while it is said to have come back', () => {
    const said = signed(...inPart(100n), returned({ payment: PART, bankReference: 'BACK' }));
    const waits = refused('PartPaymentIsUnderWay', { payment: PART, status: 'settled' });
    expect(decide(request(), said)).toEqual(waits);
    expect(decide(requestPart(100n), said)).toEqual(waits);
  });

  test('is not for what only the closing payment can pay', () => {
    const left = refused('NoPartPaymentIsLeft', { tranche: 1, sponsor: FUND });
    expect(decide(requestPart(1n, { payment: SECOND }), signed(...inPart(449n)))).toEqual(left);
    expect(decide(requestPart(1n, { payment: SECOND }), retaining(...inPart(404n)))).toEqual(left);
  });

  test('is measured with the whole part by the limits of approvals', () => {
    const rules = { edition: 1, limits: [money(449n)] };
    expect(eventsOf(approve(checker, PART, rules), signed(requestPart(10n)))).toMatchObject([{ type: 'PaymentApprovedOnce' }]);
    expect(eventsOf(approve(checker, PAYMENT, rules), signed(...inPart(400n), request()))).toMatchObject([{ type: 'PaymentApprovedOnce' }]);
    expect(eventsOf(approve(checker, PART, { edition: 1, limits: [money(450n)] }), signed(requestPart(10n)))).toMatchObject([
      { type: 'PaymentApproved' },
    ]);
  });
});

describe('what comes back of a part that was closed', () => {
  const came = (...commands: readonly Command[]) => signed(...inPart(100n), ...closed, ...back(PART), ...commands);

  test('is due again, by itself, and nothing more than that', () => {
    expect(standing(came())).toEqual([0n, 100n]);
    expect(unpaidCells(inForce(came()))).toContain(PAYMENT);
    expect(decide(requestPart(101n, { payment: SECOND }), came())).toEqual(
      refused('PartPaymentExceedsTheRest', { asked: 101n, most: 100n, currency: 'USD' }),
    );
    expect(decide(request(), came())).toEqual(nothing);
    expect(standing(came(...inPart(60n, SECOND)))).toEqual([60n, 40n]);
    expect(standing(came(...inPart(100n, SECOND)))).toEqual([100n, 0n]);
  });

  test('may be held, as long as it is not paid again', () => {
    const hold = {
      type: 'HoldPayment',
      tranche: 1,
      sponsor: FUND,
      milestone: 'mst_1',
      reason: 'dispute',
      note: 'txt_why',
      releaseDays: 14,
      now: NOW,
      by: checker,
    } as const satisfies Command;
    expect(decide(hold, signed(...inPart(100n), ...closed))).toMatchObject(refused('PartIsPaid'));
    expect(decide(requestPart(100n, { payment: SECOND }), came(hold))).toMatchObject(refused('PaymentIsHeld', { hold: 1 }));
  });

  test('keeps an agreement from being paid in full until it is paid again', () => {
    const rest = ([1, 2] as const).flatMap((tranche) => [paymentOf(tranche, FUND), paymentOf(tranche, BANK)]).slice(1);
    const others = rest.flatMap((payment) => {
      const [tranche, sponsor] = payment === paymentOf(1, BANK) ? [1, BANK] : payment === paymentOf(2, FUND) ? [2, FUND] : [2, BANK];
      return [request({ tranche, sponsor, milestone: met(tranche) }), ...paid(payment)];
    });
    const full = signed(...inPart(100n), ...closed, ...others);
    expect(decide(end, full)).toMatchObject({ ok: true });
    const short = acceptedOn(full, ...back(PART));
    expect(decide(end, short)).toEqual(refused('PaymentsAreOpen', { payments: [PAYMENT] }));
    const again = acceptedOn(short, ...inPart(100n, SECOND).slice(0, -1));
    expect(eventsOf(confirm({ payment: SECOND }), again)).toMatchObject([
      { type: 'PaymentSettled' },
      { type: 'AgreementPaidInFull', paid: money(1000n) },
    ]);
  });

  test('is waited for where it was booked by mistake', () => {
    const second = actor('second', 'secretariat', 'finance.checker');
    const mistaken = signed(...inPart(100n), ...closed, reversed({ payment: PART }), confirm({ payment: PART, report: 2, by: second }));
    expect(standing(mistaken)).toEqual([0n, 0n]);
    expect(decide(requestPart(1n, { payment: SECOND }), mistaken)).toMatchObject(
      refused('PartPaymentIsUnderWay', { status: 'instructed' }),
    );
    expect(decide(end, mistaken)).toMatchObject(refused('PaymentsAreOpen'));
    const failed = acceptedOn(mistaken, fail(PART), confirm({ payment: PART, report: 3 }));
    expect(standing(failed)).toEqual([0n, 100n]);
  });

  test('has nothing to ask for while everything requested is still open or paid', () => {
    expect(decide(requestPart(1n), signed(request()))).toEqual(refused('CellHasAnOrder', { payment: PAYMENT, status: 'requested' }));
    expect(decide(requestPart(1n, { payment: SECOND }), signed(...inPart(100n), ...closed))).toEqual(
      refused('CellHasAnOrder', { payment: PAYMENT, status: 'settled' }),
    );
  });
});

describe('what is retained of a part that is paid in several payments', () => {
  test('is kept of the closing payment, of the whole part', () => {
    expect(decide(requestPart(405n), retaining())).toEqual(
      refused('PartPaymentExceedsTheRest', { asked: 405n, most: 404n, currency: 'USD' }),
    );
    const most = retaining(...inPart(404n));
    expect(standing(most)).toEqual([404n, 1n]);
    expect(eventsOf(request(), most)).toMatchObject([{ amount: money(1n), retained: money(45n), partPaid: money(404n) }]);
  });

  test('goes back with a termination for a breach, and what was paid in part stays', () => {
    const ended = (...commands: readonly Command[]) => retaining(...commands, ...terminatedForBreach(1), complete({ payable: [1] }));
    const earned = ended(...inPart(100n));
    expect(cellOf(earned).amount).toEqual(money(405n));
    expect(standing(earned)).toEqual([100n, 305n]);
    expect(eventsOf(request(), earned)).toMatchObject([{ amount: money(305n), partPaid: money(100n) }]);
    const short = acceptedOn(ended(...inPart(100n), ...closed), ...back(PART));
    expect(standing(short)).toEqual([0n, 100n]);
    expect(eventsOf(requestPart(100n, { payment: SECOND }), short)).toMatchObject([{ partWhole: money(450n) }]);
  });
});

describe('a part of which something was paid', () => {
  test('changes neither by an amendment nor by a verdict, while a free one does', () => {
    const changing = propose('amendment', [{ tranche: 1, dueOn: '', amount: money(500n) }]);
    expect(decide(changing, signed(...inPart(100n)))).toEqual(refused('TrancheIsClosed', { tranche: 1 }));
    expect(decide(changing, signed(requestPart(100n), reject(checker, PART)))).toMatchObject({ ok: true });
    const cut = verdict({ tranche: 1, bps: 5000, rest: 'cancelled' });
    expect(decide(cut, signed(...inPart(100n)))).toEqual(refused('CellHasAnOrder', { payment: PART, status: 'settled' }));
  });

  test('keeps a termination waiting while a payment of it is on its way', () => {
    expect(decide(propose('termination'), signed(requestPart(100n)))).toEqual(refused('PaymentsAreUnderWay', { payments: [PART] }));
  });

  test('is claimed back as far as it was paid, and then not returned by the bank', () => {
    const claim = (amount: bigint) =>
      ({
        type: 'ClaimRecovery',
        kind: 'ineligible',
        tranche: 1,
        amount: money(amount),
        note: 'txt_back',
        answerDays: 0,
        now: NOW,
        by: actor('secretary', 'secretariat', 'secretariat.officer'),
      }) as const satisfies Command;
    const state = signed(...inPart(100n));
    expect(decide(claim(101n), state)).toMatchObject(refused('AmountExceedsWhatIsOpen', { open: 100n }));
    const claimed = acceptedOn(state, claim(1n));
    expect(decide(returned({ payment: PART }), claimed)).toMatchObject(refused('PaymentIsClaimedBack', { unclaimed: 99n }));
  });
});
