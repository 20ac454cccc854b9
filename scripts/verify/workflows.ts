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
} from '@junkan/workflows/contract.ts';
import type { WorkflowStatus } from '@junkan/workflows/workflow-status.ts';
import { type Cell, cellsBefore, inCell } from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { OVER } from './peer-exchanges.ts';
import { advancedBefore } from './retention.ts';
import { attemptsIn, ENDS } from './signatory-facts.ts';

/** The kinds of streams from which it follows which workflows there are. */
export const KINDS_OF_WORKFLOWS = ['prj', 'mst', 'ddp', 'agr', 'sgn', 'exc', 'req', 'ses', 'cyc', 'cal', 'enq'];

/** Each workflow that the events call for, by its id: it runs while there is something to wait for, and has completed when there is not. */
export const expectedWorkflows = (stored: Stored): Map<string, Expected[1]> =>
  new Map([
    ...screenings(stored),
    ...fundings(stored),
    ...milestones(stored),
    ...requests(stored),
    ...passports(stored),
    ...signatories(stored),
    ...exchanges(stored),
    ...supportRequests(stored),
    ...sessions(stored),
    ...cycles(stored),
    ...enquiries(stored),
  ]);

/** 10. Every workflow matches its project. */
export function workflowsMatch(all: ReadonlyMap<string, string>, statuses: readonly WorkflowStatus[], stuck: readonly string[]): Finding {
  const { check, result } = finding();
  const expected = new Map(all);
  for (const { workflowId, status } of statuses) {
    const right = expected.get(workflowId);
    check(
      right !== undefined && (status === right || right === 'EITHER'),
      () => `workflow ${workflowId} is ${status}, ${right === undefined ? 'and nothing needs it' : `but should be ${right}`}`,
    );
    expected.delete(workflowId);
  }
  for (const id of stuck) check(false, () => `workflow ${id} was woken, and does not become idle`);
  // Of what has ended none is needed: a restored installation has only those that still run.
  for (const [id, right] of expected) check(right !== 'RUNNING', () => `workflow ${id} should be ${right}, but was never started`);
  return result();
}

type Expected = [string, 'RUNNING' | 'COMPLETED' | 'EITHER'];
const running = (is: boolean): Expected[1] => (is ? 'RUNNING' : 'COMPLETED');
const has = (events: readonly Recorded[], ...types: readonly Recorded['type'][]): boolean =>
  events.some(({ type }) => types.includes(type));

/** A submission's workflow lives until it is found ineligible or withdrawn, or is open; an eligible one without a day for that waits no more. */
function screenings({ project }: Stored): Expected[] {
  return streamsOf(project, 'prj').flatMap(([id, events]) => {
    const submissions = events.filter(({ type }) => type === 'ProjectSubmitted');
    return submissions.map(({ data: { submission } }): Expected => {
      const after = events.filter(({ data }) => data.submission === submission);
      const eligible = after.find(({ type }) => type === 'ProjectDeclaredEligible');
      const isOpened = eligible !== undefined && (!eligible.data.openingDue || has(events, 'ProjectOpenedToSponsors'));
      const isOver = isOpened || has(after, 'ProjectDeclaredIneligible') || has(events, 'ProjectWithdrawn');
      return [screeningId(id, submission), running(!isOver)];
    });
  });
}

/**
 * A round's workflow lives until the project is left unfunded, refused or withdrawn, or is closed or terminated with its
 * agreement ended; in a later round, only that one's lives.
 */
function fundings({ project, disbursement }: Stored): Expected[] {
  const ended = new Set(
    streamsOf(disbursement, 'agr').flatMap(([, events]) =>
      has(events, 'AgreementEnded') ? [`${events[0]?.data.project}/${events[0]?.data.round}`] : [],
    ),
  );
  return streamsOf(project, 'prj').flatMap(([id, events]) =>
    events
      .filter(({ type }) => type === 'ProjectOpenedToSponsors')
      .map(({ data: { round } }): Expected => {
        const after = events.filter(({ data }) => data.round === round);
        const isOver =
          has(after, 'ProjectLeftUnfunded', 'ProjectRefused') ||
          has(events, 'ProjectWithdrawn') ||
          (has(after, 'ProjectClosed', 'ProjectTerminated') && ended.has(`${id}/${round}`));
        return [fundingId(id, round), running(!isOver)];
      }),
  );
}

/**
 * A milestone's workflow lives until its verdict and every part of its tranche is settled, or until there is nothing to wait for. Where all was
 * settled and some of it came back, it may have ended in between.
 */
function milestones({ project, disbursement }: Stored): Expected[] {
  return streamsOf(project, 'mst').map(([id, events]): Expected => {
    const { agreement, number } = events[0]?.data ?? {};
    const ofAgreement = disbursement.byStream.get(agreement) ?? [];
    const cells = cellsBefore(ofAgreement).filter((cell) => cell.tranche === number && inCell(cell) > advancedBefore(ofAgreement, cell));
    if (has(events, 'MilestoneRejected', 'MilestoneWaived', 'MilestoneCancelled')) return [milestoneId(id), 'COMPLETED'];
    if (!has(events, 'MilestoneVerified')) return [milestoneId(id), 'RUNNING'];
    const { ever, now } = settledOf(cells, ofAgreement);
    return [milestoneId(id), now ? 'COMPLETED' : ever ? 'EITHER' : 'RUNNING'];
  });
}

