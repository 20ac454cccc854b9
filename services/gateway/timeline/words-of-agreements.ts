import type { AgreementEvent } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { day, money, party } from './spoken.ts';
import { ADVANCES } from './words-of-advances.ts';
import { HOLDS } from './words-of-holds.ts';

export type { AgreementEvent };

type DataOf<Type> = Extract<AgreementEvent, { readonly type: Type }>['data'];

/** What happens to an agreement, its measures, conditions, recoveries and payments. */
export const AGREEMENT: { readonly [Type in AgreementEvent['type']]: (data: DataOf<Type>) => string } = {
  AgreementDrafted: ({ signingDue }) => `An agreement was drafted, to be signed by ${day(signingDue)}.`,
  AgreementSigned: ({ party: signer }) => `${party(signer)} signed.`,
  AgreementVoided: ({ because, party: signer }) => `The draft is void: ${because}${signer ? ` by ${party(signer)}` : ''}.`,
  AgreementBecameEffective: () => 'All have signed: the agreement is effective.',
  MeasureProposed: ({ measure, kind, party: by, amendment, cause, cureUntil }) =>
    `Measure ${measure} was proposed${by ? ` by ${party(by)}` : ''}: ${[kind, amendment, cause].filter(Boolean).join(', ')}${cureUntil ? `, to be cured by ${cureUntil}` : ''}.`,
  MeasureAnswered: ({ measure, party: by }) => `${party(by)} answered measure ${measure}.`,
  MeasureApproved: ({ measure, party: by }) => `Measure ${measure} was approved for ${party(by)}.`,
  ConditionReported: ({ condition }) => `The proposer says that condition ${condition} is met.`,
  ConditionConfirmed: ({ condition }) => `Condition ${condition} was confirmed as met.`,
  ConditionRefused: ({ condition }) => `Condition ${condition} was not found to be met.`,
  RecoveryClaimed: ({ recovery, kind, amount, answerDue }) =>
    `${money(amount)} is claimed back (recovery ${recovery}, ${kind}); the proposer may answer by ${day(answerDue)}.`,
  RecoveryAnswered: ({ recovery }) => `The proposer answered recovery ${recovery}.`,
  RecoveryApproved: ({ recovery }) => `Recovery ${recovery} was approved: the amount has to come back.`,
  RecoveryRefused: ({ recovery }) => `Recovery ${recovery} was refused.`,
  ResolutionProposed: ({ recovery, kind, amount }) => `${money(amount)} of recovery ${recovery} is said to be ${kind}.`,
  ResolutionConfirmedOnce: ({ recovery, resolution, limit }) =>
    `One person confirmed resolution ${resolution} of recovery ${recovery}; above ${money(limit)} another confirms it as well.`,
  ResolutionConfirmed: ({ recovery, resolution }) => `Resolution ${resolution} of recovery ${recovery} was confirmed.`,
  ResolutionRefused: ({ recovery, resolution }) => `Resolution ${resolution} of recovery ${recovery} was not confirmed.`,
  MeasureRefused: ({ measure }) => `Measure ${measure} was refused.`,
  AgreementSuspended: () => 'The agreement is suspended.',
  AgreementResumed: () => 'The agreement goes on.',
  AgreementTerminationBegun: () => 'The agreement is to be terminated: the milestones without a verdict are closed first.',
  AgreementTerminated: () => 'The agreement is terminated: what was not paid is owed no more.',
  AgreementAmended: ({ changes, financing, results, provisions, amendedHash }) =>
    `The agreement is amended in ${changes.length} tranches, the terms of ${financing.length} offers${results.length > 0 ? `, ${results.map(targetOf).join(', ')}` : ''}${provisions ? ', and in words' : ''}${amendedHash ? `; its content is now ${amendedHash}` : ''}.`,
  TrancheReduced: ({ tranche, verdict, carriedTo }) =>
    `Tranche ${tranche} is cut, as its milestone is ${verdict}; ${carriedTo ? `the rest goes to tranche ${carriedTo}` : 'the rest is owed no more'}.`,
  ...ADVANCES,
  ...HOLDS,
  PaymentApprovedOnce: ({ limit }) => `One person approved the payment; above ${money(limit)} another approves it as well.`,
  PaymentApproved: () => 'The payment was approved.',
  PaymentRefused: () => 'The payment was refused.',
  PaymentInstructed: ({ instruction, file }) => `The bank was instructed (${instruction})${file ? ` by the file ${file}` : ''}.`,
  PaymentPutInFile: ({ file }) => `The payment was put into the file ${file} for the bank.`,
  PaymentTakenFromFile: ({ file }) => `The payment was taken out of the file ${file}.`,
  PaymentSettlementReported: ({ report, bankReference, valueDate }) =>
    `It was reported that the bank has paid: ${bankReference}, value ${valueDate} (report ${report}).`,
  PaymentFailureReported: ({ report }) => `It was reported that the bank did not carry the payment out (report ${report}).`,
  PaymentObjectedTo: ({ report }) => `A second person objected to report ${report} of the bank.`,
  PaymentFailed: () => 'The bank did not carry the payment out.',
  PaymentSettled: ({ bankReference, valueDate }) => `The payment is settled: ${bankReference}, value ${valueDate}.`,
  PaymentReturnReported: ({ report, bankReference, valueDate }) =>
    `It was reported that the bank has returned the payment: ${bankReference}, value ${valueDate} (report ${report}).`,
  PaymentReturned: ({ bankReference, valueDate }) => `The bank has returned the payment: ${bankReference}, value ${valueDate}.`,
  PaymentReversalReported: ({ report }) => `It was reported that the payment was booked as settled by mistake (report ${report}).`,
  ExchangeBooked: ({ exchange, valueDate }) =>
    `What the payment cost in the currency of the budget was booked (${exchange}), at the rates of ${valueDate}.`,
  ExchangeOfRefundBooked: ({ exchange, recovery, resolution, valueDate }) =>
    `What came back with resolution ${resolution} of recovery ${recovery} was booked in the currency of the budget (${exchange}), at the rates of ${valueDate}.`,
  ExchangeReversed: ({ exchange, reason }) =>
    `The booking ${exchange} in the currency of the budget was undone${reason === 'rates-corrected' ? ': its rates were corrected.' : ' with its payment.'}`,
  ExchangeOfRefundReversed: ({ exchange, recovery, resolution }) =>
    `The booking ${exchange} of what came back with resolution ${resolution} of recovery ${recovery} was undone: its rates were corrected.`,
  SettlementReversed: ({ bankReference }) => `The settlement ${bankReference} was booked by mistake and is reversed.`,
  AgreementPaidInFull: ({ paid }) => `Nothing is left to be paid: ${money(paid)} in all.`,
  BudgetEndMoved: ({ sponsor, before, periodEnd }) =>
    `The budget of ${party(sponsor)} is paid out until ${periodEnd}${before ? `, not only until ${before}` : ''}.`,
  AgreementEnded: ({ paid }) => `The agreement ended with ${money(paid)} paid.`,
};

const targetOf = ({ tranche, code, before, target }: { tranche: number; code: string; before: string; target: string }): string =>
  `${code} of milestone ${tranche} from ${before} to ${target}`;
