import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Rules } from '@junkan/kit/pure/limits.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { BankAccountId } from '../../banking/accounts/bank-account.ts';
import type { Limited } from '../../banking/files/day-limit.ts';
import type { BankAmountDeviates, Present } from '../exchange/bank-amount.ts';
import type { Budgets, RatesOfDay } from '../exchange/exchange-state.ts';
import type { AgreementId, MilestoneId, PaymentFileId, PaymentId, ProposerId, SponsorId } from '../ids.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import type { BankReport, UndoingReport } from './bank-report.ts';
import type { Grounds, Line } from './of-statement.ts';
import type { Accounts, Payment } from './payment.ts';
import type { PaymentEvent } from './payment-events.ts';

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
/** `rules`: those of the secretariat that stand now. */
export type ApprovePayment = {
  type: 'ApprovePayment';
  agreement: AgreementId;
  payment: PaymentId;
  rules: Rules;
  /** Whether it would be paid to the account from which it is paid: one number at one bank, named by both. */
  isToItself: boolean;
  now: Instant;
  by: Actor;
} & Accounts &
  AccountsRead;
/** The note is the reference of an erasable text. */
export type RefusePayment = { type: 'RefusePayment'; agreement: AgreementId; payment: PaymentId; note: string; now: Instant; by: Actor };
/** The accounts that the person has read before; absent or '' = none. */
export type AccountsRead = {
  payerAccountRead?: BankAccountId | '' | undefined;
  payeeAccountRead?: BankAccountId | '' | undefined;
};
/** Outside of files. */
export type InstructPayment = {
  type: 'InstructPayment';
  payment: PaymentId;
  /** Absent also where no limit of a day is in force. */
  limited?: Limited | undefined;
  /** Absent where they are not looked up, as when it is asked what may be done. */
  budgets?: Budgets | undefined;
  now: Instant;
  by: Actor;
} & DebitIn &
  Accounts &
  AccountsRead;
/** The currency of the account from which it is paid, if it is another: the bank converts. */
type DebitIn = { readonly debitCurrency?: string | undefined };

type InFile = { file: PaymentFileId; now: Instant; by: Actor };
/** Keeps payments for a file: as many of them as can be. */
export type PutInFile = InFile & {
  type: 'PutInFile';
  payerAccount: BankAccountId;
  payments: readonly { readonly payment: PaymentId; readonly payeeAccount: BankAccountId }[];
};
/** `wasDownloaded`: the bank may have it. */
export type TakeFromFile = InFile & { type: 'TakeFromFile'; payments: readonly PaymentId[]; wasDownloaded: boolean };
/**
 * Says that the bank has the file, since `handedOver` where that was before now: what is held since then is with the bank. `withBankSince`: from when it can have
 * had it, once somebody who could bring it there had it.
 */
export type InstructFile = InFile & {
  type: 'InstructFile';
  payments: readonly PaymentId[];
  handedOver?: Instant | undefined;
  withBankSince?: Instant | undefined;
  /** Whether a statement shows that the bank has the file: then nothing stops what the bank has done. */
  isAtBank?: boolean | undefined;
  budgets?: Budgets | undefined;
} & DebitIn;
/** A maker says that the bank has paid, or that it has not; a checker confirms it, or objects. */
export type ReportSettlement = Grounds & {
  type: 'ReportSettlement';
  payment: PaymentId;
  debited?: Money | undefined;
  present?: Present | undefined;
  bankReference: string;
  valueDate: CalendarDate;
  now: Instant;
  by: Actor;
};
export type ReportFailure = { type: 'ReportFailure'; payment: PaymentId; note: string; now: Instant; by: Actor };
/** The bank has returned what it had paid. The note is the reference of an erasable text, as is that of a reversal. */
export type ReportReturn = Grounds & {
  type: 'ReportReturn';
  payment: PaymentId;
  credited?: Money | undefined;
  present?: Present | undefined;
  bankReference: string;
  valueDate: CalendarDate;
  note: string;
  now: Instant;
  by: Actor;
};
/** A settlement was booked by mistake. */
export type ReportReversal = { type: 'ReportReversal'; payment: PaymentId; note: string; now: Instant; by: Actor };
/** That a payment has come back, or has failed, was booked by mistake. `shownBy`: the line of a statement that shows that the bank has paid it. */
export type ReportMistake = Grounds & {
  type: 'ReportMistake';
  payment: PaymentId;
  note: string;
  shownBy?: Line | undefined;
  now: Instant;
  by: Actor;
};
export type ConfirmPayment = {
  type: 'ConfirmPayment';
  agreement: AgreementId;
  payment: PaymentId;
  report: number;
  /** Of the value date, for a payment from a budget in another currency. */
  rates: readonly RatesOfDay[];
  present?: Present | undefined;
  /** The file with which the bank rejected what is reported, where it has taken that back since. */
  takenBackOf?: PaymentFileId | undefined;
  /** The entry of a statement that had reported it, where that is not said to be it any more. */
  unsaidBy?: Line | undefined;
  now: Instant;
  by: Actor;
};
/** The entry that had reported it is not said to be that any more: the report waits for nobody. */
export type WithdrawReport = Line & { type: 'WithdrawReport'; payment: PaymentId; note: string; now: Instant; by: Actor };
export type ObjectToPayment = { type: 'ObjectToPayment'; payment: PaymentId; report: number; note: string; now: Instant; by: Actor };

