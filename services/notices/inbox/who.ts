import type { Role } from '@junkan/proto/actor.ts';
import type { Event } from '@junkan/proto/contexts.ts';
import type { RungName } from '@junkan/proto/junkan/programme/v1/language.ts';

/**
 * Who is notified of an event: `named`, the role and the organisation that it names; `proposer`, the owner of the project, due diligence or
 * bank account, the organisation itself, or the city that signs; `sponsors`, those of the round's offers or of the agreement; `offer`, the sponsor of
 * the offer that it names; or a role of that owner or of the secretariat. Never more than may learn of it by its contract.
 */
export type To = 'named' | 'proposer' | 'sponsors' | 'offer' | Role;

const PARTIES: readonly To[] = ['proposer', 'sponsors'];
const SIDES: readonly To[] = ['proposer', 'offer'];

/** Nobody is notified of events that are not listed. */
export const RECIPIENTS: Readonly<Partial<Record<Event['type'], readonly To[]>>> = {
  ReminderSent: ['named'],
  MatterEscalated: ['named'],

  ProjectSubmitted: ['secretariat.officer'],
  InformationProvided: ['secretariat.officer'],
  ProjectWithdrawn: ['secretariat.officer'],
  MoreInformationRequested: ['proposer'],
  ProjectDeclaredEligible: ['proposer'],
  ProjectDeclaredIneligible: ['proposer'],
  ProjectOpenedToSponsors: ['proposer'],
  ProjectFunded: ['proposer', 'secretariat.approver'],
  ProjectLeftUnfunded: ['proposer'],
  ProjectApproved: ['proposer'],
  ProjectRefused: ['proposer'],
  ProjectGapReopened: ['proposer'],
  ImplementationStarted: ['proposer'],
  ProjectTerminated: ['proposer'],
  ProjectCompleted: ['proposer', 'secretariat.officer'],
  ProjectClosureProposed: ['secretariat.approver'],
  ProjectClosed: ['proposer'],

  MilestoneFellDue: ['proposer'],
  MilestoneBecameOverdue: [...PARTIES, 'secretariat.officer'],
  ReportSentToCertifier: ['proposer'],
  ReportDraftReturned: ['proposer'],
  MilestoneReportSubmitted: ['sponsors', 'secretariat.verifier'],
  MilestoneReportReturned: ['proposer'],
  MilestoneVerified: [...PARTIES, 'finance.maker'],
  MilestoneRejected: PARTIES,
  MilestoneWaiverProposed: ['secretariat.approver'],
  MilestoneWaived: PARTIES,
  MilestoneChanged: PARTIES,
  MilestoneCancelled: PARTIES,

  OfferBacked: SIDES,
  BackingRefused: ['offer'],
  OfferCountered: SIDES,
  OfferAgreed: SIDES,
  OfferAccepted: SIDES,
  OfferDeclined: SIDES,
  OfferRetracted: SIDES,
  OfferExpired: SIDES,
  OfferWithdrawn: [...SIDES, 'secretariat.officer'],
  OfferApprovedOnce: ['offer'],
  OfferApproved: SIDES,
  FundingReachedTarget: PARTIES,
  FundingClosed: PARTIES,
  FundingFellShort: PARTIES,
  FundingGapReopened: PARTIES,
  FundingCancelled: PARTIES,

  AgreementDrafted: PARTIES,
  AgreementSigned: PARTIES,
  AgreementVoided: [...PARTIES, 'secretariat.officer'],
  AgreementBecameEffective: [...PARTIES, 'secretariat.officer'],
  MeasureProposed: [...PARTIES, 'secretariat.approver'],
  MeasureRefused: [...PARTIES, 'secretariat.officer'],
  AgreementSuspended: PARTIES,
  AgreementResumed: PARTIES,
  AgreementTerminated: PARTIES,
  AgreementAmended: PARTIES,
  TrancheReduced: PARTIES,
  AdvanceAsked: ['sponsors', 'finance.maker'],
  AdvanceRefused: ['proposer'],
  ExpenditureSubmitted: ['secretariat.verifier'],
  ExpenditureAccepted: PARTIES,
  ExpenditureReturned: ['proposer'],
  GuaranteeCalled: ['sponsors'],
  ReceiptRecorded: ['sponsors'],
  DrawingAccepted: ['proposer', 'finance.maker'],
  DrawingRejected: ['proposer'],
  ClaimReportedPaid: ['finance.checker'],
  ClaimPaid: PARTIES,
  ClaimObjectedTo: ['finance.maker'],
  PaymentHeld: [...PARTIES, 'finance.maker', 'finance.checker', 'secretariat.approver'],
  HoldReleased: [...PARTIES, 'finance.maker', 'finance.checker'],
  PaymentRequested: ['sponsors', 'finance.checker'],
  PaymentApprovedOnce: ['finance.checker'],
  PaymentApproved: [...PARTIES, 'finance.maker'],
  PaymentRefused: ['finance.maker'],
  PaymentSettlementReported: ['finance.checker'],
  PaymentFailureReported: ['finance.checker'],
  PaymentObjectedTo: ['finance.maker'],
  PaymentFailed: [...PARTIES, 'finance.maker'],
  PaymentSettled: PARTIES,
  PaymentReturnReported: ['finance.checker'],
  PaymentReturned: [...PARTIES, 'finance.maker'],
  PaymentReversalReported: ['finance.checker'],
  SettlementReversed: [...PARTIES, 'finance.maker'],
  PaymentMistakeReported: ['finance.checker'],
  OutcomeReversed: [...PARTIES, 'finance.maker'],
  AgreementPaidInFull: PARTIES,
  AgreementEnded: PARTIES,

  SponsorChangeProposed: ['proposer', 'secretariat.approver'],
  SponsorChanged: ['proposer', 'secretariat.officer', 'finance.checker'],
  SponsorChangeRefused: ['proposer', 'secretariat.officer'],
  ProposerChangeProposed: ['proposer', 'secretariat.approver'],
  ProposerChanged: ['proposer', 'secretariat.officer', 'secretariat.verifier', 'finance.checker'],
  ProposerChangeRefused: ['proposer', 'secretariat.officer'],

  LimitsProposed: ['proposer'],
  LimitsApproved: ['proposer'],
  LimitsRefused: ['proposer'],

  BankAccountProposed: ['proposer'],
  BankAccountConfirmed: ['proposer', 'finance.maker', 'finance.checker'],
  BankAccountRefused: ['proposer'],
  BankAccountRetired: ['proposer', 'finance.maker', 'finance.checker'],
  StatementsAttributed: ['proposer'],

  DueDiligenceRequested: ['secretariat.verifier'],
  SubjectCleared: ['proposer'],
  SubjectFlagged: ['proposer'],
  ClearanceRevoked: ['proposer'],
  ClearanceExpired: ['proposer', 'secretariat.verifier'],

  InterestExpressed: ['secretariat.officer'],
  CityInvited: ['proposer'],
  MandateGiven: ['proposer.certifier'],
  DeclarationSigned: ['secretariat.officer'],
  AffirmationAsked: ['proposer'],
  DeclarationAffirmed: ['secretariat.officer'],
  SignatureReturned: ['proposer'],
  SignatureChecked: ['secretariat.approver'],
  ActionBegunByProject: ['proposer'],
  SignatoryAdmitted: ['proposer'],
  CityDeclined: ['proposer'],
  JoiningStopped: ['secretariat.officer'],
  ExtensionAsked: ['secretariat.approver'],
  ExtensionGranted: ['proposer'],
  ExtensionRefused: ['proposer'],
  NoticePrepared: ['secretariat.approver'],
  NoticeIssued: ['proposer'],
  NoticeAnswered: ['secretariat.officer', 'secretariat.approver'],
  SignatorySuspended: ['proposer'],
  SignatoryReinstated: ['proposer'],
  SignatoryWithdrew: ['secretariat.officer'],
  LapseAnnounced: ['proposer', 'secretariat.approver'],
  SignatoryLapsed: ['proposer'],

  AssessmentSignedOff: ['proposer.officer'],
  PlanSubmitted: ['secretariat.verifier'],
  PlanReturned: ['proposer'],
  PlanAccepted: ['proposer'],
  ReportSubmitted: ['secretariat.verifier'],
  ReportReturned: ['proposer'],
  ReportPublished: ['proposer'],
  ValueContested: ['secretariat.verifier'],
  ContestJudged: ['proposer'],

  PartnerClosed: ['proposer', 'secretariat.officer'],
  SeriesCorrectionProposed: ['secretariat.verifier'],
  SeriesCorrectionAccepted: ['proposer'],
  SeriesCorrectionRefused: ['proposer'],
};

