import type { Instant } from '@junkan/kit/pure/dates.ts';
import { nextOfAgreement } from './agreement.ts';
import { claimSteps } from './claims.ts';
import { whileAnswersAreAwaited, whileApprovalsAreAwaited } from './funding-notices.ts';
import { act, end, type Next, type Notice } from './next.ts';
import type { NoticePolicy } from './policy.ts';

/** What an offer holds of its envelope: nothing yet, or one of the envelope's own words. */
export type ClaimStatus = 'none' | 'reserved' | 'committed' | 'released';
/** Amounts are minor units as text. */
export type OfferView = {
  readonly id: string;
  readonly status: string;
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
  readonly status: string;
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
};

export type FundingView = {
  readonly now: Instant;
  readonly project: {
    readonly status: string;
    readonly round: number;
    readonly approvalDue: string;
    /** From here on not in the views of older histories. */
    readonly proposer?: string;
    readonly deadline?: string;
    readonly closingDue?: string;
  };
  /** Absent until the workflow has opened it. */
  readonly funding?: {
    readonly status: string;
    readonly deadline: Instant;
    readonly offers: readonly OfferView[];
    /** How often it was reopened; not in the views of older histories. */
    readonly reopened?: number;
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
  | { readonly do: 'ReleaseOffer'; readonly offer: OfferView; readonly because: string }
  | { readonly do: 'CommitOffer'; readonly offer: OfferView }
  | { readonly do: 'ReturnCommitment'; readonly of: Unspent; readonly because: string }
  | { readonly do: 'WithdrawOffer'; readonly offer: OfferView }
  | { readonly do: 'CloseFunding'; readonly reopened?: number }
  | { readonly do: 'CancelFunding'; readonly because: string }
  | { readonly do: 'RecordFunded'; readonly reopened?: number }
  | { readonly do: 'RecordUnfunded' }
  /** By the reopening, because its deadline may be that of the one before. */
  | { readonly do: 'RecordGapReopened'; readonly deadline: Instant; readonly reopened?: number }
  | { readonly do: 'RecordWithdrawal' }
  | { readonly do: 'DraftAgreement'; readonly draft?: number }
  | { readonly do: 'VoidAgreement'; readonly because: string }
  | { readonly do: 'BeginMilestones' }
  | { readonly do: 'StartImplementation' }
  | { readonly do: 'RecordSuspension'; readonly measure: number }
  | { readonly do: 'RecordResumption'; readonly measure: number }
  | { readonly do: 'RecordTermination' }
  | { readonly do: 'CompleteProject' }
  | { readonly do: 'EndAgreement' };

/** Why a round is cancelled, by what has become of its project. */
const CANCELLED: Record<string, string> = { refused: 'project-refused', withdrawn: 'project-withdrawn' };

/** From the decision to open a project to the end of the money. The one saga: offers and their reservations, in step. */
export function nextOfFunding(round: number, view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { funding, project } = view;
  const because = view.policy && CANCELLED[project.status];
  if (funding && because && isStanding(funding.status)) return act<FundingStep>({ do: 'CancelFunding', because });
  const owed = funding ? claimSteps(funding, view.now) : [];
  if (owed.length > 0) return act(...owed);
  if (project.round !== round) return end();
  if (!funding) return project.status === 'open' ? act<FundingStep>({ do: 'OpenFunding' }) : end();
  switch (funding.status) {
    case 'open':
      return whileOpen(view, sent);
    case 'target-reached':
      return act<FundingStep>(closing(funding));
    case 'fell-short':
      return project.status === 'open' ? act<FundingStep>({ do: 'RecordUnfunded' }) : end();
    case 'closed':
      return project.status === 'open' ? act<FundingStep>(recorded(funding)) : whileApprovalsAreAwaited(view, sent);
    case 'cancelled':
      return view.agreement?.status === 'draft' && because ? act<FundingStep>({ do: 'VoidAgreement', because }) : end();
    default:
      return project.status === 'open' ? act<FundingStep>(recorded(funding)) : nextOfAgreement(view, sent);
  }
}

const isStanding = (status: string): boolean => status !== 'fell-short' && status !== 'cancelled';

type Funding = NonNullable<FundingView['funding']>;

/** Each close of a reopened round is another. */
const closing = (funding: Funding): FundingStep => ({ do: 'CloseFunding', ...again(funding) });
const recorded = (funding: Funding): FundingStep => ({ do: 'RecordFunded', ...again(funding) });
const again = ({ reopened }: Funding) => (reopened ? { reopened } : {});

function whileOpen(view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { funding, project, agreement, now } = view;
  if (!funding) return end();
  const isReopened = project.status !== 'open' || (project.deadline !== undefined && project.deadline !== funding.deadline);
  if (isReopened) {
    const draft: FundingStep[] = agreement?.status === 'draft' ? [{ do: 'VoidAgreement', because: 'round-reopened' }] : [];
    return act<FundingStep>(...draft, { do: 'RecordGapReopened', deadline: funding.deadline, ...again(funding) });
  }
  return now >= funding.deadline ? act<FundingStep>(closing(funding)) : whileAnswersAreAwaited(view, funding, sent);
}
