import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, matterOf, moneyOf, oneOf } from '@junkan/kit/grpc/fields.ts';
import { invalid } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { type CalendarDate, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { milestoneIdParts, REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectCommandServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import { isFinal, MET_IN_FULL, RESTS } from '../domain/milestone.ts';
import { milestones, projects } from '../mapping.ts';
import { earlierThan } from './earlier.ts';
import { hashOf } from './evidence.ts';
import type { CommandParts } from './parts.ts';

type Commands = Handlers<typeof ProjectCommandServiceService>;
const milestoneIdOf = (value: string) => idOf('mst', value, 'milestone');

export const milestoneCommands = (parts: CommandParts) => ({ ...falling(parts), ...reporting(parts), ...waiving(parts) });

function falling({
  store,
  clock,
  policy,
}: CommandParts): Pick<
  Commands,
  | 'beginMilestone'
  | 'markMilestoneDue'
  | 'markMilestoneOverdue'
  | 'changeMilestone'
  | 'cancelMilestone'
  | 'remindOfMilestone'
  | 'escalateMilestone'
> {
  const toMilestone = commander(store, milestones, REJECTIONS);
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

    changeMilestone({ milestone, dueOn, amount, carriedFrom }, call) {
      const changed = { dueOn: calendarDateOf(dueOn, 'due_on'), amount: moneyOf(amount, 'amount'), carriedFrom };
      return toMilestone(milestoneIdOf(milestone), { type: 'ChangeMilestone', ...changed, by: call.actor }, call);
    },

    cancelMilestone: ({ milestone, because }, call) =>
      toMilestone(milestoneIdOf(milestone), { type: 'CancelMilestone', because, by: call.actor }, call),

    remindOfMilestone: (request, call) =>
      toMilestone(milestoneIdOf(request.milestone), { type: 'RemindOf', ...matterOf(request), by: call.actor }, call),

    escalateMilestone: (request, call) =>
      toMilestone(milestoneIdOf(request.milestone), { type: 'EscalateTo', ...matterOf(request), by: call.actor }, call),
  };
}

function reporting({
  store,
  texts,
  uploads,
  clock,
  policy,
}: CommandParts): Pick<Commands, 'submitMilestoneReport' | 'returnMilestoneReport' | 'verifyMilestone' | 'rejectMilestone'> {
  const toMilestone = commander(store, milestones, REJECTIONS);
  return {
    async submitMilestoneReport(request, call) {
      const milestone = milestoneIdOf(request.milestone);
      const text = await texts.draft(request.note.trim(), { stream: milestone, by: call.actor });
      const evidence = [...new Set(request.evidence.map((hash) => hashOf(hash, 'evidence')))];
      const own = (await uploads.of(evidence)).filter(({ organisation }) => organisation === call.actor.organisation);
      const command = {
        type: 'SubmitMilestoneReport' as const,
        evidence,
        unknownEvidence: evidence.filter((hash) => own.every((upload) => upload.hash !== hash)),
        uploadedBy: [...new Set(own.map(({ person }) => person))],
        indicators: request.indicators,
        planned: await plannedOf(store, milestone),
        note: text.reference,
        now: clock.now(),
        policy,
        by: call.actor,
      };
      return toMilestone(milestone, command, call, text.keep);
    },
    async returnMilestoneReport({ milestone: id, report, note }, call) {
      const milestone = milestoneIdOf(id);
      const text = await texts.draft(note.trim(), { stream: milestone, by: call.actor });
      return toMilestone(milestone, { type: 'ReturnMilestoneReport', report, note: text.reference, by: call.actor }, call, text.keep);
    },

    async verifyMilestone(request, call) {
      const milestone = milestoneIdOf(request.milestone);
      const text = await texts.draft(request.note.trim(), { stream: milestone, by: call.actor });
      const payableBasisPoints = request.payableBasisPoints || MET_IN_FULL;
      const command = {
        type: 'VerifyMilestone' as const,
        report: request.report,
        payableBasisPoints,
        rest: payableBasisPoints === MET_IN_FULL ? ('' as const) : oneOf(RESTS, request.rest, 'rest'),
        note: text.reference,
        canCarry: await canCarry(store, milestone),
        now: clock.now(),
        policy,
        by: call.actor,
      };
      return toMilestone(milestone, command, call, text.keep);
    },

    async rejectMilestone(request, call) {
      const milestone = milestoneIdOf(request.milestone);
      const text = await texts.draft(request.note.trim(), { stream: milestone, by: call.actor });
      const command = {
        type: 'RejectMilestone' as const,
        report: request.report,
        rest: oneOf(RESTS, request.rest, 'rest'),
        note: text.reference,
        canCarry: await canCarry(store, milestone),
        by: call.actor,
      };
      return toMilestone(milestone, command, call, text.keep);
    },
  };
}

function waiving({ store, texts }: CommandParts): Pick<Commands, 'proposeWaiver' | 'refuseWaiver' | 'waiveMilestone'> {
  const toMilestone = commander(store, milestones, REJECTIONS);
  return {
    async proposeWaiver(request, call) {
      const milestone = milestoneIdOf(request.milestone);
      const text = await texts.draft(request.note.trim(), { stream: milestone, by: call.actor });
      const command = {
        type: 'ProposeWaiver' as const,
        rest: oneOf(RESTS, request.rest, 'rest'),
        note: text.reference,
        canCarry: await canCarry(store, milestone),
        by: call.actor,
      };
      return toMilestone(milestone, command, call, text.keep);
    },
    async refuseWaiver({ milestone: id, waiver, note }, call) {
      const milestone = milestoneIdOf(id);
      const text = await texts.draft(note.trim(), { stream: milestone, by: call.actor });
      return toMilestone(milestone, { type: 'RefuseWaiver', waiver, note: text.reference, by: call.actor }, call, text.keep);
    },

    async waiveMilestone({ milestone: id, waiver, amount }, call) {
      const milestone = milestoneIdOf(id);
      const shown = amount && moneyOf(amount, 'amount');
      const earlier = await earlierThan(store, milestone);
      return toMilestone(milestone, { type: 'WaiveMilestone', waiver, amount: shown, earlier, by: call.actor }, call);
    },
  };
}

/** The codes of the indicators that the milestone's proposal promises. */
async function plannedOf(store: EventStore, milestone: string): Promise<readonly string[]> {
  const { state } = await store.known(milestones, milestone);
  if (state.status === 'absent') return [];
  const project = (await store.load(projects, state.terms.project)).state;
  return project.status === 'absent' ? [] : project.proposal.indicators;
}

/** Whether a later milestone of the same agreement still waits for its verdict. */
async function canCarry(store: EventStore, milestone: string): Promise<boolean> {
  const { state } = await store.known(milestones, milestone);
  if (state.status === 'absent') return false;
  const { agreement, number, project } = state.terms;
  const planned = (await store.load(projects, project)).state;
  const later = planned.status === 'absent' ? [] : planned.proposal.milestones.filter((each) => each.number > number);
  const found = await Promise.all(later.map((each) => store.load(milestones, idFrom(...milestoneIdParts(agreement, each.number)))));
  return found.some((each) => each.state.status !== 'absent' && !isFinal(each.state));
}

function calendarDateOf(value: string, field: string): CalendarDate {
  if (!isCalendarDate(value)) throw invalid(field, 'must be an ISO 8601 calendar date');
  return value;
}
