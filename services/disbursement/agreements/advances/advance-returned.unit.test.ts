import type { FinancialTerms } from '@junkan/kit/finance/financing.ts';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  actor,
  allSigned,
  approve,
  checker,
  confirm,
  draft,
  FUND,
  instruct,
  maker,
  met,
  money,
  NOW,
  officer,
  propose,
  refused,
  request,
  returned,
  reversed,
  settled,
  share,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Command } from '../agreement-faces.ts';
import { initial, type State } from '../agreement-state.ts';
import type { Share } from '../contract/terms.ts';
import type { PaymentId } from '../ids.ts';
import { entryOf } from '../journal.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';

const financing: FinancialTerms = {
  instrument: 'grant',
  loan: undefined,
  guarantee: undefined,
  security: '',
  advances: true,
  retentionPercent: '',
  conditions: [],
};
/** The fund alone, which allows advances, pays 600 and 400; 100 of the first tranche are paid ahead. */
const shares: Share[] = [{ ...share(FUND, 1000n), financing }];
const tranches = [600n, 400n].map((amount, at) => ({
  number: at + 1,
  title: 'One',
  monthsAfterEffective: 12,
  amount: money(amount),
  dueOn: '' as const,
}));
const ADVANCE: PaymentId = 'pay_advance1';
const unmet: MilestoneFacts = { id: 'mst_1', is: 'unverified', status: 'scheduled' };
const city = actor('city-officer', 'org_city', 'proposer.officer');
const ask = {
  type: 'AskAdvance',
  tranche: 1,
  sponsor: FUND,
  amount: money(100n),
  note: 'txt_plan',
  now: NOW,
  by: city,
  milestone: unmet,
  policy: { limitPercent: 30, liquidatedPercent: 80, statementDays: 90 },
} as const satisfies Command;
const order = {
  type: 'RequestAdvance',
  agreement: AGREEMENT,
  advance: 1,
  payment: ADVANCE,
  milestoneOf: () => unmet,
  now: NOW,
  by: maker,
} as const satisfies Command;
const ordered = [order, approve(checker, ADVANCE), instruct(maker, ADVANCE)] as const;
const spent = {
  type: 'SubmitExpenditure',
  advance: 1,
  amount: money(10n),
  firstDay: '2027-03-01',
  lastDay: '2027-03-01',
  note: 'txt_spent',
  evidence: [],
  unknownEvidence: [],
  now: NOW,
  by: city,
} as const satisfies Command;
const back = returned({ payment: ADVANCE });
const mistake = reversed({ payment: ADVANCE });
const second = confirm({ payment: ADVANCE, report: 2 });

const bySponsor = allSigned.find((command) => command.type === 'SignAgreement' && command.party === FUND);
const paid = (...commands: readonly Command[]): State => {
  if (!bySponsor) throw new Error('the fund signs');
  const signing = [draft({ shares, tranches }), allSigned[1], bySponsor];
  return acceptedOn(initial, ...signing, ask, ...ordered, ...settled({ payment: ADVANCE, bankReference: 'AHEAD' }), ...commands);
};
const booked = (command: Command, state: State) => {
  const decision = decide(command, state);
  if (!decision.ok) throw new Error(decision.rejection.type);
  return decision.events.flatMap((event) => entryOf(event)?.postings ?? []).map(({ account, money: { amount } }) => [account, amount]);
};

test('an advance that the bank returns leaves the account of the advance, and may be paid anew or not', () => {
  expect(booked(second, paid(back))).toEqual([
    [`proposer/org_city/advance/${AGREEMENT}`, -100n],
    [`agreement/${AGREEMENT}/undisbursed/${FUND}`, 100n],
  ]);
  expect(decide({ ...order, payment: ADVANCE }, paid(back, second))).toMatchObject({ ok: true });
  // What comes without it pays the whole part.
  expect(decide(request(), paid(back, second))).toMatchObject({ ok: true, events: [{ amount: money(600n) }] });
  expect(decide(request(), paid())).toMatchObject({ ok: true, events: [{ amount: money(500n) }] });
});

test('an advance that was booked by mistake is payable again', () => {
  expect(booked(second, paid(mistake))).toEqual([
    [`proposer/org_city/advance/${AGREEMENT}`, -100n],
    [`agreement/${AGREEMENT}/payable/${FUND}`, 100n],
  ]);
});

test('while an advance is said to have come back nothing is stated, claimed or requested of it, and nothing is terminated', () => {
  const state = paid(back);
  expect(decide(spent, state)).toEqual(refused('AdvanceInStatus', { advance: 1, status: 'ordered' }));
  expect(decide(request(), state)).toEqual(refused('AdvanceIsUnderWay', { advance: 1 }));
  expect(decide(propose('termination'), state)).toEqual(refused('PaymentsAreUnderWay', { payments: [ADVANCE] }));
  const claim = {
    type: 'ClaimRecovery',
    kind: 'unspent',
    tranche: 1,
    amount: money(20n),
    note: 'txt_why',
    answerDays: 30,
    now: NOW,
    by: officer,
  } as const satisfies Command;
  expect(decide(claim, state)).toEqual(refused('NothingIsOpen'));
  for (const command of [back, mistake])
    for (const before of [paid(claim), paid(spent), paid(request({ milestone: met(1) }))])
      expect(decide(command, before)).toEqual(refused('AdvanceIsRestedOn', { advance: 1 }));
});
