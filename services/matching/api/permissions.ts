import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { notFound } from '@junkan/kit/grpc/problem.ts';
import { isAllowed } from '@junkan/kit/pure/permissions.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { REJECTIONS } from '@junkan/proto/junkan/matching/v1/language.ts';
import type { MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import { CLEAR, fundingPermissions } from '../domain/permissions.ts';
import { fundings } from '../mapping.ts';
import type { Facts } from './facts.ts';

export type PermissionParts = {
  readonly store: EventStore;
  readonly clock: PolicyClock;
  readonly facts: Pick<Facts, 'standingOf'>;
  readonly reopenedDays: number;
};

/** What the caller may do. Due diligence is asked for only where nothing else stands against an approval. */
export const fundingPermissionsQuery =
  ({ store, clock, facts, reopenedDays }: PermissionParts): Handlers<typeof MatchingQueryServiceService>['fundingPermissions'] =>
  async ({ id }, call) => {
    const { state } = await store.load(fundings, idOf('fnd', id, 'id'));
    if (state.status === 'absent') throw notFound('Funding', id);
    const known = { now: clock.now(), reopenedDays, standing: CLEAR };
    const best = fundingPermissions(state, known, call.actor);
    if (!isAllowed(best, 'approveOffer')) return permissionsMessage(best, REJECTIONS);
    const standing = await facts.standingOf(state.proposer, call);
    return permissionsMessage(fundingPermissions(state, { ...known, standing }, call.actor), REJECTIONS);
  };
