import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Command, Existing, Rejection } from './approval-rules.ts';
import { decide } from './approval-rules-decide.ts';

/** `now`: when it would be done. */
export type ApprovalRulesFacts = { readonly now: Instant };

/** What an actor may do with the rules of an organisation, by the proposal that was made last. */
export const approvalRulesPermissions = (
  state: Existing,
  facts: ApprovalRulesFacts,
  bodies: ApprovalRulesBodies,
  by: Actor,
): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['ApprovalRulesAreUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type ApprovalRulesBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

function attempts({ proposals, limits: standing }: Existing, { now }: ApprovalRulesFacts) {
  const proposal = proposals.length;
  // Other than those that stand; the currency is the one that ISO 4217 keeps for tests.
  const limits = standing.length > 0 ? [] : [money(1n, 'XTS')];
  return {
    proposeLimits: { type: 'ProposeLimits', limits, now },
    approveLimits: { type: 'ApproveLimits', proposal, now },
    refuseLimits: { type: 'RefuseLimits', proposal, now },
  } as const satisfies Attempts<Command>;
}
