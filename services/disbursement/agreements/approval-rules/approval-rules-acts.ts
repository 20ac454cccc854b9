import { actsOf } from '@junkan/kit/pure/acts.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { money } from '@junkan/kit/pure/money.ts';
import type { Command, Existing, Rejection } from './approval-rules.ts';
import { decide } from './approval-rules-decide.ts';

/** `now`: when it would be done. */
export type ApprovalRulesFacts = { readonly now: Instant; readonly coolingDays: number };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: ApprovalRulesFacts }>();

/** What is done to the rules of an organisation, by the proposal that was made last. */
export const approvalRulesActs = acts({
  decide,
  hiding: ['ApprovalRulesAreUnknown'],
  acts: [
    whole(({ proposals, limits: standing, dayLimits }, { now, coolingDays }) => {
      const proposal = proposals.length;
      // Other than those that are in force; the currency is the one that ISO 4217 keeps for tests.
      const limits = standing.length > 0 ? [] : [money(1n, 'XTS')];
      return {
        proposeLimits: { type: 'ProposeLimits', limits, dayLimits, now },
        approveLimits: { type: 'ApproveLimits', proposal, coolingDays, now },
        refuseLimits: { type: 'RefuseLimits', proposal, now },
      };
    }).waiting(({ proposals }) => {
      const against = [proposals.at(-1)?.proposedBy ?? ''];
      return [{ kind: 'limits-to-approve', ends: ['approveLimits', 'refuseLimits'], against, silence: 'nothing' }];
    }),
  ],
  organisations: ({ organisation }) => [organisation],
  alone: (_, now) => ({ now, coolingDays: 0 }),
});
