import { nothing } from '@junkan/kit/testing/decider.fixture.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  BANK,
  certifier,
  checker,
  claim,
  confirm,
  eventsOf,
  FUND,
  inForce,
  maker,
  money,
  NOW,
  PART,
  paymentOf,
  refused,
  request,
  requestPart,
  returned,
  secretariatApprover,
  sent,
  settle,
  share,
} from '../agreement.fixture.ts';
import { decide, evolve } from '../agreement.ts';
import type { Command, Event } from '../agreement-faces.ts';
import type { State } from '../agreement-state.ts';
import type { PaymentId } from '../ids.ts';
import { effectiveWith, into, posted, rates } from './exchange.fixture.ts';
import { exchangeMessages } from './exchange-messages.ts';
import type { RatesOfDay } from './exchange-state.ts';

const WRONG = '1400';
const RIGHT = '14';

/** One sponsor with an offer from a budget in yen, which is a part of its share. */
function inPartOfYen(of: bigint, cameTo: bigint): State {
  const parts = [of, 75n - of].map((amount, index) => ({ ...share(FUND, amount), offer: `off_${index}` as const }));
  const shares = [{ ...share(FUND, 75n), offer: 'off_0' as const, parts }, share(BANK, 25n)];
  return effectiveWith([{ offer: '0', of, to: into('JPY', cameTo) }], { shares });
}

const spelt = (payment: PaymentId): string => payment.replaceAll('_', ' ');
const paying = (requested: Command, payment: PaymentId, on: readonly RatesOfDay[], report = 1): Command[] => [
  requested,
  ...sent(payment),
  settle({ payment, bankReference: `${spelt(payment)} ${report}` }),
  { ...confirm({ payment, report }), rates: on },
];
const PAYMENT = paymentOf(1, FUND);
const SECOND = paymentOf(2, FUND);
const book = (payment: PaymentId, on: readonly RatesOfDay[]): Command => ({
  type: 'BookExchange',
  agreement: AGREEMENT,
  payment,
  rates: on,
  now: NOW,
  by: maker,
});
const ofRefund = { agreement: AGREEMENT, recovery: 1, resolution: 1, now: NOW } as const;
const bookRefund = (on: readonly RatesOfDay[]): Command => ({ type: 'BookExchangeOfRefund', ...ofRefund, rates: on, by: maker });
const refunding = (amount: bigint, on: readonly RatesOfDay[]): Command[] => [
  claim({ kind: 'clawback', tranche: 0, amount: money(amount) }),
  { type: 'AnswerRecovery', recovery: 1, note: 'txt_answer', now: NOW, by: certifier },
  { type: 'ApproveRecovery', agreement: AGREEMENT, recovery: 1, now: NOW, by: secretariatApprover },
  {
    type: 'ReportRefund',
    recovery: 1,
    amount: money(amount),
    bankReference: 'REFUND',
    valueDate: '2027-03-01',
    ground: { document: 'slip', receivedBy: '' },
    now: NOW,
    by: maker,
  },
  { type: 'ConfirmResolution', ...ofRefund, rules: { edition: 0, limits: [] }, rates: on, by: checker },
];

test('a payment is undone exactly and booked again, in one step, where its rates have been corrected; by the same rates nothing changes', () => {
  const state = acceptedOn(inPartOfYen(75n, 1001n), ...paying(request(), PAYMENT, rates(WRONG)));
  expect(decide(book(PAYMENT, rates(RIGHT)), state)).toMatchObject({
    events: [
      {
        type: 'ExchangeReversed',
        exchange: 1,
        payment: PAYMENT,
        reason: 'rates-corrected',
        by: maker.person,
        entry: { postings: [posted('spent', 63000n), posted('converted', -600n), posted('exchange-differences', -62400n)] },
      },
      {
        type: 'ExchangeBooked',
        exchange: 2,
        payment: PAYMENT,
        valueDate: '2027-03-01',
        by: maker.person,
        parts: [{ amount: money(45n), committed: money(600n, 'JPY'), cost: { toRate: RIGHT, amount: money(630n, 'JPY') } }],
        entry: { postings: [posted('spent', -630n), posted('converted', 600n), posted('exchange-differences', 30n)] },
      },
    ],
  });
  for (const same of [rates(WRONG), rates(WRONG, { expiresOn: '2027-04-01' }), []])
    expect(decide(book(PAYMENT, same), state)).toEqual(nothing);
  const corrected = acceptedOn(state, book(PAYMENT, rates(RIGHT)));
  expect(decide(book(PAYMENT, rates(RIGHT)), corrected)).toEqual(nothing);
  expect(decide(book(PAYMENT, rates(RIGHT, { source: 'BOJ' })), corrected)).toMatchObject({
    events: [{ type: 'ExchangeReversed', exchange: 2 }, { exchange: 3 }],
  });
  expect(decide({ ...book(PAYMENT, rates(RIGHT)), by: checker }, state)).toMatchObject(refused('RoleIsMissing'));
});

