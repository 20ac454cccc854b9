import { idFrom } from '@junkan/kit/ids.ts';
import type { Delivery } from '@junkan/kit/messaging/consumer.ts';
import { CONTEXTS, decodeEvent, EVENT_ACTS, type Event } from '@junkan/proto/contexts.ts';
import { agreementIdParts } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { fundingIdParts } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import type { PROGRAMS } from '@junkan/proto/programs.ts';
import type {
  CycleInput,
  EnquiryInput,
  ExchangeInput,
  FundingInput,
  MilestoneInput,
  PassportInput,
  RequestInput,
  ScreeningInput,
  SessionInput,
  SignatoryInput,
} from '../contract.ts';
import {
  cycleId,
  enquiryId,
  exchangeId,
  fundingId,
  milestoneId,
  passportId,
  passportRequestId,
  requestId,
  screeningId,
  sessionId,
  signatoryId,
} from '../contract.ts';

/** A workflow to start, and the streams whose events wake it. */
export type Start = {
  readonly workflow:
    | 'Screening'
    | 'FundingLifecycle'
    | 'MilestoneLifecycle'
    | 'Passport'
    | 'Signatory'
    | 'Exchange'
    | 'Request'
    | 'Session'
    | 'Cycle'
    | 'Enquiry';
  readonly workflowId: string;
  readonly input:
    | ScreeningInput
    | FundingInput
    | MilestoneInput
    | PassportInput
    | SignatoryInput
    | ExchangeInput
    | RequestInput
    | SessionInput
    | CycleInput
    | EnquiryInput;
  readonly streams: readonly string[];
};

/** What a start is made of: the event, where it was recorded, and its chain. */
type Recorded = Pick<Delivery, 'stream' | 'event' | 'correlationId'>;

/** An event of one type, with its data, where it was recorded, and its chain. */
type Of<Type extends Event['type']> = Pick<Recorded, 'stream' | 'correlationId'> & {
  readonly data: Extract<Event, { readonly type: Type }>['data'];
};
/** The contexts whose events workflows hear of. */
export type ContextRead = (typeof PROGRAMS.workflows.reads)[number];
type TypeRead = { [Context in ContextRead]: keyof (typeof CONTEXTS)[Context]['MESSAGES'] }[ContextRead];
type Table<Result> = { readonly [Type in TypeRead]?: (of: Of<Type>) => Result };

/** The same value under each of these words. A table over all words of a list stays total with it, and short: the compiler names a new word. */
const each = <const Word extends string, Value>(value: Value, ...words: readonly Word[]): Readonly<Record<Word, Value>> =>
  Object.fromEntries(words.map((word) => [word, value])) as Record<Word, Value>;

/** Of an award, and of a call for projects. */
const begunCycle = ({ stream: cycle, correlationId }: Of<'AwardCycleDrafted' | 'CallDrafted'>): Start => ({
  workflow: 'Cycle',
  workflowId: cycleId(cycle),
  input: { cycle, correlationId },
  streams: [cycle],
});

/** Of a city that is heard of, or heard of again. */
const begunSignatory = ({
  stream: signatory,
  data: { attempt, declaration },
  correlationId,
}: Of<'InterestExpressed' | 'CityInvited'>): Start => ({
  workflow: 'Signatory',
  workflowId: signatoryId(signatory, attempt),
  input: { signatory, attempt, correlationId },
  // A newer version of the declaration concerns all who have signed an earlier one.
  streams: [signatory, declaration],
});

