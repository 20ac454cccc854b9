import type { WorkKind } from '@junkan/proto/junkan/catalogue/v1/language.ts';
import { type DraftStatus, parseDraftStatus, parseMilestoneStatus } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ReportDraft } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Unrecognised } from '@junkan/proto/language.ts';
import type { MilestoneState } from '../milestone.ts';
import { dueAtEndOf, excluding, type Task, task } from './task.ts';

/** What waits of a draft. */
export const KINDS_OF_DRAFTS: readonly WorkKind[] = ['report-to-sign', 'draft-returned'];

/** What a draft waits for, by its own events. It is visible to its proposer alone, and not to overseers either. */
export function tasksOfDraft({ project, proposer, status, preparedBy }: ReportDraft): Task[] {
  const common = { project, organisation: proposer, silence: 'nothing' } as const;
  const known: DraftStatus | Unrecognised = parseDraftStatus(status);
  switch (known) {
    case 'sent': {
      const excluded = excluding('PreparedByTheSamePerson', preparedBy);
      const operations = ['signOffReport', 'returnDraft'];
      return [task({ ...common, kind: 'report-to-sign', role: 'proposer.certifier', operations, excluded })];
    }
    case 'returned':
      return [task({ ...common, kind: 'draft-returned', role: 'proposer.officer', operations: ['sendDraft'] })];
    case 'editing':
    case 'signed-off':
    case 'lapsed':
    case 'unrecognised':
      return [];
  }
}

/** With the date of its milestone; nothing once that has its report, or asks for none any more. */
export function dueOfDraft(of: Task, { number }: ReportDraft, milestone: MilestoneState | undefined): Task[] {
  if (!milestone) return [of];
  return isAwaited(number, milestone) ? [{ ...of, ...dueAtEndOf(milestone.dueOn), amount: milestone.amount }] : [];
}

/**
 * A report is not requested from the person who has sent its draft to the certifier, who has the task then. For others it waits as before:
 * they cannot see drafts.
 */
export const withheldByDraft = (of: Task, draft: ReportDraft | undefined): Task =>
  draft?.status === 'sent' && of.operations.includes('reportMilestone') ? { ...of, isWithheld: true } : of;

function isAwaited(number: number, { status, report }: MilestoneState): boolean {
  const known = parseMilestoneStatus(status);
  switch (known) {
    case 'scheduled':
    case 'due':
    case 'overdue':
    case 'returned':
      return number > (report?.number ?? 0);
    case 'submitted':
    case 'verified':
    case 'partially-met':
    case 'rejected':
    case 'waived':
    case 'cancelled':
    case 'unrecognised':
      return false;
  }
}
