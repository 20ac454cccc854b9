import { notAllowed, type Role } from '@junkan/kit/pure/actor.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { minus, money } from '@junkan/kit/pure/money.ts';
import { limitBelow, type Rules } from '../../approval-rules/approval-rules.ts';
import { advancedOn } from '../advances/advance.ts';
import { decideAdvanceOrder } from '../advances/advance-order.ts';
import type {
  ApprovePayment,
  InstructPayment,
  OrderCommand,
  PaymentCommand,
  RefusePayment,
  Rejection,
  RequestPayment,
} from '../agreement-commands.ts';
import type { Event } from '../agreement-events.ts';
import { endToEndReference, type InForce, isInForce, isOver, type Payment, type State } from '../agreement-state.ts';
import { bookExchange } from '../exchange/exchange.ts';
import { entry } from '../journal.ts';
import { measured, partPaidOn, partPaymentUnderWay } from '../part-payments/part-payment.ts';
import { decidePartPayment } from '../part-payments/part-payment-order.ts';
import { bookedBy, goneOf, retainedOf } from '../retention/retention.ts';
import { decideRelease } from '../retention/retention-release.ts';
import { decideBank } from './payment-bank.ts';
import { approversOf, dutiesBefore, otherDuty } from './payment-duties.ts';
import { groundsOf } from './payment-grounds.ts';
import { decideInFile } from './payment-in-file.ts';
import { stopFault } from './payment-stop.ts';

type Answer = Decision<Event, Rejection>;

/** A suspension and a termination that has begun stop new money; what the bank does with what it has been told is recorded all the same. */
const HELD: readonly State['status'][] = ['suspended', 'terminating'];
const WHILE_HELD: readonly PaymentCommand['type'][] = [
  'RefusePayment',
  'TakeFromFile',
  'ReportSettlement',
  'ReportFailure',
  'ReportReturn',
  'ReportReversal',
  'ConfirmPayment',
  'ObjectToPayment',
  'BookExchange',
];
/** Once an agreement has ended its money is final: what comes back then is a refund of a recovery. */
const UNTIL_ENDED: readonly PaymentCommand['type'][] = ['ReportReturn', 'ReportReversal'];

const ROLES: Record<PaymentCommand['type'], Role> = {
  RequestPayment: 'finance.maker',
  RequestPartPayment: 'finance.maker',
  RequestRelease: 'finance.maker',
  RequestAdvance: 'finance.maker',
  ApprovePayment: 'finance.checker',
  RefusePayment: 'finance.checker',
  InstructPayment: 'finance.maker',
  PutInFile: 'finance.maker',
  TakeFromFile: 'finance.checker',
  InstructFile: 'finance.maker',
  ReportSettlement: 'finance.maker',
  ReportFailure: 'finance.maker',
  ReportReturn: 'finance.maker',
  ReportReversal: 'finance.maker',
  ConfirmPayment: 'finance.checker',
  ObjectToPayment: 'finance.checker',
  BookExchange: 'finance.maker',
};

/**
 * One payment order for each cell, and others before it where the cell is paid in several (part-payment-order.ts): requested by a maker, approved by another person, instructed by the maker. What the
 * bank did with it one person reports and another confirms. A new one begins only where there is none, or one that was
 * refused, has failed or whose money the bank has returned; so nothing of a cell is paid twice.
 */
export function decidePayment(command: PaymentCommand, state: State): Answer {
  const refusal = notAllowed(command.by, [ROLES[command.type]]);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  const isHeld = HELD.includes(state.status) && !WHILE_HELD.includes(command.type);
  const isFinal = state.status === 'ended' && UNTIL_ENDED.includes(command.type);
  if (!isInForce(state) || isHeld || isFinal) return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  if ('file' in command) return decideInFile(command, state);
  if (command.type === 'RequestRelease') return decideRelease(command, state);
  if (command.type === 'BookExchange') return bookExchange(command, state);
  if (command.type === 'RequestAdvance') return decideAdvanceOrder(command, state);
  if (command.type === 'RequestPartPayment') return decidePartPayment(command, state);
  return command.type === 'RequestPayment' ? request(command, state) : decideOrder(command, state);
}

function decideOrder(command: OrderCommand, state: InForce): Answer {
  const payment = state.payments.get(command.payment);
  if (!payment) return refuse({ type: 'PaymentIsUnknown', payment: command.payment });
  switch (command.type) {
    case 'ApprovePayment':
      return approve(command, payment, state);
    case 'RefusePayment':
      return turnDown(command, payment);
    case 'InstructPayment':
      return instruct(command, payment, state);
    case 'ReportSettlement':
    case 'ReportFailure':
    case 'ReportReturn':
    case 'ReportReversal':
    case 'ConfirmPayment':
    case 'ObjectToPayment':
      return decideBank(command, payment, state);
  }
}

