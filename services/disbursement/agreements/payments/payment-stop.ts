import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { type Part, standingOn } from '../holds/hold.ts';

/**
 * Why the money of a part does not proceed now, though its agreement is in force: it is on hold, or the period of its budget is over.
 * Earlier instructions proceed: `toldAt` is the time of the instruction.
 */
export function stopFault(
  part: Part,
  now: Instant,
  { shares, holds }: Pick<InForce, 'shares' | 'holds'>,
  instructedAt?: Instant,
): Rejection | undefined {
  const { tranche, sponsor } = part;
  const hold = standingOn(part, holds).find(({ heldAt }) => instructedAt === undefined || heldAt <= instructedAt);
  if (hold) return { type: 'PaymentIsHeld', tranche, sponsor, hold: hold.number, reason: hold.reason, since: hold.heldAt };
  const { periodStart = '', periodEnd = '' } = shares.find((share) => share.sponsor === sponsor) ?? {};
  const today = dateOf(now);
  const isWithin = today >= periodStart && (periodEnd === '' || today <= periodEnd);
  return isWithin ? undefined : { type: 'OutsideThePeriodOfTheBudget', today, periodStart, periodEnd };
}
