import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { permissionsMessage, whereKnown } from '@junkan/kit/grpc/permissions.ts';
import { isAllowed } from '@junkan/kit/pure/permissions.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Permissions } from '@junkan/proto/junkan/common/v1/common.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type * as milestone from '../domain/milestone.ts';
import { milestonePermissions } from '../domain/milestone-permissions.ts';
import type { Policy } from '../domain/policy.ts';
import type * as project from '../domain/project.ts';
import { CLEAR, projectPermissions } from '../domain/project-permissions.ts';
import { BODIES } from '../mapping.ts';
import { dueDiligenceOf, type Sponsors } from './due-diligence.ts';
import { earlierThan } from './earlier.ts';

export type PermissionParts = {
  readonly store: EventStore;
  readonly clock: PolicyClock;
  readonly sponsors: Sponsors;
  readonly policy: Policy;
};

// Facts of other streams are asked for only where nothing else stands against what they decide on.

/** What the caller may do with a project. */
export async function permittedWithProject(
  { clock, sponsors, policy }: PermissionParts,
  state: project.Existing,
  call: Received,
): Promise<Permissions> {
  const facts = { now: clock.now(), policy, dueDiligence: CLEAR };
  const best = projectPermissions(state, facts, BODIES, call.actor);
  if (!isAllowed(best, 'approveProject')) return permissionsMessage(best, REJECTIONS);
  const dueDiligence = await whereKnown(dueDiligenceOf(sponsors, state.proposer, call));
  if (dueDiligence === 'out-of-reach') return permissionsMessage(best, REJECTIONS, { approveProject: 'due-diligence' });
  return permissionsMessage(projectPermissions(state, { ...facts, dueDiligence }, BODIES, call.actor), REJECTIONS);
}

/** What the caller may do with a milestone. */
export async function permittedWithMilestone(
  { store, clock, policy }: PermissionParts,
  id: string,
  state: milestone.Existing,
  call: Received,
): Promise<Permissions> {
  const facts = { now: clock.now(), policy, earlier: [] };
  const best = milestonePermissions(state, facts, BODIES, call.actor);
  if (!isAllowed(best, 'waiveMilestone')) return permissionsMessage(best, REJECTIONS);
  const earlier = await earlierThan(store, id);
  return permissionsMessage(milestonePermissions(state, { ...facts, earlier }, BODIES, call.actor), REJECTIONS);
}
