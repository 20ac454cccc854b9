import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  approve,
  approveMeasure,
  BANK,
  booked,
  both,
  claim,
  complete,
  confirm,
  effective,
  end,
  FUND,
  failed,
  heard,
  inForce,
  instruct,
  mistaken,
  money,
  NOW,
  object,
  PAYMENT,
  paying,
  paymentOf,
  propose,
  refused,
  reject,
  request,
  returned,
  reversed,
  sent,
  settle,
  settled,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import { contested, isInForce, paid, type State } from '../agreement-state.ts';
import { entryOf } from '../journal.ts';
import { unsettled } from '../retention/retention.ts';
import type { Payment } from './payment.ts';

const ordered = [request(), approve(), instruct()] as const;
/** The fund's part of the first tranche, 45, is paid. */
const after = (...commands: readonly Command[]): State => acceptedOn(effective(...ordered, ...settled()), ...commands);
const second = confirm({ report: 2 });

function paymentIn(state: State): Payment {
  const payment = inForce(state).payments.get(PAYMENT);
  if (!payment) throw new Error('there is a payment');
  return payment;
}

const accountsAfter = (state: State, ...commands: readonly Command[]) => {
  const sums = new Map<string, bigint>();
  let now = state;
  for (const command of commands) {
    for (const [account, amount] of booked(command, now)) sums.set(account, (sums.get(account) ?? 0n) + amount);
    now = acceptedOn(now, command);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n));
};

