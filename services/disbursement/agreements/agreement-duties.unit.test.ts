import { describe, expect, test } from 'vitest';
import {
  actor,
  approve,
  BANK,
  both,
  checker,
  effective,
  fail,
  instruct,
  maker,
  met,
  PAYMENT,
  paymentOf,
  refused,
  reject,
  request,
  sent,
  settle,
  settled,
} from './agreement.fixture.ts';
import { decide, evolve } from './agreement.ts';

const otherMaker = actor('other-maker', 'secretariat', 'finance.maker');
const otherChecker = actor('other-checker', 'secretariat', 'finance.checker');

describe('submitted, verified, requested and approved by four persons', () => {
  test.each([
    ['who submitted does not request', request({ by: both('officer') }), effective(), { person: 'officer', duty: 'submitted' }],
    ['who verified does not request', request({ by: both('verifier') }), effective(), { person: 'verifier', duty: 'verified' }],
    [
      'who submitted has not verified',
      request({ milestone: { ...met(1), verifiedBy: 'officer' } }),
      effective(),
      { person: 'officer', duty: 'submitted' },
    ],
    ['who submitted does not approve', approve(both('officer')), effective(request()), { person: 'officer', duty: 'submitted' }],
    ['who verified does not approve', approve(both('verifier')), effective(request()), { person: 'verifier', duty: 'verified' }],
    ['who requested does not approve', approve(both('maker')), effective(request()), { person: 'maker', duty: 'requested' }],
    [
      'who approved does not settle',
      settle({ by: both('checker') }),
      effective(request(), approve(), instruct()),
      { person: 'checker', duty: 'approved' },
    ],
    [
      'who verified does not settle',
      settle({ by: both('verifier') }),
      effective(request(), approve(), instruct()),
      { person: 'verifier', duty: 'verified' },
    ],
  ])('%s', (_rule, command, state, data) => {
    expect(decide(command, state)).toEqual(refused('PersonHasAnotherDuty', data));
  });

  const twice = { ...met(1), reportedBy: ['first-officer', 'officer'] };
  test.each([
    ['request', request({ milestone: twice, by: both('first-officer') }), []],
    ['approve', approve(both('first-officer')), [request({ milestone: twice })]],
    ['refuse', reject(both('first-officer')), [request({ milestone: twice })]],
    ['settle', settle({ by: both('first-officer') }), [request({ milestone: twice }), approve(), instruct()]],
    ['fail', fail(PAYMENT, both('first-officer')), [request({ milestone: twice }), approve(), instruct()]],
  ] as const)('who submitted an earlier report does not %s its payment', (_step, command, before) => {
    expect(decide(command, effective(...before))).toEqual(refused('PersonHasAnotherDuty', { person: 'first-officer', duty: 'submitted' }));
  });

  test('where a request does not name who reported before, who submitted its report counts', () => {
    const [requested] = [decide(request(), effective())].flatMap((decision) => (decision.ok ? decision.events : []));
    if (requested?.type !== 'PaymentRequested') throw new Error('it was requested');
    const state = evolve(effective(), { ...requested, reportedBy: [] });
    expect(decide(approve(both('officer')), state)).toEqual(refused('PersonHasAnotherDuty', { person: 'officer', duty: 'submitted' }));
  });

  test('only the requester instructs', () => {
    expect(decide(instruct(otherMaker), effective(request(), approve()))).toEqual(refused('RequesterIsAnother', { requestedBy: 'maker' }));
  });

  test.each([
    ['approves', approve(maker), 'finance.checker'],
    ['turns down', reject(maker), 'finance.checker'],
    ['instructs', instruct(checker), 'finance.maker'],
    ['settles', settle({ by: checker }), 'finance.maker'],
  ])('nobody %s without the role', (_verb, command, needed) => {
    expect(decide(command, effective(request()))).toEqual(refused('RoleIsMissing', { needed: [needed] }));
  });
});

describe('an order takes no step out of turn', () => {
  const instructed = [request(), approve(), instruct()];
  const second = paymentOf(1, BANK);
  const bothInstructed = [...instructed, ...settled(), request({ sponsor: BANK }), ...sent(second)];

  test.each([
    ['approve without an order', approve(), effective(), refused('PaymentIsUnknown', { payment: PAYMENT })],
    [
      'approve what is refused',
      approve(),
      effective(request(), reject()),
      refused('PaymentIsNotRequested', { payment: PAYMENT, status: 'refused' }),
    ],
    [
      'approve what another approved',
      approve(otherChecker),
      effective(request(), approve()),
      refused('PaymentIsNotRequested', { payment: PAYMENT, status: 'approved' }),
    ],
    [
      'turn down what the bank was instructed to pay',
      reject(),
      effective(request(), approve(), instruct()),
      refused('PaymentIsNotRequested', { payment: PAYMENT, status: 'instructed' }),
    ],
    [
      'turn down what another did',
      reject(otherChecker),
      effective(request(), reject()),
      refused('PaymentIsNotRequested', { payment: PAYMENT, status: 'refused' }),
    ],
    [
      'instruct what is not approved',
      instruct(),
      effective(request()),
      refused('PaymentIsNotApproved', { payment: PAYMENT, status: 'requested' }),
    ],
    [
      'settle what is not instructed',
      settle(),
      effective(request(), approve()),
      refused('PaymentIsNotInstructed', { payment: PAYMENT, status: 'approved' }),
    ],
    [
      'settle again by another reference',
      settle({ bankReference: 'BANK-2' }),
      effective(...instructed, ...settled()),
      refused('PaymentIsSettled', { payment: PAYMENT, bankReference: 'BANK-1', valueDate: '2027-03-01' }),
    ],
    [
      'settle again on another day',
      settle({ valueDate: '2027-02-27' }),
      effective(...instructed, ...settled()),
      refused('PaymentIsSettled', { payment: PAYMENT, bankReference: 'BANK-1', valueDate: '2027-03-01' }),
    ],
    ['settle by no reference', settle({ bankReference: ' ' }), effective(...instructed), refused('BankReferenceIsMissing')],
    [
      'settle by the reference of another',
      settle({ payment: second }),
      effective(...bothInstructed),
      refused('BankReferenceIsUsed', { payment: PAYMENT }),
    ],
    [
      'settle on a day that is none',
      settle({ valueDate: '2027-02-30' }),
      effective(...instructed),
      refused('ValueDateIsNoDate', { valueDate: '2027-02-30' }),
    ],
    [
      'settle on a day to come',
      settle({ valueDate: '2027-03-02' }),
      effective(...instructed),
      refused('ValueDateIsInTheFuture', { valueDate: '2027-03-02', today: '2027-03-01' }),
    ],
  ])('%s', (_step, command, state, refusal) => {
    expect(decide(command, state)).toEqual(refusal);
  });
});