/**
 * Whether the payments of all of these parts are settled, including earlier partial ones, and whether they ever were at the same time; a
 * payment reported as returned does not count while that is open.
 */
function settledOf(cells: readonly Cell[], events: readonly Recorded[]): { readonly ever: boolean; readonly now: boolean } {
  const settled = new Set<string>();
  const requests = new Map<string, Recorded['data']>();
  const paidInPart = ({ tranche, sponsor }: Cell): bigint =>
    [...settled]
      .map((payment) => requests.get(payment))
      .filter((order) => order?.partPayment > 0 && order.tranche === tranche && order.sponsor === sponsor)
      .reduce((sum, { amount }) => sum + minor(amount), 0n);
  const isPaid = (cell: Cell): boolean => settled.has(cell.payment) && paidInPart(cell) >= minor(requests.get(cell.payment)?.partPaid);
  let ever = cells.length === 0;
  for (const { type, data } of events) {
    if (type === 'PaymentRequested') requests.set(data.payment, data);
    if (type === 'PaymentSettled') settled.add(data.payment);
    if (type === 'PaymentObjectedTo' && isUndone(data, events)) settled.add(data.payment);
    if (type === 'OutcomeReversed' && data.outcome === 'returned') settled.add(data.payment);
    if (UNDOING.includes(type)) settled.delete(data.payment);
    ever ||= cells.every(isPaid);
  }
  return { ever, now: cells.every(isPaid) };
}

const UNDOING = ['PaymentReturnReported', 'PaymentReversalReported'];
/** Whether an objection rejects what was reported against a settlement, which then remains. */
const isUndone = ({ payment, report }: Recorded['data'], events: readonly Recorded[]): boolean =>
  events.some(({ type, data }) => UNDOING.includes(type) && data.payment === payment && data.report === report);

const GRAVE = ['red', 'escalated'];

/** A request's workflow only sends a notification, and never waits for the verdict. */
const requests = ({ sponsor }: Stored): Expected[] =>
  streamsOf(sponsor, 'ddp').flatMap(([id, events]) =>
    events
      .filter(({ type }) => type === 'DueDiligenceRequested')
      .map(({ data: { request } }): Expected => [passportRequestId(id, request), running(false)]),
  );

/** A clearance's workflow lives until the clearance expires, is revoked, ends with a grave flag, or another takes its place. */
function passports({ sponsor }: Stored): Expected[] {
  return streamsOf(sponsor, 'ddp').flatMap(([id, events]) =>
    events
      .filter(({ type }) => type === 'SubjectCleared')
      .map(({ version, data: { clearance } }): Expected => {
        const after = events.filter((event) => event.version > version);
        const isOver =
          has(after, 'SubjectCleared', 'ClearanceRevoked', 'ClearanceExpired') ||
          after.some(({ type, data }) => type === 'SubjectFlagged' && GRAVE.includes(data.level));
        return [passportId(id, clearance), running(!isOver)];
      }),
  );
}

/** A city’s workflow lives until the city is declined, stops, withdraws or lapses; where it sets out again, only that one's lives. */
function signatories(stored: Stored): Expected[] {
  const attempts = attemptsIn(stored);
  return attempts.map(({ signatory, number, events }): Expected => {
    const isLast = !attempts.some((other) => other.signatory === signatory && other.number > number);
    return [signatoryId(signatory, number), running(isLast && !has(events, ...ENDS))];
  });
}

/** That of an exchange lives until its notes are erased. An earlier version ended it with the exchange, or with what became of it. */
const exchanges = ({ programme }: Stored): Expected[] =>
  streamsOf(programme, 'exc').map(([id, events]): Expected => {
    if (has(events, 'ExchangeForgotten')) return [exchangeId(id), 'COMPLETED'];
    return [exchangeId(id), has(events, ...OVER) ? 'EITHER' : 'RUNNING'];
  });

const LAST_ASKED = 24;
/** That of a request for support lives until it is declined or closed, or what came of its adoption is reported for the last time. */
const supportRequests = ({ programme }: Stored): Expected[] =>
  streamsOf(programme, 'req').map(([id, events]): Expected => {
    const isLast = events.some(({ type, data }) => type === 'OutcomeOfAdoptionTold' && data.months === LAST_ASKED);
    return [requestId(id), running(!isLast && !has(events, 'RequestDeclined', 'RequestClosed'))];
  });

/** A session’s workflow lives until the session is cancelled, or its certificates are proposed. */
const sessions = ({ programme }: Stored): Expected[] =>
  streamsOf(programme, 'ses').map(
    ([id, events]): Expected => [sessionId(id), running(!has(events, 'SessionCancelled', 'CertificatesProposed'))],
  );

/** That of an award, and that of a call, lives until it is closed or cancelled. */
const cycles = ({ programme }: Stored): Expected[] =>
  [...streamsOf(programme, 'cyc'), ...streamsOf(programme, 'cal')].map(
    ([id, events]): Expected => [
      cycleId(id),
      running(!has(events, 'AwardCycleClosed', 'AwardCycleCancelled', 'CallClosed', 'CallCancelled')),
    ],
  );

/** That of an enquiry lives until its words are erased. */
const enquiries = ({ programme }: Stored): Expected[] =>
  streamsOf(programme, 'enq').map(([id, events]): Expected => [enquiryId(id), running(!has(events, 'EnquiryForgotten'))]);
