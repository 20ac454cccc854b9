import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, moneyOf } from '@junkan/kit/grpc/fields.ts';
import { invalid } from '@junkan/kit/grpc/problem.ts';
import { type CalendarDate, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { milestones } from '../mapping.ts';
import { hashOf } from './evidence.ts';
import type { CommandParts } from './parts.ts';
import { KINDS } from './rejections.ts';
import { matterOf } from './reminding.ts';

type Commands = Handlers<typeof ProjectCommandServiceService>;
const milestoneIdOf = (value: string) => idOf('mst', value, 'milestone');

export const milestoneCommands = (parts: CommandParts) => ({ ...falling(parts), ...reporting(parts) });

function falling({
  store,
  clock,
  policy,
}: CommandParts): Pick<
  Commands,
  'beginMilestone' | 'markMilestoneDue' | 'markMilestoneOverdue' | 'remindOfMilestone' | 'escalateMilestone'
> {
  const toMilestone = commander(store, milestones, KINDS);
  return {
    beginMilestone(request, call) {
      const terms = {
        project: idOf('prj', request.project, 'project'),
        agreement: idOf('agr', request.agreement, 'agreement'),
        proposer: idOf('org', request.proposer, 'proposer'),
        number: request.number,
        title: request.title,
        dueOn: calendarDateOf(request.dueOn, 'due_on'),
        amount: moneyOf(request.amount, 'amount'),
      };
      return toMilestone(milestoneIdOf(request.milestone), { type: 'BeginMilestone', ...terms, by: call.actor }, call);
    },
    markMilestoneDue: ({ milestone }, call) =>
      toMilestone(milestoneIdOf(milestone), { type: 'MarkMilestoneDue', now: clock.now(), policy, by: call.actor }, call),

    markMilestoneOverdue: ({ milestone }, call) =>
      toMilestone(milestoneIdOf(milestone), { type: 'MarkMilestoneOverdue', now: clock.now(), policy, by: call.actor }, call),

    remindOfMilestone: (request, call) =>
      toMilestone(milestoneIdOf(request.milestone), { type: 'RemindOf', ...matterOf(request), by: call.actor }, call),

    escalateMilestone: (request, call) =>
      toMilestone(milestoneIdOf(request.milestone), { type: 'EscalateTo', ...matterOf(request), by: call.actor }, call),
  };
}

function reporting({
  store,
  texts,
  blobs,
  clock,
  policy,
}: CommandParts): Pick<Commands, 'submitMilestoneReport' | 'returnMilestoneReport' | 'verifyMilestone'> {
  const toMilestone = commander(store, milestones, KINDS);
  return {
    async submitMilestoneReport(request, call) {
      const evidence = [...new Set(request.evidence.map((hash) => hashOf(hash, 'evidence')))];
      const kept = await blobs.has(evidence);
      const command = {
        type: 'SubmitMilestoneReport' as const,
        evidence,
        unknownEvidence: evidence.filter((hash) => !kept.has(hash)),
        indicators: request.indicators,
        note: await texts.keep(request.note.trim()),
        now: clock.now(),
        policy,
        by: call.actor,
      };
      return toMilestone(milestoneIdOf(request.milestone), command, call);
    },
    returnMilestoneReport: async ({ milestone, report, note }, call) =>
      toMilestone(
        milestoneIdOf(milestone),
        { type: 'ReturnMilestoneReport', report, note: await texts.keep(note.trim()), by: call.actor },
        call,
      ),

    verifyMilestone: ({ milestone, report }, call) =>
      toMilestone(milestoneIdOf(milestone), { type: 'VerifyMilestone', report, by: call.actor }, call),
  };
}

function calendarDateOf(value: string, field: string): CalendarDate {
  if (!isCalendarDate(value)) throw invalid(field, 'must be an ISO 8601 calendar date');
  return value;
}
