import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Rejection } from './agreement-commands.ts';
import type { InForce, SponsorId } from './agreement-state.ts';

/** A budget is paid out within its period: afterwards nothing more goes to the bank. What the bank has been told it may still do. */
export function periodFault(sponsor: SponsorId, now: Instant, { shares }: Pick<InForce, 'shares'>): Rejection | undefined {
  const { periodStart = '', periodEnd = '' } = shares.find((share) => share.sponsor === sponsor) ?? {};
  const today = dateOf(now);
  const isWithin = today >= periodStart && (periodEnd === '' || today <= periodEnd);
  return isWithin ? undefined : { type: 'OutsideThePeriodOfTheBudget', today, periodStart, periodEnd };
}
