import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import { describe, expect, test } from 'vitest';
import {
  ACCOUNTS,
  AGREEMENT,
  acceptedOn,
  actor,
  approve,
  BANK,
  checker,
  draft,
  effective,
  effectiveOn,
  FUND,
  given,
  instruct,
  met,
  money,
  NOW,
  PAYMENT,
  paymentOf,
  refused,
  reject,
  request,
  settle,
  settled,
  terms,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import { endToEndReference } from './payment.ts';

const otherMaker = actor('other-maker', 'secretariat', 'finance.maker');

describe('a payment follows a verified milestone', () => {
  test('a request carries the report, the verdict and the persons that it rests on', () => {
    expect(decide(request(), effective())).toEqual({
      ok: true,
      events: [
        {
          type: 'PaymentRequested',
          payment: PAYMENT,
          tranche: 1,
          sponsor: FUND,
          amount: money(45n),
          milestone: 'mst_1',
          report: 2,
          submittedBy: 'officer',
          verifiedBy: 'verifier',
          at: NOW,
          by: 'maker',
          reportedBy: ['officer'],
        },
      ],
    });
  });

  test.each([
    ['the agreement is not there', request(), given(), refused('AgreementIsUnknown')],
    ['the agreement is not effective', request(), acceptedOn(given(), draft()), refused('AgreementIsNotEffective', { status: 'draft' })],
    ['by no maker', request({ by: checker }), effective(), refused('RoleIsMissing', { needed: ['finance.maker'] })],
    ['there is no such tranche', request({ tranche: 9 }), effective(), refused('CellIsUnknown', { tranche: 9, sponsor: FUND })],
    [
      'the sponsor gives nothing',
      request({ sponsor: 'spo_other' }),
      effective(),
      refused('CellIsUnknown', { tranche: 1, sponsor: 'spo_other' }),
    ],
    ['there is no money in it', request({ tranche: 3 }), effective(), refused('CellIsZero', { tranche: 3, sponsor: FUND })],
    [
      'its milestone is not verified',
      request({ milestone: { id: 'mst_1', is: 'unverified', status: 'submitted' } }),
      effective(),
      refused('MilestoneIsNotVerified', { milestone: 'mst_1', status: 'submitted' }),
    ],
    [
      'its milestone is of another agreement',
      request({ milestone: { ...met(1), agreement: 'agr_b' } }),
      effective(),
      refused('MilestoneIsOfAnotherAgreement', { milestone: 'mst_1', agreement: 'agr_b' }),
    ],
    [
      'its milestone is met in part, and its tranche not cut yet',
      request({ milestone: { ...met(1), payableBasisPoints: 5_000 } }),
      effective(),
      refused('VerdictIsNotApplied', { milestone: 'mst_1', payableBasisPoints: 5_000 }),
    ],
  ])('no payment is requested where %s', (_why, command, state, refusal) => {
    expect(decide(command, state)).toEqual(refusal);
  });
});

describe('a cell is paid once', () => {
  test.each([
    ['requested', [request()]],
    ['approved', [request(), approve()]],
    ['instructed', [request(), approve(), instruct()]],
    ['settled', [request(), approve(), instruct(), ...settled()]],
  ] as const)('no other order begins where one is %s', (status, commands) => {
    expect(decide(request({ by: otherMaker }), effective(...commands))).toEqual(refused('CellHasAnOrder', { payment: PAYMENT, status }));
    expect(decide(request(), effective(...commands))).toEqual(nothing);
  });

  test('a refused order may be requested again, under the same payment', () => {
    const state = effective(request(), reject());
    expect(decide(request({ by: otherMaker }), state)).toMatchObject({
      ok: true,
      events: [{ type: 'PaymentRequested', payment: PAYMENT, by: 'other-maker' }],
    });
    expect(decide(approve(), effective(request(), reject(), request({ by: otherMaker })))).toMatchObject({
      ok: true,
      events: [{ type: 'PaymentApproved' }],
    });
  });

  test("another sponsor's cell of the tranche is paid by its own order", () => {
    expect(decide(request({ sponsor: BANK }), effective(request()))).toMatchObject({
      ok: true,
      events: [{ payment: paymentOf(1, BANK), amount: money(15n) }],
    });
  });
});

describe('approval makes a payment due, and an instruction informs the bank', () => {
  test('an approval books the amount from undisbursed to payable; a repeat changes nothing', () => {
    const approved = {
      type: 'PaymentApproved',
      payment: PAYMENT,
      milestone: 'mst_1',
      at: NOW,
      by: 'checker',
      ...ACCOUNTS,
      entry: {
        id: `${AGREEMENT}/approved/${PAYMENT}`,
        postings: [
          { account: `agreement/${AGREEMENT}/undisbursed/${FUND}`, money: money(-45n) },
          { account: `agreement/${AGREEMENT}/payable/${FUND}`, money: money(45n) },
        ],
      },
    };
    expect(decide(approve(), effective(request()))).toEqual({ ok: true, events: [approved] });
    expect(decide(approve(), effective(request(), approve()))).toEqual(nothing);
    expect(decide(approve(), effective(request(), approve(), instruct(), ...settled()))).toEqual(nothing);
  });

  test('a refusal ends the order; a repeat changes nothing', () => {
    expect(decide(reject(), effective(request()))).toEqual({
      ok: true,
      events: [
        {
          type: 'PaymentRefused',
          payment: PAYMENT,
          milestone: 'mst_1',
          note: 'txt_note',
          by: 'checker',
          at: NOW,
          instruction: 'JUNKAN-1SPO_FUND',
        },
      ],
    });
    expect(decide(reject(), effective(request(), reject()))).toEqual(nothing);
  });

  test('an instruction gives the bank a reference of its own; a repeat changes nothing', () => {
    expect(decide(instruct(), effective(request(), approve()))).toEqual({
      ok: true,
      events: [
        {
          type: 'PaymentInstructed',
          budgets: [],
          payment: PAYMENT,
          milestone: 'mst_1',
          instruction: endToEndReference(PAYMENT, 1),
          by: 'maker',
          at: NOW,
          ...ACCOUNTS,
        },
      ],
    });
    expect(decide(instruct(), effective(request(), approve(), instruct()))).toEqual(nothing);
    expect(decide(instruct(), effective(request(), approve(), instruct(), ...settled()))).toEqual(nothing);
  });

  test('the reference for the bank has at most 35 characters, all of those that ISO 20022 allows', () => {
    expect(endToEndReference('pay_01h455vb4pex5vsknk084sn02q', 1)).toBe('JUNKAN-01H455VB4PEX5VSKNK084SN02Q');
    expect(endToEndReference('pay_01h455vb4pex5vsknk084sn02q', 12)).toMatch(/^[A-Z0-9-]{1,35}$/);
  });
});

describe('a budget is paid out within its period', () => {
  const within = (periodStart: string, periodEnd: string, ...commands: readonly Command[]) => {
    const shares = terms.shares.map((each) => ({ ...each, periodStart, periodEnd }));
    return effectiveOn({ shares }, ...commands);
  };
  const outside = refused('OutsideThePeriodOfTheBudget', { today: '2027-03-01', periodStart: '', periodEnd: '2027-02-28' });

  test('before and after it nothing is requested; on its first and last day it is', () => {
    expect(decide(request(), within('', '2027-02-28'))).toEqual(outside);
    expect(decide(request(), within('2027-03-02', ''))).toMatchObject(refused('OutsideThePeriodOfTheBudget'));
    expect(decide(request(), within('2027-03-01', '2027-03-01'))).toMatchObject({ ok: true });
  });

  test('what was requested in it is neither approved nor given to the bank after it; what the bank does with earlier instructions is recorded', () => {
    const later = { now: '2027-03-02T09:00:00.000Z' };
    expect(decide({ ...approve(), ...later }, within('', '2027-03-01', request()))).toMatchObject(refused('OutsideThePeriodOfTheBudget'));
    expect(decide({ ...instruct(), ...later }, within('', '2027-03-01', request(), approve()))).toMatchObject(
      refused('OutsideThePeriodOfTheBudget'),
    );
    const instructed = within('', '2027-03-01', request(), approve(), instruct());
    expect(decide({ ...settle({ valueDate: '2027-03-02' }), ...later }, instructed)).toMatchObject({ ok: true });
  });
});
