import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { VoidCause } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Agreement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { CancelCause } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Funding, Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { ActionOutcome } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import type { ReleaseCause, ReturnCause } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Notice } from './next.ts';
import type { NoticePolicy } from './policy.ts';
import type { StatusOf } from './statuses.ts';
import type { Later, Whole } from './whole.ts';

/** What an offer holds of its envelope: nothing yet, or one of the envelope's own words. */
export type ClaimStatus = StatusOf<'claim'>;
/** What is seen of an offer as its service answers it, and what of that is not in the views of older histories. */
export const OF_OFFER = ['id', 'sponsor', 'envelope', 'terms'] as const;
export const LATER_OF_OFFER = ['side', 'expiresAt'] as const;
/** `amount`: what the terms take of the envelope, in its currency. Amounts are minor units as text. */
export type OfferView = Readonly<Pick<Offer, (typeof OF_OFFER)[number]>> & {
  readonly status: StatusOf<'offer'>;
  readonly amount: string;
  readonly currency: string;
  readonly claim: ClaimStatus;
} & Later<Pick<Offer, (typeof LATER_OF_OFFER)[number]>>;

/** What an ended agreement has not spent of an offer: only `keep` stays committed. */
export type Unspent = { readonly offer: string; readonly envelope: string; readonly keep: string; readonly currency: string };

/** A share whose budgets are paid out until a later day than its agreement knows of. */
export type MovedEnd = { readonly sponsor: string; readonly periodEnd: string };

export type AgreementView = Readonly<Pick<Agreement, 'signingDue'>> & {
  readonly status: StatusOf<'agreement'>;
  readonly paidInFull: boolean;
} & Later<
    Pick<Agreement, 'draft' | 'proposer' | 'declinedBy'> & {
      /** The parties that have not signed. */
      readonly unsigned: readonly string[];
      /** The offers that the draft rested on, of the party that declined. */
      readonly declined: readonly string[];
      readonly unspent: readonly Unspent[];
      readonly movedEnds: readonly MovedEnd[];
      /** The recoveries that are neither refused nor resolved. */
      readonly openRecoveries: readonly number[];
      /** Whether it ends, or has ended, before all was paid: so a completed project of which money came back is followed. */
      readonly endsEarly: boolean;
      /** Whether it may be ended while it is suspended, once nothing of it is to be paid. */
      readonly endsSuspended: boolean;
      /** How many measures have taken effect. */
      readonly measure: number;
      /** The measure that waits for approvals, and the parties that have not given theirs; absent where none does. */
      readonly pending: { readonly measure: number; readonly parties: readonly string[] } | undefined;
    }
  >;

export type FundingView = {
  readonly now: Instant;
  readonly project: Readonly<Pick<Project, 'round' | 'approvalDue'>> & {
    readonly status: StatusOf<'project'>;
    /** Of its round; not in the views of older histories. */
    readonly deadline?: string;
  } & Later<Pick<Project, 'proposer' | 'closingDue' | 'openedAt' | 'openRecoveries' | 'unpaid'>>;
  /** Absent until the workflow has opened it. */
  readonly funding?: Readonly<Pick<Funding, 'deadline'>> & {
    readonly status: StatusOf<'funding'>;
    readonly offers: readonly OfferView[];
  } & Later<Pick<Funding, 'reopened' | 'sealed'>>;
  /** Absent until the workflow has drafted it. */
  readonly agreement?: AgreementView;
  /** What the project is to the programme; not in the views of older histories. */
  readonly action?: StatusOf<'action'>;
  /** Not in the views of older histories, in which less is reminded of. */
  readonly policy?: NoticePolicy;
};

export type WholeFundingView = Whole<FundingView, 'funding' | 'agreement' | 'pending'>;

export type FundingStep =
  | Notice
  | { readonly do: 'OpenFunding' }
  | { readonly do: 'BackOffer'; readonly offer: OfferView }
  | { readonly do: 'ExpireOffer'; readonly offer: OfferView }
  | { readonly do: 'ReleaseOffer'; readonly offer: OfferView; readonly because: ReleaseCause | ReturnCause }
  | { readonly do: 'CommitOffer'; readonly offer: OfferView }
  | { readonly do: 'ReturnCommitment'; readonly of: Unspent; readonly because: ReleaseCause | ReturnCause }
  | { readonly do: 'WithdrawOffer'; readonly offer: OfferView }
  | { readonly do: 'CloseFunding'; readonly reopened?: number }
  | { readonly do: 'SealFunding'; readonly reopened: number }
  | { readonly do: 'CancelFunding'; readonly because: CancelCause }
  | { readonly do: 'RecordFunded'; readonly reopened?: number }
  | { readonly do: 'RecordUnfunded' }
  /** By the reopening, because its deadline may be that of the one before. */
  | { readonly do: 'RecordGapReopened'; readonly deadline: Instant; readonly reopened?: number }
  | { readonly do: 'RecordWithdrawal' }
  | { readonly do: 'DraftAgreement'; readonly draft?: number }
  | { readonly do: 'VoidAgreement'; readonly because: VoidCause; readonly draft: number }
  | { readonly do: 'MoveBudgetEnd'; readonly of: MovedEnd }
  | { readonly do: 'BeginMilestones' }
  | { readonly do: 'StartImplementation' }
  | { readonly do: 'RecordSuspension'; readonly measure: number }
  | { readonly do: 'RecordResumption'; readonly measure: number }
  /** Closes the milestones that have no verdict, and then lets the termination take effect on what the others say. */
  | { readonly do: 'CompleteTermination' }
  | { readonly do: 'RecordTermination' }
  | { readonly do: 'CompleteProject' }
  | { readonly do: 'CountRecoveries'; readonly recoveries: readonly number[]; readonly unpaid?: boolean }
  | { readonly do: 'EndAgreement' }
  | { readonly do: 'BeginAction' }
  | { readonly do: 'EndAction'; readonly outcome: ActionOutcome };
