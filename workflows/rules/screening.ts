import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { end, type Next, type Notice, notify, rest } from './next.ts';
import type { NoticePolicy } from './policy.ts';
import type { StatusOf } from './statuses.ts';
import type { Later, Whole } from './whole.ts';

export type ScreeningView = Readonly<Pick<Project, 'submission' | 'screeningDue'>> & {
  readonly now: Instant;
  readonly status: StatusOf<'project'>;
  readonly policy: NoticePolicy;
  /** Whose answer a question waits for, and until when; not in the views of older histories. */
  readonly information?: { readonly due: Instant | ''; readonly proposer: string };
} & Later<Pick<Project, 'openingDue'>>;
export type WholeScreeningView = Whole<ScreeningView>;

/**
 * While a submission waits: for the secretariat, a reminder before the service level ends and an escalation when it has;
 * for the proposer's answer, a reminder when it is due and an escalation to its certifier. Once it is eligible, the secretariat
 * is reminded to open it.
 */
export function nextOfScreening(submission: number, view: ScreeningView, sent: ReadonlySet<string>): Next<Notice> {
  if (view.submission !== submission) return end();
  switch (view.status) {
    case 'submitted':
      return whileScreeningIsAwaited(view, sent);
    case 'more-information-required':
      return whileAnswerIsAwaited(view, sent);
    case 'eligible':
      return whileOpeningIsAwaited(view, sent);
    case 'draft':
    case 'ineligible':
    case 'open':
    case 'funded':
    case 'unfunded':
    case 'approved':
    case 'refused':
    case 'withdrawn':
    case 'in-implementation':
    case 'suspended':
    case 'terminated':
    case 'completed':
    case 'closed':
      return end();
    case 'unrecognised':
      return rest();
  }
}

function whileScreeningIsAwaited({ now, submission, screeningDue: due, policy }: ScreeningView, sent: ReadonlySet<string>): Next<Notice> {
  const notice = { matter: 'screening', occurrence: `${submission}/${due}`, organisation: 'secretariat' };
  return notify(now, sent, [
    { at: plusDays(due, -policy.remindBeforeScreeningIsDue), notice: { do: 'RemindOf', ...notice, role: 'secretariat.officer' } },
    { at: due, notice: { do: 'EscalateTo', ...notice, role: 'secretariat.approver' } },
  ]);
}

function whileAnswerIsAwaited({ now, submission, policy, information }: ScreeningView, sent: ReadonlySet<string>): Next<Notice> {
  const { due = '', proposer = '' } = information ?? {};
  if (due === '') return notify(now, sent, []);
  const notice = { matter: 'information', occurrence: `${submission}/${due}`, organisation: proposer };
  return notify(now, sent, [
    { at: due, notice: { do: 'RemindOf', ...notice, role: 'proposer.officer' } },
    { at: plusDays(due, policy.escalateInformationAfter), notice: { do: 'EscalateTo', ...notice, role: 'proposer.certifier' } },
  ]);
}

function whileOpeningIsAwaited({ now, submission, openingDue: due = '' }: ScreeningView, sent: ReadonlySet<string>): Next<Notice> {
  if (due === '') return end();
  const notice = { matter: 'opening', occurrence: `${submission}/${due}`, organisation: 'secretariat' };
  return notify(now, sent, [{ at: due, notice: { do: 'RemindOf', ...notice, role: 'secretariat.officer' } }]);
}
