import type { Same } from '@junkan/kit/same.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import * as published from '@junkan/proto/junkan/project/v1/language.ts';
import type * as model from '@junkan/proto/junkan/project/v1/model.ts';
import * as affiliation from './domain/affiliation.ts';
import * as clock from './domain/clock.ts';
import * as milestone from './domain/milestone.ts';
import { decide as decideMilestone } from './domain/milestone-decide.ts';
import { evolve as evolveMilestone } from './domain/milestone-evolve.ts';
import * as project from './domain/project.ts';
import { decide as decideProject } from './domain/project-decide.ts';
import { evolve as evolveProject } from './domain/project-evolve.ts';
import * as proposer from './domain/proposer.ts';

// What is published is what the domain says: no more and no less.
true satisfies Same<proposer.ProposerKind, published.ProposerKind>;
true satisfies Same<project.Status, published.ProjectStatus>;
true satisfies Same<milestone.Status, published.MilestoneStatus>;
true satisfies Same<milestone.Rest, published.Rest>;
true satisfies Same<proposer.Event['type'], published.ProposerEvent['type']>;
true satisfies Same<project.Event['type'], published.ProjectEvent['type']>;
true satisfies Same<milestone.Event['type'], published.MilestoneEvent['type']>;
true satisfies Same<clock.Event['type'], published.ClockEvent['type']>;
true satisfies Same<affiliation.Event['type'], published.PersonEvent['type']>;
true satisfies Same<
  (affiliation.Rejection | clock.Rejection | milestone.Rejection | project.Rejection | proposer.Rejection)['type'],
  published.Rejection
>;

export const proposers: Aggregate<proposer.State, proposer.Command, proposer.Event, proposer.Rejection> = {
  ...proposer,
  aggregate: 'proposer',
  foldVersion: 1,
  statusOf: ({ status }) => status,
  codec: eventCodec<proposer.Event>(published.EVENTS.proposer),
};

export const projects: Aggregate<project.State, project.Command, project.Event, project.Rejection> = {
  initial: project.initial,
  decide: decideProject,
  evolve: evolveProject,
  aggregate: 'project',
  foldVersion: 5,
  statusOf: ({ status }) => status,
  codec: eventCodec<project.Event>(published.EVENTS.project),
};

export const milestones: Aggregate<milestone.State, milestone.Command, milestone.Event, milestone.Rejection> = {
  initial: milestone.initial,
  decide: decideMilestone,
  evolve: evolveMilestone,
  aggregate: 'milestone',
  foldVersion: 3,
  statusOf: ({ status }) => status,
  codec: eventCodec<milestone.Event>(published.EVENTS.milestone),
};

export const clocks: Aggregate<clock.State, clock.Command, clock.Event, clock.Rejection> = {
  ...clock,
  aggregate: 'clock',
  foldVersion: 1,
  statusOf: ({ offset }) => (offset > 0n ? 'advanced' : 'real'),
  codec: eventCodec<clock.Event>(published.EVENTS.clock),
};

export const persons: Aggregate<affiliation.State, affiliation.Command, affiliation.Event, affiliation.Rejection> = {
  ...affiliation,
  aggregate: 'person',
  foldVersion: 1,
  statusOf: ({ status }) => status,
  codec: eventCodec<affiliation.Event>(published.EVENTS.person),
};

type Folded<State> = { state: State; version: number };

export const proposerMessage = (id: string, { state, version }: Folded<proposer.State>): model.Proposer | undefined =>
  state.status === 'absent' ? undefined : { id, version, name: state.name, kind: state.kind, countries: state.countries };

/** `reason` holds codes, `note` the reference of a text that a query resolves. */
export function projectMessage(id: string, { state, version }: Folded<project.State>): model.Project | undefined {
  if (state.status === 'absent') return undefined;
  const { status, proposer, proposal, submission, proposedBy, reminded, ...rest } = state;
  const known: Partial<Reached> = rest;
  return {
    id,
    version,
    status,
    proposer,
    proposal,
    submission,
    screeningDue: known.screeningDue ?? '',
    round: known.round ?? 0,
    roundDeadline: known.deadline ?? '',
    funding: known.funding ?? '',
    agreement: known.agreement ?? '',
    reason: reasonOf(state),
    submittedBy: known.submittedBy ?? '',
    screenedBy: known.screenedBy ?? '',
    approvedBy: known.approvedBy ?? '',
    approvalDue: known.approvalDue ?? '',
    reminded: [...reminded],
    note: known.note ?? '',
    informationDue: known.informationDue ?? '',
    closingDue: known.closingDue ?? '',
    closure: state.status === 'completed' ? state.closure : undefined,
    preparedBy: [...proposedBy],
    openedAt: known.openedAt ?? '',
    openingDue: state.status === 'eligible' ? state.openingDue : '',
    omitted: [],
  };
}

/** All that a project may have reached, in whichever status. */
type Reached = Omit<project.In<'closed'>, 'status'> &
  Pick<project.In<'completed'>, 'closingDue'> &
  Pick<project.In<'more-information-required'>, 'informationDue'>;

function reasonOf(state: project.Existing): string {
  if (state.status === 'ineligible') return state.reasons.join(', ');
  return state.status === 'unfunded' ? state.reason : '';
}

/** `note` is the reference of a text that a query resolves: the verifier's on a returned report, else the reporter's. */
export function milestoneMessage(id: string, { state, version }: Folded<milestone.State>): model.Milestone | undefined {
  if (state.status === 'absent') return undefined;
  const report = milestone.reportOf(state);
  const returned = 'returned' in state ? state.returned : undefined;
  return {
    id,
    version,
    status: state.status,
    ...state.terms,
    report: report && {
      number: report.number,
      evidence: report.evidence,
      indicators: report.indicators,
      submittedBy: report.submittedBy,
      submittedAt: report.submittedAt,
    },
    verifiedBy: 'judgedBy' in state ? state.judgedBy : '',
    payableBasisPoints: 'payableBasisPoints' in state ? state.payableBasisPoints : 0,
    verificationDue: state.status === 'submitted' ? state.report.verificationDue : '',
    note: ('judgedBy' in state && state.note) || (returned?.note ?? report?.note ?? ''),
    reminded: [...state.reminded],
    rest: 'rest' in state ? state.rest : '',
    paymentDue: 'paymentDue' in state ? state.paymentDue : '',
    carriedFrom: state.carriedFrom,
    waiver: state.waiver && { ...state.waiver, amount: state.terms.amount },
    reportedBy: [...state.reportedBy],
    omitted: [],
  };
}

export const clockMessage = (id: string, { state, version }: Folded<clock.State>): model.Clock => ({ id, version, offset: state.offset });
