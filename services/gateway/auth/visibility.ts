import type { Funding } from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Milestone, Project } from '@junkan/proto/junkan/project/v1/model.ts';
import type { MilestoneReportsResponse, ProjectHistoryResponse } from '@junkan/proto/junkan/project/v1/service.ts';

/**
 * Who may read which field, in one place; docs/visibility.md says the same in words.
 *
 *     public     whoever is signed in
 *     partner    the parties: the proposer, and the sponsors whose offers it accepted
 *     internal   the proposer alone, of the parties
 *     overseers  nobody else
 *
 * Overseers (secretariat, finance, auditor) read all. A field that is not named here is for overseers.
 */
export type Group = 'public' | 'partner' | 'internal' | 'overseers';

/** What somebody is to an item. */
export type Standing = 'overseer' | 'proposer' | 'partner' | 'stranger';

const READS: Record<Standing, readonly Group[]> = {
  overseer: ['public', 'partner', 'internal', 'overseers'],
  proposer: ['public', 'partner', 'internal'],
  partner: ['public', 'partner'],
  stranger: ['public'],
};

type Fields<Message> = Readonly<Record<keyof Message, Group>>;

export const PROJECT: Fields<Project & ProjectHistoryResponse> = {
  id: 'public',
  version: 'public',
  status: 'public',
  proposer: 'public',
  proposal: 'public',
  submission: 'public',
  screeningDue: 'public',
  round: 'public',
  openedAt: 'public',
  roundDeadline: 'public',
  funding: 'public',
  agreement: 'public',
  approvalDue: 'public',
  informationDue: 'public',
  openingDue: 'public',
  closingDue: 'public',
  submittedBy: 'partner',
  screenedBy: 'partner',
  approvedBy: 'partner',
  reminded: 'partner',
  preparedBy: 'partner',
  closure: 'internal',
  reason: 'internal',
  note: 'internal',
  information: 'internal',
  declarations: 'internal',
};

export const MILESTONE: Fields<Milestone & MilestoneReportsResponse> = {
  id: 'public',
  version: 'public',
  status: 'public',
  project: 'public',
  agreement: 'public',
  proposer: 'public',
  number: 'public',
  title: 'public',
  dueOn: 'public',
  amount: 'public',
  carriedFrom: 'partner',
  verificationDue: 'public',
  paymentDue: 'public',
  report: 'partner',
  reportedBy: 'partner',
  reports: 'partner',
  verifiedBy: 'partner',
  payableBasisPoints: 'partner',
  rest: 'partner',
  note: 'partner',
  reminded: 'partner',
  waiver: 'partner',
  waivers: 'partner',
};

/** Of a round that still gathers money. Once it is over, `accepted` and `gap` are public. Offers have rules of their own. */
export const FUNDING: Fields<Funding & { acceptedPercent: number }> = {
  id: 'public',
  version: 'public',
  status: 'public',
  project: 'public',
  round: 'public',
  proposer: 'public',
  target: 'public',
  minimumClose: 'public',
  deadline: 'public',
  reopened: 'public',
  sealed: 'public',
  acceptedPercent: 'public',
  offers: 'public',
  accepted: 'partner',
  gap: 'partner',
};
export const SUMS_WHEN_OVER: Group = 'public';

/** What an event of a project tells beside these is public, where the event itself may be learned of. */
export const EVENT_FIELDS: Readonly<Record<'project' | 'milestone' | 'funding' | 'agreement', Readonly<Record<string, Group>>>> = {
  project: { note: 'internal', reasons: 'internal', by: 'partner' },
  milestone: {
    note: 'partner',
    evidence: 'partner',
    indicators: 'partner',
    uploadedBy: 'partner',
    payableBasisPoints: 'partner',
    rest: 'partner',
    by: 'partner',
  },
  funding: { note: 'partner', gap: 'partner', by: 'partner', ended: 'overseers' },
  agreement: {},
};

export const mayRead = (standing: Standing, group: Group): boolean => READS[standing].includes(group);

/** The fields of an item that somebody may read. */
export function shownOf<Message extends object>(
  message: Message,
  fields: Readonly<Record<string, Group>>,
  standing: Standing,
): Partial<Message> {
  if (standing === 'overseer') return message;
  const shown = Object.entries(message).filter(([field]) =>
    mayRead(standing, Object.hasOwn(fields, field) ? (fields[field] ?? 'overseers') : 'overseers'),
  );
  return Object.fromEntries(shown) as Partial<Message>;
}

/** What of an event's data somebody may read. */
export const shownOfEvent = (
  data: Readonly<Record<string, unknown>>,
  kind: keyof typeof EVENT_FIELDS,
  standing: Standing,
): Record<string, unknown> => Object.fromEntries(Object.entries(data).filter(([field]) => mayReadOfEvent(kind, field, standing)));

export const mayReadOfEvent = (kind: keyof typeof EVENT_FIELDS, field: string, standing: Standing): boolean =>
  mayRead(standing, (Object.hasOwn(EVENT_FIELDS[kind], field) && EVENT_FIELDS[kind][field]) || 'public');
