import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { checkFault, isSameChecks, unmetIn, wholeFault } from '../criteria/criteria.ts';
import { type Command, type CommandOf, type Event, type Existing, isIn, type Rejection, type State, WITHDRAWABLE } from './project.ts';
import { decideFunded } from './project-funded.ts';
import { attach, MAX_REVISIONS, nameContacts } from './project-papers.ts';
import { notAsAnother, wrongStatus } from './project-refusals.ts';
import { countriesOfOthers, hasTarget, isSameProposal, malformed, missing } from './proposal.ts';
import { decideReminding } from './reminding.ts';
import { strangeFault } from './vocabulary.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'DraftProject') return draft(command, state);
  if (state.status === 'absent' || isHiddenFrom(command.by, state)) return refuse({ type: 'ProjectIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'ReviseProject':
      return revise(command, state);
    case 'AttachDocuments':
      return attach(command, state);
    case 'NameContacts':
      return nameContacts(command, state);
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
    case 'WithdrawProject':
      return withdraw(command, state);
    case 'RemindOf':
    case 'EscalateTo':
      return decideReminding(command, state.reminded);
    case 'OpenToSponsors':
    case 'RecordFunded':
    case 'RecordUnfunded':
    case 'RecordGapReopened':
    case 'ApproveProject':
    case 'RefuseProject':
    case 'RecordWithdrawal':
    case 'StartImplementation':
    case 'RecordSuspension':
    case 'RecordResumption':
    case 'RecordTermination':
    case 'CompleteProject':
    case 'CountRecoveries':
    case 'ProposeClosure':
    case 'RefuseClosure':
    case 'CloseProject':
      return decideFunded(command, state);
  }
}

/** A project that was never submitted is visible only to its proposer and the overseers. */
const isHiddenFrom = (by: Actor, { submission, proposer }: Existing): boolean =>
  submission === 0 && by.organisation !== proposer && !oversees(by);

function draft(command: CommandOf<'DraftProject'>, state: State): Decision {
  const { proposer, proposerIsRegistered, proposal, by } = command;
  const refusal = notAllowed(by, ROLES.DraftProject, proposer);
  if (refusal) return refuse(refusal);
  if (!proposerIsRegistered) return refuse({ type: 'ProposerIsUnknown', proposer });
  if (state.status !== 'absent') {
    return state.status === 'draft' && state.proposer === proposer && isSameProposal(state.proposal, proposal)
      ? alreadyApplied
      : refuse({ type: 'ProjectIsDrafted' });
  }
  const faults = malformed(proposal);
  if (faults.length > 0) return refuse({ type: 'ProposalIsMalformed', faults });
  const fault = abroadFault(command) ?? strangeFault(command.strange);
  if (fault) return refuse(fault);
  return accept({ type: 'ProjectDrafted', proposer, proposal, by: by.person });
}

function abroadFault({ proposal, proposerCountries }: CommandOf<'DraftProject' | 'ReviseProject'>): Rejection | undefined {
  const countries = countriesOfOthers(proposal, proposerCountries);
  return countries.length > 0 ? { type: 'CountriesAreOfOthers', countries, proposer: proposerCountries } : undefined;
}

function revise(command: CommandOf<'ReviseProject'>, state: Existing): Decision {
  const { proposal, by } = command;
  const refusal = notAllowed(by, ROLES.ReviseProject, state.proposer);
  if (refusal) return refuse(refusal);
  if (!isIn(state, ['draft', 'more-information-required'])) return wrongStatus(state, 'draft', 'more-information-required');
  if (isSameProposal(state.proposal, proposal)) return alreadyApplied;
  const faults = malformed(proposal);
  if (faults.length > 0) return refuse({ type: 'ProposalIsMalformed', faults });
  const fault = abroadFault(command) ?? strangeFault(command.strange);
  if (fault) return refuse(fault);
  if (state.revisions >= MAX_REVISIONS) return refuse({ type: 'RevisionsAreTooMany', maximum: MAX_REVISIONS });
  return accept({ type: 'ProjectRevised', proposal, by: by.person });
}

