import { type Event, type In, isIn, type State, type Status, WITHDRAWABLE } from './project.ts';
import { nothingReminded, withReminder } from './reminding.ts';

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'ProjectDrafted':
    case 'ProjectRevised':
    case 'ProjectSubmitted':
    case 'ProjectDocumentsAttached':
      return proposing(state, event);
    case 'MoreInformationRequested':
    case 'InformationProvided':
    case 'ProjectDeclaredEligible':
    case 'ProjectDeclaredIneligible':
      return screening(state, event);
    case 'ProjectOpenedToSponsors':
      return opened(expected(state, event, 'eligible', 'unfunded'), event);
    case 'ProjectFunded':
      return { ...expected(state, event, 'open'), status: 'funded', funding: event.funding, approvalDue: event.approvalDue };
    case 'ProjectLeftUnfunded':
      return { ...expected(state, event, 'open'), status: 'unfunded', funding: event.funding, reason: event.reason };
    case 'ProjectApproved':
      return { ...expected(state, event, 'funded'), status: 'approved', approvedBy: event.by };
    case 'ProjectRefused':
      return { ...expected(state, event, 'funded'), status: 'refused', refusedBy: event.by, note: event.note };
    case 'ImplementationStarted':
      return { ...expected(state, event, 'approved'), status: 'in-implementation', agreement: event.agreement };
    case 'ProjectGapReopened':
      return { ...inRound(expected(state, event, 'open', 'funded', 'approved')), status: 'open', deadline: event.deadline };
    case 'ProjectWithdrawn':
      return { ...expected(state, event, ...WITHDRAWABLE, 'approved'), status: 'withdrawn', note: event.note };
    case 'ProjectSuspended':
      return { ...expected(state, event, 'in-implementation'), status: 'suspended' };
    case 'ProjectResumed':
      return { ...expected(state, event, 'suspended'), status: 'in-implementation' };
    case 'ProjectTerminated':
      return terminated(expected(state, event, 'in-implementation', 'suspended', 'completed'));
    case 'ProjectCompleted':
    case 'ProjectRecoveriesCounted':
    case 'ProjectClosureProposed':
    case 'ProjectClosureRefused':
    case 'ProjectClosed':
      return closing(state, event);
    case 'ProjectContactsNamed':
      if (state.status === 'absent') throw new Error(`${event.type} met a project that is absent`);
      return { ...state, contacts: event.contacts };
    case 'ReminderSent':
    case 'MatterEscalated':
      if (state.status === 'absent') throw new Error(`${event.type} met a project that is absent`);
      return { ...state, reminded: withReminder(state.reminded, event) };
  }
}

type Proposing = 'ProjectDrafted' | 'ProjectRevised' | 'ProjectDocumentsAttached' | 'ProjectSubmitted';

function proposing(state: State, event: Of<Proposing>): State {
  switch (event.type) {
    case 'ProjectDrafted': {
      const { proposer, proposal, by } = event;
      const nothing = { documents: [], contacts: '', submission: 0, revisions: 0, reminded: nothingReminded };
      return { status: 'draft', proposer, proposal, ...nothing, proposedBy: new Set([by]) };
    }
    case 'ProjectRevised': {
      const before = expected(state, event, 'draft', 'more-information-required');
      const { proposal, by } = event;
      return { ...before, proposal, proposedBy: joined(before.proposedBy, by), revisions: before.revisions + 1 };
    }
    case 'ProjectDocumentsAttached': {
      const before = expected(state, event, 'draft', 'more-information-required');
      const { documents, by } = event;
      return { ...before, documents, proposedBy: joined(before.proposedBy, by), revisions: before.revisions + 1 };
    }
    case 'ProjectSubmitted': {
      const before = expected(state, event, 'draft');
      const { submission, screeningDue, by } = event;
      const proposedBy = joined(before.proposedBy, by);
      return { ...before, status: 'submitted', submission, screeningDue, submittedBy: by, proposedBy, screeners: new Set(), informed: '' };
    }
  }
}

