import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { CellReviewed, ContestJudged, ProgressReportFact, ReportCell, ReportRemark } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CityId, SignatoryId } from '../declaration/signatory.ts';
import type { Reading, ValueRejection } from '../results/measured.ts';
import type { Filled, Remark, Typed } from './cells.ts';
import type { Turn } from './handed-in.ts';
import type { Owing, OwingRejection } from './owing.ts';

/**
 * A progress report: opened, written by the city’s officers, signed off by a certifier who has written nothing of it, reviewed by the secretariat
 * and published once it is accepted. What is published never changes; a correction is the next edition. `evolve` is in report-evolve.ts.
 */
type ReportSection = ReportCell['section'];
type ReportCertainty = ReportCell['certainty'];
type ContestOutcome = ContestJudged['outcome'];
type ReportCellVerdict = CellReviewed['verdict'];
export type ReportId = `rpt_${string}`;
export const SECTIONS = ['standing', 'actions', 'results', 'commitments', 'governance', 'learning', 'next', 'evidence'] as const;

export type EditionStatus = 'opened' | 'drafting' | 'submitted' | 'in-review' | 'returned' | 'published' | 'superseded';
/** `note`: the reference of an erasable text. */
export type Section = {
  readonly section: ReportSection;
  readonly note: string;
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
};
export type Review = { readonly key: string; readonly verdict: ReportCellVerdict; readonly note: string };
export type Edition = {
  readonly number: number;
  readonly status: EditionStatus;
  readonly sections: readonly Section[];
  readonly typed: readonly Typed[];
  readonly explained: readonly Remark[];
  /** As it was signed off last. */
  readonly signed: readonly ReportCell[];
  /** Who verified what was signed off: none of them reviews it. */
  readonly verifiers: readonly string[];
  /** The other signatories of the group that it was signed off for. */
  readonly members: readonly SignatoryId[];
  readonly reviews: readonly Review[];
  readonly note: string;
  readonly preparedBy: readonly string[];
  readonly signedOffBy: string;
  readonly signedOffAt: Instant | '';
  readonly reviewDue: Instant | '';
  readonly reviewedBy: string;
  readonly reviewedAt: Instant | '';
  readonly remarks: readonly ReportRemark[];
};
export type Contest = {
  readonly number: number;
  readonly edition: number;
  readonly key: string;
  readonly milestone: `mst_${string}`;
  readonly value: string;
  readonly note: string;
  readonly verifiedBy: string;
  readonly by: string;
  readonly at: Instant;
  readonly due: Instant;
  readonly outcome: ContestOutcome | '';
  readonly endNote: string;
  readonly judgedBy: string;
};

export type Existing = {
  readonly status: Exclude<EditionStatus, 'superseded'>;
  /** Counts its events. */
  readonly version: number;
  readonly signatory: SignatoryId;
  readonly attempt: number;
  readonly city: CityId;
  readonly timeZone: string;
  readonly number: number;
  readonly dueOn: string;
  readonly due: Instant;
  readonly editions: readonly Edition[];
  readonly contests: readonly Contest[];
  readonly turns: readonly Turn[];
};
export type State = { readonly status: 'absent' } | Existing;
export const initial: State = { status: 'absent' };

type At = { readonly now: Instant; readonly by: Actor };
type InEdition = { readonly edition: number } & At;
/** `filled`: the values as their sources have them now. */
type Sourced = { readonly filled: readonly Filled[] };
export type Command =
  | ({ type: 'OpenReport'; number: number; owing: Owing } & At)
  | ({ type: 'WriteSection'; section: ReportSection; note: string } & InEdition)
  | ({
      type: 'TypeValue';
      section: ReportSection;
      key: string;
      value: string;
      unit: string;
      certainty: ReportCertainty;
      note: string;
      /** How the indicator is measured that the key names; absent where it names none. */
      reading?: Reading | undefined;
    } & Sourced &
      InEdition)
  | ({ type: 'ExplainValue'; key: string; note: string } & Sourced & InEdition)
  | ({ type: 'ContestValue'; key: string; value: string; note: string } & Sourced & InEdition)
  | ({ type: 'JudgeContest'; contest: number; outcome: ContestOutcome; note: string } & At)
  /** `members`: the other signatories of the group that it reports for. */
  | ({ type: 'SignOffProgressReport'; owing: Owing | undefined; members: readonly SignatoryId[] } & Sourced & InEdition)
  | ({ type: 'ReviewCell'; key: string; verdict: ReportCellVerdict; note: string } & InEdition)
  | ({ type: 'ReturnProgressReport'; remarks: readonly ReportRemark[] } & InEdition)
  /** `changed`: the values of series that are others now than when they were signed off. */
  | ({ type: 'AcceptProgressReport'; changed: readonly string[] } & InEdition)
  | ({ type: 'ProposeReportEdition'; note: string } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = ProgressReportFact;
export type Rejection =
  | OwingRejection
  | ValueRejection
  | { type: 'ProgressReportIsUnknown' }
  | { type: 'ProgressReportIsInAnotherStatus'; status: EditionStatus }
  | { type: 'EditionIsLocked'; edition: number; correction: string }
  | { type: 'ValueIsUnknown'; key: string }
  | { type: 'ValueIsVerified'; key: string }
  | { type: 'ValueHasItsSource'; key: string }
  | { type: 'ValuesAreTooMany'; most: number }
  | { type: 'NothingIsChanged'; edition: number }
  | { type: 'SourceHasChanged'; keys: readonly string[] }
  | { type: 'ValueIsNotVerified'; key: string }
  | { type: 'ContestIsUnknown' }
  | { type: 'ContestIsJudged' }
  | { type: 'SectionIsMissing'; sections: readonly ReportSection[] }
  | { type: 'CellIsOpen'; keys: readonly string[] }
  | { type: 'VerifiedItsMilestones'; person: string }
  | { type: 'DraftIsWaiting'; number: number }
  | { type: 'NoteIsMissing' }
  | { type: 'PreparedByTheSamePerson'; person: string };

export const WRITABLE: readonly EditionStatus[] = ['opened', 'drafting', 'returned'];
export const REVIEWED: readonly EditionStatus[] = ['submitted', 'in-review'];

/** The edition that is written, or in review. */
export const currentOf = ({ editions }: Pick<Existing, 'editions'>): Edition | undefined =>
  editions.find(({ status }) => WRITABLE.includes(status) || REVIEWED.includes(status));
export const standing = (state: State): Edition | undefined =>
  state.status === 'absent' ? undefined : state.editions.find(({ status }) => status === 'published');
export const obligationOf = ({ number }: Pick<Existing, 'number'>): string => `report-${number}`;
