import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { GRANT } from '@junkan/kit/testing/financing.fixture.ts';
import { describe, expect, test } from 'vitest';
import { agreementFold } from '../../fold.ts';
import {
  AGREEMENT,
  acceptedOn,
  actor,
  approve,
  approveMeasure,
  BANK,
  BIG_TRANCHES,
  booked,
  certifier,
  checker,
  claim,
  complete,
  confirm,
  effectiveOn,
  end,
  eventsOf,
  FUND,
  fail,
  heard,
  inForce,
  maker,
  met,
  money,
  NOW,
  paying,
  paymentOf,
  propose,
  refused,
  reject,
  request,
  secretariatApprover,
  sent,
  settled,
  share,
  verdict,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import type { State } from '../agreement-state.ts';
import type { Share } from '../contract/terms.ts';
import type { PaymentId, SponsorId } from '../ids.ts';
import { ask, city, ORDER, order, state } from './advance.fixture.ts';

const ALLOWS = { ...GRANT, advances: true };
/** 600 and 400 of two tranches: 450 + 300 of the fund, which allows advances and keeps a tenth; 150 + 100 of the bank, which does not. */
const shares: Share[] = [{ ...share(FUND, 750n), financing: { ...ALLOWS, retentionPercent: '10' } }, share(BANK, 250n)];
const signed = (...commands: readonly Command[]): State => effectiveOn({ shares, tranches: BIG_TRANCHES }, ...commands);

const verifier = actor('verifier-of-spending', 'secretariat', 'secretariat.verifier');
const turnAway = (by = maker) => ({ type: 'RefuseAdvance', advance: 1, note: 'txt_no', now: NOW, by }) satisfies Command;
const paidOut = [order(), ...paying(ORDER, 'ADVANCE 1')];
const take = (amount: bigint, expenditure = 1, by = verifier) =>
  ({ type: 'AcceptExpenditure', agreement: AGREEMENT, advance: 1, expenditure, amount: money(amount), now: NOW, by }) satisfies Command;
const sendBack = (by = verifier) =>
  ({ type: 'ReturnExpenditure', advance: 1, expenditure: 1, note: 'txt_receipts', now: NOW, by }) satisfies Command;
const advanced = (...commands: readonly Command[]) => signed(ask(), ...paidOut, ...commands);

const ADVANCE = 'proposer/org_city/advance/agr_a';
const RECEIVED = 'proposer/org_city/received';

describe('an advance', () => {
  test('is asked for by the proposer, on a plan, within the terms and what the policy allows', () => {
    expect(eventsOf(ask(135n), signed())).toMatchObject([
      { type: 'AdvanceAsked', advance: 1, amount: money(135n), limitPercent: 30, statementDays: 90 },
    ]);
    expect(decide(ask(136n), signed())).toEqual(
      refused('AdvanceExceedsTheLimit', { asked: 136n, limit: 135n, currency: 'USD', percent: 30 }),
    );
    expect(decide(ask(1n, { sponsor: BANK }), signed())).toEqual(refused('AdvancesAreNotAllowed', { sponsor: BANK }));
    expect(decide(ask(0n), signed())).toMatchObject(refused('AmountIsNotPositive'));
    expect(decide(ask(1n, { note: '' }), signed())).toEqual(refused('NoteIsMissing'));
    expect(decide(ask(1n, { by: certifier }), signed())).toMatchObject(refused('RoleIsMissing'));
    expect(decide(ask(), signed(ask()))).toEqual(nothing);
  });

  test('is of an offer that allows it, where a share comes from several', () => {
    const part = (offer: `off_${string}`, amount: bigint, allows: boolean) => ({
      offer,
      envelope: 'env_a' as const,
      amount: money(amount),
      financing: { ...GRANT, advances: allows },
    });
    const mixed = [{ ...share(FUND, 750n), parts: [part('off_a', 500n, true), part('off_b', 250n, false)] }, share(BANK, 250n)];
    const before = effectiveOn({ shares: mixed, tranches: BIG_TRANCHES });
    expect(eventsOf(ask(90n), before)).toHaveLength(1);
    expect(decide(ask(91n), before)).toMatchObject(refused('AdvanceExceedsTheLimit', { limit: 90n }));
  });

  test('comes before the verdict: not once the milestone is judged, or its payment is asked for', () => {
    expect(decide(ask(1n, { milestone: met(1) }), signed())).toEqual(refused('MilestoneIsJudged', { milestone: 'mst_1' }));
    expect(decide(ask(), signed(request()))).toMatchObject(refused('CellHasAnOrder'));
    expect(decide(order(1, ORDER, met), signed(ask()))).toEqual(refused('MilestoneIsJudged', { milestone: 'mst_1' }));
    expect(decide(order(), signed(ask(), request()))).toEqual(refused('AdvanceInStatus', { advance: 1, status: 'lapsed' }));
  });

  test('is one at a time, and another waits until most of every earlier one is liquidated, and all of one of the same part', () => {
    const other = { tranche: 2 };
    expect(decide(ask(50n, other), signed(ask()))).toEqual(refused('AdvanceIsPending', { advance: 1 }));
    expect(decide(ask(50n, other), advanced())).toMatchObject(refused('AdvanceIsNotLiquidated', { advance: 1, open: 100n }));
    expect(decide(ask(50n, other), advanced(state(79n), take(79n)))).toMatchObject(refused('AdvanceIsNotLiquidated', { open: 21n }));
    const most = advanced(state(80n), take(80n));
    expect(eventsOf(ask(50n, other), most)).toMatchObject([{ advance: 2 }]);
    expect(decide(ask(20n), most)).toMatchObject(refused('AdvanceIsNotLiquidated', { open: 20n }));
  });

  test('is requested by finance, or refused, and paid as every payment is: by two persons, to an account of its own', () => {
    const asked = signed(ask());
    expect(eventsOf(turnAway(), asked)).toMatchObject([{ type: 'AdvanceRefused', advance: 1 }]);
    expect(decide(turnAway(), signed(ask(), turnAway()))).toEqual(nothing);
    expect(decide(order(), signed(ask(), turnAway()))).toMatchObject(refused('AdvanceInStatus', { status: 'refused' }));
    expect(eventsOf(order(), asked)).toMatchObject([
      { type: 'PaymentRequested', amount: money(100n), advance: 1, submittedBy: 'city-officer', verifiedBy: '', milestone: 'mst_1' },
    ]);
    expect(decide(order(), signed(ask(), order()))).toEqual(nothing);
    expect(decide(turnAway(), signed(ask(), order()))).toMatchObject(refused('AdvanceInStatus', { status: 'ordered' }));
    const requested = signed(ask(), order());
    expect(decide(approve(actor('maker', 'secretariat', 'finance.checker'), ORDER), requested)).toMatchObject(
      refused('PersonHasAnotherDuty'),
    );
    const paid = signed(ask(), order(), ...sent(ORDER), settled({ payment: ORDER })[0]);
    expect(booked(confirm({ payment: ORDER }), paid)).toEqual([
      ['agreement/agr_a/payable/spo_fund', -100n],
      [ADVANCE, 100n],
    ]);
    const again = signed(ask(), order(), ...sent(ORDER), fail(ORDER), confirm({ payment: ORDER }));
    expect(eventsOf(order(), again)).toHaveLength(1);
    expect(eventsOf(turnAway(), signed(ask(), order(), reject(checker, ORDER)))).toHaveLength(1);
  });
});

describe('its liquidation', () => {
  test('is stated by the proposer, within what is open and days that have been, one statement at a time', () => {
    expect(decide(state(1n), signed(ask()))).toMatchObject(refused('AdvanceInStatus', { status: 'asked' }));
    expect(decide(state(101n), advanced())).toMatchObject(refused('AmountExceedsWhatIsOpen'));
    for (const days of [{ firstDay: '2027-03-02' }, { lastDay: '2027-03-02' }, { firstDay: 'x' }, { firstDay: '1999-01-01' }])
      expect(decide(state(1n, days), advanced())).toMatchObject(refused('DaysDoNotFit'));
    expect(decide(state(1n, { note: '' }), advanced())).toEqual(refused('NoteIsMissing'));
    expect(eventsOf(state(60n), advanced())).toMatchObject([{ type: 'ExpenditureSubmitted', advance: 1, expenditure: 1 }]);
    expect(decide(state(60n), advanced(state(60n)))).toEqual(nothing);
    expect(decide(state(10n), advanced(state(60n)))).toEqual(refused('ExpenditureIsPending', { expenditure: 1 }));
  });

  test('names the files that prove it, which the proposer has uploaded', () => {
    expect(decide(state(60n, { evidence: [] }), advanced())).toEqual(refused('EvidenceIsMissing'));
    const proven = { evidence: ['a1', 'b2'] };
    expect(decide(state(60n, { ...proven, unknownEvidence: ['b2'] }), advanced())).toEqual(
      refused('EvidenceIsUnknown', { hashes: ['b2'] }),
    );
    expect(eventsOf(state(60n, proven), advanced())).toMatchObject([proven]);
    expect(decide(state(60n, proven), advanced(state(60n, proven)))).toEqual(nothing);
    expect(decide(state(60n), advanced(state(60n, proven)))).toEqual(refused('ExpenditureIsPending', { expenditure: 1 }));
  });

  test('is accepted by a verifier who is another person, up to what is stated, and moves the advance to what was received', () => {
    const submitted = advanced(state(60n));
    expect(booked(take(55n), submitted)).toEqual([
      [ADVANCE, -55n],
      [RECEIVED, 55n],
    ]);
    expect(decide(take(61n), submitted)).toMatchObject(refused('AmountExceedsWhatIsOpen'));
    const both = actor('city-officer', 'secretariat', 'secretariat.verifier');
    expect(decide(take(55n, 1, both), submitted)).toEqual(refused('PreparedByTheSamePerson', { person: 'city-officer' }));
    expect(decide(sendBack(both), submitted)).toEqual(refused('PreparedByTheSamePerson', { person: 'city-officer' }));
    const accepted = advanced(state(60n), take(55n));
    expect(decide(take(55n), accepted)).toEqual(nothing);
    expect(decide(take(54n), accepted)).toMatchObject(refused('ExpenditureInStatus', { status: 'accepted' }));
    expect(decide(state(46n), accepted)).toMatchObject(refused('AmountExceedsWhatIsOpen'));
    expect(decide(take(1n, 2), accepted)).toEqual(refused('ExpenditureIsUnknown', { expenditure: 2 }));
  });

  test('is returned with a reason, and stated again', () => {
    const returned = advanced(state(60n), sendBack());
    expect(decide(sendBack(), returned)).toEqual(nothing);
    expect(eventsOf(state(60n), returned)).toMatchObject([{ expenditure: 2 }]);
    expect(decide({ ...sendBack(), note: '' }, advanced(state(60n)))).toEqual(refused('NoteIsMissing'));
  });
});

describe('what is paid of a part after an advance', () => {
  test('is the rest of it, less what is retained of the whole', () => {
    expect(eventsOf(request(), advanced())).toMatchObject([{ amount: money(305n), retained: money(45n), advanced: money(100n) }]);
    expect(decide(request(), signed(ask(), order()))).toEqual(refused('AdvanceIsUnderWay', { advance: 1 }));
  });

  test('is nothing where a verdict makes less payable than was paid ahead; the part is as much as that', () => {
    const cut = advanced(verdict({ tranche: 1, bps: 2000, rest: 'carried' }));
    if (cut.status === 'absent') throw new Error('absent');
    expect(cut.cells.map(({ tranche, sponsor, amount }) => [tranche, sponsor, amount.amount])).toEqual([
      [1, FUND, 100n],
      [1, BANK, 30n],
      [2, FUND, 650n],
      [2, BANK, 220n],
    ]);
    expect(decide(request(), cut)).toEqual(refused('PartIsPaidAhead', { tranche: 1, sponsor: FUND }));
    expect(decide(verdict({ tranche: 1, bps: 2000, rest: 'carried' }), signed(ask(), order()))).toEqual(
      refused('AdvanceIsUnderWay', { advance: 1 }),
    );
    const reject = advanced(verdict({ tranche: 1, bps: 0, rest: 'cancelled' }), verdict({ tranche: 2, bps: 0, rest: 'cancelled' }));
    expect(eventsOf(end, reject)).toMatchObject([{ type: 'AgreementEnded', paid: money(100n) }]);
  });

  test('does not change by an amendment of the amount once money was paid ahead; its day may', () => {
    const change = (amount: bigint | undefined, dueOn = '') =>
      propose('amendment', [{ tranche: 1, dueOn, amount: amount === undefined ? undefined : money(amount) }]);
    expect(decide(change(500n), advanced())).toEqual(refused('TrancheIsClosed', { tranche: 1 }));
    expect(decide(change(undefined, '2029-01-01'), advanced())).toMatchObject({ ok: true });
    expect(decide(change(500n), signed(ask()))).toMatchObject({ ok: true });
  });
});

describe('what is not liquidated', () => {
  const claimed = (kind: 'unspent' | 'ineligible', amount: bigint) => claim({ kind, tranche: 0, amount: money(amount) });
  const answer = { type: 'AnswerRecovery', recovery: 1, note: 'txt_so', now: NOW, by: city } satisfies Command;
  const agreeTo = { type: 'ApproveRecovery', agreement: AGREEMENT, recovery: 1, now: NOW, by: secretariatApprover } satisfies Command;
  const ended = (...commands: readonly Command[]) =>
    advanced(...commands, propose('termination'), ...heard(1), approveMeasure(1), complete());

  test('stays in the part when an agreement ends early, and is claimed back as unspent from the advance', () => {
    const over = ended(state(60n), take(60n));
    expect(inForce(over).cells[0]?.amount).toEqual(money(100n));
    expect(decide(claimed('ineligible', 61n), over)).toMatchObject(refused('AmountExceedsWhatIsOpen', { open: 60n }));
    expect(eventsOf(claimed('unspent', 50n), over)).toMatchObject([{ advances: [{ advance: 1, amount: money(40n) }] }]);
    const answered = acceptedOn(over, claimed('unspent', 50n), answer);
    expect(booked(agreeTo, answered)).toEqual([
      [RECEIVED, -10n],
      ['agreement/agr_a/recoverable/spo_fund', 50n],
      [ADVANCE, -40n],
    ]);
    expect(decide(state(1n), acceptedOn(answered, agreeTo))).toMatchObject(refused('AdvanceInStatus', { status: 'liquidated' }));
  });

  test('is not liquidated by a statement as well, once it is claimed', () => {
    const partly = advanced(state(60n), claimed('unspent', 70n));
    expect(decide(take(60n), partly)).toMatchObject(refused('AmountExceedsWhatIsOpen', { open: 30n }));
    expect(decide(state(31n), advanced(claimed('unspent', 70n)))).toMatchObject(refused('AmountExceedsWhatIsOpen'));
  });

  test('waits for no statement once all of it is claimed, also while the claim is not approved', () => {
    const kinds = (agreement: ReturnType<typeof advanced>) => agreementFold.waitsOf?.(AGREEMENT, agreement, NOW).map(({ kind }) => kind);
    expect(kinds(advanced())).toContain('expenditure-to-submit');
    expect(kinds(advanced(claimed('unspent', 99n)))).toContain('expenditure-to-submit');
    expect(kinds(advanced(claimed('unspent', 100n)))).not.toContain('expenditure-to-submit');
  });

  test('does not keep an agreement from being paid in full', () => {
    const rest = (tranche: number, sponsor: SponsorId): Command[] => {
      const payment = paymentOf(tranche, sponsor);
      const bankReference = `BANK ${tranche} ${sponsor.slice(4)}`;
      return [request({ tranche, sponsor }), ...paying(payment, bankReference)];
    };
    const paid = advanced(...rest(1, FUND), ...rest(1, BANK), ...rest(2, FUND), ...rest(2, BANK));
    const release: PaymentId = 'pay_release';
    const released = acceptedOn(
      paid,
      { type: 'RequestRelease', agreement: AGREEMENT, sponsor: FUND, payment: release, now: NOW, by: maker },
      ...paying(release, 'RELEASE'),
    );
    expect(eventsOf(end, released)).toMatchObject([{ type: 'AgreementEnded', paid: money(1000n) }]);
  });
});
