import { money } from '@junkan/kit/pure/money.ts';
import type { Event } from '../agreement-faces.ts';
import { corruptHistory } from '../corrupt-history.ts';
import type { PaymentId } from '../ids.ts';
import { groundOf, statementOf } from './of-statement.ts';
import {
  type Accounts,
  type Attempt,
  type Instructed,
  isOver,
  NO_ROUTE,
  type Order,
  type Over,
  type Payment,
  type Settled,
  type WithBank,
} from './payment.ts';

type PaymentEvent = Exclude<Extract<Event, { payment: PaymentId }>, { exchange: number } | { paidOn: string }>;
type Approval = Extract<PaymentEvent, { type: 'PaymentApproved' | 'PaymentApprovedOnce' }>;
type Requested = Extract<PaymentEvent, { type: 'PaymentRequested' }>;
type FileEvent = Extract<PaymentEvent, { type: 'PaymentPutInFile' | 'PaymentTakenFromFile' }>;
type MistakeEvent = Extract<PaymentEvent, { type: 'PaymentMistakeReported' | 'OutcomeReversed' | 'PaymentObjectedTo' }>;
type BankEvent = Exclude<
  PaymentEvent,
  {
    type:
      | 'PaymentRequested'
      | 'PaymentApprovedOnce'
      | 'PaymentApproved'
      | 'PaymentRefused'
      | 'PaymentInstructed'
      | FileEvent['type']
      | 'PaymentMistakeReported'
      | 'OutcomeReversed';
  }
>;

export function paymentAfter(event: PaymentEvent, payments: ReadonlyMap<PaymentId, Payment>): Payment {
  const before = payments.get(event.payment);
  if (event.type === 'PaymentRequested') return ordered(event, before);
  switch (event.type) {
    case 'PaymentApprovedOnce': {
      const { limit, rules, measured, at, by } = event;
      if (before?.status === 'requested')
        return { ...before, firstApproval: { by, at, limit, rules, measured }, accounts: accountsOf(event) };
      break;
    }
    case 'PaymentApproved':
      if (before?.status === 'requested') {
        const accounts = accountsOf(event);
        return { ...before, status: 'approved', approvedBy: event.by, approvedAt: event.at, accounts, route: { ...NO_ROUTE, ...accounts } };
      }
      break;
    case 'PaymentRefused':
      if (before?.status === 'requested') {
        const { by: refusedBy, note, at: endedAt, instruction = '' } = event;
        return { ...ended(before, { status: 'refused', refusedBy, note, endedAt, instruction }), status: 'refused', refusedBy };
      }
      if (before?.status === 'approved') {
        const { by: refusedBy, note, at: endedAt, instruction = '' } = event;
        const { approvedBy, approvedAt, route: _route, ...order } = before;
        const end = { status: 'refused', approvedBy, approvedAt, refusedBy, note, endedAt, instruction } as const;
        return { ...ended(order, end), attempt: order.attempt + 1, status: 'refused', refusedBy };
      }
      break;
    case 'PaymentInstructed': {
      const { instruction, at: instructedAt, withBankSince, file = '', payerAccount = '', payeeAccount = '', debitCurrency } = event;
      const way = { route: { file, payerAccount, payeeAccount }, instructedAt, withBankSince };
      if (before?.status === 'approved')
        return { ...before, ...way, status: 'instructed', instruction, debitCurrency, reported: undefined };
      break;
    }
    case 'PaymentPutInFile': {
      const { file, payerAccount, payeeAccount } = event;
      if (before?.status === 'approved') return { ...before, route: { file, payerAccount, payeeAccount } };
      break;
    }
    case 'PaymentTakenFromFile':
      if (before?.status === 'approved') {
        const attempt = before.attempt + (event.instruction === undefined ? 0 : 1);
        return { ...before, attempt, route: { ...NO_ROUTE, ...before.accounts } };
      }
      break;
    case 'PaymentSettlementReported':
    case 'PaymentFailureReported':
    case 'PaymentObjectedTo':
    case 'PaymentFailed':
    case 'PaymentSettled':
    case 'PaymentReturnReported':
    case 'PaymentReversalReported':
    case 'PaymentReturned':
    case 'SettlementReversed':
      if (before?.status === 'instructed') return afterBank(event, before);
      if (before?.status === 'settled') return afterUndoing(event, before);
      if (event.type === 'PaymentObjectedTo' && before?.over?.undoing) return afterMistake(event, before, before.over);
      break;
    case 'PaymentMistakeReported':
    case 'OutcomeReversed':
      if (before?.over) return afterMistake(event, before, before.over);
      break;
  }
  throw corruptHistory(event, before?.status ?? 'absent');
}

