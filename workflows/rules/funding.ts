import type { Instant } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, type Notice, notify, type Planned, rest } from './next.ts';

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
};

export type FundingView = {
  readonly now: Instant;
  readonly project: { readonly status: string; readonly round: number; readonly approvalDue: string };
  /** Absent until the workflow has opened it. */
  readonly funding?: { readonly status: string; readonly deadline: Instant; readonly offers: readonly OfferView[] };
  /** Absent until the workflow has drafted it. */
  readonly agreement?: { readonly status: string; readonly paidInFull: boolean; readonly signingDue: string };
};

export type FundingStep =
  | Notice
  | { readonly do: 'OpenFunding' }
  | { readonly do: 'BackOffer'; readonly offer: OfferView }
  | { readonly do: 'ReleaseOffer'; readonly offer: OfferView; readonly because: string }
  | { readonly do: 'CommitOffer'; readonly offer: OfferView }
  | { readonly do: 'CloseFunding' }
  | { readonly do: 'RecordFunded' }
  | { readonly do: 'RecordUnfunded' }
  | { readonly do: 'DraftAgreement' }
  | { readonly do: 'BeginMilestones' }
  | { readonly do: 'StartImplementation' }
  | { readonly do: 'CompleteProject' }
  | { readonly do: 'EndAgreement' };

/** Why an offer that ended by itself gives its reservation back, in the envelope's words; the others end with their round. */
const RELEASE_CAUSES: Record<string, string> = { declined: 'declined', retracted: 'retracted', refused: 'backing-refused' };

/** From the decision to open a project to the end of the money. The one saga: offers and their reservations, in step. */
export function nextOfFunding(round: number, view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { funding, project } = view;
  const owed = funding ? claimSteps(funding) : [];
  if (owed.length > 0) return act(...owed);
  if (project.round !== round) return end();
  if (!funding) return project.status === 'open' ? act<FundingStep>({ do: 'OpenFunding' }) : end();
  switch (funding.status) {
    case 'open':
      return view.now >= funding.deadline ? act<FundingStep>({ do: 'CloseFunding' }) : rest(funding.deadline);
    case 'target-reached':
      return act<FundingStep>({ do: 'CloseFunding' });
    case 'fell-short':
      return project.status === 'open' ? act<FundingStep>({ do: 'RecordUnfunded' }) : end();
    case 'closed':
      return project.status === 'open' ? act<FundingStep>({ do: 'RecordFunded' }) : whileApprovalsAreAwaited(view, sent);
    default:
      return afterOffersAreApproved(view, sent);
  }
}

/** What the envelopes owe the offers: budget for those proposed, release of those ended, commitment of those accepted at close. */
function claimSteps({ status, offers }: NonNullable<FundingView['funding']>): FundingStep[] {
  const isClosed = status === 'closed' || status === 'approved';
  return offers.flatMap((offer): FundingStep[] => {
    switch (offer.status) {
      case 'proposed':
        return [{ do: 'BackOffer', offer }];
      case 'accepted':
      case 'approved':
        return isClosed && offer.claim === 'reserved' ? [{ do: 'CommitOffer', offer }] : [];
      case 'refused':
      case 'declined':
      case 'retracted':
      case 'lapsed':
        // Also where nothing is held: the release bars a reservation that may still be under way. A refused offer can hold
        // one too, where the refusal's answer was lost and the repeat found that budget had come free.
        return offer.claim === 'reserved' || offer.claim === 'none'
          ? [{ do: 'ReleaseOffer', offer, because: RELEASE_CAUSES[offer.status] ?? lapseCause(status) }]
          : [];
      default:
        return [];
    }
  });
}

const lapseCause = (fundingStatus: string): string => (fundingStatus === 'fell-short' ? 'round-unfunded' : 'round-closed');

function whileApprovalsAreAwaited({ now, project, funding }: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const approvers = (funding?.offers ?? [])
    .filter(({ status }) => status === 'accepted')
    .map(({ sponsor }) => ({ role: 'sponsor.approver', organisation: sponsor }));
  return notify<FundingStep>(now, sent, remindAll('approval', project.approvalDue, approvers));
}

function afterOffersAreApproved(view: FundingView, sent: ReadonlySet<string>): Next<FundingStep> {
  const { now, project, agreement } = view;
  switch (project.status) {
    case 'open':
      return act<FundingStep>({ do: 'RecordFunded' });
    case 'funded':
      return notify<FundingStep>(
        now,
        sent,
        remindAll('approval', project.approvalDue, [{ role: 'secretariat.approver', organisation: 'secretariat' }]),
      );
    case 'approved':
      if (!agreement) return act<FundingStep>({ do: 'DraftAgreement' });
      if (agreement.status === 'draft')
        return notify<FundingStep>(
          now,
          sent,
          remindAll('signature', agreement.signingDue, [{ role: 'secretariat.officer', organisation: 'secretariat' }]),
        );
      return act<FundingStep>({ do: 'BeginMilestones' }, { do: 'StartImplementation' });
    case 'in-implementation':
      return agreement?.paidInFull ? act<FundingStep>({ do: 'CompleteProject' }) : rest();
    case 'completed':
      return rest();
    case 'closed':
      return agreement?.status === 'effective' ? act<FundingStep>({ do: 'EndAgreement' }) : end();
    default:
      return end();
  }
}

const remindAll = (matter: string, due: string, parties: readonly { role: string; organisation: string }[]): Planned[] =>
  due === '' ? [] : parties.map((party) => ({ at: due, notice: { do: 'RemindOf', matter, occurrence: due, ...party } }));
