import { approvalRulesPermissions } from '@junkan/disbursement/domain/approval-rules-permissions.ts';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import { NOW, onApprovalRules } from './commands-by-chance.ts';
import type { Case, Event } from './deciders-by-chance.ts';
import { limitsProposed, ofApprovalRules } from './histories-by-chance.ts';

type Proposals = { readonly status?: string; readonly proposals?: readonly unknown[] };

/** The rules of an organisation: one proposal after the other, each decided once. */
export const APPROVAL_RULES: Case = {
  ...{ context: 'disbursement', owned: disbursement.approvalRuleBooks, events: ofApprovalRules, commands: onApprovalRules },
  first: limitsProposed as Event,
  begun: [[{ type: 'LimitsApproved', proposal: 1, at: NOW, by: 'per_b' }]],
  isLegal(event, state) {
    const { status, proposals = [] } = state as Proposals;
    const isNew = event.type === 'LimitsProposed';
    return 'proposal' in event && event.proposal === proposals.length + (isNew ? 1 : 0) && (status === 'proposed') !== isNew;
  },
  permissionsOf: (state, by, now) => approvalRulesPermissions(state, { now }, disbursement.BODIES, by),
};
