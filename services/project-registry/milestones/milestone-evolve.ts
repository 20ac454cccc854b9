import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { nothingReminded, withReminder } from '../projects/reminding.ts';
import { type Event, type Existing, isFinal, RESTS, type Report, type Rest, type Returned, reportOf, type State } from './milestone.ts';

export function evolve(state: State, event: Event): State {
  if (event.type === 'MilestoneBegun') {
    const { type: _begun, ...terms } = event;
    const nothing = {
      reminded: nothingReminded,
      waiver: undefined,
      waivers: 0,
      carriedFrom: [],
      targets: [],
      reportedBy: [],
      inspections: [],
    };
    return { status: 'scheduled', terms, ...nothing, cited: new Set() };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a milestone that is absent`);
  switch (event.type) {
    case 'MilestoneVerified':
    case 'MilestoneRejected':
      return judged(state, event);
    case 'MilestoneWaiverProposed':
    case 'MilestoneWaiverRefused':
    case 'MilestoneWaived':
      return waiving(state, event);
    case 'ReminderSent':
    case 'MatterEscalated':
      return { ...state, reminded: withReminder(state.reminded, event) };
    case 'MilestoneInspected': {
      const { type: _inspected, inspection: number, ...found } = event;
      return { ...state, inspections: [...state.inspections, { number, ...found }] };
    }
    case 'MilestoneFellDue':
    case 'MilestoneBecameOverdue':
    case 'MilestoneReportSubmitted':
    case 'MilestoneReportReturned':
    case 'MilestoneChanged':
    case 'MilestoneCancelled':
      return going(state, event);
  }
}

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;
type Going =
  | 'MilestoneFellDue'
  | 'MilestoneBecameOverdue'
  | 'MilestoneReportSubmitted'
  | 'MilestoneReportReturned'
  | 'MilestoneChanged'
  | 'MilestoneCancelled';

function going(state: Existing, event: Of<Going>): State {
  const begun = begunOf(state);
  switch (event.type) {
    case 'MilestoneFellDue':
      return { ...begun, status: 'due' };
    case 'MilestoneBecameOverdue':
      return { ...begun, status: 'overdue', returned: returnedOf(state) };
    case 'MilestoneReportSubmitted': {
      const { report: number, evidence, indicators, note, at: submittedAt, by: submittedBy, verificationDue, draft, preparedBy } = event;
      const { fileNamesPublic = false } = event;
      const said = { number, evidence, indicators, note, submittedBy, submittedAt, verificationDue, draft, preparedBy };
      const reportedBy = [...new Set([...begun.reportedBy, submittedBy, ...event.uploadedBy, ...preparedBy])];
      return {
        ...begun,
        status: 'submitted',
        report: { ...said, fileNamesPublic, accepted: [] },
        reportedBy,
        cited: new Set([...begun.cited, ...evidence]),
      };
    }
    case 'MilestoneReportReturned':
      return { ...begun, status: 'returned', returned: { report: submitted(state), note: event.note, returnedBy: event.by } };
    case 'MilestoneChanged':
      return changed(state, event);
    case 'MilestoneCancelled':
      return { ...begun, status: 'cancelled', because: event.because, newest: reportOf(state) };
  }
}

function judged(state: Existing, event: Of<'MilestoneVerified' | 'MilestoneRejected'>): State {
  const verdict = { ...begunOf(state), report: submitted(state), judgedBy: event.by, note: event.note };
  if (event.type === 'MilestoneRejected') return { ...verdict, status: 'rejected', rest: restOf(event.rest) };
  const { payableBasisPoints, paymentDue, rest, accepted } = event;
  const met = { ...verdict, report: { ...verdict.report, accepted } };
  return rest === ''
    ? { ...met, status: 'verified', payableBasisPoints, paymentDue }
    : { ...met, status: 'partially-met', payableBasisPoints, paymentDue, rest: restOf(rest) };
}

function waiving(state: Existing, event: Of<'MilestoneWaiverProposed' | 'MilestoneWaiverRefused' | 'MilestoneWaived'>): State {
  switch (event.type) {
    case 'MilestoneWaiverProposed': {
      const { waiver: number, note, by: proposedBy } = event;
      return { ...state, waivers: number, waiver: { number, note, proposedBy, rest: restOf(event.rest) } };
    }
    case 'MilestoneWaiverRefused':
      return { ...state, waiver: undefined };
    case 'MilestoneWaived': {
      const waived = { ...begunOf(state), waiver: undefined, rest: restOf(event.rest), waivedBy: event.by };
      return { ...waived, status: 'waived', returned: returnedOf(state) };
    }
  }
}

/** A later date takes back that it fell due. */
function changed(state: Existing, { dueOn, amount, carriedFrom, ...event }: Of<'MilestoneChanged'>): State {
  const now = { terms: { ...state.terms, dueOn, amount }, carriedFrom, targets: [...state.targets, ...event.targets] };
  if (isFinal(state) || !isLater(dueOn, state.terms.dueOn)) return { ...state, ...now };
  const begun = { ...begunOf(state), ...now };
  if (state.status === 'due') return { ...begun, status: 'scheduled' };
  if (state.status !== 'overdue') return { ...state, ...now };
  return state.returned ? { ...begun, status: 'returned', returned: state.returned } : { ...begun, status: 'scheduled' };
}

const isLater = (date: CalendarDate, than: CalendarDate): boolean => date > than;

const begunOf = ({ terms, reminded, waiver, waivers, cited, carriedFrom, targets, reportedBy, inspections }: Existing) => ({
  terms,
  reminded,
  waiver,
  waivers,
  cited,
  carriedFrom,
  targets,
  reportedBy,
  inspections,
});
const returnedOf = (state: Existing): Returned | undefined => ('returned' in state ? state.returned : undefined);

/** A verdict without a report before it is a broken history, which is a bug. */
function submitted(state: Existing): Report {
  if (state.status !== 'submitted') throw new Error(`a verdict met a milestone that is ${state.status}`);
  return state.report;
}

function restOf(word: string): Rest {
  const rest = RESTS.find((each) => each === word);
  if (!rest) throw new Error(`${word} is not what can become of a rest`);
  return rest;
}
