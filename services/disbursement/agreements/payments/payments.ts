import { dateOf } from '@junkan/kit/pure/dates.ts';
import type { Decision } from '@junkan/kit/pure/decision.ts';
import { refuse } from '@junkan/kit/pure/decision.ts';
import { NO_RULES } from '@junkan/kit/pure/limits.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { Role } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type InForce, isInForce, type State } from '../agreement-state.ts';
import { MET_IN_FULL } from '../contract/contract.ts';
import { currencyOf } from '../contract/terms.ts';
import { standingOn } from '../holds/hold.ts';
import type { AgreementId, MilestoneId, PaymentId } from '../ids.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import { on, part } from '../parts.ts';
import { decidePartPayment } from './part-payment-order.ts';
import { partsInPayments, toRequest } from './parts-in-payments.ts';
import { type Accounts, isOver, type Payment, settledOnes } from './payment.ts';
import { confirmPayment, objectToPayment, reportFailure, reportSettlement, withdrawReport } from './payment-bank.ts';
import type { OrderCommand, PaymentCommand, Payments } from './payment-commands.ts';
import { approve, instruct, reject, request } from './payment-decide.ts';
import { approversOf, barredFrom, dutiesBefore } from './payment-duties.ts';
import type { PaymentEvent } from './payment-events.ts';
import { paymentAfter } from './payment-evolve.ts';
import { isPaying, moneyGoesOn } from './payment-gate.ts';
import { instructFile, putInFile, takeFromFile } from './payment-in-file.ts';
import { paymentMessage } from './payment-message.ts';
import { reportMistake } from './payment-mistake.ts';
import { reportReturn, reportReversal } from './payment-undoing.ts';
import { requestable } from './requestable.ts';

type Answer = Decision<Event, Rejection>;

/**
 * One payment order for each cell, and others before it if the cell is paid in several (part-payment-order.ts): requested by a maker,
 * approved by another person, instructed by the maker. One person reports the bank's outcome and another confirms it. A new order begins
 * only if there is none, or one that was refused, has failed or whose money the bank has returned; so nothing of a cell is paid twice.
 */
