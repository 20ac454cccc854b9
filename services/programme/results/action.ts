import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor, NotAllowed } from '@junkan/proto/actor.ts';
import type {
  ActionContent,
  ActionEndedByProject,
  ActionFact,
  ActionTags,
  CityPlace,
  MeasuredValue,
  PartOfAction,
  ResultFunding,
  ResultVerified,
  SharingGroup,
} from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CityRejection, RegisteredAs } from '../declaration/city.ts';
import type { Existing as Group } from '../declaration/group.ts';
import type { CityId } from '../declaration/signatory.ts';
import type { MeasuredRejection, Reading, Told } from './measured.ts';
import type { Family } from './rollup/atoms.ts';

/**
 * What a city does for the circular economy, with what came of it. An action of the city’s own reports its results by entries; a funded project is an action by
 * itself, whose results are what its verified reports measured. The rules are in planning.ts, reporting.ts and by-project.ts.
 */
export type ActionId = `act_${string}`;
export type EntryId = `ent_${string}`;
export type MilestoneId = `mst_${string}`;
export type ProjectId = `prj_${string}`;

/** One indicator of an entry, or of a verified report, in its newest edition. */
export type Standing = {
  readonly source: EntryId | MilestoneId;
  /** Of a milestone its number in the project. */
  readonly number: number;
  readonly edition: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly measured: MeasuredValue;
  readonly evidence: readonly string[];
  /** The reference of the text that was said with it. */
  readonly note: string;
  readonly funding: ResultFunding | undefined;
  readonly by: string;
  readonly at: Instant;
};

export type Existing = {
  readonly status: 'planned' | 'under-way' | 'completed' | 'stopped';
  /** The organisation that acts; of a funded project its proposer, which may be an agency. */
  readonly city: CityId;
  readonly atCity: boolean;
  readonly country: string;
  readonly place: CityPlace | undefined;
  /** The group whose action it is, as it was when the action was planned. */
  readonly group: SharingGroup | undefined;
  readonly project: ProjectId | '';
  readonly content: ActionContent;
  readonly tags: ActionTags;
  /** Which actions are, or are about to be, part of it; of what was recorded earlier the view alone knows. */
  readonly parts: readonly PartOfAction[];
  readonly results: readonly Standing[];
  /** The newest report of each milestone whose results are recorded. */
  readonly reports: ReadonlyMap<MilestoneId, number>;
  /** The reference of the text of who stopped it. */
  readonly note: string;
  /** Since when it is planned, or of a funded project under way. */
  readonly since: Instant;
  readonly begunAt: Instant | '';
};
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly by: Actor };
type At = { readonly now: Instant } & By;

/** What is known of the tags: the codes of the commitments that the declaration has, the action that is to contain this one, and whether this one contains others. */
export type TagFacts = {
  readonly commitments: readonly string[];
  readonly whole: { readonly city: string; readonly partOf: string; readonly group: string } | undefined;
  readonly hasParts: boolean;
};
/** A group as it is, with those of its members who have joined it. */
export type GroupFacts = SharingGroup & Pick<Group, 'status' | 'lead' | 'groupKind'>;
/** `knowsSource`: that what it says it was learnt from, if anything, is a concluded exchange of its city. */
type Described = {
  readonly knowsSource: boolean;
  readonly content: ActionContent;
  readonly tags: ActionTags;
  readonly tagFacts: TagFacts;
  readonly unknownCodes: readonly UnknownCode[];
  readonly unknownEvidence: readonly string[];
};
/** `family`: the other actions that it contains or is part of, with their results. */
type Telling = {
  readonly told: Told;
  readonly note: string;
  readonly unknownCodes: readonly UnknownCode[];
  readonly unknownEvidence: readonly string[];
  readonly family: Family;
};

/** What the project registry says of a project. */
export type ProjectFacts = {
  readonly project: ProjectId;
  readonly proposer: CityId;
  readonly atCity: boolean;
  readonly country: string;
  readonly place: CityPlace | undefined;
  readonly content: ActionContent;
};
/** What its owners say of the verified report of a milestone. */
export type VerifiedReport = {
  readonly milestone: MilestoneId;
  readonly number: number;
  readonly report: number;
  readonly verdict: ResultVerified['verdict'];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly measured: readonly MeasuredValue[];
  readonly funding: ResultFunding;
};

/** Notes are references of erasable texts. */
export type Command =
  /** `group`: the one whose action it is to be, if it is one’s. */
  | ({
      type: 'PlanAction';
      city: CityId;
      place: CityPlace;
      group: GroupFacts | 'unknown' | undefined;
    } & RegisteredAs &
      Described &
      At)
  | ({ type: 'ReviseAction'; id: ActionId } & Described & At)
  | ({ type: 'StartAction' } & At)
  | ({ type: 'CompleteAction' } & At)
  | ({ type: 'StopAction'; note: string } & At)
  | ({ type: 'TagAction'; id: ActionId; tags: ActionTags; tagFacts: TagFacts; unknownCodes: readonly UnknownCode[] } & At)
  /** Another action is to be part of it, by this attempt; or what these attempts have said holds no longer. */
  | ({ type: 'ContainPart' } & PartOfAction & At)
  | ({ type: 'ReleaseParts'; claims: readonly string[] } & At)
  /** `id`: of the action. */
  | ({
      type: 'RecordResult';
      id: ActionId;
      entry: EntryId;
      indicator: string;
      reading: Reading | undefined;
      from: CalendarDate;
      to: CalendarDate;
    } & Telling &
      At)
  | ({ type: 'CorrectResult'; id: ActionId; entry: EntryId } & Telling & At)
  | ({ type: 'BeginProjectAction'; facts: ProjectFacts } & At)
  | ({ type: 'EndProjectAction'; outcome: ActionEndedByProject['outcome'] } & At)
  /** `facts`: where the action is not begun yet. */
  | ({ type: 'RecordVerifiedResults'; facts: ProjectFacts; verified: VerifiedReport } & At);
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = ActionFact;
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

