type Data = Readonly<Record<string, unknown>>;

/**
 * Who may learn of an event, beside the overseers, who may learn of all: whoever is signed in; the proposer; the parties of its stream;
 * the sponsor of an offer, and the city too once budget backs it; or nobody else.
 */
export type Audience =
  | { readonly is: 'everyone' }
  /** Of a project that was never submitted its proposer alone. */
  | { readonly is: 'everyone-once-submitted' }
  | { readonly is: 'proposer' }
  | { readonly is: 'overseers' }
  | { readonly is: 'parties' }
  | { readonly is: 'offer'; readonly offer: string; readonly proposerToo: boolean };

type Rule = (data: Data) => Audience;

const everyone: Rule = () => ({ is: 'everyone' });
const onceSubmitted: Rule = () => ({ is: 'everyone-once-submitted' });
const proposer: Rule = () => ({ is: 'proposer' });
const overseers: Rule = () => ({ is: 'overseers' });
const parties: Rule = () => ({ is: 'parties' });
const sponsorOfOffer: Rule = ({ offer }) => ({ is: 'offer', offer: String(offer), proposerToo: false });
const bothOfOffer: Rule = ({ offer }) => ({ is: 'offer', offer: String(offer), proposerToo: true });

type Streams = { readonly collection: string; readonly events: Readonly<Record<string, Rule>> };

/**
 * Every event of every context by its aggregate, with who may learn of it: the rights of `auth/reading.ts`, event by event.
 * An event that is not named here is shown to overseers only.
 */
export const EVENTS: Readonly<Record<string, Readonly<Record<string, Streams>>>> = {
  project: {
    proposer: { collection: 'proposers', events: { ProposerRegistered: everyone } },
    project: {
      collection: 'projects',
      events: {
        ProjectDrafted: proposer,
        ProjectRevised: proposer,
        ProjectSubmitted: everyone,
        MoreInformationRequested: everyone,
        InformationProvided: everyone,
        ProjectDeclaredEligible: everyone,
        ProjectDeclaredIneligible: everyone,
        ProjectOpenedToSponsors: everyone,
        ProjectFunded: everyone,
        ProjectLeftUnfunded: everyone,
        ProjectApproved: everyone,
        ProjectRefused: everyone,
        ProjectWithdrawn: onceSubmitted,
        ProjectGapReopened: everyone,
        ImplementationStarted: everyone,
        ProjectSuspended: everyone,
        ProjectResumed: everyone,
        ProjectTerminated: everyone,
        ProjectCompleted: everyone,
        ProjectClosureProposed: proposer,
        ProjectClosureRefused: proposer,
        ProjectClosed: everyone,
        // They name who is waited for.
        ReminderSent: parties,
        MatterEscalated: parties,
      },
    },
    milestone: {
      collection: 'milestones',
      events: {
        MilestoneBegun: everyone,
        MilestoneFellDue: everyone,
        MilestoneBecameOverdue: everyone,
        MilestoneReportSubmitted: everyone,
        MilestoneReportReturned: everyone,
        MilestoneVerified: everyone,
        MilestoneRejected: everyone,
        MilestoneWaiverProposed: parties,
        MilestoneWaiverRefused: parties,
        MilestoneWaived: everyone,
        MilestoneChanged: everyone,
        MilestoneCancelled: everyone,
        ReminderSent: parties,
        MatterEscalated: parties,
      },
    },
    person: { collection: 'persons', events: { PersonAffiliated: overseers } },
    clock: { collection: 'clock', events: { ClockAdvanced: everyone } },
  },
  sponsor: {
    sponsor: { collection: 'sponsors', events: { SponsorRegistered: everyone } },
    mandate: { collection: 'mandates', events: { MandatePublished: everyone } },
    envelope: {
      collection: 'envelopes',
      events: {
        EnvelopeOpened: parties,
        BudgetReserved: parties,
        ReservationChanged: parties,
        OfferReleased: parties,
        OfferCommitted: parties,
        CommitmentReturned: parties,
      },
    },
    passport: {
      collection: 'passports',
      events: {
        DueDiligenceRequested: everyone,
        SubjectCleared: everyone,
        SubjectFlagged: everyone,
        ClearanceRevoked: everyone,
        ClearanceExpired: everyone,
        // It would tell one sponsor what another approves.
        ClearanceReliedOn: overseers,
        ReminderSent: everyone,
      },
    },
  },
  matching: {
    funding: {
      collection: 'fundings',
      events: {
        FundingOpened: everyone,
        OfferProposed: sponsorOfOffer,
        OfferCountered: bothOfOffer,
        OfferBacked: bothOfOffer,
        BackingRefused: sponsorOfOffer,
        OfferAgreed: bothOfOffer,
        OfferAccepted: bothOfOffer,
        OfferDeclined: bothOfOffer,
        OfferRetracted: bothOfOffer,
        OfferExpired: bothOfOffer,
        OfferWithdrawn: bothOfOffer,
        OfferApproved: bothOfOffer,
        FundingReachedTarget: everyone,
        FundingClosed: everyone,
        FundingFellShort: everyone,
        FundingGapReopened: everyone,
        FundingSealed: everyone,
        FundingCancelled: everyone,
      },
    },
  },
  disbursement: {
    agreement: {
      collection: 'agreements',
      events: {
        AgreementDrafted: parties,
        AgreementSigned: parties,
        AgreementVoided: parties,
        AgreementBecameEffective: parties,
        PaymentRequested: parties,
        PaymentApproved: parties,
        PaymentRefused: parties,
        PaymentInstructed: parties,
        PaymentSettlementReported: parties,
        PaymentFailureReported: parties,
        PaymentObjectedTo: parties,
        PaymentFailed: parties,
        PaymentSettled: parties,
        MeasureProposed: parties,
        MeasureApproved: parties,
        MeasureRefused: parties,
        AgreementSuspended: parties,
        AgreementResumed: parties,
        AgreementTerminationBegun: parties,
        AgreementTerminated: parties,
        AgreementAmended: parties,
        TrancheReduced: parties,
        AgreementPaidInFull: parties,
        AgreementEnded: parties,
      },
    },
    'bank-reference': {
      collection: 'bank-references',
      // They name payments of others.
      events: { BankReferenceReserved: overseers, BankReferenceReleased: overseers },
    },
  },
};

export const CONTEXTS: readonly string[] = Object.keys(EVENTS);
