import type { Existing } from '@junkan/project-registry/domain/delegations/delegation.ts';
import { delegationPermissions } from '@junkan/project-registry/domain/delegations/delegation-permissions.ts';
import * as registry from '@junkan/project-registry/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { NOW, onDelegations } from './commands-by-chance.ts';
import { delegated, ofDelegations } from './histories-by-chance.ts';

type Given = { readonly delegations?: readonly { readonly status: string }[] };

/** What an organisation has delegated: each confirmed once at most, and ended once. */
export const DELEGATIONS = {
  context: 'project' as const,
  owned: registry.delegationLists,
  events: ofDelegations,
  commands: onDelegations,
  first: delegated,
  begun: [[{ type: 'DelegationConfirmed', delegation: 1, at: NOW, by: 'per_b' }]],
  isLegal(event: { readonly type: string }, state: object): boolean {
    const { delegations = [] } = state as Given;
    if (!('delegation' in event)) return false;
    if (event.type === 'RoleDelegated') return event.delegation === delegations.length + 1;
    const status = delegations[Number(event.delegation) - 1]?.status;
    return status === 'proposed' || (status === 'confirmed' && event.type === 'DelegationEnded');
  },
  permissionsOf: (state: Existing, by: Actor, now: string) => delegationPermissions(state, { now, takers: new Map() }, registry.BODIES, by),
};
