import { type CalendarDate, endOf, type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { act, end, type Next, type Notice, notify, rest } from './next.ts';
import type { NoticePolicy } from './policy.ts';
import type { StatusOf } from './statuses.ts';

export type PassportView = {
  readonly now: Instant;
  readonly status: StatusOf<'passport'>;
  /** The newest clearance. */
  readonly clearance: number;
  readonly validUntil: CalendarDate;
  /** Whether the next clearance is asked for already. */
  readonly underReview: boolean;
  readonly policy: NoticePolicy;
};
/** Nothing here goes up a ladder: a notice is a reminder. */
export type PassportStep = Notice | { readonly do: 'ExpireClearance' };

/**
 * While one clearance stands: the secretariat is reminded before its last day that it must be asked for anew, and it expires
 * when that day is over. It ends with the clearance: cleared anew, gravely flagged, revoked or expired.
 */
export function nextOfPassport(clearance: number, view: PassportView, sent: ReadonlySet<string>): Next<PassportStep> {
  const { now, status, validUntil, underReview, policy } = view;
  if (status === 'unrecognised') return rest();
  if (view.clearance !== clearance || status !== 'cleared') return end();
  const expiry = endOf(validUntil);
  if (now >= expiry) return act<PassportStep>({ do: 'ExpireClearance' });
  const notice = { matter: 'clearance', occurrence: `${clearance}/${validUntil}`, organisation: 'secretariat' };
  const reminder = {
    at: plusDays(expiry, -policy.remindBeforeClearanceExpires),
    notice: { do: 'RemindOf', ...notice, role: 'secretariat.officer' },
  } as const;
  return notify<PassportStep>(now, sent, underReview ? [] : [reminder], expiry);
}