/** Commands for an existing order. */
export type OrderCommand =
  | ApprovePayment
  | RefusePayment
  | InstructPayment
  | ReportSettlement
  | ReportFailure
  | ReportReturn
  | ReportReversal
  | ReportMistake
  | ConfirmPayment
  | WithdrawReport
  | ObjectToPayment;
export type PaymentCommand = RequestPayment | RequestPartPayment | OrderCommand | PutInFile | TakeFromFile | InstructFile;

/** What a person did for a payment, which keeps them from what another is to do. */
export type Duty = 'submitted' | 'verified' | 'requested' | 'approved' | 'reported';

export type PaymentRejection =
  | { type: 'PayerIsPayee'; payerAccount: BankAccountId | ''; payeeAccount: BankAccountId | '' }
  | { type: 'DocumentIsMissing' }
  | { type: 'DebitIsMissing'; currency: string }
  /** `currency`: of the account; '' = it is the payment's, and the bank took that. */
  | { type: 'DebitDoesNotFit'; currency: string }
  | { type: 'CreditDoesNotFit'; currency: string }
  /** `currency`: in which it would have to come; no budget is in that of what came. */
  | { type: 'CreditIsInAnotherCurrency'; credited: string; currency: string }
  | BankAmountDeviates
  | { type: 'OutsideThePeriodOfTheBudget'; today: CalendarDate; periodStart: CalendarDate | ''; periodEnd: CalendarDate | '' }
  | ({ type: 'AccountHasChanged'; payment: PaymentId } & Accounts)
  /** Than the one that the person has read. */
  | ({ type: 'AccountIsAnother'; payment: PaymentId } & Accounts)
  | { type: 'PayerHasNoUsableAccount'; payer: SponsorId; currency: string }
  | { type: 'PayeeHasNoUsableAccount'; payee: ProposerId; currency: string }
  | { type: 'InstrumentIsNotPaid'; tranche: number; sponsor: SponsorId; most: bigint; currency: string }
  | { type: 'CellHasAnOrder'; payment: PaymentId; status: Payment['status'] }
  | { type: 'VerdictIsNotApplied'; milestone: MilestoneId; payableBasisPoints: number }
  | { type: 'PersonHasAnotherDuty'; person: string; duty: Duty }
  | { type: 'RequesterIsAnother'; requestedBy: string }
  | { type: 'PaymentIsUnknown'; payment: PaymentId }
  | { type: 'PaymentIsNotRequested'; payment: PaymentId; status: Payment['status'] }
  /** Above the limit of a day a payment goes by a file, which two persons approve. */
  | { type: 'DayLimitIsExceeded'; limit: Money; sum: Money }
  | { type: 'PaymentIsInFile'; payment: PaymentId; file: PaymentFileId }
  | { type: 'PaymentIsNotApproved'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsNotInFile'; payment: PaymentId; file: PaymentFileId }
  | { type: 'PaymentIsNotInstructed'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsSettled'; payment: PaymentId; bankReference: string; valueDate: CalendarDate }
  | { type: 'PaymentIsNotSettled'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsNotOver'; payment: PaymentId; status: Payment['status'] }
  /**
   * What of its part nobody has asked for, and nobody was paid, is less than it was, or more. `statement`: of the line that shows that the bank has paid it,
   * where there is one.
   */
  | ({ type: 'PartHasChanged'; payment: PaymentId; amount: bigint; open: bigint; currency: string } & Partial<Line>)
  | { type: 'PartPaymentExceedsTheRest'; asked: bigint; most: bigint; currency: string }
  | { type: 'NoPartPaymentIsLeft'; tranche: number; sponsor: SponsorId }
  | { type: 'PartPaymentIsUnderWay'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsClaimedBack'; payment: PaymentId; unclaimed: bigint; currency: string }
  | { type: 'PaymentIsReported'; payment: PaymentId; report: number; outcome: (BankReport | UndoingReport)['outcome'] }
  | { type: 'PaymentIsNotReported'; payment: PaymentId; status: Payment['status'] }
  /** It is reported because the bank rejected the whole file, and the bank says otherwise since. */
  | { type: 'RejectionIsTakenBack'; payment: PaymentId; file: PaymentFileId }
  /** The line that had reported it says something else by now, or waits for a person. */
  | { type: 'EntryDoesNotSayIt'; statement: string; entry: number }
  | { type: 'WrongPaymentReport'; payment: PaymentId; asked: number; actual: number }
  | { type: 'BankReferenceIsMissing' }
  | { type: 'BankReferenceIsMalformed'; allowed: string }
  /** `payment`: or the refund, as <recovery>/<resolution>. */
  | { type: 'BankReferenceIsUsed'; payment: string }
  | { type: 'ValueDateIsNoDate'; valueDate: string }
  | { type: 'ValueDateIsBeforeTheInstruction'; valueDate: CalendarDate; instructedOn: CalendarDate }
  | { type: 'ValueDateIsBeforeTheSettlement'; valueDate: CalendarDate; settledOn: CalendarDate }
  | { type: 'ValueDateIsInTheFuture'; valueDate: CalendarDate; today: CalendarDate };

export type Payments = {
  own: ReadonlyMap<PaymentId, Payment>;
  command: PaymentCommand;
  event: PaymentEvent;
  rejection: PaymentRejection;
};
