import { isEqual, read } from './exact.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

const PROPOSED = ['ProjectDrafted', 'ProjectRevised'];
const SUBMITTED = ['ProjectSubmitted', 'InformationProvided'];

/**
 * 15. What is submitted adds up to the minor unit. Each criterion of a screening has one answer, with a reason unless it is "yes", and what is
 * eligible has none of those. Each report answers what was planned for its milestone, in the planned unit. What its verdict accepts is another
 * value of an indicator that it reports, with its reason. An inspection has files and an answer for each criterion, confirms as a whole only what meets all of
 * them, and has its reason in a verdict in full against it.
 */
export function proposalsAreKept({ project }: Stored): Finding {
  const { check, result } = finding();
  for (const [id, events] of streamsOf(project, 'prj')) {
    for (const { type, data } of events) checkScreened(id, type, data.checks ?? [], check);
    for (const { version } of events.filter(({ type }) => SUBMITTED.includes(type))) {
      const proposal = proposalBefore(events, version);
      const asked = minor(proposal.target);
      const planned = sum((proposal.milestones ?? []).map(({ amount }: { amount: object }) => amount));
      check(planned === asked, () => `the milestones of ${id} are planned with ${planned} of ${asked}`);
      if (!proposal.cost || asked === 0n) continue;
      const items = [
        proposal.target,
        proposal.ownContribution,
        ...(proposal.otherSources ?? []).map(({ amount }: { amount: object }) => amount),
      ];
      check(sum(items) === minor(proposal.cost), () => `${id} costs ${minor(proposal.cost)}, of which ${sum(items)} is itemised`);
    }
  }
  for (const [id, events] of streamsOf(project, 'mst')) {
    const { project: of, number } = events[0]?.data ?? {};
    const plan = plannedFor(proposalBefore(project.byStream.get(of) ?? [], Number.POSITIVE_INFINITY), number);
    for (const { data } of events.filter(({ type }) => type === 'MilestoneReportSubmitted'))
      for (const { code, unit } of plan) {
        const answer = (data.indicators ?? []).find((each: { code: string }) => each.code === code);
        check(
          answer?.notAvailable === true || answer?.unit === unit,
          () => `report ${data.report} on ${id} does not answer ${code} in ${unit}, as was planned`,
        );
      }
    for (const { data } of events.filter(({ type }) => type === 'MilestoneVerified')) checkAccepted(id, events, data, check);
    checkInspected(id, events, check);
  }
  return result();
}

const IN_FULL = 10_000;

type Check = (isSo: boolean, fault: () => string) => void;
type Found = { readonly criterion: string; readonly answer: string; readonly note?: string };

/** Of what earlier versions decided nothing is said. */
function checkScreened(id: string, type: string, found: readonly Found[], check: Check): void {
  checkCriteria(`${type} of ${id}`, found, check);
  for (const { criterion } of found.filter(({ answer }) => answer === 'no'))
    check(type !== 'ProjectDeclaredEligible', () => `${id} is eligible and does not meet ${criterion}`);
}

function checkCriteria(what: string, found: readonly Found[], check: Check): void {
  for (const [index, { criterion, answer, note = '' }] of found.entries()) {
    const isOnce = found.findIndex((each) => each.criterion === criterion) === index;
    check(isOnce && (answer === 'yes' || note !== ''), () => `${what} says ${answer} of ${criterion} twice, or without a reason`);
  }
}

function checkInspected(id: string, events: readonly Recorded[], check: Check): void {
  let newest: Recorded | undefined;
  for (const event of events) {
    const { type, data } = event;
    if (type === 'MilestoneInspected') {
      const { inspection, checks = [], evidence = [], conclusion, note = '' } = data;
      const what = `inspection ${inspection} of ${id}`;
      const isMet = checks.every(({ answer }: Found) => answer !== 'no');
      checkCriteria(what, checks, check);
      check(evidence.length > 0, () => `${what} has no file`);
      check(conclusion === 'confirmed' ? isMet : note !== '', () => `${what} is ${conclusion} against its answers, or without a reason`);
      newest = event;
    }
    if (type === 'MilestoneVerified' && data.payableBasisPoints === IN_FULL && newest && newest.data.conclusion !== 'confirmed')
      check(Boolean(data.note), () => `${id} is met in full without a reason, against inspection ${newest?.data.inspection}`);
  }
}

type Value = { readonly code: string; readonly value?: string; readonly because?: string; readonly notAvailable?: boolean };

function checkAccepted(
  id: string,
  events: readonly Recorded[],
  { report, accepted = [] }: { readonly report?: number; readonly accepted?: readonly Value[] },
  check: Check,
): void {
  const told = events.find(({ type, data }) => type === 'MilestoneReportSubmitted' && data.report === report)?.data.indicators ?? [];
  for (const [index, { code, value = '', because = '' }] of accepted.entries()) {
    const said: Value | undefined = told.find((each: Value) => each.code === code);
    const isOther = said?.value !== undefined && !isEqual(read(value), read(said.value));
    const isOnce = accepted.findIndex((each) => each.code === code) === index;
    check(
      isOther && said.notAvailable !== true && because !== '' && isOnce,
      () => `the verdict on report ${report} of ${id} accepts ${value} of ${code}, of which it says ${said?.value ?? 'nothing'}`,
    );
  }
}

// biome-ignore lint/suspicious/noExplicitAny: read as stored, on purpose without the code that wrote it
const proposalBefore = (events: readonly Recorded[], version: number): any =>
  events.findLast((event) => PROPOSED.includes(event.type) && event.version < version)?.data.proposal ?? {};

const sum = (amounts: readonly ({ amount?: string } | undefined)[]): bigint => amounts.reduce((all, each) => all + minor(each), 0n);

type Planned = { readonly code: string; readonly unit: string; readonly milestones?: readonly number[] };

/** What a report on the milestone of this number owes. */
function plannedFor(
  { plannedIndicators = [], milestones = [] }: { readonly plannedIndicators?: readonly Planned[]; readonly milestones?: readonly object[] },
  number: number,
): readonly Planned[] {
  return plannedIndicators.filter(({ milestones: at = [] }) => (at.length === 0 ? number === milestones.length : at.includes(number)));
}
