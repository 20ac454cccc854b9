import { accept, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { contested, type InForce } from '../agreement-state.ts';
import type { SponsorId } from '../ids.ts';
import { isOver, type Payment } from '../payments/payment.ts';
import { dutiesBefore, orderedAlready, otherDuty } from '../payments/payment-duties.ts';
import { stopFault } from '../payments/payment-stop.ts';
import { heldOf, isRelease, OF_ALL_TRANCHES, unpaidCells } from './retention.ts';
import type { RequestRelease } from './retention-commands.ts';

/**
 * Requests the payment of what was retained of a sponsor's money, once every part of every tranche is settled and no settlement is
 * contested. It depends on the verdict of the last milestone of which something was retained, whose reporters and verifier have no part in
 * it.
 */
export function decideRelease({ sponsor, payment, now, by }: RequestRelease, state: InForce): Decision<Event, Rejection> {
  const before = state.payments.get(payment);
  if (before && !isOver(before)) return orderedAlready(payment, before, by);
  const amount = heldOf(state, sponsor);
  const last = lastRetained(state, sponsor);
  if (amount.amount === 0n || !last) return refuse({ type: 'NothingIsRetained', sponsor });
  const payments = [...unpaidCells(state), ...contested(state)];
  if (payments.length > 0) return refuse({ type: 'PaymentsAreOpen', payments });
  const fault = otherDuty(by.person, dutiesBefore(last)) ?? stopFault({ tranche: OF_ALL_TRANCHES, sponsor }, now, state);
  if (fault) return refuse(fault);
  const { milestone, report, submittedBy, verifiedBy, reportedBy } = last;
  const rests = { milestone, report, submittedBy, verifiedBy, reportedBy };
  return accept({ type: 'PaymentRequested', payment, tranche: OF_ALL_TRANCHES, sponsor, amount, ...rests, at: now, by: by.person });
}

/** The sponsor's payment for its last milestone of which something was retained. */
export const lastRetained = ({ payments }: InForce, sponsor: SponsorId): Payment | undefined =>
  [...payments.values()]
    .filter((payment) => payment.sponsor === sponsor && !isRelease(payment) && payment.retained.amount > 0n)
    .toSorted((one, other) => one.tranche - other.tranche)
    .at(-1);
