import { GRANT, GUARANTEE, IN_KIND } from '@junkan/kit/testing/financing.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  actor,
  BANK,
  bankApprover,
  certifier,
  checker,
  draft,
  FUND,
  fundApprover,
  given,
  HASH,
  maker,
  money,
  NOW,
  refused,
  share,
  sign,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import { isInForce, type State } from '../agreement-state.ts';
import { entryOf } from '../journal.ts';
import { leftOf, unfundedIn } from './unfunded-offers.ts';

const officer = actor('officer', 'org_city', 'proposer.officer');
const second = actor('second', BANK, 'sponsor.approver');
const guarantor = {
  ...share(BANK, 0n),
  financing: GUARANTEE,
  parts: [
    { offer: 'off_g', envelope: 'env_g', amount: money(500n), financing: GUARANTEE },
    { offer: 'off_k', envelope: 'env_g', amount: money(80n), financing: IN_KIND },
  ],
} as const;
const agreed = (...commands: readonly Command[]): State =>
  acceptedOn(
    given(),
    draft({ shares: [{ ...share(FUND, 100n), financing: GRANT }, guarantor] }),
    sign('org_city', certifier),
    sign(FUND, fundApprover),
    sign(BANK, bankApprover),
    ...commands,
  );
const LATER = '2027-04-02T09:00:00.000Z';
const proven = { note: 'txt_why', evidence: ['a'.repeat(64)], unknownEvidence: [] };
const call = (amount = 200n, over: object = {}): Command =>
  ({ type: 'CallGuarantee', offer: 'off_g', amount: money(amount), ...proven, now: NOW, by: certifier, ...over }) as Command;
const receive = (amount = 30n, over: object = {}): Command =>
  ({
    type: 'RecordReceipt',
    offer: 'off_k',
    amount: money(amount),
    receivedOn: '2027-02-27',
    ...proven,
    now: NOW,
    by: officer,
    ...over,
  }) as Command;
const accept = (by: Actor = second, drawing = 1): Command => ({ type: 'AcceptDrawing', agreement: AGREEMENT, drawing, now: NOW, by });
const reject = (by: Actor = second, drawing = 1): Command => ({ type: 'RejectDrawing', drawing, note: 'txt_no', now: NOW, by });
const report = (over: object = {}): Command =>
  ({
    type: 'ReportClaimPaid',
    drawing: 1,
    bankReference: 'BANK 77',
    valueDate: '2027-04-01',
    document: 'd'.repeat(64),
    now: LATER,
    by: maker,
    ...over,
  }) as Command;
const confirm = (by: Actor = checker): Command => ({ type: 'ConfirmClaimPaid', agreement: AGREEMENT, drawing: 1, now: LATER, by });
const object = (by: Actor = checker): Command => ({ type: 'ObjectToClaim', drawing: 1, note: 'txt_not', now: LATER, by });

const mistaken = (over: object = {}): Command =>
  ({ type: 'ReverseClaim', drawing: 1, document: 'e'.repeat(64), note: 'txt_wrong', now: LATER, by: maker, ...over }) as Command;
const undo = (by: Actor = checker): Command => ({ type: 'ConfirmClaimReversal', agreement: AGREEMENT, drawing: 1, now: LATER, by });

const drawn = (state: State) => (state.status !== 'absent' && isInForce(state) ? state.drawings : []);
const left = (state: State) =>
  state.status === 'absent' ? [] : unfundedIn(state).map((offer) => [offer.offer, leftOf(drawn(state), offer).amount]);
const bookedBy = (command: Command, state: State) => {
  const decision = decide(command, state);
  const [event] = decision.ok ? decision.events : [];
  return event && entryOf(event)?.postings.map(({ account, money: { amount } }) => [account, amount]);
};

describe('what is no money', () => {
  test('is booked beside the commitments from the last signature on, balanced, and is left whole', () => {
    const state = agreed();
    expect(left(state)).toEqual([
      ['off_g', 500n],
      ['off_k', 80n],
    ]);
    const signing = acceptedOn(
      given(),
      draft({ shares: [{ ...share(FUND, 100n), financing: GRANT }, guarantor] }),
      sign('org_city', certifier),
      sign(FUND, fundApprover),
    );
    const decision = decide(sign(BANK, bankApprover, HASH), signing);
    const booked = decision.ok ? decision.events.flatMap((event) => entryOf(event)?.postings ?? []) : [];
    expect(booked.map(({ account, money: { amount } }) => [account, amount]).slice(2)).toEqual([
      [`sponsor/${BANK}/exposure`, -500n],
      [`agreement/${AGREEMENT}/guaranteed/${BANK}`, 500n],
      [`sponsor/${BANK}/pledged-in-kind`, -80n],
      [`agreement/${AGREEMENT}/in-kind/${BANK}`, 80n],
    ]);
  });
});

