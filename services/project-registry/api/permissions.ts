import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Client, Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { notFound } from '@junkan/kit/grpc/problem.ts';
import { isAllowed } from '@junkan/kit/pure/permissions.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { milestonePermissions } from '../domain/milestone-permissions.ts';
import type { Policy } from '../domain/policy.ts';
import { CLEAR, projectPermissions } from '../domain/project-permissions.ts';
import { milestones, projects } from '../mapping.ts';
import { earlierThan } from './earlier.ts';

export type PermissionParts = {
  readonly store: EventStore;
  readonly clock: PolicyClock;
  readonly sponsors: Pick<Client<typeof SponsorQueryServiceService>, 'passportOf'>;
  readonly policy: Policy;
};
type Queries = Pick<Handlers<typeof ProjectQueryServiceService>, 'projectPermissions' | 'milestonePermissions'>;

/** What the caller may do. Facts of other streams are asked for only where nothing else stands against what they decide on. */
export function permissionQueries({ store, clock, sponsors, policy }: PermissionParts): Queries {
  return {
    async projectPermissions({ id }, call) {
      const { state } = await store.load(projects, idOf('prj', id, 'id'));
      if (state.status === 'absent') throw notFound('Project', id);
      const facts = { now: clock.now(), policy, standing: CLEAR };
      const best = projectPermissions(state, facts, call.actor);
      if (!isAllowed(best, 'approveProject')) return permissionsMessage(best, REJECTIONS);
      const { status, level, validUntil, stops } = await sponsors.passportOf({ subject: state.proposer }, call);
      const standing = { passport: status, level, validUntil, stops };
      return permissionsMessage(projectPermissions(state, { ...facts, standing }, call.actor), REJECTIONS);
    },

    async milestonePermissions({ id }, call) {
      const { state } = await store.load(milestones, idOf('mst', id, 'id'));
      if (state.status === 'absent') throw notFound('Milestone', id);
      const facts = { now: clock.now(), policy, earlier: [] };
      const best = milestonePermissions(state, facts, call.actor);
      if (!isAllowed(best, 'waiveMilestone')) return permissionsMessage(best, REJECTIONS);
      const earlier = await earlierThan(store, id);
      return permissionsMessage(milestonePermissions(state, { ...facts, earlier }, call.actor), REJECTIONS);
    },
  };
}
