import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { MilestoneStep } from '../rules/milestone.ts';
import type { NoticePolicy } from '../rules/policy.ts';

export const policy: NoticePolicy = {
  remindBeforeScreeningIsDue: 7,
  remindBeforeReportIsDue: 30,
  overdueAfter: 30,
  toSponsorsAfter: 30,
  escalateVerificationAfter: 14,
};

/** A project in screening. */
export function screeningWorld(screeningDue: Instant) {
  const project = { status: 'submitted', submission: 1, screeningDue };
  return {
    view: (now: Instant) => ({ now, ...project, policy }),
    take: () => undefined,
    asks: () => {
      project.status = 'more-information-required';
    },
    answers: (due: Instant) => {
      project.status = 'submitted';
      project.screeningDue = due;
    },
    declares: (status: 'eligible' | 'ineligible') => {
      project.status = status;
    },
    isSubmittedAnew: () => {
      project.submission += 1;
    },
  };
}

/** A milestone with its reports and its money. */
export function milestoneWorld(dueOn: CalendarDate) {
  const milestone = { status: 'scheduled', report: 0, verificationDue: '', paid: false };
  return {
    view: (now: Instant) => ({ now, ...milestone, proposer: 'pro_city', dueOn, policy }),
    take: ({ do: what }: MilestoneStep) => {
      if (what === 'MarkMilestoneDue') milestone.status = 'due';
      if (what === 'MarkMilestoneOverdue') milestone.status = 'overdue';
    },
    reports: (verificationDue: Instant) => {
      milestone.status = 'submitted';
      milestone.report += 1;
      milestone.verificationDue = verificationDue;
    },
    isReturned: () => {
      milestone.status = 'returned';
    },
    isVerified: () => {
      milestone.status = 'verified';
    },
    isPaid: () => {
      milestone.paid = true;
    },
  };
}
