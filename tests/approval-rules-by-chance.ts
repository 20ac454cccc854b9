import type { Existing } from '@junkan/disbursement/agreements/approval-rules/approval-rules.ts';
import { approvalRulesActs } from '@junkan/disbursement/agreements/approval-rules/approval-rules-acts.ts';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { amount, at, GIVEN, typesOf } from './histories-by-chance.ts';

const limitsProposed = {
  type: 'LimitsProposed',
  organisation: 'spo_a',
  proposal: 1,
  limits: [amount],
  dayLimits: [],
  at,
  by: 'per_a',
};

const ofApprovalRules = anyEvents('disbursement', typesOf(CONTEXTS.disbursement, 'approval-rules'), {
  given: { ...GIVEN, organisation: 'spo_a', proposal: fc.constantFrom(1, 2), limits: [amount], dayLimits: [] },
});

const onApprovalRules = persons(COMMANDS.disbursement, 'rules', {
  also: ['proposeLimits'],
  facts: { now: NOW, coolingDays: 3, dayLimits: fc.constant([]) },
});

type Proposals = { readonly status?: string; readonly proposals?: readonly unknown[] };

/** The rules of an organisation: one proposal after the other, each decided once. */
export const APPROVAL_RULES = {
  context: 'disbursement' as const,
  owned: disbursement.approvalRuleBooks,
  events: ofApprovalRules,
  commands: onApprovalRules,
  first: limitsProposed,
  begun: [[{ type: 'LimitsApproved', proposal: 1, at: NOW, by: 'per_b' }]],
  isLegal(event: { readonly type: string }, state: object): boolean {
    const { status, proposals = [] } = state as Proposals;
    const isNew = event.type === 'LimitsProposed';
    return 'proposal' in event && event.proposal === proposals.length + (isNew ? 1 : 0) && (status === 'proposed') !== isNew;
  },
  permissionsOf: (state: Existing, by: Actor, now: string) =>
    approvalRulesActs.permissions(state, { now, coolingDays: 3 }, disbursement.BODIES, by),
};
