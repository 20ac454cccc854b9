import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import type { CommandOf, Event, Existing, In, Rejection } from './project.ts';
import { wrongStatus } from './project-refusals.ts';

type Decision = Decided<Event, Rejection>;

/** A completed project is closed by two persons of the secretariat: an officer proposes it, an approver does it. */
export function decideClosure(
  command: CommandOf<'CountRecoveries' | 'ProposeClosure' | 'RefuseClosure' | 'CloseProject'>,
  state: Existing,
): Decision {
  switch (command.type) {
    case 'CountRecoveries':
      return count(command, state);
    case 'ProposeClosure':
      return propose(command, state);
    case 'RefuseClosure':
      return reject(command, state);
    case 'CloseProject':
      return close(command, state);
  }
}

/** What is claimed back under its agreement, or is to be paid again, comes to an end before the project does. */
function count({ round, recoveries, unpaid, by }: CommandOf<'CountRecoveries'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status !== 'completed') return wrongStatus(state, 'completed');
  if (state.round !== round) return refuse({ type: 'WrongRound', asked: round, actual: state.round });
  return isSame(state.openRecoveries, recoveries) && state.unpaid === unpaid
    ? alreadyApplied
    : accept({ type: 'ProjectRecoveriesCounted', round, recoveries, unpaid });
}

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((number, at) => others[at] === number);

function openFault({ openRecoveries: recoveries, unpaid }: In<'completed'>): Rejection | undefined {
  if (recoveries.length > 0) return { type: 'RecoveriesAreOpen', recoveries };
  return unpaid ? { type: 'PaymentsAreDueAgain' } : undefined;
}

function propose({ note, by }: CommandOf<'ProposeClosure'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.ProposeClosure);
  if (refusal) return refuse(refusal);
  if (state.status !== 'completed') return wrongStatus(state, 'completed');
  const { closure, closures, round } = state;
  if (closure)
    return closure.note === note && closure.proposedBy === by.person
      ? alreadyApplied
      : refuse({ type: 'ClosureIsProposed', closure: closure.number });
  const open = openFault(state);
  if (open) return refuse(open);
  return accept({ type: 'ProjectClosureProposed', round, closure: closures + 1, note, by: by.person });
}

function reject({ closure: number, note, by }: CommandOf<'RefuseClosure'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.RefuseClosure);
  if (refusal) return refuse(refusal);
  if (state.status !== 'completed') return wrongStatus(state, 'completed');
  const { closure, closures, round } = state;
  if (!closure && number > 0 && number === closures) return alreadyApplied;
  if (closure?.number !== number) return refuse({ type: 'ClosureIsNotProposed', closure: number });
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'ProjectClosureRefused', round, closure: number, note, by: by.person });
}

function close({ closure: number, note, by }: CommandOf<'CloseProject'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.CloseProject);
  if (refusal) return refuse(refusal);
  if (state.status === 'closed') return alreadyApplied;
  if (state.status !== 'completed') return wrongStatus(state, 'completed');
  const { closure, round } = state;
  if (closure?.number !== number) return refuse({ type: 'ClosureIsNotProposed', closure: number });
  if (closure.proposedBy === by.person) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const open = openFault(state);
  if (open) return refuse(open);
  return accept({ type: 'ProjectClosed', round, note, by: by.person, closure: number });
}
