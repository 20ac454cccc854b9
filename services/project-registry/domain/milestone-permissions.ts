import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempt, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import { type Command, type Earlier, type Existing, MET_IN_FULL, type Rejection, reportOf } from './milestone.ts';
import { decide } from './milestone-decide.ts';
import type { Policy } from './policy.ts';

/** `earlier`: the milestones before it, whose rests may be on their way here. */
export type MilestoneFacts = { readonly now: Instant; readonly policy: Policy; readonly earlier: readonly Earlier[] };

/** What an actor may do with a milestone: each operation is decided with a body that no rule objects to. */
export const milestonePermissions = (state: Existing, facts: MilestoneFacts, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: attempts(state, facts),
    decide: (command) => decide(command, state),
    hiding: ['MilestoneIsUnknown'],
    by,
  });

/** No reference of a text that anybody said before. */
const NOTE = 'note';

function attempts(state: Existing, { now, policy, earlier }: MilestoneFacts): Attempt<Command>[] {
  const report = reportOf(state)?.number ?? 1;
  const waiver = state.waiver?.number ?? (state.status === 'waived' ? state.waivers : state.waivers + 1);
  const reported = { evidence: ['evidence'], indicators: [], note: NOTE, unknownEvidence: [], uploadedBy: [], planned: [] };
  const cancelled = { rest: 'cancelled', canCarry: true, note: NOTE } as const;
  const inFull = { payableBasisPoints: MET_IN_FULL, rest: '', canCarry: true, note: NOTE } as const;
  return [
    { operation: 'reportMilestone', command: (by) => ({ type: 'SubmitMilestoneReport', ...reported, now, policy, by }) },
    { operation: 'returnReport', command: (by) => ({ type: 'ReturnMilestoneReport', report, note: NOTE, by }) },
    { operation: 'verifyMilestone', command: (by) => ({ type: 'VerifyMilestone', report, ...inFull, now, policy, by }) },
    { operation: 'rejectMilestone', command: (by) => ({ type: 'RejectMilestone', report, ...cancelled, by }) },
    { operation: 'proposeWaiver', command: (by) => ({ type: 'ProposeWaiver', ...cancelled, by }) },
    { operation: 'waiveMilestone', command: (by) => ({ type: 'WaiveMilestone', waiver, amount: undefined, earlier, by }) },
    { operation: 'refuseWaiver', command: (by) => ({ type: 'RefuseWaiver', waiver, note: NOTE, by }) },
  ];
}
