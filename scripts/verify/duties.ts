import { UNDONE } from './agreements.ts';
import { checkBankAccounts } from './bank-accounts.ts';
import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';
import { isRelease } from './retention.ts';
import { checkSignOffs } from './sign-offs.ts';
import { checkSignatories } from './signatory-pairs.ts';

const BANK_REPORTS = [
  'PaymentSettlementReported',
  'PaymentFailureReported',
  'PaymentReturnReported',
  'PaymentReversalReported',
  'PaymentMistakeReported',
];
const BANK_OUTCOMES = ['PaymentSettled', 'PaymentFailed', 'OutcomeReversed', ...UNDONE];
const PAYMENT_STEPS = [
  'PaymentRequested',
  'PaymentApprovedOnce',
  'PaymentApproved',
  'PaymentInstructed',
  ...BANK_REPORTS,
  ...BANK_OUTCOMES,
];

/** 4. No payment without a verified milestone: the registry's own record says so, for exactly the report that the request names. */
export function paymentsRestOnVerdicts({ disbursement, project }: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const requests = events.filter(({ type }) => type === 'PaymentRequested');
    for (const request of requests) {
      const { data } = request;
      const milestone = project.byStream.get(data.milestone) ?? [];
      const begun = milestone[0]?.data;
      check(
        // The release of a retained amount depends on the last of all milestones.
        begun?.agreement === agreement && (begun?.number === data.tranche || isRelease(request)),
        () => `payment ${data.payment} of tranche ${data.tranche} in ${agreement} is for ${data.milestone}, which is not its milestone`,
      );
      // An advance depends on the proposer's request.
      const asked = events.find((event) => event.type === 'AdvanceAsked' && event.data.advance === data.advance);
      check(
        data.advance ? asked !== undefined : verdictOf(milestone, data.report) !== undefined,
        () => `payment ${data.payment} of ${agreement} is for report ${data.report} of ${data.milestone}, which is not verified`,
      );
    }
    for (const { version, data } of events.filter(({ type }) => type === 'PaymentSettled'))
      check(
        requests.some((request) => request.data.payment === data.payment && request.version < version),
        () => `payment ${data.payment} of ${agreement} is settled, but was never requested`,
      );
  }
  return result();
}

const verdictOf = (events: readonly Recorded[], report: number): Recorded | undefined =>
  events.find(({ type, data }) => type === 'MilestoneVerified' && data.report === report);

const APPROVALS: readonly Recorded['type'][] = ['PaymentApprovedOnce', 'PaymentApproved'];
/** Of these the event names who requested the payment, where the three who had a part in it are to be three persons. */
const TOLD_BY_THREE: readonly Recorded['type'][] = ['PaymentSettled', 'PaymentFailed', 'PaymentReturned'];

/**
 * 5. Submitted, verified, requested and approved by different persons; offers and projects approved by others than those who prepared them,
 * bank accounts confirmed by others than those who named them, reports signed off by others than those who wrote them; nobody signs for two
 * parties, or clears a subject for which they requested the clearance; projects are closed by two. Declarations, signatures, admissions and suspensions are of two. What the requester says by a statement, or says to have failed or come back, no approver confirms.
 */
export function dutiesAreSeparate(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(stored.disbursement, 'agr')) {
    for (const { person, data, type } of events.filter((event) => PAYMENT_STEPS.includes(event.type)))
      check(person === data.by, () => `${type} of ${data.payment} in ${agreement} says ${data.by}, but ${person} acted`);
    for (const { data, version, type, person } of events.filter((event) => TOLD_BY_THREE.includes(event.type))) {
      const approved = events.filter(
        (each) => APPROVALS.includes(each.type) && each.data.payment === data.payment && each.version < version,
      );
      // An earlier version does not say who requested it.
      check(
        !data.requestedBy || data.requestedBy !== data.reportedBy || !approved.some((approval) => approval.person === person),
        () =>
          `${type} of ${data.payment} in ${agreement} is said by ${data.reportedBy}, who requested it, and by ${person}, who approved it`,
      );
    }
    for (const settlement of events.filter(({ type }) => type === 'PaymentSettled'))
      check(
        stepBefore(events, 'PaymentApproved', settlement) !== undefined,
        () => `payment ${settlement.data.payment} in ${agreement} is settled, but was never approved`,
      );
    for (const approval of events.filter(({ type }) => type === 'PaymentApproved')) checkPayment(stored, agreement, approval, check);
    checkReporters(stored, agreement, events, check);
    checkConfirmations(agreement, events, check);
  }
  checkSignOffs(stored, check);
  checkOffers(stored, check);
  checkProjects(stored, check);
  checkClosures(stored, check);
  checkSignatures(stored, check);
  checkMeasures(stored, check);
  checkWaivers(stored, check);
  checkPassports(stored, check);
  checkBankAccounts(stored, check);
  checkSignatories(stored, check);
  return result();
}