function submit({ by, now, policy }: CommandOf<'SubmitProject'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.SubmitProject, state.proposer);
  if (refusal) return refuse(refusal);
  if (state.status === 'submitted') return alreadyApplied;
  if (state.status !== 'draft') return wrongStatus(state, 'draft');
  const lacking = missing(state.proposal);
  if (lacking.length > 0) return refuse({ type: 'ProjectIsIncomplete', missing: lacking });
  return accept({
    type: 'ProjectSubmitted',
    submission: state.submission + 1,
    screeningDue: daysAfter(now, policy.screeningDays),
    by: by.person,
  });
}

function requestMoreInformation({ note, checked, by, now, policy }: CommandOf<'RequestMoreInformation'>, state: Existing): Decision {
  const refusal = notAScreener(by, state);
  if (refusal) return refuse(refusal);
  const { checks } = checked;
  if (state.status === 'more-information-required' && state.note === note && isSameChecks(state.checks, checks)) return alreadyApplied;
  if (state.status !== 'submitted') return wrongStatus(state, 'submitted');
  const fault = note === '' ? ({ type: 'NoteIsMissing' } as const) : checkFault(checked);
  if (fault) return refuse(fault);
  const informationDue = daysAfter(now, policy.informationDays);
  return accept({ type: 'MoreInformationRequested', submission: state.submission, note, by: by.person, informationDue, checks });
}

function provideInformation({ note, by, now, policy }: CommandOf<'ProvideInformation'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.ProvideInformation, state.proposer);
  if (refusal) return refuse(refusal);
  // Without a question before it, there is nothing that this could repeat.
  if (state.status === 'submitted' && state.screeners.size > 0 && state.informed === note) return alreadyApplied;
  if (state.status !== 'more-information-required') return wrongStatus(state, 'more-information-required');
  const lacking = missing(state.proposal);
  if (lacking.length > 0) return refuse({ type: 'ProjectIsIncomplete', missing: lacking });
  const screeningDue = daysAfter(now, policy.screeningDays);
  return accept({ type: 'InformationProvided', submission: state.submission, note, screeningDue, by: by.person });
}

function declareEligible({ checked, by, now, policy }: CommandOf<'DeclareEligible'>, state: Existing): Decision {
  const refusal = notAScreener(by, state);
  if (refusal) return refuse(refusal);
  const { checks } = checked;
  if (state.status === 'eligible' && isSameChecks(state.checks, checks)) return alreadyApplied;
  if (state.status !== 'submitted') return wrongStatus(state, 'submitted');
  if (!hasTarget(state.proposal)) return refuse({ type: 'TargetIsMissing' });
  const [fault, criteria] = [wholeFault(checked), unmetIn(checked)];
  if (fault) return refuse(fault);
  if (criteria.length > 0) return refuse({ type: 'CriteriaAreNotMet', criteria });
  const openingDue = daysAfter(now, policy.openingDays);
  return accept({ type: 'ProjectDeclaredEligible', submission: state.submission, by: by.person, openingDue, checks });
}

function declareIneligible({ reasons, note, checked, by }: CommandOf<'DeclareIneligible'>, state: Existing): Decision {
  const refusal = notAScreener(by, state);
  if (refusal) return refuse(refusal);
  const { checks } = checked;
  if (state.status === 'ineligible' && state.note === note && state.reasons.join() === reasons.join() && isSameChecks(state.checks, checks))
    return alreadyApplied;
  if (!isIn(state, ['submitted', 'more-information-required'])) return wrongStatus(state, 'submitted', 'more-information-required');
  if (reasons.length === 0 || reasons.some((reason) => reason.trim() === '')) return refuse({ type: 'ReasonsAreMissing' });
  const fault = checkFault(checked);
  if (fault) return refuse(fault);
  return accept({ type: 'ProjectDeclaredIneligible', submission: state.submission, reasons, note, by: by.person, checks });
}

function withdraw({ note, by }: CommandOf<'WithdrawProject'>, state: Existing): Decision {
  const refusal = notAllowed(by, ROLES.WithdrawProject, state.proposer);
  if (refusal) return refuse(refusal);
  if (state.status === 'withdrawn' && state.note === note) return alreadyApplied;
  return isIn(state, WITHDRAWABLE) ? accept({ type: 'ProjectWithdrawn', note, by: by.person }) : wrongStatus(state, ...WITHDRAWABLE);
}

/** Nobody screens what they proposed. */
const notAScreener = (by: Actor, { proposedBy }: Existing): Rejection | undefined => notAsAnother(by, ROLES.DeclareEligible, [proposedBy]);
