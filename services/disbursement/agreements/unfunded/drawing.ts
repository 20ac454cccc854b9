import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type {
  ClaimObjectedTo,
  ClaimPaid,
  ClaimReportedPaid,
  DrawingAccepted,
  DrawingRejected,
  GuaranteeCalled,
  ReceiptRecorded,
} from '@junkan/proto/junkan/disbursement/v1/facts.ts';
import type { Requests } from '@junkan/proto/junkan/disbursement/v1/requests.ts';
import type { AgreementId, OfferId, SponsorId } from '../ids.ts';

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
};

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
export type ReportClaimPaid = Deciding & Omit<Requests['reportClaimPaid'], 'agreement'> & { readonly type: 'ReportClaimPaid' };
export type ConfirmClaimPaid = OfDrawing & { readonly type: 'ConfirmClaimPaid'; readonly agreement: AgreementId };
export type ObjectToClaim = OfDrawing & { readonly type: 'ObjectToClaim'; readonly note: string };
export type DrawingCommand =
  | CallGuarantee
  | RecordReceipt
  | AcceptDrawing
  | RejectDrawing
  | ReportClaimPaid
  | ConfirmClaimPaid
  | ObjectToClaim;

export type DrawingEvent =
  | GuaranteeCalled
  | ReceiptRecorded
  | DrawingAccepted
  | DrawingRejected
  | ClaimReportedPaid
  | ClaimPaid
  | ClaimObjectedTo;

export type DrawingRejection =
  | { type: 'DrawingIsUnknown'; drawing: number }
  | { type: 'DrawingInStatus'; drawing: number; status: Drawing['status'] }
  | { type: 'DrawingExceedsWhatIsLeft'; asked: bigint; left: bigint; currency: string }
  | { type: 'GuaranteeHasEnded'; offer: OfferId; endsOn: CalendarDate; today: CalendarDate }
  | { type: 'OfferIsOfAnotherInstrument'; offer: OfferId };

export type Drawings = {
  own: readonly Drawing[];
  command: DrawingCommand;
  event: DrawingEvent;
  rejection: DrawingRejection;
};