/** The last step of this kind that the payment took before. */
const stepBefore = (events: readonly Recorded[], step: string, { version, data }: Recorded): Recorded | undefined =>
  events.findLast((event) => event.type === step && event.data.payment === data.payment && event.version < version);

function checkPayment({ project, disbursement }: Stored, agreement: string, approval: Recorded, check: Check): void {
  const request = stepBefore(disbursement.byStream.get(agreement) ?? [], 'PaymentRequested', approval);
  const milestone = project.byStream.get(request?.data.milestone) ?? [];
  const { advance } = request?.data ?? {};
  const asked = (disbursement.byStream.get(agreement) ?? []).find(({ type, data }) => type === 'AdvanceAsked' && data.advance === advance);
  const submitted = advance
    ? asked
    : milestone.find(({ type, data }) => type === 'MilestoneReportSubmitted' && data.report === request?.data.report);
  const verified = verdictOf(milestone, request?.data.report);
  const first = stepBefore(disbursement.byStream.get(agreement) ?? [], 'PaymentApprovedOnce', approval);
  const others = first && first.version > (request?.version ?? 0) ? [first.person] : [];
  const persons = [submitted?.person, ...(advance ? [] : [verified?.person]), request?.person, approval.person, ...others];
  check(
    new Set(persons).size === persons.length && !persons.includes(undefined),
    () => `payment ${approval.data.payment} in ${agreement} was submitted, verified, requested and approved by ${persons.join(', ')}`,
  );
  check(
    request?.data.submittedBy === submitted?.person && (request?.data.verifiedBy || undefined) === verified?.person,
    () =>
      `payment ${approval.data.payment} in ${agreement} names ${request?.data.submittedBy} and ${request?.data.verifiedBy} for its report, but ${submitted?.person} and ${verified?.person} acted`,
  );
}

/** Nobody who submitted any report of the milestone, or uploaded a file that it cites, acts on its verdict or its money. */
function checkReporters({ project }: Stored, agreement: string, events: readonly Recorded[], check: Check): void {
  for (const { type, person, data } of events.filter((event) => PAYMENT_STEPS.includes(event.type))) {
    const milestone = project.byStream.get(data.milestone) ?? [];
    const reports = milestone.filter((event) => event.type === 'MilestoneReportSubmitted');
    const reporters = [...new Set(reports.flatMap((event) => [event.person, ...preparersOf(event)]))];
    const judges = milestone.filter((event) => JUDGING.includes(event.type)).map((event) => event.person);
    check(!reporters.includes(person), () => `${type} of ${data.payment} in ${agreement} is by ${person}, who reported on its milestone`);
    check(
      !judges.some((judge) => reporters.includes(judge)),
      () => `${data.milestone} was judged by ${judges.join(', ')}, and reported on by ${reporters.join(', ')}`,
    );
  }
}

const preparersOf = ({ data }: Recorded): string[] => [...(data.uploadedBy ?? []), ...(data.preparedBy ?? [])];

const JUDGING = ['MilestoneInspected', 'MilestoneReportReturned', 'MilestoneVerified', 'MilestoneRejected'];

/** What the bank did is reported by one person and confirmed by another; where no report is named, an earlier version recorded it. */
function checkConfirmations(agreement: string, events: readonly Recorded[], check: Check): void {
  for (const { type, person, data } of events.filter(({ type, data }) => BANK_OUTCOMES.includes(type) && data.report > 0)) {
    const reported = events.find(
      (event) => BANK_REPORTS.includes(event.type) && event.data.payment === data.payment && event.data.report === data.report,
    );
    check(
      reported !== undefined && reported.person !== person && data.reportedBy === reported.person,
      () => `${type} of ${data.payment} in ${agreement} was reported by ${reported?.person ?? 'nobody'} and confirmed by ${person}`,
    );
  }
}

type Check = (holds: boolean, fault: () => string) => void;

function checkOffers({ matching }: Stored, check: Check): void {
  for (const [funding, events] of streamsOf(matching, 'fnd')) {
    for (const { person, data, version } of events.filter(({ type }) => type === 'OfferApproved')) {
      const prepared = events.filter(
        (event) => event.version < version && event.data.offer === data.offer && PREPARING.includes(event.type),
      );
      check(
        !prepared.some((event) => event.person === person),
        () => `offer ${data.offer} of ${funding} was prepared and approved by ${person}`,
      );
    }
  }
}

/** What gives an offer its terms, on either side. */
const PREPARING = ['OfferProposed', 'OfferCountered', 'OfferAgreed', 'OfferAccepted'];

