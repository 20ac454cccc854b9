import { type Actor, notAllowed, type Role } from '@junkan/kit/pure/actor.ts';
import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadySo, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Asked, type Command, type Event, type Existing, isIn, type Rejection, type State, type Status } from './project.ts';
import { hasTarget, isSameProposal, malformed, missing } from './proposal.ts';
import { decideReminding } from './reminding.ts';

type Decision = Decided<Event, Rejection>;

/** One round a project in this version: what is left unfunded is not opened again. */
const FIRST_ROUND = 1;
const ONCE_FUNDED = ['funded', 'refused', 'approved', 'in-implementation', 'completed', 'closed'] as const;
const ONCE_APPROVED = ['approved', 'in-implementation', 'completed', 'closed'] as const;
const ONCE_STARTED = ['in-implementation', 'completed', 'closed'] as const;
const ONCE_COMPLETED = ['completed', 'closed'] as const;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'DraftProject') return draft(command, state);
  if (state.status === 'absent') return refuse({ type: 'ProjectIsUnknown' });
  switch (command.type) {
    case 'ReviseProject':
      return revise(command, state);
    case 'SubmitProject':
      return submit(command, state);
    case 'RequestMoreInformation':
      return requestMoreInformation(command, state);
    case 'ProvideInformation':
      return provideInformation(command, state);
    case 'DeclareEligible':
      return declareEligible(command, state);
    case 'DeclareIneligible':
      return declareIneligible(command, state);
    case 'OpenToSponsors':
      return openToSponsors(command, state);
    case 'RecordFunded':
      return recordFunded(command, state);
    case 'RecordUnfunded':
      return recordUnfunded(command, state);
    case 'ApproveProject':
      return approve(command, state);
    case 'RefuseProject':
      return refuseProject(command, state);
    case 'StartImplementation':
      return startImplementation(command, state);
    case 'CompleteProject':
      return complete(command, state);
    case 'CloseProject':
      return close(command, state);
    case 'RemindOf':
    case 'EscalateTo':
      return decideReminding(command, state.reminded);
  }
}

function draft({ proposer, proposerIsRegistered, proposal, by }: Asked<'DraftProject'>, state: State): Decision {
  const refusal = notAllowed(by, ['proposer.officer'], proposer);
  if (refusal) return refuse(refusal);
  if (!proposerIsRegistered) return refuse({ type: 'ProposerIsUnknown', proposer });
  if (state.status !== 'absent') {
    return state.status === 'draft' && state.proposer === proposer && isSameProposal(state.proposal, proposal)
      ? alreadySo
      : refuse({ type: 'ProjectIsDrafted' });
  }
  const faults = malformed(proposal);
  if (faults.length > 0) return refuse({ type: 'ProposalIsMalformed', faults });
  return accept({ type: 'ProjectDrafted', proposer, proposal, by: by.person });
}

function revise({ proposal, by }: Asked<'ReviseProject'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['proposer.officer'], state.proposer);
  if (refusal) return refuse(refusal);
  if (!isIn(state, ['draft', 'more-information-required'])) return elsewhere(state, 'draft', 'more-information-required');
  if (isSameProposal(state.proposal, proposal)) return alreadySo;
  const faults = malformed(proposal);
  if (faults.length > 0) return refuse({ type: 'ProposalIsMalformed', faults });
  return accept({ type: 'ProjectRevised', proposal, by: by.person });
}

function submit({ by, now, policy }: Asked<'SubmitProject'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['proposer.officer'], state.proposer);
  if (refusal) return refuse(refusal);
  if (state.status === 'submitted') return alreadySo;
  if (state.status !== 'draft') return elsewhere(state, 'draft');
  const lacking = missing(state.proposal);
  if (lacking.length > 0) return refuse({ type: 'ProjectIsIncomplete', missing: lacking });
  return accept({
    type: 'ProjectSubmitted',
    submission: state.submission + 1,
    screeningDue: daysAfter(now, policy.screeningDays),
    by: by.person,
  });
}

function requestMoreInformation({ note, by }: Asked<'RequestMoreInformation'>, state: Existing): Decision {
  const refusal = notAScreener(by, state);
  if (refusal) return refuse(refusal);
  if (state.status === 'more-information-required' && state.note === note) return alreadySo;
  if (state.status !== 'submitted') return elsewhere(state, 'submitted');
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'MoreInformationRequested', submission: state.submission, note, by: by.person });
}

function provideInformation({ note, by, now, policy }: Asked<'ProvideInformation'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['proposer.officer'], state.proposer);
  if (refusal) return refuse(refusal);
  // Without a question before it, there is nothing that this could repeat.
  if (state.status === 'submitted' && state.screeners.size > 0 && state.informed === note) return alreadySo;
  if (state.status !== 'more-information-required') return elsewhere(state, 'more-information-required');
  const lacking = missing(state.proposal);
  if (lacking.length > 0) return refuse({ type: 'ProjectIsIncomplete', missing: lacking });
  const screeningDue = daysAfter(now, policy.screeningDays);
  return accept({ type: 'InformationProvided', submission: state.submission, note, screeningDue, by: by.person });
}

