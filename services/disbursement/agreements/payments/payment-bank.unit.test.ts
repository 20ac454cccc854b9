import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  actor,
  approve,
  BANK,
  both,
  checker,
  confirm,
  effective,
  FUND,
  fail,
  failed,
  inForce,
  instruct,
  maker,
  met,
  money,
  NOW,
  object,
  PAYMENT,
  paymentOf,
  refused,
  reject,
  request,
  settle,
  settled,
} from '../agreement.fixture.ts';
import { decide, evolve } from '../agreement.ts';
import type { State } from '../agreement-state.ts';
import { ALLOWED_IN_REFERENCES } from './bank-reference.ts';

const otherChecker = actor('other-checker', 'secretariat', 'finance.checker');
const ordered = [request(), approve(), instruct()] as const;
const instructed = effective(...ordered);
const reported = { type: 'PaymentSettlementReported', payment: PAYMENT, milestone: 'mst_1', report: 1 } as const;

const paymentIn = (state: State) => inForce(state).payments.get(PAYMENT);

describe('what the bank did is said by one person and confirmed by another', () => {
  test('by hand it is reported with a document that the secretariat has, and by a statement with its entry', () => {
    expect(decide({ ...settle(), document: '' }, instructed)).toEqual(refused('DocumentIsMissing'));
    expect(decide({ ...settle(), unknownEvidence: ['slip'] }, instructed)).toEqual(refused('EvidenceIsUnknown', { hashes: ['slip'] }));
    const stated = { ...settle(), document: '', statement: 'stm_a', statementEntry: 2 };
    expect(decide(stated, instructed)).toMatchObject({ events: [{ statement: 'stm_a', statementEntry: 2 }] });
  });

  test('by an entry that is not said to be it any more it is not confirmed, and its report is taken back, by whomever, once', () => {
    const line = { statement: 'stm_a', statementEntry: 2 } as const;
    const stated = acceptedOn(instructed, { ...settle(), document: '', ...line });
    const unsaid = { ...confirm({ by: otherChecker }), unsaidBy: line };
    expect(decide(unsaid, stated)).toEqual(refused('EntryDoesNotSayIt', { statement: 'stm_a', entry: 2 }));
    const back = { type: 'WithdrawReport', payment: PAYMENT, ...line, note: 'txt_why', now: NOW, by: maker } as const;
    expect(decide(back, stated)).toMatchObject({ events: [{ type: 'PaymentObjectedTo', report: 1, by: 'maker', ...line }] });
    expect(decide({ ...back, statementEntry: 3 }, stated)).toEqual(nothing);
    expect(decide(back, acceptedOn(instructed, settle()))).toEqual(nothing);
    const free = acceptedOn(stated, back);
    expect(paymentIn(free)).toMatchObject({ status: 'instructed', reported: undefined, objections: [{ report: 1, ...line }] });
    expect(decide(back, free)).toEqual(nothing);
    expect(decide(back, acceptedOn(stated, confirm({ by: otherChecker })))).toEqual(nothing);
  });

  test('by the statement that its requester brought, its approver does not confirm it: two persons do not pay and say that it was paid', () => {
    const stated = acceptedOn(instructed, { ...settle(), document: '', statement: 'stm_a', statementEntry: 2 });
    expect(decide(confirm(), stated)).toEqual(refused('PersonHasAnotherDuty', { person: 'checker', duty: 'approved' }));
    const other = actor('second-checker', 'secretariat', 'finance.checker');
    expect(decide(confirm({ by: other }), stated)).toMatchObject({ events: [{ type: 'PaymentSettled', requestedBy: 'maker' }] });
    const importer = actor('importer', 'secretariat', 'finance.maker');
    const brought = acceptedOn(instructed, { ...settle({ by: importer }), document: '', statement: 'stm_a', statementEntry: 2 });
    expect(decide(confirm(), brought)).toMatchObject({ ok: true });
    expect(decide(confirm(), acceptedOn(instructed, settle()))).toMatchObject({ ok: true });
  });

  test('a reported settlement moves no money yet; a repeat changes nothing', () => {
    const event = { ...reported, document: 'slip', bankReference: 'BANK-1', valueDate: '2027-03-01', at: NOW, by: 'maker' };
    expect(decide(settle({ bankReference: ' BANK-1 ' }), instructed)).toEqual({ ok: true, events: [event] });
    const state = acceptedOn(instructed, settle());
    expect(decide(settle(), state)).toEqual(nothing);
    expect(paymentIn(state)).toMatchObject({
      status: 'instructed',
      reported: { number: 1, outcome: 'settled', bankReference: 'BANK-1', valueDate: '2027-03-01', by: 'maker', at: NOW },
    });
  });

  test('a confirmation books the amount as received by the proposer; a repeat changes nothing', () => {
    const event = {
      type: 'PaymentSettled',
      payment: PAYMENT,
      milestone: 'mst_1',
      bankReference: 'BANK-1',
      valueDate: '2027-03-01',
      at: NOW,
      by: 'checker',
      entry: {
        id: `${AGREEMENT}/settled/${PAYMENT}`,
        day: '2027-03-01',
        postings: [
          { account: `agreement/${AGREEMENT}/payable/${FUND}`, money: money(-45n) },
          { account: 'proposer/org_city/received', money: money(45n) },
        ],
      },
      report: 1,
      reportedBy: 'maker',
    };
    expect(decide(confirm(), acceptedOn(instructed, settle()))).toEqual({ ok: true, events: [event] });
    const state = acceptedOn(instructed, ...settled());
    for (const again of [confirm(), settle()]) expect(decide(again, state)).toEqual(nothing);
  });

  test('a confirmed failure makes the money undisbursed again; a repeat changes nothing', () => {
    expect(decide(fail(), instructed)).toMatchObject({
      ok: true,
      events: [{ type: 'PaymentFailureReported', report: 1, note: 'txt_failed' }],
    });
    expect(decide(fail(), acceptedOn(instructed, fail()))).toEqual(nothing);
    expect(decide(confirm(), acceptedOn(instructed, fail()))).toMatchObject({
      ok: true,
      events: [
        {
          type: 'PaymentFailed',
          note: 'txt_failed',
          by: 'checker',
          report: 1,
          reportedBy: 'teller',
          requestedBy: 'maker',
          entry: { postings: [{ money: money(-45n) }, { account: `agreement/${AGREEMENT}/undisbursed/${FUND}`, money: money(45n) }] },
        },
      ],
    });
    const state = acceptedOn(instructed, ...failed);
    for (const again of [confirm(), fail()]) expect(decide(again, state)).toEqual(nothing);
  });

  test('a failure that the requester says no approver of the payment confirms, as the same is paid again after it', () => {
    const state = acceptedOn(instructed, fail(PAYMENT, maker));
    expect(decide(confirm(), state)).toEqual(refused('PersonHasAnotherDuty', { person: 'checker', duty: 'approved' }));
    expect(decide(confirm({ by: both('second') }), state)).toMatchObject({ ok: true, events: [{ type: 'PaymentFailed' }] });
    expect(decide(confirm(), acceptedOn(instructed, settle()))).toMatchObject({ ok: true, events: [{ type: 'PaymentSettled' }] });
  });

  test('an objection leaves the payment with the bank, for another report under the next number', () => {
    const state = acceptedOn(instructed, fail(), object());
    expect(paymentIn(state)).toMatchObject({
      status: 'instructed',
      reported: undefined,
      objections: [{ report: 1, bankReference: '', note: 'txt_no_such_money', by: 'checker', at: NOW }],
    });
    expect(decide(object(), state)).toEqual(nothing);
    expect(decide(confirm(), state)).toEqual(refused('PaymentIsNotReported', { payment: PAYMENT, status: 'instructed' }));
    expect(decide(settle(), state)).toMatchObject({ ok: true, events: [{ ...reported, report: 2 }] });
    const again = acceptedOn(state, settle());
    expect(decide(confirm(), again)).toEqual(refused('WrongPaymentReport', { payment: PAYMENT, asked: 1, actual: 2 }));
    expect(decide(confirm({ report: 2 }), again)).toMatchObject({ ok: true, events: [{ type: 'PaymentSettled', report: 2 }] });
  });

  test.each([
    ['confirm what nobody reported', confirm(), instructed, refused('PaymentIsNotReported', { payment: PAYMENT, status: 'instructed' })],
    ['object to what nobody reported', object(), instructed, refused('PaymentIsNotReported', { payment: PAYMENT, status: 'instructed' })],
    [
      'report a failure in addition to a settlement',
      fail(),
      acceptedOn(instructed, settle()),
      refused('PaymentIsReported', { payment: PAYMENT, report: 1, outcome: 'settled' }),
    ],
    [
      'report another reference in addition to the first',
      settle({ bankReference: 'BANK-2' }),
      acceptedOn(instructed, settle()),
      refused('PaymentIsReported', { payment: PAYMENT, report: 1, outcome: 'settled' }),
    ],
    [
      'report by the reference that is reported of another payment',
      settle({ payment: paymentOf(1, BANK) }),
      acceptedOn(
        instructed,
        settle(),
        request({ sponsor: BANK }),
        approve(checker, paymentOf(1, BANK)),
        instruct(maker, paymentOf(1, BANK)),
      ),
      refused('BankReferenceIsUsed', { payment: PAYMENT }),
    ],
    [
      'report a reference of characters that banks do not allow',
      settle({ bankReference: 'BANK\u200b1' }),
      instructed,
      refused('BankReferenceIsMalformed', { allowed: ALLOWED_IN_REFERENCES }),
    ],
    [
      'report the reference of another payment in another spelling',
      settle({ payment: paymentOf(1, BANK), bankReference: ' bank-1' }),
      acceptedOn(
        instructed,
        ...settled(),
        request({ sponsor: BANK }),
        approve(checker, paymentOf(1, BANK)),
        instruct(maker, paymentOf(1, BANK)),
      ),
      refused('BankReferenceIsUsed', { payment: PAYMENT }),
    ],
    [
      'report that the bank paid before it was instructed',
      settle({ valueDate: '2027-02-28' }),
      instructed,
      refused('ValueDateIsBeforeTheInstruction', { valueDate: '2027-02-28', instructedOn: '2027-03-01' }),
    ],
  ])('nobody can %s', (_what, command, state, refusal) => {
    expect(decide(command, state)).toEqual(refusal);
  });
});