describe('a payment that the bank returns after it was settled', () => {
  test('stays settled until a second person has confirmed it; a repeat changes nothing', () => {
    const facts = { payment: PAYMENT, milestone: 'mst_1', report: 2, bankReference: 'BACK-1', valueDate: '2027-03-01', note: 'txt_closed' };
    const event = { type: 'PaymentReturnReported', ...facts, document: 'slip', at: NOW, by: 'teller' };
    expect(decide({ ...returned(), document: '' }, after())).toEqual(refused('DocumentIsMissing'));
    expect(decide(returned(), after())).toEqual({ ok: true, events: [event] });
    const state = after(returned());
    expect(decide(returned(), state)).toEqual(nothing);
    expect(decide(confirm(), state)).toEqual(nothing);
    expect(paymentIn(state)).toMatchObject({ status: 'settled', undoing: { number: 2, outcome: 'returned', by: 'teller' } });
    expect([paid(after(returned()) as never), isInForce(state as never) && contested(state as never)]).toEqual([money(45n), [PAYMENT]]);
  });

  test('is undisbursed again, and its cell is requested, approved and paid again', () => {
    const account = { 'proposer/org_city/received': -45n, [`agreement/${AGREEMENT}/undisbursed/${FUND}`]: 45n };
    expect(accountsAfter(after(), returned(), second)).toEqual(account);
    const state = after(returned(), second);
    expect(decide(second, state)).toEqual(nothing);
    expect(decide(returned(), state)).toEqual(nothing);
    expect(paymentIn(state)).toMatchObject({
      status: 'returned',
      attempts: [
        { number: 1, status: 'returned', bankReference: 'BANK-1', returnReference: 'BACK-1', reportedBy: 'teller', note: 'txt_closed' },
      ],
    });
    expect(paid(state as never)).toEqual(money(0n));
    expect(unsettled(state as never)).toContain(PAYMENT);
    const again = acceptedOn(state, ...ordered, settle({ bankReference: 'BANK-2' }), confirm({ report: 3 }));
    expect(paymentIn(again)).toMatchObject({ status: 'settled', attempt: 2, bankReference: 'BANK-2' });
    expect(paid(again as never)).toEqual(money(45n));
  });

  test('is confirmed by no approver of the payment where its requester says it, as the same is paid again after it', () => {
    const state = after(returned({ by: both('maker') }));
    expect(decide(second, state)).toEqual(refused('PersonHasAnotherDuty', { person: 'checker', duty: 'approved' }));
    expect(decide(confirm({ report: 2, by: both('second') }), state)).toMatchObject({ ok: true, events: [{ type: 'PaymentReturned' }] });
    const mistake = after(reversed({ by: both('maker') }));
    expect(decide(second, mistake)).toMatchObject({ ok: true, events: [{ type: 'SettlementReversed' }] });
  });

  test('has references that nothing else of the agreement takes, not even its next attempt', () => {
    const used = { payment: PAYMENT };
    expect(decide(returned({ bankReference: 'bank 1' }), after())).toEqual(refused('BankReferenceIsUsed', used));
    const again = acceptedOn(after(returned(), second), ...ordered);
    for (const bankReference of ['BANK-1', 'BACK-1'])
      expect(decide(settle({ bankReference }), again)).toEqual(refused('BankReferenceIsUsed', used));
    const other = paymentOf(1, BANK);
    const state = acceptedOn(after(returned()), request({ sponsor: BANK }), ...sent(other));
    expect(decide(settle({ payment: other, bankReference: 'BACK-1' }), state)).toEqual(refused('BankReferenceIsUsed', used));
  });

  test('came back between the day on which the bank paid and today, for a reason', () => {
    const date = (valueDate: string) => decide(returned({ valueDate }), after());
    expect(date('2027-02-28')).toEqual(refused('ValueDateIsBeforeTheSettlement', { valueDate: '2027-02-28', settledOn: '2027-03-01' }));
    expect(date('2027-03-02')).toEqual(refused('ValueDateIsInTheFuture', { valueDate: '2027-03-02', today: '2027-03-01' }));
    expect(date('2027-02-30')).toEqual(refused('ValueDateIsNoDate', { valueDate: '2027-02-30' }));
    expect(decide({ ...returned(), note: '' }, after())).toEqual(refused('NoteIsMissing'));
    expect(decide(returned({ bankReference: ' ' }), after())).toEqual(refused('BankReferenceIsMissing'));
  });

  test('is reported by nobody who approved it, and confirmed by nobody who reported it', () => {
    const duty = (person: string, held: string) => refused('PersonHasAnotherDuty', { person, duty: held });
    expect(decide(returned({ by: both('checker') }), after())).toEqual(duty('checker', 'approved'));
    expect(decide(reversed({ by: both('verifier') }), after())).toEqual(duty('verifier', 'verified'));
    const state = after(returned({ by: both('ann') }));
    expect(decide(confirm({ report: 2, by: both('ann') }), state)).toEqual(duty('ann', 'reported'));
    expect(decide(object({ report: 2, by: both('ann') }), state)).toEqual(duty('ann', 'reported'));
    expect(decide(confirm({ report: 2, by: both('officer') }), state)).toEqual(duty('officer', 'submitted'));
    // Nor by who had reported the settlement.
    expect(decide(confirm({ report: 2, by: both('maker') }), state)).toEqual(duty('maker', 'reported'));
  });

  test('is not undone after an objection, and may be reported again', () => {
    const state = after(returned(), object({ report: 2 }));
    expect(paymentIn(state)).toMatchObject({
      status: 'settled',
      undoing: undefined,
      bankReference: 'BANK-1',
      objections: [{ report: 2, bankReference: 'BACK-1', by: 'checker' }],
    });
    expect(decide(object({ report: 2 }), state)).toEqual(nothing);
    expect(decide(second, state)).toEqual(refused('PaymentIsNotReported', { payment: PAYMENT, status: 'settled' }));
    expect(acceptedOn(state, returned(), confirm({ report: 3 }))).toMatchObject({ status: 'effective' });
  });

  test('must have been settled, and is undone once', () => {
    const instructed = effective(...ordered);
    expect(decide(returned(), instructed)).toEqual(refused('PaymentIsNotSettled', { payment: PAYMENT, status: 'instructed' }));
    const facts = { payment: PAYMENT, report: 2, outcome: 'returned' };
    expect(decide(reversed(), after(returned()))).toEqual(refused('PaymentIsReported', facts));
    expect(decide(returned({ bankReference: 'OTHER' }), after(returned()))).toEqual(refused('PaymentIsReported', facts));
    const gone = after(returned(), second);
    expect(decide(reversed(), gone)).toEqual(refused('PaymentIsNotSettled', { payment: PAYMENT, status: 'returned' }));
  });

  test('is none of which money is claimed back, and nothing of it is claimed until it is decided', () => {
    const claimed = refused('PaymentIsClaimedBack', { payment: PAYMENT, unclaimed: 25n, currency: 'USD' });
    expect(decide(returned(), after(claim()))).toEqual(claimed);
    expect(decide(reversed(), after(claim()))).toEqual(claimed);
    expect(decide(claim(), after(returned()))).toEqual(refused('NothingIsOpen'));
    expect(decide(claim(), after(returned(), object({ report: 2 })))).toMatchObject({ ok: true });
  });
});

