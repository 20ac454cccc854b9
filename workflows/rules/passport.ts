import { endOf, type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { act, end, type Next, type Notice, noticeKey, notify, rest } from './next.ts';
import type { NoticePolicy } from './policy.ts';
import type { StatusOf } from './statuses.ts';
import type { Later, Whole } from './whole.ts';

export type PassportView = Readonly<Pick<Passport, 'clearance' | 'validUntil' | 'underReview'>> & {
  readonly now: Instant;
  readonly status: StatusOf<'passport'>;
  readonly policy: NoticePolicy;
} & Later<Pick<Passport, 'requests'>>;
export type WholePassportView = Whole<PassportView>;
/** Nothing here goes up a ladder: a notice is a reminder. */
export type PassportStep = Notice | { readonly do: 'ExpireClearance' };

/**
 * While one clearance is valid: the secretariat is reminded before its last day to request it again, and it expires when that day is over.
 * It ends with the clearance: cleared again, gravely flagged, revoked or expired.
 */
export function nextOfPassport(clearance: number, view: PassportView, sent: ReadonlySet<string>): Next<PassportStep> {
  switch (view.status) {
    case 'cleared':
      return view.clearance === clearance ? whileItIsCleared(view, sent) : end();
    case 'requested':
    case 'flagged':
    case 'revoked':
    case 'expired':
      return end();
    case 'unrecognised':
      return rest();
  }
}

function whileItIsCleared(
  { now, clearance, validUntil, underReview, policy }: PassportView,
  sent: ReadonlySet<string>,
): Next<PassportStep> {
  const expiry = endOf(validUntil);
  if (now >= expiry) return act<PassportStep>({ do: 'ExpireClearance' });
  const notice = { matter: 'clearance', occurrence: `${clearance}/${validUntil}`, organisation: 'secretariat' };
  const reminder = {
    at: plusDays(expiry, -policy.remindBeforeClearanceExpires),
    notice: { do: 'RemindOf', ...notice, role: 'secretariat.officer' },
  } as const;
  return notify<PassportStep>(now, sent, underReview ? [] : [reminder], expiry);
}

/** While one request waits for its verdict: the verifier is notified immediately, and has to act. */
export function nextOfRequest(request: number, view: PassportView, sent: ReadonlySet<string>): Next<PassportStep> {
  if (view.requests !== request || !view.underReview) return end();
  const notice: Notice = {
    do: 'RemindOf',
    matter: 'due-diligence',
    occurrence: String(request),
    role: 'secretariat.verifier',
    organisation: 'secretariat',
  };
  return sent.has(noticeKey(notice)) ? end() : act<PassportStep>(notice);
}
