import { type Existing, pendingIn } from '@junkan/disbursement/books/periods/period.ts';
import { periodActs } from '@junkan/disbursement/books/periods/period-acts.ts';
import { BODIES, periods } from '@junkan/disbursement/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { onPeriod } from './commands-by-chance.ts';
import { ofPeriod, periodProposed } from './histories-by-chance.ts';

type Event = { readonly type: string; readonly proposal?: number };

/** A period is proposed where no proposal waits and none was confirmed, and the one that waits is decided. */
function isLegal({ type, proposal }: Event, state: object): boolean {
  const { proposals = [], status } = state as Partial<Existing>;
  const pending = pendingIn({ proposals });
  if (type === 'PeriodProposed') return status !== 'closed' && !pending && proposal === proposals.length + 1;
  return pending !== undefined && proposal === pending.number;
}

/** A closing of the books. */
export const PERIOD = {
  context: 'disbursement' as const,
  owned: periods,
  events: ofPeriod,
  commands: onPeriod,
  first: periodProposed,
  isLegal,
  /** The books say what was proposed. */
  permissionsOf(state: Existing, by: Actor, now: string) {
    const { balances = [], balanceHash = '0' } = state.proposals.at(-1) ?? {};
    return periodActs.permissions(state, { now, unresolved: undefined, reportedBy: [], balances, balanceHash }, BODIES, by);
  },
};