function declareEligible({ by }: Asked<'DeclareEligible'>, state: Existing): Decision {
  const refusal = notAScreener(by, state);
  if (refusal) return refuse(refusal);
  if (state.status === 'eligible') return alreadySo;
  if (state.status !== 'submitted') return elsewhere(state, 'submitted');
  if (!hasTarget(state.proposal)) return refuse({ type: 'TargetIsMissing' });
  return accept({ type: 'ProjectDeclaredEligible', submission: state.submission, by: by.person });
}

function declareIneligible({ reasons, note, by }: Asked<'DeclareIneligible'>, state: Existing): Decision {
  const refusal = notAScreener(by, state);
  if (refusal) return refuse(refusal);
  if (state.status === 'ineligible' && state.note === note && state.reasons.join() === reasons.join()) return alreadySo;
  if (state.status !== 'submitted') return elsewhere(state, 'submitted');
  if (reasons.length === 0 || reasons.some((reason) => reason.trim() === '')) return refuse({ type: 'ReasonsAreMissing' });
  return accept({ type: 'ProjectDeclaredIneligible', submission: state.submission, reasons, note, by: by.person });
}

function openToSponsors({ by, now, policy }: Asked<'OpenToSponsors'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['secretariat.officer']);
  if (refusal) return refuse(refusal);
  if (state.status === 'open') return alreadySo;
  if (state.status !== 'eligible') return elsewhere(state, 'eligible');
  return accept({ type: 'ProjectOpenedToSponsors', round: FIRST_ROUND, deadline: daysAfter(now, policy.roundDays), by: by.person });
}

function recordFunded({ round, funding, by, now, policy }: Asked<'RecordFunded'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (isIn(state, ONCE_FUNDED) && state.round === round && state.funding === funding) return alreadySo;
  if (state.status !== 'open') return elsewhere(state, 'open');
  if (state.round !== round) return refuse({ type: 'RoundIsAnother', asked: round, actual: state.round });
  return accept({ type: 'ProjectFunded', round, funding, approvalDue: daysAfter(now, policy.approvalDays) });
}

function recordUnfunded({ round, funding, reason, by }: Asked<'RecordUnfunded'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'unfunded' && state.round === round && state.funding === funding) return alreadySo;
  if (state.status !== 'open') return elsewhere(state, 'open');
  if (state.round !== round) return refuse({ type: 'RoundIsAnother', asked: round, actual: state.round });
  return accept({ type: 'ProjectLeftUnfunded', round, funding, reason });
}

function approve({ by }: Asked<'ApproveProject'>, state: Existing): Decision {
  const refusal = notAnApprover(by, state);
  if (refusal) return refuse(refusal);
  if (isIn(state, ONCE_APPROVED)) return alreadySo;
  if (state.status !== 'funded') return elsewhere(state, 'funded');
  return accept({ type: 'ProjectApproved', round: state.round, by: by.person });
}

function refuseProject({ note, by }: Asked<'RefuseProject'>, state: Existing): Decision {
  const refusal = notAnApprover(by, state);
  if (refusal) return refuse(refusal);
  if (state.status === 'refused' && state.note === note) return alreadySo;
  if (state.status !== 'funded') return elsewhere(state, 'funded');
  return accept({ type: 'ProjectRefused', round: state.round, note, by: by.person });
}

function startImplementation({ round, agreement, by }: Asked<'StartImplementation'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (isIn(state, ONCE_STARTED) && state.round === round && state.agreement === agreement) return alreadySo;
  if (state.status !== 'approved') return elsewhere(state, 'approved');
  if (state.round !== round) return refuse({ type: 'RoundIsAnother', asked: round, actual: state.round });
  return accept({ type: 'ImplementationStarted', round, agreement });
}

function complete({ round, by }: Asked<'CompleteProject'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (isIn(state, ONCE_COMPLETED) && state.round === round) return alreadySo;
  if (state.status !== 'in-implementation') return elsewhere(state, 'in-implementation');
  if (state.round !== round) return refuse({ type: 'RoundIsAnother', asked: round, actual: state.round });
  return accept({ type: 'ProjectCompleted', round });
}

function close({ note, by }: Asked<'CloseProject'>, state: Existing): Decision {
  const refusal = notAllowed(by, ['secretariat.officer']);
  if (refusal) return refuse(refusal);
  if (state.status === 'closed' && state.note === note) return alreadySo;
  if (state.status !== 'completed') return elsewhere(state, 'completed');
  return accept({ type: 'ProjectClosed', round: state.round, note, by: by.person });
}

/** Nobody screens what he proposed. */
const notAScreener = (by: Actor, { proposedBy }: Existing): Rejection | undefined => notAsAnother(by, 'secretariat.officer', [proposedBy]);

/** Nobody approves, or refuses, what he proposed or screened. */
const notAnApprover = (by: Actor, state: Existing): Rejection | undefined =>
  notAsAnother(by, 'secretariat.approver', state.status === 'draft' ? [state.proposedBy] : [state.proposedBy, state.screeners]);

function notAsAnother(by: Actor, role: Role, prepared: readonly ReadonlySet<string>[]): Rejection | undefined {
  return (
    notAllowed(by, [role]) ??
    (prepared.some((persons) => persons.has(by.person)) ? { type: 'PreparedByTheSamePerson', person: by.person } : undefined)
  );
}

const elsewhere = (state: Existing, ...needed: readonly Status[]): Decision =>
  refuse({ type: 'ProjectIsInAnotherStatus', needed, actual: state.status });
