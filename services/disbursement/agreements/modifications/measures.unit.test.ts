import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  actor,
  allSigned,
  approve,
  approveMeasure,
  approvers,
  BANK,
  bankApprover,
  certifier,
  complete,
  confirm,
  effective,
  end,
  eventsOf,
  FUND,
  fail,
  fundApprover,
  given,
  HASH,
  heard,
  instruct,
  money,
  object,
  officer,
  paymentOf,
  propose,
  refused,
  refuseMeasure,
  request,
  secretariatApprover,
  settle,
  settled,
  terms,
  verdict,
} from '../agreement.fixture.ts';
import { decide, evolve } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import type { State } from '../agreement-state.ts';
import { accounts } from '../journal.ts';

const typesOf = (command: Command, state: State): string[] => eventsOf(command, state).map(({ type }) => type);
const cellsOf = (state: State) => (state.status === 'absent' ? [] : state.cells.map(({ amount }) => amount.amount));

describe('a measure', () => {
  test('is prepared by an officer and takes effect with the approval of another person', () => {
    const proposed = effective(propose('suspension'));
    expect(proposed).toMatchObject({ status: 'effective', measures: [{ number: 1, kind: 'suspension', status: 'proposed' }] });
    expect(decide(propose('suspension'), proposed)).toEqual(nothing);
    expect(typesOf(approveMeasure(1), proposed)).toEqual(['MeasureApproved', 'AgreementSuspended']);
    const suspended = acceptedOn(proposed, approveMeasure(1));
    expect(suspended).toMatchObject({ status: 'suspended', measures: [{ status: 'effective' }] });
    expect(decide(approveMeasure(1), suspended)).toEqual(nothing);
  });

  test('is never approved by its proposer, by a person who has no part in it, or without the role', () => {
    const both = actor('secretary', 'secretariat', 'secretariat.officer', 'secretariat.approver');
    const proposed = effective(propose('suspension'));
    expect(decide(approveMeasure(1, both), proposed)).toEqual(refused('PreparedByTheSamePerson', { person: 'secretary' }));
    expect(decide(approveMeasure(1, bankApprover), proposed)).toEqual(refused('PartyIsNotOfTheAgreement', { party: BANK }));
    expect(decide(approveMeasure(1, officer), proposed)).toMatchObject(refused('RoleIsMissing'));
    expect(decide(propose('suspension', [], secretariatApprover), effective())).toMatchObject(refused('RoleIsMissing'));
  });

  test('is approved and refused for the secretariat only by its own approver, whatever roles are held elsewhere', () => {
    const proposed = effective(propose('termination'));
    const certifying = actor('stranger', 'secretariat', 'proposer.certifier');
    const elsewhere = actor('stranger', 'org_city', 'secretariat.approver');
    for (const decided of [approveMeasure, refuseMeasure]) {
      for (const by of [certifying, elsewhere]) expect(decide(decided(1, by), proposed)).toMatchObject(refused('WrongOrganisation'));
      expect(decide(decided(1, certifier), proposed)).toEqual(refused('PartyIsNotOfTheAgreement', { party: 'org_city' }));
    }
  });

  test('that is refused is over, and another can be proposed', () => {
    const turned = effective(propose('suspension'), refuseMeasure(1));
    expect(decide(refuseMeasure(1), turned)).toEqual(nothing);
    expect(decide(approveMeasure(1), turned)).toEqual(refused('MeasureInStatus', { measure: 1, status: 'refused' }));
    expect(typesOf(propose('suspension'), turned)).toEqual(['MeasureProposed']);
    expect(decide(approveMeasure(2), turned)).toEqual(refused('MeasureIsUnknown', { measure: 2 }));
  });

  test('waits for the one before it, needs a reason, and must fit the present state of the agreement', () => {
    expect(decide(propose('termination'), effective(propose('suspension')))).toEqual(refused('MeasureIsPending', { measure: 1 }));
    expect(decide({ ...propose('suspension'), note: '' }, effective())).toEqual(refused('NoteIsMissing'));
    expect(decide(propose('resumption'), effective())).toEqual(refused('MeasureDoesNotFit', { kind: 'resumption', status: 'effective' }));
    expect(decide(propose('suspension'), given())).toEqual(refused('AgreementIsUnknown'));
    expect(decide(propose('suspension'), acceptedOn(given(), ...allSigned.slice(0, 1)))).toMatchObject(refused('AgreementIsNotEffective'));
  });
});

