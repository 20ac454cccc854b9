import { type CalendarDate, endOf, type Instant, plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, type Notice, notify, rest } from './next.ts';
import type { NoticePolicy } from './policy.ts';

export type MilestoneView = {
  readonly now: Instant;
  readonly status: string;
  readonly proposer: string;
  readonly dueOn: CalendarDate;
  readonly report: number;
  readonly verificationDue: Instant;
  /** Whether every sponsor's part of the tranche is settled. */
  readonly paid: boolean;
  readonly policy: NoticePolicy;
};

export type MilestoneStep = Notice | { readonly do: 'MarkMilestoneDue' } | { readonly do: 'MarkMilestoneOverdue' };

/** From the start of a milestone until its money is settled: reminders, falling due, the ladder of lateness, the wait for a verdict. */
export function nextOfMilestone(view: MilestoneView, sent: ReadonlySet<string>): Next<MilestoneStep> {
  switch (view.status) {
    case 'scheduled':
    case 'due':
    case 'overdue':
    case 'returned':
      return whileReportIsAwaited(view, sent);
    case 'submitted':
      return whileVerdictIsAwaited(view, sent);
    case 'verified':
      return view.paid ? end() : rest();
    default:
      return end();
  }
}

function whileReportIsAwaited(
  { now, status, proposer, dueOn, report, policy }: MilestoneView,
  sent: ReadonlySet<string>,
): Next<MilestoneStep> {
  const due = endOf(dueOn);
  const overdue = endOf(plusCalendarDays(dueOn, policy.overdueAfter));
  if (status === 'scheduled' && now >= due) return act<MilestoneStep>({ do: 'MarkMilestoneDue' });
  if (status !== 'overdue' && now >= overdue) return act<MilestoneStep>({ do: 'MarkMilestoneOverdue' });
  const notice = { matter: 'milestone-report', occurrence: String(report + 1) };
  const next = status === 'scheduled' ? due : status === 'overdue' ? '' : overdue;
  return notify<MilestoneStep>(
    now,
    sent,
    [
      {
        at: plusDays(due, -policy.remindBeforeReportIsDue),
        notice: { do: 'RemindOf', ...notice, role: 'proposer.officer', organisation: proposer },
      },
      { at: overdue, notice: { do: 'EscalateTo', ...notice, role: 'proposer.certifier', organisation: proposer } },
      { at: plusDays(overdue, policy.toSponsorsAfter), notice: { do: 'EscalateTo', ...notice, role: 'sponsor.officer', organisation: '' } },
    ],
    next,
  );
}

function whileVerdictIsAwaited({ now, report, verificationDue, policy }: MilestoneView, sent: ReadonlySet<string>): Next<MilestoneStep> {
  const notice = { matter: 'verification', occurrence: String(report), organisation: 'secretariat' };
  return notify<MilestoneStep>(now, sent, [
    { at: verificationDue, notice: { do: 'RemindOf', ...notice, role: 'secretariat.verifier' } },
    {
      at: plusDays(verificationDue, policy.escalateVerificationAfter),
      notice: { do: 'EscalateTo', ...notice, role: 'secretariat.approver' },
    },
  ]);
}
