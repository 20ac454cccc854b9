import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { allocate, greater } from '@junkan/kit/pure/money.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { advanceUnderWay } from '../advances/advance.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import { type InForce, isInForce, type State } from '../agreement-state.ts';
import type { MilestoneFacts } from '../milestone-facts.ts';
import { isOver } from '../payments/payment.ts';
import { goneOf } from '../retention/retention.ts';
import { cancelled, openTranches, paidWith, payableOf } from './cells.ts';
import type { ApplyVerdict } from './contract.ts';
import { MET_IN_FULL, type Verdict } from './contract.ts';
import type { Cell } from './terms.ts';

/**
 * Cuts a tranche to what its milestone's verdict makes payable. What is not payable goes to the next open tranche of the
 * same sponsor, or is owed no more. The verdict is a person's; this only does what it says.
 */
export function applyVerdict(command: ApplyVerdict, state: State): Decision<Event, Rejection> {
  const { agreement, tranche, milestone, unjudged, now, by } = command;
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'AgreementIsUnknown' });
  if (!isInForce(state)) return refuse({ type: 'AgreementIsNotEffective', status: state.status });
  if (milestone.is === 'unverified') return refuse({ type: 'MilestoneIsNotVerified', milestone: milestone.id, status: milestone.status });
  if (milestone.agreement !== agreement)
    return refuse({ type: 'MilestoneIsOfAnotherAgreement', milestone: milestone.id, agreement: milestone.agreement });
  const verdict = verdictOf(tranche, milestone);
  const isAtItsEnd = state.status === 'terminated' || state.status === 'ended';
  if (isAtItsEnd || verdict === undefined || state.verdicts.some((each) => each.tranche === tranche)) return alreadyApplied;
  const ordered = orderOf(tranche, state);
  if (ordered) return refuse(ordered);
  const carriedTo = verdict.rest === 'carried' ? nextOpen(state, tranche, unjudged) : 0;
  const cells = cut(state, verdict, carriedTo);
  const reduced: Event = {
    type: 'TrancheReduced',
    ...verdict,
    milestone: milestone.id,
    rest: carriedTo === 0 ? 'cancelled' : 'carried',
    carriedTo,
    cells,
    payable: payableOf(tranche, { ...state, cells }),
    entry: cancelled(`reduced/${tranche}`, agreement, state, cells),
  };
  return accept(reduced, ...paidWith(state, cells, now));
}

type Given = Omit<Verdict, 'carriedTo'>;

/** What the verdict does; nothing where all is payable. */
function verdictOf(tranche: number, milestone: Exclude<MilestoneFacts, { is: 'unverified' }>): Given | undefined {
  const { rest } = milestone;
  if (milestone.is === 'not-payable') return { tranche, rest, verdict: milestone.verdict, payableBasisPoints: 0 };
  const { payableBasisPoints } = milestone;
  return payableBasisPoints === MET_IN_FULL ? undefined : { tranche, rest, verdict: 'partially-met', payableBasisPoints };
}

/** An order for this tranche that is not over: nothing is cut once money is on its way. */
function orderOf(tranche: number, state: InForce): Rejection | undefined {
  const ahead = advanceUnderWay(state, tranche);
  if (ahead) return { type: 'AdvanceIsUnderWay', advance: ahead.number };
  const ordered = [...state.payments].find(([, order]) => order.tranche === tranche && order.advance === 0 && !isOver(order));
  return ordered && { type: 'CellHasAnOrder', payment: ordered[0], status: ordered[1].status };
}

/** The tranche after this one that can still take money, because its own milestone is still to be judged; 0 where there is none. */
const nextOpen = (state: InForce, tranche: number, unjudged: readonly number[]): number =>
  openTranches(state).find((number) => number > tranche && unjudged.includes(number)) ?? 0;

/**
 * What the verdict makes payable of the whole tranche, in whole minor units and never more than its share, is apportioned to the
 * sponsors' cells by largest remainder. No cell becomes less than was paid of it before; what it loses goes to its sponsor's cell of the
 * other tranche.
 */
function cut(state: InForce, { tranche, payableBasisPoints }: Given, carriedTo: number): Cell[] {
  const judged = state.cells.filter((cell) => cell.tranche === tranche);
  const amounts = judged.map(({ amount }) => amount.amount);
  const whole = amounts.reduce((sum, amount) => sum + amount, 0n);
  const shares = whole > 0n ? allocate((whole * BigInt(payableBasisPoints)) / BigInt(MET_IN_FULL), amounts) : amounts;
  const kept = new Map(judged.map((cell, at) => [cell.sponsor, greater(shares[at] ?? 0n, goneOf(state, cell))]));
  return state.cells.map((cell) => {
    const { amount, currency } = cell.amount;
    const payable = kept.get(cell.sponsor) ?? 0n;
    if (cell.tranche === tranche) return { ...cell, amount: { amount: payable, currency } };
    if (cell.tranche !== carriedTo) return cell;
    const before = judged.find(({ sponsor }) => sponsor === cell.sponsor)?.amount.amount ?? 0n;
    return { ...cell, amount: { amount: amount + before - payable, currency } };
  });
}