const signed = effective();
const cells = signed.status === 'absent' ? [] : signed.cells.filter(({ amount }) => amount.amount > 0n);
const orders = cells.flatMap(({ tranche, sponsor, payment }): Command[] => [
  request({ tranche, sponsor }),
  approve(undefined, payment),
  instruct(undefined, payment),
  ...settled({ payment, bankReference: payment.replaceAll('_', '-') }),
]);

test('what is paid in full is not suspended, terminated or amended any more', () => {
  const paid = effective(...orders);
  for (const kind of ['suspension', 'termination', 'amendment'] as const)
    expect(decide(propose(kind), paid)).toEqual(refused('MeasureDoesNotFit', { kind, status: 'effective' }));
  const last = effective(...orders.slice(0, -1), propose('suspension'), ...orders.slice(-1));
  expect(decide(approveMeasure(1), last)).toMatchObject(refused('MeasureDoesNotFit'));
});

describe('a suspended agreement', () => {
  const suspended = effective(request(), approve(), instruct(), propose('suspension'), approveMeasure(1));

  test('gives out no money, but records what the bank did with earlier instructions', () => {
    expect(decide(request({ tranche: 2 }), suspended)).toEqual(refused('AgreementIsNotEffective', { status: 'suspended' }));
    expect(typesOf(settle(), suspended)).toEqual(['PaymentSettlementReported']);
    expect(typesOf(confirm(), acceptedOn(suspended, settle()))).toEqual(['PaymentSettled']);
    expect(typesOf(object(), acceptedOn(suspended, settle()))).toEqual(['PaymentObjectedTo']);
    expect(typesOf(confirm(), acceptedOn(suspended, fail()))).toEqual(['PaymentFailed']);
  });

  test('is ended once the bank has paid all of it, and not before', () => {
    const bank = orders.at(-1) as Command;
    const waiting = effective(...orders.slice(0, -1), propose('suspension'), approveMeasure(1));
    expect(decide(end, waiting)).toMatchObject(refused('PaymentsAreOpen'));
    expect(eventsOf(end, acceptedOn(waiting, bank))).toEqual([{ type: 'AgreementEnded', paid: money(100n) }]);
  });

  test('is resumed in the same way', () => {
    const resumed = acceptedOn(suspended, propose('resumption'), approveMeasure(2));
    expect(resumed).toMatchObject({ status: 'effective' });
    expect(typesOf(request({ tranche: 2 }), resumed)).toEqual(['PaymentRequested']);
  });
});