/** A measure is never approved by who proposed it, nor twice by one person. */
function checkMeasures({ disbursement }: Stored, check: Check): void {
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    for (const proposed of events.filter(({ type }) => type === 'MeasureProposed')) {
      const { measure } = proposed.data;
      const approvals = events.filter(({ type, data }) => type === 'MeasureApproved' && data.measure === measure);
      const persons = [proposed.person, ...approvals.map(({ person }) => person)];
      check(new Set(persons).size === persons.length, () => `measure ${measure} of ${agreement} was decided by ${persons.join(', ')}`);
      const effect = events.find(({ type, data }) => EFFECTS.includes(type) && data.measure === measure);
      const given = new Set(approvals.map(({ data }) => data.party));
      check(
        effect === undefined || (proposed.data.needed ?? []).every((party: string) => given.has(party)),
        () => `measure ${measure} of ${agreement} took effect with the approval of ${[...given].join(', ') || 'nobody'} only`,
      );
    }
  }
}

const EFFECTS = ['AgreementSuspended', 'AgreementResumed', 'AgreementTerminated', 'AgreementAmended'];

function checkWaivers({ project }: Stored, check: Check): void {
  for (const [milestone, events] of streamsOf(project, 'mst')) {
    for (const waived of events.filter(({ type }) => type === 'MilestoneWaived')) {
      const proposed = events.find(({ type, data }) => type === 'MilestoneWaiverProposed' && data.waiver === waived.data.waiver);
      check(
        proposed !== undefined && proposed.person !== waived.person,
        () => `milestone ${milestone} was waived by ${waived.person}, proposed by ${proposed?.person ?? 'nobody'}`,
      );
    }
  }
}

const JUDGEMENTS = ['SubjectCleared', 'SubjectFlagged', 'ClearanceRevoked'];

/** Nobody judges the subject whose due diligence they requested last. */
function checkPassports({ sponsor }: Stored, check: Check): void {
  for (const [passport, events] of streamsOf(sponsor, 'ddp')) {
    for (const { type, version, person } of events.filter((event) => JUDGEMENTS.includes(event.type))) {
      const requested = events.findLast((event) => event.type === 'DueDiligenceRequested' && event.version < version);
      check(
        requested !== undefined && requested.person !== person,
        () => `${type} of ${passport} is by ${person}, the review was asked for by ${requested?.person ?? 'nobody'}`,
      );
    }
  }
}

const PROPOSING = ['ProjectDrafted', 'ProjectRevised', 'ProjectSubmitted', 'InformationProvided'];
const SCREENING = ['MoreInformationRequested', 'ProjectDeclaredEligible', 'ProjectOpenedToSponsors'];

/** A project is closed by another person than the one who proposed it; where no proposal is named, an earlier version closed it. */
function checkClosures({ project }: Stored, check: Check): void {
  for (const [id, events] of streamsOf(project, 'prj')) {
    for (const { person, data } of events.filter(({ type, data }) => type === 'ProjectClosed' && data.closure > 0)) {
      const proposed = events.find((event) => event.type === 'ProjectClosureProposed' && event.data.closure === data.closure);
      check(
        proposed !== undefined && proposed.person !== person,
        () => `project ${id} was closed by ${person}, proposed by ${proposed?.person ?? 'nobody'}`,
      );
    }
  }
}

/** Each party of a draft signs by its own person, and the person who prepared the proposal does not sign for its proposer. */
function checkSignatures({ disbursement, project }: Stored, check: Check): void {
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const drafted = events.findLast(({ type }) => type === 'AgreementDrafted');
    const signed = events.filter(({ type, version }) => type === 'AgreementSigned' && version > (drafted?.version ?? 0));
    const persons = signed.map(({ person }) => person);
    check(new Set(persons).size === persons.length, () => `${agreement} was signed by ${persons.join(', ')}`);
    const proposing = (project.byStream.get(drafted?.data.project) ?? []).filter(({ type }) => PROPOSING.includes(type));
    const own = signed.find(({ data }) => data.party === drafted?.data.proposer);
    check(
      !proposing.some(({ person }) => person === own?.person),
      () => `${agreement} was signed for its proposer by ${own?.person}, who prepared the proposal`,
    );
  }
}

function checkProjects({ project }: Stored, check: Check): void {
  for (const [id, events] of streamsOf(project, 'prj')) {
    for (const { person, version } of events.filter(({ type }) => type === 'ProjectApproved')) {
      // Before it: who approved one round may open the next.
      const prepared = events
        .filter((event) => event.version < version && (PROPOSING.includes(event.type) || SCREENING.includes(event.type)))
        .map((event) => event.person);
      check(!prepared.includes(person), () => `project ${id} was prepared and approved by ${person}`);
    }
  }
}
