import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type { ReportFact } from '@junkan/proto/junkan/project/v1/facts.ts';
import type { IndicatorValue, MilestoneId, Status as MilestoneStatus, Promised, ReportId, ToSign } from '../milestones/milestone.ts';
import type { ProjectId } from '../projects/project.ts';
import type { ProposerId } from '../proposers/proposer.ts';

/**
 * A report of a milestone while its proposer writes it: sections, each with its version, until it is sent to a certifier of the same
 * organisation. When the certifier signs it off, an event of the milestone makes it the milestone's report, so that it is never signed and
 * not submitted. `decide` is in report-decide.ts, `evolve` in report-evolve.ts.
 */
export type Beginning = {
  readonly milestone: MilestoneId;
  readonly project: ProjectId;
  readonly proposer: ProposerId;
  /** Which report of the milestone it is to become. */
  readonly number: number;
};

/** What the milestone says, of which the draft is to become the next report. */
export type OnMilestone = Beginning & { readonly status: MilestoneStatus };

export type SectionName = 'results' | 'evidence' | 'narrative';

export type Edit = { readonly by: string; readonly at: Instant };
/** `version` counts what was saved, from 1; 0 = never. */
export type Section<Value> = { readonly version: number; readonly value: Value; readonly saved: Edit | undefined };
export type Return = Edit & { readonly note: string };

type Begun = {
  /** Counts its events. */
  readonly version: number;
  readonly of: Beginning;
  readonly results: Section<readonly IndicatorValue[]>;
  /** Each file by the SHA-256 of its bytes. */
  readonly evidence: Section<readonly string[]>;
  /** The reference of an erasable text; '' = none. */
  readonly narrative: Section<string>;
  /** Everybody who wrote or sent it, or uploaded its files: none of them signs it off. */
  readonly preparedBy: readonly string[];
};
export type Existing =
  | (Begun & { readonly status: 'editing' })
  | (Begun & { readonly status: 'sent'; readonly sent: Edit; readonly returned: Return | undefined })
  | (Begun & { readonly status: 'returned'; readonly returned: Return });
export type Status = Existing['status'];
export type State = { readonly status: 'absent' } | Existing;

export const initial: State = { status: 'absent' };

/** `on`: the milestone in its current state. `version`: of the section, or of the whole draft, that the actor has read. */
type Given = { readonly on: OnMilestone; readonly version: number; readonly now: Instant; readonly by: Actor };

export type Command =
  /** `planned`: the indicators that the proposal promises. */
  | ({ type: 'SaveDraftResults'; indicators: readonly IndicatorValue[]; planned: readonly Promised[] } & Given)
  /** `unknownEvidence`: those of the hashes that name nothing that the proposer has uploaded; `uploadedBy`: who uploaded the others. */
  | ({ type: 'SaveDraftEvidence'; evidence: readonly string[]; unknownEvidence: readonly string[]; uploadedBy: readonly string[] } & Given)
  | ({ type: 'SaveDraftNarrative'; note: string } & Given)
  | ({ type: 'SendDraft'; planned: readonly Promised[] } & Given)
  | ({ type: 'ReturnDraft'; note: string } & Given);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = ReportFact;

export type Rejection =
  | NotAllowed
  | { type: 'MilestoneIsInAnotherStatus'; needed: readonly MilestoneStatus[]; actual: MilestoneStatus }
  | { type: 'IndicatorIsReportedTwice'; code: string }
  | { type: 'IndicatorsAreNotPlanned'; codes: readonly string[]; planned: readonly string[] }
  | { type: 'UnitIsAnother'; code: string; index: number; unit: string; expected: string }
  | { type: 'AbsenceIsUnexplained'; code: string; index: number }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  /** Who saved it since, and when. */
  | { type: 'SectionHasChanged'; section: SectionName; asked: number; actual: number; by: string; at: string }
  | { type: 'DraftIsSent'; by: string; at: string }
  | { type: 'DraftIsNotSent' }
  | { type: 'DraftIsAnother'; asked: number; actual: number }
  /** `missing`: sections, and of the results each indicator, as "results/tonnes". */
  | { type: 'DraftIsIncomplete'; missing: readonly string[] };

/** In the form that the milestone receives. */
export const toSign = (draft: ReportId, state: State): ToSign =>
  state.status === 'absent'
    ? { draft, status: 'absent', version: 0, evidence: [], indicators: [], note: '', preparedBy: [] }
    : {
        draft,
        status: state.status,
        version: state.version,
        preparedBy: state.preparedBy,
        evidence: state.evidence.value,
        indicators: state.results.value,
        note: state.narrative.value,
      };
