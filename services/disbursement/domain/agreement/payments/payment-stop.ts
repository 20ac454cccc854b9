import { notAllowed } from '@junkan/kit/pure/actor.ts';
import { dateOf, type Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { MoveBudgetEnd, Rejection } from '../agreement-commands.ts';
import type { Event } from '../agreement-events.ts';
import { type InForce, isInForce, type State } from '../agreement-state.ts';
import { type Part, standingOn } from '../holds/hold.ts';

/**
 * Why the money of a part does not go on now, though its agreement is in force: somebody holds it, or the period of its budget is over. What the bank has
 * been told goes on: `toldAt`, where it was told before now.
 */
export function stopFault(
  part: Part,
  now: Instant,
  { shares, holds }: Pick<InForce, 'shares' | 'holds'>,
  toldAt?: Instant,
): Rejection | undefined {
  const { tranche, sponsor } = part;
  const hold = standingOn(part, holds).find(({ heldAt }) => toldAt === undefined || heldAt <= toldAt);
  if (hold) return { type: 'PaymentIsHeld', tranche, sponsor, hold: hold.number, reason: hold.reason, since: hold.heldAt };
  const { periodStart = '', periodEnd = '' } = shares.find((share) => share.sponsor === sponsor) ?? {};
  const today = dateOf(now);
  const isWithin = today >= periodStart && (periodEnd === '' || today <= periodEnd);
  return isWithin ? undefined : { type: 'OutsideThePeriodOfTheBudget', today, periodStart, periodEnd };
}

/** The sponsor has moved the end of its budget on. What is told late, after a later day, changes nothing. */
export function moveBudgetEnd({ sponsor, periodEnd, now, by }: MoveBudgetEnd, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  if (!isInForce(state) || state.status === 'ended') return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  const share = state.shares.find((each) => each.sponsor === sponsor);
  if (!share) return refuse({ type: 'PartyIsNotOfTheAgreement', party: sponsor });
  const before = share.periodEnd;
  return before === '' || periodEnd <= before ? alreadyApplied : accept({ type: 'BudgetEndMoved', sponsor, before, periodEnd, at: now });
}