export const payments = part<Payments>()({
  initial: new Map(),
  decide: {
    RequestPayment: ofMoney(ROLES.RequestPayment, request),
    RequestPartPayment: ofMoney(ROLES.RequestPartPayment, decidePartPayment),
    PutInFile: ofMoney(ROLES.MakePaymentFile, putInFile),
    TakeFromFile: ofMoney(ROLES.RefusePaymentFile, takeFromFile),
    InstructFile: ofMoney(ROLES.SendPaymentFile, instructFile),
    ApprovePayment: ofOrder(ROLES.ApprovePayment, approve),
    RefusePayment: ofOrder(ROLES.RefusePayment, reject),
    InstructPayment: ofOrder(ROLES.InstructPayment, instruct),
    ReportSettlement: ofOrder(ROLES.SettlePayment, reportSettlement),
    ReportFailure: ofOrder(ROLES.FailPayment, reportFailure),
    ReportReturn: ofOrder(ROLES.ReturnPayment, reportReturn),
    ReportReversal: ofOrder(ROLES.ReversePayment, reportReversal),
    ReportMistake: ofOrder(ROLES.ReverseOutcome, reportMistake),
    ConfirmPayment: ofOrder(ROLES.ConfirmPayment, confirmPayment),
    WithdrawReport: ofOrder([...ROLES.SettlePayment, ...ROLES.ObjectToPayment], withdrawReport),
    ObjectToPayment: ofOrder(ROLES.ObjectToPayment, objectToPayment),
  },
  evolve: {
    PaymentRequested: after,
    PaymentApprovedOnce: after,
    PaymentApproved: after,
    PaymentRefused: after,
    PaymentInstructed: after,
    PaymentPutInFile: after,
    PaymentTakenFromFile: after,
    PaymentSettlementReported: after,
    PaymentFailureReported: after,
    PaymentObjectedTo: after,
    PaymentSettled: after,
    PaymentReturnReported: after,
    PaymentReturned: after,
    PaymentReversalReported: after,
    SettlementReversed: after,
    PaymentMistakeReported: after,
    OutcomeReversed: after,
    PaymentFailed: after,
  },
  acts: [
    on(
      requestable,
      ({ tranche, sponsor }) => ({ tranche, sponsor }),
      ({ tranche, sponsor }, { agreement, now, milestones, partPaymentOf }, state) => {
        const of = { agreement, tranche, sponsor, milestone: milestones.get(tranche) ?? metInFull(agreement), now };
        return {
          requestPayment: { type: 'RequestPayment', ...of },
          requestPartPayment: {
            type: 'RequestPartPayment',
            ...of,
            amount: money(1n, currencyOf(state)),
            payment: partPaymentOf({ tranche, sponsor }),
          },
        };
      },
    ).waiting((cell, agreement) => {
      const amount = isPaying(agreement) && toRequest(agreement, cell);
      if (!amount) return [];
      // Once all that was left was asked for, only what has come back of it is paid in part.
      const ends = isOver(agreement.payments.get(cell.payment))
        ? (['requestPayment', 'requestPartPayment'] as const)
        : (['requestPartPayment'] as const);
      const pays = { tranche: cell.tranche, advance: 0, partPayment: 0 };
      return [
        {
          kind: 'payment-to-request',
          ends,
          despite: ['OutsideThePeriodOfTheBudget', 'ConditionsAreOpen'],
          amount,
          pays,
          silence: 'nothing',
        },
      ];
    }),
    on(
      ({ payments: all }) => [...all].filter(([, { status }]) => status !== 'settled'),
      ([payment]) => ({ payment }),
      ([payment, order], { agreement, now }) => ({
        approvePayment: { type: 'ApprovePayment', agreement, payment, rules: NO_RULES, isToItself: false, ...accountsOf(order), now },
        refusePayment: { type: 'RefusePayment', agreement, payment, now },
        instructPayment: { type: 'InstructPayment', payment, ...accountsOf(order), limited: undefined, budgets: undefined, now },
        settlePayment: {
          type: 'ReportSettlement',
          payment,
          present: undefined,
          bankReference: referenceOf(payment, 'NONE'),
          valueDate: dateOf(now),
          debited: 'debitCurrency' in order && order.debitCurrency ? money(1n, order.debitCurrency) : undefined,
          ...BY_HAND,
          now,
        },
        failPayment: { type: 'ReportFailure', payment, now },
        reverseOutcome: { type: 'ReportMistake', payment, ...BY_HAND, shownBy: undefined, now },
        ...onReport(payment, order, { agreement, now }),
      }),
    ).waiting(([, order], agreement) => {
      const { tranche, advance, partPayment, amount, requestedBy } = order;
      const pays = { tranche, advance, partPayment };
      const silence = isPaying(agreement) ? 'escalates' : 'nothing';
      const goesOn = isPaying(agreement) && standingOn(order, agreement.holds).length === 0;
      const before = dutiesBefore(order).map(([, person]) => person);
      switch (order.status) {
        case 'requested':
          return goesOn
            ? [
                {
                  kind: 'payment-to-approve',
                  asks: 'refusePayment',
                  ends: ['approvePayment', 'refusePayment'],
                  bars: 'approvePayment',
                  against: [...before, requestedBy, ...approversOf(order)],
                  again: 'PersonHasAnotherDuty',
                  amount,
                  pays,
                  silence,
                },
              ]
            : [];
        case 'approved':
          // What is in a file goes to the bank by the file.
          return goesOn && order.route.file === ''
            ? [
                {
                  kind: 'payment-to-instruct',
                  ends: ['instructPayment'],
                  despite: ['OutsideThePeriodOfTheBudget'],
                  only: requestedBy,
                  amount,
                  pays,
                  silence,
                },
              ]
            : [];
        case 'instructed': {
          if (agreement.status === 'ended') return [];
          return order.reported
            ? [
                toConfirm([...before, order.reported.by, ...barredFrom(order, order.reported).map(([, person]) => person)], {
                  amount,
                  pays,
                }),
              ]
            : [
                {
                  kind: 'payment-to-report',
                  asks: 'failPayment',
                  ends: ['settlePayment', 'failPayment'],
                  against: [...before, ...approversOf(order)],
                  amount,
                  pays,
                  silence,
                },
              ];
        }
        case 'refused':
        case 'failed':
        case 'settled':
        case 'returned': {
          const { undoing, reportedBy = '' } = order.over ?? {};
          return undoing && agreement.status !== 'ended' ? [toConfirm([...before, undoing.by, reportedBy], { amount, pays })] : [];
        }
      }
    }),
    on(
      ({ payments: all }) => settledOnes(all),
      ([payment]) => ({ payment }),
      ([payment, order], { agreement, now }) => ({
        returnPayment: {
          type: 'ReportReturn',
          payment,
          present: undefined,
          bankReference: referenceOf(payment, 'NONE BACK'),
          valueDate: dateOf(now),
          ...BY_HAND,
          now,
        },
        reversePayment: { type: 'ReportReversal', payment, now },
        ...onReport(payment, order, { agreement, now }),
      }),
    ).waiting(([, order], { status }) => {
      const { tranche, advance, partPayment, amount, undoing, reported } = order;
      if (!undoing || status === 'ended') return [];
      const before = dutiesBefore(order).map(([, person]) => person);
      return [
        toConfirm([...before, undoing.by, reported?.by ?? '', ...barredFrom(order, undoing).map(([, person]) => person)], {
          amount,
          pays: { tranche, advance, partPayment },
        }),
      ];
    }),
  ],
  message: (own, agreement) => ({
    payments: [...own].map(([id, payment]) => paymentMessage(id, payment)),
    partsInPayments: isInForce(agreement) ? partsInPayments(agreement) : [],
  }),
});

