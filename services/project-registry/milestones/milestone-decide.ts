import { daysAfter, endOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { fraction } from '@junkan/kit/pure/fraction.ts';
import { isSameMoney } from '@junkan/kit/pure/money.ts';
import { type Actor, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import { decideReminding } from '../projects/reminding.ts';
import {
  type AcceptedValue,
  type Command,
  type CommandOf,
  type Earlier,
  type Event,
  type Existing,
  hasReported,
  isFinal,
  MET_IN_FULL,
  REPORTABLE,
  type Rejection,
  type Report,
  type Rest,
  reportOf,
  type State,
  type Terms,
} from './milestone.ts';
import { inspect } from './milestone-inspecting.ts';
import { signOff, submitReport, wrongStatus } from './milestone-reporting.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'BeginMilestone') return begin(command, state);
  if (state.status === 'absent') return refuse({ type: 'MilestoneIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'MarkMilestoneDue':
      return markDue(command, state);
    case 'MarkMilestoneOverdue':
      return markOverdue(command, state);
    case 'SubmitMilestoneReport':
      return submitReport(command, state);
    case 'SignOffReport':
      return signOff(command, state);
    case 'InspectMilestone':
      return inspect(command, state);
    case 'ReturnMilestoneReport':
      return returnReport(command, state);
    case 'VerifyMilestone':
      return verify(command, state);
    case 'RejectMilestone':
      return reject(command, state);
    case 'ProposeWaiver':
      return proposeWaiver(command, state);
    case 'RefuseWaiver':
      return refuseWaiver(command, state);
    case 'WaiveMilestone':
      return waive(command, state);
    case 'ChangeMilestone':
      return change(command, state);
    case 'CancelMilestone':
      return cancel(command, state);
    case 'RemindOf':
    case 'EscalateTo':
      return decideReminding(command, state.reminded);
  }
}

function begin({ type: _begin, by, ...terms }: CommandOf<'BeginMilestone'>, state: State): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'absent') return isSame(state.terms, terms) ? alreadyApplied : refuse({ type: 'MilestoneHasBegun' });
  if (terms.amount.amount < 0n) return refuse({ type: 'AmountIsNegative', ...terms.amount });
  return accept({ type: 'MilestoneBegun', ...terms });
}

function markDue({ by, now }: CommandOf<'MarkMilestoneDue'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'scheduled') return alreadyApplied;
  return notBefore(endOf(state.terms.dueOn), now) ?? accept({ type: 'MilestoneFellDue' });
}

function markOverdue({ by, now, policy }: CommandOf<'MarkMilestoneOverdue'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (isFinal(state) || state.status === 'overdue' || state.status === 'submitted') return alreadyApplied;
  const from = endOf(plusCalendarDays(state.terms.dueOn, policy.overdueGraceDays));
  return notBefore(from, now) ?? accept({ type: 'MilestoneBecameOverdue' });
}

function returnReport({ report, note, by }: CommandOf<'ReturnMilestoneReport'>, state: Existing): Decision {
  const refusal = notAVerifier(by, report, state);
  if (refusal) return refuse(refusal);
  if ((state.status === 'returned' || state.status === 'overdue') && state.returned?.note === note) return alreadyApplied;
  if (state.status !== 'submitted') return judged(report, state);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'MilestoneReportReturned', report, note, by: by.person });
}

function verify(command: CommandOf<'VerifyMilestone'>, state: Existing): Decision {
  const { report, payableBasisPoints, rest, note, accepted, by, now, policy } = command;
  const refusal = notAVerifier(by, report, state);
  if (refusal) return refuse(refusal);
  if (state.status === 'verified' || state.status === 'partially-met')
    return state.payableBasisPoints === payableBasisPoints &&
      (!('rest' in state) || state.rest === rest) &&
      isSameAccepted(state.report.accepted, accepted)
      ? alreadyApplied
      : judged(report, state);
  if (state.status !== 'submitted') return judged(report, state);
  const fault =
    (payableBasisPoints === MET_IN_FULL ? unanswered(note, state) : shareFault(command, state)) ?? acceptedFault(accepted, state.report);
  if (fault) return refuse(fault);
  return accept({
    type: 'MilestoneVerified',
    report,
    payableBasisPoints,
    by: by.person,
    rest: payableBasisPoints === MET_IN_FULL ? '' : rest,
    note,
    paymentDue: daysAfter(now, policy.paymentDays),
    accepted,
  });
}

