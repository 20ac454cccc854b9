import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { MilestoneStep } from '../rules/milestone.ts';
import type { NoticePolicy } from '../rules/policy.ts';
import type { StatusOf } from '../rules/statuses.ts';

export const policy: NoticePolicy = {
  remindBeforeScreeningIsDue: 7,
  escalateInformationAfter: 30,
  remindBeforeRoundEnds: 14,
  escalateApprovalAfter: 14,
  escalateSignatureAfter: 14,
  remindBeforeReportIsDue: 30,
  overdueAfter: 30,
  toSponsorsAfter: 30,
  toSuspensionReviewAfter: 30,
  escalateVerificationAfter: 14,
  escalatePaymentAfter: 14,
  remindOfConfirmationAfter: 3,
  escalateClosingAfter: 30,
  remindBeforeClearanceExpires: 30,
};

const AMOUNT = '500';

/** A project in screening. */
export function screeningFake(screeningDue: Instant) {
  const project = { status: 'submitted' as StatusOf<'project'>, submission: 1, screeningDue };
  const information = { due: '', proposer: 'org_city' };
  let openingDue: Instant | '' = '';
  return {
    view: (now: Instant) => ({ now, ...project, policy, information: { ...information }, openingDue }),
    take: () => undefined,
    asks: (due: Instant) => {
      project.status = 'more-information-required';
      information.due = due;
    },
    answers: (due: Instant) => {
      project.status = 'submitted';
      project.screeningDue = due;
    },
    declares: (status: 'eligible' | 'ineligible') => {
      project.status = status;
    },
    isEligible: (openedBy: Instant) => {
      project.status = 'eligible';
      openingDue = openedBy;
    },
    isOpened: () => {
      project.status = 'open';
      openingDue = '';
    },
    isWithdrawn: () => {
      project.status = 'withdrawn';
    },
    isSubmittedAnew: () => {
      project.submission += 1;
    },
  };
}

/** A milestone with its reports and its money, and what its agreement says of it. */
export function milestoneFake(firstDueOn: CalendarDate) {
  const milestone = {
    status: 'scheduled' as StatusOf<'milestone'>,
    report: 0,
    verificationDue: '',
    paid: false,
    dueOn: firstDueOn,
    waiver: 0,
  };
  const known = { amount: AMOUNT };
  const agreed = {
    status: 'effective' as StatusOf<'agreement'>,
    dueOn: firstDueOn,
    amount: AMOUNT,
    currency: 'USD',
    applied: false,
    paymentDue: '',
    awaited: ['finance.maker'],
    reported: [] as { payment: string; number: number; at: Instant }[],
  };
  const programme: { results?: number } = {};
  return {
    view: (now: Instant) => ({ now, ...milestone, ...programme, proposer: 'pro_city', policy, agreed: { ...agreed, known: known.amount } }),
    take: (step: MilestoneStep) => {
      if (step.do === 'MarkMilestoneDue') milestone.status = 'due';
      if (step.do === 'MarkMilestoneOverdue') milestone.status = 'overdue';
      if (step.do === 'CancelMilestone') milestone.status = 'cancelled';
      if (step.do === 'ApplyVerdict') agreed.applied = true;
      if (step.do === 'RecordResults') programme.results = step.report;
      if (step.do !== 'ChangeMilestone') return;
      if (step.dueOn > milestone.dueOn) milestone.status = 'scheduled';
      milestone.dueOn = step.dueOn;
      known.amount = step.amount;
    },
    reports: (verificationDue: Instant) => {
      milestone.status = 'submitted';
      milestone.report += 1;
      milestone.verificationDue = verificationDue;
    },
    isReturned: () => {
      milestone.status = 'returned';
    },
    isVerified: (paymentDue: Instant = '') => {
      milestone.status = 'verified';
      agreed.paymentDue = paymentDue;
    },
    isJudged: (status: 'partially-met' | 'rejected' | 'waived') => {
      milestone.status = status;
    },
    /** From now on its views say what the programme has recorded, as those of today do. */
    programmeIsSeen: () => {
      programme.results = 0;
    },
    isPaid: () => {
      milestone.paid = true;
    },
    bankIsReported: (at: Instant) => {
      agreed.reported = [{ payment: 'pay_a', number: 1, at }];
    },
    waiverIsProposed: () => {
      milestone.waiver += 1;
    },
    isAmended: (dueOn: CalendarDate) => {
      agreed.dueOn = dueOn;
    },
    agreementIs: (status: 'effective' | 'suspended' | 'terminated') => {
      agreed.status = status;
    },
  };
}
