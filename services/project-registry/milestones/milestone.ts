import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { MilestoneFact } from '@junkan/proto/junkan/project/v1/facts.ts';
import type { InspectionConclusion, InspectionKind } from '@junkan/proto/junkan/project/v1/language.ts';
import type * as criteria from '../criteria/criteria.ts';
import type { Policy } from '../projects/policy.ts';
import type { AgreementId, ProjectId } from '../projects/project.ts';
import type * as reminding from '../projects/reminding.ts';
import type { Reminded } from '../projects/reminding.ts';
import type { ProposerId } from '../proposers/proposer.ts';

/**
 * A step of a project under its effective agreement: when it is due, what the proposer reports, and the verdict of
 * somebody else on each report. `decide` is in milestone-decide.ts, `evolve` in milestone-evolve.ts.
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

/** What an amendment of the agreement has made of a target; decimal numbers as text. `at`: when it took effect; '' where an earlier version took it over. */
export type AmendedTarget = {
  readonly code: string;
  readonly before: string;
  readonly target: string;
  readonly measure: number;
  readonly at: Instant | '';
};

export type IndicatorValue = {
  readonly code: string;
  /** A decimal number as text; '' where there is none. */
  readonly value: string;
  readonly unit: string;
  /** The reporter states that there is no value. */
  readonly notAvailable: boolean;
  /** Why there is none. */
  readonly because: string;
};

/** What the verifier accepts in the place of what was reported; a decimal number as text, in the unit of the report. */
export type AcceptedValue = { readonly code: string; readonly value: string; readonly because: string };

/** An indicator that a proposal promises, as one milestone's report is held to it. */
export type Promised = {
  readonly code: string;
  /** The unit of its values; '' = any. */
  readonly unit: string;
  /** Whether the report must give it; else it may. */
  readonly isDue: boolean;
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
  /** The draft that a certifier signed off; '' where it was reported without one. */
  readonly draft: ReportId | '';
  /** Everybody who wrote or sent that draft. */
  readonly preparedBy: readonly string[];
  /** What its verdict accepts in the place of what it says. */
  readonly accepted: readonly AcceptedValue[];
  /** Whether everybody may read what its files are called, once it is accepted. */
  readonly fileNamesPublic: boolean;
};
/** The draft of a report. */
export type ReportId = `rep_${string}`;
/** What a certifier would sign, as the draft is now. */
export type ToSign = Pick<Report, 'evidence' | 'indicators' | 'note' | 'preparedBy'> & {
  readonly draft: ReportId;
  readonly status: 'absent' | 'editing' | 'sent' | 'returned';
  readonly version: number;
};
export type Returned = { readonly report: Report; readonly note: string; readonly returnedBy: string };

/** The payable share of a milestone that is met, in basis points. */
export const MET_IN_FULL = 10_000;

/** What becomes of the money of a milestone that is not met, or not in full. */
export const RESTS = ['carried', 'cancelled'] as const;
export type Rest = (typeof RESTS)[number];

/** The wish to ask for a milestone no more, while it waits for a second person. */
export type Waiver = { readonly number: number; readonly rest: Rest; readonly note: string; readonly proposedBy: string };

/** What somebody who judges has seen; `evidence`: the hashes of the files that were taken there. `note`: '' where everything was confirmed. */
export type Inspected = {
  readonly kind: InspectionKind;
  readonly inspectedOn: CalendarDate;
  /** '' where it was not said. */
  readonly place: string;
  readonly evidence: readonly string[];
  readonly conclusion: InspectionConclusion;
  readonly note: string;
};
/** `number`: counts the inspections of a milestone, from 1. */
export type Inspection = Inspected & { readonly number: number; readonly checks: readonly criteria.Check[]; readonly by: string };

/** An earlier milestone of the same agreement: when it had its verdict or was closed ('' = not yet), and what happens to its remainder. */
export type Earlier = { readonly number: number; readonly judgedAt: Instant | ''; readonly rest: Rest | '' };