export type Rejection =
  | NotAllowed
  | CityRejection
  | { type: 'ActionIsUnknown' }
  | { type: 'ActionIsInAnotherStatus'; status: Existing['status'] }
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] }
  | { type: 'EvidenceIsUnknown'; hashes: readonly string[] }
  | { type: 'NoteIsMissing' }
  | { type: 'ExchangeIsNotConcluded' }
  | { type: 'CommitmentIsUnknown'; commitments: readonly string[] }
  | { type: 'PartOfItself' }
  | { type: 'PartIsOfAnotherCity'; whole: string }
  | { type: 'PartIsOfAnotherGroup'; whole: string }
  | { type: 'NestedTwice'; whole: string }
  | { type: 'GroupIsUnknown' }
  | { type: 'GroupIsDissolved' }
  | { type: 'GroupSharesNothing' }
  | { type: 'NotTheLead'; lead: string }
  | { type: 'NotInAGroup' }
  | { type: 'ResultIsUnknown'; entry: string }
  | { type: 'ResultsComeFromTheProject'; project: string }
  | { type: 'PeriodIsBackwards' }
  | { type: 'PeriodIsAhead'; today: CalendarDate }
  | { type: 'PeriodsOverlap'; from: CalendarDate; before: CalendarDate }
  | MeasuredRejection
  /** Sums are exact: "1520", "8/35". */
  | { type: 'PartsExceedTheWhole'; whole: string; parts: string };

export const initial: State = { status: 'absent' };

export const NO_TAGS: ActionTags = { fiveR: '', code: '', declaration: '', commitments: [], partOf: '' };

const nothing = {
  group: undefined,
  project: '',
  tags: NO_TAGS,
  parts: [],
  results: [],
  reports: new Map<MilestoneId, number>(),
  note: '',
  begunAt: '',
} as const;

function begin(event: EventOf<'ActionPlanned' | 'ActionBegunByProject'>): Existing {
  const { content, at: since } = event;
  if (event.type === 'ActionPlanned') {
    const { city, place, tags, group } = event;
    const own = { city: city as CityId, atCity: true, country: place.country, place, group, content, tags, since };
    return { ...nothing, ...own, status: 'planned' };
  }
  const { project, proposer, atCity, country, place } = event;
  const own = { city: proposer as CityId, atCity, country, place, project: project as ProjectId, content, since };
  return { ...nothing, ...own, status: 'under-way', begunAt: since };
}

type Later = Exclude<Event, EventOf<'ActionPlanned' | 'ActionBegunByProject'>>;
const FOLDS: { readonly [Type in Later['type']]: (state: Existing, event: EventOf<Type>) => Existing } = {
  ActionRevised: (state, { content, tags }) => ({ ...state, content, tags }),
  ActionStarted: (state, { at }) => ({ ...state, status: 'under-way', begunAt: at }),
  ActionCompleted: (state) => ({ ...state, status: 'completed' }),
  ActionStopped: (state, { note }) => ({ ...state, status: 'stopped', note }),
  ActionTagged: (state, { tags }) => ({ ...state, tags }),
  PartsOfActionChanged: (state, { parts }) => ({ ...state, parts }),
  ActionEndedByProject: (state, { outcome }) => ({ ...state, status: outcome }),
  ResultRecorded: (state, { entry, from, to, measured, evidence, note, by, at }) => ({
    ...state,
    results: [
      ...state.results,
      { source: entry as EntryId, number: 0, edition: 1, from, to, measured, evidence, note, funding: undefined, by, at },
    ],
  }),
  ResultCorrected: (state, { entry, edition, measured, evidence, note, by, at }) => ({
    ...state,
    results: state.results.map((each) => (each.source === entry ? { ...each, edition, measured, evidence, note, by, at } : each)),
  }),
  ResultVerified: (state, { milestone, number, report, from, to, measured, funding, at }) => ({
    ...state,
    reports: new Map([...state.reports, [milestone as MilestoneId, report]]),
    results: [
      ...state.results.filter(({ source }) => source !== milestone),
      ...measured.map((each) => ({
        source: milestone as MilestoneId,
        number,
        edition: report,
        from,
        to,
        measured: each,
        evidence: [],
        note: '',
        funding,
        by: '',
        at,
      })),
    ],
  }),
};

export function evolve(state: State, event: Event): State {
  if (event.type === 'ActionPlanned' || event.type === 'ActionBegunByProject') return begin(event);
  if (state.status === 'absent') throw new Error(`${event.type} met an action that was never begun`);
  // The table types each entry by its own event, so the entry of this type takes this event.
  return (FOLDS[event.type] as (state: Existing, event: Later) => Existing)(state, event);
}
