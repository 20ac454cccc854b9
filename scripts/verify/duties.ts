import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

const PAYMENT_STEPS = ['PaymentRequested', 'PaymentApproved', 'PaymentInstructed', 'PaymentSettled'];

/** 4. No payment without a verified milestone: the registry's own record says so, for the very report that the request names. */
export function paymentsRestOnVerdicts({ disbursement, project }: Stored): Finding {
  const { check, result } = finding();
  for (const { stream, data } of disbursement.events.filter(({ type }) => type === 'PaymentRequested')) {
    const verdict = verdictOf(project.byStream.get(data.milestone) ?? [], data.report);
    check(
      verdict !== undefined,
      () => `payment ${data.payment} of ${stream} rests on report ${data.report} of ${data.milestone}, which is not verified`,
    );
  }
  return result();
}

const verdictOf = (events: readonly Recorded[], report: number): Recorded | undefined =>
  events.find(({ type, data }) => type === 'MilestoneVerified' && data.report === report);

/** 5. Submitted, verified, requested and approved by different persons; offers and projects approved by others than those who prepared them. */
export function dutiesAreSeparate(stored: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(stored.disbursement, 'agr')) {
    for (const { person, data, type } of events.filter((event) => PAYMENT_STEPS.includes(event.type))) {
      check(person === data.by, () => `${type} of ${data.payment} in ${agreement} says ${data.by}, but ${person} acted`);
    }
    for (const approval of events.filter(({ type }) => type === 'PaymentApproved')) {
      const request = events.findLast(
        ({ type, version, data }) => type === 'PaymentRequested' && data.payment === approval.data.payment && version < approval.version,
      );
      const milestone = stored.project.byStream.get(request?.data.milestone) ?? [];
      const submitted = milestone.find(({ type, data }) => type === 'MilestoneReportSubmitted' && data.report === request?.data.report);
      const verified = verdictOf(milestone, request?.data.report);
      const persons = [submitted?.person, verified?.person, request?.person, approval.person];
      check(
        new Set(persons).size === persons.length && !persons.includes(undefined),
        () => `payment ${approval.data.payment} in ${agreement} was submitted, verified, requested and approved by ${persons.join(', ')}`,
      );
    }
  }
  checkOffers(stored, check);
  checkProjects(stored, check);
  return result();
}

type Check = (holds: boolean, fault: () => string) => void;

function checkOffers({ matching }: Stored, check: Check): void {
  for (const [funding, events] of streamsOf(matching, 'fnd')) {
    for (const { person, data } of events.filter(({ type }) => type === 'OfferApproved')) {
      const proposed = events.find(({ type, data: of }) => type === 'OfferProposed' && of.offer === data.offer);
      check(proposed?.person !== person, () => `offer ${data.offer} of ${funding} was proposed and approved by ${person}`);
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