/** Who is notified of each step of a ladder. */
const OF_RUNGS: Readonly<Record<RungName, readonly To[]>> = {
  opened: ['proposer.officer'],
  reminded: ['proposer.officer'],
  overdue: ['proposer.officer', 'proposer.certifier', 'secretariat.officer'],
  'help-offered': ['secretariat.officer'],
  'certifier-reminded': ['proposer.certifier'],
  'notice-may-be-issued': ['secretariat.officer'],
  'last-reminder': ['proposer.officer', 'proposer.certifier'],
  'suspension-may-be-decided': ['secretariat.approver'],
  'lapse-is-near': ['proposer.officer', 'proposer.certifier', 'secretariat.officer'],
  'lapse-may-be-decided': ['secretariat.approver'],
  'review-is-late': ['secretariat.approver'],
  'reminded-again': ['proposer.officer'],
  'left-to-secretariat': ['secretariat.officer'],
};

/** `last`: how many days before the due day the city is reminded last; the certifier hears of that too. */
export function recipientsOf({ type, data }: Event, last: number): readonly To[] {
  if (type !== 'RungReached') return RECIPIENTS[type] ?? [];
  const { rung, days } = data as { readonly rung: RungName; readonly days: number };
  return rung === 'reminded' && days <= last ? ['proposer.officer', 'proposer.certifier'] : (OF_RUNGS[rung] ?? []);
}
