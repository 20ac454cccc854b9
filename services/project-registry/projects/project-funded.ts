import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import { type CommandOf, type Event, type Existing, type In, isIn, type Rejection, type Status } from './project.ts';
import { decideClosure } from './project-closing.ts';
import { notAsAnother, wrongStatus } from './project-refusals.ts';

type Decision = Decided<Event, Rejection>;

const FIRST_ROUND = 1;
const ONCE_FUNDED = ['funded', 'refused', 'approved', 'in-implementation', 'suspended', 'terminated', 'completed', 'closed'] as const;
const ONCE_APPROVED = ['approved', 'in-implementation', 'suspended', 'terminated', 'completed', 'closed'] as const;
const ONCE_STARTED = ['in-implementation', 'suspended', 'terminated', 'completed', 'closed'] as const;

type FundedCommand = CommandOf<
  | 'OpenToSponsors'
  | 'RecordFunded'
  | 'RecordUnfunded'
  | 'RecordGapReopened'
  | 'ApproveProject'
  | 'RefuseProject'
  | 'RecordWithdrawal'
  | 'StartImplementation'
  | 'RecordSuspension'
  | 'RecordResumption'
  | 'RecordTermination'
  | 'CompleteProject'
  | 'CountRecoveries'
  | 'ProposeClosure'
  | 'RefuseClosure'
  | 'CloseProject'
>;

/** From the opening to sponsors on: the rounds, the approval, and what the registry records of the agreement, which then leads. */
export function decideFunded(command: FundedCommand, state: Existing): Decision {
  switch (command.type) {
    case 'OpenToSponsors':
      return openToSponsors(command, state);
    case 'RecordFunded':
      return recordFunded(command, state);
    case 'RecordUnfunded':
      return recordUnfunded(command, state);
    case 'RecordGapReopened':
      return recordGapReopened(command, state);
    case 'ApproveProject':
      return approve(command, state);
    case 'RefuseProject':
      return refuseProject(command, state);
    case 'CountRecoveries':
    case 'ProposeClosure':
    case 'RefuseClosure':
    case 'CloseProject':
      return decideClosure(command, state);
    case 'RecordWithdrawal':
    case 'StartImplementation':
    case 'RecordSuspension':
    case 'RecordResumption':
    case 'RecordTermination':
    case 'CompleteProject':
      return decideFollowing(command, state);
  }
}

function openToSponsors({ by, now, policy }: CommandOf<'OpenToSponsors'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.OpenToSponsors);
  if (refusal) return refuse(refusal);
  if (state.status === 'open') return alreadyApplied;
  if (!isIn(state, ['eligible', 'unfunded'])) return wrongStatus(state, 'eligible', 'unfunded');
  const round = state.status === 'unfunded' ? state.round + 1 : FIRST_ROUND;
  return accept({ type: 'ProjectOpenedToSponsors', round, deadline: daysAfter(now, policy.roundDays), by: by.person, at: now });
}

function recordFunded({ round, funding, by, now, policy }: CommandOf<'RecordFunded'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (isIn(state, ONCE_FUNDED) && state.round === round && state.funding === funding) return alreadyApplied;
  if (state.status !== 'open') return wrongStatus(state, 'open');
  if (state.round !== round) return refuse({ type: 'WrongRound', asked: round, actual: state.round });
  return accept({ type: 'ProjectFunded', round, funding, approvalDue: daysAfter(now, policy.approvalDays) });
}

function recordUnfunded({ round, funding, reason, by }: CommandOf<'RecordUnfunded'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'unfunded' && state.round === round && state.funding === funding) return alreadyApplied;
  if (state.status !== 'open') return wrongStatus(state, 'open');
  if (state.round !== round) return refuse({ type: 'WrongRound', asked: round, actual: state.round });
  return accept({ type: 'ProjectLeftUnfunded', round, funding, reason });
}

