import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { total } from '@junkan/kit/pure/money.ts';
import {
  type AgreementStatus,
  parseAdvanceStatus,
  parseAgreementStatus,
  parseConditionStatus,
  parsePaymentStatus,
} from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { AgreedCondition, Cell, Payment, Portion } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import { type AgreementState, partiesOf } from '../agreement.ts';
import { inPaymentsOf, isPartUnderWay } from '../parts-in-payments.ts';
import { excluding, type Pays, type Task, task } from './task.ts';
import { tasksOfExchanges } from './work-of-exchanges.ts';
import { isHeld } from './work-of-holds.ts';
import { approverOf, tasksOfMeasure } from './work-of-measures.ts';
import { tasksOfRecovery } from './work-of-recoveries.ts';

/** Where money goes on, waits, or is over: what new money may do, what the bank was told, what of measures and holds there is. */
const IN_STATUS: Readonly<
  Record<AgreementStatus | Unrecognised, { signs?: true; pays?: true; banks?: true; measures?: true; conditions?: true }>
> = {
  draft: { signs: true },
  void: {},
  effective: { pays: true, banks: true, measures: true, conditions: true },
  suspended: { banks: true, measures: true, conditions: true },
  terminating: { banks: true, conditions: true },
  terminated: { pays: true, banks: true, conditions: true },
  ended: {},
  unrecognised: {},
};

/** What an agreement waits for by itself; see `requests` for payments that its milestones let be requested. */
export function tasksOfAgreement(state: AgreementState): Task[] {
  const { signs, pays, measures, conditions } = IN_STATUS[parseAgreementStatus(state.status)];
  return [
    ...(signs ? signatures(state) : []),
    ...(measures ? state.measures.flatMap((measure) => tasksOfMeasure(measure, state)) : []),
    ...(conditions ? state.agreedConditions.flatMap((condition) => fulfilment(condition, state)) : []),
    ...state.recoveries.flatMap((recovery) => tasksOfRecovery(recovery, state)),
    ...state.waits.map((wait) => task({ ...wait, kind: wait.kind as Task['kind'], project: state.project, readers: partiesOf(state) })),
    ...state.payments.flatMap((payment) => paymentTasks(payment, state)),
    ...tasksOfExchanges(state),
    ...(pays ? state.retained.flatMap((portion) => release(portion, state)) : []),
  ];
}

function signatures(state: AgreementState): Task[] {
  const { project, proposer, shares, signatures: given, signingDue: due } = state;
  const excluded = excluding(
    'PersonActsForAnother',
    given.map(({ by }) => by),
  );
  const currency = shares[0]?.amount?.currency ?? '';
  const all = total(
    shares.flatMap(({ amount }) => (amount ? [amount] : [])),
    currency,
  );
  const operations = ['signAgreement', 'declineSignature'];
  const common = { kind: 'signature', project, due, silence: 'escalates', operations, excluded, readers: partiesOf(state) } as const;
  return partiesOf(state)
    .filter((party) => given.every((each) => each.party !== party))
    .map((party) => {
      const amount = party === proposer ? all : shares.find(({ sponsor }) => sponsor === party)?.amount;
      return task({ ...common, role: approverOf(party), organisation: party, amount });
    });
}

/** A condition precedent waits for the proposer, then for the sponsor whose condition it is; a covenant for the sponsor alone, once it is reported. */
function fulfilment({ number: condition, status, phase, sponsor, reportedBy }: AgreedCondition, state: AgreementState): Task[] {
  const common = { of: { condition }, project: state.project, readers: partiesOf(state), silence: 'nothing' } as const;
  const known = parseConditionStatus(status);
  switch (known) {
    case 'open':
    case 'refused': {
      const who = { role: 'proposer.officer', organisation: state.proposer };
      return phase === 'precedent' ? [task({ ...common, ...who, kind: 'condition-to-report', operations: ['reportCondition'] })] : [];
    }
    case 'reported':
      return [
        task({
          ...common,
          kind: 'condition-to-confirm',
          role: 'sponsor.approver',
          organisation: sponsor,
          operations: ['confirmCondition', 'refuseCondition'],
          excluded: excluding('PersonActsForAnother', [reportedBy]),
        }),
      ];
    case 'met':
    case 'unrecognised':
      return [];
  }
}

