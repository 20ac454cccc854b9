import { type CalendarDate, endOf, type Instant, plusCalendarDays, plusDays } from '@junkan/kit/pure/dates.ts';
import type { AmendedTarget, Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import { act, end, type Next, type Notice, notify, type Planned, rest } from './next.ts';
import type { NoticePolicy } from './policy.ts';
import type { StatusOf } from './statuses.ts';
import type { Whole } from './whole.ts';

export type MilestoneView = Readonly<Pick<Milestone, 'proposer' | 'dueOn' | 'verificationDue'>> & {
  readonly now: Instant;
  readonly status: StatusOf<'milestone'>;
  readonly report: number;
  /** Whether every sponsor's part of the tranche is settled. */
  readonly paid: boolean;
  readonly policy: NoticePolicy;
  /** The report whose results the programme has recorded last, 0 = none; not in the views of older histories. */
  readonly results?: number;
  /** The waiver that waits for its second person; 0 = none. Not in the views of older histories. */
  readonly waiver?: number;
  /** What the agreement says of it; not in the views of older histories. Amounts are minor units as text. */
  readonly agreed?: {
    readonly status: StatusOf<'agreement'>;
    readonly dueOn: CalendarDate;
    readonly amount: string;
    /** The amount that the milestone itself knows. */
    readonly known: string;
    readonly currency: string;
    /** Whether its verdict has been applied to its tranche. */
    readonly applied: boolean;
    /** Whether an advance of its tranche is on its way: its verdict is applied once that is settled or over; not in the views of older histories. */
    readonly advancing?: boolean;
    /**
     * The earlier milestones whose remainder was carried here, and those that the milestone itself knows; missing in the views of older
     * histories.
     */
    readonly carriedFrom?: readonly number[];
    readonly knownFrom?: readonly number[];
    /** What amendments have made of its targets, and those that the milestone itself knows; not in the views of older histories. */
    readonly targets?: readonly Target[];
    readonly knownTargets?: readonly Target[];
    readonly paymentDue: Instant | '';
    /** Whom its payments wait for. */
    readonly awaited: readonly string[];
    /** The payments with a reported outcome that waits to be confirmed; missing in the views of older histories. */
    readonly reported?: readonly { readonly payment: string; readonly number: number; readonly at: Instant }[];
    /** Whom what is on hold waits for, from when on; `awaited` does not name what is held. Not in the views of older histories. */
    readonly held?: readonly { readonly hold: number; readonly due: Instant; readonly role: string; readonly organisation: string }[];
  };
};

type Target = Readonly<Omit<AmendedTarget, '$type'>>;

export type WholeMilestoneView = Whole<MilestoneView>;

export type MilestoneStep =
  | Notice
  /** By the date, because a changed one lets it happen again; not in older histories. */
  | { readonly do: 'MarkMilestoneDue'; readonly dueOn?: CalendarDate }
  | { readonly do: 'MarkMilestoneOverdue'; readonly dueOn?: CalendarDate }
  | {
      readonly do: 'ChangeMilestone';
      readonly dueOn: CalendarDate;
      readonly amount: string;
      readonly currency: string;
      readonly carriedFrom?: readonly number[];
      readonly targets?: readonly Target[];
    }
  | { readonly do: 'CancelMilestone'; readonly because: string }
  | { readonly do: 'ApplyVerdict' }
  | { readonly do: 'RecordResults'; readonly report: number };

/** What an agreement lets its milestones do: go on, wait, or nothing any more. */
const LETS: Readonly<Record<StatusOf<'agreement'>, 'go-on' | 'wait' | 'end'>> = {
  draft: 'go-on',
  void: 'go-on',
  effective: 'go-on',
  suspended: 'wait',
  terminating: 'wait',
  terminated: 'end',
  ended: 'end',
  unrecognised: 'wait',
};
const isOver = ({ agreed }: MilestoneView): boolean => agreed !== undefined && LETS[agreed.status] === 'end';

/** From the start of a milestone until its money is settled: reminders, falling due, the ladder of lateness, the wait for a verdict. */
export function nextOfMilestone(view: MilestoneView, sent: ReadonlySet<string>): Next<MilestoneStep> {
  if (view.agreed?.status === 'unrecognised') return rest();
  switch (view.status) {
    case 'scheduled':
    case 'due':
    case 'overdue':
    case 'returned':
      return asAgreed(view) ?? whileReportIsAwaited(view, sent);
    case 'submitted':
      return asAgreed(view) ?? whileVerdictIsAwaited(view, sent);
    case 'verified':
      return unrecorded(view) ?? whilePaymentIsAwaited(view, sent);
    case 'partially-met':
      return unrecorded(view) ?? (view.agreed?.applied || isOver(view) ? whilePaymentIsAwaited(view, sent) : applying(view));
    case 'rejected':
    case 'waived':
      return view.agreed?.applied || isOver(view) ? end() : applying(view);
    case 'cancelled':
      return end();
    case 'unrecognised':
      return rest();
  }
}

/** What a verified report measured is reported to the programme, before its money moves on. */
const unrecorded = ({ results, report }: MilestoneView): Next<MilestoneStep> | undefined =>
  results === undefined || results >= report ? undefined : act<MilestoneStep>({ do: 'RecordResults', report });

const applying = ({ agreed }: MilestoneView): Next<MilestoneStep> =>
  agreed?.advancing ? rest() : act<MilestoneStep>({ do: 'ApplyVerdict' });

/** An agreement that is over cancels it, an amended one changes it, one that is suspended or about to end holds it. */
function asAgreed(view: MilestoneView): Next<MilestoneStep> | undefined {
  const { agreed, dueOn } = view;
  if (!agreed) return undefined;
  if (isOver(view)) return act<MilestoneStep>({ do: 'CancelMilestone', because: `agreement-${agreed.status}` });
  // Terminating it closes this one as well.
  if (agreed.status === 'terminating') return rest();
  const { amount, currency, carriedFrom, targets = [] } = agreed;
  const isKnown = ({ code, measure }: Target): boolean =>
    agreed.knownTargets?.some((each) => each.code === code && each.measure === measure) ?? false;
  const isNews = carriedFrom?.some((number) => !agreed.knownFrom?.includes(number)) || !targets.every(isKnown);
  if (isNews || agreed.dueOn !== dueOn || amount !== agreed.known)
    return act<MilestoneStep>({
      do: 'ChangeMilestone',
      dueOn: agreed.dueOn,
      amount,
      currency,
      ...(carriedFrom ? { carriedFrom } : {}),
      ...(targets.length > 0 ? { targets } : {}),
    });
  return agreed.status === 'suspended' ? rest() : undefined;
}

function whileReportIsAwaited(view: MilestoneView, sent: ReadonlySet<string>): Next<MilestoneStep> {
  const { now, status, proposer, dueOn, report, policy, agreed } = view;
  // A changed date falls due, and is reminded of, again.
  const dated = agreed ? { dueOn } : {};
  const occurrence = agreed ? `${report + 1}/${dueOn}` : String(report + 1);
  const due = endOf(dueOn);
  const overdue = endOf(plusCalendarDays(dueOn, policy.overdueAfter));
  if (status === 'scheduled' && now >= due) return act<MilestoneStep>({ do: 'MarkMilestoneDue', ...dated });
  if (status !== 'overdue' && now >= overdue) return act<MilestoneStep>({ do: 'MarkMilestoneOverdue', ...dated });
  const notice = { matter: 'milestone-report', occurrence };
  const next = status === 'scheduled' ? due : status === 'overdue' ? '' : overdue;
  const toSponsors = plusDays(overdue, policy.toSponsorsAfter);
  return notify<MilestoneStep>(
    now,
    sent,
    [
      {
        at: plusDays(due, -policy.remindBeforeReportIsDue),
        notice: { do: 'RemindOf', ...notice, role: 'proposer.officer', organisation: proposer },
      },
      { at: overdue, notice: { do: 'EscalateTo', ...notice, role: 'proposer.certifier', organisation: proposer } },
      { at: toSponsors, notice: { do: 'EscalateTo', ...notice, role: 'sponsor.officer', organisation: '' } },
      ...toSuspensionReview(toSponsors, policy.toSuspensionReviewAfter, occurrence),
      ...ofWaiver(view),
      ...ofHolds(view),
    ],
    next,
  );
}

/** Those who decide on a waiver are notified as soon as it is proposed. */
const ofWaiver = ({ now, waiver = 0 }: MilestoneView): Planned[] =>
  waiver === 0
    ? []
    : [
        {
          at: now,
          notice: {
            do: 'RemindOf',
            matter: 'waiver',
            occurrence: String(waiver),
            role: 'secretariat.approver',
            organisation: 'secretariat',
          },
        },
      ];

/** The last step of the ladder asks the secretariat whether to suspend; older histories have no such step. */
const toSuspensionReview = (from: Instant, days: number | undefined, occurrence: string): Planned[] =>
  days === undefined
    ? []
    : [
        {
          at: plusDays(from, days),
          notice: { do: 'EscalateTo', matter: 'suspension-review', occurrence, role: 'secretariat.officer', organisation: 'secretariat' },
        },
      ];

function whileVerdictIsAwaited(view: MilestoneView, sent: ReadonlySet<string>): Next<MilestoneStep> {
  const { now, report, verificationDue, policy } = view;
  const notice = { matter: 'verification', occurrence: String(report), organisation: 'secretariat' };
  return notify<MilestoneStep>(now, sent, [
    { at: verificationDue, notice: { do: 'RemindOf', ...notice, role: 'secretariat.verifier' } },
    {
      at: plusDays(verificationDue, policy.escalateVerificationAfter),
      notice: { do: 'EscalateTo', ...notice, role: 'secretariat.approver' },
    },
    ...ofHolds(view),
  ]);
}

/** Those whom the payments wait for are reminded when they are due; later it escalates to the secretariat's approver. */
function whilePaymentIsAwaited(view: MilestoneView, sent: ReadonlySet<string>): Next<MilestoneStep> {
  const { now, paid, report, agreed, policy } = view;
  // Also after a termination: what was earned is still to be paid.
  if (paid || agreed?.status === 'ended') return end();
  const due = agreed?.paymentDue ?? '';
  // What the bank did is confirmed, and what is on hold released, also where nothing new may be paid.
  const confirmations = [...ofConfirmations(view), ...ofHolds(view)];
  const isAllHeld = agreed !== undefined && agreed.awaited.length === 0 && (agreed.held ?? []).length > 0;
  if (!agreed || due === '' || isAllHeld || LETS[agreed.status] === 'wait') return notify<MilestoneStep>(now, sent, confirmations);
  const notice = { matter: 'payment', occurrence: String(report) };
  return notify<MilestoneStep>(now, sent, [
    ...confirmations,
    ...agreed.awaited.map((role): Planned => ({ at: due, notice: { do: 'RemindOf', ...notice, role, organisation: 'secretariat' } })),
    {
      at: plusDays(due, policy.escalatePaymentAfter),
      notice: { do: 'EscalateTo', ...notice, role: 'secretariat.approver', organisation: 'secretariat' },
    },
  ]);
}

/** A payment on hold waits for nobody to pay it: those who may release it are reminded after some days. */
const ofHolds = ({ agreed }: MilestoneView): Planned[] =>
  (agreed?.held ?? []).map(({ hold, due: at, role, organisation }) => ({
    at,
    notice: { do: 'RemindOf', matter: 'payment-hold', occurrence: String(hold), role, organisation },
  }));

const ofConfirmations = ({ agreed, policy }: MilestoneView): Planned[] =>
  (agreed?.reported ?? []).map(({ payment, number, at }) => ({
    at: plusDays(at, policy.remindOfConfirmationAfter ?? 0),
    notice: {
      do: 'RemindOf',
      matter: 'payment-confirmation',
      occurrence: `${payment}/${number}`,
      role: 'finance.checker',
      organisation: 'secretariat',
    },
  }));
