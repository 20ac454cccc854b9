import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type {
  ClaimMistakeReported,
  ClaimObjectedTo,
  ClaimPaid,
  ClaimReportedPaid,
  ClaimReversed,
  DrawingAccepted,
  DrawingRejected,
  GuaranteeCalled,
  ReceiptRecorded,
} from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { Requests } from '@junkan/proto/junkan/disbursement/v1/requests.ts';
import type { AgreementId, OfferId, SponsorId } from '../ids.ts';
import type { Grounds, Line, OfStatement } from '../payments/of-statement.ts';

/** An offer of an agreement that brings no money. `endsOn`: the last day on which a guarantee can be called; '' until the agreement is effective. */
export type UnfundedOffer = {
  readonly offer: OfferId;
  readonly sponsor: SponsorId;
  readonly brings: 'exposure' | 'value';
  readonly amount: Money;
  readonly endsOn: CalendarDate | '';
};

/** A call of a guarantee, or a receipt of a contribution in kind. What it has not come to is ''; note and reason are references of erasable texts. */
export type Drawing = {
  /** Counts the drawings of the agreement, from 1. */
  readonly number: number;
  readonly kind: 'call' | 'receipt';
  readonly status: 'open' | 'accepted' | 'rejected' | 'reported' | 'paid';
  readonly offer: OfferId;
  readonly sponsor: SponsorId;
  readonly amount: Money;
  readonly note: string;
  readonly evidence: readonly string[];
  readonly receivedOn: CalendarDate | '';
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly decidedBy: string;
  readonly decidedAt: Instant | '';
  readonly reason: string;
  readonly bankReference: string;
  readonly valueDate: CalendarDate | '';
  readonly document: string;
  readonly reportedBy: string;
  readonly reportedAt: Instant | '';
  readonly confirmedBy: string;
  readonly confirmedAt: Instant | '';
  /** Who objected to what was reported last of its payment. */
  readonly objectedBy: string;
  readonly objectedAt: Instant | '';
  /** The line of a statement that reports it; '' and 0 = none. */
  readonly statement: string;
  readonly statementEntry: number;
  /** That it was confirmed by mistake, as one person says. */
  readonly mistake: ClaimMistake | undefined;
  /** How often it was undone, and who confirmed that last. */
  readonly reversals: number;
  readonly reversedBy: string;
};
export type ClaimMistake = { readonly document: string; readonly note: string; readonly by: string; readonly at: Instant };

type Deciding = { readonly now: Instant; readonly by: Actor };
type Proven = { readonly evidence: readonly string[]; readonly unknownEvidence: readonly string[] };
type OfDrawing = Deciding & { readonly drawing: number };
export type CallGuarantee = Deciding &
  Proven &
  Omit<Requests['callGuarantee'], 'agreement' | 'evidence'> & { readonly type: 'CallGuarantee' };
export type RecordReceipt = Deciding &
  Proven &
  Omit<Requests['recordReceipt'], 'agreement' | 'evidence'> & { readonly type: 'RecordReceipt' };
export type AcceptDrawing = OfDrawing & { readonly type: 'AcceptDrawing'; readonly agreement: AgreementId };
export type RejectDrawing = OfDrawing & { readonly type: 'RejectDrawing'; readonly note: string };
export type ReportClaimPaid = Deciding &
  Omit<Requests['reportClaimPaid'], 'agreement'> &
  OfStatement & { readonly type: 'ReportClaimPaid'; readonly unknownEvidence?: readonly string[] };
/** `unsaidBy`: the line of a statement that had reported it, where that is not said to be it any more. */
export type ConfirmClaimPaid = OfDrawing & {
  readonly type: 'ConfirmClaimPaid';
  readonly agreement: AgreementId;
  readonly unsaidBy?: Line | undefined;
};
export type ObjectToClaim = OfDrawing & { readonly type: 'ObjectToClaim'; readonly note: string };
/** The line that had reported it is not said to be it any more. */
export type WithdrawClaim = OfDrawing & Line & { readonly type: 'WithdrawClaim'; readonly note: string };
export type ReverseClaim = OfDrawing & Grounds & { readonly type: 'ReverseClaim'; readonly note: string };
export type ConfirmClaimReversal = OfDrawing & { readonly type: 'ConfirmClaimReversal'; readonly agreement: AgreementId };
export type DrawingCommand =
  | CallGuarantee
  | RecordReceipt
  | AcceptDrawing
  | RejectDrawing
  | ReportClaimPaid
  | ConfirmClaimPaid
  | ObjectToClaim
  | WithdrawClaim
  | ReverseClaim
  | ConfirmClaimReversal;

export type DrawingEvent =
  | GuaranteeCalled
  | ReceiptRecorded
  | DrawingAccepted
  | DrawingRejected
  | ClaimReportedPaid
  | ClaimPaid
  | ClaimObjectedTo
  | ClaimMistakeReported
  | ClaimReversed;

export type DrawingRejection =
  | { type: 'DrawingIsUnknown'; drawing: number }
  | { type: 'DrawingInStatus'; drawing: number; status: Drawing['status'] }
  | { type: 'ClaimMistakeIsReported'; drawing: number }
  | { type: 'DrawingExceedsWhatIsLeft'; asked: bigint; left: bigint; currency: string }
  | { type: 'GuaranteeHasEnded'; offer: OfferId; endsOn: CalendarDate; today: CalendarDate }
  | { type: 'OfferIsOfAnotherInstrument'; offer: OfferId };

export type Drawings = {
  own: readonly Drawing[];
  command: DrawingCommand;
  event: DrawingEvent;
  rejection: DrawingRejection;
};