/** What the newest inspection did not confirm is met in full only with a reason. */
function unanswered(note: string, { inspections }: Existing): Rejection | undefined {
  const newest = inspections.at(-1);
  if (!newest || newest.conclusion === 'confirmed' || note !== '') return undefined;
  return { type: 'InspectionIsUnanswered', inspection: newest.number };
}

/** What is accepted is another value than the reported one, of an indicator that has one; once for each. */
function acceptedFault(accepted: readonly AcceptedValue[], { indicators }: Report): Rejection | undefined {
  for (const [index, { code, value }] of accepted.entries()) {
    const reported = indicators.find((each) => each.code === code);
    if (!reported || reported.notAvailable) return { type: 'AcceptedIsNotReported', code, index };
    if (accepted.findIndex((each) => each.code === code) < index) return { type: 'IndicatorIsReportedTwice', code };
    if (fraction(value).equals(fraction(reported.value))) return { type: 'AcceptedIsReported', code, index, value: reported.value };
  }
  return undefined;
}

const isSameAccepted = (a: readonly AcceptedValue[], b: readonly AcceptedValue[]): boolean => textOfAll(a) === textOfAll(b);
const textOfAll = (accepted: readonly AcceptedValue[]): string =>
  JSON.stringify(accepted.map(({ code, value, because }) => [code, value, because]));

function shareFault(
  { payableBasisPoints, rest, note, canCarry }: CommandOf<'VerifyMilestone'>,
  { terms }: Existing,
): Rejection | undefined {
  if (payableBasisPoints < 1 || payableBasisPoints > MET_IN_FULL) return { type: 'PayableShareIsOutOfRange', payableBasisPoints };
  if (rest === '') return { type: 'RestIsMissing' };
  return note === '' ? { type: 'NoteIsMissing' } : carryFault(rest, canCarry, terms);
}

/** The milestone is not met: nothing of it is payable. */
function reject({ report, rest, note, canCarry, by }: CommandOf<'RejectMilestone'>, state: Existing): Decision {
  const refusal = notAVerifier(by, report, state);
  if (refusal) return refuse(refusal);
  if (state.status === 'rejected' && state.rest === rest && state.note === note) return alreadyApplied;
  if (state.status !== 'submitted') return judged(report, state);
  const fault = note === '' ? ({ type: 'NoteIsMissing' } as const) : carryFault(rest, canCarry, state.terms);
  return fault ? refuse(fault) : accept({ type: 'MilestoneRejected', report, rest, note, by: by.person });
}

const carryFault = (rest: Rest, canCarry: boolean, { number }: Terms): Rejection | undefined =>
  rest === 'carried' && !canCarry ? { type: 'NothingToCarryTo', milestone: number } : undefined;

/** A report that waits for its verdict gets one; only what is not reported can be waived. */
function proposeWaiver({ rest, note, canCarry, by }: CommandOf<'ProposeWaiver'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.ProposeWaiver);
  if (refusal) return refuse(refusal);
  const { waiver } = state;
  if (waiver)
    return waiver.rest === rest && waiver.note === note && waiver.proposedBy === by.person
      ? alreadyApplied
      : refuse({ type: 'WaiverIsProposed', waiver: waiver.number });
  if (state.status === 'submitted' || isFinal(state)) return wrongStatus(state, ...REPORTABLE);
  const fault = note === '' ? ({ type: 'NoteIsMissing' } as const) : carryFault(rest, canCarry, state.terms);
  return fault ? refuse(fault) : accept({ type: 'MilestoneWaiverProposed', waiver: state.waivers + 1, rest, note, by: by.person });
}

function refuseWaiver({ waiver: number, note, by }: CommandOf<'RefuseWaiver'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.RefuseWaiver);
  if (refusal) return refuse(refusal);
  if (!state.waiver) return number > 0 && number === state.waivers && state.status !== 'waived' ? alreadyApplied : noWaiver(number);
  return state.waiver.number === number
    ? accept({ type: 'MilestoneWaiverRefused', waiver: number, note, by: by.person })
    : noWaiver(number);
}

/**
 * An approval is for an amount: refused while more of it is on its way, and for an amount other than the one that the approver was shown.
 */
