import { type Actor, notAllowed } from '@junkan/kit/pure/actor.ts';
import { daysAfter, endOf, type Instant, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { accept, alreadySo, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import {
  type Asked,
  type Command,
  type Event,
  type Existing,
  type Rejection,
  type Report,
  reportOf,
  type State,
  type Terms,
} from './milestone.ts';
import { decideReminding } from './reminding.ts';

type Decision = Decided<Event, Rejection>;

const MET_IN_FULL = 10_000;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'BeginMilestone') return begin(command, state);
  if (state.status === 'absent') return refuse({ type: 'MilestoneIsUnknown' });
  switch (command.type) {
    case 'MarkMilestoneDue':
      return markDue(command, state);
    case 'MarkMilestoneOverdue':
      return markOverdue(command, state);
    case 'SubmitMilestoneReport':
      return submitReport(command, state);
    case 'ReturnMilestoneReport':
      return returnReport(command, state);
    case 'VerifyMilestone':
      return verify(command, state);
    case 'RemindOf':
    case 'EscalateTo':
      return decideReminding(command, state.reminded);
  }
}

function begin({ type: _begin, by, ...terms }: Asked<'BeginMilestone'>, state: State): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'absent') return isSame(state.terms, terms) ? alreadySo : refuse({ type: 'MilestoneHasBegun' });
  if (terms.amount.amount <= 0n) return refuse({ type: 'AmountIsNotPositive', amount: terms.amount.amount });
  return accept({ type: 'MilestoneBegun', ...terms });
}

function markDue({ by, now }: Asked<'MarkMilestoneDue'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'scheduled') return alreadySo;
  return notBefore(endOf(state.terms.dueOn), now) ?? accept({ type: 'MilestoneFellDue' });
}

function markOverdue({ by, now, policy }: Asked<'MarkMilestoneOverdue'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  switch (state.status) {
    case 'overdue':
    case 'submitted':
    case 'verified':
      return alreadySo;
    case 'scheduled':
    case 'due':
    case 'returned':
      return (
        notBefore(endOf(plusCalendarDays(state.terms.dueOn, policy.overdueGraceDays)), now) ?? accept({ type: 'MilestoneBecameOverdue' })
      );
  }
}

function submitReport(command: Asked<'SubmitMilestoneReport'>, state: Existing): Decision {
  const { evidence, indicators, note, unknownEvidence, by, now, policy } = command;
  const refusal = notAllowed(by, ['proposer.officer'], state.terms.proposer);
  if (refusal) return refuse(refusal);
  if (state.status === 'submitted' && isSameReport(state.report, command)) return alreadySo;
  if (state.status === 'submitted' || state.status === 'verified') {
    return refuse({ type: 'MilestoneIsInAnotherStatus', needed: ['scheduled', 'due', 'overdue', 'returned'], actual: state.status });
  }
  if (evidence.length === 0) return refuse({ type: 'EvidenceIsMissing' });
  if (unknownEvidence.length > 0) return refuse({ type: 'EvidenceIsUnknown', hashes: unknownEvidence });
  const report = (reportOf(state)?.number ?? 0) + 1;
  const verificationDue = daysAfter(now, policy.verificationDays);
  return accept({ type: 'MilestoneReportSubmitted', report, evidence, indicators, note, verificationDue, at: now, by: by.person });
}

function returnReport({ report, note, by }: Asked<'ReturnMilestoneReport'>, state: Existing): Decision {
  const refusal = notAVerifier(by, report, state);
  if (refusal) return refuse(refusal);
  if ((state.status === 'returned' || state.status === 'overdue') && state.returned?.note === note) return alreadySo;
  if (state.status !== 'submitted') return judged(report, state);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'MilestoneReportReturned', report, note, by: by.person });
}

function verify({ report, by }: Asked<'VerifyMilestone'>, state: Existing): Decision {
  const refusal = notAVerifier(by, report, state);
  if (refusal) return refuse(refusal);
  if (state.status === 'verified') return alreadySo;
  if (state.status !== 'submitted') return judged(report, state);
  return accept({ type: 'MilestoneVerified', report, payableBasisPoints: MET_IN_FULL, by: by.person });
}

/** A verdict is on the newest report, by its number, and never by the person who submitted it. */
function notAVerifier(by: Actor, report: number, state: Existing): Rejection | undefined {
  const newest = reportOf(state);
  const refusal = notAllowed(by, ['secretariat.verifier']);
  if (refusal) return refusal;
  if (newest === undefined) return { type: 'MilestoneIsInAnotherStatus', needed: ['submitted'], actual: state.status };
  if (newest.number !== report) return { type: 'ReportIsAnother', asked: report, actual: newest.number };
  return newest.submittedBy === by.person ? { type: 'SubmittedByTheSamePerson', person: by.person } : undefined;
}

/** The newest report is not waiting for a verdict, so it has had it. */
const judged = (report: number, { status }: Existing): Decision =>
  refuse({ type: 'ReportHasItsVerdict', report, verdict: status === 'verified' ? 'verified' : 'returned' });

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

const isSameReport = (report: Report, { evidence, indicators, note, by }: Asked<'SubmitMilestoneReport'>): boolean =>
  report.submittedBy === by.person &&
  report.note === note &&
  report.evidence.join() === evidence.join() &&
  JSON.stringify(report.indicators.map(({ code, value, unit }) => [code, value, unit])) ===
    JSON.stringify(indicators.map(({ code, value, unit }) => [code, value, unit]));
