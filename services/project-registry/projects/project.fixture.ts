import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { approver, city, now, officer, proposal, screener } from './actors.fixture.ts';
import { type Event, initial, type State } from './project.ts';
import { evolve } from './project-evolve.ts';

/** Histories of one project, each going on where the one before it ends. */
export const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);

export const drafted = { type: 'ProjectDrafted', proposer: city, proposal, by: officer.person } satisfies Event;
export const attached = {
  type: 'ProjectDocumentsAttached',
  documents: [{ title: 'Feasibility study', hash: 'a'.repeat(64), language: 'ja' }],
  by: officer.person,
} satisfies Event;
export const contactsNamed = { type: 'ProjectContactsNamed', contacts: 'txt_contacts', by: officer.person } satisfies Event;
export const submitted = { type: 'ProjectSubmitted', submission: 1, screeningDue: daysAfter(now, 30), by: officer.person } satisfies Event;
export const asked = {
  type: 'MoreInformationRequested',
  submission: 1,
  note: 'txt_question',
  by: screener.person,
  informationDue: daysAfter(now, 30),
  checks: [],
} satisfies Event;
export const informed = {
  type: 'InformationProvided',
  submission: 1,
  note: 'txt_answer',
  screeningDue: daysAfter(now, 30),
  by: officer.person,
} satisfies Event;
export const eligible = {
  type: 'ProjectDeclaredEligible',
  submission: 1,
  by: screener.person,
  openingDue: daysAfter(now, 45),
  checks: [],
} satisfies Event;
export const ineligible = {
  type: 'ProjectDeclaredIneligible',
  submission: 1,
  reasons: ['no-country'],
  note: '',
  by: screener.person,
  checks: [],
} satisfies Event;
export const opened = {
  type: 'ProjectOpenedToSponsors',
  round: 1,
  deadline: daysAfter(now, 90),
  by: screener.person,
  at: now,
} satisfies Event;
export const funded = { type: 'ProjectFunded', round: 1, funding: 'fnd_a', approvalDue: daysAfter(now, 60) } satisfies Event;
export const unfunded = { type: 'ProjectLeftUnfunded', round: 1, funding: 'fnd_a', reason: 'deadline' } satisfies Event;
export const approved = { type: 'ProjectApproved', round: 1, by: approver.person } satisfies Event;
export const refused = { type: 'ProjectRefused', round: 1, note: 'txt_refusal', by: approver.person } satisfies Event;
export const started = { type: 'ImplementationStarted', round: 1, agreement: 'agr_a' } satisfies Event;
export const completed = { type: 'ProjectCompleted', round: 1, closingDue: daysAfter(now, 90) } satisfies Event;
export const closureProposed = {
  type: 'ProjectClosureProposed',
  round: 1,
  closure: 1,
  note: 'txt_done',
  by: screener.person,
} satisfies Event;
export const closed = { type: 'ProjectClosed', round: 1, note: '', by: approver.person, closure: 1 } satisfies Event;

export const withdrawn = { type: 'ProjectWithdrawn', note: 'txt_withdrawal', by: officer.person } satisfies Event;
export const gapReopened = { type: 'ProjectGapReopened', round: 1, deadline: daysAfter(now, 120) } satisfies Event;
export const suspended = { type: 'ProjectSuspended', round: 1 } satisfies Event;
export const resumed = { type: 'ProjectResumed', round: 1 } satisfies Event;
export const terminated = { type: 'ProjectTerminated', round: 1 } satisfies Event;

export const toSubmitted = [drafted, submitted];
export const toEligible = [...toSubmitted, eligible];
export const toOpen = [...toEligible, opened];
export const toFunded = [...toOpen, funded];
export const toApproved = [...toFunded, approved];
export const toStarted = [...toApproved, started];
export const toCompleted = [...toStarted, completed];