function request({ agreement, tranche, sponsor, milestone, now, by }: RequestPayment, state: InForce): Answer {
  const { cells, payments } = state;
  const cell = cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  if (!cell) return refuse({ type: 'CellIsUnknown', tranche, sponsor });
  if (cell.amount.amount === 0n) return refuse({ type: 'CellIsZero', tranche, sponsor });
  const { payment } = cell;
  const before = payments.get(payment);
  if (before && !isOver(before))
    return before.requestedBy === by.person ? alreadyApplied : refuse({ type: 'CellHasAnOrder', payment, status: before.status });
  const grounds = groundsOf({ agreement, milestone, now, by }, cell, state);
  if ('type' in grounds) return refuse(grounds);
  const [underWay, order] = partPaymentUnderWay(state, cell) ?? [];
  if (underWay && order) return refuse({ type: 'PartPaymentIsUnderWay', payment: underWay, status: order.status });
  const retained = retainedOf(state, cell);
  const advanced = money(advancedOn(state, cell), cell.amount.currency);
  const partPaid = money(partPaidOn(state, cell), cell.amount.currency);
  if (goneOf(state, cell) >= cell.amount.amount) return refuse({ type: 'PartIsPaidAhead', tranche, sponsor });
  return accept({
    type: 'PaymentRequested',
    payment,
    tranche,
    sponsor,
    amount: minus(minus(minus(cell.amount, retained), advanced), partPaid),
    ...grounds,
    at: now,
    by: by.person,
    ...(retained.amount > 0n ? { retained } : {}),
    ...(advanced.amount > 0n ? { advanced } : {}),
    ...(partPaid.amount > 0n ? { partPaid, partWhole: minus(cell.amount, advanced) } : {}),
  });
}

/** Above a limit two persons approve. Whoever gave the first approval never gives the second, even where the limit has changed since. */
function approve(command: ApprovePayment, payment: Payment, state: InForce): Answer {
  const { agreement, payment: id, rules, now, by } = command;
  const held = otherDuty(by.person, [...dutiesBefore(payment), ['requested', payment.requestedBy]]);
  if (held) return refuse(held);
  switch (payment.status) {
    case 'requested': {
      const { milestone, attempt, firstApproval } = payment;
      const stopped = stopFault(payment, now, state);
      if (stopped) return refuse(stopped);
      if (firstApproval?.by === by.person) return alreadyApplied;
      const limit = limitBelow(rules, measured(payment));
      if (limit && !firstApproval)
        return accept({ type: 'PaymentApprovedOnce', payment: id, milestone, limit, rules: rules.edition, at: now, by: by.person });
      const booked = entry(`${agreement}/approved/${id}${attempt > 1 ? `/${attempt}` : ''}`, bookedBy(agreement, payment));
      return accept({ type: 'PaymentApproved', payment: id, milestone, at: now, by: by.person, entry: booked, ...editionOf(rules) });
    }
    case 'approved':
    case 'instructed':
    case 'settled':
      return approversOf(payment).includes(by.person)
        ? alreadyApplied
        : refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
    case 'refused':
    case 'failed':
    case 'returned':
      return refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
  }
}

const editionOf = ({ edition }: Rules): { readonly rules?: number } => (edition > 0 ? { rules: edition } : {});

function turnDown({ payment: id, note, now, by }: RefusePayment, payment: Payment): Answer {
  const held = otherDuty(by.person, dutiesBefore(payment));
  if (held) return refuse(held);
  switch (payment.status) {
    case 'requested':
      return accept({ type: 'PaymentRefused', payment: id, milestone: payment.milestone, note, by: by.person, at: now });
    case 'refused':
      return payment.refusedBy === by.person
        ? alreadyApplied
        : refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
    case 'approved':
    case 'instructed':
    case 'failed':
    case 'returned':
    case 'settled':
      return refuse({ type: 'PaymentIsNotRequested', payment: id, status: payment.status });
  }
}

function instruct(
  { payment: id, payerAccount = '', payeeAccount = '', now, by }: InstructPayment,
  payment: Payment,
  state: InForce,
): Answer {
  if (by.person !== payment.requestedBy) return refuse({ type: 'RequesterIsAnother', requestedBy: payment.requestedBy });
  switch (payment.status) {
    case 'approved': {
      const { file } = payment.way;
      if (file !== '') return refuse({ type: 'PaymentIsInFile', payment: id, file });
      const stopped = stopFault(payment, now, state);
      if (stopped) return refuse(stopped);
      return accept({
        type: 'PaymentInstructed',
        payment: id,
        milestone: payment.milestone,
        instruction: endToEndReference(id, payment.attempt),
        by: by.person,
        at: now,
        ...(payerAccount === '' ? {} : { payerAccount }),
        ...(payeeAccount === '' ? {} : { payeeAccount }),
      });
    }
    case 'instructed':
    case 'settled':
      return alreadyApplied;
    case 'requested':
    case 'refused':
    case 'failed':
    case 'returned':
      return refuse({ type: 'PaymentIsNotApproved', payment: id, status: payment.status });
  }
}