type Begun = {
  readonly terms: Terms;
  readonly reminded: Reminded;
  readonly waiver: Waiver | undefined;
  /** Counts the waivers that were proposed. */
  readonly waivers: number;
  /** Everybody who submitted a report of it, a returned one too: none of them judges it. */
  readonly reportedBy: readonly string[];
  /** The numbers of all earlier milestones whose remainder the amount includes. */
  readonly carriedFrom: readonly number[];
  /** In their order. */
  readonly inspections: readonly Inspection[];
  /** What amendments have made of its targets, in their order. */
  readonly targets: readonly AmendedTarget[];
  /** Every file that any of its reports cites. */
  readonly cited: ReadonlySet<string>;
};
type Judged = Begun & { readonly report: Report; readonly judgedBy: string; readonly note: string };
export type Existing =
  | (Begun & { readonly status: 'scheduled' })
  | (Begun & { readonly status: 'due' })
  | (Begun & { readonly status: 'overdue'; readonly returned: Returned | undefined })
  | (Begun & { readonly status: 'submitted'; readonly report: Report })
  | (Begun & { readonly status: 'returned'; readonly returned: Returned })
  | (Judged & { readonly status: 'verified'; readonly payableBasisPoints: number; readonly paymentDue: Instant | '' })
  | (Judged & {
      readonly status: 'partially-met';
      readonly payableBasisPoints: number;
      readonly rest: Rest;
      readonly paymentDue: Instant | '';
    })
  | (Judged & { readonly status: 'rejected'; readonly rest: Rest })
  | (Begun & { readonly status: 'waived'; readonly rest: Rest; readonly waivedBy: string; readonly returned: Returned | undefined })
  | (Begun & { readonly status: 'cancelled'; readonly because: string; readonly newest: Report | undefined });
export type Status = Existing['status'];
export type State = { readonly status: 'absent' } | Existing;

export const initial: State = { status: 'absent' };

type By = { readonly by: Actor };
type Given = By & { readonly now: Instant; readonly policy: Policy };
/** What its proposer agrees to with a report. */
export type Agreed = Pick<Report, 'fileNamesPublic'>;
export type Reported = { readonly evidence: readonly string[]; readonly indicators: readonly IndicatorValue[]; readonly note: string };
/**
 * `unknownEvidence`: those of the hashes that name nothing that the proposer has uploaded; `uploadedBy`: who uploaded the others;
 * `planned`: the indicators that the proposal promises.
 */
export type Known = {
  readonly unknownEvidence: readonly string[];
  readonly uploadedBy: readonly string[];
  readonly planned: readonly Promised[];
};

export type Command =
  | ({ type: 'BeginMilestone' } & Terms & By)
  | ({ type: 'MarkMilestoneDue' } & Given)
  | ({ type: 'MarkMilestoneOverdue' } & Given)
  /** `draft`: of the same report, in its current state. */
  | ({ type: 'SubmitMilestoneReport'; draft: ToSign } & Known & Agreed & Reported & Given)
  /** `draft`: in its current state. `version`: the one that the certifier has read. */
  | ({ type: 'SignOffReport'; version: number; draft: ToSign } & Known & Agreed & Given)
  | ({ type: 'InspectMilestone'; checked: criteria.Checked; unknownEvidence: readonly string[]; now: Instant } & Inspected & By)
  | ({ type: 'ReturnMilestoneReport'; report: number; note: string } & By)
  /** `canCarry`: whether the plan has a later milestone to which the remainder can go. */
  | ({
      type: 'VerifyMilestone';
      report: number;
      payableBasisPoints: number;
      rest: Rest | '';
      note: string;
      accepted: readonly AcceptedValue[];
      canCarry: boolean;
    } & Given)
  | ({ type: 'RejectMilestone'; report: number; rest: Rest; note: string; canCarry: boolean } & By)
  | ({ type: 'ProposeWaiver'; rest: Rest; note: string; canCarry: boolean } & By)
  | ({ type: 'RefuseWaiver'; waiver: number; note: string } & By)
  /** `amount`: what the approver was shown, where they say so. `earlier`: the milestones before it, in their order. */
  | ({ type: 'WaiveMilestone'; waiver: number; amount: Money | undefined; earlier: readonly Earlier[] } & By)
  | ({
      type: 'ChangeMilestone';
      dueOn: CalendarDate;
      amount: Money;
      carriedFrom: readonly number[];
      targets: readonly AmendedTarget[];
    } & By)
  | ({ type: 'CancelMilestone'; because: string } & By)
  | reminding.Command;
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = Exclude<MilestoneFact, { matter: string }> | reminding.Event;