function waive({ waiver: number, amount, earlier, by }: CommandOf<'WaiveMilestone'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.WaiveMilestone);
  if (refusal) return refuse(refusal);
  if (state.status === 'waived') return number === state.waivers ? alreadyApplied : noWaiver(number);
  const { waiver, terms } = state;
  if (waiver?.number !== number) return noWaiver(number);
  if (waiver.proposedBy === by.person) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const reported = hasReported(by, state);
  if (reported) return refuse(reported);
  if (state.status === 'submitted' || isFinal(state)) return wrongStatus(state, ...REPORTABLE);
  const milestones = onTheirWay(earlier, state);
  if (milestones.length > 0) return refuse({ type: 'RestsAreUnderWay', milestones });
  if (amount && !isSameMoney(amount, terms.amount))
    return refuse({ type: 'AmountIsAnother', asked: amount.amount, actual: terms.amount.amount, currency: terms.amount.currency });
  return accept({ type: 'MilestoneWaived', waiver: number, rest: waiver.rest, by: by.person, amount: terms.amount });
}

/**
 * Earlier milestones whose remainder comes to this one and is not in its amount yet. It is certain to come here if every milestone in
 * between had its verdict before; otherwise it may have gone to one of those.
 */
const onTheirWay = (earlier: readonly Earlier[], { carriedFrom }: Existing): number[] =>
  earlier
    .filter(({ rest, judgedAt }, index) => rest === 'carried' && earlier.slice(index + 1).every((each) => wasBefore(each, judgedAt)))
    .map(({ number }) => number)
    .filter((number) => !carriedFrom.includes(number));

const wasBefore = ({ judgedAt }: Earlier, at: Instant): boolean => judgedAt !== '' && judgedAt < at;

const noWaiver = (waiver: number): Decision => refuse({ type: 'WaiverIsNotProposed', waiver });

/** The agreement was amended, or an earlier remainder was carried here. */
function change({ dueOn, amount, carriedFrom, targets: all, by }: CommandOf<'ChangeMilestone'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  const { terms } = state;
  const targets = all.filter((target) => !state.targets.some((each) => each.measure === target.measure && each.code === target.code));
  const isKnown = targets.length === 0 && carriedFrom.every((number) => state.carriedFrom.includes(number));
  if (isKnown && terms.dueOn === dueOn && isSameMoney(terms.amount, amount)) return alreadyApplied;
  if (amount.amount < 0n) return refuse({ type: 'AmountIsNegative', ...amount });
  return isFinal(state)
    ? wrongStatus(state, ...REPORTABLE, 'submitted')
    : accept({ type: 'MilestoneChanged', dueOn, amount, carriedFrom, targets });
}

function cancel({ because, by }: CommandOf<'CancelMilestone'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  return isFinal(state) ? alreadyApplied : accept({ type: 'MilestoneCancelled', because });
}

/** A verdict is on the newest report, by its number, and never by a person who submitted any report of the milestone. */
function notAVerifier(by: Actor, report: number, state: Existing): Rejection | undefined {
  const newest = reportOf(state);
  const refusal = notAllowed(by, ROLES.VerifyMilestone);
  if (refusal) return refusal;
  if (newest === undefined) return { type: 'MilestoneIsInAnotherStatus', needed: ['submitted'], actual: state.status };
  if (newest.number !== report) return { type: 'ReportIsAnother', asked: report, actual: newest.number };
  return hasReported(by, state);
}

/** The newest report is not waiting for a verdict: it has had it, or the milestone was closed without one. */
const judged = (report: number, state: Existing): Decision =>
  state.status === 'cancelled'
    ? wrongStatus(state, 'submitted')
    : refuse({ type: 'ReportHasItsVerdict', report, verdict: state.status === 'overdue' ? 'returned' : state.status });

const notBefore = (from: Instant, now: Instant): Decision | undefined =>
  now < from ? refuse({ type: 'ItIsTooEarly', now, from }) : undefined;

const isSame = (a: Terms, b: Terms): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
const canonical = ({ project, agreement, proposer, number, title, dueOn, amount }: Terms): readonly unknown[] => [
  project,
  agreement,
  proposer,
  number,
  title,
  dueOn,
  amount.amount.toString(),
  amount.currency,
];
