import { crashPoints } from '@junkan/kit/crash.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { matterOf, oneOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { milestoneIdParts, REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import { checkedIn } from '../../criteria/api/checked.ts';
import { citedIn } from '../../evidence/api/cited.ts';
import { milestones, projects } from '../../mapping.ts';
import { draftOf, draftToSign, plannedOf } from '../../reports/api/drafts.ts';
import { isFinal, MET_IN_FULL, RESTS } from '../milestone.ts';
import { earlierThan } from './earlier.ts';

const crashAt = crashPoints({
  'targets.taken-over': 'A milestone has taken over what an amendment has made of its targets; the workflow that brought it has no answer.',
});

export const milestoneCommands = (parts: CommandParts) => ({
  ...falling(parts),
  ...reporting(parts),
  ...inspecting(parts),
  ...waiving(parts),
});

type Falling =
  | 'beginMilestone'
  | 'markMilestoneDue'
  | 'markMilestoneOverdue'
  | 'changeMilestone'
  | 'cancelMilestone'
  | 'remindOfMilestone'
  | 'escalateMilestone';

function falling({ store, clock, policy }: CommandParts): Pick<Commands, Falling> {
  const run = commander(store, milestones, REJECTIONS);
  return {
    beginMilestone: ({ milestone, ...terms }, call) => run(milestone, { type: 'BeginMilestone', ...terms, by: call.actor }, call),

    markMilestoneDue: ({ milestone }, call) => run(milestone, { type: 'MarkMilestoneDue', now: clock.now(), policy, by: call.actor }, call),

    markMilestoneOverdue: ({ milestone }, call) =>
      run(milestone, { type: 'MarkMilestoneOverdue', now: clock.now(), policy, by: call.actor }, call),

    async changeMilestone({ milestone, ...changed }, call) {
      const answer = await run(milestone, { type: 'ChangeMilestone', ...changed, by: call.actor }, call);
      if (changed.targets.length > 0) crashAt('targets.taken-over');
      return answer;
    },

    cancelMilestone: ({ milestone, because }, call) => run(milestone, { type: 'CancelMilestone', because, by: call.actor }, call),

    remindOfMilestone: ({ milestone, ...matter }, call) => run(milestone, { type: 'RemindOf', ...matterOf(matter), by: call.actor }, call),

    escalateMilestone: ({ milestone, ...matter }, call) =>
      run(milestone, { type: 'EscalateTo', ...matterOf(matter), by: call.actor }, call),
  };
}

function reporting({
  store,
  texts,
  uploads,
  scans,
  clock,
  policy,
}: CommandParts): Pick<Commands, 'submitMilestoneReport' | 'returnMilestoneReport' | 'verifyMilestone' | 'rejectMilestone'> {
  const said = withNote(commander(store, milestones, REJECTIONS), texts);
  return {
    async submitMilestoneReport({ milestone, indicators, note: words, fileNamesPublic, ...cited }, call) {
      const draft = await draftToSign(store, (await draftOf(store, milestone)).id);
      const known = { ...(await citedIn(uploads, cited.evidence, call)), planned: await plannedOf(store, milestone) };
      const facts = { ...known, draft, now: clock.now() };
      const report = { type: 'SubmitMilestoneReport', ...facts, indicators, fileNamesPublic, policy, by: call.actor } as const;
      return said(milestone, words, call, (note) => ({ ...report, note }), scans.beforeCiting(cited.evidence));
    },

    returnMilestoneReport: ({ milestone, report, note: words }, call) =>
      said(milestone, words, call, (note) => ({ type: 'ReturnMilestoneReport', report, note, by: call.actor })),

    async verifyMilestone({ milestone, report, payableBasisPoints, rest: wanted, note: words, accepted }, call) {
      const { state } = await store.known(milestones, milestone);
      const areFree = scans.beforeCiting(state.status === 'submitted' ? state.report.evidence : []);
      const rest = payableBasisPoints === MET_IN_FULL ? ('' as const) : oneOf(RESTS, wanted, 'rest');
      const facts = { canCarry: await canCarry(store, milestone), now: clock.now(), policy };
      const verdict = { report, payableBasisPoints, rest, accepted, ...facts };
      return said(milestone, words, call, (note) => ({ type: 'VerifyMilestone', ...verdict, note, by: call.actor }), areFree);
    },

    async rejectMilestone({ milestone, report, rest, note: words }, call) {
      const verdict = { report, rest, canCarry: await canCarry(store, milestone) };
      return said(milestone, words, call, (note) => ({ type: 'RejectMilestone', ...verdict, note, by: call.actor }));
    },
  };
}

function inspecting({ store, texts, lists, uploads, scans, clock }: CommandParts): Pick<Commands, 'inspectMilestone'> {
  const run = commander(store, milestones, REJECTIONS);
  const found = checkedIn({ texts, lists }, 'inspection-criteria');
  return {
    async inspectMilestone({ milestone, checks, note: words, evidence: named, ...seen }, call) {
      const { note, checked, keep } = await found({ stream: milestone, note: words, checks }, call);
      const { evidence, unknownEvidence } = await citedIn(uploads, named, call);
      const inspection = { ...seen, evidence, unknownEvidence, checked, note, now: clock.now() };
      return run(milestone, { type: 'InspectMilestone', ...inspection, by: call.actor }, call, async () => {
        await scans.beforeCiting(evidence)?.();
        await keep();
      });
    },
  };
}

function waiving({ store, texts }: CommandParts): Pick<Commands, 'proposeWaiver' | 'refuseWaiver' | 'waiveMilestone'> {
  const run = commander(store, milestones, REJECTIONS);
  const said = withNote(run, texts);
  return {
    async proposeWaiver({ milestone, rest, note: words }, call) {
      const waiver = { rest, canCarry: await canCarry(store, milestone) };
      return said(milestone, words, call, (note) => ({ type: 'ProposeWaiver', ...waiver, note, by: call.actor }));
    },

    refuseWaiver: ({ milestone, waiver, note: words }, call) =>
      said(milestone, words, call, (note) => ({ type: 'RefuseWaiver', waiver, note, by: call.actor })),

    async waiveMilestone({ milestone, waiver, amount }, call) {
      const earlier = await earlierThan(store, milestone);
      return run(milestone, { type: 'WaiveMilestone', waiver, amount, earlier, by: call.actor }, call);
    },
  };
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