describe('a guarantee', () => {
  test('is called by the proposer, at most for what is left, with a reason and a document', () => {
    expect(decide(call(501n), agreed())).toEqual(refused('DrawingExceedsWhatIsLeft', { asked: 501n, left: 500n, currency: 'USD' }));
    expect(decide(call(301n), agreed(call()))).toMatchObject(refused('DrawingExceedsWhatIsLeft', { left: 300n }));
    expect(decide(call(500n), agreed(call(), reject()))).toMatchObject({ ok: true });
    expect(decide(call(1n, { note: '' }), agreed())).toEqual(refused('NoteIsMissing'));
    expect(decide(call(1n, { unknownEvidence: ['a'] }), agreed())).toMatchObject(refused('EvidenceIsUnknown'));
    expect(decide(call(1n, { offer: 'off_k' }), agreed())).toEqual(refused('OfferIsOfAnotherInstrument', { offer: 'off_k' }));
    expect(decide(call(1n, { by: bankApprover }), agreed())).toMatchObject({ ok: false });
    expect(decide(call(), agreed(call()))).toEqual({ ok: true, events: [] });
  });

  test('is called until its tenor has passed', () => {
    expect(decide(call(1n, { now: '2047-03-01T23:00:00.000Z' }), agreed())).toMatchObject({ ok: true });
    expect(decide(call(1n, { now: '2047-03-02T09:00:00.000Z' }), agreed())).toMatchObject(
      refused('GuaranteeHasEnded', { endsOn: '2047-03-01' }),
    );
  });

  test('is accepted or rejected by the guarantor, and by nobody who has acted for another side', () => {
    expect(bookedBy(accept(), agreed(call()))).toEqual([
      [`agreement/${AGREEMENT}/guaranteed/${BANK}`, -200n],
      [`agreement/${AGREEMENT}/called/${BANK}`, 200n],
    ]);
    expect(decide(accept(fundApprover), agreed(call()))).toMatchObject(refused('WrongOrganisation'));
    for (const person of ['certifier', 'fund-approver'])
      for (const answer of [accept, reject])
        expect(decide(answer({ ...second, person }), agreed(call()))).toEqual(refused('PersonActsForAnother', { person }));
    expect(decide(reject({ ...second, person: 'x' }), agreed(call(), accept()))).toMatchObject(refused('DrawingInStatus'));
  });

  test('what was accepted is paid by the guarantor: one person says so by a document of the bank, another confirms it', () => {
    const accepted = agreed(call(), accept());
    expect(decide(report({ valueDate: '2027-02-27' }), accepted)).toMatchObject(refused('ValueDateIsBeforeTheClaim'));
    expect(decide(report({ valueDate: '2027-06-01' }), accepted)).toMatchObject(refused('ValueDateIsInTheFuture'));
    expect(decide(report({ by: { ...maker, person: 'second' } }), accepted)).toMatchObject(refused('PreparedByTheSamePerson'));
    expect(decide(report(), agreed(call()))).toMatchObject(refused('DrawingInStatus', { status: 'open' }));
    const reported = acceptedOn(accepted, report());
    for (const person of ['certifier', 'second', 'maker'])
      expect(decide(confirm({ ...checker, person }), reported)).toEqual(refused('PreparedByTheSamePerson', { person }));
    expect(bookedBy(confirm(), reported)).toEqual([
      [`agreement/${AGREEMENT}/called/${BANK}`, -200n],
      ['proposer/org_city/claims-paid', 200n],
    ]);
    expect(drawn(acceptedOn(reported, confirm()))).toMatchObject([{ status: 'paid', confirmedBy: 'checker', objectedBy: '' }]);
    expect(drawn(acceptedOn(reported, object()))).toMatchObject([
      { status: 'accepted', reason: 'txt_not', confirmedBy: '', confirmedAt: '', objectedBy: 'checker', objectedAt: LATER },
    ]);
    expect(decide(object(), acceptedOn(reported, object()))).toEqual({ ok: true, events: [] });
    expect(decide(report({ bankReference: 'BANK 78' }), acceptedOn(reported, object()))).toMatchObject({ ok: true });
  });
});

