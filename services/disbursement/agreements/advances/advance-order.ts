import { accept, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { unmetOf } from '../conditions/condition-decide.ts';
import { isOver } from '../payments/payment.ts';
import { orderedAlready } from '../payments/payment-duties.ts';
import { stopFault } from '../payments/payment-stop.ts';
import { statusOf } from './advance.ts';
import type { RequestAdvance } from './advance-commands.ts';
import { aheadFault } from './advance-decide.ts';

/** Finance requests the payment of an advance that the proposer asks for. It depends on the plan, and on no verdict. */
export function decideAdvanceOrder(command: RequestAdvance, state: InForce): Decision<Event, Rejection> {
  const { advance: number, payment, milestoneOf, now, by } = command;
  const advance = state.advances[number - 1];
  if (!advance) return refuse({ type: 'AdvanceIsUnknown', advance: number });
  const { tranche, sponsor, amount, askedBy } = advance;
  const before = state.payments.get(payment);
  if (before && !isOver(before)) return orderedAlready(payment, before, by);
  if (state.status !== 'effective') return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  const status = statusOf(state, advance);
  if (status !== 'asked') return refuse({ type: 'AdvanceInStatus', advance: number, status });
  const cell = state.cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  if (!cell) return refuse({ type: 'CellIsUnknown', tranche, sponsor });
  const milestone = milestoneOf(tranche);
  // A verdict may have come since it was asked for.
  const fault = stopFault(cell, now, state) ?? aheadFault(cell, milestone, amount, state);
  if (fault) return refuse(fault);
  const unmet = unmetOf(state, sponsor);
  if (unmet.length > 0) return refuse({ type: 'ConditionsAreOpen', sponsor, conditions: unmet });
  const rests = { milestone: milestone.id, report: 0, submittedBy: askedBy, verifiedBy: '', reportedBy: [] };
  return accept({ type: 'PaymentRequested', payment, tranche, sponsor, amount, ...rests, at: now, by: by.person, advance: number });
}