test('a refund likewise', () => {
  const paid = acceptedOn(inPartOfYen(75n, 1001n), ...paying(request(), PAYMENT, rates(RIGHT)));
  const state = acceptedOn(paid, ...refunding(15n, rates(WRONG)));
  expect(decide(bookRefund(rates(WRONG)), state)).toEqual(nothing);
  expect(decide(bookRefund(rates(RIGHT)), state)).toMatchObject({
    events: [
      {
        type: 'ExchangeOfRefundReversed',
        exchange: 2,
        recovery: 1,
        resolution: 1,
        sponsor: FUND,
        reason: 'rates-corrected',
        entry: { postings: [posted('spent', -21000n), posted('converted', 200n), posted('exchange-differences', 20800n)] },
      },
      {
        type: 'ExchangeOfRefundBooked',
        exchange: 3,
        sponsor: FUND,
        entry: { postings: [posted('spent', 210n), posted('converted', -200n), posted('exchange-differences', -10n)] },
      },
    ],
  });
});

test('a correction of rates is reported for what is booked, by the rates that are valid', () => {
  const state = acceptedOn(inPartOfYen(75n, 1001n), ...paying(request(), PAYMENT, rates(WRONG)), ...refunding(15n, rates(WRONG)));
  const corrected = { exchanges: [{ ratesCorrected: true }], refundExchanges: [{ ratesCorrected: true }] };
  expect(exchangeMessages(inForce(state), () => rates(RIGHT))).toMatchObject(corrected);
  for (const { exchanges, refundExchanges } of [exchangeMessages(inForce(state)), exchangeMessages(inForce(state), () => rates(WRONG))])
    for (const each of [...exchanges, ...refundExchanges]) expect(each).not.toHaveProperty('ratesCorrected');
});

const STEPS = 5;
const some = fc.record({
  offer: fc.tuple(fc.bigInt(1n, 74n), fc.bigInt(1n, 10n ** 6n)),
  part: fc.bigInt(1n, 44n),
  refund: fc.bigInt(1n, 20n),
  isReturned: fc.boolean(),
  correctedAt: fc.integer({ min: 0, max: STEPS }),
  right: fc.constantFrom('9', '12.75', '13.35', '0.031'),
  rebookedLast: fc.boolean(),
});

test('all balances are what they would be, had the right rates been there from the beginning', () => {
  fc.assert(
    fc.property(some, ({ offer: [one, cameTo], part, refund, isReturned, correctedAt, right, rebookedLast }) => {
      /** The sums of the accounts in yen, where the rates are wrong until a step. */
      const balances = (rightFrom: number): Map<string, bigint> => {
        const events: Event[] = [];
        let state = inPartOfYen(one, cameTo);
        const carryOut = (commands: readonly Command[]): void => {
          for (const command of commands) {
            const happened = eventsOf(command, state);
            events.push(...happened);
            state = happened.reduce(evolve, state);
          }
        };
        const on = (step: number) => rates(step >= rightFrom ? right : WRONG);
        const standing: PaymentId[] = [];
        const rebook = (): void => {
          for (const payment of rebookedLast ? standing.toReversed() : standing) carryOut([book(payment, on(STEPS))]);
        };
        const steps: (() => void)[] = [
          () => carryOut(paying(requestPart(part), PART, on(0))),
          () => carryOut(paying(request(), PAYMENT, on(1))),
          () =>
            isReturned &&
            carryOut([returned({ payment: PART }), confirm({ payment: PART, report: 2, by: { ...checker, person: 'other' } })]),
          () => carryOut(paying(request({ tranche: 2 }), SECOND, on(3))),
          () => carryOut(refunding(refund, on(4))),
        ];
        for (const [step, carried] of steps.entries()) {
          if (step === rightFrom) rebook();
          carried();
          const [paid] = [[PART], [PAYMENT], [], [SECOND], []][step] ?? [];
          if (paid) standing.push(paid);
          if (step === 2 && isReturned) standing.shift();
        }
        rebook();
        carryOut([bookRefund(rates(right))]);
        const sums = new Map<string, bigint>();
        for (const event of events)
          for (const { account, money: moved } of 'exchange' in event ? (event.entry?.postings ?? []) : [])
            sums.set(account, (sums.get(account) ?? 0n) + moved.amount);
        return new Map([...sums].filter(([, sum]) => sum !== 0n).toSorted());
      };
      expect(balances(correctedAt)).toEqual(balances(0));
    }),
  );
});
