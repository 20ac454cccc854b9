import type { Actor, NotAllowed } from '@junkan/kit/pure/actor.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { AgreementId, MilestoneId, Payment, PaymentId, SponsorId, State, Terms } from './agreement-state.ts';
import type { TermsFault } from './agreement-terms.ts';

/** Where the milestone of a tranche stands, as the project registry tells it. */
export type MilestoneFacts = { readonly id: MilestoneId } & (
  | { readonly is: 'unverified'; readonly status: string }
  | {
      readonly is: 'verified';
      readonly agreement: string;
      readonly report: number;
      /** 10000 = met in full. */
      readonly payableBasisPoints: number;
      readonly submittedBy: string;
      readonly verifiedBy: string;
    }
);

export type DraftAgreement = {
  type: 'DraftAgreement';
  terms: Terms;
  contentHash: string;
  /** One for each cell: tranche by tranche, the sponsors in the order of their shares. */
  payments: readonly PaymentId[];
  /** Days that the parties have for signing. */
  signingDays: number;
  now: Instant;
  by: Actor;
};
export type SignAgreement = { type: 'SignAgreement'; agreement: AgreementId; party: string; contentHash: string; now: Instant; by: Actor };
export type EndAgreement = { type: 'EndAgreement'; by: Actor };

export type RequestPayment = {
  type: 'RequestPayment';
  agreement: AgreementId;
  tranche: number;
  sponsor: SponsorId;
  milestone: MilestoneFacts;
  now: Instant;
  by: Actor;
};
export type ApprovePayment = { type: 'ApprovePayment'; agreement: AgreementId; payment: PaymentId; now: Instant; by: Actor };
/** The note is the reference of an erasable text. */
export type RefusePayment = { type: 'RefusePayment'; payment: PaymentId; note: string; by: Actor };
export type InstructPayment = { type: 'InstructPayment'; payment: PaymentId; by: Actor };
export type SettlePayment = {
  type: 'SettlePayment';
  agreement: AgreementId;
  payment: PaymentId;
  bankReference: string;
  valueDate: CalendarDate;
  now: Instant;
  by: Actor;
};

/** Commands for an order that there is already. */
export type OrderCommand = ApprovePayment | RefusePayment | InstructPayment | SettlePayment;
export type PaymentCommand = RequestPayment | OrderCommand;
export type Command = DraftAgreement | SignAgreement | EndAgreement | PaymentCommand;

/** What a person did for a payment; whoever did one of these does none of the others. */
export type Duty = 'submitted' | 'verified' | 'requested' | 'approved';

export type Rejection =
  | NotAllowed
  | TermsFault
  | { type: 'AgreementIsUnknown' }
  | { type: 'AgreementIsDrafted'; contentHash: string }
  | { type: 'AgreementIsNotEffective'; status: State['status'] }
  | { type: 'PartyIsNotOfTheAgreement'; party: string }
  | { type: 'ContentIsAnother'; contentHash: string }
  | { type: 'PaymentsAreOpen'; payments: readonly PaymentId[] }
  | { type: 'CellIsUnknown'; tranche: number; sponsor: SponsorId }
  | { type: 'CellIsZero'; tranche: number; sponsor: SponsorId }
  | { type: 'CellHasAnOrder'; payment: PaymentId; status: Payment['status'] }
  | { type: 'MilestoneIsNotVerified'; milestone: MilestoneId; status: string }
  | { type: 'MilestoneIsOfAnotherAgreement'; milestone: MilestoneId; agreement: string }
  | { type: 'MilestoneIsNotMetInFull'; milestone: MilestoneId; payableBasisPoints: number }
  | { type: 'PersonHasAnotherDuty'; person: string; duty: Duty }
  | { type: 'RequesterIsAnother'; requestedBy: string }
  | { type: 'PaymentIsUnknown'; payment: PaymentId }
  | { type: 'PaymentIsNotRequested'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsNotApproved'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsNotInstructed'; payment: PaymentId; status: Payment['status'] }
  | { type: 'PaymentIsSettled'; payment: PaymentId; bankReference: string; valueDate: CalendarDate }
  | { type: 'BankReferenceIsMissing' }
  | { type: 'BankReferenceIsUsed'; payment: PaymentId }
  | { type: 'ValueDateIsNoDate'; valueDate: string }
  | { type: 'ValueDateIsInTheFuture'; valueDate: CalendarDate; today: CalendarDate };