/** Of an approval; nothing in events of earlier versions. */
const accountsOf = ({ payerAccount, payeeAccount }: Pick<Approval, keyof Accounts>): Accounts | undefined =>
  payerAccount === undefined || payeeAccount === undefined ? undefined : { payerAccount, payeeAccount };

/** A request begins the payment, or its next attempt. */
function ordered(event: Requested, before: Payment | undefined): Payment {
  if (before && !isOver(before)) throw corruptHistory(event, before.status);
  const nothing = money(0n, event.amount.currency);
  const attempt = highest(before) + (before?.status === 'failed' || before?.status === 'returned' ? 1 : 0);
  const { type: _, payment: _payment, by, at, retained = nothing, advanced = nothing, advance = 0, ...others } = event;
  const { partPayment = 0, partPaid = nothing, partWhole, ...cause } = others;
  return {
    status: 'requested',
    ...cause,
    retained,
    advanced,
    advance,
    partPayment,
    partPaid,
    partWhole,
    // A request of an earlier version names only who submitted the report that it is based on.
    reportedBy: [...new Set([cause.submittedBy, ...cause.reportedBy])],
    requestedBy: by,
    requestedAt: at,
    attempt,
    attempts: before?.attempts ?? [],
    reports: before?.reports ?? 0,
    objections: before?.objections ?? [],
    reversals: before?.reversals ?? [],
    firstApproval: undefined,
    accounts: undefined,
    over: before?.over,
    lastAttempt: attempt,
  };
}

const highest = (before: Payment | undefined): number => Math.max(before?.attempt ?? 1, before?.lastAttempt ?? 0);

function afterBank(event: BankEvent, before: Extract<Payment, { status: 'instructed' }>): Payment {
  switch (event.type) {
    case 'PaymentSettlementReported': {
      const { report: number, bankReference, valueDate, debited, by, at } = event;
      const reported = { number, outcome: 'settled', bankReference, valueDate, debited, by, at, ...groundOf(event) } as const;
      return { ...before, reports: number, reported };
    }
    case 'PaymentFailureReported': {
      const { report: number, note, by, at } = event;
      return { ...before, reports: number, reported: { number, outcome: 'failed', note, by, at } };
    }
    case 'PaymentObjectedTo': {
      const { report, note, by, at } = event;
      const bankReference = before.reported?.outcome === 'settled' ? before.reported.bankReference : '';
      const objection = { report, bankReference, note, by, at, ...statementOf(event) };
      return { ...before, reported: undefined, objections: [...before.objections, objection] };
    }
    case 'PaymentFailed': {
      const { by: confirmedBy, reportedBy, report, note, at: endedAt } = event;
      const was = { ...before, reported: undefined };
      return {
        ...ended(before, { ...instructionOf(before), status: 'failed', reportedBy, confirmedBy, note, endedAt }),
        status: 'failed',
        confirmedBy,
        over: { outcome: 'failed', was, report, reportedBy, bankReference: '', undoing: undefined },
      };
    }
    case 'PaymentSettled': {
      const { bankReference, valueDate, debited, at: settledAt, by: confirmedBy } = event;
      return { ...before, status: 'settled', bankReference, valueDate, debited, settledAt, confirmedBy, undoing: undefined };
    }
    case 'PaymentReturnReported':
    case 'PaymentReversalReported':
    case 'PaymentReturned':
    case 'SettlementReversed':
      throw corruptHistory(event, before.status);
  }
}