describe('a settlement that was booked by mistake', () => {
  test('is reversed by an entry that restores every account, and the bank is waited for again', () => {
    const instructed = effective(...ordered);
    expect(accountsAfter(instructed, ...settled(), reversed(), second)).toEqual({});
    const state = after(reversed(), second);
    expect(decide(second, state)).toEqual(nothing);
    expect(paymentIn(state)).toMatchObject({
      status: 'instructed',
      reported: undefined,
      attempts: [],
      reversals: [{ report: 2, bankReference: 'BANK-1', note: 'txt_mistake', by: 'checker' }],
    });
    // Its reference is free again, and may be the right one of another payment, or of this.
    const again = acceptedOn(state, settle({ bankReference: 'BANK-1' }), confirm({ report: 3 }));
    expect(paymentIn(again)).toMatchObject({ status: 'settled', attempt: 1 });
  });

  test('is distinguished from the settlement before it in the journal', () => {
    const ids = (...commands: readonly Command[]): string[] => {
      let state = effective(...ordered);
      return commands.flatMap((command) => {
        const decision = decide(command, state);
        state = acceptedOn(state, command);
        return decision.ok ? decision.events.flatMap((event) => entryOf(event)?.id ?? []) : [];
      });
    };
    expect(ids(...settled(), reversed(), second, settle(), confirm({ report: 3 }))).toEqual([
      `${AGREEMENT}/settled/${PAYMENT}`,
      `${AGREEMENT}/reversed/${PAYMENT}/2`,
      `${AGREEMENT}/settled/${PAYMENT}/2`,
    ]);
  });
});

test('while money is on its way back an agreement does not end, and once it has ended nothing is undone', () => {
  const bank = paymentOf(1, BANK);
  const payments = [PAYMENT, bank, paymentOf(2, FUND), paymentOf(2, BANK)];
  const whole = payments.reduce<State>((state, payment, at) => {
    const [tranche, sponsor] = [at < 2 ? 1 : 2, at % 2 === 0 ? FUND : BANK];
    return acceptedOn(state, request({ tranche, sponsor }), ...paying(payment, `ONE-${at}`));
  }, effective());
  const open = acceptedOn(whole, returned());
  expect(decide(end, open)).toEqual(refused('PaymentsAreOpen', { payments: [PAYMENT] }));
  expect(decide(end, acceptedOn(open, second))).toEqual(refused('PaymentsAreOpen', { payments: [PAYMENT] }));
  const ended = acceptedOn(whole, end);
  for (const command of [returned(), reversed()])
    expect(decide(command, ended)).toEqual(refused('AgreementIsNotEffective', { status: 'ended' }));
});

test('what came back before a termination is owed again, and paid after it', () => {
  const terminated = after(returned(), second, propose('termination'), ...heard(1), approveMeasure(1), complete({ payable: [1] }));
  expect(terminated.status).toBe('terminated');
  expect(unsettled(terminated as never)).toContain(PAYMENT);
  const again = acceptedOn(terminated, ...ordered, settle({ bankReference: 'BANK-2' }), confirm({ report: 3 }));
  expect(paymentIn(again).status).toBe('settled');
});

test('what comes back after a termination is paid again', () => {
  const terminated = after(propose('termination'), ...heard(1), approveMeasure(1), complete({ payable: [1] }));
  expect(paymentIn(acceptedOn(terminated, returned(), second, ...ordered)).status).toBe('instructed');
});

