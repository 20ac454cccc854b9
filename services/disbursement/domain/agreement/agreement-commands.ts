import type { Actor, NotAllowed } from '@junkan/kit/pure/actor.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Rules } from '../approval-rules/approval-rules.ts';
import type { BankAccountId } from '../bank-accounts/bank-account.ts';
import type { Faces } from './agreement-faces.ts';
import type { AgreementId, MilestoneId, Payment, PaymentFileId, PaymentId, SponsorId, State, Terms } from './agreement-state.ts';
import type { TermsFault } from './agreement-terms.ts';
import type { ConditionCommand, ConditionRejection } from './conditions/condition-commands.ts';
import type { OfferConversion, RatesOfDay } from './exchange/exchange-state.ts';
import type { MeasureCommand, MeasureRejection } from './measures/measure-commands.ts';
import type { MilestoneFacts } from './milestone-facts.ts';
import type { BankReport, UndoingReport } from './payments/bank-report.ts';
import type { OfStatement } from './payments/of-statement.ts';
import type { RecoveryCommand, RecoveryRejection } from './recoveries/recovery-commands.ts';

export type DraftAgreement = {
  type: 'DraftAgreement';
  terms: Terms;
  conversions: readonly OfferConversion[];
  contentHash: string;
  /** One for each cell: tranche by tranche, the sponsors in the order of their shares. */
  payments: readonly PaymentId[];
  /** Days that the parties have for signing. */
  signingDays: number;
  now: Instant;
  by: Actor;
};
export type SignAgreement = {
  type: 'SignAgreement';
  agreement: AgreementId;
  party: string;
  contentHash: string;
  /** Everybody who drafted, revised, submitted or completed the proposal: none of them signs for its proposer. */
  preparedBy: readonly string[];
  now: Instant;
  by: Actor;
};
export type DeclineSignature = { type: 'DeclineSignature'; party: string; note: string; by: Actor };
/** Why the system may void a draft. */
export const VOID_CAUSES = ['round-reopened', 'project-refused', 'project-withdrawn'] as const;
export type VoidAgreement = { type: 'VoidAgreement'; because: (typeof VOID_CAUSES)[number]; by: Actor };
/** Of a sponsor whose budgets are paid out until another day. */
export type MoveBudgetEnd = { type: 'MoveBudgetEnd'; sponsor: SponsorId; periodEnd: CalendarDate; now: Instant; by: Actor };
export type EndAgreement = { type: 'EndAgreement'; by: Actor };

export type ApplyVerdict = {
  type: 'ApplyVerdict';
  agreement: AgreementId;
  tranche: number;
  milestone: MilestoneFacts;
  /** Later tranches whose milestones have no verdict yet. */
  unjudged: readonly number[];
  now: Instant;
  by: Actor;
};

export type RequestPayment = {
  type: 'RequestPayment';
  agreement: AgreementId;
  tranche: number;
  sponsor: SponsorId;
  milestone: MilestoneFacts;
  now: Instant;
  by: Actor;
};
/** Some of a cell. `payment`: of its next part payment, or of the one that is under way. */
export type RequestPartPayment = Omit<RequestPayment, 'type'> & { type: 'RequestPartPayment'; amount: Money; payment: PaymentId };
/** The sponsor's retained money, once every cell is settled. `payment`: the one that releases it. */
export type RequestRelease = {
  type: 'RequestRelease';
  agreement: AgreementId;
  sponsor: SponsorId;
  payment: PaymentId;
  now: Instant;
  by: Actor;
};
/** `rules`: those of the secretariat that stand now. */
export type ApprovePayment = {
  type: 'ApprovePayment';
  agreement: AgreementId;
  payment: PaymentId;
  rules: Rules;
  now: Instant;
  by: Actor;
};
/** The note is the reference of an erasable text. */
export type RefusePayment = { type: 'RefusePayment'; payment: PaymentId; note: string; now: Instant; by: Actor };
/** By hand. The accounts are those that are usable; '' or missing = there is none. */
export type InstructPayment = {
  type: 'InstructPayment';
  payment: PaymentId;
  payerAccount?: BankAccountId | '';
  payeeAccount?: BankAccountId | '';
  now: Instant;
  by: Actor;
};

