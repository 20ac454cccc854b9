import { SECRETARIAT } from '@junkan/kit/pure/actor.ts';
import { type ApprovalRulesStatus, parseApprovalRulesStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { ApprovalRules } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import { excluding, type Task, task } from './task.ts';

const AWAITS: Readonly<Record<ApprovalRulesStatus | Unrecognised, boolean>> = { proposed: true, standing: false, unrecognised: false };

/** A second person of the organisation approves the limits that the first has proposed. */
export function tasksOfRules({ status, organisation, proposals }: ApprovalRules): Task[] {
  if (!AWAITS[parseApprovalRulesStatus(status)]) return [];
  const operations = ['approveLimits', 'refuseLimits'];
  const role = organisation === SECRETARIAT ? 'secretariat.approver' : 'sponsor.approver';
  const excluded = excluding('PreparedByTheSamePerson', [proposals.at(-1)?.proposedBy ?? '']);
  return [task({ kind: 'limits-to-approve', role, organisation, operations, silence: 'nothing', excluded })];
}
