import type { Actor } from '@junkan/kit/pure/actor.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { TablesIn } from '@junkan/kit/pure/parts.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import { NO_RULES } from '../approval-rules/approval-rules.ts';
import { agreement, type parts } from './agreement.ts';
import type { Command, Rejection } from './agreement-commands.ts';
import { decide } from './agreement-decide.ts';
import type { AgreementFacts } from './agreement-facts.ts';
import {
  type AgreementId,
  type Cell,
  currencyOf,
  type Existing,
  type InForce,
  isInForce,
  isOver,
  MET_IN_FULL,
  type MilestoneId,
  type Payment,
  type PaymentId,
  type Settled,
  type SponsorId,
} from './agreement-state.ts';
import { conditionsOf } from './conditions/agreement-conditions.ts';
import { ratesToTry } from './exchange/rates-to-try.ts';
import type { MilestoneFacts } from './milestone-facts.ts';
import { cameBackOf } from './part-payments/part-payment.ts';
import type { Recovery, Resolution } from './recoveries/recovery.ts';
import { sponsorsHeld } from './retention/retention.ts';

/** What an actor may do with an agreement, its measures and its payments: each operation is decided with a body that no rule objects to. */
export function agreementPermissions(state: Existing, facts: AgreementFacts, bodies: Bodies, by: Actor): Permission<Rejection>[] {
  const force = isInForce(state) ? state : undefined;
  const requestable = force ? force.cells.filter((cell) => cell.amount.amount > 0n && isRequestable(cell, force)) : [];
  return permissions<Command, Rejection>({
    attempts: [
      { as: onAgreement(state, facts, by) },
      ...(force?.measures ?? []).map(({ number: measure }) => ({ of: { measure }, as: onMeasure(measure, facts) })),
      ...(force ? conditionsOf(force) : []).map(({ number: condition }) => ({ of: { condition }, as: onCondition(condition, facts) })),
      ...(force?.recoveries ?? []).flatMap((recovery) => [
        { of: { recovery: recovery.number }, as: onRecovery(recovery, currencyOf(state), facts) },
        ...recovery.portions.map(({ sponsor }) => ({
          of: { recovery: recovery.number, sponsor },
          as: onPortion(recovery.number, sponsor, currencyOf(state), facts),
        })),
        ...recovery.resolutions.map((resolution) => ({
          of: { recovery: recovery.number, resolution: resolution.number },
          as: onResolution(recovery.number, resolution, state, facts),
        })),
      ]),
      ...requestable.map(({ tranche, sponsor }) => ({ of: { tranche, sponsor }, as: onCell(tranche, sponsor, currencyOf(state), facts) })),
      ...(force ? agreement.attempts(force, facts, by) : []),
      ...(force ? sponsorsHeld(force) : []).map((sponsor) => ({ of: { sponsor }, as: onRetained(sponsor, facts) })),
      ...[...(force?.payments ?? [])].map(([payment, order]) => ({
        of: { payment },
        as: order.status === 'settled' ? onSettled(payment, order, state, facts) : onOrder(payment, order, facts),
      })),
    ],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['AgreementIsUnknown', 'PartyIsNotOfTheAgreement'],
    by,
  });
}

const isRequestable = (cell: Cell, state: InForce): boolean => isOver(state.payments.get(cell.payment)) || cameBackOf(state, cell) > 0n;

/** What the bodies of their operations say. */
export type Bodies = BodiesFor<
  Command,
  ReturnType<typeof onAgreement> &
    ReturnType<typeof onMeasure> &
    ReturnType<typeof onCondition> &
    ReturnType<typeof onRecovery> &
    ReturnType<typeof onPortion> &
    ReturnType<typeof onResolution> &
    ReturnType<typeof onCell> &
    ReturnType<typeof onRetained> &
    TablesIn<typeof parts> &
    ReturnType<typeof onOrder> &
    ReturnType<typeof onSettled>
>;

function onAgreement(state: Existing, { agreement, now, preparedBy }: AgreementFacts, { organisation: party }: Actor) {
  const { status, contentHash } = state;
  const kind = status === 'suspended' ? 'resumption' : 'suspension';
  return {
    signAgreement: { type: 'SignAgreement', agreement, party, contentHash, preparedBy, now },
    declineSignature: { type: 'DeclineSignature', party },
    proposeMeasure: {
      type: 'ProposeMeasure',
      kind,
      ...(kind === 'resumption' ? OF_NO_CAUSE : SUSPENDING),
      promised: [],
      hearingDays: 0,
      now,
    },
    claimRecovery: { type: 'ClaimRecovery', kind: 'unspent', tranche: 0, amount: least(currencyOf(state)), answerDays: 0, now },
  } as const satisfies Attempts<Command>;
}

const OF_NO_CAUSE = { amendment: '', changes: [], financing: [], results: [], provisions: '', cause: '', cureUntil: '' } as const;
const SUSPENDING = { ...OF_NO_CAUSE, cause: 'other' } as const;

function onMeasure(measure: number, { agreement, promised, now }: AgreementFacts) {
  return {
    answerMeasure: { type: 'AnswerMeasure', measure, now },
    approveMeasure: { type: 'ApproveMeasure', agreement, measure, promised, hashOf: () => '', now },
    refuseMeasure: { type: 'RefuseMeasure', measure },
  } as const satisfies Attempts<Command>;
}

