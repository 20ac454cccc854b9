import type { Actor, NotAllowed } from '@junkan/kit/pure/actor.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Policy } from './policy.ts';
import type { AgreementId, ProjectId } from './project.ts';
import type { ProposerId } from './proposer.ts';
import type * as reminding from './reminding.ts';
import { nothingReminded, type Reminded, withReminder } from './reminding.ts';

/**
 * A step of a project under its effective agreement: when it is due, what the proposer reports, and the verdict of
 * somebody else on each report. `decide` is in milestone-decide.ts.
 */
export type MilestoneId = `mst_${string}`;

export type Terms = {
  readonly project: ProjectId;
  readonly agreement: AgreementId;
  readonly proposer: ProposerId;
  readonly number: number;
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly amount: Money;
};

export type IndicatorValue = {
  readonly code: string;
  /** A decimal number as text. */
  readonly value: string;
  readonly unit: string;
};

/** Evidence is named by the SHA-256 of its bytes, notes by the reference of their erasable text. */
export type Report = {
  /** Counts the reports of this milestone, from 1. */
  readonly number: number;
  readonly evidence: readonly string[];
  readonly indicators: readonly IndicatorValue[];
  readonly note: string;
  readonly submittedBy: string;
  readonly submittedAt: Instant;
  readonly verificationDue: Instant;
};
export type Returned = { readonly report: Report; readonly note: string; readonly returnedBy: string };

type Begun = { readonly terms: Terms; readonly reminded: Reminded };
export type Existing =
  | (Begun & { readonly status: 'scheduled' })
  | (Begun & { readonly status: 'due' })
  | (Begun & { readonly status: 'overdue'; readonly returned: Returned | undefined })
  | (Begun & { readonly status: 'submitted'; readonly report: Report })
  | (Begun & { readonly status: 'returned'; readonly returned: Returned })
  | (Begun & { readonly status: 'verified'; readonly report: Report; readonly verifiedBy: string; readonly payableBasisPoints: number });
export type Status = Existing['status'];
export type State = { readonly status: 'absent' } | Existing;

export const initial: State = { status: 'absent' };

type By = { readonly by: Actor };
type Given = By & { readonly now: Instant; readonly policy: Policy };
type Reported = { readonly evidence: readonly string[]; readonly indicators: readonly IndicatorValue[]; readonly note: string };

export type Command =
  | ({ type: 'BeginMilestone' } & Terms & By)
  | ({ type: 'MarkMilestoneDue' } & Given)
  | ({ type: 'MarkMilestoneOverdue' } & Given)
  /** `unknownEvidence`: those of the hashes that name nothing that is kept. */
  | ({ type: 'SubmitMilestoneReport'; unknownEvidence: readonly string[] } & Reported & Given)
  | ({ type: 'ReturnMilestoneReport'; report: number; note: string } & By)
  | ({ type: 'VerifyMilestone'; report: number } & By)
  | reminding.Command;
export type Asked<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event =
  | ({ type: 'MilestoneBegun' } & Terms)
  | { type: 'MilestoneFellDue' }
  | { type: 'MilestoneBecameOverdue' }
  | ({ type: 'MilestoneReportSubmitted'; report: number; verificationDue: Instant; at: Instant; by: string } & Reported)
  | { type: 'MilestoneReportReturned'; report: number; note: string; by: string }
  | { type: 'MilestoneVerified'; report: number; payableBasisPoints: number; by: string }
  | reminding.Event;

export type Rejection =
  | NotAllowed
  | { type: 'MilestoneIsUnknown' }
  | { type: 'MilestoneHasBegun' }
  | { type: 'AmountIsNotPositive'; amount: bigint }
  | { type: 'MilestoneIsInAnotherStatus'; needed: readonly Status[]; actual: Status }
  | { type: 'ItIsTooEarly'; now: Instant; from: Instant }
  | { type: 'EvidenceIsMissing' }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'NoteIsMissing' }
  | { type: 'ReportIsAnother'; asked: number; actual: number }
  | { type: 'ReportHasItsVerdict'; report: number; verdict: 'returned' | 'verified' }
  | { type: 'SubmittedByTheSamePerson'; person: string };

/** The newest report, whatever its verdict. */
export function reportOf(state: Existing): Report | undefined {
  switch (state.status) {
    case 'scheduled':
    case 'due':
      return undefined;
    case 'overdue':
    case 'returned':
      return state.returned?.report;
    case 'submitted':
    case 'verified':
      return state.report;
  }
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'MilestoneBegun') {
    const { type: _begun, ...terms } = event;
    return { status: 'scheduled', terms, reminded: nothingReminded };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a milestone that is absent`);
  const { terms, reminded } = state;
  switch (event.type) {
    case 'MilestoneFellDue':
      return { status: 'due', terms, reminded };
    case 'MilestoneBecameOverdue':
      return { status: 'overdue', terms, reminded, returned: state.status === 'returned' ? state.returned : undefined };
    case 'MilestoneReportSubmitted': {
      const { report: number, evidence, indicators, note, at: submittedAt, by: submittedBy, verificationDue } = event;
      return {
        status: 'submitted',
        terms,
        reminded,
        report: { number, evidence, indicators, note, submittedBy, submittedAt, verificationDue },
      };
    }
    case 'MilestoneReportReturned':
      return { status: 'returned', terms, reminded, returned: { report: submitted(state), note: event.note, returnedBy: event.by } };
    case 'MilestoneVerified': {
      const { payableBasisPoints, by: verifiedBy } = event;
      return { status: 'verified', terms, reminded, report: submitted(state), verifiedBy, payableBasisPoints };
    }
    case 'ReminderSent':
    case 'MatterEscalated':
      return { ...state, reminded: withReminder(reminded, event) };
  }
}

/** A verdict without a report before it is a broken history, which is a bug. */
function submitted(state: Existing): Report {
  if (state.status !== 'submitted') throw new Error(`a verdict met a milestone that is ${state.status}`);
  return state.report;
}
