import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import type { Same } from '@junkan/kit/same.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type { ApprovingRole } from '@junkan/proto/actor.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/project/v1/commands.ts';
import * as published from '@junkan/proto/junkan/project/v1/language.ts';
import type * as model from '@junkan/proto/junkan/project/v1/model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as clock from './clock/clock.ts';
import type * as delegation from './delegations/delegation.ts';
import { decide as decideDelegation } from './delegations/delegation-decide.ts';
import { delegationsFold, milestoneFold, projectFold, proposerFold, reportFold } from './fold.ts';
import type * as milestone from './milestones/milestone.ts';
import { decide as decideMilestone } from './milestones/milestone-decide.ts';
import type * as project from './projects/project.ts';
import { decide as decideProject } from './projects/project-decide.ts';
import * as reference from './projects/reference.ts';
import * as affiliation from './proposers/affiliation.ts';
import * as proposer from './proposers/proposer.ts';
import type { Change } from './proposers/proposer-change.ts';
import type * as report from './reports/report.ts';
import { decide as decideReport } from './reports/report-decide.ts';

/** Of each operation a body that no rule objects to. */
export const BODIES = bodiesOf<typeof COMMANDS, Requests>(COMMANDS);

// What is published is what the domain says: no more and no less.
true satisfies Same<proposer.ProposerKind, published.ProposerKind>;
true satisfies Same<Change['status'], published.ProposerChangeStatus>;
true satisfies Same<project.Status, published.ProjectStatus>;
true satisfies Same<milestone.Status, published.MilestoneStatus>;
true satisfies Same<milestone.Rest, published.Rest>;
true satisfies Same<report.Status | 'signed-off' | 'lapsed', published.DraftStatus>;
true satisfies Same<delegation.Status, published.DelegationsStatus>;
true satisfies Same<delegation.Delegation['status'], published.DelegationStatus>;
true satisfies Same<ApprovingRole, published.DelegatedRole>;
true satisfies Same<
  (
    | affiliation.Rejection
    | clock.Rejection
    | delegation.Rejection
    | milestone.Rejection
    | project.Rejection
    | proposer.Rejection
    | reference.Rejection
    | report.Rejection
  )['type'],
  published.Rejection
>;

export const proposers: Aggregate<proposer.State, proposer.Command, proposer.Event, proposer.Rejection> = {
  ...proposerFold,
  decide: proposer.decide,
  statusOf: ({ status }) => status,
};

export const projects: Aggregate<project.State, project.Command, project.Event, project.Rejection> = {
  ...projectFold,
  decide: decideProject,
  statusOf: ({ status }) => status,
};

export const milestones: Aggregate<milestone.State, milestone.Command, milestone.Event, milestone.Rejection> = {
  ...milestoneFold,
  decide: decideMilestone,
  statusOf: ({ status }) => status,
};

export const reports: Aggregate<report.State, report.Command, report.Event, report.Rejection> = {
  ...reportFold,
  decide: decideReport,
  statusOf: ({ status }) => status,
};

export const projectReferences: Aggregate<reference.State, reference.Command, reference.Event, reference.Rejection> = {
  ...reference,
  aggregate: 'project-reference',
  foldVersion: FOLD_VERSIONS['project-reference'],
  statusOf: ({ status }) => status,
  codec: eventCodec<reference.Event>(published.EVENTS['project-reference']),
};

export const clocks: Aggregate<clock.State, clock.Command, clock.Event, clock.Rejection> = {
  ...clock,
  aggregate: 'clock',
  foldVersion: FOLD_VERSIONS.clock,
  statusOf: ({ offset }) => (offset !== 0n ? 'advanced' : 'real'),
  codec: eventCodec<clock.Event>(published.EVENTS.clock),
};

export const delegationLists: Aggregate<delegation.State, delegation.Command, delegation.Event, delegation.Rejection> = {
  ...delegationsFold,
  decide: decideDelegation,
  statusOf: ({ status }) => status,
};

export const persons: Aggregate<affiliation.State, affiliation.Command, affiliation.Event, affiliation.Rejection> = {
  ...affiliation,
  aggregate: 'person',
  foldVersion: FOLD_VERSIONS.person,
  statusOf: ({ status }) => status,
  codec: eventCodec<affiliation.Event>(published.EVENTS.person),
};

export const clockMessage = (id: string, { state, version }: Folded<clock.State>): model.Clock => ({ id, version, offset: state.offset });
