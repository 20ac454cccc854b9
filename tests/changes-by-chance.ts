import { anyEvents } from '@junkan/kit/testing/events.fixture.ts';
import * as registry from '@junkan/project-registry/mapping.ts';
import type { Registered as Proposer } from '@junkan/project-registry/proposers/proposer.ts';
import { proposerActs } from '@junkan/project-registry/proposers/proposer-acts.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/commands.ts';
import * as sponsors from '@junkan/sponsor-registry/mapping.ts';
import type { Registered as Sponsor } from '@junkan/sponsor-registry/sponsors/sponsor.ts';
import { sponsorActs } from '@junkan/sponsor-registry/sponsors/sponsor-acts.ts';
import fc from 'fast-check';
import { NOW, persons } from './commands-by-chance.ts';
import { at, GIVEN } from './histories-by-chance.ts';

// What organisations are called, and where they propose projects: proposed by one person, decided by another.

const given = { ...GIVEN, proposal: fc.constantFrom(1, 2), before: 'A', countries: ['JP'], countriesBefore: ['JP'] };
const names = { proposal: 1, before: 'A', name: 'B', at };
const facts = { now: NOW };
const asked = { proposal: fc.constantFrom(1, 2, 3), spo: 'spo_a', org: 'org_a' };

/** Each proposal once, and decided once. */
function isLegal(event: { readonly type: string }, state: object): boolean {
  const { changes = [] } = state as { readonly changes?: readonly { readonly status: string }[] };
  const isNew = event.type.endsWith('Proposed');
  const isPending = changes.at(-1)?.status === 'proposed';
  return 'proposal' in event && event.proposal === changes.length + (isNew ? 1 : 0) && isPending !== isNew;
}

const { proposeSponsorChange, confirmSponsorChange, refuseSponsorChange } = COMMANDS.sponsor;
const { proposeProposerChange, confirmProposerChange, refuseProposerChange } = COMMANDS.project;
/** They name the organisation itself, and no part of it. */
const onItself = (...of: Parameters<typeof persons>) => persons(...of).map((tried) => tried.map((one) => ({ ...one, of: {} })));

export const SPONSOR = {
  context: 'sponsor' as const,
  owned: sponsors.sponsors,
  first: { type: 'SponsorRegistered', name: 'A', kind: 'fund', by: 'per_a' },
  begun: [[{ type: 'SponsorChangeProposed', ...names, note: 'txt_a', by: 'per_a' }]],
  events: anyEvents('sponsor', ['SponsorChangeProposed', 'SponsorChanged', 'SponsorChangeRefused'], { given }),
  commands: onItself({ proposeSponsorChange, confirmSponsorChange, refuseSponsorChange } as never, 'sponsor', { given: asked, facts }),
  isLegal,
  permissionsOf: (state: Sponsor, by: Actor, now: string) =>
    sponsorActs.permissions({ ...state, id: 'spo_a' }, { now }, sponsors.BODIES, by),
};

export const PROPOSER = {
  context: 'project' as const,
  owned: registry.proposers,
  first: { type: 'ProposerRegistered', name: 'A', kind: 'city', countries: ['JP'], by: 'per_a' },
  begun: [[{ type: 'ProposerChangeProposed', ...names, countriesBefore: ['JP'], countries: ['JP', 'VN'], note: 'txt_a', by: 'per_a' }]],
  events: anyEvents('project', ['ProposerChangeProposed', 'ProposerChanged', 'ProposerChangeRefused'], { given }),
  commands: onItself({ proposeProposerChange, confirmProposerChange, refuseProposerChange } as never, 'proposer', { given: asked, facts }),
  isLegal,
  permissionsOf: (state: Proposer, by: Actor, now: string) =>
    proposerActs.permissions({ ...state, id: 'org_a' }, { now }, registry.BODIES, by),
};