test('a reference of another bank is another one, if it is recorded from which account each payment is made', () => {
  const other = paymentOf(1, BANK);
  const before = acceptedOn(instructed, settle(), request({ sponsor: BANK }));
  const from = (payerAccount: 'acc_a' | 'acc_c'): State =>
    acceptedOn(before, { ...approve(checker, other), payerAccount }, { ...instruct(maker, other), payerAccount });
  expect(decide(settle({ payment: other }), from('acc_c'))).toMatchObject({ events: [{ bankReference: 'BANK-1' }] });
  expect(decide(settle({ payment: other }), from('acc_a'))).toEqual(refused('BankReferenceIsUsed', { payment: PAYMENT }));
  const way = { payment: other, milestone: 'mst_1', instruction: 'I-1', at: NOW, by: 'maker' } as const;
  const unrecorded = evolve(acceptedOn(before, { ...approve(checker, other), payerAccount: 'acc_c' }), {
    type: 'PaymentInstructed',
    ...way,
    budgets: [],
  });
  expect(decide(settle({ payment: other }), unrecorded)).toEqual(refused('BankReferenceIsUsed', { payment: PAYMENT }));
});

test('an instruction without a date of its own counts from its approval', () => {
  const [event] = [decide(instruct(), effective(request(), approve()))].flatMap((decision) => (decision.ok ? decision.events : []));
  if (event?.type !== 'PaymentInstructed') throw new Error('it was instructed');
  const state = evolve(effective(request(), approve()), { ...event, at: '' });
  expect(decide(settle({ valueDate: '2027-02-28' }), state)).toMatchObject(refused('ValueDateIsBeforeTheInstruction'));
  expect(decide(settle(), state)).toMatchObject({ ok: true });
});

