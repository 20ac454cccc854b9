import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import {
  acceptedOn,
  actor,
  approve,
  BANK,
  bankApprover,
  certifier,
  checker,
  confirm,
  effective,
  end,
  FUND,
  fail,
  failed,
  fundApprover,
  instruct,
  maker,
  money,
  NOW,
  officer,
  PAYMENT,
  paying,
  paymentOf,
  refused,
  reject,
  request,
  secretariatApprover,
  settle,
  settled,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import { isInForce, type State } from '../agreement-state.ts';

const secondChecker = actor('second-checker', 'secretariat', 'finance.checker');
const secondOfFund = actor('second-of-fund', FUND, 'sponsor.approver');
const LATER = '2027-03-01T10:00:00.000Z';

const hold = (over: Partial<Extract<Command, { type: 'HoldPayment' }>> = {}) =>
  ({
    type: 'HoldPayment',
    tranche: 1,
    sponsor: FUND,
    milestone: 'mst_1',
    reason: 'documents-missing',
    note: 'txt_why',
    releaseDays: 14,
    now: NOW,
    by: checker,
    ...over,
  }) as const satisfies Command;
const release = (by: Actor = secondChecker, number = 1) =>
  ({ type: 'ReleaseHold', hold: number, reason: 'documents-received', note: 'txt_found', now: LATER, by }) as const satisfies Command;

const isHeld = refused('PaymentIsHeld', { tranche: 1, sponsor: FUND, hold: 1, reason: 'documents-missing', since: NOW });
const holdsIn = (state: State) => (state.status !== 'absent' && isInForce(state) ? state.holds : []);

describe('what is on hold goes no further', () => {
  test('it is recorded with its reason, for whom, and when those who may release it are reminded', () => {
    expect(decide(hold(), effective())).toEqual({
      ok: true,
      events: [
        {
          type: 'PaymentHeld',
          hold: 1,
          tranche: 1,
          sponsor: FUND,
          milestone: 'mst_1',
          reason: 'documents-missing',
          note: 'txt_why',
          organisation: 'secretariat',
          releaseDue: '2027-03-15T23:59:59.999Z',
          at: NOW,
          by: 'checker',
        },
      ],
    });
  });

  test.each([
    ['requested', [], request()],
    ['approved', [request()], approve(secondChecker)],
    ['instructed by hand', [request(), approve()], instruct()],
  ] as const)('it is not %s', (_, before, command) => {
    const state = effective(...before);
    expect(decide(command, state)).toMatchObject({ ok: true });
    expect(decide(command, acceptedOn(state, hold()))).toEqual(isHeld);
    expect(decide(command, acceptedOn(state, hold(), release()))).toMatchObject({ ok: true });
  });

  test('nor is the second of two approvals given', () => {
    const rules = { edition: 1, limits: [money(1n)] };
    const once = effective(request(), approve(checker, PAYMENT, rules), hold({ by: maker }));
    expect(decide(approve(secondChecker, PAYMENT, rules), once)).toEqual(isHeld);
  });

  test('it is not put into a file, and no file that holds it goes to the bank', () => {
    const [file, payments] = ['pfl_a', [PAYMENT]] as const;
    const put = {
      type: 'PutInFile',
      file,
      payerAccount: 'acc_a',
      now: NOW,
      by: maker,
      payments: [{ payment: PAYMENT, payeeAccount: 'acc_b' }],
    } as const satisfies Command;
    const send = { type: 'InstructFile', file, payments, now: LATER, by: maker } as const satisfies Command;
    const approved = effective(request(), approve());
    expect(decide(put, acceptedOn(approved, hold()))).toEqual(nothing);
    const held = acceptedOn(approved, put, hold({ now: LATER }));
    expect(decide(send, held)).toMatchObject(refused('PaymentIsHeld'));
    // What the bank had before it was held goes on.
    expect(decide({ ...send, handedOver: NOW }, held)).toMatchObject({ ok: true, events: [{ type: 'PaymentInstructed' }] });
    expect(decide({ type: 'TakeFromFile', file, payments, wasDownloaded: false, now: LATER, by: checker }, held)).toMatchObject({
      ok: true,
    });
  });

  test('what the bank has been instructed to pay goes on, and what failed is not requested again', () => {
    const held = effective(request(), approve(), instruct(), hold());
    expect(decide(settle(), held)).toMatchObject({ ok: true });
    expect(decide(confirm(), acceptedOn(held, settle()))).toMatchObject({ ok: true, events: [{ type: 'PaymentSettled' }] });
    expect(decide(fail(), held)).toMatchObject({ ok: true });
    expect(decide(request(), acceptedOn(held, ...failed))).toEqual(isHeld);
  });

  test('a request is still refused, and other parts are not held', () => {
    const held = effective(request(), hold());
    expect(decide(reject(), held)).toMatchObject({ ok: true, events: [{ type: 'PaymentRefused' }] });
    expect(decide(request({ sponsor: BANK }), held)).toMatchObject({ ok: true });
    expect(decide(request({ tranche: 2 }), held)).toMatchObject({ ok: true });
  });
});

describe('who may hold and release', () => {
  test.each([maker, checker, secretariatApprover, fundApprover])('$roles holds it', (by) => {
    expect(decide(hold({ by }), effective())).toMatchObject({ ok: true, events: [{ organisation: by.organisation }] });
  });

  test('nobody else does, nor a sponsor the part of another', () => {
    for (const by of [officer, certifier]) expect(decide(hold({ by }), effective())).toMatchObject(refused('RoleIsMissing'));
    expect(decide(hold({ by: bankApprover }), effective())).toMatchObject(refused('WrongOrganisation'));
  });

  test('the person who holds it does not release it, whatever else that person may do', () => {
    const both = actor('checker', 'secretariat', 'finance.checker', 'secretariat.approver');
    expect(decide(release(both), effective(hold()))).toEqual(refused('PreparedByTheSamePerson', { person: 'checker' }));
    expect(decide(release(maker), effective(hold()))).toMatchObject(refused('RoleIsMissing'));
    for (const by of [secondChecker, secretariatApprover]) expect(decide(release(by), effective(hold()))).toMatchObject({ ok: true });
  });

  test('what a sponsor holds is released by another of that sponsor, and by nobody of another side', () => {
    const held = effective(hold({ by: fundApprover }));
    expect(decide(release(fundApprover), held)).toMatchObject(refused('PreparedByTheSamePerson'));
    expect(decide(release(bankApprover), held)).toMatchObject(refused('WrongOrganisation'));
    for (const by of [secondChecker, secretariatApprover]) expect(decide(release(by), held)).toMatchObject(refused('RoleIsMissing'));
    expect(decide(release(secondOfFund), held)).toMatchObject({ ok: true, events: [{ organisation: FUND }] });
    expect(decide(release(secondOfFund), effective(hold()))).toMatchObject(refused('RoleIsMissing'));
  });

  test('a person who reported, verified or requested what it holds does not release it', () => {
    const held = effective(request(), hold());
    for (const person of ['officer', 'verifier', 'maker'])
      expect(decide(release(actor(person, 'secretariat', 'finance.checker')), held)).toMatchObject(
        refused('PersonHasAnotherDuty', { person }),
      );
  });
});

describe('each hold is independent of the others', () => {
  test('two persons hold it, and it goes on once both are released', () => {
    const twice = effective(hold(), hold({ by: maker, reason: 'dispute' }));
    expect(holdsIn(twice)).toMatchObject([{ heldBy: 'checker' }, { number: 2, reason: 'dispute', heldBy: 'maker' }]);
    const once = acceptedOn(twice, release());
    expect(decide(request(), once)).toEqual(
      refused('PaymentIsHeld', { tranche: 1, sponsor: FUND, hold: 2, reason: 'dispute', since: NOW }),
    );
    expect(decide(request(), acceptedOn(once, release(checker, 2)))).toMatchObject({ ok: true });
  });

  test('one person holds a part once at a time; what is sent again changes nothing', () => {
    const held = effective(hold());
    expect(decide(hold(), held)).toEqual(nothing);
    expect(decide(hold({ reason: 'dispute' }), held)).toEqual(refused('PersonHoldsIt', { hold: 1 }));
    const released = acceptedOn(held, release());
    expect(holdsIn(released)).toMatchObject([
      {
        status: 'released',
        releaseReason: 'documents-received',
        releaseNote: 'txt_found',
        releasedBy: 'second-checker',
        releasedAt: LATER,
      },
    ]);
    expect(decide(release(), released)).toEqual(nothing);
    expect(decide(release(secretariatApprover), released)).toEqual(refused('HoldIsReleased', { hold: 1 }));
    expect(decide(hold({ reason: 'dispute' }), released)).toMatchObject({ ok: true, events: [{ hold: 2 }] });
  });
});

describe('what cannot be held', () => {
  test('no part, one without money, one that is paid, or without a note', () => {
    expect(decide(hold({ tranche: 7 }), effective())).toEqual(refused('CellIsUnknown', { tranche: 7, sponsor: FUND }));
    expect(decide(hold({ tranche: 3 }), effective())).toMatchObject(refused('CellIsZero'));
    expect(decide(hold({ tranche: 0 }), effective())).toEqual(refused('NothingIsRetained', { sponsor: FUND }));
    expect(decide(hold({ note: '' }), effective())).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...release(), note: '' }, effective(hold()))).toEqual(refused('NoteIsMissing'));
    const paid = effective(request(), approve(), instruct(), ...settled());
    expect(decide(hold(), paid)).toEqual(refused('PartIsPaid', { tranche: 1, sponsor: FUND }));
  });

  test('what is of no agreement, of one that has ended, or was never held', () => {
    expect(decide(hold(), { status: 'absent' })).toEqual(refused('AgreementIsUnknown'));
    expect(decide(release(), effective())).toEqual(refused('HoldIsUnknown', { hold: 1 }));
    const pay = (tranche: number, sponsor: typeof FUND) => {
      const payment = paymentOf(tranche, sponsor);
      const bankReference = `BANK-${tranche}-${sponsor.slice(-4).toUpperCase()}`;
      return [request({ tranche, sponsor }), ...paying(payment, bankReference)];
    };
    const cells = [1, 2].flatMap((tranche) => [FUND, BANK].flatMap((sponsor) => pay(tranche, sponsor)));
    expect(decide(hold({ tranche: 2 }), effective(...cells, end))).toMatchObject(refused('AgreementIsNotEffective'));
  });
});