type InFile = { file: PaymentFileId; now: Instant; by: Actor };
/** Keeps payments for a file: as many of them as can be. */
export type PutInFile = InFile & {
  type: 'PutInFile';
  payerAccount: BankAccountId;
  payments: readonly { readonly payment: PaymentId; readonly payeeAccount: BankAccountId }[];
};
export type TakeFromFile = InFile & { type: 'TakeFromFile'; payments: readonly PaymentId[] };
/** Says that the bank has the file, since `handedOver` where that was before now: what is held since then is with the bank. */
export type InstructFile = InFile & { type: 'InstructFile'; payments: readonly PaymentId[]; handedOver?: Instant | undefined };
export type InFileCommand = PutInFile | TakeFromFile | InstructFile;
/** A maker says that the bank has paid, or that it has not; a checker confirms it, or objects. */
export type ReportSettlement = OfStatement & {
  type: 'ReportSettlement';
  payment: PaymentId;
  bankReference: string;
  valueDate: CalendarDate;
  now: Instant;
  by: Actor;
};
export type ReportFailure = { type: 'ReportFailure'; payment: PaymentId; note: string; now: Instant; by: Actor };
/** The bank has returned what it had paid. The note is the reference of an erasable text, as is that of a reversal. */
export type ReportReturn = OfStatement & {
  type: 'ReportReturn';
  payment: PaymentId;
  bankReference: string;
  valueDate: CalendarDate;
  note: string;
  now: Instant;
  by: Actor;
};
/** A settlement was booked by mistake. */
export type ReportReversal = { type: 'ReportReversal'; payment: PaymentId; note: string; now: Instant; by: Actor };
export type ConfirmPayment = {
  type: 'ConfirmPayment';
  agreement: AgreementId;
  payment: PaymentId;
  report: number;
  /** Of the value date, for a payment from a budget in another currency. */
  rates: readonly RatesOfDay[];
  now: Instant;
  by: Actor;
};
/** `rates`: of the value date, as far as they stand. */
export type BookExchange = {
  type: 'BookExchange';
  agreement: AgreementId;
  payment: PaymentId;
  rates: readonly RatesOfDay[];
  now: Instant;
  by: Actor;
};
export type ObjectToPayment = { type: 'ObjectToPayment'; payment: PaymentId; report: number; note: string; now: Instant; by: Actor };

/** `milestoneOf`: where the milestone of a tranche stands. */
export type RequestAdvance = {
  type: 'RequestAdvance';
  advance: number;
  agreement: AgreementId;
  payment: PaymentId;
  milestoneOf: (tranche: number) => MilestoneFacts;
  now: Instant;
  by: Actor;
};
/** Commands for an order that there is already. */
export type BankCommand = ReportSettlement | ReportFailure | ReportReturn | ReportReversal | ConfirmPayment | ObjectToPayment;
export type OrderCommand = ApprovePayment | RefusePayment | InstructPayment | BankCommand;
export type PaymentCommand =
  | RequestPayment
  | RequestPartPayment
  | RequestRelease
  | RequestAdvance
  | OrderCommand
  | InFileCommand
  | BookExchange;
export type Command =
  | DraftAgreement
  | SignAgreement
  | DeclineSignature
  | VoidAgreement
  | MoveBudgetEnd
  | EndAgreement
  | MeasureCommand
  | ApplyVerdict
  | ConditionCommand
  | RecoveryCommand
  | Faces[keyof Faces]['command']
  | PaymentCommand;

/** What a person did for a payment, which keeps them from what another is to do. */
export type Duty = 'submitted' | 'verified' | 'requested' | 'approved' | 'reported';