/** What is reported against a settlement, and the outcome. */
function afterUndoing(event: BankEvent, before: Settled): Payment {
  switch (event.type) {
    case 'PaymentReturnReported': {
      const { report: number, bankReference, valueDate, credited, note, by, at } = event;
      const undoing = { number, outcome: 'returned', bankReference, valueDate, credited, note, by, at, ...groundOf(event) } as const;
      return { ...before, reports: number, undoing };
    }
    case 'PaymentReversalReported': {
      const { report: number, note, by, at } = event;
      return { ...before, reports: number, undoing: { number, outcome: 'reversed', note, by, at } };
    }
    case 'PaymentObjectedTo': {
      const { report, note, by, at } = event;
      const bankReference = before.undoing?.outcome === 'returned' ? before.undoing.bankReference : '';
      const objection = { report, bankReference, note, by, at, ...statementOf(event) };
      return { ...before, undoing: undefined, objections: [...before.objections, objection] };
    }
    case 'PaymentReturned': {
      const { by: confirmedBy, reportedBy, report: returnReport, bankReference: returnReference, note, at: endedAt } = event;
      const { bankReference, valueDate, debited: _debited, settledAt: _settledAt, undoing: _undoing, ...order } = before;
      const bank = { ...instructionOf(before), bankReference, valueDate, returnReference, reportedBy, confirmedBy };
      const was = { ...before, undoing: undefined };
      const of = { was, report: returnReport, reportedBy, bankReference: returnReference, undoing: undefined, ...statementOf(event) };
      return {
        ...ended({ ...order, status: 'returned', returnReport, confirmedBy }, { ...bank, status: 'returned', note, endedAt }),
        over: { outcome: 'returned', ...of },
      };
    }
    case 'SettlementReversed': {
      const { report, bankReference, note, by, at } = event;
      const {
        bankReference: _reference,
        valueDate: _valueDate,
        debited: _debited,
        settledAt: _settledAt,
        undoing: _undoing,
        confirmedBy: _by,
        ...order
      } = before;
      const reversals = [...before.reversals, { report, bankReference, note, by, at, of: 0, ...statementOf(event) }];
      return { ...order, status: 'instructed', reported: undefined, reversals };
    }
    case 'PaymentSettlementReported':
    case 'PaymentFailureReported':
    case 'PaymentFailed':
    case 'PaymentSettled':
      throw corruptHistory(event, before.status);
  }
}

/** What is reported against a return or a failure, and the outcome: the payment is again what it was before. */
function afterMistake(event: MistakeEvent, before: Payment, over: Over): Payment {
  switch (event.type) {
    case 'PaymentMistakeReported': {
      const { report: number, note, document, by, at } = event;
      return { ...before, reports: number, over: { ...over, undoing: { number, outcome: 'reversed', note, document, by, at } } };
    }
    case 'PaymentObjectedTo': {
      const { report, note, by, at } = event;
      return {
        ...before,
        over: { ...over, undoing: undefined },
        objections: [...before.objections, { report, bankReference: '', note, by, at }],
      };
    }
    case 'OutcomeReversed': {
      const { report, bankReference, note, by, at } = event;
      const { reports, objections, attempts } = before;
      const wrong = attempts.findLastIndex(({ status }) => status === over.outcome);
      const kept = { reports, objections, attempts: attempts.toSpliced(wrong, 1), lastAttempt: highest(before) };
      const reversals = [...before.reversals, { report, bankReference, note, by, at, of: over.report, ...statementOf(event) }];
      return { ...over.was, ...kept, reversals } satisfies WithBank | Settled;
    }
  }
}

const instructionOf = ({ approvedBy, approvedAt, instruction, instructedAt, route }: Instructed) => ({
  ...route,
  approvedBy,
  approvedAt,
  instruction,
  instructedAt,
});

const NOTHING = {
  ...NO_ROUTE,
  firstApprovedBy: '',
  approvedBy: '',
  approvedAt: '',
  refusedBy: '',
  instruction: '',
  instructedAt: '',
  reportedBy: '',
  confirmedBy: '',
  bankReference: '',
  valueDate: '',
  returnReference: '',
} as const;

function ended<Before extends Order>(before: Before, end: Partial<Attempt> & Pick<Attempt, 'status' | 'note' | 'endedAt'>): Before {
  const { report, requestedBy, requestedAt, attempts, firstApproval } = before;
  const begun = { number: (attempts.at(-1)?.number ?? 0) + 1, report, requestedBy, requestedAt, firstApprovedBy: firstApproval?.by ?? '' };
  return { ...before, attempts: [...attempts, { ...NOTHING, ...begun, ...end }] };
}
