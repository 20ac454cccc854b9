import type { Actor } from '@junkan/proto/actor.ts';
import { advanceUnderWay } from '../advances/advance.ts';
import type { Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { unmetOf } from '../conditions/condition-decide.ts';
import { MET_IN_FULL } from '../contract/contract.ts';
import type { Cell } from '../contract/terms.ts';
import type { MilestoneId } from '../ids.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import type { Order } from './payment.ts';
import type { RequestPayment } from './payment-commands.ts';
import { dutiesBefore, otherDuty, reporters } from './payment-duties.ts';
import { stopFault } from './payment-stop.ts';

type Verified = Extract<MilestoneFacts, { is: 'verified' }>;
type Grounds = Pick<Order, 'report' | 'submittedBy' | 'verifiedBy' | 'reportedBy'> & { readonly milestone: MilestoneId };
type Asking = Pick<RequestPayment, 'agreement' | 'milestone' | 'now' | 'by'>;

/** What a payment of a cell is based on if it is requested now, or why it cannot be. */
export function groundsOf({ agreement, milestone, now, by }: Asking, cell: Cell, state: InForce): Grounds | Rejection {
  const { tranche, sponsor } = cell;
  const stopped = stopFault(cell, now, state);
  if (stopped) return stopped;
  const unmet = unmetOf(state, sponsor);
  if (unmet.length > 0) return { type: 'ConditionsAreOpen', sponsor, conditions: unmet };
  if (milestone.is !== 'verified')
    return {
      type: 'MilestoneIsNotVerified',
      milestone: milestone.id,
      status: milestone.is === 'not-payable' ? milestone.verdict : milestone.status,
    };
  const isApplied = state.verdicts.some((verdict) => verdict.tranche === tranche);
  const fault = faultOf(milestone, agreement, by, isApplied);
  if (fault) return fault;
  const ahead = advanceUnderWay(state, tranche, sponsor);
  if (ahead) return { type: 'AdvanceIsUnderWay', advance: ahead.number };
  const { id, report, submittedBy, verifiedBy, reportedBy } = milestone;
  return { milestone: id, report, submittedBy, verifiedBy, reportedBy };
}

/** Why this verified milestone gives the maker no payment to request, or nothing. */
function faultOf({ id, ...verified }: Verified, agreement: string, by: Actor, isApplied: boolean): Rejection | undefined {
  const { verifiedBy, payableBasisPoints } = verified;
  if (verified.agreement !== agreement) return { type: 'MilestoneIsOfAnotherAgreement', milestone: id, agreement: verified.agreement };
  if (payableBasisPoints !== MET_IN_FULL && !isApplied) return { type: 'VerdictIsNotApplied', milestone: id, payableBasisPoints };
  return otherDuty(verifiedBy, reporters(verified)) ?? otherDuty(by.person, dutiesBefore(verified));
}
