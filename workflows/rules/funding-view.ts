import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { VoidCause } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { CancelCause } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { ReleaseCause, ReturnCause } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Notice } from './next.ts';
import type { NoticePolicy } from './policy.ts';
import type { StatusOf } from './statuses.ts';

/** What an offer holds of its envelope: nothing yet, or one of the envelope's own words. */
export type ClaimStatus = StatusOf<'claim'>;
/** Amounts are minor units as text. */
export type OfferView = {
  readonly id: string;
  readonly status: StatusOf<'offer'>;
  readonly sponsor: string;
  readonly envelope: string;
  readonly amount: string;
  readonly currency: string;
  readonly terms: number;
  readonly claim: ClaimStatus;
  /** Whose terms they are, and until when they stand; not in the views of older histories. */
  readonly side?: string;
  readonly expiresAt?: Instant | '';
};

/** What an ended agreement has not spent of an offer: only `keep` stays committed. */
export type Unspent = { readonly offer: string; readonly envelope: string; readonly keep: string; readonly currency: string };

export type AgreementView = {
  readonly status: StatusOf<'agreement'>;
  readonly paidInFull: boolean;
  readonly signingDue: string;
  /** From here on not in the views of older histories. */
  readonly draft?: number;
  readonly proposer?: string;
  /** The parties that have not signed, and the one that declined to. */
  readonly unsigned?: readonly string[];
  readonly declinedBy?: string;
  /** The offers that the draft rested on, of the party that declined. */
  readonly declined?: readonly string[];
  readonly unspent?: readonly Unspent[];
  /** How many measures have taken effect. */
  readonly measure?: number;
  /** The measure that waits for approvals, and the parties that have not given theirs. */
  readonly pending?: { readonly measure: number; readonly parties: readonly string[] } | undefined;
};

export type FundingView = {
  readonly now: Instant;
  readonly project: {
    readonly status: StatusOf<'project'>;
    readonly round: number;
    readonly approvalDue: string;
    /** From here on not in the views of older histories. */
    readonly proposer?: string;
    readonly deadline?: string;
    readonly closingDue?: string;
    /** When the round began; '' where an earlier version opened it. */
    readonly openedAt?: Instant | '';
  };
  /** Absent until the workflow has opened it. */
  readonly funding?: {
    readonly status: StatusOf<'funding'>;
    readonly deadline: Instant;
    readonly offers: readonly OfferView[];
    /** How often it was reopened; not in the views of older histories. */
    readonly reopened?: number;
    /** Whether what was approved is fixed, so that an agreement can be made of it; not in the views of older histories. */
    readonly sealed?: boolean;
  };
  /** Absent until the workflow has drafted it. */
  readonly agreement?: AgreementView;
  /** Not in the views of older histories, in which less is reminded of. */
  readonly policy?: NoticePolicy;
};

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
  | { readonly do: 'BeginMilestones' }
  | { readonly do: 'StartImplementation' }
  | { readonly do: 'RecordSuspension'; readonly measure: number }
  | { readonly do: 'RecordResumption'; readonly measure: number }
  /** Closes the milestones that have no verdict, and then lets the termination take effect on what the others say. */
  | { readonly do: 'CompleteTermination' }
  | { readonly do: 'RecordTermination' }
  | { readonly do: 'CompleteProject' }
  | { readonly do: 'EndAgreement' };