function recordGapReopened({ round, deadline, by }: CommandOf<'RecordGapReopened'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (!isIn(state, ['open', 'funded', 'approved'])) return wrongStatus(state, 'open', 'funded', 'approved');
  if (state.round !== round) return refuse({ type: 'WrongRound', asked: round, actual: state.round });
  return state.status === 'open' && state.deadline === deadline ? alreadyApplied : accept({ type: 'ProjectGapReopened', round, deadline });
}

function approve({ dueDiligence, by }: CommandOf<'ApproveProject'>, state: Existing): Decision {
  const refusal = notAnApprover(by, state);
  if (refusal) return refuse(refusal);
  if (isIn(state, ONCE_APPROVED)) return alreadyApplied;
  if (state.status !== 'funded') return wrongStatus(state, 'funded');
  const { stops, ...diligence } = dueDiligence;
  if (stops) return refuse({ type: 'SubjectIsNotClear', subject: state.proposer, ...diligence });
  return accept({ type: 'ProjectApproved', round: state.round, by: by.person });
}

function refuseProject({ note, by }: CommandOf<'RefuseProject'>, state: Existing): Decision {
  const refusal = notAnApprover(by, state);
  if (refusal) return refuse(refusal);
  if (state.status === 'refused' && state.note === note) return alreadyApplied;
  if (state.status !== 'funded') return wrongStatus(state, 'funded');
  return accept({ type: 'ProjectRefused', round: state.round, note, by: by.person });
}

type Following = CommandOf<
  'RecordWithdrawal' | 'StartImplementation' | 'RecordSuspension' | 'RecordResumption' | 'RecordTermination' | 'CompleteProject'
>;

/** What happened to the agreement, recorded by the workflow alone, for the round that it is of. */
function decideFollowing(command: Following, state: Existing): Decision {
  const refusal = notAllowed(command.by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  const { round } = command;
  switch (command.type) {
    case 'RecordWithdrawal':
      return step(state, round, ['approved'], ['withdrawn'], { type: 'ProjectWithdrawn', note: '', by: command.by.person });
    case 'StartImplementation': {
      const { agreement } = command;
      if (isIn(state, ONCE_STARTED) && state.agreement !== agreement) return wrongStatus(state, 'approved');
      return step(state, round, ['approved'], ONCE_STARTED, { type: 'ImplementationStarted', round, agreement });
    }
    case 'RecordSuspension':
      return step(state, round, ['in-implementation'], ['suspended'], { type: 'ProjectSuspended', round });
    case 'RecordResumption':
      return step(state, round, ['suspended'], ['in-implementation'], { type: 'ProjectResumed', round });
    case 'RecordTermination':
      return step(state, round, ['in-implementation', 'suspended', 'completed'], ['terminated'], { type: 'ProjectTerminated', round });
    case 'CompleteProject': {
      const closingDue = daysAfter(command.now, command.policy.closingDays);
      return step(state, round, ['in-implementation'], ['completed', 'closed'], { type: 'ProjectCompleted', round, closingDue });
    }
  }
}

type Rounded = Extract<Status, 'approved' | 'withdrawn' | (typeof ONCE_STARTED)[number]>;

/** A step from one status to the next, of one round; where it has been taken, "already so". */
function step(state: Existing, round: number, from: readonly Rounded[], taken: readonly Rounded[], event: Event): Decision {
  if (isIn(state, taken) && state.round === round) return alreadyApplied;
  if (!isIn(state, from)) return wrongStatus(state, ...from);
  return (state as In<Rounded>).round === round ? accept(event) : refuse({ type: 'WrongRound', asked: round, actual: state.round ?? 0 });
}

/** Nobody approves, or refuses, what the same person proposed, screened or opened. */
const notAnApprover = (by: Actor, state: Existing): Rejection | undefined =>
  notAsAnother(by, ROLES.ApproveProject, [state.proposedBy, ('screeners' in state && state.screeners) || new Set<string>()]);