export type Rejection =
  | NotAllowed
  | TermsFault
  | { type: 'AgreementIsUnknown' }
  | { type: 'AgreementIsDrafted'; contentHash: string }
  | { type: 'AgreementIsNotEffective'; status: State['status'] }
  | { type: 'PartyIsNotOfTheAgreement'; party: string }
  | { type: 'PersonActsForAnother'; person: string }
  | { type: 'ContentChanged'; contentHash: string }
  | { type: 'PaymentsAreOpen'; payments: readonly PaymentId[] }
  | { type: 'CellIsUnknown'; tranche: number; sponsor: SponsorId }
  | { type: 'NothingIsRetained'; sponsor: string }
  | { type: 'CellIsZero'; tranche: number; sponsor: SponsorId }
  | { type: 'OutsideThePeriodOfTheBudget'; today: CalendarDate; periodStart: CalendarDate | ''; periodEnd: CalendarDate | '' }
  | { type: 'CellHasAnOrder'; payment: PaymentId; status: Payment['status'] }
  | { type: 'MilestoneIsNotVerified'; milestone: MilestoneId; status: string }
  | { type: 'MilestoneIsOfAnotherAgreement'; milestone: MilestoneId; agreement: string }
  | { type: 'VerdictIsNotApplied'; milestone: MilestoneId; payableBasisPoints: number }
  | { type: 'AgreementIsNotADraft'; status: State['status'] }
  | ConditionRejection
  | MeasureRejection
  | RecoveryRejection
  | Faces[keyof Faces]['rejection']
  | { type: 'PersonHasAnotherDuty'; person: string; duty: Duty }
  | { type: 'RequesterIsAnother'; requestedBy: string }
  | { type: 'PaymentIsUnknown'; payment: PaymentId }
  | { type: 'PaymentIsNotRequested'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsInFile'; payment: PaymentId; file: PaymentFileId }
  | { type: 'PaymentIsNotApproved'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsNotInFile'; payment: PaymentId; file: PaymentFileId }
  | { type: 'PaymentIsNotInstructed'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsSettled'; payment: PaymentId; bankReference: string; valueDate: CalendarDate }
  | { type: 'PaymentIsNotConverted'; payment: PaymentId }
  | { type: 'RateOfTheDayIsMissing'; from: string; to: string; day: CalendarDate }
  | { type: 'PaymentIsNotSettled'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PartPaymentExceedsTheRest'; asked: bigint; most: bigint; currency: string }
  | { type: 'NoPartPaymentIsLeft'; tranche: number; sponsor: SponsorId }
  | { type: 'PartPaymentIsUnderWay'; payment: PaymentId; status: Payment['status'] }
  | { type: 'RetentionIsReleased'; sponsor: SponsorId }
  | { type: 'AdvanceIsRestedOn'; advance: number }
  | { type: 'PaymentIsClaimedBack'; payment: PaymentId; unclaimed: bigint; currency: string }
  | { type: 'PaymentIsReported'; payment: PaymentId; report: number; outcome: (BankReport | UndoingReport)['outcome'] }
  | { type: 'PaymentIsNotReported'; payment: PaymentId; status: Payment['status'] }
  | { type: 'WrongPaymentReport'; payment: PaymentId; asked: number; actual: number }
  | { type: 'BankReferenceIsMissing' }
  | { type: 'BankReferenceIsMalformed'; allowed: string }
  /** `payment`: or the refund, as <recovery>/<resolution>. */
  | { type: 'BankReferenceIsUsed'; payment: string }
  | { type: 'ValueDateIsNoDate'; valueDate: string }
  | { type: 'ValueDateIsBeforeTheInstruction'; valueDate: CalendarDate; instructedOn: CalendarDate }
  | { type: 'ValueDateIsBeforeTheSettlement'; valueDate: CalendarDate; settledOn: CalendarDate }
  | { type: 'ValueDateIsInTheFuture'; valueDate: CalendarDate; today: CalendarDate };
