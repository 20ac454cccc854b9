import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Rules } from '@junkan/kit/pure/limits.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type {
  RecoveryAnswered,
  RecoveryApproved,
  RecoveryClaimed,
  RecoveryRefused,
  ResolutionConfirmed,
  ResolutionConfirmedOnce,
  ResolutionProposed,
  ResolutionRefused,
} from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { Present } from '../exchange/bank-amount.ts';
import type { RatesOfDay } from '../exchange/exchange-state.ts';
import type { AgreementId, SponsorId } from '../ids.ts';
import type { Grounds, Line } from '../payments/of-statement.ts';
import type { Recovery, RecoveryKind } from './recovery.ts';

type Deciding = { readonly now: Instant; readonly by: Actor };
type OfRecovery = { readonly recovery: number } & Deciding;
type OfResolution = { readonly agreement: AgreementId; readonly resolution: number } & OfRecovery;

/** Notes are references of erasable texts. */
export type ClaimRecovery = Deciding & {
  type: 'ClaimRecovery';
  kind: RecoveryKind;
  /** 0 = of all that was paid. */
  tranche: number;
  amount: Money;
  note: string;
  /** Days that the proposer has for its answer. */
  answerDays: number;
};
export type AnswerRecovery = OfRecovery & { type: 'AnswerRecovery'; note: string };
export type ApproveRecovery = OfRecovery & { type: 'ApproveRecovery'; agreement: AgreementId };
export type RefuseRecovery = OfRecovery & { type: 'RefuseRecovery'; note: string };

/**
 * The entry of a statement that a refund is based on, and the owner of its account; '' = unknown, or a person reports it by a document. `credited`: what the bank
 * paid in for it, where that is in another currency.
 */
export type RefundGround = Grounds & { readonly receivedBy: SponsorId | ''; readonly credited?: Money | undefined };
/** The proposer has paid back this amount, according to the bank. */
export type ReportRefund = OfRecovery & {
  type: 'ReportRefund';
  amount: Money;
  bankReference: string;
  valueDate: CalendarDate;
  ground: RefundGround;
  present?: Present | undefined;
};
export type ProposeResolution = OfRecovery & {
  type: 'ProposeResolution';
  kind: 'justified' | 'documented';
  amount: Money;
  note: string;
};
export type ProposeWriteOff = OfRecovery & { type: 'ProposeWriteOff'; sponsor: SponsorId; amount: Money; note: string };
/** `rules`: the present rules of the confirming organisation; `rates`: the confirmed rates of the value date of a refund. */
export type ConfirmResolution = OfResolution & {
  type: 'ConfirmResolution';
  rules: Rules;
  rates: readonly RatesOfDay[];
  present?: Present | undefined;
  /** The entry of a statement that had reported the refund, where that is not said to be it any more. */
  unsaidBy?: Line | undefined;
};
/** The entry that had reported a refund is not said to be that any more. */
export type WithdrawRefund = OfRecovery & Line & { type: 'WithdrawRefund'; note: string };
export type BookExchangeOfRefund = OfResolution & { type: 'BookExchangeOfRefund'; rates: readonly RatesOfDay[] };
export type RefuseResolution = OfRecovery & { type: 'RefuseResolution'; resolution: number; note: string };

export type ResolutionCommand =
  | ReportRefund
  | ProposeResolution
  | ProposeWriteOff
  | ConfirmResolution
  | RefuseResolution
  | WithdrawRefund
  | BookExchangeOfRefund;
export type RecoveryCommand = ClaimRecovery | AnswerRecovery | ApproveRecovery | RefuseRecovery | ResolutionCommand;

export type RecoveryEvent =
  | RecoveryClaimed
  | RecoveryAnswered
  | RecoveryApproved
  | RecoveryRefused
  | ResolutionProposed
  | ResolutionConfirmedOnce
  | ResolutionConfirmed
  | ResolutionRefused;

export type RecoveryRejection =
  | { type: 'RecoveryIsUnknown'; recovery: number }
  | { type: 'RecoveryInStatus'; recovery: number; status: string }
  | { type: 'AnswerIsAwaited'; recovery: number; answerDue: Instant }
  | { type: 'NothingIsOpen' }
  | { type: 'AmountIsNotPositive'; amount: bigint; currency: string }
  | { type: 'AmountExceedsWhatIsOpen'; asked: bigint; open: bigint; currency: string }
  | { type: 'ValueDateIsBeforeTheClaim'; valueDate: CalendarDate; claimedOn: CalendarDate }
  | { type: 'RefundIsNotReported'; recovery: number }
  | { type: 'ResolutionIsUnknown'; resolution: number }
  | { type: 'ResolutionInStatus'; resolution: number; status: string }
  | { type: 'RefundIsNotConverted'; recovery: number; resolution: number };

export type Recoveries = { own: readonly Recovery[]; command: RecoveryCommand; event: RecoveryEvent; rejection: RecoveryRejection };
