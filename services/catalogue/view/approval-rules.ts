import { approvalRulesFold } from '@junkan/disbursement/fold.ts';
import type { ApprovalRules } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Listed } from './item.ts';

/** By which rules an organisation approves: for itself and overseers. */
export const approvalRules: Listed<(typeof approvalRulesFold)['initial'], ApprovalRules> = {
  kind: 'rules',
  fold: approvalRulesFold,
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, status, organisation } = seen;
    const columns = { version, status, organisation, created, updated };
    return [{ kind: 'rules', id, n, tags: {}, parties: [organisation], columns, doc: () => approvalRulesFold.toJson(seen) }];
  },
};
