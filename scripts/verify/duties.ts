import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

const PAYMENT_STEPS = ['PaymentRequested', 'PaymentApproved', 'PaymentInstructed', 'PaymentSettled'];

/** 4. No payment without a verified milestone: the registry's own record says so, for the very report that the request names. */
export function paymentsRestOnVerdicts({ disbursement, project }: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const requests = events.filter(({ type }) => type === 'PaymentRequested');
    for (const { data } of requests) {
      const milestone = project.byStream.get(data.milestone) ?? [];
      const begun = milestone[0]?.data;
      check(
        begun?.agreement === agreement && begun?.number === data.tranche,
        () => `payment ${data.payment} of tranche ${data.tranche} in ${agreement} rests on ${data.milestone}, which is not its milestone`,
      );
      check(
        verdictOf(milestone, data.report) !== undefined,
        () => `payment ${data.payment} of ${agreement} rests on report ${data.report} of ${data.milestone}, which is not verified`,
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

/** 5. Submitted, verified, requested and approved by different persons; offers and projects approved by others than those who prepared them; nobody clears whom he asked about. */
export function dutiesAreSeparate(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(stored.disbursement, 'agr')) {
    for (const { person, data, type } of events.filter((event) => PAYMENT_STEPS.includes(event.type)))
      check(person === data.by, () => `${type} of ${data.payment} in ${agreement} says ${data.by}, but ${person} acted`);
    for (const settlement of events.filter(({ type }) => type === 'PaymentSettled'))
      check(
        stepBefore(events, 'PaymentApproved', settlement) !== undefined,
        () => `payment ${settlement.data.payment} in ${agreement} is settled, but was never approved`,
      );
    for (const approval of events.filter(({ type }) => type === 'PaymentApproved')) checkPayment(stored, agreement, approval, check);
  }
  checkOffers(stored, check);
  checkProjects(stored, check);
  checkMeasures(stored, check);
  checkWaivers(stored, check);
  checkPassports(stored, check);
  return result();
}

/** The last step of this kind that the payment took before. */
const stepBefore = (events: readonly Recorded[], step: string, { version, data }: Recorded): Recorded | undefined =>
  events.findLast((event) => event.type === step && event.data.payment === data.payment && event.version < version);

function checkPayment({ project, disbursement }: Stored, agreement: string, approval: Recorded, check: Check): void {
  const request = stepBefore(disbursement.byStream.get(agreement) ?? [], 'PaymentRequested', approval);
  const milestone = project.byStream.get(request?.data.milestone) ?? [];
  const submitted = milestone.find(({ type, data }) => type === 'MilestoneReportSubmitted' && data.report === request?.data.report);
  const verified = verdictOf(milestone, request?.data.report);
  const persons = [submitted?.person, verified?.person, request?.person, approval.person];
  check(
    new Set(persons).size === persons.length && !persons.includes(undefined),
    () => `payment ${approval.data.payment} in ${agreement} was submitted, verified, requested and approved by ${persons.join(', ')}`,
  );
  check(
    request?.data.submittedBy === submitted?.person && request?.data.verifiedBy === verified?.person,
    () =>
      `payment ${approval.data.payment} in ${agreement} names ${request?.data.submittedBy} and ${request?.data.verifiedBy} for its report, but ${submitted?.person} and ${verified?.person} acted`,
  );
}

type Check = (holds: boolean, fault: () => string) => void;

function checkOffers({ matching }: Stored, check: Check): void {
  for (const [funding, events] of streamsOf(matching, 'fnd')) {
    for (const { person, data, version } of events.filter(({ type }) => type === 'OfferApproved')) {
      const prepared = events.filter((event) => event.version < version && event.data.offer === data.offer && isOfSponsor(event, events));
      check(
        !prepared.some((event) => event.person === person),
        () => `offer ${data.offer} of ${funding} was prepared and approved by ${person}`,
      );
    }
  }
}

/** Whether a sponsor's person gave terms, or accepted those of the proposer. */
function isOfSponsor({ type, data, version }: Recorded, events: readonly Recorded[]): boolean {
  if (type === 'OfferProposed') return true;
  if (type === 'OfferCountered') return data.side === 'sponsor';
  if (type !== 'OfferAccepted') return false;
  const countered = events.findLast(
    (event) => event.type === 'OfferCountered' && event.data.offer === data.offer && event.version < version,
  );
  return countered?.data.side === 'proposer' && countered.data.terms === data.terms;
}

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

/** Nobody judges the subject whose due diligence he asked for last. */
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

function checkProjects({ project }: Stored, check: Check): void {
  for (const [id, events] of streamsOf(project, 'prj')) {
    for (const { person } of events.filter(({ type }) => type === 'ProjectApproved')) {
      const prepared = events
        .filter(({ type }) => type === 'ProjectSubmitted' || type === 'ProjectDeclaredEligible')
        .map((event) => event.person);
      check(!prepared.includes(person), () => `project ${id} was prepared and approved by ${person}`);
    }
  }
}
