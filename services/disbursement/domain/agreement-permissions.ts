import type { Actor } from '@junkan/kit/pure/actor.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempt, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, MilestoneFacts, Rejection } from './agreement-commands.ts';
import { decide } from './agreement-decide.ts';
import {
  type AgreementId,
  type Cell,
  type Existing,
  isInForce,
  isOver,
  MET_IN_FULL,
  type Measure,
  type MilestoneId,
  type Payment,
  type PaymentId,
} from './agreement-state.ts';

export type AgreementFacts = {
  readonly agreement: AgreementId;
  readonly now: Instant;
  /** Who prepared the proposal, as far as it is asked for. */
  readonly preparedBy: readonly string[];
  /** Where the milestone of a tranche stands; one that is not named is met in full. */
  readonly milestones: ReadonlyMap<number, MilestoneFacts>;
};

/** What an actor may do with an agreement, its measures and its payments: each operation is decided with a body that no rule objects to. */
export const agreementPermissions = (state: Existing, facts: AgreementFacts, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: attempts(state, facts),
    decide: (command) => decide(command, state),
    hiding: ['AgreementIsUnknown', 'PartyIsNotOfTheAgreement'],
    by,
  });

/** No reference of a text that anybody said before. */
const NOTE = 'note';

function attempts(state: Existing, facts: AgreementFacts): Attempt<Command>[] {
  const { agreement, now, preparedBy } = facts;
  const { contentHash } = state;
  const kind = state.status === 'suspended' ? 'resumption' : 'suspension';
  const force = isInForce(state) ? state : undefined;
  const requestable = (force?.cells ?? []).filter(({ amount, payment }) => amount.amount > 0n && isOver(force?.payments.get(payment)));
  return [
    {
      operation: 'signAgreement',
      command: (by) => ({ type: 'SignAgreement', agreement, party: by.organisation, contentHash, preparedBy, now, by }),
    },
    { operation: 'declineSignature', command: (by) => ({ type: 'DeclineSignature', party: by.organisation, note: NOTE, by }) },
    { operation: 'proposeMeasure', command: (by) => ({ type: 'ProposeMeasure', kind, note: NOTE, changes: [], now, by }) },
    ...(force?.measures ?? []).flatMap((measure) => onMeasure(measure, facts)),
    ...requestable.map((cell) => onCell(cell, facts)),
    ...[...(force?.payments ?? [])].flatMap(([id, payment]) => onPayment(id, payment, facts)),
  ];
}

function onMeasure({ number: measure }: Measure, { agreement, now }: AgreementFacts): Attempt<Command>[] {
  const of = { measure };
  const hashOf = () => '';
  return [
    { operation: 'approveMeasure', of, command: (by) => ({ type: 'ApproveMeasure', agreement, measure, hashOf, now, by }) },
    { operation: 'refuseMeasure', of, command: (by) => ({ type: 'RefuseMeasure', measure, note: NOTE, by }) },
  ];
}

function onCell({ tranche, sponsor }: Cell, { agreement, now, milestones }: AgreementFacts): Attempt<Command> {
  const milestone = milestones.get(tranche) ?? metInFull(agreement);
  const of = { tranche, sponsor };
  return { operation: 'requestPayment', of, command: (by) => ({ type: 'RequestPayment', agreement, ...of, milestone, now, by }) };
}

const metInFull = (agreement: AgreementId): MilestoneFacts => ({
  ...{ id: 'mst_' as MilestoneId, is: 'verified', agreement, report: 1, payableBasisPoints: MET_IN_FULL, rest: 'cancelled' },
  ...{ submittedBy: 'reporter', reportedBy: [], verifiedBy: 'verifier' },
});

function onPayment(payment: PaymentId, { reports, ...order }: Payment, { agreement, now }: AgreementFacts): Attempt<Command>[] {
  const of = { payment };
  const report = reports || 1;
  // In the words of no bank, so that no other payment has it.
  const booked = { bankReference: `NONE ${payment.slice('pay_'.length)}`, valueDate: dateOf(now) };
  if (order.status === 'settled') return [];
  return [
    { operation: 'approvePayment', of, command: (by) => ({ type: 'ApprovePayment', agreement, payment, now, by }) },
    { operation: 'refusePayment', of, command: (by) => ({ type: 'RefusePayment', payment, note: NOTE, now, by }) },
    { operation: 'instructPayment', of, command: (by) => ({ type: 'InstructPayment', payment, now, by }) },
    { operation: 'settlePayment', of, command: (by) => ({ type: 'ReportSettlement', payment, ...booked, now, by }) },
    { operation: 'failPayment', of, command: (by) => ({ type: 'ReportFailure', payment, note: NOTE, now, by }) },
    { operation: 'confirmPayment', of, command: (by) => ({ type: 'ConfirmPayment', agreement, payment, report, now, by }) },
    { operation: 'objectToPayment', of, command: (by) => ({ type: 'ObjectToPayment', payment, report, note: NOTE, now, by }) },
  ];
}
