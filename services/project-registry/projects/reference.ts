import { type Instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { ProjectReferenceFact } from '@junkan/proto/junkan/project/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import type { ProposerId } from '../proposers/proposer.ts';
import type { State as Project, ProjectId } from './project.ts';

/**
 * A proposer's own number for a project names one of its live projects. Each number of each proposer is a separate stream, so that two
 * drafts cannot take the same one concurrently: it is taken before a proposal is recorded, and free again once its project has another one,
 * or has ended without result.
 */
export type State = { readonly status: 'free' } | { readonly status: 'taken'; readonly project: ProjectId; readonly at: Instant };
/** What the project that had the reference does with it now. */
export type Use = 'uses' | 'never' | 'none-yet';
export type Command =
  /** `other`: the project that has it, if that is another one. */
  | {
      type: 'TakeReference';
      proposer: ProposerId;
      reference: string;
      project: ProjectId;
      other: { readonly project: ProjectId; readonly use: Use } | undefined;
      now: Instant;
      by: Actor;
    }
  | { type: 'FreeReference'; proposer: ProposerId; project: ProjectId; by: Actor };
export type Event = ProjectReferenceFact;
export type Rejection = NotAllowed | { type: 'ReferenceIsUsed'; project: ProjectId };

export const initial: State = { status: 'free' };

/** So long a proposal may be between the taking of its reference and its record; what is not there by then was never recorded. */
const MAX_UNRECORDED_MS = 10 * 60_000;

export function decide(command: Command, state: State): Decision<Event, Rejection> {
  const { proposer, project, by } = command;
  const refusal = notAllowed(by, ROLES.DraftProject, proposer);
  if (refusal) return refuse(refusal);
  switch (command.type) {
    case 'TakeReference': {
      const { reference, now: at } = command;
      if (state.status === 'taken' && state.project === project && state.at === at) return alreadyApplied;
      return state.status === 'taken' && state.project !== project && isKept(state, command)
        ? refuse({ type: 'ReferenceIsUsed', project: state.project })
        : accept({ type: 'ProjectReferenceTaken', proposer, reference, project, at, by: by.person });
    }
    case 'FreeReference':
      // Another project has it by now: a late repeat must not take it away.
      return state.status === 'taken' && state.project === project
        ? accept({ type: 'ProjectReferenceFreed', project, by: by.person })
        : alreadyApplied;
  }
}

function isKept({ project, at }: State & { status: 'taken' }, { other, now }: Command & { type: 'TakeReference' }): boolean {
  if (other?.project !== project) return true;
  switch (other.use) {
    case 'uses':
      return true;
    case 'never':
      return false;
    case 'none-yet':
      return milliseconds(now) - milliseconds(at) < MAX_UNRECORDED_MS;
  }
}

export function evolve(_state: State, event: Event): State {
  switch (event.type) {
    case 'ProjectReferenceTaken':
      return { status: 'taken', project: event.project, at: event.at };
    case 'ProjectReferenceFreed':
      return initial;
  }
}

/** What a project does with a reference: one that came to nothing never needs it again. */
export function useOf(reference: string, state: Project): Use {
  switch (state.status) {
    case 'absent':
      return 'none-yet';
    case 'ineligible':
    case 'refused':
    case 'terminated':
    case 'withdrawn':
      return 'never';
    case 'draft':
    case 'submitted':
    case 'more-information-required':
    case 'eligible':
    case 'open':
    case 'unfunded':
    case 'funded':
    case 'approved':
    case 'in-implementation':
    case 'suspended':
    case 'completed':
    case 'closed':
      return comparable(state.proposal.reference) === comparable(reference) ? 'uses' : 'none-yet';
  }
}

/** By what two references are the same; '' = none. */
export const comparable = (reference: string): string => reference.trim().normalize('NFC');