describe('a terminated agreement', () => {
  test('owes nothing more: what was not paid goes back to the commitments', () => {
    const before = effective(request(), approve(), instruct(), ...settled(), propose('termination'), ...heard(1), approveMeasure(1));
    const decision = decide(complete(), before);
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'AgreementTerminated', measure: 1 }] });
    const [terminated] = decision.ok ? decision.events : [];
    expect(terminated && 'entry' in terminated ? terminated.entry?.postings : undefined).toEqual([
      { account: accounts.undisbursed(AGREEMENT, FUND), money: money(-30n) },
      { account: accounts.commitment(FUND), money: money(30n) },
      { account: accounts.undisbursed(AGREEMENT, BANK), money: money(-25n) },
      { account: accounts.commitment(BANK), money: money(25n) },
    ]);
    const state = acceptedOn(before, complete());
    expect(decide(complete(), state)).toEqual(nothing);
    expect(cellsOf(state)).toEqual([45n, 0n, 0n, 0n, 0n, 0n]);
    expect(decide(request({ tranche: 2 }), state)).toMatchObject(refused('CellIsZero'));
    expect(acceptedOn(state, end)).toMatchObject({ status: 'ended' });
  });

  test('still pays what was earned before, and ends when that is paid', () => {
    const state = effective(propose('termination'), ...heard(1), approveMeasure(1), complete({ payable: [1] }));
    expect(cellsOf(state)).toEqual([45n, 15n, 0n, 0n, 0n, 0n]);
    expect(decide(end, state)).toMatchObject(refused('PaymentsAreOpen'));
    const paidOff = [FUND, BANK].flatMap((sponsor) => [
      request({ sponsor }),
      approve(undefined, paymentOf(1, sponsor)),
      instruct(undefined, paymentOf(1, sponsor)),
      ...settled({ payment: paymentOf(1, sponsor), bankReference: sponsor.replaceAll('_', '-') }),
    ]);
    expect(acceptedOn(state, ...paidOff, end)).toMatchObject({ status: 'ended' });
  });

  test('takes effect only when each milestone is closed or has its verdict, and each verdict has been applied', () => {
    const begun = effective(propose('termination'), ...heard(1), approveMeasure(1));
    expect(decide(complete({ open: [1, 2] }), begun)).toEqual(refused('MilestonesAreOpen', { tranches: [1, 2] }));
    expect(decide(complete({ uncut: [2] }), begun)).toEqual(refused('VerdictsAreUnderWay', { tranches: [2] }));
    expect(decide(complete({}, secretariatApprover), begun)).toMatchObject(refused('RoleIsMissing'));
    expect(decide(complete(), effective(propose('termination')))).toEqual(refused('AgreementIsNotTerminating', { status: 'effective' }));
  });

  test('has begun with the last approval: no money is requested, nothing else is proposed, and verdicts still cut', () => {
    const begun = effective(propose('termination'), ...heard(1), approveMeasure(1));
    expect(begun).toMatchObject({ status: 'terminating', measures: [{ status: 'begun' }] });
    expect(decide(approveMeasure(1), begun)).toEqual(nothing);
    expect(decide(refuseMeasure(1), begun)).toEqual(refused('MeasureInStatus', { measure: 1, status: 'begun' }));
    expect(decide(request(), begun)).toEqual(refused('AgreementIsNotEffective', { status: 'terminating' }));
    expect(decide(end, begun)).toEqual(refused('AgreementIsNotEffective', { status: 'terminating' }));
    expect(decide(propose('resumption'), begun)).toEqual(refused('MeasureDoesNotFit', { kind: 'resumption', status: 'terminating' }));
    const cut = acceptedOn(begun, { ...verdict({ tranche: 1, bps: 5_000, rest: 'carried' }), unjudged: [] }, complete({ payable: [1] }));
    expect(cellsOf(cut)).toEqual([23n, 7n, 0n, 0n, 0n, 0n]);
  });

  test('that an earlier version recorded in one step stays what it was', () => {
    const { cells } = effective() as Extract<State, { cells: unknown }>;
    const proposed = effective(propose('termination'));
    const terminated = evolve(proposed, { type: 'AgreementTerminated', measure: 1, cells, entry: undefined, retained: '' });
    expect(terminated).toMatchObject({ status: 'terminated', measures: [{ status: 'effective' }] });
  });

  test('waits until no payment is under way', () => {
    for (const steps of [[request()], [request(), approve()], [request(), approve(), instruct()]] as const)
      expect(decide(propose('termination'), effective(...steps))).toEqual(
        refused('PaymentsAreUnderWay', { payments: [paymentOf(1, FUND)] }),
      );
    const requested = effective(propose('termination'), request());
    expect(decide(approveMeasure(1), requested)).toMatchObject(refused('PaymentsAreUnderWay'));
  });
});

