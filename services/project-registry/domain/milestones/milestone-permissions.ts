import type { Instant } from '@junkan/kit/pure/dates.ts';
import { type Attempts, type BodiesFor, type Permission, permissions } from '@junkan/kit/pure/permissions.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Policy } from '../policy.ts';
import { type Command, type Earlier, type Existing, type Rejection, reportOf, type ToSign } from './milestone.ts';
import { decide } from './milestone-decide.ts';

/**
 * `earlier`: the milestones before it, whose remainders may be on their way here. `draft`: of its next report; `uploadedBy`: who uploaded
 * its files.
 */
export type MilestoneFacts = {
  readonly now: Instant;
  readonly policy: Policy;
  readonly earlier: readonly Earlier[];
  readonly draft: ToSign;
  readonly uploadedBy: readonly string[];
};

/** What an actor may do with a milestone: each operation is decided with a body that no rule objects to. */
export const milestonePermissions = (state: Existing, facts: MilestoneFacts, bodies: MilestoneBodies, by: Actor): Permission<Rejection>[] =>
  permissions<Command, Rejection>({
    attempts: [{ as: attempts(state, facts) }],
    bodies,
    decide: (command) => decide(command, state),
    hiding: ['MilestoneIsUnknown'],
    by,
  });

/** What the bodies of its operations say. */
export type MilestoneBodies = BodiesFor<Command, ReturnType<typeof attempts>>;

function attempts(state: Existing, { now, policy, earlier, draft, uploadedBy }: MilestoneFacts) {
  const known = { unknownEvidence: [], uploadedBy: [], planned: [] } as const;
  const report = reportOf(state)?.number ?? 1;
  const waiver = state.waiver?.number ?? (state.status === 'waived' ? state.waivers : state.waivers + 1);
  const canCarry = true;
  return {
    reportMilestone: { type: 'SubmitMilestoneReport', ...known, draft, now, policy },
    signOffReport: {
      type: 'SignOffReport',
      ...known,
      uploadedBy,
      now,
      policy,
      version: draft.version,
      draft,
      planned: draft.indicators.map(({ code }) => ({ code, unit: '', isDue: true })),
    },
    returnReport: { type: 'ReturnMilestoneReport', report },
    verifyMilestone: { type: 'VerifyMilestone', report, canCarry, now, policy },
    rejectMilestone: { type: 'RejectMilestone', report, canCarry },
    proposeWaiver: { type: 'ProposeWaiver', canCarry },
    waiveMilestone: { type: 'WaiveMilestone', waiver, earlier },
    refuseWaiver: { type: 'RefuseWaiver', waiver },
  } as const satisfies Attempts<Command>;
}