/** Which events start a workflow. */
const STARTS: Table<Start> = {
  ProjectSubmitted: ({ stream: project, data: { submission }, correlationId }) => ({
    workflow: 'Screening',
    workflowId: screeningId(project, submission),
    input: { project, submission, correlationId },
    streams: [`screening/${project}`],
  }),
  ProjectOpenedToSponsors({ stream: project, data: { round }, correlationId }) {
    const funding = idFrom(...fundingIdParts(project, round));
    const agreement = idFrom(...agreementIdParts(funding));
    const input = { project, round, funding, agreement, correlationId };
    return {
      workflow: 'FundingLifecycle',
      workflowId: fundingId(project, round),
      input,
      streams: [`funding/${project}`, funding, agreement],
    };
  },
  MilestoneBegun: ({ stream: milestone, data: { agreement, number: tranche }, correlationId }) => ({
    workflow: 'MilestoneLifecycle',
    workflowId: milestoneId(milestone),
    input: { milestone, agreement, tranche, correlationId },
    streams: [milestone, `measures/${agreement}`],
  }),
  DueDiligenceRequested: ({ stream: passport, data: { request }, correlationId }) => ({
    workflow: 'Passport',
    workflowId: passportRequestId(passport, request),
    input: { passport, clearance: 0, request, correlationId },
    streams: [passport],
  }),
  ExchangeInvited: ({ stream: exchange, correlationId }) => ({
    workflow: 'Exchange',
    workflowId: exchangeId(exchange),
    input: { exchange, correlationId },
    streams: [exchange],
  }),
  SupportRequested: ({ stream: request, correlationId }) => ({
    workflow: 'Request',
    workflowId: requestId(request),
    input: { request, correlationId },
    streams: [request],
  }),
  SessionScheduled: ({ stream: session, correlationId }) => ({
    workflow: 'Session',
    workflowId: sessionId(session),
    input: { session, correlationId },
    streams: [session],
  }),
  EnquiryReceived: ({ stream: enquiry, correlationId }) => ({
    workflow: 'Enquiry',
    workflowId: enquiryId(enquiry),
    input: { enquiry, correlationId },
    streams: [enquiry],
  }),
  AwardCycleDrafted: begunCycle,
  CallDrafted: begunCycle,
  InterestExpressed: begunSignatory,
  CityInvited: begunSignatory,
  SubjectCleared: ({ stream: passport, data: { clearance }, correlationId }) => ({
    workflow: 'Passport',
    workflowId: passportId(passport, clearance),
    input: { passport, clearance, correlationId },
    streams: [passport],
  }),
};

type InStream = Pick<Recorded, 'stream'>;
const itself = ({ stream }: InStream): string[] => [stream];
const screeningOf = ({ stream }: InStream): string[] => [`screening/${stream}`];
const withMilestones = ({ stream }: InStream): string[] => [stream, `measures/${stream}`];
const milestoneOf = ({ data: { milestone } }: { readonly data: { readonly milestone: string } }): string[] =>
  milestone === '' ? [] : [milestone];
const withMilestone = (of: InStream & Parameters<typeof milestoneOf>[0]): string[] => [of.stream, ...milestoneOf(of)];
const fundingOf = ({ stream }: InStream): string[] => [`funding/${stream}`];

const nobody = (): string[] => [];
/** What was handed in, returned or accepted moves the ladder of its signatory. */
const signatoryOf = ({ data: { signatory } }: { readonly data: { readonly signatory: string } }): string[] => [signatory];
/** The report of a group moves the ladders of its members, too. */
const signatoriesOf = ({
  data: { signatory, members },
}: {
  readonly data: { readonly signatory: string; readonly members: readonly string[] };
}): string[] => [signatory, ...members];

