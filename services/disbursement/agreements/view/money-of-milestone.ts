import { type Money, money, total } from '@junkan/kit/pure/money.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { MoneyStep } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { MoneyOfMilestoneResponse } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { Milestone, TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { agreements } from '../../mapping.ts';
import { keptOfTranche, paidOfTranche } from '../../readers.ts';
import { evolve } from '../agreement.ts';
import type { Event } from '../agreement-faces.ts';
import { type Existing, initial, isInForce, type State } from '../agreement-state.ts';
import { payableOf, trancheSums } from '../contract/cells.ts';
import { currencyOf } from '../contract/terms.ts';
import { type Moment, moneySteps } from './money-steps.ts';
import { milestoneSteps, restsOnVerdict, VERDICTS } from './verdict-steps.ts';

type Sources = {
  readonly milestone: Pick<Milestone, 'id' | 'number' | 'agreement'>;
  readonly commits: readonly Commit[];
  /** The milestone's own history. */
  readonly history: readonly TimelineEntry[];
};

/** Follows a milestone's money from commitment to settlement; nothing where there is no agreement. */
export function moneyOfMilestone({ milestone, commits, history }: Sources): MoneyOfMilestoneResponse | undefined {
  const { id, number: tranche, agreement } = milestone;
  const moments = momentsOf(commits.flatMap(recorded));
  const state = moments.at(-1)?.after;
  if (!state) return undefined;
  const own = moments.flatMap((moment) => moneySteps(moment, { agreement, tranche }));
  return {
    milestone: id,
    agreement,
    project: state.project,
    tranche,
    planned: trancheSums(state).find(({ number }) => number === tranche)?.planned,
    ...sumsOf(state, tranche),
    steps: inOrder(own, milestoneSteps(history)),
  };
}

/** An event of the agreement with who caused it, when, and in which chain. */
export type Recorded = Pick<Moment, 'event' | 'at' | 'by' | 'correlationId'>;

const recorded = ({ events, at, actor, correlationId }: Commit): Recorded[] =>
  events.map((stored) => ({ event: agreements.codec.decode(stored), at, by: actor.person, correlationId }));

/** Each event between the states before and after it: what a step did to a part of a tranche is the difference of the two. */
export function momentsOf(events: readonly Recorded[]): Moment[] {
  let before: State = initial;
  return events.map((event) => {
    const after = exists(evolve(before, event.event), event.event);
    const moment = { ...event, before, after };
    before = after;
    return moment;
  });
}

function exists(state: State, { type }: Event): Existing {
  if (state.status === 'absent') throw new Error(`${type} left no agreement`);
  return state;
}

/** What the tranche holds, and what has become of it. */
function sumsOf(state: Existing, tranche: number): Record<'payable' | 'paid' | 'kept' | 'left', Money> {
  const currency = currencyOf(state);
  const payments = isInForce(state) ? [...state.payments.values()] : [];
  const payable = payableOf(tranche, state);
  const paid = total(
    paidOfTranche(payments, tranche).map(({ amount }) => amount),
    currency,
  );
  const kept = total(keptOfTranche(payments, tranche), currency);
  const left = payable.amount - paid.amount - kept.amount;
  return { payable, paid, kept, left: money(left > 0n ? left : 0n, currency) };
}

/** By policy time; the verdict comes before what depends on it, whatever the clocks of two machines say. */
export function inOrder(own: readonly MoneyStep[], ofMilestone: readonly MoneyStep[]): MoneyStep[] {
  const waiting = [...ofMilestone];
  const merged = own.flatMap((step) => {
    const later = waiting.findIndex(({ at }) => at > step.at);
    const earlier = later < 0 ? waiting.length : later;
    const judged = restsOnVerdict(step) ? waiting.findLastIndex((each) => VERDICTS.includes(each.step)) + 1 : 0;
    return [...waiting.splice(0, Math.max(earlier, judged)), step];
  });
  return [...merged, ...waiting];
}
