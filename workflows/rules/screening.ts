import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { end, type Next, type Notice, notify, rest } from './next.ts';
import type { NoticePolicy } from './policy.ts';

export type ScreeningView = {
  readonly now: Instant;
  readonly status: string;
  readonly submission: number;
  readonly screeningDue: Instant;
  readonly policy: NoticePolicy;
};

/** While a submission waits for the secretariat: a reminder before the service level ends, an escalation when it has. */
export function nextOfScreening(submission: number, view: ScreeningView, sent: ReadonlySet<string>): Next<Notice> {
  const { now, status, screeningDue: due, policy } = view;
  if (view.submission !== submission) return end();
  if (status === 'more-information-required') return rest();
  if (status !== 'submitted') return end();
  const notice = { matter: 'screening', occurrence: `${submission}/${due}`, organisation: 'secretariat' };
  return notify(now, sent, [
    { at: plusDays(due, -policy.remindBeforeScreeningIsDue), notice: { do: 'RemindOf', ...notice, role: 'secretariat.officer' } },
    { at: due, notice: { do: 'EscalateTo', ...notice, role: 'secretariat.approver' } },
  ]);
}
