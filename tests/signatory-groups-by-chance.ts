import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import type { Existing } from '@junkan/programme/declaration/group.ts';
import { groupActs } from '@junkan/programme/declaration/group-acts.ts';
import { BODIES, groups } from '@junkan/programme/mapping.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { GIVEN, typesOf } from './histories-by-chance.ts';

const formed = {
  type: 'GroupFormed',
  declaration: 'dcl_a',
  lead: 'org_a',
  title: 'Cities of the bay',
  groupKind: 'shared',
  sharedCommitments: ['C1'],
  at: NOW,
  by: 'per_a',
};
const city = fc.constantFrom('org_b', 'org_c');

/** Cities that sign together. */
export const SIGNATORY_GROUPS = {
  context: 'programme' as const,
  owned: groups,
  events: anyEvents('programme', typesOf(CONTEXTS.programme, 'signatory-group', 'GroupFormed'), { given: { ...GIVEN, city } }),
  commands: persons(COMMANDS.programme, 'group', {
    given: { city },
    facts: { now: NOW },
    otherwise: { inviteToGroup: { signs: fc.boolean() } },
  }),
  first: formed,
  isLegal: ({ type }: { readonly type: string }, { status }: { readonly status?: string }) =>
    type !== 'GroupFormed' && status === 'standing',
  permissionsOf: (state: Existing, by: Actor, now: string) => groupActs.permissions(state, { now }, BODIES, by),
};