describe('a payment of a guarantor that was confirmed by mistake', () => {
  const paid = agreed(call(), accept(), report(), confirm());

  test('is undone by two persons, of whom the second did not report it either: it is to be paid, and was in none of the books', () => {
    expect(decide(mistaken({ document: '' }), paid)).toEqual(refused('DocumentIsMissing'));
    expect(decide(mistaken({ unknownEvidence: ['a'] }), paid)).toMatchObject(refused('EvidenceIsUnknown'));
    expect(decide(mistaken({ note: '' }), paid)).toEqual(refused('NoteIsMissing'));
    expect(decide(mistaken({ by: { ...maker, person: 'second' } }), paid)).toMatchObject(refused('PreparedByTheSamePerson'));
    expect(decide(mistaken(), agreed(call(), accept(), report()))).toMatchObject(refused('DrawingInStatus', { status: 'reported' }));
    expect(decide(undo(), paid)).toMatchObject(refused('DrawingInStatus', { status: 'paid' }));
    const said = acceptedOn(paid, mistaken({ by: { ...maker, person: 'other' } }));
    expect(drawn(said)).toMatchObject([{ status: 'paid', mistake: { by: 'other', note: 'txt_wrong' } }]);
    expect(decide(mistaken(), said)).toMatchObject(refused('ClaimMistakeIsReported', { drawing: 1 }));
    for (const person of ['certifier', 'second', 'maker', 'other'])
      expect(decide(undo({ ...checker, person }), said)).toEqual(refused('PreparedByTheSamePerson', { person }));
    expect(bookedBy(undo(), said)).toEqual([
      ['proposer/org_city/claims-paid', -200n],
      [`agreement/${AGREEMENT}/called/${BANK}`, 200n],
    ]);
    const undone = acceptedOn(said, undo());
    expect(drawn(undone)).toMatchObject([{ status: 'accepted', mistake: undefined, confirmedBy: '', reason: 'txt_wrong' }]);
    expect(decide(undo(), undone)).toEqual({ ok: true, events: [] });
    expect(drawn(acceptedOn(undone, report({ bankReference: 'BANK 78' }), confirm()))).toMatchObject([{ status: 'paid' }]);
  });

  test('stays paid where another person objects', () => {
    const said = acceptedOn(paid, mistaken());
    expect(decide(object({ ...checker, person: 'maker' }), said)).toMatchObject(refused('PreparedByTheSamePerson'));
    const objected = acceptedOn(said, object({ ...checker, person: 'third' }));
    expect(drawn(objected)).toMatchObject([{ status: 'paid', confirmedBy: 'checker', objectedBy: 'third', mistake: undefined }]);
    expect(decide(undo(), objected)).toMatchObject(refused('DrawingInStatus'));
  });
});

describe('a payment of a guarantor that a line of a statement reports', () => {
  const line = { statement: 'stm_a', statementEntry: 2 };
  const told = agreed(call(), accept(), report({ document: '', ...line }));

  test('needs no document, and is confirmed only while the line is said to be it', () => {
    expect(drawn(told)).toMatchObject([{ status: 'reported', document: '', ...line }]);
    expect(decide({ ...confirm(), unsaidBy: line } as Command, told)).toMatchObject(refused('EntryDoesNotSayIt'));
    expect(decide(confirm(), told)).toMatchObject({ ok: true });
  });

  test('is taken back with what is said of its line, and not once it is confirmed', () => {
    const withdraw = (over: object = {}): Command =>
      ({ type: 'WithdrawClaim', drawing: 1, ...line, note: 'txt_no', now: LATER, by: maker, ...over }) as Command;
    expect(decide(withdraw({ statementEntry: 3 }), told)).toEqual({ ok: true, events: [] });
    expect(drawn(acceptedOn(told, withdraw()))).toMatchObject([{ status: 'accepted', objectedBy: 'maker' }]);
    expect(decide(withdraw(), acceptedOn(told, confirm()))).toEqual({ ok: true, events: [] });
  });
});

describe('a contribution in kind', () => {
  test('is received at its value, at most at what is left of it, by today', () => {
    expect(decide(receive(81n), agreed())).toMatchObject(refused('DrawingExceedsWhatIsLeft', { left: 80n }));
    expect(decide(receive(1n, { receivedOn: '2027-03-05' }), agreed())).toMatchObject(refused('ValueDateIsInTheFuture'));
    expect(decide(receive(1n, { offer: 'off_g' }), agreed())).toMatchObject(refused('OfferIsOfAnotherInstrument'));
    expect(decide(receive(1n, { offer: `off_${FUND}` }), agreed())).toMatchObject(refused('OfferIsNotOfTheAgreement'));
  });

  test('is confirmed or disputed by its sponsor, and never paid', () => {
    expect(bookedBy(accept(), agreed(receive()))).toEqual([
      [`agreement/${AGREEMENT}/in-kind/${BANK}`, -30n],
      ['proposer/org_city/received-in-kind', 30n],
    ]);
    expect(left(agreed(receive(), reject()))).toContainEqual(['off_k', 80n]);
    expect(decide(report(), agreed(receive(), accept()))).toMatchObject(refused('DrawingInStatus', { status: 'accepted' }));
  });
});