/** A second person says whether it is as it was reported. */
const toConfirm = <Of>(against: readonly string[], of: Of) =>
  ({
    kind: 'payment-to-confirm',
    ends: ['confirmPayment', 'objectToPayment'],
    against,
    silence: 'reminder',
    ...of,
  }) as const;

/** Those for which it was approved: whether they are used still, or there are any, is seen when it is done. */
const accountsOf = ({ accounts = ANY }: Payment): Accounts => accounts;
const ANY: Accounts = { payerAccount: 'acc_', payeeAccount: 'acc_' };

const BY_HAND = { statement: undefined, statementEntry: undefined, document: '-', unknownEvidence: [] };
/** A reference that no bank would use, so that no other payment has it. */
const referenceOf = (payment: PaymentId, of: string): string => `${of} ${payment.slice('pay_'.length)}`;

/** What a second person does with the newest report. */
function onReport(payment: PaymentId, { reports }: Payment, { agreement, now }: { readonly agreement: AgreementId; readonly now: string }) {
  const report = reports || 1;
  return {
    confirmPayment: {
      type: 'ConfirmPayment',
      agreement,
      payment,
      report,
      rates: [],
      present: undefined,
      takenBackOf: undefined,
      unsaidBy: undefined,
      now,
    },
    objectToPayment: { type: 'ObjectToPayment', payment, report, now },
  } as const;
}

const metInFull = (agreement: AgreementId): MilestoneFacts => ({
  id: 'mst_' as MilestoneId,
  is: 'verified',
  agreement,
  report: 1,
  payableBasisPoints: MET_IN_FULL,
  rest: 'cancelled',
  submittedBy: 'reporter',
  reportedBy: [],
  verifiedBy: 'verifier',
});

function ofMoney<Command extends PaymentCommand>(roles: readonly Role[], decide: (command: Command, agreement: InForce) => Answer) {
  return (command: Command, state: State): Answer => moneyGoesOn(roles, command, state, decide);
}

function ofOrder<Command extends OrderCommand>(
  roles: readonly Role[],
  decide: (command: Command, payment: Payment, agreement: InForce) => Answer,
) {
  return ofMoney(roles, (command: Command, agreement) => {
    const payment = agreement.payments.get(command.payment);
    return payment ? decide(command, payment, agreement) : refuse({ type: 'PaymentIsUnknown', payment: command.payment });
  });
}

function after(before: Payments['own'], event: PaymentEvent): Payments['own'] {
  return new Map(before).set(event.payment, paymentAfter(event, before));
}
