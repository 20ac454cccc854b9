import type { Received } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { permissionsMessage } from '@junkan/kit/grpc/permissions.ts';
import { notFound } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { isAllowed } from '@junkan/kit/pure/permissions.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { REJECTIONS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import type { MilestoneFacts } from '../domain/agreement-commands.ts';
import { agreementPermissions } from '../domain/agreement-permissions.ts';
import type { AgreementId } from '../domain/agreement-state.ts';
import { agreements, milestoneFacts } from '../mapping.ts';
import { preparedByOf } from './preparing.ts';
import { milestoneOf, type ProjectRegistry } from './registry.ts';

export type PermissionParts = { readonly store: EventStore; readonly clock: PolicyClock; readonly projectRegistry: ProjectRegistry };

/** What the caller may do. Facts of the project are asked for only where nothing else stands against what they decide on. */
export const agreementPermissionsQuery =
  ({ store, clock, projectRegistry }: PermissionParts): Handlers<typeof DisbursementQueryServiceService>['agreementPermissions'] =>
  async ({ id }, call) => {
    const agreement = idOf('agr', id, 'id');
    const { state } = await store.load(agreements, agreement);
    if (state.status === 'absent') throw notFound('Agreement', id);
    const facts = { agreement, now: clock.now(), preparedBy: [], milestones: new Map() };
    const best = agreementPermissions(state, facts, call.actor);
    const maySign = isAllowed(best, 'signAgreement');
    const preparedBy = maySign ? await preparedByOf(agreement, call.actor.organisation, { store, projectRegistry }, call) : [];
    const tranches = best.flatMap(({ answer, of }) => (answer === 'allowed' && of.tranche !== undefined ? [of.tranche] : []));
    if (!maySign && tranches.length === 0) return permissionsMessage(best, REJECTIONS);
    const milestones = await milestonesOf(agreement, [...new Set(tranches)], projectRegistry, call);
    return permissionsMessage(agreementPermissions(state, { ...facts, preparedBy, milestones }, call.actor), REJECTIONS);
  };

/** Where the milestones of these tranches stand. */
async function milestonesOf(agreement: AgreementId, tranches: readonly number[], registry: ProjectRegistry, call: Received) {
  const asked = tranches.map(async (tranche): Promise<[number, MilestoneFacts]> => {
    const id = idFrom(...milestoneIdParts(agreement, tranche));
    return [tranche, milestoneFacts(id, await milestoneOf(registry, id, call))];
  });
  return new Map(await Promise.all(asked));
}
