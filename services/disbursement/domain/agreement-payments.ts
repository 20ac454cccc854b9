import { type Actor, notAllowed } from '@junkan/kit/pure/actor.ts';
import { dateOf, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import { accept, alreadySo, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Money, plus } from '@junkan/kit/pure/money.ts';
import type {
  ApprovePayment,
  Duty,
  InstructPayment,
  MilestoneFacts,
  OrderCommand,
  PaymentCommand,
  RefusePayment,
  Rejection,
  RequestPayment,
  SettlePayment,
} from './agreement-commands.ts';
import type { Event } from './agreement-events.ts';
import type { Cell, Effective, Ended, Order, Payment, PaymentId, State } from './agreement-state.ts';
import { accounts, entry, moved } from './journal.ts';

type Answer = Decision<Event, Rejection>;
type InForce = Effective | Ended;

const FULL = 10_000;

/**
 * One payment order for each cell: requested by a maker, approved by another person, instructed by the maker, settled
 * with the bank's reference. No order leaves `settled`, and a new one begins only where there is none or a refused
 * one; so a cell is paid once.
 */
export function decidePayment(command: PaymentCommand, state: State): Answer {
  const refusal = notAllowed(command.by, [
    command.type === 'ApprovePayment' || command.type === 'RefusePayment' ? 'finance.checker' : 'finance.maker',
  ]);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  if (state.status === 'draft') return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  return command.type === 'RequestPayment' ? request(command, state) : decideOrder(command, state);
}

function decideOrder(command: OrderCommand, state: InForce): Answer {
  const payment = state.payments.get(command.payment);
  if (!payment) return refuse({ type: 'PaymentIsUnknown', payment: command.payment });
  switch (command.type) {
    case 'ApprovePayment':
      return approve(command, payment);
    case 'RefusePayment':
      return turnDown(command, payment);
    case 'InstructPayment':
      return instruct(command, payment);
    case 'SettlePayment':
      return settle(command, payment, state);
  }
}

/** The end-to-end reference for the bank: 33 characters of the set that ISO 20022 payments allow (35 at most, no underscore). */
export const endToEndReference = (payment: PaymentId): string => `JUNKAN-${payment.slice('pay_'.length).toUpperCase()}`;

function request({ agreement, tranche, sponsor, milestone, now, by }: RequestPayment, { cells, payments }: InForce): Answer {
  const cell = cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  if (!cell) return refuse({ type: 'CellIsUnknown', tranche, sponsor });
  if (cell.amount.amount === 0n) return refuse({ type: 'CellIsZero', tranche, sponsor });
  const { payment, amount } = cell;
  const before = payments.get(payment);
  if (before && before.status !== 'refused')
    return before.requestedBy === by.person ? alreadySo : refuse({ type: 'CellHasAnOrder', payment, status: before.status });
  if (milestone.is === 'unverified') return refuse({ type: 'MilestoneIsNotVerified', milestone: milestone.id, status: milestone.status });
  const fault = faultOf(milestone, agreement, by);
  if (fault) return refuse(fault);
  const { id, report, submittedBy, verifiedBy } = milestone;
  return accept({
    type: 'PaymentRequested',
    payment,
    tranche,
    sponsor,
    amount,
    milestone: id,
    report,
    submittedBy,
    verifiedBy,
    at: now,
    by: by.person,
  });
}

/** Why this verified milestone gives the maker no payment to request, or nothing. */
function faultOf({ id, ...verified }: Extract<MilestoneFacts, { is: 'verified' }>, agreement: string, by: Actor): Rejection | undefined {
  const { submittedBy, verifiedBy, payableBasisPoints } = verified;
  if (verified.agreement !== agreement) return { type: 'MilestoneIsOfAnotherAgreement', milestone: id, agreement: verified.agreement };
  if (payableBasisPoints !== FULL) return { type: 'MilestoneIsNotMetInFull', milestone: id, payableBasisPoints };
  return (
    otherDuty(verifiedBy, [['submitted', submittedBy]]) ??
    otherDuty(by.person, [
      ['submitted', submittedBy],
      ['verified', verifiedBy],
    ])
  );
}

function approve({ agreement, payment: id, now, by }: ApprovePayment, payment: Payment): Answer {
  const held = otherDuty(by.person, [...dutiesBefore(payment), ['requested', payment.requestedBy]]);
  if (held) return refuse(held);
  switch (payment.status) {
    case 'requested': {
      const { milestone, sponsor, amount } = payment;
      const booked = entry(
        `${agreement}/approved/${id}`,
        moved(accounts.undisbursed(agreement, sponsor), accounts.payable(agreement, sponsor), amount),
      );
      return accept({ type: 'PaymentApproved', payment: id, milestone, at: now, by: by.person, entry: booked });
    }
    case 'approved':
    case 'instructed':
    case 'settled':
      return payment.approvedBy === by.person ? alreadySo : refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
    case 'refused':
      return refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
  }
}

function turnDown({ payment: id, note, by }: RefusePayment, payment: Payment): Answer {
  switch (payment.status) {
    case 'requested':
      return accept({ type: 'PaymentRefused', payment: id, milestone: payment.milestone, note, by: by.person });
    case 'refused':
      return payment.refusedBy === by.person ? alreadySo : refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
    case 'approved':
    case 'instructed':
    case 'settled':
      return refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
  }
}

function instruct({ payment: id, by }: InstructPayment, payment: Payment): Answer {
  if (by.person !== payment.requestedBy) return refuse({ type: 'RequesterIsAnother', requestedBy: payment.requestedBy });
  switch (payment.status) {
    case 'approved':
      return accept({
        type: 'PaymentInstructed',
        payment: id,
        milestone: payment.milestone,
        instruction: endToEndReference(id),
        by: by.person,
      });
    case 'instructed':
    case 'settled':
      return alreadySo;
    case 'requested':
    case 'refused':
      return refuse({ type: 'PaymentIsNotApproved', payment: id, status: payment.status });
  }
}

function settle(command: SettlePayment, payment: Payment, state: InForce): Answer {
  const { agreement, payment: id, valueDate, now, by } = command;
  const bankReference = command.bankReference.trim();
  if (payment.status === 'settled') {
    const isSame = payment.bankReference === bankReference && payment.valueDate === valueDate;
    return isSame
      ? alreadySo
      : refuse({ type: 'PaymentIsSettled', payment: id, bankReference: payment.bankReference, valueDate: payment.valueDate });
  }
  if (payment.status !== 'instructed') return refuse({ type: 'PaymentIsNotInstructed', payment: id, status: payment.status });
  const held = otherDuty(by.person, [...dutiesBefore(payment), ['approved', payment.approvedBy]]);
  if (held) return refuse(held);
  if (bankReference === '') return refuse({ type: 'BankReferenceIsMissing' });
  const used = [...state.payments].find(([, other]) => other.status === 'settled' && other.bankReference === bankReference);
  if (used) return refuse({ type: 'BankReferenceIsUsed', payment: used[0] });
  if (!isCalendarDate(valueDate)) return refuse({ type: 'ValueDateIsNoDate', valueDate });
  if (valueDate > dateOf(now)) return refuse({ type: 'ValueDateIsInTheFuture', valueDate, today: dateOf(now) });
  const { milestone, sponsor, amount } = payment;
  const booked = entry(
    `${agreement}/settled/${id}`,
    moved(accounts.payable(agreement, sponsor), accounts.received(state.proposer), amount),
  );
  const settled: Event = {
    type: 'PaymentSettled',
    payment: id,
    milestone,
    bankReference,
    valueDate,
    at: now,
    by: by.person,
    entry: booked,
  };
  const paid = paidInFull(state, id);
  return paid ? accept<Event>(settled, { type: 'AgreementPaidInFull', paid, at: now }) : accept<Event>(settled);
}

/** All that the agreement pays, where this payment is the last of it. */
function paidInFull({ cells, payments }: InForce, last: PaymentId): Money | undefined {
  const isPaid = ({ payment, amount }: Cell): boolean =>
    payment === last || amount.amount === 0n || payments.get(payment)?.status === 'settled';
  return cells.every(isPaid) ? cells.map(({ amount }) => amount).reduce(plus) : undefined;
}

type Held = readonly [duty: Duty, person: string];

const dutiesBefore = ({ submittedBy, verifiedBy }: Order): Held[] => [
  ['submitted', submittedBy],
  ['verified', verifiedBy],
];

function otherDuty(person: string, duties: readonly Held[]): Rejection | undefined {
  const held = duties.find(([, holder]) => holder === person);
  return held && { type: 'PersonHasAnotherDuty', person, duty: held[0] };
}