describe('a return or a failure that was booked by mistake', () => {
  const gone = after(returned(), second);
  const third = confirm({ report: 3, by: both('secretary-checker') });

  test('is undone by two persons: the payment is settled again exactly as before, and no account shows a trace', () => {
    expect(decide({ ...mistaken(), document: '' }, gone)).toEqual(refused('DocumentIsMissing'));
    const facts = { payment: PAYMENT, milestone: 'mst_1', report: 3, note: 'txt_another', document: 'slip', at: NOW, by: 'maker' };
    expect(decide(mistaken(), gone)).toEqual({ ok: true, events: [{ type: 'PaymentMistakeReported', ...facts }] });
    const said = acceptedOn(gone, mistaken());
    expect(decide(mistaken(), said)).toEqual(nothing);
    for (const by of [both('ann'), both('maker')])
      expect(decide(request({ by }), said)).toEqual(refused('CellHasAnOrder', { payment: PAYMENT, status: 'returned' }));
    expect(accountsAfter(after(), returned(), second, mistaken(), third)).toEqual({});
    const state = acceptedOn(said, third);
    expect(decide(third, state)).toEqual(nothing);
    const { reports: _reports, reversals: _reversals, ...before } = paymentIn(after());
    expect(paymentIn(state)).toMatchObject(before);
    expect(paymentIn(state)).toMatchObject({ attempts: [], reversals: [{ report: 3, bankReference: 'BACK-1', note: 'txt_another' }] });
    expect(paid(state as never)).toEqual(money(45n));
  });

  test('frees the reference of the return, which may come back under it in truth, and be paid again by another order', () => {
    const state = acceptedOn(gone, mistaken(), third);
    const back = acceptedOn(state, returned(), confirm({ report: 4 }));
    expect(paymentIn(back)).toMatchObject({ status: 'returned', attempts: [{ number: 1, returnReference: 'BACK-1' }] });
    const again = acceptedOn(back, ...ordered, settle({ bankReference: 'BANK-2' }), confirm({ report: 5 }));
    expect(paymentIn(again)).toMatchObject({ status: 'settled', attempt: 2 });
  });

  test('is found also after the next request was refused or has failed; the attempts after it have other numbers', () => {
    const asked = acceptedOn(gone, ...ordered);
    expect(decide(mistaken(), asked)).toEqual(refused('PaymentIsNotOver', { payment: PAYMENT, status: 'instructed' }));
    const over = acceptedOn(gone, request(), { ...reject(), note: 'txt_no' });
    const state = acceptedOn(over, mistaken(), third);
    expect(paymentIn(state)).toMatchObject({ status: 'settled', attempt: 1 });
    const back = acceptedOn(state, returned(), confirm({ report: 4 }), request());
    expect(paymentIn(back)).toMatchObject({ status: 'requested', attempt: 3 });
  });

  test('is decided by neither who reported it nor who reported the outcome, and not reported by who approved the payment', () => {
    const duty = (person: string, held: string) => refused('PersonHasAnotherDuty', { person, duty: held });
    expect(decide(mistaken({ by: both('checker') }), gone)).toEqual(duty('checker', 'approved'));
    const state = acceptedOn(gone, mistaken({ by: both('ann') }));
    for (const command of [confirm({ report: 3, by: both('ann') }), object({ report: 3, by: both('ann') })])
      expect(decide(command, state)).toEqual(duty('ann', 'reported'));
    expect(decide(confirm({ report: 3, by: both('teller') }), state)).toEqual(duty('teller', 'reported'));
    const objected = acceptedOn(state, object({ report: 3 }));
    expect(paymentIn(objected)).toMatchObject({ status: 'returned', objections: [{ report: 3 }] });
    expect(decide(object({ report: 3 }), objected)).toEqual(nothing);
    expect(decide(mistaken(), effective(...ordered))).toEqual(refused('PaymentIsNotOver', { payment: PAYMENT, status: 'instructed' }));
  });

  test('is not undone once its part has no money for it any more', () => {
    const state = acceptedOn(gone, propose('termination'), ...heard(1), approveMeasure(1), complete());
    const changed = { payment: PAYMENT, amount: 45n, open: 0n, currency: 'USD' };
    expect(decide(mistaken(), state)).toEqual(refused('PartHasChanged', changed));
  });

  test('of what failed the bank is waited for again, under the same reference', () => {
    const accounts = accountsAfter(effective(...ordered), ...failed, mistaken(), confirm({ report: 2, by: both('secretary-checker') }));
    expect(accounts).toEqual({});
    const state = acceptedOn(effective(...ordered, ...failed), mistaken(), confirm({ report: 2, by: both('secretary-checker') }));
    expect(paymentIn(state)).toMatchObject({ status: 'instructed', attempts: [], attempt: 1, reported: undefined });
    expect(paymentIn(acceptedOn(state, settle(), confirm({ report: 3 }))).status).toBe('settled');
  });
});