/** What finance has to do, as every party may see it. */
const ofFinance = (role: 'maker' | 'checker', state: AgreementState) => ({
  role: `finance.${role}`,
  organisation: SECRETARIAT,
  project: state.project,
  readers: partiesOf(state),
});

const OTHER_DUTY = 'PersonHasAnotherDuty';

const paysOf = ({ tranche, advance, partPayment }: Payment): Pays => ({ tranche, advance, partPayment });
/** All that is left of a part, or what was retained. */
const ofPart = (tranche: number): Pays => ({ tranche, advance: 0, partPayment: 0 });

function paymentTasks(payment: Payment, state: AgreementState): Task[] {
  const { banks, ...lets } = IN_STATUS[parseAgreementStatus(state.status)];
  const pays = lets.pays && !isHeld(payment, state);
  const { id, amount, reportedBy, submittedBy, verifiedBy, requestedBy, approvedBy, firstApproval, reported } = payment;
  const first = firstApproval?.by ?? '';
  const before = [submittedBy, ...reportedBy, verifiedBy];
  const common = { of: { payment: id }, amount, pays: paysOf(payment), silence: lets.pays ? 'escalates' : 'nothing' } as const;
  const [maker, checker] = [ofFinance('maker', state), ofFinance('checker', state)];
  const status = parsePaymentStatus(payment.status);
  switch (status) {
    case 'requested': {
      const excluded = excluding(OTHER_DUTY, [...before, requestedBy, first]);
      const operations = ['approvePayment', 'refusePayment'];
      return pays ? [task({ ...common, ...checker, kind: 'payment-to-approve', operations, excluded })] : [];
    }
    case 'approved':
      // What is in a file goes to the bank by the file.
      if (payment.file !== '') return [];
      return pays ? [task({ ...common, ...maker, kind: 'payment-to-instruct', operations: ['instructPayment'], only: requestedBy })] : [];
    case 'instructed': {
      if (!banks) return [];
      if (!reported) {
        const excluded = excluding(OTHER_DUTY, [...before, first, approvedBy]);
        return [task({ ...common, ...maker, kind: 'payment-to-report', operations: ['settlePayment', 'failPayment'], excluded })];
      }
      const excluded = excluding(OTHER_DUTY, [...before, reported.by]);
      const operations = ['confirmPayment', 'objectToPayment'];
      return [task({ ...common, ...checker, kind: 'payment-to-confirm', operations, excluded, silence: 'reminder' })];
    }
    case 'settled': {
      const { undoing } = payment;
      if (!banks || !undoing) return [];
      const excluded = excluding(OTHER_DUTY, [...before, undoing.by, reported?.by ?? '']);
      const operations = ['confirmPayment', 'objectToPayment'];
      return [task({ ...common, ...checker, kind: 'payment-to-confirm', operations, excluded, silence: 'reminder' })];
    }
    case 'refused':
    case 'failed':
    case 'returned':
    case 'unrecognised':
      return [];
  }
}

/** Parts of tranches that may be requested once their milestones let them. */
export function requestable(state: AgreementState): Cell[] {
  const { pays } = IN_STATUS[parseAgreementStatus(state.status)];
  const isFree = (cell: Cell): boolean => isWithoutOrder(cell, state) || inPaymentsOf(cell, state) !== undefined;
  const isOpen = (cell: Cell): boolean =>
    leftOf(cell, state) > 0n && isFree(cell) && !isAheadUnderWay(cell, state) && !isPartUnderWay(cell, state);
  return pays ? state.cells.filter((cell) => isOpen(cell) && !isHeld(cell, state)) : [];
}

/** What of a part was not paid ahead, or is due besides what was paid in part, in minor units. */
const leftOf = (cell: Cell, state: AgreementState): bigint => inPaymentsOf(cell, state)?.rest?.amount ?? notPaidAhead(cell, state);

