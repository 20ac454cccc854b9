import { alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import type { Command, Event, Existing, Rejection, State } from './action.ts';
import * as project from './by-project.ts';
import * as planning from './planning.ts';
import * as reporting from './reporting.ts';

type Decision = Decided<Event, Rejection>;
type OfExisting = Exclude<Command, { type: 'PlanAction' | 'BeginProjectAction' | 'RecordVerifiedResults' }>;

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowedTo(command, state);
  if (refusal) return refuse(refusal);
  if (command.type === 'BeginProjectAction') return project.beginProjectAction(command, state);
  if (command.type === 'RecordVerifiedResults') return project.recordVerifiedResults(command, state);
  if (command.type === 'PlanAction') return state.status === 'absent' ? planning.planAction(command) : alreadyApplied;
  return state.status === 'absent' ? refuse({ type: 'ActionIsUnknown' }) : decideExisting(command, state);
}

function decideExisting(command: OfExisting, state: Existing): Decision {
  switch (command.type) {
    case 'ReviseAction':
      return planning.reviseAction(command, state);
    case 'StartAction':
      return planning.startAction(command, state);
    case 'CompleteAction':
      return planning.completeAction(command, state);
    case 'StopAction':
      return planning.stopAction(command, state);
    case 'TagAction':
      return planning.tagAction(command, state);
    case 'ContainPart':
      return planning.containPart(command, state);
    case 'ReleaseParts':
      return planning.releaseParts(command, state);
    case 'RecordResult':
      return reporting.recordResult(command, state);
    case 'CorrectResult':
      return reporting.correctResult(command, state);
    case 'EndProjectAction':
      return project.endProjectAction(command, state);
  }
}

/** What a city does, it does for itself; what a project does, the workflow of its money reports. */
function notAllowedTo(command: Command, state: State): Rejection | undefined {
  const { type, by } = command;
  if (type === 'BeginProjectAction' || type === 'EndProjectAction' || type === 'RecordVerifiedResults')
    return notAllowed(by, ['system.workflow']);
  const city = type === 'PlanAction' ? command.city : state.status === 'absent' ? undefined : state.city;
  return notAllowed(by, ROLES[type === 'ContainPart' || type === 'ReleaseParts' ? 'TagAction' : type], city);
}