function onCondition(condition: number, { now }: AgreementFacts) {
  return {
    reportCondition: { type: 'ReportCondition', condition, evidence: [], unknownEvidence: [], now },
    confirmCondition: { type: 'ConfirmCondition', condition, now },
    refuseCondition: { type: 'RefuseCondition', condition, now },
  } as const satisfies Attempts<Command>;
}

const least = (currency: string) => money(1n, currency);

function onRecovery({ number: recovery }: Recovery, currency: string, { agreement, now }: AgreementFacts) {
  const amount = least(currency);
  // In the words of no bank, so that nothing else has it.
  const bankReference = `NONE ${agreement.slice('agr_'.length)}`;
  return {
    answerRecovery: { type: 'AnswerRecovery', recovery, now },
    approveRecovery: { type: 'ApproveRecovery', agreement, recovery, now },
    refuseRecovery: { type: 'RefuseRecovery', recovery, now },
    reportRefund: { type: 'ReportRefund', recovery, amount, bankReference, valueDate: dateOf(now), ground: undefined, now },
    proposeResolution: { type: 'ProposeResolution', recovery, kind: 'justified', amount, now },
  } as const satisfies Attempts<Command>;
}

function onPortion(recovery: number, sponsor: SponsorId, currency: string, { now }: AgreementFacts) {
  return {
    proposeWriteOff: { type: 'ProposeWriteOff', recovery, sponsor, amount: least(currency), now },
  } as const satisfies Attempts<Command>;
}

function onResolution(
  recovery: number,
  { number: resolution, valueDate: on }: Resolution,
  state: Existing,
  { agreement, now, ratesOf }: AgreementFacts,
) {
  const rates = ratesToTry(state, { of: { recovery, resolution }, on, ratesOf });
  return {
    bookExchangeOfRefund: { type: 'BookExchangeOfRefund', agreement, recovery, resolution, rates, now },
    confirmResolution: { type: 'ConfirmResolution', agreement, recovery, resolution, rules: NO_RULES, rates, now },
    refuseResolution: { type: 'RefuseResolution', recovery, resolution, now },
  } as const satisfies Attempts<Command>;
}

function onCell(tranche: number, sponsor: SponsorId, currency: string, { agreement, now, milestones, partPaymentOf }: AgreementFacts) {
  const milestone = milestones.get(tranche) ?? metInFull(agreement);
  const [amount, payment] = [least(currency), partPaymentOf({ tranche, sponsor })];
  return {
    requestPayment: { type: 'RequestPayment', agreement, tranche, sponsor, milestone, now },
    requestPartPayment: { type: 'RequestPartPayment', agreement, tranche, sponsor, amount, payment, milestone, now },
  } as const satisfies Attempts<Command>;
}

function onRetained(sponsor: SponsorId, { agreement, now, releaseOf }: AgreementFacts) {
  return {
    requestRelease: { type: 'RequestRelease', agreement, sponsor, payment: releaseOf(sponsor), now },
  } as const satisfies Attempts<Command>;
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

const BY_HAND = { statement: undefined, statementEntry: undefined };
/** In the words of no bank, so that no other payment has it. */
const referenceOf = (payment: PaymentId, of: string): string => `${of} ${payment.slice('pay_'.length)}`;

function onOrder(payment: PaymentId, order: Payment, { agreement, now }: AgreementFacts) {
  const bankReference = referenceOf(payment, 'NONE');
  return {
    approvePayment: { type: 'ApprovePayment', agreement, payment, rules: NO_RULES, now },
    refusePayment: { type: 'RefusePayment', payment, now },
    instructPayment: { type: 'InstructPayment', payment, payerAccount: '', payeeAccount: '', now },
    settlePayment: { type: 'ReportSettlement', payment, bankReference, valueDate: dateOf(now), ...BY_HAND, now },
    failPayment: { type: 'ReportFailure', payment, now },
    ...onReport(payment, order, { agreement, now }),
  } as const satisfies Attempts<Command>;
}

function onSettled(payment: PaymentId, order: Settled, state: Existing, { agreement, now, ratesOf }: AgreementFacts) {
  const rates = ratesToTry(state, { of: { payment }, on: order.valueDate, ratesOf });
  const bankReference = referenceOf(payment, 'NONE BACK');
  return {
    returnPayment: { type: 'ReportReturn', payment, bankReference, valueDate: dateOf(now), ...BY_HAND, now },
    reversePayment: { type: 'ReportReversal', payment, now },
    bookExchange: { type: 'BookExchange', agreement, payment, rates, now },
    ...onReport(payment, order, { agreement, now }),
  } as const satisfies Attempts<Command>;
}

/** What a second person does with the newest report. */
function onReport(payment: PaymentId, { reports }: Payment, { agreement, now }: Pick<AgreementFacts, 'agreement' | 'now'>) {
  const report = reports || 1;
  return {
    confirmPayment: { type: 'ConfirmPayment', agreement, payment, report, rates: [], now },
    objectToPayment: { type: 'ObjectToPayment', payment, report, now },
  } as const satisfies Attempts<Command>;
}
