import type { Actor } from '@junkan/kit/pure/actor.ts';
import { type CalendarDate, dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import { NO_RULES } from '../approval-rules/approval-rules.ts';
import type { AdvancePolicy } from './advances/advance-commands.ts';
import type { Command, MilestoneFacts, Rejection } from './agreement-commands.ts';
import { decide } from './agreement-decide.ts';
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
import type { RatesOfDay } from './exchange/exchange-state.ts';
import { ratesToTry } from './exchange/rates-to-try.ts';
import type { Hold, Part } from './holds/hold.ts';
import type { Promised } from './measures/measure-commands.ts';
import { cameBackOf } from './part-payments/part-payment.ts';
import type { Recovery, Resolution } from './recoveries/recovery.ts';
import { OF_ALL_TRANCHES, sponsorsHeld } from './retention/retention.ts';

export type AgreementFacts = {
  readonly agreement: AgreementId;
  readonly now: Instant;
  /** Who prepared the proposal, as far as it is asked for. */
  readonly preparedBy: readonly string[];
  /** Where the milestone of a tranche stands; one that is not named is met in full. */
  readonly milestones: ReadonlyMap<number, MilestoneFacts>;
  /** The same, for what is paid ahead of them; one that is not named is not judged. */
  readonly ahead: ReadonlyMap<number, MilestoneFacts>;
  /** The payment that releases what is retained of a sponsor. */
  readonly releaseOf: (sponsor: SponsorId) => PaymentId;
  /** The part payment of a cell that is under way, or the next one. */
  readonly partPaymentOf: (part: Part) => PaymentId;
  readonly paymentOfAdvance: (advance: number) => PaymentId;
  /** By which money is paid ahead. */
  readonly advances: AdvancePolicy;
  /** What the milestones promise of which the measure that waits changes targets. */
  readonly promised: readonly Promised[];
  /** The rates that stand of a day, into the currencies of its budgets. */
  readonly ratesOf: (on: CalendarDate) => readonly RatesOfDay[];
};

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
      ...(force ? holdable(force) : []).map((part) => ({ of: named(part), as: onPart(part, facts) })),
      ...(force?.holds ?? []).map((hold) => ({ of: { hold: hold.number }, as: onHold(hold, facts) })),
      ...(force ? sponsorsHeld(force) : []).map((sponsor) => ({ of: { sponsor }, as: onRetained(sponsor, facts) })),
      ...(force?.advances ?? []).flatMap(({ number: advance, expenditures }) => [
        { of: { advance }, as: onAdvance(advance, currencyOf(state), facts) },
        ...expenditures.map(({ number: expenditure }) => ({
          of: { advance, expenditure },
          as: onExpenditure(advance, expenditure, currencyOf(state), facts),
        })),
      ]),
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
    ReturnType<typeof onAdvance> &
    ReturnType<typeof onExpenditure> &
    ReturnType<typeof onPart> &
    ReturnType<typeof onHold> &
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

function onCell(
  tranche: number,
  sponsor: SponsorId,
  currency: string,
  { agreement, now, milestones, ahead, advances: policy, partPaymentOf }: AgreementFacts,
) {
  const milestone = milestones.get(tranche) ?? metInFull(agreement);
  const unmet = ahead.get(tranche) ?? UNMET;
  const [amount, payment] = [least(currency), partPaymentOf({ tranche, sponsor })];
  return {
    requestPayment: { type: 'RequestPayment', agreement, tranche, sponsor, milestone, now },
    requestPartPayment: { type: 'RequestPartPayment', agreement, tranche, sponsor, amount, payment, milestone, now },
    askAdvance: { type: 'AskAdvance', tranche, sponsor, amount, milestone: unmet, policy, now },
  } as const satisfies Attempts<Command>;
}

const UNMET: MilestoneFacts = { id: 'mst_' as MilestoneId, is: 'unverified', status: 'scheduled' };

function onAdvance(advance: number, currency: string, { agreement, now, ahead, paymentOfAdvance }: AgreementFacts) {
  const milestoneOf = (tranche: number): MilestoneFacts => ahead.get(tranche) ?? UNMET;
  const days = { firstDay: dateOf(now), lastDay: dateOf(now) };
  return {
    refuseAdvance: { type: 'RefuseAdvance', advance, now },
    requestAdvance: { type: 'RequestAdvance', agreement, advance, payment: paymentOfAdvance(advance), milestoneOf, now },
    submitExpenditure: { type: 'SubmitExpenditure', advance, amount: least(currency), ...days, evidence: [], unknownEvidence: [], now },
  } as const satisfies Attempts<Command>;
}

function onExpenditure(advance: number, expenditure: number, currency: string, { agreement, now }: AgreementFacts) {
  return {
    acceptExpenditure: { type: 'AcceptExpenditure', agreement, advance, expenditure, amount: least(currency), now },
    returnExpenditure: { type: 'ReturnExpenditure', advance, expenditure, now },
  } as const satisfies Attempts<Command>;
}

function onRetained(sponsor: SponsorId, { agreement, now, releaseOf }: AgreementFacts) {
  return {
    requestRelease: { type: 'RequestRelease', agreement, sponsor, payment: releaseOf(sponsor), now },
  } as const satisfies Attempts<Command>;
}

/** The parts of tranches that have money in them, and what is retained of each sponsor. */
const holdable = (state: InForce): Part[] => [
  ...state.cells.filter(({ amount }) => amount.amount > 0n).map(({ tranche, sponsor }) => ({ tranche, sponsor })),
  ...sponsorsHeld(state).map((sponsor) => ({ tranche: OF_ALL_TRANCHES, sponsor })),
];

/** What was retained of all tranches is of none. */
const named = ({ tranche, sponsor }: Part) => (tranche === OF_ALL_TRANCHES ? { sponsor } : { tranche, sponsor });

function onPart(part: Part, { now }: AgreementFacts) {
  return {
    holdPayment: { type: 'HoldPayment', ...part, milestone: '', reason: 'other', releaseDays: 0, now },
  } as const satisfies Attempts<Command>;
}

function onHold({ number: hold }: Hold, { now }: AgreementFacts) {
  return {
    releaseHold: { type: 'ReleaseHold', hold, reason: 'cleared', now },
  } as const satisfies Attempts<Command>;
}

const metInFull = (agreement: AgreementId): MilestoneFacts => ({
  ...{ id: 'mst_' as MilestoneId, is: 'verified', agreement, report: 1, payableBasisPoints: MET_IN_FULL, rest: 'cancelled' },
  ...{ submittedBy: 'reporter', reportedBy: [], verifiedBy: 'verifier' },
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