const notPaidAhead = ({ tranche, sponsor, amount }: Cell, { payments }: AgreementState): bigint =>
  payments
    .filter((payment) => payment.advance > 0 && payment.tranche === tranche && payment.sponsor === sponsor)
    .reduce(
      (left, payment) => (parsePaymentStatus(payment.status) === 'settled' ? left - (payment.amount?.amount ?? 0n) : left),
      amount?.amount ?? 0n,
    );

/** What of a part is on its way before its milestone was verified: its payment waits for that. */
const isAheadUnderWay = ({ tranche, sponsor }: Cell, { advances }: AgreementState): boolean =>
  advances.some(
    (advance) => advance.tranche === tranche && advance.sponsor === sponsor && parseAdvanceStatus(advance.status) === 'ordered',
  );

function isWithoutOrder({ payment }: Pick<Cell, 'payment'>, { payments }: AgreementState): boolean {
  const order = payments.find(({ id }) => id === payment);
  if (!order) return true;
  const status = parsePaymentStatus(order.status);
  switch (status) {
    case 'refused':
    case 'failed':
    case 'returned':
      return true;
    case 'requested':
    case 'approved':
    case 'instructed':
    case 'settled':
    case 'unrecognised':
      return false;
  }
}

/** What is retained of a sponsor, once every part of every tranche is settled and nobody has asked for it. */
function release({ sponsor, amount }: Portion, state: AgreementState): Task[] {
  const { payments } = state;
  const own = payments.filter((payment) => payment.sponsor === sponsor);
  const isContested = payments.some(({ status, undoing }) => parsePaymentStatus(status) === 'settled' && undoing);
  const isAsked = own.some(({ id, tranche }) => tranche === 0 && !isWithoutOrder({ payment: id }, state));
  if (
    isAsked ||
    isContested ||
    isHeld({ tranche: 0, sponsor }, state) ||
    !state.cells.every(({ payment }) => state.paidUp.includes(payment))
  )
    return [];
  const last = own
    .filter(({ retained }) => (retained?.amount ?? 0n) > 0n)
    .toSorted((one, other) => one.tranche - other.tranche)
    .at(-1);
  const before = last ? [last.submittedBy, ...last.reportedBy, last.verifiedBy] : [];
  return [
    task({
      ...ofFinance('maker', state),
      kind: 'retention-to-release',
      of: { sponsor },
      pays: ofPart(0),
      operations: ['requestRelease'],
      amount,
      silence: 'nothing',
      excluded: excluding(OTHER_DUTY, before),
    }),
  ];
}

/** Whether its settlement was undone, or is said to be: the day by which it had to be paid was long before, and says nothing of this. */
export const isUndone = ({ undoing, reversals, attempts }: Payment): boolean =>
  undoing !== undefined || reversals.length > 0 || attempts.some(({ status }) => status === 'returned');

type Verdict = {
  readonly status: string;
  readonly paymentDue: string;
  readonly verifiedBy: string;
  readonly reportedBy: readonly string[];
};

/** The request of one part of a tranche, where the verdict on its milestone makes it payable. */
export function requestOf(cell: Cell, verdict: Verdict, state: AgreementState): Task[] {
  const { tranche, sponsor } = cell;
  const isCut = state.verdicts.some((each) => each.tranche === tranche);
  if (verdict.status !== 'verified' && !(verdict.status === 'partially-met' && isCut)) return [];
  const amount = inPaymentsOf(cell, state)?.rest ?? cell.amount;
  // Once all that was left was asked for, only what has come back of it is paid in part.
  const operations = [...(isWithoutOrder(cell, state) ? ['requestPayment'] : []), 'requestPartPayment'];
  const order = state.payments.find(({ id }) => id === cell.payment);
  const isRepeatRequest = order !== undefined && isUndone(order);
  return [
    task({
      ...ofFinance('maker', state),
      kind: 'payment-to-request',
      of: { tranche, sponsor },
      operations,
      amount,
      pays: ofPart(tranche),
      ...(isRepeatRequest ? { silence: 'nothing' } : { due: verdict.paymentDue, silence: 'escalates' }),
      excluded: excluding(OTHER_DUTY, [...verdict.reportedBy, verdict.verifiedBy]),
    }),
  ];
}
