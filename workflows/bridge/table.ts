import { idFrom } from '@junkan/kit/ids.ts';
import type { Delivery } from '@junkan/kit/messaging/consumer.ts';
import type { FundingInput, MilestoneInput, PassportInput, ScreeningInput } from '../contract.ts';
import { fundingId, milestoneId, passportId, passportRequestId, screeningId } from '../contract.ts';

/** A workflow to start, and the streams whose events wake it. */
export type Start = {
  readonly workflow: 'Screening' | 'FundingLifecycle' | 'MilestoneLifecycle' | 'Passport';
  readonly workflowId: string;
  readonly input: ScreeningInput | FundingInput | MilestoneInput | PassportInput;
  readonly streams: readonly string[];
};

/** What a start is made of: the event, where it was recorded, and its chain. */
type Recorded = Pick<Delivery, 'stream' | 'event' | 'correlationId'>;

/** Which events start a workflow. */
const STARTS: Record<string, (delivery: Recorded) => Start> = {
  ProjectSubmitted({ stream: project, event, correlationId }) {
    const submission = Number(event.data['submission']);
    return {
      workflow: 'Screening',
      workflowId: screeningId(project, submission),
      input: { project, submission, correlationId },
      streams: [`screening/${project}`],
    };
  },
  ProjectOpenedToSponsors({ stream: project, event, correlationId }) {
    const round = Number(event.data['round']);
    const funding = idFrom('fnd', project, round);
    const agreement = idFrom('agr', funding);
    const input = { project, round, funding, agreement, correlationId };
    return {
      workflow: 'FundingLifecycle',
      workflowId: fundingId(project, round),
      input,
      streams: [`funding/${project}`, funding, agreement],
    };
  },
  MilestoneBegun({ stream: milestone, event, correlationId }) {
    const input = { milestone, agreement: String(event.data['agreement']), tranche: Number(event.data['number']), correlationId };
    return {
      workflow: 'MilestoneLifecycle',
      workflowId: milestoneId(milestone),
      input,
      streams: [milestone, `measures/${input.agreement}`],
    };
  },
  DueDiligenceRequested({ stream: passport, event, correlationId }) {
    const request = Number(event.data['request']);
    return {
      workflow: 'Passport',
      workflowId: passportRequestId(passport, request),
      input: { passport, clearance: 0, request, correlationId },
      streams: [passport],
    };
  },
  SubjectCleared({ stream: passport, event, correlationId }) {
    const clearance = Number(event.data['clearance']);
    return {
      workflow: 'Passport',
      workflowId: passportId(passport, clearance),
      input: { passport, clearance, correlationId },
      streams: [passport],
    };
  },
};

const itself = ({ stream }: Delivery): string[] => [stream];
const screeningOf = ({ stream }: Delivery): string[] => [`screening/${stream}`];
const withMilestones = ({ stream }: Delivery): string[] => [stream, `measures/${stream}`];
const milestoneOf = ({ event }: Delivery): string[] => [String(event.data['milestone'])];
const fundingOf = ({ stream }: Delivery): string[] => [`funding/${stream}`];

/** Which events wake whom, by what the workflows have said concerns them. An event that is not here wakes nobody. */
const WAKES: Record<string, (delivery: Delivery) => string[]> = {
  MoreInformationRequested: screeningOf,
  InformationProvided: screeningOf,
  ProjectDeclaredEligible: screeningOf,
  ProjectDeclaredIneligible: screeningOf,
  // Its screening has waited for this, where it was to be opened by a day.
  ProjectOpenedToSponsors: screeningOf,
  ProjectWithdrawn: (delivery) => [...screeningOf(delivery), ...fundingOf(delivery)],
  ProjectApproved: fundingOf,
  ProjectRefused: fundingOf,
  ProjectClosed: fundingOf,
  OfferProposed: itself,
  OfferCountered: itself,
  OfferAgreed: itself,
  OfferDeclined: itself,
  OfferRetracted: itself,
  FundingReachedTarget: itself,
  OfferApproved: itself,
  OfferWithdrawn: itself,
  AgreementBecameEffective: itself,
  AgreementVoided: itself,
  MeasureProposed: itself,
  MeasureApproved: itself,
  MeasureRefused: itself,
  AgreementSuspended: withMilestones,
  AgreementResumed: withMilestones,
  AgreementTerminationBegun: itself,
  AgreementTerminated: withMilestones,
  AgreementAmended: withMilestones,
  TrancheReduced: withMilestones,
  AgreementPaidInFull: itself,
  MilestoneReportSubmitted: itself,
  MilestoneReportReturned: itself,
  MilestoneVerified: itself,
  MilestoneRejected: itself,
  // So that the milestone knows all that was carried to it before the waiver is approved.
  MilestoneWaiverProposed: itself,
  MilestoneWaived: itself,
  // The clearance before it is over.
  SubjectCleared: itself,
  SubjectFlagged: itself,
  ClearanceRevoked: itself,
  MilestoneWaiverRefused: itself,
  PaymentSettlementReported: milestoneOf,
  PaymentFailureReported: milestoneOf,
  PaymentObjectedTo: milestoneOf,
  PaymentFailed: milestoneOf,
  PaymentSettled: milestoneOf,
};

export const startOf = (recorded: Recorded): Start | undefined => entryOf(STARTS, recorded)?.(recorded);
export const wokenBy = (delivery: Delivery): readonly string[] => entryOf(WAKES, delivery)?.(delivery) ?? [];

/** Every event that starts or wakes somebody. */
export const TYPES: readonly string[] = [...Object.keys(STARTS), ...Object.keys(WAKES)];

/** Only the table's own entries: an event may bear any name. */
const entryOf = <Entry>(table: Record<string, Entry>, { event }: Recorded): Entry | undefined =>
  Object.hasOwn(table, event.type) ? table[event.type] : undefined;
