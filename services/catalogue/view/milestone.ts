import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { MatterEscalated, ReminderSent } from '@junkan/proto/junkan/common/v1/common.ts';
import * as events from '@junkan/proto/junkan/project/v1/events.ts';
import { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import { added, begun, decoded, type EventOf, reminderOf } from './event.ts';
import { type Aggregate, amountOf, type Item, type Kept, titleKey } from './item.ts';

const { MilestoneBegun, MilestoneFellDue, MilestoneBecameOverdue, MilestoneReportSubmitted, MilestoneReportReturned } = events;
const { MilestoneVerified, MilestoneRejected, MilestoneWaiverProposed, MilestoneWaiverRefused, MilestoneWaived } = events;
const { MilestoneChanged, MilestoneCancelled } = events;
const REPORTING = { MilestoneReportSubmitted, MilestoneReportReturned, MilestoneVerified, MilestoneRejected };
const WAIVING = { MilestoneWaiverProposed, MilestoneWaiverRefused, MilestoneWaived };
const MESSAGES = {
  ...{ ...REPORTING, ...WAIVING, MilestoneBegun, MilestoneFellDue, MilestoneBecameOverdue, MilestoneChanged, MilestoneCancelled },
  ...{ ReminderSent, MatterEscalated },
};

/**
 * `reportNote`: what the reporter said, while the milestone tells the words of who returned the report. `cited`: the files of all
 * reports, by their hashes. `judgedAt`: when it had its verdict; '' = it has none.
 */
export type MilestoneState = Milestone & Beside;
type Beside = { readonly reportNote: string; readonly cited: readonly string[]; readonly judgedAt: string };

/** A milestone as its owner answers it; notes are references of erasable texts. */
export const milestone: Aggregate<MilestoneState> = {
  kind: 'milestone',
  evolve(before, event) {
    const read = decoded(MESSAGES, event);
    return { ...after(before, read, event), version: event.version };
  },
  items: (kept) => [itemOf(kept)],
  save: ({ reportNote, cited, judgedAt, ...message }) => ({ ...(Milestone.toJSON(message) as object), reportNote, cited, judgedAt }),
  load: (json) => {
    const { reportNote, cited, judgedAt } = json as Beside;
    return { ...Milestone.fromJSON(json), reportNote, cited, judgedAt };
  },
};

function after(before: MilestoneState | undefined, read: EventOf<typeof MESSAGES>, event: ViewEvent): MilestoneState {
  if (read.type === 'MilestoneBegun') {
    const { type: _, amount, ...terms } = read;
    return {
      ...Milestone.fromPartial({ id: event.stream, status: 'scheduled', ...terms }),
      amount,
      reportNote: '',
      cited: [],
      judgedAt: '',
    };
  }
  const known = begun(before, event);
  switch (read.type) {
    case 'MilestoneFellDue':
      return { ...unreported(known), status: 'due' };
    case 'MilestoneBecameOverdue':
      return { ...returnedOr(known), status: 'overdue' };
    case 'MilestoneReportSubmitted':
    case 'MilestoneReportReturned':
    case 'MilestoneVerified':
    case 'MilestoneRejected':
      return reported(known, read, event.at);
    case 'MilestoneWaiverProposed':
    case 'MilestoneWaiverRefused':
    case 'MilestoneWaived':
      return waived(known, read);
    case 'MilestoneChanged':
      return changed(known, read);
    case 'MilestoneCancelled':
      return { ...unreported(known), status: 'cancelled', report: known.report, note: known.reportNote, reportNote: known.reportNote };
    case 'ReminderSent':
      return { ...known, reminded: added(known.reminded, reminderOf('RemindOf', read)) };
    case 'MatterEscalated':
      return { ...known, reminded: added(known.reminded, reminderOf('EscalateTo', read)) };
  }
}

function reported(known: MilestoneState, read: EventOf<typeof REPORTING>, judgedAt: string): MilestoneState {
  const { report, reportNote } = known;
  switch (read.type) {
    case 'MilestoneReportSubmitted': {
      const { report: number, evidence, indicators, note, verificationDue, at: submittedAt, by: submittedBy, uploadedBy } = read;
      const reportedBy = [submittedBy, ...uploadedBy].reduce(added, known.reportedBy);
      const newest = { report: { number, evidence, indicators, submittedBy, submittedAt }, note, reportNote: note };
      const cited = evidence.reduce(added, known.cited);
      return { ...unreported(known), ...newest, status: 'submitted', verificationDue, reportedBy, cited };
    }
    case 'MilestoneReportReturned':
      return { ...unreported(known), status: 'returned', report, reportNote, note: read.note };
    case 'MilestoneVerified': {
      const { payableBasisPoints, paymentDue, rest, by: verifiedBy } = read;
      const verdict = { report, reportNote, note: read.note || reportNote, verifiedBy, payableBasisPoints, paymentDue, rest, judgedAt };
      return { ...unreported(known), ...verdict, status: rest === '' ? 'verified' : 'partially-met' };
    }
    case 'MilestoneRejected': {
      const verdict = { report, reportNote, note: read.note || reportNote, verifiedBy: read.by, rest: read.rest };
      return { ...unreported(known), ...verdict, status: 'rejected' };
    }
  }
}

function waived(known: MilestoneState, read: EventOf<typeof WAIVING>): MilestoneState {
  switch (read.type) {
    case 'MilestoneWaiverProposed': {
      const { waiver: number, rest, note, by: proposedBy } = read;
      return { ...known, waiver: { number, rest, note, proposedBy, amount: known.amount } };
    }
    case 'MilestoneWaiverRefused':
      return { ...known, waiver: undefined };
    case 'MilestoneWaived':
      return { ...returnedOr(known), status: 'waived', waiver: undefined, rest: read.rest };
  }
}

const FINAL: readonly string[] = ['verified', 'partially-met', 'rejected', 'waived', 'cancelled'];

/** A later date takes back that it fell due. */
function changed(
  known: MilestoneState,
  { dueOn, amount, carriedFrom }: EventOf<typeof MESSAGES> & { type: 'MilestoneChanged' },
): MilestoneState {
  const waiver = known.waiver && { ...known.waiver, amount };
  const next = { ...known, dueOn, amount, carriedFrom, waiver };
  if (FINAL.includes(known.status) || dueOn <= known.dueOn) return next;
  if (known.status === 'due') return { ...next, status: 'scheduled' };
  if (known.status === 'overdue') return { ...next, status: known.report ? 'returned' : 'scheduled' };
  return next;
}

/** Without what only a report or a verdict gives it. */
const unreported = (known: MilestoneState): MilestoneState => ({
  ...known,
  ...{ report: undefined, reportNote: '', note: '', verifiedBy: '', payableBasisPoints: 0, verificationDue: '', rest: '', paymentDue: '' },
});

/** A report that was returned stays with the milestone; one that waits for its verdict does not. */
const returnedOr = (known: MilestoneState): MilestoneState => (known.status === 'submitted' ? unreported(known) : known);

function itemOf({ state, n, created, updated }: Kept<MilestoneState>): Item {
  const { id, version, status, project, agreement, proposer, number, title, dueOn, amount } = state;
  return {
    ...{ kind: 'milestone', id, n },
    columns: {
      ...{ version, status, project, agreement, proposer, number, created, updated },
      ...amountOf(amount),
      title: titleKey(title),
      due: dueOn,
      plan: `${project}/${String(number).padStart(3, '0')}`,
    },
    tags: { cited: state.cited },
    text: { title },
    parties: [],
    doc: milestone.save(state),
  };
}
