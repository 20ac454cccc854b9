import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { MatterEscalated, ReminderSent } from '@junkan/proto/junkan/common/v1/common.ts';
import * as events from '@junkan/proto/junkan/project/v1/events.ts';
import { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import { added, begun, decoded, type EventOf, reminderOf } from './event.ts';
import { type Aggregate, amountOf, type Item, joined, type Kept, titleKey } from './item.ts';

const { ProjectDrafted, ProjectRevised, ProjectSubmitted, MoreInformationRequested, InformationProvided } = events;
const { ProjectDeclaredEligible, ProjectDeclaredIneligible, ProjectOpenedToSponsors, ProjectFunded, ProjectLeftUnfunded } = events;
const { ProjectApproved, ProjectRefused, ImplementationStarted, ProjectCompleted, ProjectClosed } = events;
const { ProjectClosureProposed, ProjectClosureRefused, ProjectWithdrawn, ProjectGapReopened } = events;
const { ProjectSuspended, ProjectResumed, ProjectTerminated } = events;
const PROPOSING = { ProjectDrafted, ProjectRevised, ProjectSubmitted };
const SCREENING = { MoreInformationRequested, InformationProvided, ProjectDeclaredEligible, ProjectDeclaredIneligible };
const RAISING = { ProjectOpenedToSponsors, ProjectFunded, ProjectLeftUnfunded, ProjectGapReopened, ProjectApproved, ProjectRefused };
const ENDING = {
  ...{ ProjectWithdrawn, ImplementationStarted, ProjectSuspended, ProjectResumed, ProjectTerminated },
  ...{ ProjectCompleted, ProjectClosureProposed, ProjectClosureRefused, ProjectClosed },
};
const MESSAGES = { ...PROPOSING, ...SCREENING, ...RAISING, ...ENDING, ReminderSent, MatterEscalated };

/** `screeners`: everybody of the secretariat who asked about it, declared on it or opened it, none of whom approves it. */
export type ProjectState = Project & { readonly screeners: readonly string[] };

/** A project as its owner answers it; notes are references of erasable texts. */
export const project: Aggregate<ProjectState> = {
  kind: 'project',
  evolve(before, event) {
    const read = decoded(MESSAGES, event);
    return { ...after(before, read, event), version: event.version };
  },
  items: (kept) => [itemOf(kept)],
  save: ({ screeners, ...message }) => ({ ...(Project.toJSON(message) as object), screeners }),
  load: (json) => ({ ...Project.fromJSON(json), screeners: (json as Pick<ProjectState, 'screeners'>).screeners }),
};

function after(before: ProjectState | undefined, read: EventOf<typeof MESSAGES>, event: ViewEvent): ProjectState {
  if (read.type === 'ProjectDrafted') {
    const { proposer, proposal, by } = read;
    return { ...Project.fromPartial({ id: event.stream, status: 'draft', proposer }), proposal, preparedBy: [by], screeners: [] };
  }
  const known = begun(before, event);
  switch (read.type) {
    case 'ProjectRevised':
      return { ...known, proposal: read.proposal, preparedBy: added(known.preparedBy, read.by) };
    case 'ProjectSubmitted': {
      const { submission, screeningDue, by } = read;
      const preparedBy = added(known.preparedBy, by);
      return { ...known, status: 'submitted', submission, screeningDue, submittedBy: by, preparedBy, screeners: [] };
    }
    case 'MoreInformationRequested':
    case 'InformationProvided':
    case 'ProjectDeclaredEligible':
    case 'ProjectDeclaredIneligible':
      return screened(known, read);
    case 'ProjectOpenedToSponsors':
    case 'ProjectFunded':
    case 'ProjectLeftUnfunded':
    case 'ProjectGapReopened':
    case 'ProjectApproved':
    case 'ProjectRefused':
      return raised(known, read);
    case 'ProjectWithdrawn':
    case 'ImplementationStarted':
    case 'ProjectSuspended':
    case 'ProjectResumed':
    case 'ProjectTerminated':
    case 'ProjectCompleted':
    case 'ProjectClosureProposed':
    case 'ProjectClosureRefused':
    case 'ProjectClosed':
      return ended(known, read);
    case 'ReminderSent':
      return { ...known, reminded: added(known.reminded, reminderOf('RemindOf', read)) };
    case 'MatterEscalated':
      return { ...known, reminded: added(known.reminded, reminderOf('EscalateTo', read)) };
  }
}

function screened(known: ProjectState, read: EventOf<typeof SCREENING>): ProjectState {
  const screeners = added(known.screeners, read.by);
  switch (read.type) {
    case 'MoreInformationRequested':
      return { ...known, status: 'more-information-required', note: read.note, informationDue: read.informationDue, screeners };
    case 'InformationProvided': {
      const answered = { note: '', informationDue: '', screeningDue: read.screeningDue };
      return { ...known, ...answered, status: 'submitted', preparedBy: added(known.preparedBy, read.by) };
    }
    case 'ProjectDeclaredEligible':
      return { ...known, status: 'eligible', screenedBy: read.by, openingDue: read.openingDue, screeners };
    case 'ProjectDeclaredIneligible':
      return { ...known, status: 'ineligible', screenedBy: read.by, reason: read.reasons.join(', '), note: read.note, screeners };
  }
}

function raised(known: ProjectState, read: EventOf<typeof RAISING>): ProjectState {
  switch (read.type) {
    case 'ProjectOpenedToSponsors': {
      const { round, deadline: roundDeadline, at: openedAt } = read;
      return {
        ...known,
        ...{ status: 'open', round, roundDeadline, openedAt, openingDue: '', reason: '' },
        screeners: added(known.screeners, read.by),
      };
    }
    case 'ProjectFunded':
      return { ...known, status: 'funded', funding: read.funding, approvalDue: read.approvalDue };
    case 'ProjectLeftUnfunded':
      return { ...known, status: 'unfunded', funding: read.funding, reason: read.reason };
    case 'ProjectGapReopened':
      return { ...known, status: 'open', roundDeadline: read.deadline, funding: '', approvalDue: '', approvedBy: '' };
    case 'ProjectApproved':
      return { ...known, status: 'approved', approvedBy: read.by };
    case 'ProjectRefused':
      return { ...known, status: 'refused', note: read.note };
  }
}

function ended(known: ProjectState, read: EventOf<typeof ENDING>): ProjectState {
  switch (read.type) {
    case 'ProjectWithdrawn':
      return { ...known, status: 'withdrawn', note: read.note, openingDue: '', reason: '' };
    case 'ImplementationStarted':
      return { ...known, status: 'in-implementation', agreement: read.agreement };
    case 'ProjectSuspended':
      return { ...known, status: 'suspended' };
    case 'ProjectResumed':
      return { ...known, status: 'in-implementation' };
    case 'ProjectTerminated':
      return { ...known, status: 'terminated' };
    case 'ProjectCompleted':
      return { ...known, status: 'completed', closingDue: read.closingDue, closure: undefined };
    case 'ProjectClosureProposed': {
      const { closure: number, note, by: proposedBy } = read;
      return { ...known, closure: { number, note, proposedBy } };
    }
    case 'ProjectClosureRefused':
      return { ...known, closure: undefined };
    case 'ProjectClosed':
      return { ...known, status: 'closed', note: read.note, closure: undefined };
  }
}

/** The instant by which somebody should have acted on a project in this status; empty = nobody has to. */
function dueOf({ status, screeningDue, informationDue, openingDue, roundDeadline, approvalDue, closingDue }: Project): string {
  const due: Readonly<Record<string, string>> = {
    submitted: screeningDue,
    'more-information-required': informationDue,
    eligible: openingDue,
    open: roundDeadline,
    funded: approvalDue,
    completed: closingDue,
  };
  return due[status] ?? '';
}

/** The words by which a project is found. */
export function textOf({ proposal }: Project): { title: string; summary: string; reference: string } {
  const { title = '', reference = '', milestones = [] } = proposal ?? {};
  return { title, summary: milestones.map((milestone) => milestone.title).join('\n'), reference };
}

function itemOf({ state, n, created, updated }: Kept<ProjectState>): Item {
  const { id, version, status, proposer, proposal, submission } = state;
  const { reference = '', title = '', countries = [], themes = [] } = proposal ?? {};
  const isOpen = submission > 0;
  return {
    ...{ kind: 'project', id, n },
    columns: {
      ...{ version, status, proposer, reference, created, updated },
      ...amountOf(proposal?.target),
      country: countries[0] ?? '',
      countries: joined(countries),
      themes: joined(themes),
      title: titleKey(title),
      due: dueOf(state),
      open: isOpen ? 1 : 0,
    },
    tags: { country: countries, theme: themes },
    parties: [],
    text: textOf(state),
    cube: isOpen ? { status, countries, themes } : undefined,
    doc: project.save(state),
  };
}