describe('the second person', () => {
  const state = effective(request({ milestone: { ...met(1), reportedBy: ['first-officer', 'officer'] } }), approve(), instruct(), settle());

  test.each([
    ['reported it', 'maker', 'reported'],
    ['submitted the report of the milestone', 'officer', 'submitted'],
    ['submitted an earlier report of the milestone', 'first-officer', 'submitted'],
    ['verified the milestone', 'verifier', 'verified'],
  ])('is nobody who %s', (_what, person, duty) => {
    for (const command of [confirm({ by: both(person) }), object({ by: both(person) })])
      expect(decide(command, state)).toEqual(refused('PersonHasAnotherDuty', { person, duty }));
  });

  test('may be who approved the payment, and needs the role of a checker', () => {
    expect(decide(confirm({ by: checker }), state)).toMatchObject({ ok: true });
    expect(decide(confirm({ by: otherChecker }), state)).toMatchObject({ ok: true });
    for (const command of [confirm({ by: maker }), object({ by: maker })])
      expect(decide(command, state)).toEqual(refused('RoleIsMissing', { needed: ['finance.checker'] }));
  });
});

describe('a payment keeps what was tried before', () => {
  test('each attempt with who requested, approved, refused, instructed, reported and confirmed it, and why it ended', () => {
    const state = acceptedOn(effective(request(), reject(), ...ordered, ...failed), request());
    expect(paymentIn(state)).toMatchObject({
      status: 'requested',
      attempts: [
        { number: 1, status: 'refused', requestedBy: 'maker', refusedBy: 'checker', note: 'txt_note', endedAt: NOW, approvedBy: '' },
        {
          number: 2,
          status: 'failed',
          report: 2,
          requestedBy: 'maker',
          requestedAt: NOW,
          approvedBy: 'checker',
          approvedAt: NOW,
          instruction: expect.stringMatching(/^JUNKAN-/),
          instructedAt: NOW,
          reportedBy: 'teller',
          confirmedBy: 'checker',
          note: 'txt_failed',
          endedAt: NOW,
        },
      ],
    });
  });

  test('its next attempt goes to the bank under another reference, and a report of the first does not settle it', () => {
    const state = acceptedOn(effective(...ordered, ...failed), ...ordered, settle());
    expect(decide(confirm({ report: 1 }), state)).toEqual(refused('WrongPaymentReport', { payment: PAYMENT, asked: 1, actual: 2 }));
    expect(paymentIn(acceptedOn(state, confirm({ report: 2 })))).toMatchObject({
      status: 'settled',
      attempt: 2,
      attempts: [{ number: 1 }],
    });
  });
});

describe('a history from when one person said what the bank did', () => {
  const booked = { id: 'entry', postings: [] };
  const old = { payment: PAYMENT, milestone: 'mst_1', by: 'maker', entry: booked, report: 0, reportedBy: '' } as const;

  test('still records a settlement and a failure', () => {
    const paid = evolve(instructed, { type: 'PaymentSettled', ...old, bankReference: 'B', valueDate: '2027-03-01', at: NOW });
    expect(paymentIn(paid)).toMatchObject({ status: 'settled', bankReference: 'B', confirmedBy: 'maker', reported: undefined });
    const unpaid = evolve(instructed, { type: 'PaymentFailed', ...old, note: 'txt_failed', at: '' });
    expect(paymentIn(unpaid)).toMatchObject({
      status: 'failed',
      attempts: [{ status: 'failed', note: 'txt_failed', confirmedBy: 'maker' }],
    });
    expect(decide(request(), unpaid)).toMatchObject({ ok: true });
  });
});