/** Which events wake whom, by what the workflows have said concerns them, where it is otherwise than BY_STREAM says. */
const WAKES: Table<string[]> = {
  MoreInformationRequested: screeningOf,
  InformationProvided: screeningOf,
  ProjectDeclaredEligible: screeningOf,
  ProjectDeclaredIneligible: screeningOf,
  // Its screening has waited for this, where it was to be opened by a day.
  ProjectOpenedToSponsors: screeningOf,
  EnvelopeEndMoved: ({ data: { fundings } }) => [...fundings],
  ProjectApproved: fundingOf,
  ProjectRefused: fundingOf,
  ProjectClosed: fundingOf,
  FundingReachedTarget: itself,
  AgreementBecameEffective: itself,
  AgreementSuspended: withMilestones,
  AgreementResumed: withMilestones,
  AgreementTerminationBegun: itself,
  AgreementTerminated: withMilestones,
  AgreementAmended: withMilestones,
  TrancheReduced: withMilestones,
  PaymentHeld: milestoneOf,
  HoldReleased: milestoneOf,
  AgreementPaidInFull: itself,
  PaymentSettlementReported: milestoneOf,
  PaymentFailureReported: milestoneOf,
  // What is left to be paid holds up the closing of the project.
  PaymentObjectedTo: withMilestone,
  PaymentReturnReported: withMilestone,
  PaymentReversalReported: withMilestone,
  PaymentReturned: withMilestone,
  SettlementReversed: withMilestone,
  PaymentMistakeReported: withMilestone,
  OutcomeReversed: withMilestone,
  PaymentFailed: milestoneOf,
  // A verdict waits for an advance of its tranche that is under way.
  PaymentRefused: milestoneOf,
  PaymentSettled: milestoneOf,
  DeclarationPublished: itself,
  AssessmentSignedOff: signatoryOf,
  PlanSubmitted: signatoryOf,
  PlanReturned: signatoryOf,
  PlanAccepted: signatoryOf,
  ReportSubmitted: signatoriesOf,
  ReportReturned: signatoriesOf,
  ReportAccepted: signatoriesOf,
  ...each(
    nobody,
    ...(['ProjectDrafted', 'ProjectRevised', 'ProjectSubmitted', 'ProjectClosureProposed', 'ProjectClosureRefused'] as const),
    ...(['OfferAccepted', 'AgreementSigned', 'DueDiligenceRequested', 'ClearanceReliedOn'] as const),
    ...(['PaymentRequested', 'PaymentApproved', 'PaymentInstructed'] as const),
    ...(['GuaranteeCalled', 'ReceiptRecorded', 'DrawingAccepted', 'DrawingRejected'] as const),
    ...(['ClaimReportedPaid', 'ClaimPaid', 'ClaimObjectedTo', 'ClaimMistakeReported', 'ClaimReversed'] as const),
  ),
};

/**
 * Which workflow an act of a person wakes, by the kind of its stream; an unnecessary wake-up does no harm. Workflows know their own acts.
 */
const BY_STREAM: Readonly<Record<string, (of: InStream) => string[]>> = {
  project: (of) => [...screeningOf(of), ...fundingOf(of)],
  funding: itself,
  agreement: itself,
  milestone: itself,
  passport: itself,
  signatory: itself,
  exchange: itself,
  'support-request': itself,
  'training-session': itself,
  'award-cycle': itself,
  enquiry: itself,
  'project-call': itself,
};

const isActOfPerson = (type: Event['type']): boolean => EVENT_ACTS[type].some((act) => act !== 'system');

const WOKEN: Table<string[]> = {
  ...Object.fromEntries(
    Object.values(CONTEXTS).flatMap(({ EVENTS }) =>
      Object.entries(EVENTS).flatMap(([aggregate, messages]) => {
        const types = (Object.keys(messages) as Event['type'][]).filter(isActOfPerson);
        const woken = BY_STREAM[aggregate];
        return woken ? types.map((type) => [type, woken]) : [];
      }),
    ),
  ),
  ...WAKES,
};

export const startOf = (recorded: Recorded): Start | undefined => resultOf(STARTS, recorded);
export const wokenBy = (recorded: Recorded): readonly string[] => resultOf(WOKEN, recorded) ?? [];

/** What cannot be read is not recognised either: it holds up nothing that comes after it. */
export function eventIn({ event: { type, data } }: Pick<Recorded, 'event'>): Event | Unrecognised {
  try {
    return decodeEvent(type, data);
  } catch {
    return 'unrecognised';
  }
}

/** Only the table's own entries: an event may bear any name. */
function resultOf<Result>(table: Table<Result>, recorded: Recorded): Result | undefined {
  const { stream, correlationId } = recorded;
  const { type } = recorded.event;
  if (!Object.hasOwn(table, type)) return undefined;
  const event = eventIn(recorded);
  // The table types each entry by its own event, so the entry of this type takes this data.
  const entry = table[type as TypeRead] as ((of: Of<TypeRead>) => Result) | undefined;
  return event === 'unrecognised' ? undefined : entry?.({ stream, data: event.data, correlationId });
}