type Screening = 'MoreInformationRequested' | 'InformationProvided' | 'ProjectDeclaredEligible' | 'ProjectDeclaredIneligible';

function screening(state: State, event: Of<Screening>): State {
  if (event.type === 'InformationProvided') {
    const { note: _answered, informationDue: _due, checks: _found, ...before } = expected(state, event, 'more-information-required');
    const { note, screeningDue, by } = event;
    return { ...before, status: 'submitted', informed: note, screeningDue, proposedBy: joined(before.proposedBy, by) };
  }
  const before =
    event.type === 'ProjectDeclaredIneligible'
      ? expected(state, event, 'submitted', 'more-information-required')
      : expected(state, event, 'submitted');
  const screeners = joined(before.screeners, event.by);
  switch (event.type) {
    case 'MoreInformationRequested':
      return {
        ...before,
        status: 'more-information-required',
        note: event.note,
        informationDue: event.informationDue,
        checks: event.checks,
        screeners,
      };
    case 'ProjectDeclaredEligible':
      return { ...before, status: 'eligible', screenedBy: event.by, openingDue: event.openingDue, checks: event.checks, screeners };
    case 'ProjectDeclaredIneligible':
      return {
        ...before,
        status: 'ineligible',
        reasons: event.reasons,
        note: event.note,
        screenedBy: event.by,
        checks: event.checks,
        screeners,
      };
  }
}

function opened(before: In<'eligible' | 'unfunded'>, { round, deadline, by, at }: Of<'ProjectOpenedToSponsors'>): State {
  const { openingDue: _due, checks: _found, ...screened } = before as Omit<In<'eligible'>, 'status'>;
  return { ...screened, status: 'open', round, openedAt: at, deadline, screeners: joined(before.screeners, by) };
}

/** A project that was completed is closed no more. */
function terminated(before: In<'in-implementation' | 'suspended' | 'completed'>): State {
  const {
    closingDue: _due,
    closure: _closure,
    closures: _count,
    openRecoveries: _open,
    unpaid: _unpaid,
    ...others
  } = before as In<'completed'>;
  return { ...others, status: 'terminated' };
}

type Closing = 'ProjectCompleted' | 'ProjectRecoveriesCounted' | 'ProjectClosureProposed' | 'ProjectClosureRefused' | 'ProjectClosed';

function closing(state: State, event: Of<Closing>): State {
  switch (event.type) {
    case 'ProjectCompleted': {
      const before = expected(state, event, 'in-implementation');
      return {
        ...before,
        status: 'completed',
        closingDue: event.closingDue,
        closure: undefined,
        closures: 0,
        openRecoveries: [],
        unpaid: false,
      };
    }
    case 'ProjectRecoveriesCounted':
      return { ...expected(state, event, 'completed'), openRecoveries: event.recoveries, unpaid: event.unpaid };
    case 'ProjectClosureProposed': {
      const { closure: number, note, by: proposedBy } = event;
      return { ...expected(state, event, 'completed'), closures: number, closure: { number, note, proposedBy } };
    }
    case 'ProjectClosureRefused':
      return { ...expected(state, event, 'completed'), closure: undefined };
    case 'ProjectClosed': {
      const { closure, closures: _count, openRecoveries: _open, unpaid: _unpaid, ...before } = expected(state, event, 'completed');
      return { ...before, status: 'closed', note: event.note || (closure?.note ?? '') };
    }
  }
}

/** A round that continues has lost both its close and its approval. */
function inRound(before: In<'open' | 'funded' | 'approved'>): Omit<In<'open'>, 'status'> {
  const { funding: _funding, approvalDue: _due, approvedBy: _by, ...round } = before as Omit<In<'approved'>, 'status'>;
  return round;
}

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

const joined = (persons: ReadonlySet<string>, person: string): ReadonlySet<string> => new Set([...persons, person]);

/** An event that meets another status is a broken history, which is a bug. */
function expected<Wanted extends Status>(state: State, event: Event, ...statuses: readonly Wanted[]): In<Wanted> {
  if (!isIn(state, statuses)) throw new Error(`${event.type} met a project that is ${state.status}`);
  return state;
}
