import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Existing } from '@junkan/project-registry/delegations/delegation.ts';
import { delegationActs } from '@junkan/project-registry/delegations/delegation-acts.ts';
import * as registry from '@junkan/project-registry/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { at, GIVEN, typesOf } from './histories-by-chance.ts';

const delegated = {
  type: 'RoleDelegated',
  organisation: 'spo_a',
  delegation: 1,
  role: 'sponsor.approver',
  takenBy: 'per_c',
  firstDay: '2026-11-25',
  lastDay: '2026-11-30',
  note: 'txt_a',
  at,
  by: 'per_a',
};

const ofDelegations = anyEvents('project', typesOf(CONTEXTS.project, 'delegations'), {
  given: {
    ...GIVEN,
    organisation: 'spo_a',
    delegation: fc.constantFrom(1, 2),
    role: 'sponsor.approver',
    takenBy: 'per_c',
    firstDay: '2026-11-25',
    lastDay: '2026-11-30',
  },
});

const onDelegations = persons(COMMANDS.project, 'delegations', {
  also: ['delegateRole'],
  given: {
    role: 'sponsor.approver',
    takenBy: fc.constantFrom('per_c', 'per_d'),
    firstDay: fc.constantFrom('2026-11-25', '2026-11-25', '2026-11-24'),
    lastDay: fc.constantFrom('2026-11-25', '2026-11-30'),
  },
  facts: { now: NOW, taker: { organisation: '', roles: [] }, maximumDays: 60 },
});

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
  permissionsOf: (state: Existing, by: Actor, now: string) =>
    delegationActs.permissions(state, { now, takers: new Map() }, registry.BODIES, by),
};