describe('an amendment', () => {
  const later = { tranche: 2, dueOn: '2029-06-30', amount: undefined };
  const less = { tranche: 1, dueOn: '', amount: money(20n) };

  test('of dates needs the proposer and each sponsor whose money it moves', () => {
    const proposed = effective(propose('amendment', [later]));
    expect(proposed).toMatchObject({ measures: [{ needed: ['secretariat', 'org_city', FUND, BANK] }] });
    expect(acceptedOn(proposed, approveMeasure(1))).toMatchObject({ tranches: [{}, { dueOn: '' }, {}] });
    const amended = acceptedOn(proposed, ...approvers.map((by) => approveMeasure(1, by)));
    expect(amended).toMatchObject({ status: 'effective', tranches: [{}, { number: 2, dueOn: '2029-06-30' }, {}] });
    expect(cellsOf(amended)).toEqual(cellsOf(effective()));
  });

  test('of a date to which no money is bound needs only the proposer and the secretariat', () => {
    const empty = { ...later, tranche: 3 };
    expect(effective(propose('amendment', [empty]))).toMatchObject({ measures: [{ needed: ['secretariat', 'org_city'] }] });
  });

  test('is refused by a party whose money it would move, and by nobody else', () => {
    const proposed = effective(propose('amendment', [{ ...later, tranche: 3 }]));
    expect(decide(refuseMeasure(1, bankApprover), proposed)).toEqual(refused('PartyIsNotOfTheAgreement', { party: BANK }));
    expect(acceptedOn(proposed, refuseMeasure(1, certifier))).toMatchObject({ measures: [{ status: 'refused' }] });
  });

  test('leaves a hash of the content as it is then, in addition to the one that was signed', () => {
    const amend = (...changes: Parameters<typeof propose>[1][]) =>
      changes.reduce<State>(
        (state, change, index) => acceptedOn(state, propose('amendment', change), ...approvers.map((by) => approveMeasure(index + 1, by))),
        effective(),
      );
    const amendedHash = (state: State) => ('amendedHash' in state ? state.amendedHash : undefined);
    expect(amendedHash(effective())).toBe('');
    const [once, again, other] = [amend([later]), amend([later], [later]), amend([less])];
    expect(amendedHash(once)).toContain('2029-06-30');
    expect(new Set([once, again, other].map(amendedHash)).size).toBe(3);
    expect(other).toMatchObject({ contentHash: HASH });
  });

  test('of amounts needs everybody whose money it changes, each once, in any order', () => {
    const proposed = effective(propose('amendment', [less]));
    expect(proposed).toMatchObject({ measures: [{ needed: ['secretariat', 'org_city', FUND, BANK] }] });
    for (const order of [approvers, approvers.toReversed()]) {
      const awaited = acceptedOn(proposed, ...order.slice(0, 3).map((by) => approveMeasure(1, by)));
      expect(cellsOf(awaited)).toEqual(cellsOf(effective()));
      const amended = acceptedOn(awaited, ...order.slice(3).map((by) => approveMeasure(1, by)));
      expect(cellsOf(amended)).toEqual([15n, 5n, 30n, 10n, 0n, 0n]);
    }
  });

  test('by one person for two parties is not four eyes', () => {
    const twice = actor('certifier', FUND, 'sponsor.approver');
    const half = effective(propose('amendment', [less]), approveMeasure(1, certifier));
    expect(decide(approveMeasure(1, twice), half)).toEqual(refused('PreparedByTheSamePerson', { person: 'certifier' }));
    expect(typesOf(approveMeasure(1, fundApprover), half)).toEqual(['MeasureApproved']);
  });

  test.each([
    ['without a change', [], 'ChangesAreMissing'],
    ['that changes nothing of a tranche', [{ tranche: 1, dueOn: '', amount: undefined }], 'ChangesAreMissing'],
    ['of no tranche of it', [{ ...later, tranche: 9 }], 'TrancheIsUnknown'],
    ['of one tranche twice', [later, later], 'TrancheIsChangedTwice'],
    ['to a day that is past', [{ ...later, dueOn: '2020-01-01' }], 'DateIsNotInTheFuture'],
    ['to no day at all', [{ ...later, dueOn: '2029-02-30' }], 'DateIsNotInTheFuture'],
    ['in another currency', [{ ...less, amount: money(1n, 'JPY') }], 'WrongCurrency'],
    ['below nothing', [{ ...less, amount: money(-1n) }], 'AmountIsNegative'],
    ['beyond what the sponsors have committed', [{ ...less, amount: money(61n) }], 'SharesWouldBeExceeded'],
  ])('%s is refused', (_, changes, type) => {
    expect(decide(propose('amendment', changes), effective())).toMatchObject(refused(type));
  });

  test('of a tranche with an order is refused, also where the order came after the proposal', () => {
    expect(decide(propose('amendment', [less]), effective(request()))).toEqual(refused('TrancheIsClosed', { tranche: 1 }));
    expect(decide(approveMeasure(1), effective(propose('amendment', [less]), request()))).toMatchObject(refused('TrancheIsClosed'));
  });

  test('that leaves nothing to be paid pays the agreement in full', () => {
    const paidOnce = effective(
      ...[FUND, BANK].flatMap((sponsor) => [
        request({ sponsor }),
        approve(undefined, paymentOf(1, sponsor)),
        instruct(undefined, paymentOf(1, sponsor)),
        ...settled({ payment: paymentOf(1, sponsor), bankReference: sponsor.replaceAll('_', '-') }),
      ]),
      propose('amendment', [{ tranche: 2, dueOn: '', amount: money(0n) }]),
      ...approvers.slice(0, 3).map((by) => approveMeasure(1, by)),
    );
    expect(typesOf(approveMeasure(1, bankApprover), paidOnce)).toEqual(['MeasureApproved', 'AgreementAmended', 'AgreementPaidInFull']);
    expect(terms.tranches[1]?.amount).toEqual(money(40n));
  });
});