export type Rejection =
  | NotAllowed
  | criteria.Rejection
  | { type: 'InspectionIsInTheFuture'; inspectedOn: CalendarDate; today: CalendarDate }
  | { type: 'ConclusionIsUnfounded'; criteria: readonly string[] }
  | { type: 'InspectionIsUnanswered'; inspection: number }
  | { type: 'MilestoneIsUnknown' }
  | { type: 'MilestoneHasBegun' }
  | { type: 'AmountIsNegative'; amount: bigint; currency: string }
  | { type: 'MilestoneIsInAnotherStatus'; needed: readonly Status[]; actual: Status }
  | { type: 'ItIsTooEarly'; now: Instant; from: Instant }
  | { type: 'IndicatorIsReportedTwice'; code: string }
  | { type: 'IndicatorsAreNotPlanned'; codes: readonly string[]; planned: readonly string[] }
  | { type: 'IndicatorsAreMissing'; codes: readonly string[] }
  | { type: 'UnitIsAnother'; code: string; index: number; unit: string; expected: string }
  | { type: 'AbsenceIsUnexplained'; code: string; index: number }
  | { type: 'AcceptedIsNotReported'; code: string; index: number }
  | { type: 'AcceptedIsReported'; code: string; index: number; value: string }
  | { type: 'ReportIsUnchanged'; report: number }
  | { type: 'EvidenceIsMissing' }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'NoteIsMissing' }
  | { type: 'ReportIsAnother'; asked: number; actual: number }
  | { type: 'ReportHasItsVerdict'; report: number; verdict: Status }
  | { type: 'PayableShareIsOutOfRange'; payableBasisPoints: number }
  | { type: 'RestIsMissing' }
  | { type: 'NothingToCarryTo'; milestone: number }
  | { type: 'WaiverIsProposed'; waiver: number }
  | { type: 'WaiverIsNotProposed'; waiver: number }
  | { type: 'RestsAreUnderWay'; milestones: readonly number[] }
  | { type: 'AmountIsAnother'; asked: bigint; actual: bigint; currency: string }
  | { type: 'SignOffIsRequired' }
  | { type: 'DraftIsNotSent' }
  | { type: 'DraftIsAtTheCertifier'; draft: ReportId }
  | { type: 'DraftIsAnother'; asked: number; actual: number }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'SubmittedByTheSamePerson'; person: string };

/** Whether nothing can happen to it any more but its money. */
export const isFinal = ({ status }: Existing): boolean => FINAL.includes(status);
const FINAL: readonly Status[] = ['verified', 'partially-met', 'rejected', 'waived', 'cancelled'];

/** The statuses in which a report is waited for. */
export const REPORTABLE = ['scheduled', 'due', 'overdue', 'returned'] as const satisfies readonly Status[];
export const isReportable = (status: Status): boolean => REPORTABLE.some((each) => each === status);

/** Who submitted a report of a milestone, or had a part in one, neither inspects nor judges it. */
export const hasReported = ({ person }: Actor, { reportedBy }: Existing): Rejection | undefined =>
  reportedBy.includes(person) ? { type: 'SubmittedByTheSamePerson', person } : undefined;

/** The newest report, whatever its verdict. */
export function reportOf(state: Existing): Report | undefined {
  switch (state.status) {
    case 'scheduled':
    case 'due':
      return undefined;
    case 'overdue':
    case 'returned':
    case 'waived':
      return state.returned?.report;
    case 'cancelled':
      return state.newest;
    case 'submitted':
    case 'verified':
    case 'partially-met':
    case 'rejected':
      return state.report;
  }
}
