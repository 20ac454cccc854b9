import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, Existing, Rejection, TrialBalance, Unresolved } from './period.ts';
import { decide } from './period-decide.ts';

/** `now`: when it would be done. The others: of the days through the one that was proposed last. */
export type PeriodFacts = TrialBalance & {
  readonly now: Instant;
  readonly unresolved: Unresolved | undefined;
  readonly reportedBy: readonly string[];
};

/** What an actor may do with a period. */
export const periodPermissions = (state: Existing, facts: PeriodFacts, bodies: PeriodBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['PeriodIsUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type PeriodBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

const attempts = ({ from, through }: Existing, { now, unresolved, reportedBy, balances, balanceHash }: PeriodFacts) =>
  ({
    proposePeriod: { type: 'ProposePeriod', from, through, reportedBy, balances, balanceHash, unresolved, now },
    closePeriod: { type: 'ClosePeriod', balanceHash, unresolved, now },
    refusePeriod: { type: 'RefusePeriod', now },
  }) as const satisfies Attempts<Command>;
